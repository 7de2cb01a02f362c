"""The schedule of a programme: for each day a table of times and tracks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from builder.lesson import Programme, Slot
from builder.model.document import NOTHING, Document, Frame
from builder.model.pieces import Grid, Heading, Para, Piece, Points, Row, Tone
from builder.model.voice import Said, Voice

Named = Callable[[Slot], Said]


class Occurrence(NamedTuple):
    """When – None: days are only counted – and where an event is, and the room of each track."""

    first: date | None
    place: str
    rooms: dict[str, str]


def schedule(programme: Programme, voice: Voice, named: Named, at: Occurrence, folders: list[str]) -> Document:
    """One table a day; `named` says what happens in a slot and for whom; `folders` are where the sessions' files lie."""
    title = voice.say(programme.title)
    numbers = sorted({slot.day for slot in programme.slots})
    frames = [_day(programme, voice, named, number, at) for number in numbers]
    if folders:
        names = tuple(Said(f"\u2066{name}\u2069", "zxx") for name in folders)  # isolated: in any text from left to right
        listed: tuple[Piece, ...] = (Heading(voice.word("schedule-folders")), Points(names))
        frames.append(Frame("schedule/folders", "more", NOTHING, listed))
    written = at.first.isoformat() if at.first else ""
    return Document("schedule", title, tuple(frames), voice.word("organisation").string, "CC BY 4.0", written)


def _day(programme: Programme, voice: Voice, named: Named, number: int, at: Occurrence) -> Frame:
    when = voice.language.dated(at.first + timedelta(days=number - 1)) if at.first else ""
    title = voice.word("schedule-day", n=number)
    section = Said(" · ".join(part for part in (when, at.place) if part), voice.language.tag)
    slots = [slot for slot in programme.slots if slot.day == number]
    tracks = [track for track in programme.tracks if any(slot.track == track.id for slot in slots)]
    heads = [_head(voice.say(track.name), at.rooms.get(str(track.id), "")) for track in tracks]
    head = Row((voice.word("guide-time"), *heads))
    rows = [
        _row([slot for slot in slots if slot.begins == starts], [str(track.id) for track in tracks], named)
        for starts in sorted({slot.begins for slot in slots})
    ]
    widths = (0.15, *([0.85 / max(1, len(tracks))] * max(1, len(tracks))))
    lead = Para(voice.say(programme.subtitle), Tone.LEAD) if programme.subtitle and number == 1 else None
    return Frame(f"schedule/day-{number}", "guide", title, (*((lead,) if lead else ()), Grid(head, tuple(rows), widths)), section)


def _head(name: Said, room: str) -> Said:
    return name._replace(string=f"{name.string} · {room}") if room else name


def _row(slots: list[Slot], tracks: list[str], named: Named) -> Row:
    """What begins at one time: a cell a track, or one across all where it is for everybody."""
    ends = sorted({slot.begins + slot.minutes for slot in slots})
    time = Said(f"{_clock(slots[0].begins)}–{_clock(ends[-1])}", "zxx")
    together = next((slot for slot in slots if not slot.track), None)
    if together:
        return Row((time, named(together)))
    by_track = {str(slot.track): slot for slot in slots}
    return Row((time, *(named(by_track[track]) if track in by_track else NOTHING for track in tracks)))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
