"""Slides without a design of their own: a frame's texts one under the other, on as many slides as they need.

What large print does with a frame that its archetype cannot hold in larger type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from builder.model.document import Frame
from builder.model.look import Look, Style
from builder.model.page import Anchor, Box, Role
from builder.model.pieces import Blank, Cards, Chat, Choices, Clock, Help, HelpCard, Mark, Move, Para, Piece, Points, Tone, Track
from builder.model.voice import Said, joined
from builder.typeset import figures
from builder.typeset.sketch import Sketch, Spoken, both
from builder.typeset.slides.choices import carrier
from builder.typeset.slides.frame import LEFT, floor_of, hair, set_mark, strip, title

WIDTH = 864.0
GAP = 14.0
PICTURE = 150.0
"""The least height of a picture under the texts."""
PANEL = 24.0
INDENT = {"": 0.0, "line": 0.0, "source": 0.0, "bar": 24.0, "letter": 84.0, "sign": 120.0, "call": 280.0}
OTHER = 56.0
"""How far text stands from a mark of another kind."""
LEAST = {"sign": 100.0, "call": 76.0, "letter": 66.0}
"""How tall a row with such a mark is at least."""
LINE = 34.0
"""The room to write above a line."""


class Row(NamedTuple):
    """A text with the mark before it (its kind and which one). The mark `line` is one to write on, named by the text under it.

    One that `begins` stands first on its slide.
    """

    said: Said
    style: Style
    mark: str = ""
    which: str = ""
    role: Role = Role.PARAGRAPH
    begins: bool = False


def plain(frame: Frame, sizes: tuple[float, ...], empty: Callable[[Frame], Sketch]) -> list[tuple[Frame, Sketch]]:
    """The frame on as few slides as there can be, in the largest of the sizes that takes no more; `empty` gives a slide."""
    tried = [_slides(frame, size, empty) for size in sizes]
    fewest = min(len(each) for each in tried)
    return next(each for each in tried if len(each) == fewest)


def _slides(frame: Frame, size: float, empty: Callable[[Frame], Sketch]) -> list[tuple[Frame, Sketch]]:
    scratch = empty(frame)
    numbered = _part(frame, 9, 9)
    room = floor_of(frame, scratch) - _title(scratch, numbered) - 24 - (2 * PANEL if _on_panel(frame) else 0)
    rows = [_in_one_line(scratch, row, _width(frame)) for piece in frame.pieces for row in _rows(piece, scratch.look, size)]
    # Where numbers come from stands last if it would have a slide of its own.
    orders = [[(row, _height(scratch, row, _width(frame)) + GAP) for row in each] for each in (rows, sorted(rows, key=_is_source))]
    filled = min((_evenly(each, room) for each in orders), key=len)
    drawn = []
    for number, rows in enumerate(filled, 1):
        part = _part(frame, number, len(filled))
        sketch = empty(part)
        _lay(part, sketch, rows, last=number == len(filled))
        drawn.append((replace(part, pieces=()), sketch))
    return drawn


def _is_source(row: Row) -> bool:
    return row.mark == "source"


def _evenly(rows: list[tuple[Row, float]], room: float) -> list[list[Row]]:
    """The rows on as few slides as there can be, none of them much fuller than another."""
    tried = [_filled(rows, room * share / 20) for share in range(20, 7, -1)]
    return [each for each in tried if len(each) == len(tried[0])][-1]


def _filled(rows: list[tuple[Row, float]], room: float) -> list[list[Row]]:
    """The rows, each so tall, from slide to slide; a line to write on takes its heading with it."""
    filled: list[list[Row]] = [[]]
    taken, over = 0.0, [each for each in rows if each[0].role is Role.HEADING]
    for row, tall in rows:
        if filled[-1] and (row.begins or taken + tall - GAP > room):
            again = over if row.mark == "line" and any(each.begins for each in filled[-1]) else []
            filled.append([each for each, _ in again])
            taken = sum(each for _, each in again)
        filled[-1].append(row)
        taken += tall
    return filled


def _in_one_line(sketch: Sketch, row: Row, width: float) -> Row:
    """A heading, what a line is for, where numbers come from: in two languages at once where they take one line."""
    heading, said = row.role is Role.HEADING, both(row.said)
    if sketch.bilingual and (heading or row.mark in ("line", "source")):
        styles = (row.style, row.style.at(row.style.size - 4)) if heading else (row.style,)
        fits = next((style for style in styles if sketch.broken(said, style, width).count == 1), None)
        return row._replace(said=said, style=fits) if fits else row
    return row


def _part(frame: Frame, number: int, count: int) -> Frame:
    """One of so many slides that the frame becomes."""
    titled = frame.title.part(number, count) if count > 1 else frame.title
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
    y = _title(sketch, frame) + 24
    floor, x = floor_of(frame, sketch), LEFT
    if panel:
        sketch.rectangle(Box(LEFT, y, WIDTH, floor - y), "white", radius=14, name="panel")
        x, y = LEFT + PANEL, y + PANEL
    for row in rows:
        y += _set(sketch, row, Box(x, y, _width(frame), floor - y)) + GAP
    if last and floor - y >= PICTURE and not panel:
        figures.figure(sketch, frame.picture, frame.alt.string, Box(LEFT, y, WIDTH, floor - y))
    strip(sketch, frame)


def _title(sketch: Sketch, frame: Frame) -> float:
    """The title, and under it, smaller, the one in the second language; gives the y below them."""
    bilingual, sketch.bilingual = sketch.bilingual, False
    y = title(sketch, frame, colour="white" if _on_panel(frame) else "deep")
    sketch.bilingual = bilingual
    return y


def _rows(piece: Piece, look: Look, size: float) -> Iterator[Row]:
    """The texts of a piece in the order in which they are read."""
    body = look.body(size)
    bold = body._replace(bold=True)
    match piece:
        case Para(said=said, tone=tone):
            yield Row(said, bold.in_colour(look.colours["deep"]) if tone is Tone.LEAD else body)
        case Points(items=items, mark=mark, first=first):
            yield from (Row(said, body, mark.value, str(number), Role.LIST_ITEM) for number, said in enumerate(items, first))
        case Chat(messages=messages):
            yield from (Row(each.said, body, "sent" if each.own else "received", role=Role.LIST_ITEM) for each in messages)
        case Choices():
            yield from _choices(piece, look, size)
        case Cards(items=cards):
            yield from (Row(said, style) for card in cards for said, style in ((card.head, bold), (card.said, body)))
        case Track(moves=moves):
            for number, move in enumerate(moves, 1):
                badge = ("sign", move.sign) if move.sign else (Mark.NUMBER.value, str(number))
                yield Row(_with_word(move), body, *badge, Role.LIST_ITEM)
        case Clock():
            yield from (Row(said, style) for said, style in ((piece.label, bold), *((each, body) for each in piece.below)))
        case HelpCard():
            yield from _help(piece, look, size)
        case Blank():
            yield Row(piece.start, look.label(24, "ink"), "line")


def _with_word(move: Move) -> Said:
    return move.line._replace(string=f"**{move.word.string}** – {move.line.string}")


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
    yield Row(card.source, look.label(20, "ink"), "source")
    yield Row(card.heading, look.heading(size + 4, "help"), role=Role.HEADING, begins=True)
    for said in card.lines:
        yield Row(said, look.label(24, "ink"), "line")


def _contact(contact: Help, look: Look, body: Style) -> Iterator[Row]:
    name = contact.name
    second = name.second._replace(string=f"**{name.second.string}**") if name.second else None
    bold = name._replace(string=f"**{name.string}**", second=second)
    if contact.number:
        yield Row(joined((bold, contact.facts), " · ", name.language), body, "call", contact.number)
    else:
        yield Row(bold, body, "handset")
        yield Row(contact.facts, look.label(24, "ink"), "line")


def _indent(row: Row) -> float:
    return INDENT.get(row.mark, OTHER)


def _height(sketch: Sketch, row: Row, width: float) -> float:
    """How tall a row is: its text, padding round a message, the line above a label."""
    if not row.said:
        return -GAP
    tall = sketch.height(row.said, row.style, width - _indent(row))
    if row.mark in ("sent", "received"):
        return tall + 20
    return max(tall, LEAST.get(row.mark, 0.0)) + (LINE + 6 if row.mark == "line" else 0)


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
            carrier(sketch, row.which, room.x + 40, room.y + tall / 2, 0.92)
        case "sign":
            figures.sign(sketch, row.which, room.x + 50, room.y + tall / 2, 96)
        case "yes" | "no" | "handset":
            alt = sketch.alt({"yes": "alt-right", "no": "alt-wrong"}.get(row.mark, ""), 1) if row.mark != "handset" else ""
            figures.mark(sketch, row.mark, "help" if row.mark == "handset" else "deep", room.x + 20, middle, 0.6, alt)
        case "line":
            hair(sketch, room.x, room.y + LINE, room.right, room.y + LINE, "ink", 2, sketch.alt("alt-write"))
            inner = inner._replace(y=room.y + LINE + 6, height=inner.height - LINE - 6)
        case "call":
            _number(sketch, row.which, Box(room.x, room.y, INDENT["call"] - 20, tall))
        case "" | "source":
            pass
        case mark:
            set_mark(sketch, Mark(mark), int(row.which), room.x, room.y, tall, style)
    anchor = Anchor.MIDDLE if row.mark in LEAST else Anchor.TOP
    sketch.text(inner, Spoken(row.said, style), row.role, anchor, name=row.mark or "text", spare=0)
    return tall


def _number(sketch: Sketch, number: str, box: Box) -> None:
    """A telephone number as large as there is room for, at the start of its row."""
    figures.mark(sketch, "handset", "help", box.x + 24, box.y + box.height / 2, 0.6)
    room = box._replace(x=box.x + 56, width=box.width - 56)
    wide = sketch.desk.ruler.width
    size = next((each for each in (60, 52, 44, 36) if wide(number, "heading", each, "zxx") <= room.width), 28)
    sketch.text(
        room, Spoken(Said(number, "zxx"), sketch.look.heading(size, "help")), Role.LABEL, Anchor.MIDDLE, name="help number", spare=0
    )
