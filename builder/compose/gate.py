"""The second half of the gate: words that must not be said to an audience, whatever the topics declared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from builder.lesson import Forbidden
from builder.model.audience import Audience
from builder.model.document import Document
from builder.model.report import Report
from builder.model.voice import Said


def check_words(documents: Iterable[Document], rules: Iterable[Forbidden], audience: Audience, report: Report) -> None:
    """Tells of every forbidden word in what participants read."""
    ours = [rule for rule in rules if any(band.id in rule.audiences for band in audience.bands)]
    patterns = [(rule, re.compile(rf"\b({'|'.join(map(re.escape, rule.words))})", re.IGNORECASE)) for rule in ours if rule.words]
    for document in documents:
        for said in {said for frame in document.frames for said in _said((frame.title, frame.strip, frame.pieces))}:
            for rule, pattern in patterns:
                found = pattern.search(said.string) if rule.language == said.language else None
                if found:
                    report.error("words-not-for-audience", said.place, word=found[1], audience=audience.id, reason=rule.reason)


def _said(value: Any) -> Iterator[Said]:
    """Every Said inside pieces."""
    if isinstance(value, Said):
        yield value
        yield from (value.second,) if value.second else ()
    elif isinstance(value, tuple):
        for each in value:
            yield from _said(each)
