"""Outlines: paths of M L C Z commands with absolute points, and drawings made of filled parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import atan2, cos, radians, sin
from typing import NamedTuple

from builder.model.page import Box, Colour, Paths, Pattern, Shape

Path = tuple[tuple[str, tuple[float, ...]], ...]
KAPPA = 0.5523
"""How far a circle's control points lie from its corners, as a share of the radius."""
INK = "#2B2422"


@cache
def _tokens(template: str) -> tuple[tuple[str, tuple[float | None, ...]], ...]:
    """A template cut into commands; None stands for a number to fill in."""
    rows = []
    for command, words in re.findall(r"([MLCQZ])([^MLCQZ]*)", template):
        numbers = tuple(None if word == "{}" else float(word) for word in re.findall(r"\{\}|-?[\d.]+", words))
        rows.append((command, numbers))
    return tuple(rows)


def path(template: str, *numbers: float) -> Path:
    """A path with its numbers filled in: `path("M{} {}L{} {}Z", 0, 0, 9, 9)`. Q becomes C."""
    values = iter(numbers)
    done: list[tuple[str, tuple[float, ...]]] = []
    x = y = 0.0
    for command, words in _tokens(template):
        points = tuple(next(values) if word is None else word for word in words)
        if command == "Q":
            cx, cy, ex, ey = points
            points = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y), ex + 2 / 3 * (cx - ex), ey + 2 / 3 * (cy - ey), ex, ey)
        if points:
            x, y = points[-2:]
        done.append(("C" if command == "Q" else command, points))
    return tuple(done)


def ellipse(cx: float, cy: float, rx: float, ry: float = 0) -> Path:
    """An ellipse around a point."""
    ry = ry or rx
    a, b = rx * KAPPA, ry * KAPPA
    return (
        ("M", (cx - rx, cy)),
        ("C", (cx - rx, cy - b, cx - a, cy - ry, cx, cy - ry)),
        ("C", (cx + a, cy - ry, cx + rx, cy - b, cx + rx, cy)),
        ("C", (cx + rx, cy + b, cx + a, cy + ry, cx, cy + ry)),
        ("C", (cx - a, cy + ry, cx - rx, cy + b, cx - rx, cy)),
        ("Z", ()),
    )


def rounded(x: float, y: float, w: float, h: float, r: float) -> Path:
    """A rectangle with round corners."""
    r = min(r, w / 2, h / 2)
    k = r * (1 - KAPPA)
    return (
        ("M", (x + r, y)),
        ("L", (x + w - r, y)),
        ("C", (x + w - k, y, x + w, y + k, x + w, y + r)),
        ("L", (x + w, y + h - r)),
        ("C", (x + w, y + h - k, x + w - k, y + h, x + w - r, y + h)),
        ("L", (x + r, y + h)),
        ("C", (x + k, y + h, x, y + h - k, x, y + h - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def polygon(*points: tuple[float, float]) -> Path:
    """Straight lines from point to point."""
    return (("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ()))


def capsule(x1: float, y1: float, x2: float, y2: float, w: float) -> Path:
    """A line with round ends, `w` wide: one segment of a limb."""
    a, r = atan2(y2 - y1, x2 - x1), w / 2
    k = r * 4 / 3 * 0.9999
    sx, sy, cx, cy = -sin(a) * r, cos(a) * r, cos(a) * k, sin(a) * k
    return (
        ("M", (x1 + sx, y1 + sy)),
        ("L", (x2 + sx, y2 + sy)),
        ("C", (x2 + sx + cx, y2 + sy + cy, x2 - sx + cx, y2 - sy + cy, x2 - sx, y2 - sy)),
        ("L", (x1 - sx, y1 - sy)),
        ("C", (x1 - sx - cx, y1 - sy - cy, x1 + sx - cx, y1 + sy - cy, x1 + sx, y1 + sy)),
        ("Z", ()),
    )


def limb(points: Iterable[tuple[float, float]], w: float) -> list[Path]:
    """Capsules from joint to joint."""
    return [capsule(*one, *other, w) for one, other in pairwise(points)]


def arch(x: float, y: float, w: float, h: float) -> Path:
    """The doorway: a rectangle with a half-round top."""
    r = w / 2
    k = r * (1 - KAPPA)
    return (
        ("M", (x, y + h)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("C", (x + w - k, y, x + w, y + k, x + w, y + r)),
        ("L", (x + w, y + h)),
        ("Z", ()),
    )


def ring(cx: float, cy: float, r: float, w: float) -> Path:
    """A ring: one path of two ellipses, filled even-odd."""
    return ellipse(cx, cy, r) + ellipse(cx, cy, r - w)


def darker(colour: str, by: float = 0.86) -> str:
    """The colour with less light."""
    return "#" + "".join(f"{int(int(colour[at : at + 2], 16) * by):02X}" for at in (1, 3, 5))


class Part(NamedTuple):
    """Paths of one fill, and how they look in line art."""

    fill: Colour
    paths: tuple[Path, ...]
    line: Pattern


@dataclass(slots=True)
class Drawing:
    """Parts in painting order."""

    parts: list[Part] = field(default_factory=list)

    def add(self, fill: str | Colour, *paths: Path | list[Path], line: str = "white") -> Drawing:
        """Adds a part and gives the drawing."""
        flat = tuple(each for some in paths for each in (some if isinstance(some, list) else [some]))
        colour = fill if isinstance(fill, Colour) else Colour(fill)
        self.parts.append(Part(colour, flat, Pattern(line)))
        return self

    def place(self, other: Drawing, dx: float = 0, dy: float = 0, s: float = 1, *, flip: bool = False, rot: float = 0) -> Drawing:
        """Adds another drawing scaled, mirrored, turned by degrees and moved; the points themselves move."""
        turn, sx = radians(rot), -s if flip else s
        matrix = (cos(turn) * sx, -sin(turn) * s, sin(turn) * sx, cos(turn) * s, dx, dy)
        for part in other.parts:
            self.parts.append(part._replace(paths=tuple(_moved(each, matrix) for each in part.paths)))
        return self

    def shapes(self) -> tuple[Shape, ...]:
        """The parts as page items; neighbours of one fill and one line look become one shape."""
        return tuple(_shape(part) for part in _merged(self.parts))


def _moved(each: Path, m: tuple[float, ...]) -> Path:
    a, b, c, d, dx, dy = m
    return tuple(
        (command, tuple(v for x, y in zip(p[::2], p[1::2], strict=True) for v in (a * x + b * y + dx, c * x + d * y + dy)))
        for command, p in each
    )


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
    paths = tuple(tuple((command, tuple(round(v, 2) for v in p)) for command, p in each) for each in part.paths)
    xs = [v for each in paths for _, p in each for v in p[::2]]
    ys = [v for each in paths for _, p in each for v in p[1::2]]
    box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return Shape(box, Paths(paths), part.fill, on_paper=part.line, melt=True)
