"""Drawings: parts of one fill in painting order, which become page items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import NamedTuple

from builder.drawing.outline import Path, bounds, moved
from builder.model.page import Colour, Paths, Pattern, Shape

INK = "#2B2422"
PAPER = "#FFFDF8"
Fill = str | Colour


class Part(NamedTuple):
    """Paths of one fill, and how they look in line art."""

    fill: Colour
    paths: tuple[Path, ...]
    line: Pattern


@dataclass(slots=True)
class Drawing:
    """Parts in painting order."""

    parts: list[Part] = field(default_factory=list)

    def add(self, fill: Fill, *paths: Path | list[Path], line: str = "white") -> Drawing:
        """Adds a part, unless it has no paths, and gives the drawing."""
        flat: list[Path] = []
        for some in paths:
            if isinstance(some, list):
                flat += some
            else:
                flat.append(some)
        if flat:
            self.parts.append(Part(fill if isinstance(fill, Colour) else Colour(fill), tuple(flat), Pattern(line)))
        return self

    def place(self, other: Drawing, dx: float = 0, dy: float = 0, scale: float = 1, *, flip: bool = False, turn: float = 0) -> Drawing:
        """Adds another drawing scaled, mirrored, turned by degrees and moved; the points themselves move."""
        if (dx, dy, scale, flip, turn) == (0, 0, 1, False, 0):
            self.parts += other.parts
            return self
        angle, across = radians(turn), -scale if flip else scale
        matrix = (cos(angle) * across, -sin(angle) * scale, sin(angle) * across, cos(angle) * scale, dx, dy)
        self.parts += [part._replace(paths=tuple([moved(each, matrix) for each in part.paths])) for part in other.parts]
        return self

    def shapes(self) -> tuple[Shape, ...]:
        """The parts as page items; neighbours of one fill and one line look become one shape."""
        return tuple(_shape(part) for part in _merged(self.parts))


def darker(colour: Fill, by: float = 0.86) -> str:
    """The colour with less light."""
    value = colour.value if isinstance(colour, Colour) else colour
    return "#" + "".join(f"{int(int(value[at : at + 2], 16) * by):02X}" for at in (1, 3, 5))


def lighter(colour: Fill, by: float = 0.5) -> str:
    """The colour mixed with white."""
    value = colour.value if isinstance(colour, Colour) else colour
    return "#" + "".join(f"{round(255 - (255 - int(value[at : at + 2], 16)) * (1 - by)):02X}" for at in (1, 3, 5))


def _merged(parts: Iterable[Part]) -> Iterator[Part]:
    last: Part | None = None
    for part in parts:
        if last and last.fill == part.fill and last.line == part.line:
            last = last._replace(paths=last.paths + part.paths)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _shape(part: Part) -> Shape:
    paths = tuple([tuple([(command, tuple([round(v, 2) for v in p])) for command, p in each]) for each in part.paths])
    return Shape(bounds(paths), Paths(paths), part.fill, on_paper=part.line, melt=True)
