"""Tasks, boards and cards in large print: one under the other, large boxes, lines far apart, no two texts side by side."""

from __future__ import annotations

from functools import partial
from typing import assert_never

from builder.drawing.outline import bounds, polygon
from builder.model.document import Frame
from builder.model.page import Anchor, Box, Paths, Pattern, Role, Shape
from builder.model.pieces import LETTERS, Blank, Board, Card, Pairs, Points, Square, Task, Tick
from builder.model.units import mm
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.paper.board import MARKS
from builder.typeset.paper.column import Column
from builder.typeset.paper.sheet import BLACK, LIVE_WIDTH, disc, line, stroke
from builder.typeset.sketch import Spoken

DISC = 20.0
INDENT = 54.0
DRAWING = 200.0
"""The least height of room to draw in."""
PICTURE = (150.0, 120.0)
LOWER = (PICTURE[1], 104.0, 90.0)
"""How high pictures are: as high as one page holds the task, or the fewest pages the cards."""
COUNTERS = 150.0
"""The room at the end of a square for the counters of a group."""
ARROW = 26.0
CARD_PAD = 22.0
MOST_CARDS = 4


def set_task(column: Column, task: Task, high: float = PICTURE[1]) -> None:
    """A task: its number beside what to do, below it what to do it with – pictures so high."""
    tall = max(column.tall(task.instruction, column.bold, INDENT), 2 * DISC)
    column.room_for(tall + 3 * column.body.pitch)
    disc(column.sketch, column.x + DISC, column.y + DISC, DISC, Said(str(task.number), "zxx"), 20, width=column.large.stroke)
    box = Box(column.x + INDENT, column.y, LIVE_WIDTH - INDENT, tall)
    name = f"task {task.number}"
    column.sketch.text(box, Spoken(task.instruction, column.bold), Role.HEADING, Anchor.MIDDLE, name=name, spare=0)
    column.y += tall + 14
    for each in task.body:
        _set(column, each, high)
    column.y += 18


def _set(column: Column, body: Blank | Pairs | Tick | Points, high: float) -> None:
    match body:
        case Blank():
            _blank(column, body)
        case Pairs():
            _pairs(column, body)
        case Tick():
            at = max(0, len(body.items) - 2)
            _ticks(body, range(at), high, column)
            column.together(partial(_ticks, body, range(at, len(body.items)), high))  # the last is not alone on a page
        case Points():
            for said in body.items:
                column.bullet(said)
        case _:
            assert_never(body)


def _ticks(tick: Tick, which: range, high: float, column: Column) -> None:
    for number in which:
        said, picture = tick.items[number], tick.pictures[number] if number < len(tick.pictures) else None
        if picture:
            _pictured(column, said, picture.key, picture.alt.string, high)
        elif tick.shape == "circle":
            _outlined(column, said)
        else:
            column.box(said, side=36 if tick.shape == "order" else 0, after=12)


def _blank(column: Column, blank: Blank) -> None:
    """Lines to write on, or a frame to draw in; what they begin with stands above."""
    column.put(blank.start, column.body, Role.LABEL, name="begins with", after=4)
    if not blank.height:
        column.lines(blank.lines)
        return
    tall = min(max(mm(blank.height), DRAWING), column.floor - column.top)
    column.room_for(tall)
    box = Box(column.x, column.y, LIVE_WIDTH, tall)
    column.sketch.rectangle(box, None, radius=8, stroke=stroke(column.large.stroke), name="room to draw", alt=column.sketch.alt("alt-draw"))
    column.y += tall + 10


def _pairs(column: Column, pairs: Pairs) -> None:
    """What belongs together, one list under the other: the second has letters, the first has boxes to write them in."""
    column.put(column.voice.word("large-match"), column.body, name="how", after=8)
    for said in pairs.left:
        column.box(said, side=36, after=12)
    column.y += 10
    for letter, said in zip(LETTERS, pairs.right, strict=False):
        tall = max(column.tall(said, column.body, INDENT), 2 * DISC)
        column.room_for(tall)
        disc(column.sketch, column.x + DISC, column.y + DISC, DISC, Said(letter, "zxx"), 20, width=column.large.stroke)
        column.beside(said, INDENT, tall, Anchor.MIDDLE)
        column.y += tall + 12


def _outlined(column: Column, said: Said) -> None:
    """A text in an outline that invites a circle around it."""
    tall = column.tall(said, column.body, 40) + 20
    column.room_for(tall)
    column.sketch.rectangle(Box(column.x, column.y, LIVE_WIDTH, tall), None, radius=12, stroke=stroke(1.5), name="choice")
    inner = Box(column.x + 20, column.y + 10, LIVE_WIDTH - 40, tall - 20)
    column.sketch.text(inner, Spoken(said, column.body), Role.LIST_ITEM, name="choice", spare=0)
    column.y += tall + 14


def _pictured(column: Column, said: Said, key: str, alt: str, high: float) -> None:
    """A picture, and its words beside it, in one outline."""
    wide = PICTURE[0]
    start = wide + 36
    tall = max(column.tall(said, column.body, start + 16), high) + 20
    column.room_for(tall)
    column.sketch.rectangle(Box(column.x, column.y, LIVE_WIDTH, tall), None, radius=12, stroke=stroke(1.5), name="choice")
    figures.paper_figure(column.sketch, key, alt, Box(column.x + 16, column.y + 10, wide, tall - 20), leads=True)
    inner = Box(column.x + start, column.y + 10, LIVE_WIDTH - start - 16, tall - 20)
    column.sketch.text(inner, Spoken(said, column.body), Role.LIST_ITEM, Anchor.MIDDLE, name="choice", spare=0)
    column.y += tall + 14


