"""Logos at their place: rows of equal weight to the eye, the dark mark or a white plate on dark ground."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.page import Box, Pattern, Picture
from builder.model.partner import Image, Logo
from builder.typeset.sketch import Sketch

PLATE = 4.0
"""How far a white plate reaches beyond its logo, and the radius of its corners, in points."""


def sized(image: Image, wide: float, tall: float) -> tuple[float, float]:
    """Width and height inside wide × tall at which long and square marks weigh the same to the eye."""
    aspect = image.width / image.height
    height = tall * min(1.0, aspect**-0.4)
    scale = min(1.0, wide / (height * aspect))
    return height * aspect * scale, height * scale


def placed(sketch: Sketch, logo: Logo, box: Box, *, on_dark: bool = False, heard: bool = True, across: float = 0.0) -> Box:
    """Adds the logo inside the box, as large as it goes, in the middle of its height; gives where it stands.

    One that is not `heard` only decorates. `across` 0 stands at the left of the box, 1 at the right.
    """
    plate = on_dark and logo.dark is None
    inner = box.inset(PLATE, PLATE / 2) if plate else box
    image = logo.dark if on_dark and logo.dark else logo.light
    scale = min(inner.width / image.width, inner.height / image.height)
    wide, tall = image.width * scale, image.height * scale
    at = Box(inner.x + (inner.width - wide) * across, inner.y + (inner.height - tall) / 2, wide, tall)
    if plate:
        ground = Box(at.x - PLATE, at.y - PLATE / 2, wide + 2 * PLATE, tall + PLATE)
        sketch.rectangle(ground, "white", radius=PLATE, name="logo plate", on_paper=Pattern.NONE)
    sketch.add(Picture(at, image.content, logo.name if heard else "", "logo"))
    return at


def row(sketch: Sketch, logos: Iterable[Logo], box: Box, size: tuple[float, float], gap: float, *, at_end: bool = False) -> float:
    """Logos side by side on light ground, each at most `size`, in the middle of the box's height; gives their whole width.

    A row that is wider than the box becomes smaller as a whole.
    """
    logos = tuple(logos)
    sizes = [sized(logo.light, *size) for logo in logos]
    whole = sum(wide for wide, _ in sizes) + gap * (len(sizes) - 1)
    scale = min(1.0, box.width / whole) if sizes else 1.0
    x = box.right - whole * scale if at_end else box.x
    for logo, (wide, tall) in zip(logos, sizes, strict=True):
        inner = Box(x, box.y + (box.height - tall * scale) / 2, wide * scale, tall * scale)
        sketch.add(Picture(inner, logo.light.content, logo.name, "logo"))
        x += (wide + gap) * scale
    return whole * scale
