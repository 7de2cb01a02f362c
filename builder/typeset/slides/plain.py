"""Slides without a design of their own: a frame's texts one under the other, on as many slides as they need.

What large print does with a frame that its archetype cannot hold in larger type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from builder.model.document import Frame
from builder.model.look import Look, Style
from builder.model.page import Box, Role
from builder.model.pieces import Blank, Cards, Chat, Choices, Clock, Help, HelpCard, Mark, Para, Piece, Points, Tone, Track
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.sketch import Sketch, Spoken
from builder.typeset.slides.choices import carrier
from builder.typeset.slides.frame import LEFT, floor_of, hair, set_mark, strip, title

WIDTH = 864.0
GAP = 14.0
PICTURE = 150.0
"""The least height of a picture under the texts."""
PANEL = 24.0
INDENT = {"": 0.0, "bar": 24.0, "letter": 84.0, "sign": 120.0}
OTHER = 56.0
"""How far text stands from a mark of another kind."""


class Row(NamedTuple):
    """A text with the mark before it (its kind and which one); `line` is one to write on, named by the text under it."""

    said: Said
    style: Style
    mark: str = ""
    which: str = ""
    role: Role = Role.PARAGRAPH


def plain(frame: Frame, sizes: tuple[float, ...], empty: Callable[[Frame], Sketch]) -> list[tuple[Frame, Sketch]]:
    """The frame on as few slides as there can be, in the largest of the sizes that takes no more; `empty` gives a slide."""
    tried = [_slides(frame, size, empty) for size in sizes]
    fewest = min(len(each) for each in tried)
    return next(each for each in tried if len(each) == fewest)


def _slides(frame: Frame, size: float, empty: Callable[[Frame], Sketch]) -> list[tuple[Frame, Sketch]]:
    scratch = empty(frame)
    numbered = _part(frame, 9, 9)
    room = floor_of(frame, scratch) - title(scratch, numbered) - 24 - (2 * PANEL if _on_panel(frame) else 0)
    filled: list[list[Row]] = [[]]
    taken = 0.0
    for row in (row for piece in frame.pieces for row in _rows(piece, scratch.look, size)):
        tall = _height(scratch, row, _width(frame)) + GAP
        if filled[-1] and taken + tall > room:
            filled.append([])
            taken = 0.0
        filled[-1].append(row)
        taken += tall
    drawn = []
    for number, rows in enumerate(filled, 1):
        part = _part(frame, number, len(filled))
        sketch = empty(part)
        _lay(part, sketch, rows, last=number == len(filled))
        drawn.append((replace(part, pieces=()), sketch))
    return drawn


def _part(frame: Frame, number: int, count: int) -> Frame:
    """One of so many slides that the frame becomes."""
    titled = frame.title._replace(string=f"{frame.title.string}\u00a0({number}/{count})") if count > 1 else frame.title
    part_id = frame.id if number == 1 else f"{frame.id}.{number}"
    archetype = "help" if _on_panel(frame) else "talk"
    return replace(frame, id=part_id, title=titled, archetype=archetype, lead=frame.lead and number == 1)


def _on_panel(frame: Frame) -> bool:
    """Whether the texts stand on a white panel, as those of the help slide do."""
    return frame.archetype == "help"


def _width(frame: Frame) -> float:
    return WIDTH - 2 * PANEL if _on_panel(frame) else WIDTH


def _lay(frame: Frame, sketch: Sketch, rows: list[Row], *, last: bool) -> None:
    """The title, the rows, the picture where the last slide has room for it."""
    panel = _on_panel(frame)
    y = title(sketch, frame, colour="white" if panel else "deep") + 24
    floor, x = floor_of(frame, sketch), LEFT
    if panel:
        sketch.rectangle(Box(LEFT, y, WIDTH, floor - y), "white", radius=14, name="panel")
        x, y = LEFT + PANEL, y + PANEL
    for row in rows:
        y += _set(sketch, row, Box(x, y, _width(frame), floor - y)) + GAP
    strip(sketch, frame)
    if last and floor - y >= PICTURE and not panel:
        figures.figure(sketch, frame.picture, frame.alt.string, Box(LEFT, y, WIDTH, floor - y))


def _rows(piece: Piece, look: Look, size: float) -> Iterator[Row]:
    """The texts of a piece in the order in which they are read."""
    body = look.body(size)
    bold = body._replace(bold=True)
    match piece:
        case Para(said=said, tone=tone):
            yield Row(said, bold.in_colour(look.colours["deep"]) if tone is Tone.LEAD else body)
        case Points():
            for number, said in enumerate(piece.items, piece.first):
                yield Row(said, body, piece.mark.value, str(number), Role.LIST_ITEM)
        case Chat():
            for message in piece.messages:
                yield Row(message.said, body, "sent" if message.own else "received", role=Role.LIST_ITEM)
        case Choices():
            yield from _choices(piece, look, size)
        case Cards():
            for card in piece.items:
                yield Row(card.head, bold)
                yield Row(card.said, body, role=Role.LIST_ITEM)
        case Track():
            for move in piece.moves:
                line = move.line.string
                yield Row(move.line._replace(string=f"**{move.word.string}** – {line}"), body, "sign", move.sign, Role.LIST_ITEM)
        case Clock():
            yield from (Row(said, style) for said, style in ((piece.label, bold), *((each, body) for each in piece.below)))
        case HelpCard():
            yield from _help(piece, look, size)
        case Blank():
            yield Row(piece.start, look.label(24, "ink"), "line")


def _choices(piece: Choices, look: Look, size: float) -> Iterator[Row]:
    """Answers with their letters; or those that are wrong, the right one, and why."""
    body = look.body(size)
    for choice in piece.items:
        if not piece.revealed:
            yield Row(choice.said, body, "letter", choice.letter, Role.LIST_ITEM)
        elif not choice.right:
            yield Row(choice.said._replace(string=f"{choice.letter} · {choice.said.string}"), body, "no", role=Role.LIST_ITEM)
    for choice in piece.items if piece.revealed else ():
        if choice.right:
            said = choice.said._replace(string=f"{choice.letter} · {choice.said.string}")
            yield Row(said, body._replace(bold=True), "yes", role=Role.LIST_ITEM)
    yield Row(piece.why, body)


def _help(card: HelpCard, look: Look, size: float) -> Iterator[Row]:
    """Each number, large, with who answers; whom else to ask, with lines to write on; where the numbers come from."""
    body = look.body(size)
    for contact in card.contacts:
        yield from _contact(contact, look, body)
    yield Row(card.heading, look.heading(size + 4, "help"), role=Role.HEADING)
    for said in card.lines:
        yield Row(said, look.label(24, "ink"), "line")
    yield Row(card.source, look.label(20, "ink"))


def _contact(contact: Help, look: Look, body: Style) -> Iterator[Row]:
    if contact.number:
        yield Row(Said(contact.number, "zxx"), look.heading(48, "help"), "handset")
        yield Row(contact.name._replace(string=f"**{contact.name.string}**"), body)
        yield Row(contact.facts, body)
    else:
        yield Row(contact.name._replace(string=f"**{contact.name.string}**"), body, "handset")
        yield Row(contact.facts, look.label(24, "ink"), "line")


def _indent(row: Row) -> float:
    return INDENT.get(row.mark, 0.0 if row.mark == "line" else OTHER)


def _height(sketch: Sketch, row: Row, width: float) -> float:
    """How tall a row is: its text, padding round a message, the line above a label."""
    if not row.said:
        return -GAP
    tall = sketch.height(row.said, row.style, width - _indent(row))
    if row.mark in ("sent", "received"):
        return tall + 20
    return max(tall, 100.0) if row.mark == "sign" else tall + 52 if row.mark == "line" else tall


def _set(sketch: Sketch, row: Row, room: Box) -> float:
    """Sets a row at the top of the room; gives its height."""
    tall, look, style = _height(sketch, row, room.width), sketch.look, row.style
    if not row.said:
        return tall
    inner = Box(room.x + _indent(row), room.y, room.width - _indent(row), min(tall, room.height))
    middle = room.y + style.pitch * 0.56
    match row.mark:
        case "sent" | "received":
            own = row.mark == "sent"
            box = inner._replace(height=tall)
            sketch.rectangle(box, "deep" if own else "soft", radius=14, name="bubble", alt=sketch.alt(f"alt-{row.mark}"))
            style, inner = style.in_colour(look.colours["white" if own else "ink"]), box.inset(20, 10)
        case "letter":
            carrier(sketch, row.which, room.x + 40, middle, 0.92)
        case "sign":
            figures.sign(sketch, row.which, room.x + 50, room.y + 50, 96)
        case "yes" | "no" | "handset":
            alt = sketch.alt({"yes": "alt-right", "no": "alt-wrong"}.get(row.mark, ""), 1) if row.mark != "handset" else ""
            figures.mark(sketch, row.mark, "help" if row.mark == "handset" else "deep", room.x + 20, middle, 0.6, alt)
        case "line":
            hair(sketch, room.x, room.y + 44, room.right, room.y + 44, "ink", 2, sketch.alt("alt-write"))
            inner = inner._replace(y=room.y + 50, height=inner.height - 50)
        case "":
            pass
        case mark:
            set_mark(sketch, Mark(mark), int(row.which), room.x, room.y, tall, style)
    sketch.text(inner, Spoken(row.said, style), row.role, name=row.mark or "text", spare=0, leads=False)
    return tall
