"""Texts: every reader has exactly one variant, and every placeholder is one we know."""

from __future__ import annotations

from typing import Any

from builder.blocks.base import Item, Written
from builder.model.audience import EVERYONE, Band, ByAudience, is_key, readers_of
from builder.model.country import PLACEHOLDERS
from builder.model.easy import faults
from builder.model.report import Report
from builder.model.source import Place
from builder.model.text import PLACEHOLDER, Text, Variant
from builder.validate.fields import near


def check_texts(model: Written, readers: tuple[Band, ...], known: tuple[Band, ...], report: Report) -> None:
    """Tells of gaps, overlaps, hard easy-read variants and unknown placeholders in the model's own texts (not its items')."""
    for text in own_texts(model):
        if all(variant.easy for variant in text.variants):
            report.error("variant-gap", text.place, audience=", ".join(band.id for band in readers), address=text.address)
        else:
            pairs = tuple((variant.key, variant.place) for variant in text.ordinary)
            _check(pairs, text.address, readers, known, report)
        _check_easy(text, readers, known, report)
        for variant in text.variants:
            _check_lines(variant, report)


def check_keys(value: ByAudience[Any], readers: tuple[Band, ...], known: tuple[Band, ...], place: Place, report: Report) -> None:
    """The same for numbers and lists that differ by audience."""
    _check(tuple((key, getattr(key, "place", place)) for key in value.keys), "", readers, known, report)


def own_texts(model: Any) -> list[Text]:
    """The texts of a model without those of its items."""
    found: list[Text] = []
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, Text):
            found.append(value)
        elif isinstance(value, Written) and not isinstance(value, Item):
            found += own_texts(value)
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


def _check_easy(text: Text, readers: tuple[Band, ...], known: tuple[Band, ...], report: Report) -> None:
    """An easy-read variant says who it is for as its text does, once for each reader, and is easy to read."""
    easy = [variant for variant in text.variants if variant.easy]
    by_age = any(variant.key != EVERYONE for variant in text.ordinary)
    for variant in easy:
        if not is_key(readers_of(variant.key), known):
            key, some = readers_of(variant.key), [band.id for band in known]
            report.error("unknown-range", variant.place, key=variant.key, address=text.address, near=near(key, some))
        elif by_age and readers_of(variant.key) == EVERYONE:
            report.error("easy-read-for-whom", variant.place, address=text.address, key=text.ordinary[0].key)
        for fault in faults(variant.lines, listed=text.listed):
            report.error(fault.code, variant.place, **dict(fault.values))
    for band in readers:
        mine = [variant for variant in easy if band.is_in(readers_of(variant.key))]
        if len(mine) > 1:
            report.error("variant-overlap", mine[1].place, audience=band.id, one=mine[0].key, other=mine[1].key)


def _check_lines(variant: Variant, report: Report) -> None:
    for line, place in variant.placed:
        for name in PLACEHOLDER.findall(line):
            if name not in PLACEHOLDERS:
                report.error("unknown-placeholder", place, name=name, near=near(name, sorted(PLACEHOLDERS)))
        if line.count("**") % 2:
            report.error("unclosed-bold", place, text=line[:60])
        without = PLACEHOLDER.sub("", line)
        if "{" in without or "}" in without:
            report.error("odd-brace", place, text=line[:60])
