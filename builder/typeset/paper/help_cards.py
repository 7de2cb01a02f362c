"""Help cards to cut: for the pocket, eight to a page; on half a page each."""

from __future__ import annotations

from builder.model.document import Document, Frame
from builder.model.page import Anchor, Box, Page, Pages, Role
from builder.model.pieces import Help, HelpCard
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.mirror import facing
from builder.typeset.paper.sheet import LIVE_HEIGHT, LIVE_WIDTH, Parts, Setting, cut_lines, ink, line, lines, origin, page, put, stroke
from builder.typeset.sketch import Sketch, Spoken, in_each

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
    lay, *shape = (_pocket, 2, 4) if frame.archetype == "wallet" else (_half, 1, 2)
    parts = Parts(Box(x, y, LIVE_WIDTH, LIVE_HEIGHT - FOOT), *shape)
    cut_lines(sketch, parts)
    card = next(piece for piece in frame.pieces if isinstance(piece, HelpCard))
    for cell in parts.cells:
        lay(sketch, frame, card, cell.inset(PAD, PAD))
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
    foot = box.bottom - _source(sketch, card, box, 6.5) - 29
    share = (foot - y) / len(some)
    for contact in some:
        _number(sketch, contact, Box(box.x, y, 84, share), 24)
        told = [*in_each(contact.name, ink("bold", 9, 11.5)), *in_each(contact.facts, ink("body", 8, 10.5))]
        put(sketch, Box(box.x + 92, y, box.width - 92, share - 2), told, Role.LABEL, "help name", Anchor.MIDDLE)
        y += share
    _trusted(sketch, card, Box(box.x, foot, box.width, 26))


def _source(sketch: Sketch, card: HelpCard, box: Box, size: float) -> float:
    """Where the number is known from, at the foot of the card: small, for whoever checks it; gives its height."""
    said = Spoken(card.source._replace(second=None), ink("body", size, size * 1.25))
    tall = sketch.height(said.said, said.style, box.width)
    sketch.text(Box(box.x, box.bottom - tall, box.width, tall), said, Role.LABEL, name="source", spare=0)
    return tall


def _trusted(sketch: Sketch, card: HelpCard, room: Box) -> None:
    """Whom I trust, and a line to write it on."""
    told = in_each(card.heading, ink("bold", 9, 11.5))
    wide = min(room.width * 0.45, max(sketch.broken(each.said, each.style, 200).width for each in told) + 6)
    put(sketch, room._replace(width=wide), told, Role.LABEL, "trusted", Anchor.BOTTOM)
    lines(sketch, room.x + wide + 4, room.right, room.bottom - 3, 1, 0)


def _half(sketch: Sketch, frame: Frame, card: HelpCard, box: Box) -> None:
    """A card on half a page: large numbers at the start, the open door and lines to write on at the end."""
    child, danger, *own = card.contacts
    sketch.rectangle(box, None, radius=12, stroke=stroke(1.5), name="card")
    inner, wide = box.inset(16, 12), 250.0
    inner = inner._replace(height=inner.height - _source(sketch, card, inner, 7.5) - 5)
    y = inner.y + put(sketch, Box(inner.x, inner.y, wide, 52), [Spoken(frame.title, ink("heading", 20, 25))], Role.TITLE, "title") + 6
    some = [child, *own[:1], danger]
    share = (inner.bottom - y) / len(some)
    for contact in some:
        large = 54 if contact is child and not own else 34
        _number(sketch, contact, Box(inner.x, y, wide, large * 1.2), large)
        told = [*in_each(contact.name, ink("bold", 13, 17)), *in_each(contact.facts, ink("body", 11, 15))]
        put(sketch, Box(inner.x, y + large * 1.2, wide, share - large * 1.2 - 4), told, Role.LABEL, "help name")
        y += share
    line(sketch, inner.x + wide + 12, inner.y, inner.x + wide + 12, inner.bottom)
    _to_write(sketch, frame, card, Box(inner.x + wide + 26, inner.y, inner.right - inner.x - wide - 26, inner.height))


def _to_write(sketch: Sketch, frame: Frame, card: HelpCard, room: Box) -> None:
    """The open door, whom I trust, lines to write it on with what each is for."""
    figures.paper_figure(sketch, frame.picture, frame.alt.string, room._replace(height=room.height * 0.38))
    head = Box(room.x, room.y + room.height * 0.4, room.width, 44)
    y = head.y + put(sketch, head, [Spoken(card.heading, ink("heading", 15, 20))], Role.HEADING, "trusted")
    pitch = (room.bottom - y) / len(card.lines)
    for said in card.lines:
        told = in_each(said, ink("body", 9, 12))
        tall = 12.0 * len(told) + 1
        lines(sketch, room.x, room.right, y + pitch - tall - 3, 1, 0)
        put(sketch, Box(room.x, y + pitch - tall - 1, room.width, tall), told, Role.LABEL, "label")
        y += pitch
