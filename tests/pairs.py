"""Packs that stand for all: each two of plan, audience, language, country, paper and edition meet in one, where they may.

The words come from the lessons' folders and from what `workshop build` knows, so that a new language or edition is in the
sample on the day it is there.
"""

import os
from collections.abc import Iterator
from functools import cache
from itertools import combinations as each_two
from itertools import cycle, product
from pathlib import Path
from typing import NamedTuple

from builder.content import Content
from builder.library import Library, installed
from builder.model.country import Country
from builder.model.report import Report
from builder.packing import Slides, built
from builder.pipeline import session_of
from builder.request import EDITIONS, PAPERS, Outcome, Request, combinations, drawn_for, offered
from tests.conftest import DAY

ALL = bool(os.environ.get("WORKSHOP_DRAW_ALL"))
VALIDATORS = ("openxml-audit", "open-xml-sdk")
TOO_LONG = {"does-not-fit", "word-too-wide", "sheet-too-full"}


class Offer(NamedTuple):
    """What makes a pack, in the words of a command – two languages are joined by a plus –, and who proves its deck.

    Each validator meets each plan, language, country, audience and edition; with WORKSHOP_DRAW_ALL both meet every deck.
    """

    plan: str
    language: str
    country: str
    audience: str
    edition: str
    paper: str
    validator: str

    @property
    def name(self) -> str:
        return "_".join(filter(None, self))

    @property
    def columns(self) -> tuple[str, ...]:
        """The values that are to meet each other: the first language, and whether a second stands beside it, are two."""
        first, beside, _ = self.language.partition("+")
        return (self.plan, first, *self[2:], "two languages" if beside else "one")


@cache
def content() -> Content:
    """The lessons."""
    return Content(Library((installed(),)), Report())


@cache
def plans() -> dict[str, list[str]]:
    """The plans and their audiences."""
    known = {name: content().workshop(name) for name in sorted(content().library.plans())}
    return {name: [str(each) for each in workshop.plan.audiences] for name, workshop in known.items() if workshop}


def countries() -> list[Country]:
    """All countries, in order."""
    return [country for name in sorted(content().library.countries()) if (country := content().country(name))]


def kinds() -> list[Country]:
    """One country of each kind: the same languages, a child helpline or none; the paper is a setting of its own."""
    found = {(languages(each), each.helpline(DAY) is None): each for each in reversed(countries())}
    return sorted(found.values(), key=lambda each: each.id)


def languages(country: Country) -> tuple[str, ...]:
    """A country's languages, and its first beside its last."""
    own = tuple(tag for tag in country.languages if tag in content().library.languages())
    return (*own, f"{own[0]}+{own[-1]}") if len(own) > 1 else own


@cache
def pairs() -> tuple[Offer, ...]:
    """Few packs in which each two values meet that may: again and again the row with most pairs that did not meet yet."""
    rest = list(product(("", *EDITIONS), PAPERS, VALIDATORS))
    rows = [Offer(*place, *settings) for place in places(kinds()) for settings in rest]
    open_ = {pair for row in rows for pair in met(row)}
    chosen = []
    while open_:
        best = max(rows, key=lambda row: len(met(row) & open_))
        chosen.append(best)
        open_ -= met(best)
    return tuple(chosen)


@cache
def met(row: Offer) -> frozenset[tuple[int, str, int, str]]:
    """Each two values of a row, with the columns they stand in."""
    return frozenset((*one, *other) for one, other in each_two(enumerate(row.columns), 2))


def places(some: list[Country]) -> Iterator[tuple[str, str, str, str]]:
    """Each plan in each language of each of these countries, for each of its audiences."""
    for plan, audiences in plans().items():
        for audience in audiences:
            for country in some:
                for language in languages(country):
                    yield plan, language, country.id, audience


def everything() -> tuple[Offer, ...]:
    """Every plan for each of its audiences in each language of each country; papers and editions take turns."""
    papers, editions = cycle(PAPERS), cycle(("", *EDITIONS))
    return tuple(Offer(*place, next(editions), next(papers), "") for place in places(countries()))


@cache
def sample() -> tuple[Offer, ...]:
    """The packs of this run."""
    return everything() if ALL else pairs()


def files(offer: Offer) -> dict[str, bytes]:
    """The files of a pack as `workshop build` makes them, as a draft where texts are missing.

    None at all where the build refuses because a translation is too long, which may happen to drafts and to two languages.
    """
    report = Report()
    workshop = content().workshop(offer.plan)
    assert workshop
    request = Request(
        offer.plan, Path("output"), DAY, offer.audience, offer.language, offer.country, paper=offer.paper, edition=offer.edition, draft=True
    )
    wanted = combinations(request, content(), workshop, Outcome(report))[0]
    documents = offered(offer.edition)
    slides = Slides(False)
    drawn = drawn_for(content(), session_of(content(), workshop, wanted, report), documents, report, slides)
    codes = {problem.code for problem in report.errors}
    may_be_refused = wanted.second is not None or wanted.language.standing == "draft"
    if may_be_refused and codes and codes <= TOO_LONG:
        return {}
    assert [(each.code, each.place, each.values) for each in report.errors] == [], offer.name
    return built(content(), drawn, slides, wanted, documents).files
