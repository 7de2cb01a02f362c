"""Whole people: legs, torso, arms and head put together; the origin lies between the feet, y goes down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from builder.drawing import faces, hair, limbs
from builder.drawing.bodies import Figure
from builder.drawing.garments import torso, trim
from builder.drawing.outline import Path, bounds, moved
from builder.drawing.parts import Drawing
from builder.model.page import Paths, Shape


def person(who: str, *, flip: bool = False, **settings: Any) -> tuple[Shape, ...]:
    """A person of the cast as page items; the settings are those of `Figure`."""
    drawn = figure(Figure(who, **settings))
    return (Drawing().place(drawn, flip=True) if flip else drawn).shapes()


def figure(figure: Figure) -> Drawing:
    """A person in painting order: what is behind, the torso, the head, what is in front."""
    d = Drawing()
    arms = [figure.arm(-1), figure.arm(1)]
    if not figure.back:
        d.place(hair.behind(figure.who), 0, figure.face, turn=figure.tilt)
    _lower_body(d, figure)
    for arm in arms:
        if not arm.pose.front or figure.back:
            limbs.arm(d, figure, arm)
    torso(d, figure)
    trim(d, figure)
    _head(d, figure)
    _in_front(d, figure)
    if figure.holds:
        d.place(figure.holds, (arms[0].hand[0] + arms[1].hand[0]) / 2, (arms[0].hand[1] + arms[1].hand[1]) / 2)
    for arm in arms:
        if arm.pose.front and not figure.back:
            limbs.arm(d, figure, arm)
    return d


def _lower_body(d: Drawing, figure: Figure) -> None:
    if figure.full and figure.person.wheels:
        limbs.chair_behind(d, figure)
    elif figure.full and not figure.seated:
        limbs.legs(d, figure)
    elif figure.full and figure.back:
        limbs.lap(d, figure)


def _head(d: Drawing, figure: Figure) -> None:
    if figure.back:
        head = hair.from_the_back(figure.who)
    else:
        look = faces.Look(*figure.look, figure.mood)
        head = faces.face(figure.who, look)
        hair.in_front(head, figure.who, look)
    d.place(head, 0, figure.face, turn=figure.tilt)
    if figure.who == "nara":
        hair.braid(d, 0 if figure.back else 42, figure.face + 50)


def _in_front(d: Drawing, figure: Figure) -> None:
    if figure.full and figure.person.wheels:
        limbs.chair_in_front(d, figure)
    elif figure.full and figure.seated and not figure.back:
        limbs.lap(d, figure)


def placed(items: Iterable[Shape], dx: float = 0, dy: float = 0, scale: float = 1, *, flip: bool = False) -> tuple[Shape, ...]:
    """The shapes scaled, mirrored and moved; the points themselves move."""
    matrix = (-scale if flip else scale, 0, 0, scale, dx, dy)
    return tuple(_moved(item, matrix) for item in items)


def _moved(shape: Shape, matrix: tuple[float, ...]) -> Shape:
    assert isinstance(shape.outline, Paths)  # drawings are made of nothing else
    paths = tuple(_rounded(moved(each, matrix)) for each in shape.outline.paths)
    return replace(shape, box=bounds(paths), outline=Paths(paths))


def _rounded(each: Path) -> Path:
    return tuple((command, tuple(round(v, 2) for v in p)) for command, p in each)
