"""The stages in order: content → session → documents → pages → files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from builder.blocks.base import Room
from builder.content import Content
from builder.lesson import Session, Workshop
from builder.model.audience import Audience
from builder.model.country import Country
from builder.model.look import Look
from builder.model.page import Pages
from builder.model.report import Report
from builder.model.voice import Language, Voice
from builder.select import select
from builder.validate.theme import look as look_of


@dataclass(frozen=True, slots=True)
class Combination:
    """One pack to build: for whom, in which language, where, with which settings."""

    audience: Audience
    language: Language
    guide_language: Language
    country: Country
    paper: str
    modules: tuple[str, ...] = ()
    edition: str = ""
    participants: int = 30
    start: int | None = None
    place: str = ""
    today: date = date.min


class Drawn(NamedTuple):
    """The typeset documents of one pack, and what was said to make them."""

    session: Session
    look: Look
    pages: dict[str, Pages]
    voices: tuple[Voice, Voice]


Ready = Callable[[Pages, Look], None]


def _nobody(pages: Pages, look: Look) -> None:
    """Hears of final pages and does nothing."""


def session_of(content: Content, workshop: Workshop, wanted: Combination, report: Report) -> Session:
    """The workshop for one room, with its two voices."""
    names = frozenset(
        {f"plan-{workshop.plan.id}", "documents", "safeguarding", "audiences", "pictures", f"country-{wanted.country.id}"}
        | {part.lesson.module.id for part in workshop.parts if part.lesson}
    )
    voices = [_voice(content, wanted, language, names, report) for language in (wanted.language, wanted.guide_language)]
    room = Room(voices[0], voices[1], wanted.country, wanted.today, content.pictures, content.safety)
    session = select(workshop, room, content.topics, report, modules=wanted.modules, participants=wanted.participants)
    return replace(session, start=wanted.start, edition=wanted.edition, paper=wanted.paper, place=wanted.place)


def _voice(content: Content, wanted: Combination, language: Language, names: frozenset[str], report: Report) -> Voice:
    form = wanted.country.address_form.get(language.tag, "")
    chain = (f"{language.tag}@{form}", *language.chain) if form else language.chain
    language = replace(language, chain=chain)
    child = wanted.country.helpline(wanted.today)
    for kind in ("child", "emergency"):
        if wanted.country.helpline(wanted.today, kind) is None:
            report.warning("no-printable-helpline", wanted.country.place, country=wanted.country.id, kind=kind)
    values = dict(wanted.country.values.get(language.tag) or {})
    if child:
        values |= {"helpline.child.number": child.number, "helpline.child.name": child.name}
    catalogues = content.catalogues(chain, names) if language.tag != "en" else {}
    return Voice(language, "en", wanted.audience, catalogues, values, content.documents, report)


def draw(content: Content, session: Session, documents: tuple[str, ...], report: Report, ready: Ready = _nobody) -> Drawn:
    """The pages of the documents asked for; whatever does not fit is in the report.

    `ready` hears of the slides as soon as their pages are final, so that they can be rendered meanwhile.
    """
    from builder.compose.gate import check_words
    from builder.compose.guide import Printed, guide
    from builder.compose.handouts import child_sheets, handouts
    from builder.compose.slides import slides
    from builder.typeset.measure import Ruler
    from builder.typeset.paper.guide import guide_pages
    from builder.typeset.paper.handouts import Press
    from builder.typeset.sketch import Desk
    from builder.typeset.slide_pages import slide_pages

    room = session.room
    look = look_of(content.theme, room.audience.youngest.family, content.library.one("assets/fonts"))
    desk = Desk(look, Ruler(look.faces), content.scenes)
    deck, sheets = slides(session), handouts(session)
    check_words((deck, sheets), content.forbidden, room.audience, report)
    drawn = {"slides": slide_pages(deck, desk, room.voice, room.guide, report)}
    if not report.errors:
        ready(drawn["slides"], look)
    label = content.called(room.voice)
    if "handouts" in documents or "guide" in documents:
        from builder.blocks.helplines import help_card

        press = Press(desk, room.voice, help_card(room), label.string, session.paper, report)
        drawn["handouts"] = press.pages(sheets)
    if "guide" in documents:
        children = len(child_sheets(session))
        printed = Printed(drawn["slides"], deck.frames, children, len(drawn["handouts"].pages) - children)
        audience = content.called(room.guide)
        drawn["guide"] = guide_pages(guide(session, printed, audience), drawn["slides"], desk, room.guide, session.paper)
    for character, family in sorted(desk.ruler.missing):
        report.error("no-glyph", None, character=character, font=family)
    return Drawn(session, look, drawn, (room.voice, room.guide))
