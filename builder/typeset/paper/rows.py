"""The rows of easy-read sheets: an idea beside its picture, a thing to tick, a task, a number to call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from builder.model.easy import one_by_one
from builder.model.look import Style
from builder.model.page import Anchor, Box, Role
from builder.model.pieces import Blank, Card, Cards, Heading, Help, HelpCard, Mark, Para, Picture, Piece, Points, Task, Tick, Tone, Track
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.paper.sheet import LIVE_WIDTH, disc, ink, lines, stroke
from builder.typeset.paper.tasks import INDENT, INNER, Body, body_height, set_body
from builder.typeset.sketch import Sketch, Spoken

GAP, BETWEEN, TALL = 14.0, 18.0, 108.0
"""What parts two rows, and a picture from its sentence; how tall a picture is."""


Drawing = Callable[[Sketch, Box], None]
"""What stands at the left of a row: draws itself in its box."""


class Row(NamedTuple):
    """What must not be parted by the end of a page: its height, how it is drawn at a y, whether it opens a section."""

    tall: float
    draw: Callable[[Sketch, float], None]
    opens: bool = False


class Rows:
    """Makes rows of pieces; a scratch page measures them. `left` is the x of the live area, `picture` how wide a picture is."""

    def __init__(self, scratch: Sketch, left: float, picture: float) -> None:
        self.scratch, self.left, self.picture = scratch, left, picture
        size, pitch = scratch.look.sheet
        self.pitch, self.body, self.bold = pitch, ink("body", size, pitch), ink("bold", size, pitch)
        self.column, self.width = left + picture + BETWEEN, LIVE_WIDTH - picture - BETWEEN

    def of(self, piece: Piece, picture: Picture) -> Iterator[Row]:
        """A piece as rows; the `picture` is its sheet's."""
        match piece:
            case Heading():
                yield self._heading(piece.said)
            case Cards():
                yield from self._ideas(piece.items)
            case Track():
                signs = (self._sign(move.sign) if move.sign else self._numbered(number) for number, move in enumerate(piece.moves, 1))
                yield from (self._beside(sign, [m.word], [m.line]) for sign, m in zip(signs, piece.moves, strict=True))
            case Tick():
                yield from (self._marked(said, "box") for said in piece.items)
            case Points():
                yield from (self._marked(said, "heart" if piece.mark is Mark.HEART else "box") for said in piece.items)
            case Para():
                yield self._framed(piece.said) if piece.tone is Tone.CUE else self._paragraph(piece.said)
            case Blank():
                yield self._signed(piece)
            case Task():
                yield self._task(piece)
            case HelpCard():
                yield from self._help(piece, picture)
            case _:  # pieces of slides and guides
                return

    def name(self, said: Said) -> Row:
        """Where a name is written."""
        wide = min(self.scratch.broken(said, self.body, 999).width + 8, 330.0)
        tall = self.scratch.height(said, self.body, wide)

        def draw(sketch: Sketch, y: float) -> None:
            sketch.text(Box(self.left, y, wide, tall), Spoken(said, self.body), name="name", spare=0)
            lines(sketch, self.left + wide + 6, self.left + LIVE_WIDTH, y, 1, self.pitch)

        return Row(tall + 2 * GAP, draw)

    def _told(self, said: Iterable[Said], style: Style) -> list[Spoken]:
        """Texts sentence by sentence, each a paragraph of its own."""
        return [Spoken(each, style) for text in said if text for each in sentence_by_sentence(text)]

    def _tall(self, spoken: Iterable[Spoken], width: float) -> float:
        return sum(self.scratch.height(each.said, each.style, width) + each.before for each in spoken)

    def _heading(self, said: Said) -> Row:
        style = ink("heading", 20, 28)
        tall = self.scratch.height(said, style, LIVE_WIDTH)

        def draw(sketch: Sketch, y: float) -> None:
            sketch.text(Box(self.left, y, LIVE_WIDTH, tall), Spoken(said, style), Role.HEADING, name="heading", spare=0)

        return Row(tall + GAP, draw, opens=True)

    def _paragraph(self, said: Said) -> Row:
        spoken = self._told([said], self.body)
        tall = self._tall(spoken, LIVE_WIDTH)

        def draw(sketch: Sketch, y: float) -> None:
            sketch.text(Box(self.left, y, LIVE_WIDTH, tall), spoken, name="text", spare=0)

        return Row(tall + GAP, draw)

    def _ideas(self, cards: tuple[Card, ...]) -> Iterator[Row]:
        """Each beside its picture – neighbours of one picture together beside it –; where none has one, from the margin on."""
        wide = not any(card.picture for card in cards)
        for (picture, head), group in groupby(cards, lambda card: (card.picture, card.head)):
            some = list(group)
            if picture and not head and len(some) > 1:
                yield self._beside(self._figure(picture), [], [card.said for card in some], apart=GAP)
            else:
                yield from (self._idea(card, wide=wide) for card in some)

    def _idea(self, card: Card, *, wide: bool = False) -> Row:
        """A sentence – below its word, where it explains one – beside its picture, or beside white where others have one."""
        return self._beside(self._figure(card.picture) if card.picture else None, [card.head], [card.said], wide=wide)

    def _figure(self, picture: Picture) -> Drawing:
        return lambda sketch, box: figures.paper_figure(sketch, picture.key, picture.alt.string, box, leads=True)

    def _beside(self, figure: Drawing | None, head: list[Said], said: list[Said], *, apart: float = 0, wide: bool = False) -> Row:
        spoken = self._told(head, self.bold) + self._told(said, self.body)
        spoken = [spoken[0], *(each._replace(before=apart) for each in spoken[1:])]
        left, width = (self.left, LIVE_WIDTH) if wide else (self.column, self.width)
        high = self._tall(spoken, width)
        tall = max(high, TALL if figure else 0)

        def draw(sketch: Sketch, y: float) -> None:
            if figure:
                figure(sketch, Box(self.left, y + (tall - TALL) / 2, self.picture, TALL))
            sketch.text(Box(left, y, width, tall), spoken, Role.LIST_ITEM, Anchor.MIDDLE, name="idea", spare=0)

        return Row(tall + GAP, draw)

    def _sign(self, kind: str) -> Drawing:
        return lambda sketch, box: figures.paper_sign(sketch, kind, box.x + box.width / 2, box.y + box.height / 2, 86)

    def _numbered(self, number: int) -> Drawing:
        """What stands for a move that no sign means."""
        return lambda sketch, box: disc(sketch, box.x + box.width / 2, box.y + box.height / 2, 30, Said(str(number), "zxx"), 30)

    def _marked(self, said: Said, mark: str) -> Row:
        """A sentence beside a box to tick or a heart."""
        spoken, indent = self._told([said], self.body), 34.0
        tall = self._tall(spoken, LIVE_WIDTH - indent)

        def draw(sketch: Sketch, y: float) -> None:
            if mark == "heart":
                figures.mark(sketch, "heart", "black", self.left + 10, y + self.pitch * 0.5, 0.22)
            else:
                sketch.rectangle(Box(self.left, y + (self.pitch - 20) / 2, 20, 20), None, radius=2, stroke=stroke(), name="box")
            box = Box(self.left + indent, y, LIVE_WIDTH - indent, tall)
            sketch.text(box, spoken, Role.LIST_ITEM, name="row", spare=0)

        return Row(tall + GAP, draw)

    def _framed(self, said: Said) -> Row:
        """A question to talk about."""
        spoken, pad = self._told([said], self.body), 10.0
        tall = self._tall(spoken, LIVE_WIDTH - 40)

        def draw(sketch: Sketch, y: float) -> None:
            sketch.rectangle(Box(self.left, y, LIVE_WIDTH, tall + 2 * pad), None, radius=8, stroke=stroke(), name="question")
            sketch.text(Box(self.left + 20, y + pad, LIVE_WIDTH - 40, tall), spoken, name="question", spare=0)

        return Row(tall + 2 * pad + GAP, draw)

    def _signed(self, blank: Blank) -> Row:
        """Words, and below them a line to write on."""
        spoken = self._told([blank.start], self.body)
        tall = self._tall(spoken, self.width)

        def draw(sketch: Sketch, y: float) -> None:
            sketch.text(Box(self.column, y, self.width, tall), spoken, name="signed", spare=0)
            lines(sketch, self.column, self.left + LIVE_WIDTH, y + tall, 1, 28)

        return Row(tall + 28 + GAP, draw)

    def _task(self, task: Task) -> Row:
        """A task with its number; its instruction sentence by sentence."""
        spoken = self._told([task.instruction], self.body)
        head = self._tall(spoken, INNER) + 6
        parts = [part for each in task.body for part in self._parts(each)]
        tall = head + sum(part.tall for part in parts)

        def draw(sketch: Sketch, y: float) -> None:
            disc(sketch, self.left + 14, y + self.pitch * 0.55, 15, Said(str(task.number), "zxx"), 16)
            x = self.left + INDENT
            sketch.text(Box(x, y, INNER, head), spoken, Role.HEADING, name=f"task {task.number}", spare=0)
            y += head
            for part in parts:
                part.draw(sketch, y)
                y += part.tall

        return Row(tall + 1.5 * GAP, draw)

    def _parts(self, body: Body) -> Iterator[Row]:
        """What a task is done with: things to tick one below the other; all else as on every sheet."""
        x = self.left + INDENT
        if isinstance(body, Tick) and not any(body.pictures):
            yield from (self._choice(said, body.shape) for said in body.items)
        else:
            yield Row(body_height(self.scratch, body, 1.0), lambda sketch, y: set_body(sketch, body, x, y, 1.0))

    def _choice(self, said: Said, shape: str) -> Row:
        """Something to tick, to number, or to draw a circle around."""
        spoken, left = self._told([said], self.body), self.left + INDENT
        tall = self._tall(spoken, INNER - 40)

        def draw(sketch: Sketch, y: float) -> None:
            side = 24.0 if shape == "order" else 20.0
            if shape == "circle":
                sketch.rectangle(Box(left, y + 2, INNER, tall + 6), None, radius=10, stroke=stroke(0.75), name="choice")
            else:
                sketch.rectangle(Box(left, y + 5 + (self.pitch - side) / 2, side, side), None, radius=2, stroke=stroke(), name="box")
            sketch.text(Box(left + 36, y + 5, INNER - 40, tall), spoken, Role.LIST_ITEM, name="choice", spare=0)

        return Row(tall + 12, draw)

    def _help(self, card: HelpCard, picture: Picture) -> Iterator[Row]:
        """Whom to call, and lines for an adult to trust."""
        child, danger, *own = card.contacts
        yield from (self._number(each) for each in (child, *own[:1], danger))
        yield self._idea(Card(card.heading, Said("", ""), picture=picture))._replace(opens=True)
        for label in card.lines:
            yield self._signed(Blank(1, 0, label))

    def _number(self, contact: Help) -> Row:
        """A number to call beside a handset; without one a line to write it on."""
        large = ink("heading", 30, 40)
        number = [Spoken(Said(contact.number, "zxx"), large)] if contact.number else []
        spoken = [*self._told([contact.name], self.bold), *number, *self._told([contact.facts], self.body)]
        high = self._tall(spoken, self.width)
        tall = max(TALL, high + (0 if number else 38))

        def draw(sketch: Sketch, y: float) -> None:
            figures.mark(sketch, "handset", "black", self.left + self.picture / 2, y + TALL / 2, 0.7)
            sketch.text(Box(self.column, y, self.width, high), spoken, Role.LIST_ITEM, name="help", spare=0)
            if not number:
                lines(sketch, self.column, self.left + LIVE_WIDTH, y + high, 1, 30)

        return Row(tall + GAP, draw)


def sentence_by_sentence(said: Said) -> tuple[Said, ...]:
    """The sentences of a text, in both its languages where both have as many; all of one first where quotes go across sentences."""
    first = one_by_one(said.string)
    second = one_by_one(said.second.string) if said.second else ()
    if said.second and len(second) != len(first):
        return (said,)
    if said.second and any(each.count(a) != each.count(b) for each in (*first, *second) for a, b in ("“”", "«»")):
        return tuple(each for some in said.each() for each in sentence_by_sentence(some))
    seconds = [said.second._replace(string=each) for each in second] if said.second else [None] * len(first)
    return tuple(said._replace(string=one, second=other) for one, other in zip(first, seconds, strict=True))
