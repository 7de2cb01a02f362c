"""Logos at their place: rows of equal weight to the eye, the dark mark or a white plate on dark ground."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.page import Box, Pattern, Picture
from builder.model.partner import Logo
from builder.typeset.sketch import Sketch

PLATE = 4.0
"""How far a white plate reaches beyond its logo, and the radius of its corners, in points."""


def room(logo: Logo, box: Box, most: float) -> Box:
    """The box, made wider – up to `most` points – for a mark so long that it would become too low to read."""
    aspect = logo.light.width / logo.light.height
    wide = box.width * max(1.0, aspect * box.height / box.width) ** 0.5
    return box._replace(width=min(wide, most))


def placed(sketch: Sketch, logo: Logo, box: Box, *, on_dark: bool = False, heard: bool = True, across: float = 0.0) -> Box:
    """Adds the logo inside the box, as large as it goes, in the middle of its height; gives where it stands.

    One that is not `heard` only decorates. `across` 0 stands at the left of the box, 1 at the right.
    """
    image = logo.dark if on_dark and logo.dark else logo.light
    plate = image.boxed or (on_dark and logo.dark is None)
    inner = box.inset(PLATE, PLATE / 2) if plate else box
    scale = min(inner.width / image.width, inner.height / image.height)
    wide, tall = image.width * scale, image.height * scale
    at = Box(inner.x + (inner.width - wide) * across, inner.y + (inner.height - tall) / 2, wide, tall)
    if plate:
        _plate(sketch, at)
    sketch.add(Picture(at, image.content, logo.name if heard else "", "logo"))
    return at


def _plate(sketch: Sketch, at: Box) -> None:
    ground = Box(at.x - PLATE, at.y - PLATE / 2, at.width + 2 * PLATE, at.height + PLATE)
    sketch.rectangle(ground, "white", radius=PLATE, name="logo plate", on_paper=Pattern.NONE)


def row(sketch: Sketch, logos: Iterable[Logo], box: Box, size: tuple[float, float], gap: float, *, at_end: bool = False) -> float:
    """Logos side by side on light ground, each at most `size`, in the middle of the box's height; gives their whole width.

    A row that is wider than the box becomes smaller as a whole.
    """
    logos = tuple(logos)
    sizes = [logo.light.within(*size) for logo in logos]
    whole = sum(wide for wide, _ in sizes) + gap * (len(sizes) - 1)
    scale = min(1.0, box.width / whole) if sizes else 1.0
    x = box.right - whole * scale if at_end else box.x
    for logo, (wide, tall) in zip(logos, sizes, strict=True):
        inner = Box(x, box.y + (box.height - tall * scale) / 2, wide * scale, tall * scale)
        if logo.light.boxed:
            _plate(sketch, inner)
        sketch.add(Picture(inner, logo.light.content, logo.name, "logo"))
        x += (wide + gap) * scale
    return whole * scale
