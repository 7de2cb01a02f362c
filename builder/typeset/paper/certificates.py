"""Certificates on paper: landscape, in a double frame; what is the same on all of them is laid once."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import bidirectional

from builder.model.document import Document, Frame
from builder.model.page import Align, Anchor, Box, Item, Page, Pages, Role
from builder.model.pieces import Blank, HelpCard, Para, Points, Tone
from builder.model.voice import Said, joined
from builder.typeset import figures, logos
from builder.typeset.mirror import facing
from builder.typeset.paper.sheet import LIVE_HEIGHT, LIVE_WIDTH, PAPERS, Setting, ink, lines, put, stroke
from builder.typeset.sketch import Desk, Sketch, Spoken

WIDE, TALL = LIVE_HEIGHT, LIVE_WIDTH
STYLES = tuple(ink("heading", size, size * 1.3, align=Align.CENTRE) for size in (40.0, 34.0, 28.0, 24.0, 20.0, 17.0, 15.0))
"""How a name is set, from large to small."""
PICTURES = {"5-8": "pledge-high-five", "9-12": "pledge-high-five", "13-17": "friends-repair"}
PICTURE = 136.0


def certificates(document: Document, setting: Setting) -> Pages:
    """A page for each frame; `section` is the participant's name."""
    before, room, after = _common(document.frames[0], setting)
    pages = tuple(_page(frame, (*before, *_name(frame, room, setting), *after), setting) for frame in document.frames)
    tag = document.title.language
    made = Pages(document.kind, document.title.string, tag, pages, document.author, document.licence, document.date)
    return facing(made, setting.voice.language.rtl)


def _page(frame: Frame, items: tuple[Item, ...], setting: Setting) -> Page:
    """The page; its title is the same for all, so that no name stands in an outline."""
    height, width = PAPERS[setting.paper]
    return Page(frame.id, width, height, items, frame.title.string, frame.title.language, frame.archetype)


def _common(frame: Frame, setting: Setting) -> tuple[list[Item], Box, list[Item]]:
    """What stands on every certificate, before and after the name, and the room for the name."""
    height, width = PAPERS[setting.paper]
    live = Box((width - WIDE) / 2, (height - TALL) / 2, WIDE, TALL)
    sketch = Sketch(setting.desk, voice=setting.voice)
    sketch.rectangle(live, None, radius=14, stroke=stroke(2.5), name="frame")
    sketch.rectangle(live.inset(7, 7), None, radius=9, stroke=stroke(0.8), name="frame")
    inner = live.inset(44, 30)
    y = inner.y + _logos(sketch, inner)
    y += _centred(sketch, Box(inner.x, y, inner.width, 76), frame.title, 38, Role.TITLE, "title", "heading") + 20
    before, sketch.items = sketch.items, []
    room = Box(inner.x + 20, y, inner.width - 40, 74)
    y = room.bottom + 14
    for piece in frame.pieces:
        if isinstance(piece, Para):
            size, face = {Tone.LEAD: (18, "body"), Tone.CUE: (28, "heading")}.get(piece.tone, (15, "body"))
            y += _centred(sketch, Box(inner.x, y, inner.width, 64), piece.said, size, Role.PARAGRAPH, "text", face) + 9
        elif isinstance(piece, Points):
            listed = joined(piece.items, " · ", piece.items[0].language)
            y += _centred(sketch, Box(inner.x + 40, y, inner.width - 80, 44), listed, 15, Role.PARAGRAPH, "lessons", "body") + 6
    _foot(sketch, frame, inner, setting)
    setting.tell(sketch, frame)
    return before, room, sketch.items


def _logos(sketch: Sketch, inner: Box) -> float:
    found = sketch.look.brand.logos
    if not found:
        return 10.0
    whole = sum(logo.light.within(160, 40)[0] for logo in found) + 24 * (len(found) - 1)
    start = max(inner.x, inner.x + (inner.width - whole) / 2)
    logos.row(sketch, found, Box(start, inner.y, inner.width, 40), (160, 40), 24)
    return 50.0


def _centred(sketch: Sketch, room: Box, said: Said, size: float, role: Role, name: str, face: str) -> float:
    """A text in the middle, the second language below the first; gives its height."""
    first, *second = said.each()
    style = ink(face, size, round(size * 1.26, 1), align=Align.CENTRE)
    spoken = [Spoken(first, style), *(Spoken(each, style.at(round(size * 0.8, 1))) for each in second)]
    return put(sketch, room, spoken, role, name, Anchor.TOP, 9)


def _foot(sketch: Sketch, frame: Frame, inner: Box, setting: Setting) -> None:
    """Lines for place, date and signature beside a picture; for children whom to call."""
    blanks = [piece for piece in frame.pieces if isinstance(piece, Blank)]
    card = next((piece for piece in frame.pieces if isinstance(piece, HelpCard)), None)
    bottom = inner.bottom - (20 if card else 0)
    key = PICTURES.get(setting.voice.audience.youngest.family, "")
    left = inner.x + (PICTURE + 24 if key else 0)
    if key:
        figures.paper_figure(sketch, key, "", Box(inner.x, bottom - PICTURE, PICTURE, PICTURE))
    wide = (inner.right - left - 28 * (len(blanks) - 1)) / len(blanks)
    for number, blank in enumerate(blanks):
        x = left + number * (wide + 28)
        lines(sketch, x, x + wide, bottom - 30, 1, 0)
        label = Box(x, bottom - 26, wide, 26)
        put(sketch, label, [Spoken(each, ink("body", 10, 13)) for each in blank.start.each()], Role.LABEL, "label", least=7)
    if card:
        _help(sketch, card, Box(inner.x, inner.bottom - 12, inner.width, 16))
    if setting.help_card.draft:
        told = setting.help_card.draft._replace(second=None)
        sketch.text(Box(inner.x, inner.bottom + 8, inner.width, 10), Spoken(told, ink("body", 8, 10)), Role.LABEL, name="draft", spare=0)


def _help(sketch: Sketch, card: HelpCard, room: Box) -> None:
    """Whom to call, in one line; where no number is known, whom to ask."""
    child = card.contacts[0]
    figures.mark(sketch, "handset", "black", room.x + 8, room.y + 8, 0.2)
    said = child.name._replace(string=f"**{child.number}** · {child.name.string}", second=None) if child.number else child.name
    beside = room._replace(x=room.x + 22, width=room.width - 22)
    put(sketch, beside, [Spoken(said._replace(second=None), ink("body", 11, 14))], Role.LABEL, "help name", Anchor.MIDDLE)


def _name(frame: Frame, room: Box, setting: Setting) -> list[Item]:
    """The name as large as one line holds it, else on two; or a line to write it on."""
    desk = Desk(setting.desk.look, setting.desk.ruler, {})  # keeps no lines: a name stands once
    sketch = Sketch(desk, voice=setting.voice)
    if not frame.section:
        lines(sketch, room.x + 60, room.right - 60, room.bottom - 16, 1, 0)
        return sketch.items
    said = frame.section
    first = next((kind for kind in map(bidirectional, said.string) if kind in ("L", "R", "AL")), "L")
    one = (style for style in STYLES if sketch.broken(said, style, room.width).count == 1)
    several = (style for style in STYLES if sketch.height(said, style, room.width) <= room.height)
    style = next(one, None) or next(several, STYLES[-1])
    sketch.text(room, Spoken(said, style), Role.PARAGRAPH, Anchor.MIDDLE, name="name", spare=0, rtl=first != "L")
    setting.tell(sketch, replace(frame, title=said))
    return sketch.items
