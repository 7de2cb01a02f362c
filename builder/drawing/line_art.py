"""Line art: any items redrawn in black on white, as a photocopier keeps them; or as mere outlines, which take less toner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.model.page import Cell, Colour, Ellipse, Group, Item, Paragraph, Paths, Pattern, Rectangle, Shape, Stroke, Table, Text

BLACK, WHITE = Colour("#000000"), Colour("#FFFFFF")
WIDTH, SPARE, FINEST = 1.1, 0.75, 0.5
"""Lines on paper in points: of a part, of a part that is to spare toner, and of anything drawn very small."""
FINE = 0.65
"""The line of a detail, as a share of the line around its part."""
SMALLEST_PATTERN = 0.42
"""Below this scale dots and hatching close up on a copier: they become white."""
SOLID = 9.0
"""How wide and tall, in points on paper, what is black may be where toner is spared: eyes and marks, no hair and no shoes."""
_GROUNDS = ("footer band", "logo band", "ground")


def line_art(items: Iterable[Item], scale: float = 1.0, *, sparing: bool = False) -> tuple[Item, ...]:
    """The items in black and white. `scale` is what they will be drawn at: lines keep their width on paper.

    Where toner is `sparing`, outlines are all there is, but for what is too small to have one.
    """
    return tuple(done for item in items if (done := _item(item, scale, sparing)) is not None)


def _item(item: Item, scale: float, sparing: bool) -> Item | None:
    match item:
        case Group():
            return replace(item, items=line_art(item.items, scale * item.scale, sparing=sparing))
        case Text():
            return replace(item, paragraphs=_black(item.paragraphs))
        case Table():
            rows = tuple(tuple(_cell(cell) for cell in row) for row in item.rows)
            return replace(item, rows=rows, stroke=item.stroke and item.stroke._replace(colour=BLACK))
        case Shape():
            return _outlined(item, scale) if sparing else _shape(item, scale)
        case _:
            return item


def _black(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(
        replace(
            paragraph,
            lines=tuple(replace(line, runs=tuple(replace(run, colour=BLACK) for run in line.runs)) for line in paragraph.lines),
        )
        for paragraph in paragraphs
    )


def _cell(cell: Cell) -> Cell:
    return replace(cell, paragraphs=_black(cell.paragraphs), fill=WHITE if cell.fill else None)


def _shape(shape: Shape, scale: float) -> Shape | None:
    if shape.on_paper is Pattern.NONE or _is_ground(shape):
        return None
    if shape.fill is None or shape.on_paper is Pattern.THIN:
        return replace(shape, fill=None, stroke=_thin(shape, scale), pattern=None, melt=False)
    if shape.on_paper is Pattern.BLACK:
        return replace(shape, fill=BLACK, stroke=None, pattern=None, melt=False)
    pattern = shape.on_paper if shape.on_paper in (Pattern.DOTS, Pattern.HATCH) and scale >= SMALLEST_PATTERN else None
    melt = isinstance(shape.outline, Paths)
    return replace(shape, fill=WHITE, stroke=Stroke(BLACK, _width(scale)), pattern=pattern, melt=melt)


def _outlined(shape: Shape, scale: float) -> Shape | None:
    """The shape without patterns; black only where it is small."""
    solid = shape.on_paper is Pattern.BLACK and max(shape.box.width, shape.box.height) * scale > SOLID
    drawn = _shape(replace(shape, on_paper=Pattern.WHITE) if solid else shape, scale)
    if drawn is None or drawn.stroke is None:
        return drawn
    return replace(drawn, pattern=None, stroke=drawn.stroke._replace(width=min(drawn.stroke.width, SPARE / scale)))


def _thin(shape: Shape, scale: float) -> Stroke:
    """A line that was a line, in black; the outline of a detail, fine, but never a hairline."""
    if shape.melt or not shape.stroke:
        return Stroke(BLACK, max(_width(scale) * FINE, FINEST / scale))
    return shape.stroke._replace(colour=BLACK, width=max(shape.stroke.width, FINEST / scale))


def _width(scale: float) -> float:
    """The stroke in the item's own units, so that it is 0.5 to 1.1 pt on paper."""
    return max(FINEST, min(WIDTH, WIDTH * scale * 2.2)) / scale


def _is_ground(shape: Shape) -> bool:
    """A band of colour that paper does not need."""
    plain = isinstance(shape.outline, (Rectangle, Ellipse)) and not shape.stroke and not shape.melt
    return plain and shape.on_paper is not Pattern.BLACK and shape.name in _GROUNDS
