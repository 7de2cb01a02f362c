"""Signs and marks: shape and picture carry the meaning, colour only helps. All around (0, 0), about 100 across."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from builder.drawing.outline import capsule, ellipse, limb, path, polygon, rounded, star
from builder.drawing.outline import heart as heart_path
from builder.drawing.parts import Drawing
from builder.model.page import Colour, Shape

COLOURS = {"stop": "#B23A26", "block": "#4B2148", "save": "#17583F", "tell": "#7A4300"}
_ON = "#FFFDF8"


@cache
def sign(kind: str) -> tuple[Shape, ...]:
    """A rehearsal sign: stop (octagon, hand), block (circle, person struck out), save (square, tray), tell (bubble, heart)."""
    d = Drawing()
    {"stop": _stop, "block": _block, "save": _save, "tell": _tell}[kind](d, COLOURS[kind])
    return d.shapes()


def _stop(d: Drawing, c: str) -> None:
    d.add(c, polygon(*[(53 * cos(pi / 8 + i * pi / 4), 53 * sin(pi / 8 + i * pi / 4)) for i in range(8)]))
    fingers = [capsule(x, 6, x + dx, y, 9.5) for x, dx, y in ((-13, -2, -18), (-4.5, -0.5, -27), (4.5, 0.5, -27), (13, 1.5, -20))]
    d.add(_ON, [*fingers, rounded(-18, -6, 36, 34, 14), capsule(-14, 14, -27, -2, 9)])


def _block(d: Drawing, c: str) -> None:
    d.add(c, ellipse(0, 0, 50))
    d.add(_ON, ellipse(0, -11, 13), path("M-25 28C-25 8 -12 5 0 5C12 5 25 8 25 28Z"))
    d.add(c, capsule(-27, 27, 27, -27, 16))
    d.add(_ON, capsule(-27, 27, 27, -27, 7), line="black")


def _save(d: Drawing, c: str) -> None:
    d.add(c, rounded(-47, -47, 94, 94, 18))
    arrow = limb([(-14, -6), (0, 9), (14, -6)], 8)
    d.add(_ON, limb([(-26, 8), (-26, 26), (26, 26), (26, 8)], 8), capsule(0, -30, 0, 6, 8), arrow, line="black")


def _tell(d: Drawing, c: str) -> None:
    d.add(c, [rounded(-52, -46, 104, 80, 24), path("M-30 30L-4 30L-32 54Z")])
    d.add(_ON, heart_path(0, -1, 54))


@cache
def mark(kind: str, colour: Colour) -> tuple[Shape, ...]:
    """A to D: circle, square, triangle, diamond; yes, no, heart, star, handset."""
    paths = {
        "A": [ellipse(0, 0, 30)],
        "B": [rounded(-28, -28, 56, 56, 8)],
        "C": [path("M0 -33Q4 -33 7 -28L36 22Q39 29 32 29L-32 29Q-39 29 -36 22L-7 -28Q-4 -33 0 -33Z")],
        "D": [path("M0 -38L38 0L0 38L-38 0Z")],
        "yes": limb([(-18, 2), (-5, 15), (19, -14)], 9),
        "no": [capsule(-14, -14, 14, 14, 9), capsule(14, -14, -14, 14, 9)],
        "heart": [heart_path(0, 0, 80)],
        "star": [star(0, 0, 34, 15, 5)],
        "handset": [path(
            "M-24 -34L-10 -38Q-4 -38 -2 -32L4 -16Q5 -11 1 -8L-7 -2Q0 14 12 22L20 15Q24 12 28 14L42 22Q46 25 44 31L38 42Q34 48 26 46"
            "Q-22 34 -34 -18Q-35 -30 -24 -34Z"
        )],
    }[kind]  # fmt: skip
    line = "black" if kind in ("yes", "no", "handset") or colour.value == "#000000" else "white"
    return Drawing().add(colour, *paths, line=line).shapes()
