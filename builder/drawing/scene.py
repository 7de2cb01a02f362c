"""Scenes: a definition and a palette → one group, in coordinates from 0 to the scene's width and height."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from builder.drawing.bodies import Figure
from builder.drawing.definition import Definition, Placed
from builder.drawing.outline import Path, arch, curve, ellipse, rounded
from builder.drawing.parts import Drawing
from builder.drawing.people import figure
from builder.drawing.pieces import ONE_WAY, PIECES
from builder.model.page import Box, Colour, Group

Palette = Mapping[str, Colour]
_AS_THEY_ARE = ("left", "right", "mood", "full", "sits", "back")


def scene(definition: Definition, palette: Palette, *, mirrored: bool = False) -> Group:
    """The drawn scene. Colours named in it are roles of the palette, or `#RRGGBB`.

    `mirrored` swaps left and right; phones, clocks and marks stay as they are.
    """
    d = Drawing()
    for part in definition.parts:
        placed = _mirrored(part, definition.width) if mirrored else part
        _draw(d, placed, definition.height, palette)
    return Group(d.shapes(), box=Box(0, 0, definition.width, definition.height))


def _draw(d: Drawing, part: Placed, height: float, palette: Palette) -> None:
    match part.what:
        case "person":
            _place(d, figure(_figure(part, height, palette)), part)
        case "piece":
            _place(d, _piece(part, palette), part)
        case "ground":
            d.add(_colour(part.settings.get("fill", "soft"), palette), _mound(*part.which), line="thin")
        case _:
            d.add(_colour(part.settings.get("fill", "soft"), palette), _area(part))


def _mirrored(part: Placed, width: float) -> Placed:
    """The part on the other side of the scene."""
    if part.what not in ("person", "piece"):
        x, y, w, h = part.which
        return replace(part, which=[width - x - w, y, w, h])
    x, y = part.settings["at"]
    settings = {**part.settings, "at": [width - x, y]}
    if "turn" in settings:
        settings["turn"] = -part.number("turn", 0)
    if part.which.endswith("bubble"):
        settings["tail"] = "left" if settings.get("tail") == "right" else "right"
    elif part.which not in ONE_WAY:
        settings["flip"] = not settings.get("flip", False)
    return replace(part, settings=settings)


def _colour(name: str, palette: Palette) -> Colour:
    if not name.startswith("#") and name not in palette:
        raise ValueError(f"there is no colour {name}; there are {', '.join(palette)}")
    return Colour(name) if name.startswith("#") else palette[name]


def _place(d: Drawing, drawn: Drawing, part: Placed) -> None:
    x, y = part.settings["at"]
    flip = bool(part.settings.get("flip"))
    d.place(drawn, x, y, part.number("scale", 1), flip=flip, turn=part.number("turn", 0))


def _figure(part: Placed, height: float, palette: Palette) -> Figure:
    """The person of a part; a half figure is cut where the scene ends."""
    settings: dict[str, Any] = {name: part.settings[name] for name in _AS_THEY_ARE if name in part.settings}
    look, phone, holds = part.settings.get("look", 0), part.settings.get("phone", ""), part.settings.get("holds")
    settings["look"] = tuple(look) if isinstance(look, list) else (float(look), 0.0)
    settings["phone"] = {True: "back", False: ""}.get(phone, phone)
    settings["tilt"] = part.number("tilt", 0)
    settings["cut"] = (height - part.settings["at"][1]) / part.number("scale", 1)
    if holds:
        scale = part.number("grip", 0.5)
        settings["holds"] = Drawing().place(PIECES[holds](**_fills(part, palette)), 0, 24 * scale, scale)
    return Figure(part.which, **settings)


def _piece(part: Placed, palette: Palette) -> Drawing:
    tail = {"right": True} if part.settings.get("tail") == "right" else {}
    return PIECES[part.which](**_fills(part, palette), **tail)


def _fills(part: Placed, palette: Palette) -> dict[str, Any]:
    return {name: _colour(part.settings[name], palette) for name in ("fill", "accent") if name in part.settings}


def _area(part: Placed) -> Path:
    x, y, w, h = part.which
    if part.what == "arch":
        return arch(x, y, w, h)
    if part.what == "disc":
        return ellipse(x + w / 2, y + h / 2, w / 2, h / 2)
    return rounded(x, y, w, h, part.number("radius", 0))


def _mound(x: float, y: float, w: float, h: float) -> Path:
    """A low hill that people stand on; its ends run out, so that it needs no frame."""
    right, bottom, end = x + w, y + h, min(w * 0.12, 60)
    top, shoulder = y - h * 0.05, y + h * 0.14
    return curve(
        (x, bottom), (x, bottom - h * 0.5, x + end * 0.3, y + h * 0.22, x + end, shoulder),
        (x + w * 0.35, top, x + w * 0.65, top, right - end, shoulder),
        (right - end * 0.3, y + h * 0.22, right, bottom - h * 0.5, right, bottom),
    )  # fmt: skip
