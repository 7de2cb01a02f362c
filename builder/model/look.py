"""The theme as one audience sees it: its colours, its faces, its type sizes and measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from builder.model.page import Align, Colour, Face
from builder.model.partner import PLAIN, Brand

BODY_PITCH = 1.36
HEADING_PITCH = 1.24
LABEL_PITCH = 1.2
LARGE_PRINT = "large-print"
"""The edition that looks different."""
COLOUR, GREY, ECO = "colour", "grey", "eco"
PRINTS = (COLOUR, GREY, ECO)
"""How paper is printed: in colour; in black on white, which a copier keeps; so, and with as little toner as it can be read with."""


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
class LargePrint:
    """The measures of the edition for people with low vision, in points.

    `slide` is the smallest type of what is read on a slide, `label` that of everything else there. On paper there is one
    column: `body` and `headings` (of a page, a part, a paragraph) are (size, pitch), `least` the smallest of all; `writing` parts
    lines to write on, `box` is the side of one to tick, `stroke` how thick lines are.
    """

    slide: float
    label: float
    least: tuple[float, float]
    body: tuple[float, float]
    headings: tuple[tuple[float, float], ...]
    writing: float
    box: float
    stroke: float


@dataclass(frozen=True, slots=True)
class Look:
    """What typesetting needs to know. Sizes are (size, pitch) in points; `tokens` is the theme's file.

    Type is never set smaller than the edition allows: ask `heading`, `body` and `label` for it. Two languages stand side by
    side where they have `beside` points; else the second stands below, its type `below` times the first's, parted by `apart` times
    the pitch. `strip` is how tall the help strip of a slide is. `print` is how paper is printed.
    """

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
    large: LargePrint | None = None
    beside: float = 420.0
    below: float = 0.84
    apart: float = 0.0
    strip: float = 36.0
    print: str = GREY

    def colour(self, role: str) -> Colour:
        """A colour by its role, such as deep, main, soft, ink or help."""
        return self.colours[role]

    def heading(self, size: float, colour: str = "deep", pitch: float = 0) -> Style:
        """Heading type of this size."""
        if self.large and size < self.large.slide:
            size, pitch = self.large.slide, max(pitch, round(self.large.slide * HEADING_PITCH)) if pitch else 0
        return Style("heading", size, pitch or round(size * HEADING_PITCH), self.colours[colour])

    def body(self, size: float, colour: str = "ink", pitch: float = 0) -> Style:
        """Body type of this size."""
        if self.large and size < self.large.slide:
            size, pitch = self.large.slide, max(pitch, round(self.large.slide * HEADING_PITCH)) if pitch else 0
        return Style("body", size, pitch or round(size * BODY_PITCH, 1), self.colours[colour])

    def label(self, size: float, colour: str = "ink", pitch: float = 0, face: str = "body") -> Style:
        """Type of what stands beside the text: footers, strips, numbers, what a line is for."""
        size = max(size, self.large.label) if self.large else size
        pitch = max(pitch, round(size * LABEL_PITCH, 1)) if self.large and pitch else pitch
        return Style(face, size, pitch or round(size * (BODY_PITCH if face == "body" else HEADING_PITCH), 1), self.colours[colour])
