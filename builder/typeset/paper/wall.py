"""Texts large enough to be read across a room: the rows of flip charts and posters, all measures in proportion to the type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.drawing.line_art import line_art
from builder.drawing.outline import bounds, polygon
from builder.model.look import BODY_PITCH, Style
from builder.model.page import Align, Anchor, Box, Paths, Role, Shape
from builder.model.pieces import Blank, Card, Cards, Chat, Choices, Clock, Help, HelpCard, Para, Piece, Points, Tone, Track
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.paper.sheet import BLACK, ink, line, stroke
from builder.typeset.sketch import Sketch, Spoken

INDENT = {
    "bar": 0.6,
    "number": 1.42,
    "heart": 1.25,
    "tick": 1.25,
    "letter": 1.9,
    "sign": 2.5,
    "large-sign": 3.7,
    "clock": 2.2,
    "handset": 1.5,
}
"""How far a text stands from the edge, by the mark before it; times the type's size."""
LEAST = {"letter": 1.8, "sign": 2.3, "large-sign": 3.3, "clock": 1.9}
"""How tall a row with such a mark is at least."""
GAP = 0.55
"""What parts two rows."""
PAD, ASIDE = 0.4, 0.9
"""The room round a message in its bubble, and how far the bubble stands from the edge it does not belong to."""
WRITING = 1.3
"""The room above a line to write on."""
SMALL = 0.62
"""The type of what a line is for."""
LETTER = {"A": 0.7, "B": 0.7, "C": 0.52, "D": 0.6}
"""The type of an answer's letter in its shape."""
THICK = 2.2
"""How much thicker lines of drawings are than on a sheet that is read in the hand."""
RULE = 20.0
"""One of so many parts of the type's size is how thick lines are."""


class Row(NamedTuple):
    """Texts that stand together, and the mark before them: its kind, and which one."""

    spoken: tuple[Spoken, ...]
    size: float
    mark: str = ""
    which: str = ""
    role: Role = Role.PARAGRAPH


def body(size: float, *, bold: bool = False) -> Style:
    """Type to read."""
    return ink("bold" if bold else "body", size, round(size * BODY_PITCH, 1))


def head(size: float) -> Style:
    """Type of headings and large numbers."""
    return ink("heading", size, round(size * 1.24, 1))


def rows(pieces: tuple[Piece, ...], size: float, *, large: bool = False) -> Iterator[Row]:
    """The rows of pieces in the order in which they are read; their signs may be `large`."""
    for row in (row for piece in pieces for row in _rows(piece, size)):
        if any(each.said for each in row.spoken):
            yield row._replace(mark="large-sign") if large and row.mark == "sign" else row


def _rows(piece: Piece, size: float) -> Iterator[Row]:
    plain, bold = body(size), body(size, bold=True)
    match piece:
        case Para(said=said, tone=tone):
            yield Row((Spoken(said, bold if tone is Tone.LEAD else plain),), size)
        case Points(items=items, mark=mark, first=first):
            for number, said in enumerate(items, first):
                yield Row((Spoken(said, plain),), size, mark.value, str(number), Role.LIST_ITEM)
        case Chat(messages=messages):
            for message in messages:
                yield Row((Spoken(message.said, plain),), size, "sent" if message.own else "received", role=Role.LIST_ITEM)
        case Choices(items=choices):
            for choice in choices:
                yield Row((Spoken(choice.said, plain),), size, "letter", choice.letter, Role.LIST_ITEM)
        case Cards(items=cards):
            yield from (_card(card, size) for card in cards)
        case Track():
            yield from _moves(piece, size)
        case Clock(minutes=minutes, label=label, below=below):
            yield Row((Spoken(label, bold),), size, "clock", str(minutes))
            yield from (Row((Spoken(each, plain),), size) for each in below)
        case HelpCard():
            yield from _help(piece, size)
        case Blank():
            yield Row((Spoken(piece.start, body(size * SMALL)),), size, "line")


def _moves(track: Track, size: float) -> Iterator[Row]:
    """Each move behind its sign, or its number: the word, what to say."""
    for number, move in enumerate(track.moves, 1):
        told = (Spoken(move.word, head(size * 1.15)), Spoken(move.line, body(size)))
        yield Row(told, size, *(("sign", move.sign) if move.sign else ("number", str(number))), Role.LIST_ITEM)


