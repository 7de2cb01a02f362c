"""Tasks on a sheet: circle, tick, match, order, draw, write – with real room for a pencil."""

from __future__ import annotations

from typing import assert_never

from builder.model.page import Align, Anchor, Box, Ellipse, Rectangle, Role, Shape
from builder.model.pieces import Blank, Pairs, Points, Task, Tick
from builder.model.units import mm
from builder.model.voice import Said
from builder.typeset.figures import paper_figure
from builder.typeset.paper.sheet import LIVE_WIDTH, disc, ink, lines, stroke
from builder.typeset.sketch import Sketch, Spoken

INDENT = 38.0
INNER = LIVE_WIDTH - INDENT
Body = Blank | Pairs | Tick | Points


def task_height(sketch: Sketch, task: Task, squeeze: float) -> float:
    """How tall a task is."""
    return _instruction_height(sketch, task) + sum(body_height(sketch, each, squeeze) for each in task.body)


def set_task(sketch: Sketch, task: Task, x: float, y: float, squeeze: float) -> float:
    """Sets a task and gives the y below it."""
    size, pitch = sketch.look.sheet
    disc(sketch, x + 13, y + pitch * 0.6, 13, Said(str(task.number), "zxx"))
    tall = _instruction_height(sketch, task)
    style = ink("body", size, pitch)
    sketch.text(Box(x + INDENT, y, INNER, tall), Spoken(task.instruction, style), Role.HEADING, name=f"task {task.number}", spare=0)
    y += tall
    for each in task.body:
        set_body(sketch, each, x + INDENT, y, squeeze)
        y += body_height(sketch, each, squeeze)
    return y


def _instruction_height(sketch: Sketch, task: Task) -> float:
    size, pitch = sketch.look.sheet
    return max(sketch.height(task.instruction, ink("body", size, pitch), INNER), pitch) + 6


def body_height(sketch: Sketch, body: Body, squeeze: float) -> float:
    """How tall that is which a task is done with."""
    match body:
        case Blank():
            return mm(body.height) * max(squeeze, 0.7) + 20 if body.height else (body.lines * sketch.look.writing + 8)
        case Pairs():
            return sum(_pair_rows(sketch, body, squeeze))
        case Tick() if any(body.pictures):
            return _tile_height(squeeze)
        case Tick():
            return sum(_row_height(sketch, said, squeeze, _tick_width(body)) for said in body.items)
        case Points():
            return sum(_row_height(sketch, said, squeeze, INNER) for said in body.items)
        case _:
            assert_never(body)


def set_body(sketch: Sketch, body: Body, x: float, y: float, squeeze: float) -> None:
    """Sets what a task is done with."""
    match body:
        case Blank():
            _blank(sketch, body, x, y, squeeze)
        case Pairs():
            _pairs(sketch, body, x, y, squeeze)
        case Tick() if any(body.pictures):
            _tiles(sketch, body, x, y, squeeze)
        case Tick():
            _ticks(sketch, body, x, y, squeeze)
        case Points():
            _ticks(sketch, Tick(body.items, "plain"), x, y, squeeze)
        case _:
            assert_never(body)


def _blank(sketch: Sketch, blank: Blank, x: float, y: float, squeeze: float) -> None:
    size, pitch = sketch.look.sheet
    style = ink("body", size, pitch)
    if blank.height:
        box = Box(x, y + 4, INNER, mm(blank.height) * max(squeeze, 0.7) + 8)
        sketch.add(Shape(box, Rectangle(8), None, stroke(), alt=sketch.alt("alt-draw"), name="room to draw"))
        if blank.start:
            sketch.text(Box(x + 12, y + 8, INNER - 24, pitch), Spoken(blank.start, style), Role.LABEL, name="caption", spare=0)
        return
    start = x
    if blank.start:
        wide = min(sketch.broken(blank.start, style, INNER).width + 8, INNER - 60)
        at = y + sketch.look.writing - pitch + 4
        sketch.text(Box(x, at, wide, pitch), Spoken(blank.start, style), Role.LABEL, name="begins with", spare=0)
        start = x + wide
    lines(sketch, x, x + INNER, y, blank.lines, sketch.look.writing, first=start)


