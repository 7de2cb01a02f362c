"""A theme's file → the look it gives an audience, in the colours and typefaces of a brand where there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from builder.model.look import LARGE_PRINT, LargePrint, Look
from builder.model.page import Colour, Face
from builder.model.partner import PLAIN, Brand
from builder.model.source import Fields, Items, Word
from builder.validate.contrast import ink_on, nearest, ratio

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
CLEAR = 7.0
"""The contrast of every text in large print (WCAG 2.2, 1.4.6)."""


def look(raw: Fields, family: str, fonts: Path, brand: Brand = PLAIN, edition: str = "") -> Look:
    """The look of one family – an audience's id in the theme's file –, branded, in an edition that looks different."""
    ordinary = _ordinary(raw, family, fonts, brand)
    return _large(ordinary) if edition == LARGE_PRINT else ordinary


def _ordinary(raw: Fields, family: str, fonts: Path, brand: Brand) -> Look:
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


def _large(ordinary: Look) -> Look:
    """The look for people with low vision: larger type, bold instead of italics, one language below the other, clear colours."""
    measures = ordinary.tokens["large_print"]
    body = measures["body"].get(ordinary.family, measures["body"]["adults"])
    large = LargePrint(
        measures["slide"], measures["label"], tuple(measures["least"]), tuple(body), tuple(tuple(each) for each in measures["headings"]),
        measures["writing"], measures["box"], measures["stroke"],
    )  # fmt: skip
    upright = {key: ordinary.faces[key.replace("emphasis", "bold")] for key in ordinary.faces if key.startswith("emphasis")}
    return replace(
        ordinary,
        colours=clear(ordinary.colours),
        faces={**ordinary.faces, **upright},
        ladder=tuple(dict.fromkeys(max(size, large.slide) for size in ordinary.ladder)),
        large=large,
        beside=float("inf"),
        below=1.0,
        apart=0.25,
        strip=56.0,
    )


_MEET = {
    "deep": ("soft", "wash", "paper", "cream", "white"), "help": ("help_wash", "white"),
    **dict.fromkeys((f"sign_{name}" for name in ("stop", "block", "save", "tell")), ("paper", "wash", "white")),
    **dict.fromkeys((f"choice_{letter}" for letter in "abcd"), ("white",)),
}  # fmt: skip
"""Colours of text, and the grounds on which it stands – or the colour of the text that stands on them."""


def clear(colours: Mapping[str, Colour]) -> dict[str, Colour]:
    """The colours, those of text made darker until they are clear on every ground they meet; what was faint is ink."""
    found = dict(colours) | {"mute": colours["ink"]}
    for role, grounds in _MEET.items():
        darker = nearest(colours[role].value, _clear_on([colours[each].value for each in grounds]))
        found[role] = Colour(darker or colours["ink"].value, colours[role].role)
    return found


def _clear_on(grounds: list[str]) -> Callable[[str], bool]:
    return lambda tried: all(ratio(tried, ground) >= CLEAR for ground in grounds)


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
