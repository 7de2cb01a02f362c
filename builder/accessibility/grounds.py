"""What lies under each text of a slide, and whether the letters stand out from it (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from builder.accessibility.colours import Palette, fill, ink
from builder.accessibility.deck import A, P
from builder.accessibility.seen import Seen, Slide
from builder.model.page import Box
from builder.validate.contrast import LEAST, ratio

LEAST_LARGE = 3.0
"""The contrast that large letters need: from 18 pt, or from 14 pt when bold."""
_LARGE, _LARGE_BOLD = 18.0, 14.0


class Faint(NamedTuple):
    """Letters that hardly stand out: the shape they are in, their words, both colours, the contrast and what it should be."""

    shape: Seen
    words: str
    ink: str
    ground: str
    contrast: float
    least: float


def faint(slide: Slide) -> Iterator[Faint]:
    """The faintest words of each shape whose letters do not stand out; grounds that cannot be told are passed over."""
    palette = Palette(slide.part)
    painted: list[tuple[Box, str]] = []
    ground = palette.ground(slide.part)
    for shape in _leaves(slide.shapes):
        own = _painted(shape, palette)
        if own is not None and shape.box:
            painted.append((shape.box, own))
        found = [
            each
            for words, letters, point in _runs(shape, palette)
            if (each := _held(shape, words, letters, _under(point, painted, ground)))
        ]
        if found:
            yield min(found, key=lambda each: each.contrast)


def _leaves(shapes: tuple[Seen, ...]) -> Iterator[Seen]:
    for shape in shapes:
        if shape.inner:
            yield from _leaves(shape.inner)
        else:
            yield shape


def _painted(shape: Seen, palette: Palette) -> str | None:
    """The colour a shape paints, empty where it cannot be told, None for nothing: a picture hides what is below it."""
    if shape.kind == "sp":
        return fill(shape.element, palette)
    return None if shape.kind in ("cxnSp", "table") else ""


def _runs(shape: Seen, palette: Palette) -> Iterator[tuple[str, tuple[str, float, bool], tuple[float, float]]]:
    """(words, letters, a point on the line they begin in) of every run of a text box."""
    body = shape.element.find(f"{P}txBody") if shape.kind == "sp" and shape.box else None
    if body is None or shape.box is None:
        return
    for paragraph in body.iter(f"{A}p"):
        for run in paragraph.iter(f"{A}r", f"{A}fld"):
            words = "".join(each.text or "" for each in run.iter(f"{A}t")).strip()
            if words:
                letters = ink(run, paragraph, shape.element, shape.place, palette)
                yield words, letters, _point(shape.box, body, paragraph, letters[1])


def _point(box: Box, body: Any, paragraph: Any, size: float) -> tuple[float, float]:
    """Where the first line of the text begins, or for middle and end its place in the box."""
    anchor, side = "t", "l"
    properties = body.find(f"{A}bodyPr")
    if properties is not None:
        anchor = properties.get("anchor", "t")
    if paragraph.find(f"{A}pPr") is not None:
        side = paragraph.find(f"{A}pPr").get("algn", "l")
    step, line = min(size, box.width / 2), min(size, box.height / 2)
    x = {"ctr": box.x + box.width / 2, "r": box.right - step}.get(side, box.x + step)
    return x, {"ctr": box.y + box.height / 2, "b": box.bottom - line}.get(anchor, box.y + line)


def _under(point: tuple[float, float], painted: list[tuple[Box, str]], ground: str) -> str:
    x, y = point
    return next((colour for box, colour in reversed(painted) if box.x <= x <= box.right and box.y <= y <= box.bottom), ground)


def _held(shape: Seen, words: str, letters: tuple[str, float, bool], ground: str) -> Faint | None:
    colour, size, bold = letters
    if not colour or not ground:
        return None
    least = LEAST_LARGE if size >= _LARGE or (bold and size >= _LARGE_BOLD) else LEAST
    contrast = ratio(colour, ground)
    return Faint(shape, words, colour, ground, contrast, least) if contrast < least else None
