"""The guide on paper: pieces flow down pages; every slide stands as a thumbnail beside what to say and do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.drawing.line_art import line_art
from builder.model.document import NOTHING, Document, Frame
from builder.model.look import ECO, Style
from builder.model.page import Align, Box, Cell, Group, Page, Pages, Role, Table
from builder.model.partner import line_in
from builder.model.pieces import Blank, Grid, Heading, Mark, Notice, Para, Piece, Points, Row, Step, Tone
from builder.model.units import mm
from builder.model.voice import Said, Voice, joined
from builder.typeset import figures, logos
from builder.typeset.paper.sheet import (
    LIVE_HEIGHT,
    LIVE_WIDTH,
    STRIP_TOP,
    Setting,
    credit_line,
    foot,
    header,
    ink,
    line,
    lines,
    origin,
    page,
    stroke,
)  # fmt: skip
from builder.typeset.sketch import Desk, Sketch, Spoken, both, in_each

SIZE, PITCH = 10.5, 15.0
LOGOS = 36.0
THUMBNAIL = (176.0, 99.0)
BESIDE = 190.0
LABEL = 60.0
READ = (13.0, 12.0, 11.0, 10.5, 10.0)
HUNG = {"agenda": (24.0, 21.0, 18.0, 15.0)}
"""Type for those who are no facilitators, the largest first; before it what is tried for what hangs on a door."""
TICK, TICK_IN_GUIDE = 14.5, 9.0
"""The side of a box to tick: 5 mm, but for the guide's own lists."""


