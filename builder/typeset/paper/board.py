"""A board game on one sheet: squares in a snake from start to goal, arrows between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from builder.drawing.outline import bounds, polygon
from builder.model.look import Style
from builder.model.page import Align, Anchor, Box, Paths, Pattern, Role, Shape
from builder.model.pieces import Board, Square
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.paper.sheet import BLACK, LIVE_WIDTH, ink, stroke
from builder.typeset.sketch import Sketch, Spoken

COLUMNS = 4
GAP, DOWN = 15.0, 12.0
"""Room for the arrows between squares of a row, and of two rows."""
ENDS = ((19, 24), (17, 21), (15, 19), (13, 16), (11, 14))
"""Size and pitch of start and goal: the largest in which every word is whole."""
MARKS = {"good": "heart", "help": "handset", "card": "star"}
"""What stands in the corner of a square, so that nothing rests on its words alone."""


def set_board(sketch: Sketch, board: Board, left: float, top: float, bottom: float, sizes: Sequence[int]) -> None:
    """Draws the squares row by row, every second row backwards, each in the largest of the sizes that it holds."""
    count = len(board.squares) + 2
    rows = -(-count // COLUMNS)
    wide = (LIVE_WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    tall = (bottom - top - DOWN * (rows - 1)) / rows
    boxes = []
    for number in range(count):
        row, place = divmod(number, COLUMNS)
        column = place if row % 2 == 0 else COLUMNS - 1 - place
        boxes.append(Box(left + column * (wide + GAP), top + row * (tall + DOWN), wide, tall))
    for one, next_ in pairwise(boxes):
        _arrow(sketch, one, next_)
    _end(sketch, board.start, boxes[0])
    for number, (square, box) in enumerate(zip(board.squares, boxes[1:], strict=False), 1):
        _square(sketch, square, number, box, sizes)
    _end(sketch, board.goal, boxes[-1])


def _arrow(sketch: Sketch, one: Box, next_: Box) -> None:
    """A small triangle in the gap, pointing to the next square."""
    if one.y == next_.y:
        x, y = (one.right if next_.x > one.x else next_.right) + GAP / 2, one.y + one.height / 2
        way = 1 if next_.x > one.x else -1
        points = ((x - 4 * way, y - 5), (x + 4 * way, y), (x - 4 * way, y + 5))
    else:
        x, y = one.x + one.width / 2, one.bottom + DOWN / 2
        points = ((x - 5, y - 4), (x + 5, y - 4), (x, y + 4))
    path = polygon(*points)
    sketch.add(Shape(bounds([path]), Paths((path,)), BLACK, on_paper=Pattern.BLACK, name="arrow"))


def _end(sketch: Sketch, said: Said, box: Box) -> None:
    sketch.rectangle(box, None, radius=18, stroke=stroke(2.4), name="end")
    inner = box.inset(8, 4)
    styles = [ink("heading", size, pitch, align=Align.CENTRE) for size, pitch in ENDS]
    style = next((each for each in styles if _holds(sketch, said, each, inner)), styles[-1])
    sketch.text(inner, Spoken(said, style), Role.LIST_ITEM, Anchor.MIDDLE, name="end", spare=0)


def _holds(sketch: Sketch, said: Said, style: Style, inner: Box) -> bool:
    """Whether the box has room for the text with each of its words whole, in every language."""
    words = (sketch.broken(each, style, inner.width).widest_word for each in said.each())
    return sketch.height(said, style, inner.width) <= inner.height and max(words) <= inner.width


def _square(sketch: Sketch, square: Square, number: int, box: Box, sizes: Sequence[int]) -> None:
    """Its number and mark above, its text, how far it moves below."""
    dash = (5.0, 3.0) if square.does == "hard" else ()
    sketch.rectangle(box, None, radius=6, stroke=stroke(1.6 if square.does == "help" else 1.1, dash), name="square")
    small = ink("bold", 10, 13)
    sketch.text(Box(box.x + 7, box.y + 4, 30, 13), Spoken(Said(str(number), "zxx"), small), Role.LABEL, name="number", spare=0, leads=True)
    if square.does in MARKS:
        figures.mark(sketch, MARKS[square.does], "black", box.right - 13, box.y + 12, 0.2)
    foot = 14 if square.move else 4
    inner = Box(box.x + 7, box.y + 17, box.width - 14, box.height - 19 - foot)
    for size in sizes:
        style = ink("body", size, size * 1.25, align=Align.CENTRE)
        if sketch.height(square.said, style, inner.width) <= inner.height:
            break
    leads = bool(square.move)
    sketch.text(inner, Spoken(square.said, style), Role.LIST_ITEM, Anchor.MIDDLE, name="square", spare=0, leads=leads)
    if square.move:
        label = ink("bold", 11, 14, align=Align.CENTRE)
        sketch.text(Box(box.x + 5, box.bottom - 17, box.width - 10, 14), Spoken(square.move, label), Role.LIST_ITEM, name="move", spare=0)
