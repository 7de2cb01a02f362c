"""What a translation must keep of its source: placeholders, markup, the number of items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


class Fault(NamedTuple):
    """What is wrong with a translation: a problem's code and its values."""

    code: str
    values: dict[str, str]


def _braces(text: str) -> list[str]:
    """The braces outside placeholders."""
    return sorted(re.findall(r"[{}]", _PLACEHOLDER.sub("", text)))


def faults(source: str, target: str, *, listed: bool = False, plural: bool = False) -> Iterator[Fault]:
    """Everything that a message does not keep. In a plural form a placeholder may be missing (“one child”)."""
    asked, given = Counter(_PLACEHOLDER.findall(source)), Counter(_PLACEHOLDER.findall(target))
    missing = sorted(set(asked) - set(given)) if not plural else []
    added = sorted(set(given) - set(asked))
    if missing or added:
        yield Fault("translation-placeholders", {"missing": ", ".join(missing) or "–", "added": ", ".join(added) or "–"})
    lines, items = source.count("\n") + 1, target.strip("\n").count("\n") + 1
    if lines != items and not plural:
        yield Fault("translation-items" if listed else "translation-lines", {"wanted": str(lines), "found": str(items)})
    odd = [row for row in target.split("\n") if row.count("**") % 2]
    if odd and not any(row.count("**") % 2 for row in source.split("\n")):
        yield Fault("translation-markup", {"text": odd[0][:60]})
    if _braces(target) != _braces(source):
        yield Fault("translation-brace", {"text": target[:60]})
    if any(not row.strip() for row in target.strip("\n").split("\n")) and target.strip():
        yield Fault("translation-empty-item", {"text": target[:60]})
