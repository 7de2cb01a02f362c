"""The stages in order: content → session → documents → pages → files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from builder.content import Content
from builder.lesson import Session, Workshop
from builder.model.combination import Combination
from builder.model.document import Document
from builder.model.look import Look
from builder.model.page import Pages
from builder.model.partner import named
from builder.model.report import Report
from builder.model.review import Review
from builder.model.voice import Used, Voice
from builder.select import select
from builder.validate.theme import look as look_of
from builder.voices import review_of, room_of, spoken

if TYPE_CHECKING:
    from builder.typeset.sketch import Desk


class Drawn(NamedTuple):
    """The typeset documents of one pack – pages, or whole files of HTML –, and what was said to make them."""

    session: Session
    look: Look
    pages: dict[str, Pages]
    voices: tuple[Voice, ...]
    reviews: dict[str, Review]
    leaves: Mapping[str, str] = {}


Ready = Callable[[Pages, Look], None]


def _nobody(pages: Pages, look: Look) -> None:
    """Hears of final pages and does nothing."""


def session_of(content: Content, workshop: Workshop, wanted: Combination, report: Report) -> Session:
    """The workshop for one room, with its two voices."""
    held = workshop.with_lessons(wanted.modules)
    room = room_of(content, held, wanted, report)
    held = spoken(content, held, room, report)
    session = select(held, room, content.topics, report, participants=wanted.participants, minutes=wanted.minutes)
    kept = replace(session, start=wanted.start, edition=wanted.edition, paper=wanted.paper, place=wanted.place)
    return replace(kept, partners=named(content.layers.partners), beside=content.brand.beside)


Heard = dict[str, list[tuple[str, Used]]]
"""Document → what its texts are: contexts and messages."""


def draw(content: Content, session: Session, documents: tuple[str, ...], report: Report, ready: Ready = _nobody) -> Drawn:
    """The pages of the documents asked for; whatever does not fit is in the report.

    `ready` hears of the slides as soon as their pages are final, so that they can be rendered meanwhile.
    """
    from builder.typeset.measure import Ruler
    from builder.typeset.paper.editions import handouts
    from builder.typeset.sketch import Desk
    from builder.typeset.slide_pages import slide_pages

    room = session.room
    look = look_of(content.theme, room.audience.youngest.family, content.library.one("assets/fonts"), content.brand, session.edition)
    desk = Desk(look, Ruler(look.faces), content.scenes)
    heard: Heard = {}
    deck, sheets = composed(content, session, heard, report)
    drawn = {"slides": slide_pages(deck, desk, room.voice, room.guide, report)}
    if not report.errors:
        ready(drawn["slides"], look)
    label = content.called(room.voice)
    if "handouts" in documents or "guide" in documents:
        from builder.blocks.helplines import help_card

        drawn["handouts"] = handouts(sheets, desk, room.voice, help_card(room), label.string, session.paper, report)
    if "guide" in documents:
        drawn["guide"] = _guide(content, session, (deck, sheets), drawn, desk, heard)
    desk.ruler.tell(report)
    voices = tuple(voice for voice in (room.voice, room.voice.second, room.guide) if voice)
    return Drawn(session, look, drawn, voices, {name: review_of(content, heard[name]) for name in documents})


def composed(content: Content, session: Session, heard: Heard, report: Report) -> tuple[Document, Document]:
    """The frames of slides and sheets, their words held against the gate."""
    from builder.compose.gate import check_words
    from builder.compose.handouts import handouts
    from builder.compose.slides import slides

    deck = slides(session)
    heard["slides"] = session.room.heard()
    sheets = handouts(session)
    heard["handouts"] = session.room.heard()
    check_words((deck, sheets), content.forbidden, session.room.audience, report, content.lines)
    return deck, sheets


def _guide(content: Content, session: Session, made: tuple[Document, Document], drawn: dict[str, Pages], desk: Desk, heard: Heard) -> Pages:
    """The guide, which shows the slides, counts the sheets, and says who looked at the texts."""
    from builder.compose.colophon import with_colophon
    from builder.compose.guide import guide
    from builder.compose.handouts import child_sheets
    from builder.compose.steps import Printed
    from builder.typeset.paper.editions import guide as guide_pages

    room, (deck, sheets) = session.room, made
    own = {frame.id for frame in child_sheets(session)}
    shared = {frame.id: frame.shared_by for frame in sheets.frames if frame.id not in own}
    sizes = tuple(shared[page.id] for page in drawn["handouts"].pages if page.id in shared)
    printed = Printed(drawn["slides"], deck.frames, len(drawn["handouts"].pages) - len(sizes), sizes)
    told = guide(session, printed, content.called(room.guide))
    heard["guide"] = room.heard()
    reviews = {name: review_of(content, heard[name]) for name in heard}
    told = with_colophon(told, reviews, session, content.layers.counted(session.workshop.names))
    return guide_pages(told, drawn["slides"], desk, room.guide, session.paper)
