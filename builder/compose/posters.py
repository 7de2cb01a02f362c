"""Posters: our rules, the signs, where help is, what we promise, what stays of each lesson."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.blocks.base import Block
from builder.blocks.helplines import help_card
from builder.compose.colophon import made_of
from builder.compose.easy import inside
from builder.lesson import Lesson, Part, Session
from builder.model.document import Document, Frame
from builder.model.pieces import HelpCard, Para, Piece, Points, Tone, Track
from builder.model.voice import Said, joined

RULES = "opening/"
"""Where the rules of the room come from: the checklists of the openings."""
LEADS_TO_HELP = "help-door"


def posters(session: Session, kind: str = "posters") -> Document:
    """A frame for each poster that this workshop has something for."""
    lessons = {str(each.module.id): each for each in session.lessons}.values()
    found = (*_rules(session), *_signs(session), _help(session), *_pledge(session), *(_lesson(session, each) for each in lessons))
    return made_of(session, kind, found)


def _frame(session: Session, name: str, title: Said, pieces: Iterable[Piece], key: str = "") -> Frame:
    drawn = session.room.drawn(key)
    section = session.room.voice.say(session.workshop.plan.title)
    picture = {"picture": drawn.key, "alt": drawn.alt} if drawn else {}
    return Frame(f"posters/{name}", "poster", title, tuple(pieces), section, **picture)  # type: ignore[arg-type]


def _of_kind(session: Session, kind: str) -> Iterator[tuple[Part, Block]]:
    return ((part, block) for part in session.parts for block in part.blocks if block.kind == kind)


def _from_slide(session: Session, block: Block, name: str, kept: type[Piece]) -> Frame:
    """What a block's first slide says, its title and its picture."""
    slide = block.slides(session.room)[0]
    return _frame(session, name, slide.title, (each for each in slide.pieces if isinstance(each, kept)), slide.picture)


def _rules(session: Session) -> Iterator[Frame]:
    found = next((block for _, block in _of_kind(session, "checklist") if block.address.startswith(RULES)), None)
    if found:
        yield _from_slide(session, found, "rules", Points)


def _signs(session: Session) -> Iterator[Frame]:
    """The moves of the rehearsal that has most signs, under a title of their words."""
    tracks = [_track(session, part, block) for part, block in _of_kind(session, "rehearse")]
    track = max(tracks, key=lambda each: sum(bool(move.sign) for move in each.moves), default=None)
    if track and all(move.sign for move in track.moves):
        title = joined((move.word for move in track.moves), ". ", session.room.voice.language.tag)
        second = title.second._replace(string=f"{title.second.string}.") if title.second else None
        title = title._replace(string=f"{title.string}.", second=second, place=track.moves[0].word.place)
        yield _frame(session, "signs", title, (track, Para(session.room.voice.word("poster-not-your-fault"), Tone.LEAD)))


def _track(session: Session, part: Part, block: Block) -> Track:
    pieces = block.slides(inside(session, part.lesson))[0].pieces
    return next(each for each in pieces if isinstance(each, Track))


def _help(session: Session) -> Frame:
    card: HelpCard = help_card(session.room)
    return _frame(session, "help", session.room.voice.word("help-card-title"), (card,), LEADS_TO_HELP)


def _pledge(session: Session) -> Iterator[Frame]:
    for _, block in list(_of_kind(session, "pledge"))[:1]:
        yield _from_slide(session, block, "pledge", Points)


def _lesson(session: Session, lesson: Lesson) -> Frame:
    """What should stay of a lesson."""
    voice, module = session.room.voice, lesson.module
    key = (module.picture.get(session.room.audience) if module.picture else "") or ""
    return _frame(session, f"lesson-{module.id}", voice.say(module.title), (Points(voice.lines(module.key_points)),), key)
