"""Scenes: a definition and a palette → one group, in coordinates from 0 to the scene's width and height."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from builder.drawing.definition import Definition, Placed
from builder.drawing.outline import Drawing, arch, ellipse, path, rounded
from builder.drawing.people import person
from builder.drawing.pieces import PIECES
from builder.model.page import Box, Colour, Group


def scene(definition: Definition, palette: Mapping[str, Colour]) -> Group:
    """The drawn scene. Colours named in it are roles of the palette, or `#RRGGBB`."""
    d = Drawing()
    for part in definition.parts:
        _DRAW[part.what](d, part, palette)
    return Group(d.shapes(), box=Box(0, 0, definition.width, definition.height))


def _fill(part: Placed, palette: Mapping[str, Colour], usual: str = "soft") -> Colour:
    name = str(part.settings.get("fill", usual))
    return Colour(name) if name.startswith("#") else palette[name]


def _place(d: Drawing, drawn: Drawing, part: Placed) -> None:
    x, y = part.settings["at"]
    flip, turn = bool(part.settings.get("flip")), part.number("turn", 0)
    d.place(drawn, x, y, part.number("scale", 1), flip=flip, rot=turn)


def _person(d: Drawing, part: Placed, _: Mapping[str, Colour]) -> None:
    s = part.settings
    drawn = person(
        part.which, s.get("left", "down"), s.get("right", "down"), s.get("mood", "calm"), part.number("look", 0),
        phone=bool(s.get("phone")), full=bool(s.get("full", True)), tilt=part.number("tilt", 0),
    )  # fmt: skip
    _place(d, drawn, part)


def _piece(d: Drawing, part: Placed, palette: Mapping[str, Colour]) -> None:
    settings: dict[str, Any] = {}
    if "tail" in part.settings:
        settings["tail"] = part.settings["tail"]
    if "fill" in part.settings:
        colour = _fill(part, palette).value
        settings["fill" if "bubble" in part.which else "c"] = colour
    _place(d, PIECES[part.which](**settings), part)


def _arch(d: Drawing, part: Placed, palette: Mapping[str, Colour]) -> None:
    d.add(_fill(part, palette), arch(*part.which))


def _disc(d: Drawing, part: Placed, palette: Mapping[str, Colour]) -> None:
    x, y, w, h = part.which
    d.add(_fill(part, palette), ellipse(x + w / 2, y + h / 2, w / 2, h / 2))


def _rectangle(d: Drawing, part: Placed, palette: Mapping[str, Colour]) -> None:
    x, y, w, h = part.which
    d.add(_fill(part, palette), rounded(x, y, w, h, part.number("radius", 0)))


def _ground(d: Drawing, part: Placed, palette: Mapping[str, Colour]) -> None:
    """A soft hill that people stand on."""
    x, y, w, h = part.which
    hill = path(
        "M{} {}L{} {}C{} {} {} {} {} {}L{} {}Z", x, y + h, x, y + 14, x + w * 0.3, y - 6, x + w * 0.7, y - 4, x + w, y + 10, x + w, y + h
    )
    d.add(_fill(part, palette), hill, line="none")


_DRAW = {"person": _person, "piece": _piece, "arch": _arch, "disc": _disc, "rectangle": _rectangle, "ground": _ground}
