"""A theme's file → the look it gives an audience, and the deck theme made from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from builder.model.look import Look
from builder.model.page import Colour, Face
from builder.model.source import Fields, Items, Word

_FACES = {
    "heading": ("Lexend SemiBold", "Lexend-SemiBold.ttf", False, False),
    "body": ("Andika", "Andika-Regular.ttf", False, False),
    "bold": ("Andika", "Andika-Bold.ttf", True, False),
    "emphasis": ("Andika", "Andika-Italic.ttf", False, True),
}
_PALETTE = ("deep", "main", "soft", "wash", "pop")
_SHARED = ("ink", "paper", "help", "cream", "mute", "line", "white", "help_wash")
HILL = "#A9CFAA"


def look(raw: Fields, family: str, fonts: Path) -> Look:
    """The look of one family – an audience's id in the theme's file."""
    tokens = numbers(raw)
    children = family in ("5-8", "9-12", "13-17")
    row = tokens["type"][family]
    sheet = tokens["sheets"]["body"][family if children else "adults"]
    return Look(
        "open-door",
        family,
        _colours(tokens, family),
        {key: Face(key, name, bold, italic, str(fonts / file)) for key, (name, file, bold, italic) in _FACES.items()},
        tuple(row["display"]),
        tuple(row["title"]),
        tuple(tokens["type"]["body_ladder"][family if children else "adults"]),
        row["radius"],
        tuple(sheet),
        tokens["sheets"]["writing_lines"][family if children else "adults"],
        tokens,
    )


def _colours(tokens: dict[str, Any], family: str) -> dict[str, Colour]:
    """Colours by role. Those of the deck's theme carry their role, so that a partner can restyle them."""
    mine = tokens["colours"]["families"][family]
    shared = tokens["colours"]["shared"]
    colours = {role: Colour(mine[role], role) for role in _PALETTE}
    colours |= {role: Colour(shared[role], role if role in ("ink", "paper", "help") else "") for role in _SHARED}
    colours |= {role: Colour(mine[role]) for role in ("on_main", "on_pop")}
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
