"""Whether every text fits, in every language: whole workshops drawn without being written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

from builder.content import Content
from builder.lesson import Workshop
from builder.model.audience import EASY, Audience, Band, readers_of
from builder.model.combination import Combination
from builder.model.country import Country
from builder.model.language import Language, tag_of
from builder.model.report import BuildFailed, Problem, Report
from builder.pipeline import draw, session_of

LAYOUT = (
    "does-not-fit", "word-too-wide", "sheet-too-full", "no-glyph", "script-not-supported", "words-not-for-audience",
    "placeholder-without-value",
)  # fmt: skip


ON_PAPER = ("children-one-visit", "caregivers-evening")
"""The plans that such papers are drawn for."""
PAPERS = (
    "help-card", "trust-circle", "pledge-wall", "evaluation", "evaluation-tally", "permissions", "forms", "agenda", "press-note",
    "certificates", "posters",
)  # fmt: skip
"""Papers whose words are for the most part the same for every lesson."""
ON_PAGES = ("slides", "handouts", "cards", "question-cards")
"""What has a place that a text can leave; the guide flows on."""


def check_fit(content: Content, tags: Collection[str], today: date, names: Collection[str] = ()) -> None:
    """Draws each lesson and plan – or those of these PO names – for each audience; what does not fit is in the report."""
    for workshop in _workshops(content, names):
        for language, country in _tongues(content, tags):
            if not _is_begun(content, workshop, language):
                continue
            for band in content.bands:
                if any(band.is_in(str(key)) for key in workshop.plan.audiences):
                    wanted = Combination(Audience((band,)), language, language, country, country.paper, today=today, draft=True)
                    _draw(content, workshop, wanted)
                    if _is_easy(workshop, band):
                        _draw(content, workshop, replace(wanted, audience=Audience((band,), easy=True), edition=EASY))


def check_papers(content: Content, tags: Collection[str], today: date) -> None:
    """Draws the papers whose words are the same for every lesson, for children and for adults; what does not fit is in the report."""
    for language, country in _tongues(content, tags):
        for name in ON_PAPER:
            plan = content.workshop(name)
            if plan:
                band = next(band for band in content.bands if any(band.is_in(str(key)) for key in plan.plan.audiences))
                wanted = Combination(Audience((band,)), language, language, country, country.paper, today=today, draft=True)
                _draw(content, plan, wanted, PAPERS)


def _is_easy(workshop: Workshop, band: Band) -> bool:
    """Whether this audience has any easy-read variant in it."""
    texts = (text for block in workshop.blocks for text in block.texts(Audience((band,))))
    return any(variant.easy and band.is_in(readers_of(variant.key)) for text in texts for variant in text.variants)


def _workshops(content: Content, names: Collection[str]) -> Iterator[Workshop]:
    """Each lesson and collection whole, then each plan's own blocks."""
    for name in (*content.library.modules(), *content.library.collections()):
        workshop = content.whole(name) if not names or name in names else None
        if workshop:
            yield workshop
    for name in content.library.plans():
        plan = content.workshop(name) if not names or f"plan-{name}" in names else None
        if plan:
            own = tuple(part for part in plan.parts if part.blocks and part.blocks[0].address.startswith(f"plan-{name}/"))
            handouts = plan.plan.handouts.model_copy(update={"child": (), "one_sheet": ()})
            yield replace(plan, plan=plan.plan.model_copy(update={"handouts": handouts}), parts=own)


def _is_begun(content: Content, workshop: Workshop, language: Language) -> bool:
    """Whether any text of it is written in the language; where none is, there is nothing to mend."""
    written = {tag_of(content.layers.written.get(block.place.file, "en")) for block in workshop.blocks}
    if written & language.spoken:
        return True
    names = {name for name in workshop.names if any(block.address.startswith(f"{name}/") for block in workshop.blocks)}
    return any(True for layer in language.chain for _ in content.library.catalogues(layer, names))


def _tongues(content: Content, tags: Collection[str]) -> Iterator[tuple[Language, Country]]:
    """Each language asked for, once for each form of address, with the longest name of everything that any country has."""
    countries = [country for name in content.library.countries() if (country := content.country(name))]
    for tag in tags:
        language = content.language(tag)
        offering = [country for country in countries if tag in country.languages] or countries[:1]
        forms = {each.address_form.get(tag, ""): each for each in reversed(offering)}
        for country in forms.values():
            alike = [each for each in offering if each.address_form.get(tag, "") == country.address_form.get(tag, "")]
            if language:
                yield language, replace(country, values={**country.values, tag: _longest([each.values.get(tag, {}) for each in alike])})


def _longest(values: Collection[Mapping[str, str]]) -> dict[str, str]:
    """Placeholder → its longest value."""
    return {name: max((each.get(name, "") for each in values), key=len) for each in values for name in each}


def _draw(content: Content, workshop: Workshop, wanted: Combination, documents: tuple[str, ...] = ON_PAGES) -> None:
    report = Report()
    with suppress(BuildFailed):
        draw(content, session_of(content, workshop, wanted, report), documents, report)
    for problem in report.problems:
        if problem.code in LAYOUT and not _is_untranslated(content, problem, wanted):
            content.report.add(problem)


def _is_untranslated(content: Content, problem: Problem, wanted: Combination) -> bool:
    """Whether the problem is about the source text that stands where a translation is missing."""
    if wanted.language.tag == "en" or problem.place is None:
        return False
    if tag_of(content.layers.written.get(problem.place.file, "en")) in wanted.language.spoken:
        return False
    return not any(f"/locale/{layer}/" in problem.place.file for layer in wanted.language.layers(wanted.country.address_form))
