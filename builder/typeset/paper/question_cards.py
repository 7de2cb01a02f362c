"""Question cards: a situation or a question on each, with its messages and answers; four or six to a page, to cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from builder.model.document import Document, Frame
from builder.model.look import Style
from builder.model.page import Box, Pages, Role
from builder.model.pieces import LETTERS, Chat, Para, Points, Tone
from builder.model.voice import Said
from builder.typeset.mirror import facing
from builder.typeset.paper.handouts import Press
from builder.typeset.paper.sheet import Parts, Setting, cut_lines, ink, put, stroke
from builder.typeset.sketch import Sketch, Spoken

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
USUAL = 13.0
"""More than four cards stand six to a side where they have room in this type."""
EDGES = (16, 12)
"""Room beside, and above and below what stands on a card, in points."""
FOOT = 14.0
"""Room at the foot of a card for the lesson it belongs to."""
LETTER, BUBBLE, PAD = 20.0, 30.0, 6.0
"""Room before an answer for its letter, beside a message for whose it is, around a message inside its bubble; in points."""


class Row(NamedTuple):
    """A text of a card: its type, its room before it, its letter or – of a message – whether it is one's own."""

    said: Said
    style: Style
    before: float = 0.0
    letter: str = ""
    own: bool | None = None

    @property
    def pad(self) -> float:
        """Room above and below it inside its bubble."""
        return PAD if self.own is not None else 0.0

    def within(self, card: Box) -> Box:
        """Where its words stand: behind a letter, in a bubble at the start or – one's own – at the end."""
        if self.letter:
            return card._replace(x=card.x + LETTER, width=card.width - LETTER)
        if self.own is not None:
            return card._replace(x=card.x + PAD + 2 + self.own * BUBBLE, width=card.width - BUBBLE - 2 * PAD - 4)
        return card


def question_cards(document: Document, setting: Setting) -> Pages:
    """As many sides as the cards need."""
    return facing(_Press(setting).pages(document), setting.voice.language.rtl)


class _Press(Press):
    def drawn(self, document: Document) -> list[tuple[Frame, Sketch]]:
        """Sides with as many cards as have room on them."""
        voice, cards = self.voice, document.frames
        shown = replace(cards[0], title=voice.word("question-cards"), section=document.title)
        parts = self._parts(self.head(self.sketch(), shown, voice.word("question-cards-how")) + 6, cards)
        count = len(parts.cells)
        sides = [cards[start : start + count] for start in range(0, len(cards), count)]
        return [(replace(shown, id=some[0].id), self._side(shown, parts, some)) for some in sides]

    def _parts(self, top: float, cards: tuple[Frame, ...]) -> Parts:
        """Six to a side where that saves paper and leaves a good size, else four; two across the page where even four are too narrow."""
        small, usual = self.parts(top, 6), self.parts(top, 4)
        if len(cards) > 4 and all(_size(self.sketch(), card, small.cells[0].inset(*EDGES)) >= USUAL for card in cards):
            return small
        return usual if all(_size(self.sketch(), card, usual.cells[0].inset(*EDGES)) for card in cards) else Parts(usual.box, 1, 2)

    def _side(self, shown: Frame, parts: Parts, cards: tuple[Frame, ...]) -> Sketch:
        sketch = self.sketch()
        self.head(sketch, shown, self.voice.word("question-cards-how"))
        places = [cell.inset(*EDGES) for cell in parts.cells]
        size = min(_size(sketch, card, places[0]) for card in cards) or SIZES[-1]
        for card, inner in zip(cards, places, strict=False):
            alone = self.sketch()
            _set(alone, card, inner, size)
            self.setting.tell(alone, card)
            sketch.add(*alone.items)
        cut_lines(sketch, parts.holding(len(cards)))
        return sketch


def _rows(card: Frame, size: float) -> Iterator[Row]:
    body, bold, head = (ink(face, size, round(size * 1.36, 1)) for face in ("body", "bold", "heading"))
    yield Row(card.title, head)
    for piece in card.pieces:
        if isinstance(piece, Para):
            yield Row(piece.said, bold if piece.tone is Tone.LEAD else body, 6)
        elif isinstance(piece, Chat):
            yield from (Row(message.said, body, 7, own=message.own) for message in piece.messages)
        elif isinstance(piece, Points):
            yield from (Row(answer, body, 4, letter) for letter, answer in zip(LETTERS, piece.items, strict=False))


def _size(sketch: Sketch, card: Frame, inner: Box) -> float:
    """The largest type in which the card has room; 0 where there is none."""
    return next((size for size in SIZES if _tall(sketch, card, inner, size) <= inner.height - FOOT), 0.0)


def _tall(sketch: Sketch, card: Frame, inner: Box, size: float) -> float:
    rows = _rows(card, size)
    return sum(row.before + 2 * row.pad + sketch.height(row.said, row.style, row.within(inner).width) for row in rows)


def _set(sketch: Sketch, card: Frame, inner: Box, size: float) -> None:
    """Its texts from the top down, the lesson it belongs to at its foot."""
    y, floor = inner.y, inner.bottom - FOOT
    for row in _rows(card, size):
        y += row.before + row.pad
        box = row.within(inner)._replace(y=y)
        tall = sketch.height(row.said, row.style, box.width)
        if row.own is not None:
            bubble = box._replace(height=tall).inset(-PAD - 2, -PAD)
            sketch.rectangle(bubble, None, radius=8, stroke=stroke(1.75 if row.own else 0.75), name="message")
        if row.letter:
            letter = Spoken(Said(f"{row.letter} ", "zxx"), row.style._replace(bold=True))
            sketch.text(inner._replace(y=y, height=row.style.pitch), letter, Role.LABEL, name="letter", spare=0, leads=True)
        sketch.text(box._replace(height=max(floor - y, 0)), Spoken(row.said, row.style), Role.LIST_ITEM, name="card", spare=0)
        y += tall + row.pad
    foot = Spoken(card.section._replace(second=None), ink("body", 8, 10))
    put(sketch, Box(inner.x, inner.bottom - 10, inner.width, 10), [foot], Role.LABEL, "lesson")