def _pair_rows(sketch: Sketch, pairs: Pairs, squeeze: float) -> list[float]:
    wide = (INNER - 90) / 2
    return [
        max(_row_height(sketch, left, squeeze, wide), _row_height(sketch, right, squeeze, wide))
        for left, right in zip(pairs.left, pairs.right, strict=True)
    ]


def _pairs(sketch: Sketch, pairs: Pairs, x: float, y: float, squeeze: float) -> None:
    """Two columns with a dot at each end of the line that the child draws; the left one is read first."""
    size, pitch = sketch.look.sheet
    style = ink("body", size, pitch)
    wide = (INNER - 90) / 2
    rows = _pair_rows(sketch, pairs, squeeze)
    for items, at, dot, name in ((pairs.left, x, x + wide + 8, "left"), (pairs.right, x + wide + 90, x + wide + 76, "right")):
        top = y
        for said, tall in zip(items, rows, strict=True):
            sketch.text(Box(at, top, wide, tall), Spoken(said, style), Role.LIST_ITEM, Anchor.MIDDLE, name=name, spare=0)
            sketch.add(Shape(Box(dot, top + tall / 2 - 3, 6, 6), Ellipse(), ink("body", 1, 1).colour, name="dot"))
            top += tall


def _tick_width(ticks: Tick) -> float:
    return INNER - (30 if ticks.shape != "circle" else 24)


def _row_height(sketch: Sketch, said: Said, squeeze: float, wide: float) -> float:
    size, pitch = sketch.look.sheet
    return max(sketch.height(said, ink("body", size, pitch), wide), 18) + 8 + 8 * squeeze


def _tile_height(squeeze: float) -> float:
    return 124 + 18 * squeeze


def _tiles(sketch: Sketch, ticks: Tick, x: float, y: float, squeeze: float) -> None:
    """Pictures side by side, each with its words under it, for children who do not read yet."""
    size, pitch = sketch.look.sheet
    style = ink("body", size, pitch, align=Align.CENTRE)
    gap, tall = 12.0, _tile_height(squeeze) - 8
    wide = (INNER - gap * (len(ticks.items) - 1)) / len(ticks.items)
    for number, (said, picture) in enumerate(zip(ticks.items, ticks.pictures, strict=True)):
        box = Box(x + number * (wide + gap), y + 4, wide, tall)
        words = sketch.height(said, style, wide - 16)
        sketch.rectangle(box, None, radius=10, stroke=stroke(0.75), name="choice")
        if picture:
            region = Box(box.x + 8, box.y + 8, wide - 16, tall - words - 18)
            paper_figure(sketch, picture.key, picture.alt.string, region, leads=True)
        sketch.text(Box(box.x + 8, box.bottom - words - 6, wide - 16, words), Spoken(said, style), Role.LIST_ITEM, name="choice", spare=0)


def _ticks(sketch: Sketch, ticks: Tick, x: float, y: float, squeeze: float) -> None:
    """Rows with a box to tick or number, or text in an outline that invites a circle around it."""
    size, pitch = sketch.look.sheet
    style = ink("body", size, pitch)
    for said in ticks.items:
        tall = _row_height(sketch, said, squeeze, _tick_width(ticks))
        middle = y + tall / 2
        if ticks.shape == "circle":
            sketch.rectangle(Box(x, y + 2, INNER, tall - 4), None, radius=10, stroke=stroke(0.75), name="choice")
            box = Box(x + 14, y, _tick_width(ticks), tall)
        else:
            side = 20.0 if ticks.shape == "order" else 14.5
            if ticks.shape != "plain":
                sketch.rectangle(Box(x, middle - side / 2, side, side), None, radius=2, stroke=stroke(), name="box")
            box = Box(x + 30, y, _tick_width(ticks), tall)
        sketch.text(box, Spoken(said, style), Role.LIST_ITEM, Anchor.MIDDLE, name="choice", spare=0)
        y += tall
