"""Sheets to write on, cards to cut, the page that goes home: frames → pages of paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from builder.model.document import NOTHING, Document, Frame
from builder.model.look import Style
from builder.model.page import Align, Anchor, Box, Page, Pages, Role
from builder.model.pieces import Blank, Board, Card, Cards, Heading, Mark, Para, Points, Task, Tick, Tone
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.paper.board import set_board
from builder.typeset.paper.sheet import (
    LIVE_HEIGHT,
    LIVE_WIDTH,
    STRIP_TOP,
    Parts,
    Setting,
    cut_lines,
    foot,
    header,
    ink,
    lines,
    origin,
    page,
    put,
    stroke,
)  # fmt: skip
from builder.typeset.paper.tasks import set_task, task_height
from builder.typeset.sketch import Overflow, Sketch, Spoken

Lay = Callable[[Frame, Sketch, float], None]


class Press:
    """Turns the frames of one handout document into pages.

    `card_sizes` are the type sizes of cards, `caption` is the room for words under a card's picture; `square_sizes` are those of a
    board's squares, `floor` is where cards and boards end, from the top of the live area.
    """

    card_sizes: tuple[int, ...] = (18, 16, 14, 13, 12)
    caption: float = 40
    square_sizes: tuple[int, ...] = (13, 12, 11, 10)

    def __init__(self, setting: Setting) -> None:
        self.desk, self.voice, self.help, self.label, self.paper, self.report = setting
        self.setting, self.origin, self.floor = setting, origin(setting.paper), STRIP_TOP

    def pages(self, document: Document) -> Pages:
        """Every sheet, its help strip and its number."""
        drawn = self.drawn(document)
        pages = [self.finished(frame, sketch, number, len(drawn), document) for number, (frame, sketch) in enumerate(drawn, 1)]
        tag = document.title.language
        return Pages(document.kind, document.title.string, tag, tuple(pages), document.author, document.licence, document.date)

    def drawn(self, document: Document) -> list[tuple[Frame, Sketch]]:
        """The sides of all frames."""
        return [side for frame in document.frames for side in self.laid(frame)]

    def sketch(self) -> Sketch:
        """An empty side."""
        return Sketch(self.desk, bilingual=self.voice.second is not None, voice=self.voice)

    def laid(self, frame: Frame) -> list[tuple[Frame, Sketch]]:
        """The sides of one frame."""
        if frame.archetype == "cards":
            return self.cards(frame)
        return [(frame, self.board(frame))] if frame.archetype == "board" else self.sheets(frame)

    def finished(self, frame: Frame, sketch: Sketch, number: int, count: int, document: Document) -> Page:
        """The page with the strip and the credits that every side carries."""
        foot(sketch, self.setting, document.title, number, count)
        return page(sketch, self.paper, frame.id, frame.title, frame.section, document.title.language, frame.archetype)

    def sheets(self, frame: Frame) -> list[tuple[Frame, Sketch]]:
        """A worksheet or the family page; tasks that two languages do not leave room for go on to a second side."""
        sketch = self.single(frame)
        tasks = [each for each in frame.pieces if isinstance(each, Task)]
        if not sketch.overflows or len(tasks) < 2 or not sketch.bilingual:
            self.setting.tell(sketch, frame)
            return [(frame, sketch)]
        rest = tuple(each for each in frame.pieces if not isinstance(each, Task))
        cut = (len(tasks) + 1) // 2
        sides = [replace(frame, pieces=(*rest, *some)) for some in (tasks[:cut], tasks[cut:])]
        sides[1] = replace(sides[1], id=f"{frame.id}.2")
        drawn = [(side, self.single(side)) for side in sides]
        for side, made in drawn:
            self.setting.tell(made, side)
        return drawn

    def single(self, frame: Frame) -> Sketch:
        """One side: tried with roomy, then with tight spacing."""
        lay = self.worksheet if frame.archetype == "worksheet" else self.family
        for squeeze in (1.0, 0.85, 0.7, 0.55):
            sketch = self.sketch()
            over = lay(frame, sketch, squeeze)
            if over <= 0 and not sketch.overflows:
                return sketch
        sketch.overflows = sketch.overflows or [Overflow(frame.title.address, frame.title.place, over, False, 12, 17)]
        return sketch

    def worksheet(self, frame: Frame, sketch: Sketch, squeeze: float) -> float:
        """A header, a line for the name, numbered tasks; gives by how much the sheet is too full."""
        x, y0 = self.origin
        meta = next((each.said for each in frame.pieces if isinstance(each, Para)), NOTHING)
        y = header(sketch, self.origin, frame.title, meta, self.label) + 12
        size, _ = self.desk.look.sheet
        name = self.voice.own_word("my-name")
        small = ink("body", min(size, 14), 20)
        wide = max(sketch.broken(each, small, 400).width for each in (name, name.second or name)) + 10
        tall = sketch.height(name, small, wide) + 2
        sketch.text(Box(x, y, wide, tall), Spoken(name, small), name="name", spare=0)
        lines(sketch, x + wide + 8, x + LIVE_WIDTH, y, 1, 20)
        y += tall + 16 * squeeze
        tasks = [each for each in frame.pieces if isinstance(each, Task)]
        floor = y0 + STRIP_TOP
        needed = sum(task_height(sketch, task, squeeze) for task in tasks)
        gap = max(12.0, min(26.0, (floor - y - needed) / max(1, len(tasks))))
        for task in tasks:
            y = set_task(sketch, task, x, y, squeeze) + gap
        self.picture(frame, sketch, y - gap + 12, floor)
        return y - gap - floor

    def picture(self, frame: Frame, sketch: Sketch, top: float, floor: float) -> None:
        """A drawing to colour where the sheet has room for one."""
        if floor - top >= 96:
            height = min(floor - top, 190.0)
            region = Box(self.origin[0], floor - height, LIVE_WIDTH, height)
            figures.to_colour(sketch, frame.picture, frame.alt.string, region)

    def family(self, frame: Frame, sketch: Sketch, squeeze: float) -> float:
        """What we talked about, a question and things to tick for each lesson, the promise to sign."""
        x, y0 = self.origin
        y = header(sketch, self.origin, frame.title, frame.section, self.label) + 10
        small = ink("body", 10.5, 14) if sketch.bilingual and squeeze < 0.6 else ink("body", 12, 16.5)
        body = ink("body", 13, 18) if squeeze == 1 else small
        for each in frame.pieces:
            y = self._family_piece(sketch, each, x, y, body.size, body.pitch, squeeze)
        floor = y0 + STRIP_TOP
        self.picture(frame, sketch, y + 10, floor)
        return y - floor

    def _family_piece(self, sketch: Sketch, each: object, x: float, y: float, size: float, pitch: float, squeeze: float) -> float:
        body = ink("body", size, pitch)
        if isinstance(each, Heading):
            y += 12 * squeeze
            style = ink("heading", 15, 21) if size > 11 else ink("heading", 13, 17)
            return y + sketch.text(Box(x, y, LIVE_WIDTH, 42), Spoken(each.said, style), Role.HEADING, name="heading", spare=0) + 3
        if isinstance(each, Para) and each.tone is Tone.CUE:
            tall = sketch.height(each.said, body, LIVE_WIDTH - 40)
            pad = 7 if size > 11 else 4
            box = Box(x, y, LIVE_WIDTH, tall + 2 * pad)
            sketch.rectangle(box, None, radius=8, stroke=stroke(), name="question")
            sketch.text(Box(x + 18, y + pad, LIVE_WIDTH - 36, tall + 2), Spoken(each.said, body), name="question", spare=0)
            return box.bottom + 8 * squeeze
        if isinstance(each, Para):
            return y + sketch.text(Box(x, y, LIVE_WIDTH, 80), Spoken(each.said, body), name="text", spare=0) + 4
        if isinstance(each, Tick):
            return self._rows(sketch, each.items, x, y, body.size, body.pitch, squeeze, "tick")
        if isinstance(each, Points):
            return self._rows(sketch, each.items, x, y, body.size, body.pitch, squeeze, each.mark.value)
        if isinstance(each, Blank):
            y += 20 * squeeze + 6
            lines(sketch, x, x + 300, y, 1, 0)
            label = ink("body", 10, 14)
            sketch.text(Box(x + 308, y - 11, 200, 14), Spoken(each.start, label), Role.LABEL, name="signed", spare=0)
        return y

    def _rows(
        self, sketch: Sketch, items: tuple[Said, ...], x: float, y: float, size: float, pitch: float, squeeze: float, kind: str
    ) -> float:
        """Rows with a box to tick or a heart."""
        style = ink("body", size, pitch)
        for said in items:
            if kind == Mark.HEART.value:
                figures.mark(sketch, "heart", "black", x + 8, y + pitch * 0.55, 0.16)
            else:
                sketch.rectangle(Box(x, y + 2, 14.5, 14.5), None, radius=2, stroke=stroke(), name="box")
            tall = sketch.text(Box(x + 26, y, LIVE_WIDTH - 26, 4 * pitch), Spoken(said, style), Role.LIST_ITEM, name="row", spare=0)
            y += tall + 5 * squeeze
        return y + 2

    def board(self, frame: Frame) -> Sketch:
        """A board game; a text too long for its square is told."""
        sketch = self.sketch()
        board = next(each for each in frame.pieces if isinstance(each, Board))
        top = self.head(sketch, frame, NOTHING) + 12
        set_board(sketch, board, self.origin[0], top, self.origin[1] + self.floor, self.square_sizes)
        self.setting.tell(sketch, frame)
        return sketch

    def cards(self, frame: Frame) -> list[tuple[Frame, Sketch]]:
        """Cards four to a page with cut lines; the help strip stays on every side."""
        cards = next((each.items for each in frame.pieces if isinstance(each, Cards)), ())
        per_page = self.per_page(cards)
        sheets = [cards[start : start + per_page] for start in range(0, len(cards), per_page)]
        return [(frame, self._card_page(frame, sheet, per_page)) for sheet in sheets]

    def backs(self, frame: Frame) -> list[Sketch]:
        """For each page of cards its back: which set they belong to, behind every place that a card may have."""
        cards = next((each.items for each in frame.pieces if isinstance(each, Cards)), ())
        per_page = self.per_page(cards)
        return [self._back(frame, per_page) for _ in range(0, len(cards), per_page)]

    def _back(self, frame: Frame, per_page: int) -> Sketch:
        sketch, parts = self.sketch(), self.parts(0, per_page)
        title, section = ink("heading", 15, 20, align=Align.CENTRE), ink("body", 11, 15, align=Align.CENTRE)
        for box in parts.cells:
            sketch.rectangle(box.inset(12, 12), None, radius=10, stroke=stroke(0.75), name="back")
            spoken = [Spoken(frame.title, title), Spoken(frame.section, section)]
            put(sketch, box.inset(24, 20), spoken, Role.LIST_ITEM, "set", Anchor.MIDDLE)
        cut_lines(sketch, parts)
        self.setting.tell(sketch, frame)
        return sketch

    def parts(self, top: float, count: int) -> Parts:
        """Where cards stand: as far from the upper edge as from the lower, so that backs meet fronts however the paper is turned."""
        x, y0 = self.origin
        top = max(top, y0 + LIVE_HEIGHT - self.floor + 2)
        columns = 3 if count == 9 else 2
        return Parts(Box(x, top, LIVE_WIDTH, y0 + self.floor - 2 - top), columns, count // columns)

    def per_page(self, cards: tuple[Card, ...]) -> int:
        """How many cards stand on a page."""
        longest = max((len(card.said.string) + 3 * len(card.head.string) for card in cards), default=0)
        if longest < 60 and -(-len(cards) // 9) < -(-len(cards) // 8):
            return 9
        return 8 if longest < 90 and len(cards) > 6 else 6 if longest < 130 else 4

    def _card_page(self, frame: Frame, cards: tuple[Card, ...], per_page: int) -> Sketch:
        sketch = self.sketch()
        parts = self.parts(self.head(sketch, frame, self.voice.word("cut-here")) + 6, per_page)
        for card, box in zip(cards, parts.cells, strict=False):
            self._card(sketch, card, box)
        cut_lines(sketch, parts.holding(len(cards)))
        return sketch

    def head(self, sketch: Sketch, frame: Frame, meta: Said) -> float:
        """What stands above cards and boards; gives the y below it."""
        return header(sketch, self.origin, frame.title, meta, self.label)

    def told(self, said: Said, style: Style) -> list[Spoken]:
        """The words of a card as paragraphs."""
        return [Spoken(said, style)]

    def _card(self, sketch: Sketch, card: Card, box: Box) -> None:
        inner = box.inset(16, 12)
        if card.picture:
            inner = Box(inner.x, box.bottom - 12 - self.caption, inner.width, self.caption)
            region = Box(inner.x, box.y + 12, inner.width, inner.y - box.y - 16)
            figures.paper_figure(sketch, card.picture.key, card.picture.alt.string, region, leads=True)
        for size in self.card_sizes:
            body = ink("body", size, size * 1.36, align=Align.CENTRE)
            head = ink("heading", size + 3, (size + 3) * 1.3, align=Align.CENTRE)
            tall = sum(sketch.height(each.said, body, inner.width) + each.before for each in self.told(card.said, body))
            tall += sketch.height(card.head, head, inner.width) + 6 if card.head else 0
            if tall <= inner.height:
                break
        first, *more = self.told(card.said, body)
        spoken = [Spoken(card.head, head), first._replace(before=6 if card.head else 0), *more]
        sketch.text(inner, spoken, Role.LIST_ITEM, Anchor.MIDDLE, name="card", spare=0)
