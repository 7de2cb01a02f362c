"""Easy read: what a variant for new readers and for readers with learning disabilities keeps to, in any language.

After Inclusion Europe, “Information for all: European standards for making information easy to read and understand” (2009):
short sentences, one idea a line, no italics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from builder.model.text import PLACEHOLDER, sentences, spans, words

MOST_WORDS = 12
"""How many words a sentence may have."""


class Hard(NamedTuple):
    """What makes an easy-read text hard: a problem's code and its values."""

    code: str
    values: tuple[tuple[str, str], ...]


def faults(lines: Iterable[str], *, listed: bool) -> Iterator[Hard]:
    """What is too hard in an easy-read text, in the order of its lines; a `listed` text has one idea a line."""
    for line in lines:
        said = sentences(PLACEHOLDER.sub("Name", line))
        longest = max(said, key=words, default="")
        if words(longest) > MOST_WORDS:
            yield Hard("easy-read-long-sentence", (("found", str(words(longest))), ("most", str(MOST_WORDS)), ("text", longest[:60])))
        if listed and len(said) > 1:
            yield Hard("easy-read-two-ideas", (("text", line[:60]),))
        if any(span.emphasis for span in spans(line)):
            yield Hard("easy-read-emphasis", (("text", line[:60]),))


_END = re.compile(r"[.!?…]+(?:[ \u00a0\u202f]?[”\"»’)])*(?:\*\*)?[ \n]+(?![”\"»])")
"""Where a sentence ends: French has a space before its closing quotes."""


def one_by_one(string: str) -> tuple[str, ...]:
    """The sentences of a text with their markup, to be set one below the other; whole where bold goes across them."""
    cuts = [0, *(match.end() for match in _END.finditer(string)), len(string)]
    parts = tuple(part for start, end in pairwise(cuts) if (part := string[start:end].strip(" \n")))
    return parts if parts and all(part.count("**") % 2 == 0 and words(part) for part in parts) else (string,)
