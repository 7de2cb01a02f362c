"""Phrases that must not stand in a text: they blame, frighten, are outdated or address readers in another way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.model.report import Report
from builder.model.source import Fields, Items, Place


class Phrase(NamedTuple):
    """What to avoid, what to say instead, why; addresses that begin like `unless` may quote it."""

    avoid: tuple[str, ...]
    say: str
    why: str
    unless: tuple[str, ...]
    place: Place

    def found(self, text: str, address: str) -> str:
        """The words of it that stand in a text, or nothing."""
        if address.startswith(self.unless):
            return ""
        for words in self.avoid:
            match = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
            if match:
                return match[0]
        return ""


def phrases(raw: Fields, report: Report) -> tuple[Phrase, ...]:
    """The phrases of a language's file; a line without `avoid`, `say` and `why` is a problem."""
    found = []
    for row in raw.get("phrases", []) if isinstance(raw.get("phrases"), Items) else []:
        if not isinstance(row, Fields) or not {"avoid", "say", "why"} <= set(row) or not isinstance(row["avoid"], Items):
            report.error("bad-phrase", getattr(row, "place", raw.place))
            continue
        avoid = tuple(_pattern(str(each)) for each in row["avoid"])
        unless = tuple(str(each) for each in row.get("unless", []))
        found.append(Phrase(avoid, str(row["say"]), str(row["why"]), unless, row.place))
    return tuple(found)


def _pattern(words: str) -> str:
    """The words as they may stand: any white space between them; a * at the end of a word for its endings."""
    return r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in words.split())


def avoided(text: str, address: str, known: Iterable[Phrase]) -> Iterator[tuple[Phrase, str]]:
    """Each phrase to avoid with its words in this text."""
    for each in known:
        words = each.found(text, address)
        if words:
            yield each, words
