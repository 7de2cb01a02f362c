"""The theme as one audience sees it: its colours, its faces, its type sizes and measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from builder.model.page import Align, Colour, Face
from builder.model.partner import PLAIN, Brand

BODY_PITCH = 1.36
HEADING_PITCH = 1.24


class Style(NamedTuple):
    """How text is set: face key, size and pitch in points, colour, alignment."""

    face: str
    size: float
    pitch: float
    colour: Colour
    align: Align = Align.START
    bold: bool = False

    def at(self, size: float) -> Style:
        """The same style at another size, its pitch in proportion."""
        return self._replace(size=size, pitch=round(self.pitch * size / self.size, 1))

    def in_colour(self, colour: Colour) -> Style:
        """The same style in another colour."""
        return self._replace(colour=colour)

    def aligned(self, align: Align) -> Style:
        """The same style with another alignment."""
        return self._replace(align=align)


@dataclass(frozen=True, slots=True)
class Look:
    """What typesetting needs to know. Sizes are (size, pitch) in points; `tokens` is the theme's file."""

    theme: str
    family: str
    colours: Mapping[str, Colour]
    faces: Mapping[str, Face]
    display: tuple[float, float]
    title: tuple[float, float]
    ladder: tuple[float, ...]
    radius: float
    sheet: tuple[float, float]
    writing: float
    tokens: Mapping[str, Any]
    brand: Brand = PLAIN

    def colour(self, role: str) -> Colour:
        """A colour by its role, such as deep, main, soft, ink or help."""
        return self.colours[role]

    def heading(self, size: float, colour: str = "deep", pitch: float = 0) -> Style:
        """Heading type of this size."""
        return Style("heading", size, pitch or round(size * HEADING_PITCH), self.colours[colour])

    def body(self, size: float, colour: str = "ink", pitch: float = 0) -> Style:
        """Body type of this size."""
        return Style("body", size, pitch or round(size * BODY_PITCH, 1), self.colours[colour])
