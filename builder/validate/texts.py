"""Texts: every reader has exactly one variant, and every placeholder is one we know."""

from __future__ import annotations

from typing import Any

from builder.blocks.base import Item, Written
from builder.model.audience import Band, ByAudience, is_key
from builder.model.country import PLACEHOLDERS
from builder.model.report import Report
from builder.model.source import Place
from builder.model.text import PLACEHOLDER, Text
from builder.validate.fields import near


def check_texts(model: Written, readers: tuple[Band, ...], known: tuple[Band, ...], report: Report) -> None:
    """Tells of gaps, overlaps and unknown placeholders in the model's own texts (not its items')."""
    for text in _own_texts(model):
        pairs = tuple((variant.key, variant.place) for variant in text.variants)
        _check(pairs, text.address, readers, known, report)
        for variant in text.variants:
            _check_lines(variant.lines, variant.place, report)


def check_keys(value: ByAudience[Any], readers: tuple[Band, ...], known: tuple[Band, ...], place: Place, report: Report) -> None:
    """The same for numbers and lists that differ by audience."""
    _check(tuple((key, getattr(key, "place", place)) for key in value.keys), "", readers, known, report)


def _own_texts(model: Any) -> list[Text]:
    found: list[Text] = []
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, Text):
            found.append(value)
        elif isinstance(value, Written) and not isinstance(value, Item):
            found += _own_texts(value)
    return found


def _check(pairs: tuple[tuple[str, Place], ...], address: str, readers: tuple[Band, ...], known: tuple[Band, ...], report: Report) -> None:
    for key, place in pairs:
        if not is_key(key, known):
            report.error("unknown-range", place, key=key, address=address, near=near(key, [band.id for band in known]))
    if any(not is_key(key, known) for key, _ in pairs):
        return
    for band in readers:
        mine = [(key, place) for key, place in pairs if band.is_in(key)]
        if not mine:
            report.error("variant-gap", pairs[0][1], audience=band.id, address=address)
        if len(mine) > 1:
            report.error("variant-overlap", mine[1][1], audience=band.id, one=mine[0][0], other=mine[1][0])


def _check_lines(lines: tuple[str, ...], place: Place, report: Report) -> None:
    for line in lines:
        for name in PLACEHOLDER.findall(line):
            if name not in PLACEHOLDERS:
                report.error("unknown-placeholder", place, name=name, near=near(name, sorted(PLACEHOLDERS)))
        if line.count("**") % 2:
            report.error("unclosed-bold", place, text=line[:60])
        without = PLACEHOLDER.sub("", line)
        if "{" in without or "}" in without:
            report.error("odd-brace", place, text=line[:60])
