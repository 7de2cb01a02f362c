"""Pages for whoever reads from right to left: everything stands where a mirror shows it, and nothing is mirrored that is read.

Layouts place what they draw from the left, whatever the language. Here a finished page is turned over: boxes, columns,
arrows and tails change sides; words, pictures, marks, clocks and logos keep their form.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from builder.model.page import (
    Align,
    Box,
    Cell,
    Group,
    Item,
    Line,
    Link,
    Page,
    Pages,
    Paragraph,
    Paths,
    Picture,
    Role,
    Segment,
    Shape,
    Table,
    Text,
)

_STANDS_BY = (Role.TITLE, Role.LABEL, Role.FOOTER, Role.NUMBER)
"""Roles of short text that belongs to what stands beside it: text from left to right changes sides with it, too."""
_OTHER = {Align.START: Align.END, Align.CENTRE: Align.CENTRE, Align.END: Align.START}


def facing(pages: Pages, rtl: bool) -> Pages:
    """The pages as they face their reader: mirrored for one who reads from right to left."""
    return replace(pages, pages=tuple(map(mirrored, pages.pages))) if rtl else pages


def mirrored(page: Page) -> Page:
    """The page with its left and right exchanged; items stay in the order in which they are read."""
    return replace(page, items=tuple(_mirrored(item, page.width) for item in page.items))


def flipped(box: Box, width: float) -> Box:
    """The box where a mirror shows it, on a page of this width."""
    return box._replace(x=width - box.right)


def _mirrored(item: Item, width: float) -> Item:
    match item:
        case Text():
            return replace(item, box=flipped(item.box, width), paragraphs=_moved(item.paragraphs, item.box, width, item.role))
        case Shape():
            return _shape(item, width)
        case Table():
            rows = tuple(tuple(_cell(cell, width) for cell in row) for row in item.rows)
            return replace(item, box=flipped(item.box, width), rows=rows)
        case Group():
            return _group(item, width)
        case Picture() | Link():
            return replace(item, box=flipped(item.box, width))
        case other:
            assert_never(other)


def _moved(paragraphs: tuple[Paragraph, ...], box: Box, width: float, role: Role) -> tuple[Paragraph, ...]:
    by = width - box.right - box.x
    return tuple(_paragraph(each, by, flipped(box, width), role in _STANDS_BY) for each in paragraphs)


def _paragraph(paragraph: Paragraph, by: float, box: Box, stands_by: bool) -> Paragraph:
    """The paragraph moved with its box; its own direction already says at which side its lines begin."""
    if paragraph.rtl or not stands_by or paragraph.align is Align.CENTRE:
        return replace(paragraph, lines=tuple(line_moved(line, by) for line in paragraph.lines))
    lines = tuple(replace(line, x=round(box.x + box.right - line.x - by - line.width, 2)) for line in paragraph.lines)
    return replace(paragraph, lines=lines, align=_OTHER[paragraph.align])


def line_moved(line: Line, by: float) -> Line:
    """The line, so many points further right."""
    return replace(line, x=round(line.x + by, 2))


def _cell(cell: Cell, width: float) -> Cell:
    return replace(cell, box=flipped(cell.box, width), paragraphs=_moved(cell.paragraphs, cell.box, width, Role.PARAGRAPH))


def _shape(shape: Shape, width: float) -> Shape:
    """A shape turned over: what points to the right points to the left."""
    box, outline = flipped(shape.box, width), shape.outline
    if isinstance(outline, Segment) and shape.box.width and shape.box.height:
        return replace(shape, box=box, outline=Paths(((("M", (box.right, box.y)), ("L", (box.x, box.bottom))),)))
    if isinstance(outline, Paths):
        paths = tuple(tuple((command, _turned(at, width)) for command, at in path) for path in outline.paths)
        return replace(shape, box=box, outline=Paths(paths))
    return replace(shape, box=box)


def _turned(at: tuple[float, ...], width: float) -> tuple[float, ...]:
    """Coordinates x, y, x, y … with every x turned over."""
    return tuple(round(width - value, 3) if number % 2 == 0 else value for number, value in enumerate(at))


def _group(group: Group, width: float) -> Group:
    """A picture, a mark, a slide's thumbnail: carried to the other side as it is."""
    box = group.box or group.clip
    if box is None:
        return replace(group, items=tuple(_mirrored(item, width) for item in group.items))
    by = width - box.right - box.x
    clip = group.clip and group.clip._replace(x=group.clip.x + by)
    return replace(group, dx=round(group.dx + by, 2), clip=clip, box=group.box and group.box._replace(x=group.box.x + by))
