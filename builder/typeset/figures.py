"""Drawings at their place: scenes, signs, marks and clocks as groups on a page."""

from __future__ import annotations

from dataclasses import replace

from builder.drawing import pieces, scene, signs
from builder.drawing.line_art import line_art
from builder.model.look import COLOUR, ECO
from builder.model.page import Box, Ellipse, Group, Item, Paths, Rectangle, Shape, Stroke
from builder.typeset.sketch import Desk, Sketch


def figure(sketch: Sketch, key: str, alt: str, region: Box, *, across: float = 0.5, mirrored: bool = False, leads: bool = False) -> None:
    """Adds a scene as large as the region allows, standing on its lower edge; `across` 0 is left, 1 right.

    One that `leads` belongs with the next text.
    """
    if not key or key not in sketch.desk.scenes:
        return
    drawn = _drawn(sketch.desk, key, mirrored != sketch.rtl)  # who looks at the words goes on looking at them
    assert drawn.box is not None  # a scene always knows its size
    scale = min(region.width / drawn.box.width, region.height / drawn.box.height)
    dx = region.x + (region.width - drawn.box.width * scale) * across
    dy = region.bottom - drawn.box.height * scale
    placed = _placed(drawn.items, dx, dy, scale, Box(dx, dy, drawn.box.width * scale, drawn.box.height * scale), alt, key)
    sketch.add(replace(placed, leads=leads))


def paper_figure(sketch: Sketch, key: str, alt: str, region: Box, *, leads: bool = False) -> None:
    """Adds a scene as its paper is printed, as large as the region allows, standing on its lower edge."""
    scratch = Sketch(sketch.desk, voice=sketch.voice)
    figure(scratch, key, alt, region, leads=leads)
    sketch.add(*on_paper(scratch.items, sketch.look.print))


def to_colour(sketch: Sketch, key: str, alt: str, region: Box) -> None:
    """Adds a scene that is there to be coloured, where toner need not be spared."""
    if sketch.look.print != ECO:
        paper_figure(sketch, key, alt, region)


def on_paper(items: list[Item], way: str) -> tuple[Item, ...]:
    """What was drawn for the screen, as paper has it: in colour, in line art, in mere outlines."""
    return tuple(items) if way == COLOUR else line_art(items, sparing=way == ECO)


def sign(sketch: Sketch, kind: str, x: float, y: float, size: float) -> None:
    """Adds a rehearsal sign (stop, block, save, tell) centred on (x, y), `size` points across."""
    _centred(sketch, signs.sign(kind), x, y, size / 100, f"sign {kind}")


def paper_sign(sketch: Sketch, kind: str, x: float, y: float, size: float) -> None:
    """Adds a rehearsal sign as its paper is printed."""
    scratch = Sketch(sketch.desk)
    sign(scratch, kind, x, y, size)
    sketch.add(*on_paper(scratch.items, sketch.look.print))


def mark(sketch: Sketch, kind: str, colour: str, x: float, y: float, scale: float, alt: str = "") -> None:
    """Adds a mark – A to D, yes, no, heart, star, handset – centred on (x, y); with an alt text it belongs to the next text."""
    _centred(sketch, signs.mark(kind, sketch.look.colours[colour]), x, y, scale, f"mark {kind}", alt)


def attention(sketch: Sketch, x: float, y: float, size: float) -> None:
    """Adds a triangle with an exclamation mark, for paper."""
    h = size * 0.87
    triangle = (("M", (x, y - h / 2)), ("L", (x + size / 2, y + h / 2)), ("L", (x - size / 2, y + h / 2)), ("Z", ()))
    black = sketch.look.colours["black"]
    sketch.add(Shape(Box(x - size / 2, y - h / 2, size, h), Paths((triangle,)), None, Stroke(black, 1.3), name="attention"))
    sketch.add(Shape(Box(x - 1, y - h * 0.16, 2, h * 0.34), Rectangle(1), black, name="attention"))
    sketch.add(Shape(Box(x - 1.2, y + h * 0.26, 2.4, 2.4), Ellipse(), black, name="attention"))


def avatar(sketch: Sketch, x: float, y: float, size: float) -> None:
    """Adds the empty face of somebody who is not shown, on a disc that is already there."""
    _centred(sketch, pieces.avatar(sketch.look.colours["white"]), x, y, size / 100, "somebody")


def clock(
    sketch: Sketch, minutes: int, x: float, y: float, size: float, *, face: str = "white", ink: str = "ink", pie: str = "pop"
) -> None:
    """Adds a clock face, `size` points across, with the minutes as a slice of the hour."""
    colours = sketch.look.colours
    drawn = pieces.clock(min(minutes, 60) / 60, face=colours[face], ink=colours[ink], pie=colours[pie])
    _centred(sketch, drawn, x, y, size / 100, "clock")


def _drawn(desk: Desk, key: str, mirrored: bool) -> Group:
    """The scene in this look's colours, drawn once."""
    at = (key, desk.look.family, mirrored)
    if at not in desk.drawn:
        desk.drawn[at] = scene.scene(desk.scenes[key], desk.look.colours, mirrored=mirrored)
    return desk.drawn[at]


def _centred(sketch: Sketch, items: tuple[Item, ...], x: float, y: float, scale: float, name: str, alt: str = "") -> None:
    half = 50 * scale
    placed = _placed(items, x, y, scale, Box(x - half, y - half, 2 * half, 2 * half), alt, name)
    sketch.add(replace(placed, leads=True) if alt else placed)


def _placed(items: tuple[Item, ...], dx: float, dy: float, scale: float, box: Box, alt: str, name: str) -> Group:
    return Group(items, round(dx, 2), round(dy, 2), scale, None, alt, name, "", box)
