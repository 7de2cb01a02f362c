"""Handouts: the sheets each participant gets, with the page that goes home."""

from __future__ import annotations

from builder.blocks.base import Block, Room
from builder.compose.colophon import made_of
from builder.compose.easy import easy_sheets, inside
from builder.lesson import Session
from builder.model.combination import PHONE
from builder.model.document import Document, Frame
from builder.model.pieces import Blank, Heading, Mark, Para, Piece, Points, Tick, Tone
from builder.model.voice import Said

ONE_SHEET = "one-sheet"
FAMILY_PICTURE, TEAM_PICTURE = "family-table", "adults-meet"


def handouts(session: Session) -> Document:
    """At most two sheets, printed on both sides, for each participant."""
    return made_of(session, "handouts", child_sheets(session))


def at_home(session: Session) -> Document:
    """The page that goes home by itself, for those who were not there."""
    return made_of(session, "family", (family(session),))


def child_sheets(session: Session) -> tuple[Frame, ...]:
    """The worksheets that the plan chose, then the page that goes home; in easy read with the ideas of each lesson and who helps."""
    if session.room.audience.easy:
        return easy_sheets(session, family(session))
    chosen = session.workshop.plan.handouts
    wanted = chosen.one_sheet if session.edition == ONE_SHEET else chosen.child
    sheets = []
    for part in session.parts:
        for block in part.blocks:
            if block.address in wanted:
                sheets.append(block.sheet(inside(session, part.lesson)))
    return (*[sheet for sheet in sheets if sheet], family(session))


def family(session: Session) -> Frame:
    """The page that goes home: for each lesson a question to talk about and things to try; the pledge."""
    voice = session.room.voice
    pieces: list[Piece] = [Para(voice.own_word("at-home-lead"), Tone.LEAD)]
    for lesson in session.lessons:
        room = inside(session, lesson)
        pieces.append(Heading(voice.say(lesson.module.title)))
        for block in lesson.at_home:
            if all(block.is_for_band(band) for band in room.audience.bands):
                pieces += _at_home(block, room)
    pieces += _pledge(session)
    picture = TEAM_PICTURE if session.room.audience.youngest.id == "decision-makers" else FAMILY_PICTURE
    alt = voice.say(session.room.pictures[picture])
    title, section = voice.own_word("at-home-title"), voice.say(session.workshop.plan.title)
    return Frame("family/sheet", "family", title, tuple(pieces), section, picture=picture, alt=alt)


def _at_home(block: Block, room: Room) -> list[Piece]:
    """A block of the talk-at-home part as lines on a sheet."""
    voice = room.voice
    question, items, points = (getattr(block, name, None) for name in ("question", "items", "points"))
    if question:
        return [Para(voice.say(question), Tone.CUE)]
    if items:
        return [Tick(voice.lines(items), "tick")]
    return [Para(said) for said in voice.lines(points)]


def _pledge(session: Session) -> list[Piece]:
    blocks = [block for part in session.parts for block in part.blocks if block.kind == "pledge"]
    if not blocks:
        return []
    voice = session.room.voice
    promises: tuple[Said, ...] = voice.lines(getattr(blocks[0], "promises"))  # noqa: B009 - a pledge has promises
    # A field would forget a signature.
    signed = Para(voice.word("phone-keep")) if session.edition == PHONE else Blank(1, 0, voice.own_word("signed"))
    return [Heading(voice.own_word("pledge-on-sheet")), Points(promises, Mark.HEART), signed]
