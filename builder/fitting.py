"""Whether every text fits, in every language: whole workshops drawn without being written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from builder.content import Content
from builder.lesson import Part, Workshop
from builder.model.audience import Audience
from builder.model.combination import Combination
from builder.model.country import Country
from builder.model.language import Language
from builder.model.report import BuildFailed, Problem, Report
from builder.pipeline import draw, session_of
from builder.request import DOCUMENTS

LAYOUT = ("does-not-fit", "word-too-wide", "sheet-too-full", "no-glyph", "words-not-for-audience", "placeholder-without-value")


def check_fit(content: Content, tags: Collection[str], today: date, names: Collection[str] = ()) -> None:
    """Draws each lesson and plan – or those of these PO names – for each audience; what does not fit is in the report."""
    seen: set[tuple[str, str, str]] = set()
    for plan in content.library.plans():
        workshop = content.workshop(plan)
        for language, country in _tongues(content, tags) if workshop else ():
            for band in content.bands:
                if workshop and any(band.is_in(str(key)) for key in workshop.plan.audiences):
                    wanted = Combination(Audience((band,)), language, language, country, country.paper, today=today, draft=True)
                    some = _unseen(workshop, (band.id, language.tag), seen, names)
                    if some.parts:
                        _draw(content, some, wanted)


def _tongues(content: Content, tags: Collection[str]) -> Iterator[tuple[Language, Country]]:
    """Each language asked for with a country, once for each form of address that countries choose."""
    countries = [country for name in content.library.countries() if (country := content.country(name))]
    for tag in tags:
        language = content.language(tag)
        offering = [country for country in countries if tag in country.languages] or countries[:1]
        if language:
            yield from ((language, each) for each in {each.address_form.get(tag, ""): each for each in reversed(offering)}.values())


def _unseen(workshop: Workshop, room: tuple[str, str], seen: set[tuple[str, str, str]], names: Collection[str]) -> Workshop:
    """The workshop with whole lessons that were not yet drawn for this room."""
    parts = []
    for part in workshop.parts:
        name = str(part.lesson.module.id) if part.lesson else f"plan-{workshop.plan.id}"
        if (part.lesson and (name, *room) in seen) or (names and name not in names):
            continue
        seen.add((name, *room))
        parts.append(Part(part.lesson.blocks, part.lesson) if part.lesson else part)
    return replace(workshop, parts=tuple(parts))


def _draw(content: Content, workshop: Workshop, wanted: Combination) -> None:
    report = Report()
    with suppress(BuildFailed):
        draw(content, session_of(content, workshop, wanted, report), DOCUMENTS, report)
    for problem in report.problems:
        if problem.code in LAYOUT and not _is_untranslated(problem, wanted):
            content.report.add(problem)


def _is_untranslated(problem: Problem, wanted: Combination) -> bool:
    """Whether the problem is about the source text that stands where a translation is missing."""
    return wanted.language.tag != "en" and problem.place is not None and "/locale/" not in problem.place.file
