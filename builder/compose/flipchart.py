"""The flip chart: the deck for a room without a projector, what the facilitator says and does on the back of each sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from builder.compose.colophon import made_of
from builder.compose.slides import slides
from builder.compose.steps import clock, shown
from builder.lesson import Session
from builder.model.document import NOTHING, Document, Frame, Made, Notes
from builder.model.pieces import Cards, Heading, HelpCard, Notice, Para, Piece, Points, Tone
from builder.model.voice import Said, Voice

BACK = "flip-back"
TELLS = "reveal"
"""The archetype of slides that tell an answer: on a flip chart it stands on the back of the sheet that asks."""


def flipchart(session: Session, made: Made) -> Document:
    """For each slide that tells no answer a front, as the slide has it, and a back for the facilitator."""
    asked = list(_asked(session))
    frames: list[Frame] = []
    for front, after in zip_longest(asked, asked[1:]):
        back = _back(session, made, front, after)
        frames += (front, back)
    return made_of(session, "flipchart", tuple(frames))


def _asked(session: Session) -> Iterator[Frame]:
    """The slides without those that tell an answer, whose notes go to the slide before."""
    held: Frame | None = None
    for frame in slides(session).frames:
        if frame.archetype == TELLS and held:
            held = replace(held, notes=_and(held.notes, frame.notes))
            continue
        if held:
            yield held
        held = _short(frame) if frame.archetype == "closing" else frame
    if held:
        yield held


def _short(closing: Frame) -> Frame:
    """The last sheet with the child helpline alone: the rest of the help card has a sheet of its own."""
    pieces = tuple(each._replace(contacts=each.contacts[:1], lines=()) if isinstance(each, HelpCard) else each for each in closing.pieces)
    return replace(closing, pieces=pieces)


def _and(first: Notes, then: Notes) -> Notes:
    """Notes of a question, and of its answer."""
    return replace(first, expect=(*first.expect, *then.expect), do=(*first.do, *then.do))


def _back(session: Session, made: Made, front: Frame, after: Frame | None) -> Frame:
    """What the facilitator reads while the room sees the front."""
    voice, notes = session.room.guide, front.notes
    when = "flip-time" if session.start is None else "flip-time-of-day"
    time = voice.word(when, clock=clock(session, notes.starts))
    minutes = voice.word("minutes-short", n=notes.minutes).string if front.lead and notes.minutes else ""
    where = voice.word("guide-slide-where", n=_numbers(made, front.id), address=front.id)
    pieces: list[Piece] = [Para(where, Tone.CAPTION), Para(time._replace(string=" · ".join(filter(None, (time.string, minutes)))))]
    if notes.sensitive and front.lead:
        pieces.append(Notice((voice.word("guide-sensitive"),)))
    for name, told in (
        ("guide-say", notes.say), ("guide-do-label", notes.do), ("flip-front", _on_front(front, session.room.voice)),
        ("guide-expect", notes.expect),
    ):  # fmt: skip
        if told:
            pieces += (Heading(voice.word(name)), Points(told))
    title = after.title._replace(second=None).string if after else ""
    pieces.append(Para(voice.word("flip-next", title=title) if after else voice.word("flip-last"), Tone.CUE))
    return Frame(f"{front.id}/back", BACK, front.title._replace(second=None), tuple(pieces), NOTHING)


def _on_front(front: Frame, voice: Voice) -> tuple[Said, ...]:
    """The words of the front, for whoever holds it up and does not see it."""
    cards = [card for piece in front.pieces if isinstance(piece, Cards) for card in piece.items]
    found = (*shown(front, voice), *(card.said or card.head for card in cards))
    return tuple(said._replace(second=None) for said in found)


def _numbers(made: Made, frame: str) -> str:
    """The numbers of the slides that a frame became."""
    found = [n for n, page in enumerate(made.pages["slides"].pages, 1) if page.id.partition(".")[0] == frame]
    return f"{found[0]}–{found[-1]}" if len(found) > 1 else "".join(map(str, found))


def sheet_of_slides(session: Session) -> Document:
    """The slides that participants take home, without those that open, pause, close or tell an answer, and without the help card.

    Each of its sheets ends in the help strip anyway.
    """
    kept = tuple(frame for frame in slides(session).frames if frame.archetype not in (TELLS, "cover", "break", "closing", "help"))
    return made_of(session, "slides-handout", kept)


def lead_of_slides(session: Session) -> Said:
    """What the sheet with the slides is for, as its readers are spoken to."""
    return session.room.voice.own_word("slides-handout-lead")
