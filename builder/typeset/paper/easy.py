"""Sheets in easy read: one idea a row, its picture at its left; large type, much white, no columns of text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builder.model.document import NOTHING, Document, Frame
from builder.model.look import Style
from builder.model.page import Align, Box, Page, Role
from builder.model.pieces import Card, Help, Picture
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.paper.handouts import Press
from builder.typeset.paper.rows import GAP, Row, Rows, sentence_by_sentence
from builder.typeset.paper.sheet import LIVE_WIDTH, STRIP_TOP, Setting, ink, line, lines, page, sheet_credits, stroke
from builder.typeset.sketch import Desk, Overflow, Sketch, Spoken, both

LINE, BOTTOM, BELOW = 20.0, STRIP_TOP + 54, 12.0
"""The pitch of a label on the help strip; where the strip ends, from the top of the live area; what parts it from the content."""
NUMBER = 74.0
"""How wide the page's number stands at the right of its title."""


class EasyPress(Press):
    """Turns frames into pages of rows, two languages one below the other in the same type."""

    card_sizes = (20, 18, 16)
    caption = 66.0
    square_sizes = (16, 15, 14, 13, 12, 11, 10)

    def __init__(self, setting: Setting) -> None:
        desk, voice = setting.desk, setting.voice
        rules: dict[str, Any] = desk.look.tokens["sheets"]["easy_read"]
        size = max(desk.look.sheet[0], rules["type"])
        look = replace(
            desk.look,
            sheet=(size, size * rules["pitch"]),
            writing=max(desk.look.writing, rules["writing"]),
            beside=2 * LIVE_WIDTH,
            below=1.0,
        )
        super().__init__(setting._replace(desk=Desk(look, desk.ruler, desk.scenes), label=""))
        tall = 54 + (LINE if voice.second else 0)
        self.strip = Box(self.origin[0], self.origin[1] + BOTTOM - tall, LIVE_WIDTH, tall)
        self.draft = self._draft()
        self.above = LINE * len(self.draft.each()) if self.draft else 0
        self.floor = BOTTOM - tall - BELOW - self.above
        self.rows = Rows(self.sketch(), self.origin[0], rules["picture"])

    def laid(self, frame: Frame) -> list[tuple[Frame, Sketch]]:
        """The pages of one frame: as many as its rows need."""
        return self._flowed(frame) if frame.archetype.startswith("easy") else super().laid(frame)

    def _flowed(self, frame: Frame) -> list[tuple[Frame, Sketch]]:
        picture, floor = Picture(frame.picture, frame.alt), self.origin[1] + self.floor
        rows = [row for piece in frame.pieces for row in self.rows.of(piece, picture)]
        if frame.archetype == "easy-worksheet":
            rows.insert(0, self.rows.name(self.voice.own_word("my-name")))
        made: list[tuple[Frame, Sketch]] = []
        y = top = floor
        for number, row in enumerate(rows):
            if not made or y + _together(rows[number:], y - top, floor - top) - GAP > floor:
                side = replace(frame, id=f"{frame.id}.{len(made) + 1}") if made else frame
                made.append((side, self.sketch()))
                section = frame.section._replace(second=None)
                y = top = self.head(made[-1][1], frame, section if section.string != frame.title.string else NOTHING)
            row.draw(made[-1][1], y)
            y += row.tall
            if y - GAP > floor:
                _, pitch = self.desk.look.sheet
                made[-1][1].overflows.append(Overflow(frame.title.address, frame.title.place, y - GAP - floor, False, pitch, pitch))
        for side, sketch in made:
            self.setting.tell(sketch, side)
        return made

    def head(self, sketch: Sketch, frame: Frame, meta: Said) -> float:
        """The sheet's title, below it what it belongs to or how it is used, a strong line; gives the y below it."""
        x, y = self.origin
        size, pitch = self.desk.look.sheet
        wide = LIVE_WIDTH - NUMBER - 10
        style = next((s for s in (ink("heading", 26, 34), ink("heading", 23, 31)) if sketch.broken(frame.title, s, wide).count == 1),
                     ink("heading", 20, 28))  # fmt: skip
        tall = sketch.height(frame.title, style, wide)
        sketch.text(Box(x, y - 8, wide, tall), Spoken(frame.title, style), Role.TITLE, name="title", spare=0, level=1)
        y += tall - 6
        if meta:
            told = (meta,) if meta.second else sentence_by_sentence(meta)
            spoken = [Spoken(each, ink("body", size, pitch)) for each in told]
            y += sketch.text(Box(x, y, wide, 4 * pitch), spoken, name="lesson", spare=0)
        line(sketch, x, y + 6, x + LIVE_WIDTH, y + 6, 1.5)
        return y + 6 + GAP

    def finished(self, frame: Frame, sketch: Sketch, number: int, count: int, document: Document) -> Page:
        """The page with its number beside the title, the help strip and the credits."""
        x, y = self.origin
        if frame.archetype.startswith("easy"):
            which = Spoken(Said(f"{number}/{count}", "zxx"), ink("heading", 18, 26, align=Align.END))
            sketch.text(Box(x + LIVE_WIDTH - NUMBER, y - 4, NUMBER, 26), which, Role.FOOTER, name="page number", spare=0)
        self._strip(sketch)
        sheet_credits(sketch, self.setting, document.title, number, count, NOTHING)
        return page(sketch, self.paper, frame.id, frame.title, frame.section, document.title.language, frame.archetype)

    def _draft(self) -> Said:
        """That a language is a draft, in one line where 12 pt allow it."""
        one = both(self.help.draft)
        return one if self.sketch().broken(one, ink("body", 12, LINE), 999).width <= LIVE_WIDTH else self.help.draft

    def _strip(self, sketch: Sketch) -> None:
        """The child helpline, and a line for an adult to trust, in large type; above it that a language is a draft."""
        box = self.strip
        if self.draft:
            self._label(sketch, self.draft, box._replace(y=box.y - self.above - 4))
        sketch.rectangle(box, None, radius=8, stroke=stroke(1.5), name="help strip")
        figures.mark(sketch, "handset", "black", box.x + 26, box.y + box.height / 2, 0.34)
        child, half = self.help.contacts[0], box.x + 262
        own = [each for each in self.help.contacts[2:3] if child.number]
        left = Box(box.x + 52, box.y + 3, 202, (box.height - 6) / (2 if own else 1))
        for number, contact in enumerate((child, *own)):
            self._contact(sketch, contact, left._replace(y=left.y + left.height * number), tight=bool(own))
        line(sketch, half, box.y + 6, half, box.bottom - 6)
        self._label(sketch, self.help.heading, Box(half + 12, box.y + 5, LIVE_WIDTH - 286, LINE))
        lines(sketch, half + 12, box.right - 12, box.bottom, 1, -8)

    def _contact(self, sketch: Sketch, contact: Help, box: Box, *, tight: bool) -> None:
        """A number with its name – below it, or where two are `tight` after it –; without a number a line to write it on."""
        if not contact.number:
            self._label(sketch, contact.name, box._replace(y=box.y + 2))
            lines(sketch, box.x, box.right, box.bottom, 1, -5)
            return
        style = ink("heading", 17 if tight else 22, 26)
        said = Said(contact.number, "zxx")
        wide = sketch.broken(said, style, 999).width + 8
        sketch.text(box._replace(width=wide), Spoken(said, style), Role.LABEL, name="help number", spare=0)
        below = Box(box.x + wide, box.y + 2, box.width - wide, LINE) if tight else box._replace(y=box.y + 26)
        self._label(sketch, contact.name, below)

    def told(self, said: Said, style: Style) -> list[Spoken]:
        """The words of a card sentence by sentence; all in one language, then in the other."""
        spoken = [[Spoken(each, style) for each in sentence_by_sentence(some)] for some in said.each()]
        return [each._replace(before=6 * (number > 0 and each is some[0])) for number, some in enumerate(spoken) for each in some]

    def cards_fit(self, cards: tuple[Card, ...], per_page: int) -> bool:
        """Whether every card can be read at the smallest size."""
        scratch, size = self.sketch(), self.card_sizes[-1]
        body, head = ink("body", size, size * 1.36), ink("heading", size + 3, (size + 3) * 1.3)
        inner = Box(0, 0, LIVE_WIDTH / 2, (self.floor - 80) / (per_page / 2)).inset(16, 12)
        for card in cards:
            tall = sum(scratch.height(each.said, body, inner.width) + each.before for each in self.told(card.said, body))
            tall += scratch.height(card.head, head, inner.width) + 6 if card.head else 0
            if tall > (self.caption if card.picture else inner.height):
                return False
        return True

    def per_page(self, cards: tuple[Card, ...]) -> int:
        """As many cards as can be read."""
        return next((count for count in (6, 4) if self.cards_fit(cards, count)), 2)

    def _label(self, sketch: Sketch, said: Said, box: Box) -> None:
        """A label, in each language a line of the same size, smaller only where it must be."""
        some = said.each()
        wide = max(sketch.broken(each, ink("body", 16, LINE), 999).width for each in some)
        size = next((s for s in (16.0, 15.0, 14.0, 13.0, 12.0) if wide * s / 16 <= box.width), 11.0)
        spoken = [Spoken(each, ink("body", size, LINE)) for each in some]
        sketch.text(box._replace(height=LINE * len(some)), spoken, Role.LABEL, name="write", spare=0)


def _together(rows: list[Row], used: float, room: float) -> float:
    """How tall that is which the first row may not be parted from.

    That is a whole section which a page has room for, where half of this page is used; else two rows.
    A small last row does not stand alone.
    """
    if len(rows) == 2 and max(row.tall for row in rows) < room / 3:
        return rows[0].tall + rows[1].tall
    if not rows[0].opens:
        return rows[0].tall
    end = next((number for number, row in enumerate(rows) if number and row.opens), len(rows))
    section = sum(row.tall for row in rows[:end])
    whole = used > room / 2 and section - GAP <= room
    return section if whole else rows[0].tall + (_together(rows[1:], 0, room) if rows[1:] else 0)
