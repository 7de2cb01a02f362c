"""A brand's colours held against every colour they meet: what cannot be read never reaches a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from builder.model.report import Report
from builder.model.source import Fields
from builder.validate.contrast import LEAST, distance, nearest, ratio
from builder.validate.fields import near
from builder.validate.partner_brand import BrandRows, ColourRow
from builder.validate.theme import numbers, palette
from builder.wording import say

NOT_HELP = 0.06
"""How far from the help colour a brand's colour must lie (ΔE in OKLab): about what two neighbours of a palette differ by."""
VISIBLE = 1.3
"""The least contrast of a bar or an arch with its ground."""


class Pair(NamedTuple):
    """Two roles that meet, and the contrast they need: text on a ground, or a shape on one."""

    text: str
    ground: str
    least: float = LEAST


def check_colours(raw_theme: Fields, rows: BrandRows, report: Report) -> None:
    """Tells of every colour of the brand that cannot be read, cannot be seen, or looks like help – with the nearest that can."""
    tokens = numbers(raw_theme)
    families = list(tokens["colours"]["families"])
    for row in rows.colours:
        if row.family and row.family not in families:
            report.error("unknown-audience", row.family.place, name=row.family, all=", ".join(families), near=near(row.family, families))
        else:
            _check(row, tokens, rows.colours, report)


def replaced(rows: Iterable[ColourRow], family: str) -> dict[str, str]:
    """Role → colour that a brand gives a family, its own before those for every family."""
    rows = list(rows)
    return {row.role: str(row.value) for wanted in ("", family) for row in rows if row.family == wanted}


def pairs(tokens: Mapping[str, Any], family: str, role: str) -> Iterator[Pair]:
    """Every pair of a family in which the role stands, as the theme's file lists them."""
    for name in tokens["colours"]["families"][family]["contrast"]:
        text, _, ground = name.partition("_on_") if "_on_" in name else (name, "_on_", name.removeprefix("on_"))
        if role in (text, ground):
            yield Pair(text, ground)
    if role == "deep":
        yield Pair("deep", "cream")
    if role in ("main", "wash"):
        yield Pair("main", "wash", VISIBLE)
    if role == "main":
        yield Pair("main", "paper", VISIBLE)


def _check(row: ColourRow, tokens: Mapping[str, Any], rows: tuple[ColourRow, ...], report: Report) -> None:
    """One colour in every family it stands in: the worst pair is told."""
    meant = [name for name in tokens["colours"]["families"] if row.family in ("", name)]
    seen = [name for name in meant if replaced(rows, name).get(row.role) == row.value]
    help_colour = tokens["colours"]["shared"]["help"]

    def faults(colour: str) -> Iterator[tuple[float, Pair]]:
        for family in seen:
            found = palette(dict(tokens), family, replaced(rows, family) | {row.role: colour})
            for pair in pairs(tokens, family, row.role):
                contrast = ratio(found[pair.text], found[pair.ground])
                if contrast < pair.least:
                    yield contrast / pair.least, pair

    def passes(colour: str) -> bool:
        return distance(colour, help_colour) >= NOT_HELP and not any(faults(colour))

    if passes(str(row.value)):
        return
    worst = min(faults(str(row.value)), default=None)
    values = {"found": row.value, "role": row.role, "near": nearest(str(row.value), passes)}
    if distance(str(row.value), help_colour) < NOT_HELP:
        report.error("colour-like-help", row.value.place, **values)
    elif worst:
        share, pair = worst
        code = "colour-unseen" if pair.least == VISIBLE else "colour-illegible"
        names = {"text": say(f"role-{pair.text}"), "ground": say(f"role-{pair.ground}")}
        contrast = f"{int(share * pair.least * 100) / 100:.2f}"
        report.error(code, row.value.place, ratio=contrast, least=f"{pair.least:g}", **names, **values)