def set_board(column: Column, board: Board) -> None:
    """The squares of a game as one path down the pages, an arrow after each, room for counters at its end."""
    _end(column, board.start)
    for number, square in enumerate(board.squares, 1):
        _arrow(column)
        _square(column, square, number)
    _arrow(column)
    _end(column, board.goal)


def _end(column: Column, said: Said) -> None:
    style = column.heading(2)
    tall = column.tall(said, style, 40) + 28
    column.room_for(tall)
    column.sketch.rectangle(Box(column.x, column.y, LIVE_WIDTH, tall), None, radius=20, stroke=stroke(3), name="end")
    box = Box(column.x + 20, column.y + 14, LIVE_WIDTH - 40, tall - 28)
    column.sketch.text(box, Spoken(said, style), Role.LIST_ITEM, name="end", spare=0)
    column.y += tall


def _arrow(column: Column) -> None:
    """A triangle that points down to the next square."""
    x, y = column.x + 40, column.y + ARROW / 2
    path = polygon((x - 10, y - 7), (x + 10, y - 7), (x, y + 8))
    column.sketch.add(Shape(bounds([path]), Paths((path,)), BLACK, on_paper=Pattern.BLACK, name="arrow"))
    column.y += ARROW


def _square(column: Column, square: Square, number: int) -> None:
    """Its number and mark at the start, its text and how far it moves beside them."""
    start, end = 84.0, COUNTERS
    texts = [(square.said, column.body), (square.move, column.bold)]
    tall = max(sum(column.tall(said, style, start + end) for said, style in texts if said) + 20, 90.0)
    column.room_for(tall + ARROW)
    dash = (8.0, 5.0) if square.does == "hard" else ()
    width = 3.0 if square.does == "help" else column.large.stroke
    column.sketch.rectangle(Box(column.x, column.y, LIVE_WIDTH, tall), None, radius=8, stroke=stroke(width, dash), name="square")
    label = Spoken(Said(f"{number} ", "zxx"), column.bold)
    column.sketch.text(Box(column.x + 14, column.y + 8, 44, column.bold.pitch), label, Role.LABEL, name="number", spare=0, leads=True)
    if square.does in MARKS:
        figures.mark(column.sketch, MARKS[square.does], "black", column.x + 28, column.y + tall - 28, 0.4)
    y = column.y + (tall - sum(column.tall(said, style, start + end) for said, style in texts if said)) / 2
    for said, style in texts:
        if said:
            box = Box(column.x + start, y, LIVE_WIDTH - start - end, column.tall(said, style, start + end))
            leads = said is square.said and bool(square.move)
            y += column.sketch.text(box, Spoken(said, style), Role.LIST_ITEM, name="square", spare=0, leads=leads)
    column.y += tall


def set_cards(column: Column, frame: Frame, cards: tuple[Card, ...]) -> None:
    """Cards as wide as the page, all equally tall, few to a page, with lines to cut along."""
    floor = column.floor - 10
    ways = []
    for high in LOWER:
        tall = max((_card_height(column, card, high) for card in cards), default=0.0)
        tall = max(tall, (floor - column.top) / MOST_CARDS)
        ways.append((shared(len(cards), int((floor - column.y) // tall), max(1, int((floor - column.top) // tall))), tall, high))
    begins, tall, high = min(ways, key=lambda way: len(way[0]))
    for number, card in enumerate(cards):
        if number in begins:
            column.turn(frame)
        if number == 0 or column.y == column.top:
            _cut(column)
        _card(column, card, tall, high)
        column.y += tall
        _cut(column)


def shared(count: int, first: int, page: int) -> set[int]:
    """The cards that begin a new page, where the `first` page holds so many and each other one `page`: as few as can be, evenly filled."""
    first = min(first, count)
    pages, at, found = (first > 0) + -(-(count - first) // page), 0, set()
    for number in range(pages):
        if number or not first:
            found.add(at)
        at += min(first if number == 0 and first else page, -(-(count - at) // (pages - number)))
    return found


def _cut(column: Column) -> None:
    line(column.sketch, column.x, column.y, column.x + LIVE_WIDTH, column.y, 1.5, (8, 6))


def _card_height(column: Column, card: Card, high: float) -> float:
    picture = high + 12 if card.picture else 0
    head = column.tall(card.head, column.heading(2), 2 * CARD_PAD) + 8 if card.head else 0
    return picture + head + column.tall(card.said, column.card, 2 * CARD_PAD) + 2 * CARD_PAD


def _card(column: Column, card: Card, tall: float, high: float) -> None:
    inner = Box(column.x, column.y, LIVE_WIDTH, tall).inset(CARD_PAD, CARD_PAD)
    if card.picture:
        region = inner._replace(height=high)
        figures.paper_figure(column.sketch, card.picture.key, card.picture.alt.string, region, leads=True)
        inner = inner._replace(y=inner.y + high + 12, height=inner.height - high - 12)
    spoken = [Spoken(card.head, column.heading(2)), Spoken(card.said, column.card, 8 if card.head else 0)]
    anchor = Anchor.TOP if card.picture else Anchor.MIDDLE
    column.sketch.text(inner, spoken, Role.LIST_ITEM, anchor, name="card", spare=0)