class Flow:
    """A cursor that goes down the live area and opens a new page when a piece does not fit."""

    def __init__(self, desk: Desk, voice: Voice, paper: str, slides: dict[str, Page], size: float = SIZE) -> None:
        self.desk, self.voice, self.paper, self.slides = desk, voice, paper, slides
        self.size, self.pitch = size, round(size * PITCH / SIZE, 1)
        self.x, self.top = origin(paper)
        self.floor = self.top + LIVE_HEIGHT - 17
        self.done: list[tuple[Sketch, Frame]] = []
        self.y = 0.0
        self.levels = {2: 3, 3: 4}
        self.tick, self.pad = TICK, 2 + max(0.0, size - READ[0]) / 2

    @property
    def sketch(self) -> Sketch:
        """The page being filled."""
        return self.done[-1][0]

    def open(self, frame: Frame, level: int) -> None:
        """Starts a frame under its header: on a new page, or – but for forms – on one that has hardly begun."""
        begun = self.done and frame.archetype != "form" and self.y < self.top + LIVE_HEIGHT * 0.28
        y = self.y + 24 if begun else self.top + 8
        if y == self.top + 8:
            self.turn(frame)
            y += self.logos() if len(self.done) == 1 else 0
        self.y = header(self.sketch, (self.x, y), frame.title, frame.section, "", level) + 14

    def turn(self, frame: Frame) -> None:
        """Takes a new sheet."""
        self.done.append((Sketch(self.desk, voice=self.voice, bilingual=self.voice.second is not None), frame))

    def logos(self) -> float:
        """Sets the partner's logos at the head of the first page; gives how tall they are with the space below them."""
        found = self.desk.look.brand.logos
        logos.row(self.sketch, found, Box(self.x, self.top, LIVE_WIDTH, LOGOS), (264, LOGOS), 24)
        return LOGOS + 18 if found else 0

    def go_on(self, frame: Frame) -> None:
        """Starts a page that goes on with the same frame, without its header."""
        self.turn(frame)
        self.y = self.top

    def room_for(self, height: float) -> None:
        """Opens a page when less than this is left."""
        if self.y + height > self.floor:
            self.go_on(self.done[-1][1])

    def pieces(self, pieces: tuple[Piece, ...], part: int = 3) -> None:
        """Sets pieces one under the other; a heading never stands alone at the foot. `part` is how deep its parts stand."""
        self.levels = {2: part, 3: part + 1}
        for number, piece in enumerate(pieces):
            match piece:
                case Heading():
                    self.heading(piece, self._least(next(iter(pieces[number + 1 :]), None)))
                case Para():
                    self.paragraph(piece)
                case Points():
                    self.points(piece)
                case Notice():
                    self.notice(piece.items, self.x, LIVE_WIDTH)
                case Grid():
                    self.grid(piece)
                case Step():
                    self.step(piece)
                case Blank():
                    self.blank(piece)
                case _:
                    raise AssertionError(f"the guide sets no {type(piece).__name__}")

    def _least(self, following: Piece | None) -> float:
        """How much of what follows a heading stands on its page at least: two lines, or what is not parted."""
        match following:
            case Grid():
                least = self._together(following)
            case Step():
                least = self._step_height(following)[1]
            case Notice():
                least = self._notice_height(following.items, LIVE_WIDTH) + 16
            case Blank():
                least = 24.0 * following.lines
            case _:
                least = 0.0
        return min(max(least, 3 * self.pitch), LIVE_HEIGHT / 2)

    def heading(self, piece: Heading, least: float) -> None:
        """A heading with so much room for what follows."""
        size = self.size + 3.5 if piece.level == 2 else self.size + 1
        style = ink("heading", size, size * 1.35)
        tall = self.sketch.height(piece.said, style, LIVE_WIDTH)
        self.y += 7 if piece.level == 2 else 5
        if piece.level == 2:
            self.levels[3] = self.levels[2] + 1
        self.room_for(tall + 3 + least)
        box, level = Box(self.x, self.y, LIVE_WIDTH, tall), self.levels[piece.level]
        self.sketch.text(box, Spoken(piece.said, style), Role.HEADING, name="heading", spare=0, level=level)
        self.y += tall + 3

    def paragraph(self, piece: Para) -> None:
        """A paragraph."""
        size = {Tone.LEAD: self.size + 1.5, Tone.CAPTION: self.size - 1.5}.get(piece.tone, self.size)
        self.set([piece.said], self.x, LIVE_WIDTH, size)
        self.y += 4

    def set(self, said: Iterable[Said], x: float, width: float, size: float = 0, role: Role = Role.PARAGRAPH) -> None:
        """Text at the cursor, moved on by its height."""
        size = size or self.size
        style = ink("body", size, round(size * self.pitch / self.size, 1))
        for each in said:
            tall = self.sketch.height(each, style, width)
            self.room_for(tall)
            self.sketch.text(Box(x, self.y, width, tall), Spoken(each, style), role, name="text", spare=0)
            self.y += tall

    def points(self, piece: Points) -> None:
        """A list with small squares, or with boxes to tick."""
        style, side = ink("body", self.size, self.pitch), self.tick
        indent = (side if piece.mark is Mark.TICK else 9.0) + 9
        for said in piece.items:
            tall = max(self.sketch.height(said, style, LIVE_WIDTH - indent), side + 3 if piece.mark is Mark.TICK else 0)
            self.room_for(tall)
            if piece.mark is Mark.TICK:
                box = Box(self.x, self.y + (self.pitch - side) / 2, side, side)
                self.sketch.rectangle(box, None, radius=1, stroke=stroke(), name="box")
            else:
                self.sketch.rectangle(Box(self.x + 2, self.y + self.pitch * 0.4, 4, 4), "black", name="mark")
            room = Box(self.x + indent, self.y, LIVE_WIDTH - indent, tall)
            self.sketch.text(room, Spoken(said, style), Role.LIST_ITEM, name="item", spare=0)
            self.y += tall + 2
        self.y += 3

    def notice(self, items: Iterable[Said], x: float, width: float) -> None:
        """A framed box with an attention sign."""
        style, items = ink("body", self.size, self.pitch), list(items)
        tall = self._notice_height(items, width)
        self.room_for(tall + 16)
        self.sketch.rectangle(Box(x, self.y, width, tall + 12), None, radius=6, stroke=stroke(1.5), name="notice")
        figures.attention(self.sketch, x + 20, self.y + (tall + 12) / 2, 22)
        self.sketch.text(Box(x + 40, self.y + 6, width - 50, tall), [Spoken(said, style) for said in items], name="notice", spare=0)
        self.y += tall + 20

    def _notice_height(self, items: Iterable[Said], width: float) -> float:
        return sum(self.sketch.height(said, ink("body", self.size, self.pitch), width - 50) for said in items)

    def blank(self, piece: Blank) -> None:
        """Lines to write on."""
        if piece.start:
            self._labelled(piece.start)
            return
        self.room_for(24 * piece.lines)
        lines(self.sketch, self.x, self.x + LIVE_WIDTH, self.y, piece.lines, 24)
        self.y += 24 * piece.lines + 6

    def _labelled(self, said: Said) -> None:
        """A line to write on behind what it is for, or below where that is long."""
        style = ink("body", self.size, self.pitch)
        told = [Spoken(both(said), style)]
        wide = self.sketch.broken(told[0].said, style, LIVE_WIDTH).width + 8
        if said.second and wide > LIVE_WIDTH * 0.6:
            told = in_each(said, style)
            wide = max(self.sketch.broken(each.said, style, LIVE_WIDTH).width for each in told) + 8
        alone = wide > LIVE_WIDTH * 0.6
        room = LIVE_WIDTH if alone else wide
        tall = sum(self.sketch.height(each.said, style, room) for each in told)
        self.y += 8
        self.room_for(tall + (self.pitch + 8 if alone else 0) + 9)
        self.sketch.text(Box(self.x, self.y, room, tall), told, Role.LABEL, name="label", spare=0)
        start = self.x if alone else self.x + room
        self.y += tall + (self.pitch + 8 if alone else 0)
        lines(self.sketch, start, self.x + LIVE_WIDTH, self.y - 2, 1, 0)
        self.y += max(0.0, self.size - SIZE)

    def grid(self, grid: Grid) -> None:
        """A table: on one page where it fits, else its header stands again on each page it goes on to."""
        widths = [share * LIVE_WIDTH for share in grid.widths]
        heights = self._row_heights(grid, widths)
        self.room_for(self._together(grid))
        top, rows = self.y, [self._cells(grid.head, widths, self.y, heights[0], head=True)]
        self.y += heights[0]
        for row, tall in zip(grid.rows, heights[1:], strict=True):
            if self.y + tall > self.floor and len(rows) > 1:
                self._close(top, rows)
                self.go_on(self.done[-1][1])
                top, rows = self.y, [self._cells(grid.head, widths, self.y, heights[0], head=True)]
                self.y += heights[0]
            rows.append(self._cells(row, widths, self.y, tall))
            self.y += tall
        self._close(top, rows)

    def _row_heights(self, grid: Grid, widths: list[float]) -> list[float]:
        return [self._row_height(grid.head, widths, "bold"), *(max(self._row_height(row, widths), mm(grid.least)) for row in grid.rows)]

    def _together(self, grid: Grid) -> float:
        """How much of a table stands on one page: all of a small one, else its head and a row."""
        heights = self._row_heights(grid, [share * LIVE_WIDTH for share in grid.widths])
        return sum(heights) if sum(heights) <= 400 else sum(heights[:2])

    def _close(self, top: float, rows: list[tuple[Cell, ...]]) -> None:
        """Sets the rows that stand on this page as a table."""
        self.sketch.add(Table(Box(self.x, top, LIVE_WIDTH, self.y - top), tuple(rows), stroke(0.75), "table"))
        self.y += 8

    def _row_height(self, row: Row, widths: list[float], face: str = "body") -> float:
        style = self._cell_style(row, widths, face)
        cells = zip(row.cells, _spread(row, widths), strict=True)
        return max(self.sketch.height(said, style, wide - 10) for said, wide in cells) + self.pad

    def _cell_style(self, row: Row, widths: list[float], face: str) -> Style:
        """The type of a row, smaller where a word of it is wider than its cell."""
        cells = [(each, wide - 10) for said, wide in zip(row.cells, _spread(row, widths), strict=True) for each in said.each() if each]
        styles = [ink(face, size / 2, self.pitch - 1) for size in range(round(2 * self.size) - 1, 13, -1)]
        fits = (style for style in styles if all(self.sketch.broken(each, style, wide).widest_word <= wide for each, wide in cells))
        return next(fits, styles[-1])

    def _cells(self, row: Row, widths: list[float], y: float, tall: float, *, head: bool = False) -> tuple[Cell, ...]:
        x, cells = self.x, []
        style = self._cell_style(row, widths, "bold" if head else "body")
        scratch = Sketch(self.desk, voice=self.voice, bilingual=self.voice.second is not None)
        for said, wide in zip(row.cells, _spread(row, widths), strict=True):
            scratch.items.clear()
            scratch.text(Box(x + 5, y + self.pad / 2, wide - 10, tall - self.pad), Spoken(said, style), spare=0)
            paragraphs = scratch.items[0].paragraphs if scratch.items else ()  # type: ignore[union-attr]
            cells.append(Cell(Box(x, y, wide, tall), paragraphs, head=head))
            x += wide
        return tuple(cells)

    def step(self, step: Step) -> None:
        """A row: the slide's thumbnail and address, and beside it what to say, do and expect."""
        wide = LIVE_WIDTH - BESIDE
        rows, tall = self._step_height(step)
        self.room_for(tall)
        start = self.y
        self._step_head(step, start, wide)
        self.thumbnail(step, start)
        self.y = start + 22
        label = ""
        for name, said in rows:
            if name != label:
                said_label, room = self.voice.word(f"guide-{name}"), LABEL - 4
                sizes = [size for size in (9.0, 8.5, 8.0, 7.5) if self._wide(said_label, size) <= room]
                small = ink("bold", next(iter(sizes), 7.0), self.pitch if sizes else 8.0)
                box = Box(self.x + BESIDE, self.y, room + 2, self.pitch)
                self.sketch.text(box, Spoken(said_label, small), Role.LABEL, name="label", spare=0)
                label = name
            self.set([said], self.x + BESIDE + LABEL, wide - LABEL)
            self.y += 3
        if step.warning:
            self.notice([step.warning], self.x + BESIDE, wide)
        where = self.sketch.height(step.where, ink("body", 8, 11), THUMBNAIL[0] + 8)
        self.y = max(self.y, start + THUMBNAIL[1] + where + 4) + 6
        line(self.sketch, self.x, self.y, self.x + LIVE_WIDTH, self.y, 0.75, (1, 3))
        self.y += 8

    def _step_height(self, step: Step) -> tuple[list[tuple[str, Said]], float]:
        """What stands beside a thumbnail, each text with the name of its label, and how tall all of it is."""
        wide = LIVE_WIDTH - BESIDE
        named = (("say", step.say), ("do-label", step.do), ("shown", step.shown), ("expect", step.expect))
        rows = [(name, said) for name, all_said in named for said in all_said]
        tall = 22 + sum(self.sketch.height(said, ink("body", self.size, self.pitch), wide - LABEL) + 3 for _, said in rows)
        warning = self._notice_height([step.warning], wide) + 20 if step.warning else 0
        return rows, max(tall + warning, THUMBNAIL[1] + 30) + 14

    def _wide(self, said: Said, size: float) -> float:
        return self.sketch.broken(said, ink("bold", size, self.pitch), 1000).width

    def _step_head(self, step: Step, y: float, wide: float) -> None:
        time = f"{step.clock} · {step.minutes.string}" if step.minutes else ""
        heading = ink("heading", 11.5, 16)
        room = wide - (96 if time else 0)
        said = step.heading
        if self.sketch.broken(said, heading, room).count > 1:
            heading = ink("heading", 9.5, 13)
        first = next(self.sketch.broken(said, heading, room).lines(), None)
        if first:
            text = "".join(run.text for run in first.runs).rstrip()
            if text != said.string.rstrip():
                said = said._replace(string=f"{text.rstrip(',.;:')} …")
            box = Box(self.x + BESIDE, y, room + 20, 16)
            self.sketch.text(box, Spoken(said, heading), Role.HEADING, name="step", spare=0, level=3)
        self.levels[3] = 3  # what follows a step is no part of it
        if time:
            right = ink("bold", 10, 16, align=Align.END)
            self.sketch.text(
                Box(self.x + LIVE_WIDTH - 96, y, 96, 16), Spoken(Said(time, step.where.language), right), Role.LABEL, name="time", spare=0
            )

    def thumbnail(self, step: Step, y: float) -> None:
        """The slide itself in line art, and its number and address. Only its picture is heard: its words stand beside it."""
        wide, tall = THUMBNAIL
        if self.desk.look.print == ECO:  # its words stand beside it
            self._where(step, y)
            return
        slide = self.slides[step.frame]
        scale = wide / slide.width
        box = Box(self.x, y + 2, wide, tall)
        items = line_art(slide.items, scale)
        self.sketch.add(Group(items, box.x, box.y, scale, box, step.picture.string, "slide", f"slide {slide.id}", box))
        self.sketch.rectangle(box, None, stroke=stroke(1.1), name="frame")
        self._where(step, box.bottom + 2)

    def _where(self, step: Step, y: float) -> None:
        """The slide's number and address."""
        box = Box(self.x, y, THUMBNAIL[0] + 8, 22)
        self.sketch.text(box, Spoken(step.where, ink("body", 8, 11)), Role.LABEL, name="where", spare=0)


