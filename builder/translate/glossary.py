"""A language's fixed terms: what a term of the source is called, and which words must not be used for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.model.report import Report
from builder.model.source import Fields, Items, Place


class Term(NamedTuple):
    """A term of the source, its translation, words to avoid, why, and where that is said."""

    term: str
    use: str
    avoid: tuple[str, ...]
    note: str
    place: Place

    def is_in(self, text: str) -> bool:
        """Whether the source speaks of it."""
        return re.search(rf"\b{re.escape(self.term)}", text, re.IGNORECASE) is not None


def terms(raw: Fields, report: Report) -> tuple[Term, ...]:
    """The terms of a glossary file; a line without `term` and `use` is a problem."""
    found = []
    for row in raw.get("terms", []) if isinstance(raw.get("terms"), Items) else []:
        if not isinstance(row, Fields) or not {"term", "use"} <= set(row):
            report.error("bad-glossary", getattr(row, "place", raw.place))
            continue
        avoid = row.get("avoid", ())
        words = tuple(str(word) for word in (avoid if isinstance(avoid, Items) else [avoid] if avoid else []))
        found.append(Term(str(row["term"]), str(row["use"]), words, str(row.get("note", "")), row.place))
    return tuple(found)


def hints(source: str, glossary: Iterable[Term]) -> str:
    """The terms that a source text holds, each with its translation."""
    return "; ".join(f"{each.term} = {each.use}" for each in glossary if each.is_in(source))


def wrong(source: str, target: str, glossary: Iterable[Term]) -> Iterator[tuple[Term, str]]:
    """The words of a translation that the glossary replaces by others."""
    for each in glossary:
        if each.is_in(source):
            for word in each.avoid:
                if re.search(rf"\b{re.escape(word)}\b", target, re.IGNORECASE):
                    yield each, word
