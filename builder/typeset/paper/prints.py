"""How finished sheets print: in the colours of their audience, in black on white, or with as little toner as will do.

Layouts know black only. What is coloured says nothing that it does not say in black: a coloured sheet still copies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.model.look import COLOUR, ECO, Look
from builder.model.page import Colour, Group, Item, Paragraph, Segment, Shape, Stroke, Text

INK = "#000000"
THINNEST = 0.75
"""How thin lines become where toner is spared, in points: a copier still keeps them."""
RULE = 1.5
"""A line this strong parts; thinner ones are to write on or to cut along."""
TINTED = {"age": "wash", "disc": "wash", "question": "wash", "help strip": "help_wash"}
"""Shapes with a ground of their own in colour; their outline is what a copier keeps of them."""
HELP = ("help strip", "help number")
ADULTS = ("guide",)
"""Layouts of what only a facilitator reads: a coloured page costs several times as much."""


def printed(items: Iterable[Item], look: Look, layout: str) -> tuple[Item, ...]:
    """The items of a sheet as it is printed."""
    if look.print == COLOUR and layout not in ADULTS:
        return tuple(_coloured(item, look) for item in items)
    if look.print == ECO and look.large is None:  # large print is there to be seen
        return tuple(_sparing(item) for item in items)
    return tuple(items)


def _coloured(item: Item, look: Look) -> Item:
    """Headings, strong rules, pills and the help strip in colour; all that is to be read or written on stays black."""
    colour = look.colours["help" if getattr(item, "name", "") in HELP else "deep"]
    match item:
        case Text():
            return replace(item, paragraphs=tuple(_headed(each, colour) for each in item.paragraphs))
        case Shape() if item.name in TINTED and item.stroke:
            return replace(item, fill=look.colours[TINTED[item.name]], stroke=item.stroke._replace(colour=colour))
        case Shape() if isinstance(item.outline, Segment) and item.stroke and _is_rule(item.stroke):
            return replace(item, stroke=item.stroke._replace(colour=colour))
        case _:
            return item


def _is_rule(stroke: Stroke) -> bool:
    return stroke.colour.value == INK and stroke.width >= RULE and not stroke.dash


def _headed(paragraph: Paragraph, colour: Colour) -> Paragraph:
    """The paragraph, what of it is set in black in the face of headings in a colour."""
    lines = tuple(
        replace(line, runs=tuple(replace(run, colour=colour) if _is_head(run.face.key, run.colour) else run for run in line.runs))
        for line in paragraph.lines
    )
    return replace(paragraph, lines=lines)


def _is_head(face: str, colour: Colour) -> bool:
    return face.startswith("heading") and colour.value == INK


def _sparing(item: Item) -> Item:
    """The item with thinner lines."""
    if isinstance(item, Group) or not isinstance(item, Shape) or item.stroke is None:
        return item  # groups are drawings, which are outlines already
    return replace(item, stroke=item.stroke._replace(width=min(item.stroke.width, THINNEST)))