def _spread(row: Row, widths: list[float]) -> list[float]:
    """The widths of a row's cells; where there are fewer than columns the last reaches across the rest."""
    return [*widths[: len(row.cells) - 1], sum(widths[len(row.cells) - 1 :])]


def credited_at_end(document: Document, desk: Desk, voice: Voice) -> Document:
    """The document with who adapted the material, where somebody did, behind the licences in the last line."""
    string, tag = line_in(desk.look.brand.credit, voice.language.chain)
    frames = document.frames
    last = frames[-1].pieces[-1] if frames and frames[-1].pieces else None
    if not string or not isinstance(last, Para):
        return document
    said = last.said._replace(string=f"{last.said.string} {string}", language=last.said.language or tag)
    last_frame = replace(frames[-1], pieces=(*frames[-1].pieces[:-1], Para(said, last.tone)))
    return replace(document, frames=(*frames[:-1], last_frame))


def guide_pages(document: Document, slides: Pages, desk: Desk, voice: Voice, paper: str, draft: Said = NOTHING) -> Pages:
    """The guide, or another document for facilitators, as pages of paper; that a language is a `draft` the guide says at its end."""
    flow = Flow(desk, voice, paper, {each.id: each for each in slides.pages})
    name = "sheet-credits"
    if document.kind == "guide":
        flow.tick, name, draft = TICK_IN_GUIDE, "guide-page", NOTHING
    _fill(flow, document)
    for number, (sketch, _) in enumerate(flow.done, 1):
        said = voice.word(name, title=document.title.string, n=number, of=len(flow.done))
        credit_line(sketch, origin(paper), joined((said, draft), " · ", said.language), heard=bool(draft))
    return _finished(flow, document)


