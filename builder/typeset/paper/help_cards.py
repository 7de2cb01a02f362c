"""Help cards to cut: for the pocket, eight to a page; on half a page each."""

from __future__ import annotations

from builder.model.document import Document, Frame
from builder.model.page import Anchor, Box, Page, Pages, Role
from builder.model.pieces import Help, HelpCard
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.mirror import facing
from builder.typeset.paper.sheet import LIVE_HEIGHT, LIVE_WIDTH, Setting, cut_lines, ink, line, lines, origin, page, put, stroke
from builder.typeset.sketch import Sketch, Spoken

PAD = 12.0
FOOT = 16.0
"""The room below the cards for what to do with them."""


def help_cards(document: Document, setting: Setting) -> Pages:
    """A page for each frame, full of equal cards with lines to cut along."""
    pages = tuple(_page(frame, setting) for frame in document.frames)
    tag = document.title.language
    made = Pages(document.kind, document.title.string, tag, pages, document.author, document.licence, document.date)
    return facing(made, setting.voice.language.rtl)


def _page(frame: Frame, setting: Setting) -> Page:
    x, y = origin(setting.paper)
    sketch = Sketch(setting.desk, bilingual=setting.voice.second is not None, voice=setting.voice)
    columns, rows = (2, 4) if frame.archetype == "wallet" else (1, 2)
    wide, tall = LIVE_WIDTH / columns, (LIVE_HEIGHT - FOOT) / rows
    cut_lines(sketch, Box(x, y, LIVE_WIDTH, LIVE_HEIGHT - FOOT), columns, rows)
    card = next(piece for piece in frame.pieces if isinstance(piece, HelpCard))
    for number in range(columns * rows):
        box = Box(x + number % columns * wide, y + number // columns * tall, wide, tall).inset(PAD, PAD)
        if frame.archetype == "wallet":
            _pocket(sketch, frame, card, box)
        else:
            _half(sketch, frame, card, box)
    note = setting.voice.word("help-card-cut")
    sketch.text(
        Box(x, y + LIVE_HEIGHT - FOOT + 3, LIVE_WIDTH, 13), Spoken(note._replace(second=None), ink("body", 9, 12)), Role.FOOTER, spare=0
    )
    setting.tell(sketch, frame)
    return page(sketch, setting.paper, frame.id, frame.title, frame.section, frame.title.language, frame.archetype)


def _number(sketch: Sketch, contact: Help, room: Box, size: float) -> None:
    """The number as large as there is room for, or a line to write it on."""
    if not contact.number:
        lines(sketch, room.x, room.right, room.bottom - 6, 1, 0)
        return
    while size > 9 and sketch.desk.ruler.width(contact.number, "heading", size, "zxx") * 1.04 > room.width:
        size -= 1
    said = Spoken(Said(contact.number, "zxx"), ink("heading", size, size * 1.18))
    sketch.text(room, said, Role.LABEL, Anchor.MIDDLE, name="help number", spare=0)


def _pocket(sketch: Sketch, frame: Frame, card: HelpCard, box: Box) -> None:
    """A card for the pocket: the child helpline, the number in danger, a line for an adult to trust."""
    child, danger, *own = card.contacts
    figures.mark(sketch, "handset", "black", box.x + 8, box.y + 8, 0.22)
    head = Box(box.x + 24, box.y, box.width - 24, 28)
    y = box.y + max(16.0, put(sketch, head, [Spoken(frame.title, ink("heading", 11, 14))], Role.TITLE, "title")) + 2
    some = [child, *own[:1], danger]
    share = (box.bottom - 44 - y) / len(some)
    for contact in some:
        _number(sketch, contact, Box(box.x, y, 84, share), 24)
        told = [Spoken(contact.name, ink("bold", 9, 11.5)), Spoken(contact.facts, ink("body", 8, 10.5))]
        put(sketch, Box(box.x + 92, y, box.width - 92, share - 2), told, Role.LABEL, "help name", Anchor.MIDDLE)
        y += share
    _trusted(sketch, card, Box(box.x, box.bottom - 44, box.width, 26))
    _source(sketch, card, Box(box.x, box.bottom - 15, box.width, 15), 6.5)


def _source(sketch: Sketch, card: HelpCard, room: Box, size: float) -> None:
    """Where the number is known from; small, for whoever checks it."""
    said = Spoken(card.source._replace(second=None), ink("body", size, size * 1.25))
    put(sketch, room, [said], Role.LABEL, "source", least=6)


def _trusted(sketch: Sketch, card: HelpCard, room: Box) -> None:
    """Whom I trust, and a line to write it on."""
    style = ink("bold", 9, 11.5)
    wide = min(room.width * 0.45, max(sketch.broken(each, style, 200).width for each in card.heading.each()) + 6)
    put(sketch, room._replace(width=wide), [Spoken(card.heading, style)], Role.LABEL, "trusted", Anchor.BOTTOM)
    lines(sketch, room.x + wide + 4, room.right, room.bottom - 3, 1, 0)


def _half(sketch: Sketch, frame: Frame, card: HelpCard, box: Box) -> None:
    """A card on half a page: large numbers at the start, the open door and lines to write on at the end."""
    child, danger, *own = card.contacts
    sketch.rectangle(box, None, radius=12, stroke=stroke(1.5), name="card")
    inner, wide = box.inset(16, 12), 250.0
    y = inner.y + put(sketch, Box(inner.x, inner.y, wide, 52), [Spoken(frame.title, ink("heading", 20, 25))], Role.TITLE, "title") + 6
    some = [child, *own[:1], danger]
    share = (inner.bottom - 16 - y) / len(some)
    for contact in some:
        large = 54 if contact is child and not own else 34
        _number(sketch, contact, Box(inner.x, y, wide, large * 1.2), large)
        told = [Spoken(contact.name, ink("bold", 13, 17)), Spoken(contact.facts, ink("body", 11, 15))]
        put(sketch, Box(inner.x, y + large * 1.2, wide, share - large * 1.2 - 4), told, Role.LABEL, "help name")
        y += share
    line(sketch, inner.x + wide + 12, inner.y, inner.x + wide + 12, inner.bottom - 16)
    _to_write(sketch, frame, card, Box(inner.x + wide + 26, inner.y, inner.right - inner.x - wide - 26, inner.height - 16))
    _source(sketch, card, Box(inner.x, inner.bottom - 11, inner.width, 11), 7.5)


def _to_write(sketch: Sketch, frame: Frame, card: HelpCard, room: Box) -> None:
    """The open door, whom I trust, lines to write it on with what each is for."""
    figures.paper_figure(sketch, frame.picture, frame.alt.string, room._replace(height=room.height * 0.38))
    head = Box(room.x, room.y + room.height * 0.4, room.width, 44)
    y = head.y + put(sketch, head, [Spoken(card.heading, ink("heading", 15, 20))], Role.HEADING, "trusted")
    pitch = (room.bottom - y) / len(card.lines)
    for said in card.lines:
        lines(sketch, room.x, room.right, y + pitch - 16, 1, 0)
        put(sketch, Box(room.x, y + pitch - 14, room.width, 13), [Spoken(said, ink("body", 9, 12))], Role.LABEL, "label", least=6)
        y += pitch
