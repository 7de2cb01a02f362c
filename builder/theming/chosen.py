"""Which colours of a corporate template become which roles: what can be read as it is, else the nearest that can."""

from __future__ import annotations

from typing import NamedTuple

from builder.model.report import Report
from builder.model.source import Fields, Place, Word
from builder.validate.colours import check_colours
from builder.validate.contrast import distance, tint
from builder.validate.partner_brand import BrandRows, ColourRow

CANDIDATES = {
    "main": ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "dk2"),
    "deep": ("dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
    "pop": ("accent2", "accent3", "accent4", "accent5", "accent6"),
    "wash": ("lt2",),
}
FAR = 0.1
"""How far main and pop lie apart (ΔE in OKLab)."""
DULL = 0.04
"""Greys are no accent: how far from grey of the same lightness a main or pop lies."""


TINTS = {"soft": (0.87, 0.45), "wash": (0.96, 0.15)}
"""How light a tint of main is (OKLab), and how much of its vividness it keeps: about as in the palettes that the builder brings."""


class Choice(NamedTuple):
    """A role's colour, the slot it was taken from, what it was before it was mended, and the slots passed over.

    A tint of main has no slot.
    """

    role: str
    colour: str
    slot: str
    before: str = ""
    skipped: tuple[str, ...] = ()


def chosen(colours: dict[str, str], theme: Fields) -> list[Choice]:
    """The roles that the template has a colour for, each one readable beside the others."""
    found: list[Choice] = []
    for role, slots in CANDIDATES.items():
        choice = _chosen(role, [(slot, colours[slot]) for slot in slots if slot in colours], found, theme)
        if choice:
            found.append(choice)
    return [*found, *_tints(found, theme)]


def _tints(found: list[Choice], theme: Fields) -> list[Choice]:
    """Light grounds of main's hue where the template has none, so that it meets no colour of another."""
    made: list[Choice] = []
    main = next((each.colour for each in found if each.role == "main"), "")
    for role in sorted(TINTS.keys() - {each.role for each in found}) if main else ():
        colour = tint(main, *TINTS[role])
        near = nearest_of(role, colour, [*found, *made], theme)
        made.append(Choice(role, near or colour, ""))
    return made


def _chosen(role: str, some: list[tuple[str, str]], found: list[Choice], theme: Fields) -> Choice | None:
    taken = [each.colour for each in found if role == "pop" and each.role == "main"]
    wanted = [
        (slot, colour) for slot, colour in some
        if all(distance(colour, other) >= FAR for other in taken) and (role in ("deep", "wash") or not _is_grey(colour))
    ]  # fmt: skip
    skipped: list[str] = []
    for slot, colour in wanted:
        if not nearest_of(role, colour, found, theme):
            return Choice(role, colour, slot, "", tuple(skipped))
        skipped.append(slot)
    for slot, colour in wanted:
        near = nearest_of(role, colour, found, theme)
        if near:
            return Choice(role, near, slot, colour)
    return None


def nearest_of(role: str, colour: str, beside: list[Choice], theme: Fields) -> str:
    """The nearest colour that passes beside the others; empty when this one does (or none can)."""
    report = Report()
    check_colours(theme, rows_of([*beside, Choice(role, colour, "")]), report)
    mine = next((dict(each.values) for each in report.errors if dict(each.values).get("role") == role), None)
    return mine["near"] if mine else ""


def rows_of(choices: list[Choice], name: str = "") -> BrandRows:
    """The choices as a brand's rows."""
    place = Place(name)
    rows = tuple(ColourRow(Word.at("", place), each.role, Word.at(each.colour, place)) for each in choices)
    return BrandRows(place, colours=rows)


def _is_grey(colour: str) -> bool:
    value = round(sum(int(colour[at : at + 2], 16) for at in (1, 3, 5)) / 3)
    return distance(colour, f"#{value:02X}{value:02X}{value:02X}") < DULL
