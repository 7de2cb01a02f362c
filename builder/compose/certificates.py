"""Certificates: thanks for taking part, one for each participant – with the names of a table, or with a line for the name."""

from __future__ import annotations

from builder.blocks.helplines import help_card
from builder.compose.colophon import made_of
from builder.lesson import Session
from builder.model.document import NOTHING, Document, Frame
from builder.model.pieces import Blank, Para, Piece, Points, Tone
from builder.model.voice import Said


def certificates(session: Session) -> Document:
    """A certificate with a line for the name, or one for each name. No marks, no “successfully”: being there is what counts."""
    voice, plan = session.room.voice, session.workshop.plan
    when = [session.place, voice.language.dated(session.room.today)] if session.place else []
    held = Said(" · ".join(when), voice.language.tag) if when else NOTHING
    pieces: list[Piece] = [Para(voice.own_word("certificate-took-part"), Tone.LEAD), Para(voice.say(plan.title), Tone.CUE)]
    lessons = tuple(voice.say(lesson.module.title) for lesson in session.lessons)
    if len(lessons) > 1:
        pieces.append(Points(lessons))
    pieces += [Para(held, Tone.CAPTION)] if held else [Blank(1, 0, voice.word("certificate-where"))]
    pieces.append(Blank(1, 0, voice.own_word("certificate-signed")))
    if not any(band.adult for band in session.room.audience.bands):
        pieces.append(help_card(session.room))
    title = voice.own_word("certificate-title")
    names = [Said(name.string, "und", place=name.place) for name in session.names] or [NOTHING]
    shared = 0 if session.names else None  # with names each is printed once
    frames = (
        Frame(f"certificate/{number}", "certificate", title, tuple(pieces), name, shared_by=shared) for number, name in enumerate(names, 1)
    )
    return made_of(session, "certificates", tuple(frames))
