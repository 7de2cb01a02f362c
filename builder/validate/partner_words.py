"""What a partner wrote, word by word: left-over dots, telephone numbers as plain text, a value as a problem may show it."""

from __future__ import annotations

import re
from typing import Any

from builder.model.report import Report
from builder.model.source import Fields, Items, Word


def check_written(value: Any, report: Report) -> None:
    """Tells of the dots of an example where words should stand, and of telephone numbers written as plain text."""
    if isinstance(value, (Fields, Items)):
        for each in value.values() if isinstance(value, Fields) else value:
            check_written(each, report)
    elif value == "…":
        report.error("text-to-write", value.place)
    elif isinstance(value, Word) and (number := telephone(value)):
        report.error("number-as-text", value.place, number=number)


_NUMBER = re.compile(r"\+?\d[\d ().\u00a0/–-]{3,}\d")
_NO_NUMBER = re.compile(r"\d{1,3}([ .,\u00a0]\d{3})+|\d{4}-\d\d(-\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}[–-]\d{4}|[\d.]+")
"""Sums, dates, spans of years; digits without a gap are left to the reader where they are fewer than six."""


def telephone(string: str) -> str:
    """What looks like a telephone number: six digits and more that are no sum and no date; nothing where there is none."""
    for found in _NUMBER.finditer(string):
        digits = re.sub(r"\D", "", found[0])
        plain = _NO_NUMBER.fullmatch(found[0].strip())
        if len(digits) >= 6 and not (plain and not (found[0].isdigit() and len(digits) >= 7)):
            return found[0].strip()
    return ""


def shown(value: Any) -> str:
    """A value as it may stand in a problem: a word, cut where it is long; nothing of lists and mappings."""
    return str(value)[:40] if isinstance(value, Word) else "…"
