"""The second half of the gate: words that must not be said to an audience, whatever the topics declared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from builder.lesson import Forbidden
from builder.model.audience import Audience
from builder.model.document import Document
from builder.model.language import primary
from builder.model.report import Report
from builder.model.voice import Said

_WRITTEN_ON = {"ar": "[وف]?(?:[بك]?ال|لل|[بكل])?"}
"""What a language writes onto the beginning of a word: in Arabic *and, so, with, like, for, the*."""


def bare(string: str) -> str:
    """The string in small letters, without accents and without marks that nobody sees."""
    apart = unicodedata.normalize("NFKD", string).casefold()
    return "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Cf"))


def check_words(
    documents: Iterable[Document], rules: Iterable[Forbidden], audience: Audience, report: Report, lines: Collection[Said] = ()
) -> None:  # fmt: skip
    """Tells of every forbidden word in what participants read, and children hear; `lines` stand on every page."""
    ours = [rule for rule in rules if any(band.id in rule.audiences for band in audience.bands)]
    patterns = [(rule, _pattern(rule)) for rule in ours if rule.words]
    children = not any(band.adult for band in audience.bands)
    for document in documents:
        shown = {said for frame in document.frames for said in frame.said()}
        heard = {said for frame in document.frames for said in frame.notes.say} if children else set()
        for said in {*shown, *heard, *lines}:
            for rule, pattern in patterns:
                found = pattern.search(bare(said.string)) if said.language in (rule.language, "") else None
                if found:
                    report.error("words-not-for-audience", said.place, word=found[1], audience=audience.id, reason=rule.reason)


def _pattern(rule: Forbidden) -> re.Pattern[str]:
    """Finds the beginnings of a rule's words in bare text, whatever is written onto them."""
    return re.compile(rf"\b{_WRITTEN_ON.get(primary(rule.language), '')}({'|'.join(map(re.escape, map(bare, rule.words)))})")