def _card(card: Card, size: float) -> Row:
    """A card: behind its number, or under its heading; the name of a pile in a frame of its own."""
    if card.head.string.isdecimal():
        return Row((Spoken(card.said, body(size)),), size, "number", card.head.string, Role.LIST_ITEM)
    if not card.said:
        return Row((Spoken(card.head, body(size, bold=True)._replace(align=Align.CENTRE)),), size, "pile", role=Role.LIST_ITEM)
    return Row((Spoken(card.head, body(size, bold=True)), Spoken(card.said, body(size))), size, role=Role.LIST_ITEM)


def _help(card: HelpCard, size: float) -> Iterator[Row]:
    """Each number, very large, with who answers; a line for who helps at this school. Nobody writes on a wall whom they trust."""
    for contact in card.contacts:
        yield from _contact(contact, size)
    for said in card.lines[-1:]:
        yield Row((Spoken(said, body(size * SMALL)),), size, "line")


def _contact(contact: Help, size: float) -> Iterator[Row]:
    name, facts = Spoken(contact.name, body(size, bold=True)), Spoken(contact.facts, body(size * 0.85))
    if contact.number:
        number = Spoken(Said(contact.number, "zxx"), head(size * 2))
        yield Row((number, name, facts), size, "handset")
    else:
        yield Row((name,), size, "handset")
        yield Row((Spoken(contact.facts, body(size * SMALL)),), size, "line")


def height(sketch: Sketch, row: Row, width: float) -> float:
    """How tall a row is in so much width."""
    tall = sum(sketch.height(each.said, each.style, width - _indent(row)) for each in row.spoken if each.said)
    if row.mark in ("sent", "received", "pile"):
        return tall + 2 * PAD * row.size
    if row.mark == "line":
        return tall + WRITING * row.size
    return max(tall, LEAST.get(row.mark, 0.0) * row.size)


def _indent(row: Row) -> float:
    if row.mark in ("sent", "received"):
        return (2 * PAD + ASIDE) * row.size
    return 2 * PAD * row.size if row.mark == "pile" else INDENT.get(row.mark, 0.0) * row.size


def needed(sketch: Sketch, some: list[Row], width: float) -> float:
    """How tall rows are one under the other."""
    return sum(height(sketch, row, width) + GAP * row.size for row in some) - (GAP * some[-1].size if some else 0)


def fits(sketch: Sketch, row: Row, width: float, room: float) -> bool:
    """Whether a row can stand in so much room, no word wider than it."""
    inner = width - _indent(row)
    words = (sketch.broken(each, spoken.style, inner).widest_word for spoken in row.spoken for each in spoken.said.each())
    return height(sketch, row, width) <= room and all(word <= inner for word in words)


def place(sketch: Sketch, row: Row, room: Box) -> float:
    """Sets a row at the top of the room; gives its height."""
    tall, size = height(sketch, row, room.width), row.size
    inner = Box(room.x + _indent(row), room.y, room.width - _indent(row), tall)
    if row.mark in ("sent", "received"):
        inner = _bubble(sketch, row, room._replace(height=tall))
    elif row.mark == "pile":
        outer = room._replace(height=tall).inset(size / RULE / 2, 0)
        sketch.rectangle(outer, None, radius=size * 0.3, stroke=stroke(size / RULE), name="pile")
        inner = room._replace(height=tall).inset(PAD * size, PAD * size)
    elif row.mark == "line":
        y = room.y + WRITING * size - 4
        line(sketch, room.x, y, room.right, y, 1.5, alt=sketch.alt("alt-write"))
        inner = inner._replace(y=y + 4, height=tall - WRITING * size)
    elif row.mark:
        _mark(sketch, row, room, tall)
    anchor = Anchor.MIDDLE if row.mark in LEAST else Anchor.TOP
    sketch.text(inner, row.spoken, row.role, anchor, name=row.mark or "text", spare=0)
    return tall


def _bubble(sketch: Sketch, row: Row, box: Box) -> Box:
    """A message's outline with its tail, at the side of whoever wrote it; gives the room for its words."""
    size, own = row.size, row.mark == "sent"
    wide = max(sketch.broken(each, spoken.style, box.width - _indent(row)).width for spoken in row.spoken for each in spoken.said.each())
    wide, thick = min(box.width - ASIDE * size, wide * 1.04 + 2 * PAD * size + 4), size / RULE * (1.6 if own else 1)
    box = Box(box.right - wide - thick / 2 if own else box.x + thick / 2, box.y, wide, box.height)
    tip, side = (box.right - size * 0.35, -size * 0.5) if own else (box.x + size * 0.35, size * 0.5)
    tail = polygon((tip, box.bottom - 1), (tip + side, box.bottom - 1), (tip, box.bottom + size * 0.34))
    alt = sketch.alt("alt-sent" if own else "alt-received")
    sketch.add(Shape(bounds([tail]), Paths((tail,)), BLACK, name="tail"))
    white = sketch.look.colours["white"]
    sketch.rectangle(box, white, radius=size * 0.35, stroke=stroke(thick), name="bubble", alt=alt)
    return box.inset(PAD * size, PAD * size)