def reading_pages(document: Document, setting: Setting) -> Pages:
    """What participants, families or guests read, in the largest type that takes no more sheets; each says who helps."""
    flow = min((_read(document, setting, size) for size in (*HUNG.get(document.kind, ()), *READ)), key=lambda flow: len(flow.done))
    for number, (sketch, _) in enumerate(flow.done, 1):
        foot(sketch, setting, document.title, number, len(flow.done))
    return _finished(flow, document)


def _read(document: Document, setting: Setting, size: float) -> Flow:
    flow = Flow(setting.desk, setting.voice, setting.paper, {}, size)
    flow.floor = flow.top + STRIP_TOP
    _fill(flow, document)
    return flow


def _fill(flow: Flow, document: Document) -> None:
    """Sets every frame, one after the other."""
    for frame in document.frames:
        more = frame.archetype == "more"
        if not more:
            flow.open(frame, 1 if frame.title.string == document.title.string else 2)
        flow.pieces(frame.pieces, 2 if more else 3)


def _finished(flow: Flow, document: Document) -> Pages:
    tag = document.title.language
    pages = tuple(
        page(sketch, flow.paper, f"{frame.id}/{number}", frame.title, frame.title, tag, "guide")
        for number, (sketch, frame) in enumerate(flow.done, 1)
    )
    return Pages(document.kind, document.title.string, tag, pages, document.author, document.licence, document.date)
