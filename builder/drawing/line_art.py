"""Line art: any items redrawn in black on white, as a photocopier keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.model.page import Colour, Ellipse, Group, Item, Paragraph, Paths, Pattern, Rectangle, Shape, Stroke, Text

BLACK, WHITE = Colour("#000000"), Colour("#FFFFFF")
WIDTH = 1.1
SMALLEST_PATTERN = 0.42
"""Below this scale dots and hatching close up on a copier: they become white."""


def line_art(items: Iterable[Item], scale: float = 1.0) -> tuple[Item, ...]:
    """The items in black and white. `scale` is what they will be drawn at: lines keep their width on paper."""
    return tuple(done for item in items if (done := _item(item, scale)) is not None)


def _item(item: Item, scale: float) -> Item | None:
    match item:
        case Group():
            return replace(item, items=line_art(item.items, scale * item.scale))
        case Text():
            return replace(item, paragraphs=tuple(_black(paragraph) for paragraph in item.paragraphs))
        case Shape():
            return _shape(item, scale)
        case _:
            return item


def _black(paragraph: Paragraph) -> Paragraph:
    lines = tuple(replace(line, runs=tuple(replace(run, colour=BLACK) for run in line.runs)) for line in paragraph.lines)
    return replace(paragraph, lines=lines)


def _shape(shape: Shape, scale: float) -> Shape | None:
    wanted = shape.on_paper
    if wanted is Pattern.NONE:
        return None
    if shape.fill is None or wanted is Pattern.THIN:
        stroke = Stroke(
            BLACK,
            (shape.stroke.width if shape.stroke else 0.8) if not shape.melt else 0.7 / scale,
            shape.stroke.dash if shape.stroke else (),
        )
        return replace(shape, fill=None, stroke=stroke, pattern=None, melt=False)
    if wanted is Pattern.BLACK:
        return replace(shape, fill=BLACK, stroke=None, pattern=None, melt=False)
    if isinstance(shape.outline, (Rectangle, Ellipse)) and not shape.stroke and not shape.melt and _is_ground(shape):
        return None
    pattern = wanted if wanted in (Pattern.DOTS, Pattern.HATCH) and scale >= SMALLEST_PATTERN else None
    return replace(shape, fill=WHITE, stroke=Stroke(BLACK, _width(scale)), pattern=pattern, melt=isinstance(shape.outline, Paths))


def _width(scale: float) -> float:
    """The stroke in the item's own units, so that it is 0.5 to 1.1 pt on paper."""
    return max(0.5, min(WIDTH, WIDTH * scale * 2.2)) / scale


def _is_ground(shape: Shape) -> bool:
    return shape.name in ("footer band", "logo band", "ground")