def _mark(sketch: Sketch, row: Row, room: Box, tall: float) -> None:
    """What stands before a row, at its first line or in its middle."""
    size, first, middle = row.size, room.y + row.size * BODY_PITCH * 0.54, room.y + tall / 2
    scratch = Sketch(sketch.desk, voice=sketch.voice)
    match row.mark:
        case "bar":
            sketch.rectangle(Box(room.x, room.y + size * 0.2, size * 0.16, tall - size * 0.25), "black", name="bar")
        case "number":
            _numbered(sketch, row.which, room.x + size * 0.6, first, size)
        case "heart":
            figures.mark(sketch, "heart", "black", room.x + size * 0.45, first, size / 100)
        case "tick":
            box = Box(room.x + 1, first - size * 0.42, size * 0.84, size * 0.84)
            sketch.rectangle(box, None, radius=size * 0.14, stroke=stroke(size / RULE), name="tick box")
            figures.mark(sketch, "yes", "black", box.x + size * 0.42, first, size / 64)
        case "letter":
            _lettered(sketch, row.which, room.x + size * 0.79, middle, size)
        case "sign" | "large-sign":
            share = 1.0 if row.mark == "sign" else 1.5
            figures.sign(scratch, row.which, room.x + size * 1.1 * share, middle, size * 2.1 * share)
        case "clock":
            figures.clock(scratch, int(row.which), room.x + size * 0.9, middle, size * 1.7)
        case "handset":
            at = room.y + row.spoken[0].style.pitch * 0.54
            figures.mark(sketch, "handset", "black", room.x + size * 0.6, at, size / 75)
    sketch.add(*line_art(scratch.items, 1 / THICK))


def figure(sketch: Sketch, key: str, alt: str, region: Box) -> None:
    """Adds a scene in thick lines, as large as the region allows, standing on its lower edge."""
    scratch = Sketch(sketch.desk, voice=sketch.voice)
    figures.figure(scratch, key, alt, region)
    sketch.add(*line_art(scratch.items, 1 / THICK))


def sign(sketch: Sketch, row: Row, room: Box) -> None:
    """Sets a move by itself: its sign as large as there is room for, in the middle; under it its words."""
    centred = [each._replace(style=each.style.aligned(Align.CENTRE)) for each in row.spoken]
    tall = sum(sketch.height(each.said, each.style, room.width) for each in centred)
    side = min(room.height - tall - 0.5 * row.size, room.width * 0.7)
    scratch = Sketch(sketch.desk, voice=sketch.voice)
    figures.sign(scratch, row.which, room.x + room.width / 2, room.y + side / 2, side * 0.92)
    sketch.add(*line_art(scratch.items, 1 / THICK))
    words = Box(room.x, room.y + side + 0.3 * row.size, room.width, tall)
    sketch.text(words, centred, row.role, name="sign", spare=0)


def _lettered(sketch: Sketch, letter: str, x: float, y: float, size: float) -> None:
    """An answer's letter in its own shape: A circle, B square, C triangle, D diamond."""
    shape = letter if letter in LETTER else "A"
    scratch = Sketch(sketch.desk, voice=sketch.voice)
    figures.mark(scratch, shape, "deep", x, y, size / 50)
    sketch.add(*line_art(scratch.items, 1 / THICK))
    style = ink("heading", round(size * LETTER[shape], 1), round(size * LETTER[shape] * 1.24, 1), align=Align.CENTRE)
    drop = size * 0.13 if shape == "C" else 0
    box = Box(x - size, y - style.pitch / 2 + drop, 2 * size, style.pitch)
    sketch.text(box, Spoken(Said(f"{letter} ", "zxx"), style), Role.LABEL, name=f"letter {letter}", spare=0, leads=True)


def _numbered(sketch: Sketch, number: str, x: float, y: float, size: float) -> None:
    """A number in a ring."""
    radius, style = size * 0.54, ink("heading", round(size * 0.7, 1), round(size * 0.76, 1), align=Align.CENTRE)
    sketch.disc(x, y, radius, None, stroke(size / RULE))
    said = Said(f"{number} ", "zxx")
    box = Box(x - radius, y - style.pitch / 2, 2 * radius, style.pitch)
    sketch.text(box, Spoken(said, style), Role.LABEL, name="number", spare=0, leads=True)
