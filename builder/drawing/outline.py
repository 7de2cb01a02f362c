"""Outlines: closed paths of M, L, C and Z commands with absolute points, as tuples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import atan2, cos, pi, sin

from builder.model.page import Box

Path = tuple[tuple[str, tuple[float, ...]], ...]
Point = tuple[float, float]
KAPPA = 0.5523
"""How far a circle's control points lie from its corners, as a share of the radius."""


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


def curve(start: Point, *pieces: tuple[float, ...]) -> Path:
    """A closed path from `start`: each piece is a line (two numbers) or a cubic curve (six)."""
    return (("M", start), *(("L" if len(piece) == 2 else "C", piece) for piece in pieces), ("Z", ()))


def ellipse(cx: float, cy: float, rx: float, ry: float = 0) -> Path:
    """An ellipse around a point; a circle without `ry`."""
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


def rounded(x: float, y: float, w: float, h: float, r: float = 0) -> Path:
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


def polygon(*points: Point) -> Path:
    """Straight lines from point to point."""
    return (("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ()))


def star(cx: float, cy: float, outer: float, inner: float, tips: int) -> Path:
    """A star with its first tip upwards."""
    turns = [(outer if i % 2 == 0 else inner, i * pi / tips) for i in range(2 * tips)]
    return polygon(*[(cx + r * sin(t), cy - r * cos(t)) for r, t in turns])


def capsule(x1: float, y1: float, x2: float, y2: float, w: float) -> Path:
    """A line with round ends, `w` wide: one segment of a limb."""
    a, r = atan2(y2 - y1, x2 - x1), w / 2
    k = r * 4 / 3
    sx, sy, cx, cy = -sin(a) * r, cos(a) * r, cos(a) * k, sin(a) * k
    return (
        ("M", (x1 + sx, y1 + sy)),
        ("L", (x2 + sx, y2 + sy)),
        ("C", (x2 + sx + cx, y2 + sy + cy, x2 - sx + cx, y2 - sy + cy, x2 - sx, y2 - sy)),
        ("L", (x1 - sx, y1 - sy)),
        ("C", (x1 - sx - cx, y1 - sy - cy, x1 + sx - cx, y1 + sy - cy, x1 + sx, y1 + sy)),
        ("Z", ()),
    )


def limb(points: Iterable[Point], w: float) -> list[Path]:
    """Capsules from joint to joint."""
    return [capsule(*one, *other, w) for one, other in pairwise(points)]


def arch(x: float, y: float, w: float, h: float) -> Path:
    """The doorway: a rectangle with a half-round top."""
    r = w / 2
    k = r * (1 - KAPPA)
    top = ((x, y + k, x + k, y, x + r, y), (x + w - k, y, x + w, y + k, x + w, y + r))
    return curve((x, y + h), (x, y + r), *top, (x + w, y + h))


def ring(cx: float, cy: float, r: float, w: float) -> Path:
    """A ring: one path of two circles, filled even-odd."""
    return ellipse(cx, cy, r) + ellipse(cx, cy, r - w)


def heart(cx: float, cy: float, w: float) -> Path:
    """A heart around a point, `w` wide."""
    k = w / 80
    halves = ((-22, 16, -40, 2, -40, -16), (-40, -40, -12, -46, 0, -24), (12, -46, 40, -40, 40, -16), (40, 2, 22, 16, 0, 34))
    pieces = [tuple(v * k + (cy if i % 2 else cx) for i, v in enumerate(half)) for half in halves]
    return curve((cx, cy + 34 * k), *pieces)


def moved(each: Path, matrix: tuple[float, ...]) -> Path:
    """The path under x' = a·x + b·y + dx, y' = c·x + d·y + dy."""
    a, b, c, d, dx, dy = matrix
    done: list[tuple[str, tuple[float, ...]]] = []
    for command, p in each:
        if len(p) == 6:
            x1, y1, x2, y2, x3, y3 = p
            done.append((command, (
                a * x1 + b * y1 + dx, c * x1 + d * y1 + dy, a * x2 + b * y2 + dx, c * x2 + d * y2 + dy,
                a * x3 + b * y3 + dx, c * x3 + d * y3 + dy,
            )))  # fmt: skip
        else:
            done.append((command, (a * p[0] + b * p[1] + dx, c * p[0] + d * p[1] + dy) if p else ()))
    return tuple(done)


def bounds(paths: Sequence[Path]) -> Box:
    """The box around every point of the paths, the bellies of curves included."""
    numbers = [(p[-2], p[-1]) for each in paths for _, p in each if p]
    xs, ys = [x for x, _ in numbers], [y for _, y in numbers]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    for each in paths:
        x = y = 0.0
        for _, p in each:
            if len(p) == 6:
                x1, y1, x2, y2, x3, y3 = p
                if min(x1, x2) < left or max(x1, x2) > right:
                    belly = _turns(x, x1, x2, x3)
                    left, right = min(left, *belly), max(right, *belly)
                if min(y1, y2) < top or max(y1, y2) > bottom:
                    belly = _turns(y, y1, y2, y3)
                    top, bottom = min(top, *belly), max(bottom, *belly)
            if p:
                x, y = p[-2], p[-1]
    return Box(left, top, right - left, bottom - top)


def _turns(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """Where one coordinate of a cubic curve turns back, and its ends."""
    a, b, c = -p0 + 3 * p1 - 3 * p2 + p3, 2 * (p0 - 2 * p1 + p2), p1 - p0
    if abs(a) < 1e-9:
        times = [-c / b] if b else []
    else:
        root = b * b - 4 * a * c
        times = [(-b + sign * root**0.5) / (2 * a) for sign in (-1, 1)] if root >= 0 else []
    return [p0, p3, *[_at(p0, p1, p2, p3, t) for t in times if 0 < t < 1]]


def _at(p0: float, p1: float, p2: float, p3: float, t: float) -> float:
    u = 1 - t
    return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3
