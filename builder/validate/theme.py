"""A theme's file → the look it gives an audience, in the colours and typefaces of a brand where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from builder.model.look import Look
from builder.model.page import Colour, Face
from builder.model.partner import PLAIN, Brand
from builder.model.source import Fields, Items, Word
from builder.validate.contrast import ink_on

_FACES = {
    "heading": ("Lexend SemiBold", "Lexend-SemiBold.ttf", False, False),
    "body": ("Andika", "Andika-Regular.ttf", False, False),
    "bold": ("Andika", "Andika-Bold.ttf", True, False),
    "emphasis": ("Andika", "Andika-Italic.ttf", False, True),
}
_STANDING_IN = {
    "heading/Arab": ("Noto Sans Arabic", "arabic/NotoSansArabic-Bold.ttf", True, False),
    "body/Arab": ("Noto Sans Arabic", "arabic/NotoSansArabic-Regular.ttf", False, False),
    "heading/Ethi": ("Noto Sans Ethiopic", "ethiopic/NotoSansEthiopic-Bold.ttf", True, False),
    "body/Ethi": ("Noto Sans Ethiopic", "ethiopic/NotoSansEthiopic-Regular.ttf", False, False),
    "heading/Hebr": ("Noto Sans Hebrew", "hebrew/NotoSansHebrew-Bold.ttf", True, False),
    "body/Hebr": ("Noto Sans Hebrew", "hebrew/NotoSansHebrew-Regular.ttf", False, False),
}
"""Faces for what the others lack, by script (ISO 15924): what is bold, and what is not."""
PALETTE = ("deep", "main", "soft", "wash", "pop")
_SHARED = ("ink", "paper", "help", "cream", "mute", "line", "white", "help_wash")
HILL = "#A9CFAA"


def look(raw: Fields, family: str, fonts: Path, brand: Brand = PLAIN) -> Look:
    """The look of one family – an audience's id in the theme's file –, branded."""
    tokens = numbers(raw)
    children = family in ("5-8", "9-12", "13-17")
    row = tokens["type"][family]
    sheet = tokens["sheets"]["body"][family if children else "adults"]
    faces = {key: Face(key, name, bold, italic, str(fonts / file)) for key, (name, file, bold, italic) in (_FACES | _STANDING_IN).items()}
    for script in {key.partition("/")[2] for key in _STANDING_IN}:
        faces |= {f"bold/{script}": faces[f"heading/{script}"], f"emphasis/{script}": faces[f"body/{script}"]}
    return Look(
        "open-door",
        family,
        _colours(tokens, family, brand),
        faces | dict(brand.faces),
        tuple(row["display"]),
        tuple(row["title"]),
        tuple(tokens["type"]["body_ladder"][family if children else "adults"]),
        row["radius"],
        tuple(sheet),
        tokens["sheets"]["writing_lines"][family if children else "adults"],
        tokens,
        brand,
    )


def palette(tokens: dict[str, Any], family: str, replaced: dict[str, str]) -> dict[str, str]:
    """Role → `#RRGGBB` of one family, some roles replaced; text on main and pop becomes ink or white, whichever reads better."""
    shared = {role: tokens["colours"]["shared"][role] for role in _SHARED}
    mine = {role: tokens["colours"]["families"][family][role] for role in (*PALETTE, "on_main", "on_pop")}
    found = shared | mine | replaced
    return found | {f"on_{role}": ink_on(replaced[role], found["ink"]) for role in ("main", "pop") if role in replaced}


def _colours(tokens: dict[str, Any], family: str, brand: Brand) -> dict[str, Colour]:
    """Colours by role. Those of the deck's theme carry their role, so that a partner can restyle them."""
    found = palette(tokens, family, {**brand.colours.get("", {}), **brand.colours.get(family, {})})
    themed = (*PALETTE, "ink", "paper", "help")
    colours = {role: Colour(value, role if role in themed else "") for role, value in found.items()}
    colours |= {f"sign_{name}": Colour(sign["fill"]) for name, sign in tokens["signs"].items()}
    colours |= {f"choice_{letter.lower()}": Colour(choice["fill"]) for letter, choice in tokens["choices"].items()}
    return colours | {"hill": Colour(HILL), "black": Colour("#000000")}


def numbers(raw: Any) -> Any:
    """A raw tree as plain values, with what reads as a number made one."""
    if isinstance(raw, Fields):
        return {str(key): numbers(value) for key, value in raw.items()}
    if isinstance(raw, Items):
        return [numbers(value) for value in raw]
    assert isinstance(raw, Word)
    try:
        return float(raw)
    except ValueError:
        return str(raw)
