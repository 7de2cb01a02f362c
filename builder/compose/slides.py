"""The deck: every part in order, each lesson behind its opener, the running clock on every slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.blocks.base import Block, Room
from builder.compose.colophon import made_of
from builder.lesson import Lesson, Session
from builder.model.document import NOTHING, Document, Frame, Notes
from builder.model.pieces import Para, Tone
from builder.model.voice import Said


def slides(session: Session) -> Document:
    """The deck of a session."""
    return made_of(session, "slides", tuple(_told_apart(_frames(session))))


AS_IT_IS = ("cover", "opener", "question", "reveal")
"""Slides that say a title as it is: of the workshop, of a lesson; a question that is asked large; the one that was just asked."""


def _told_apart(frames: Iterable[Frame]) -> Iterator[Frame]:
    """The frames, a number behind each title that was there before: who goes by titles can tell the slides apart."""
    seen: Counter[str] = Counter()
    for frame in frames:
        seen[frame.title.string] += frame.archetype not in AS_IT_IS
        times = seen[frame.title.string]
        yield replace(frame, title=frame.title.again(times)) if times > 1 and frame.archetype not in AS_IT_IS else frame


def _frames(session: Session) -> Iterator[Frame]:
    starts, number = 0, 0
    room = replace(session.room, section=session.room.voice.say(session.workshop.plan.title))
    for part in session.parts:
        inside = room
        if part.lesson:
            number += 1
            inside = replace(room, section=room.voice.say(part.lesson.module.title), number=number)
            again = all(block in part.lesson.booster for block in part.blocks)
            yield opener(part.lesson, replace(inside, starts=starts), again=again)
        for block in part.blocks:
            if block.kind == "title" and session.place:
                place = f"{session.place} · {room.voice.language.dated(room.today)}"
                yield from (_with_place(frame, place) for frame in block.slides(replace(inside, starts=starts)))
                continue
            minutes = block.takes(room.audience)
            yield from block.slides(replace(inside, starts=starts, clock=_end(session, starts + minutes)))
            starts += minutes


def opener(lesson: Lesson, room: Room, *, again: bool = False) -> Frame:
    """The slide that opens a lesson: its number, its name, its promise – or, one week later, the question behind it."""
    module, voice, guide = lesson.module, room.voice, room.guide
    key = (module.picture.get(room.audience) if module.picture else "") or ""
    alt = voice.say(room.pictures[key]) if key in room.pictures else NOTHING
    under = module.question if again else module.promise
    notes = Notes((guide.say(under),), (guide.word("opener-do"),), starts=room.starts)
    promise = Para(voice.say(under))
    title = voice.say(module.title)
    return Frame(f"{module.id}/opener", "opener", title, (promise,), room.section, notes, NOTHING, key, alt, room.number)


def _with_place(frame: Frame, place: str) -> Frame:
    """The cover with where and when under its subtitle."""
    return replace(frame, pieces=(*frame.pieces, Para(Said(place, frame.title.language), Tone.CAPTION)))


def _end(session: Session, minutes: int) -> str:
    """The time of day after so many minutes; empty when nobody said when it starts."""
    if session.start is None:
        return ""
    hours, rest = divmod(session.start + minutes, 60)
    return f"{hours % 24}:{rest:02d}"


def blocks_of(session: Session) -> list[Block]:
    """All blocks of the session in order."""
    return [block for part in session.parts for block in part.blocks]
