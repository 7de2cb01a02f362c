"""For a public event: what the press gets, what hangs at the door."""

from __future__ import annotations

from builder.compose.colophon import made_of
from builder.compose.forms import occasion
from builder.compose.steps import clock, name_of
from builder.lesson import Session
from builder.model.document import Document, Frame
from builder.model.pieces import Blank, Grid, Heading, Mark, Para, Piece, Points, Row, Tone
from builder.model.voice import Said


def agenda(session: Session) -> Document:
    """The parts of the workshop with their times, for those who come."""
    voice = session.room.voice
    tag, starts = voice.language.tag, 0
    when = voice.word("guide-time" if session.start is not None else "guide-from-start")
    rows = []
    for part in session.parts:
        minutes = sum(block.takes(session.room.audience) for block in part.blocks)
        if minutes:
            title = voice.say(part.lesson.module.title if part.lesson else name_of(part.blocks[0]))
            rows.append(Row((Said(f"{clock(session, starts)}–{clock(session, starts + minutes)}", tag), title)))
            starts += minutes
    pieces = [Grid(Row((when, voice.word("guide-what"))), tuple(rows), (0.24, 0.76), 10.0)]
    frame = Frame("agenda", "form", voice.word("agenda"), tuple(pieces), occasion(session, voice), shared_by=0)
    return made_of(session, "agenda", (frame,))


def press_note(session: Session) -> Document:
    """What happens and why, how to report on children, whom to ask; no child's name."""
    voice, plan = session.room.voice, session.workshop.plan
    title = voice.say(plan.title)
    pieces: list[Piece] = [Para(voice.word("press-lead", title=title), Tone.LEAD)]
    pieces += [] if session.place else [Blank(1, 0, voice.word("form-where"))]
    if session.lessons:
        pieces += [Heading(voice.word("press-what"), 3), Points(tuple(voice.say(each.module.title) for each in session.lessons))]
    pieces += [Heading(voice.word("press-why"), 3), Para(voice.word("press-why-text"))]
    rules = tuple(voice.word(f"press-rule-{name}") for name in ("consent", "names", "stories", "pictures", "help"))
    pieces += [Heading(voice.word("press-rules"), 3), Points(rules, Mark.BAR)]
    organisers = session.partners or ()
    pieces += [Heading(voice.word("press-contact"), 3), *([Para(Said(", ".join(organisers), voice.language.tag))] if organisers else [])]
    pieces += [Blank(1, 0, voice.word(name)) for name in ("press-person", "press-reach")]
    frame = Frame("press-note", "form", voice.word("press-note"), tuple(pieces), occasion(session, voice), shared_by=0)
    return made_of(session, "press-note", (frame,))
