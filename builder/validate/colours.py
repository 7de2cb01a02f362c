"""A brand's colours held against every colour they meet: what cannot be read never reaches a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
"""The least contrast of a bar, an arch or a heart with its ground."""
_STANDS_ON = {"main": ("wash", "paper"), "pop": ("wash", "paper", "cream")}
"""The light grounds of shapes; on soft no built-in pop of pale families would do, and none stands there."""


class Pair(NamedTuple):
    """Two roles that meet, and the contrast they need: text on a ground, or a shape on one."""

    text: str
    ground: str
    least: float = LEAST


def check_colours(raw_theme: Fields, rows: BrandRows, report: Report, *, every: bool = False) -> None:
    """Tells of every colour of the brand that cannot be read, cannot be seen, or looks like help – with the nearest that can.

    Each is held against the theme's own colours and those of the brand that are sound themselves, so that one bad colour is
    not told at its neighbours. Of a colour's pairs the worst is told, or `every` one.
    """
    tokens = numbers(raw_theme)
    families = list(tokens["colours"]["families"])
    known = [row for row in rows.colours if not row.family or row.family in families]
    for row in rows.colours:
        if row not in known:
            report.error("unknown-audience", row.family.place, name=row.family, all=", ".join(families), near=near(row.family, families))
    sound = [row for row in known if Trial(row, [row], tokens).passes(str(row.value))]
    for row in known:
        _tell(Trial(row, [*(each for each in sound if each is not row), row], tokens), report, every=every)


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
    for each in ("main", "pop"):
        for ground in _STANDS_ON[each]:
            if role in (each, ground):
                yield Pair(each, ground, VISIBLE)


@dataclass(frozen=True, slots=True)
class Trial:
    """A colour in every family it stands in, beside other colours of its brand."""

    row: ColourRow
    rows: list[ColourRow]
    tokens: Mapping[str, Any]

    @property
    def help(self) -> str:
        """The colour that means help."""
        return str(self.tokens["colours"]["shared"]["help"])

    def faults(self, colour: str) -> Iterator[tuple[float, Pair]]:
        """The pairs that this colour would not do for: what share of the contrast they reach."""
        role = self.row.role
        for family in self.tokens["colours"]["families"]:
            mine = replaced(self.rows, family)
            if self.row.family not in ("", family) or mine.get(role) != self.row.value:
                continue
            found = palette(dict(self.tokens), family, mine | {role: colour})
            for pair in pairs(self.tokens, family, role):
                contrast = ratio(found[pair.text], found[pair.ground])
                if contrast < pair.least:
                    yield contrast / pair.least, pair

    def passes(self, colour: str) -> bool:
        """Whether the colour would do."""
        return distance(colour, self.help) >= NOT_HELP and not any(self.faults(colour))


def _tell(trial: Trial, report: Report, *, every: bool) -> None:
    row, colour = trial.row, str(trial.row.value)
    if trial.passes(colour):
        return
    values = {"found": colour, "role": row.role, "near": nearest(colour, trial.passes)}
    if distance(colour, trial.help) < NOT_HELP:
        report.error("colour-like-help", row.value.place, **values)
        return
    worst: dict[Pair, float] = {}
    for share, pair in sorted(trial.faults(colour)):
        worst.setdefault(pair, share)
    for pair, share in list(worst.items())[: None if every else 1]:
        code = "colour-unseen" if pair.least == VISIBLE else "colour-illegible"
        names = {"text": say(f"role-{pair.text}"), "ground": say(f"role-{pair.ground}")}
        contrast = f"{int(share * pair.least * 100) / 100:.2f}"
        report.error(code, row.value.place, ratio=contrast, least=f"{pair.least:g}", **names, **values)
