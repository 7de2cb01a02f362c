"""Handouts in easy read: the ideas of each lesson beside their pictures, its hard words, its worksheet; what goes home; who helps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.blocks.base import Room
from builder.lesson import Lesson, Part, Session
from builder.model.document import Frame
from builder.model.pieces import Card, Cards, Heading, Piece


def easy_sheets(session: Session, home: Frame) -> tuple[Frame, ...]:
    """Every sheet of one participant, in the order of the workshop."""
    parts = [frame for part in session.parts for frame in _of_part(session, part)]
    return (*parts, replace(home, archetype="easy"), *_help(session))


def inside(session: Session, lesson: Lesson | None) -> Room:
    """The session's room as a lesson's, or as the plan's own: its sheets carry that name."""
    voice = session.room.voice
    title = lesson.module.title if lesson else session.workshop.plan.title
    return replace(session.room, section=voice.say(title))


def _of_part(session: Session, part: Part) -> Iterator[Frame]:
    """What a lesson says, then the worksheet that the plan chose."""
    if part.lesson is None:
        return
    room, voice = inside(session, part.lesson), session.room.voice
    said = tuple(piece for block in part.blocks for piece in block.ideas(room))
    pieces = (*said, *_hard_words(part.lesson, room)) if said else ()
    if pieces:
        title = voice.say(part.lesson.module.title)
        yield Frame(f"{part.lesson.module.id}/ideas", "easy", title, pieces, voice.say(session.workshop.plan.title))
    for block in part.blocks:
        sheet = block.sheet(room) if block.address in session.workshop.plan.handouts.child else None
        if sheet:
            yield replace(sheet, archetype="easy-worksheet", pieces=sheet.pieces[1:])


def _hard_words(lesson: Lesson, room: Room) -> tuple[Piece, ...]:
    """The words of the lesson, each with what it means – on a sheet in two languages those that both have."""
    voice = room.voice
    known = [term for term in room.kept(lesson.module.vocabulary) if not voice.second or all(map(voice.can_say, (term.word, term.meaning)))]
    terms = [(voice.say(term.word), voice.say(term.meaning)) for term in known]
    cards = tuple(Card(word, meaning, picture=room.drawn(meaning.picture)) for word, meaning in terms)
    return (Heading(room.voice.word("easy-words")), Cards(cards)) if cards else ()


def _help(session: Session) -> Iterator[Frame]:
    """The help card as a page of its own."""
    room = inside(session, None)
    found = next((block for part in session.parts for block in part.blocks if block.kind == "helplines"), None)
    for frame in found.slides(room) if found else ():
        yield replace(frame, id=f"{frame.id}/sheet", archetype="easy")
