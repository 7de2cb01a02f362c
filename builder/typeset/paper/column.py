"""One column of large print: texts one under the other on as many pages as they need, the same foot on each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from builder.model.document import Frame
from builder.model.look import LargePrint, Style
from builder.model.page import Align, Anchor, Box, Role
from builder.model.voice import Said, Voice
from builder.typeset import figures, logos
from builder.typeset.paper.sheet import LIVE_HEIGHT, LIVE_WIDTH, ink, line, origin, stroke
from builder.typeset.sketch import Desk, Sketch, Spoken

NUMBER = 100.0
"""The room that the page number takes from the credits beside it."""
STRIP_PAD, HELP = 8.0, 58.0
"""What parts the texts of the help strip from its frame, and where they begin."""
_ENDS = re.compile(r"(?<=[.!?;:…؟。]) ")


class Foot(NamedTuple):
    """What stands at the foot of every page: the credits, and on sheets the numbers that help.

    With `ask` there is a line to write a number on. A screen reader says the credits once, or where they are `heard` on each page.
    """

    credits: Said
    help: tuple[Said, ...] = ()
    ask: bool = False
    heard: bool = False


class Column:
    """A cursor that goes down the pages; what does not fit any more begins the next one."""

    def __init__(self, desk: Desk, voice: Voice, paper: str, foot: Foot, *, bilingual: bool = False) -> None:
        self.desk, self.voice, self.paper, self.foot, self.bilingual = desk, voice, paper, foot, bilingual
        self.x, self.top = origin(paper)
        self.done: list[tuple[Sketch, Frame]] = []
        self.y = self.begins = 0.0
        scratch = Sketch(desk, bilingual=bilingual)
        self.credits = scratch.height(foot.credits, self.least, LIVE_WIDTH - NUMBER) + 10
        self.strip = sum(scratch.height(each, self.body, LIVE_WIDTH - HELP - 14) for each in foot.help)
        self.strip += (self.large.writing if foot.ask else 0) + (2 * STRIP_PAD if foot.help else 0)
        self.floor = self.top + LIVE_HEIGHT - self.credits - (self.strip + 10 if foot.help else 0)

    @property
    def large(self) -> LargePrint:
        """The measures of large print."""
        assert self.desk.look.large is not None  # nothing else is set in a column
        return self.desk.look.large

    @property
    def sketch(self) -> Sketch:
        """The page being filled."""
        return self.done[-1][0]

    @property
    def least(self) -> Style:
        """The smallest type."""
        return ink("body", *self.large.least)

    @property
    def body(self) -> Style:
        """The type of what is read."""
        return ink("body", *self.large.body)

    @property
    def card(self) -> Style:
        """The type of a card, which several people read at once."""
        return self.body.at(self.body.size + 4)

    @property
    def bold(self) -> Style:
        """The type of what stands out."""
        return ink("bold", *self.large.body)

    def heading(self, level: int) -> Style:
        """The type of a heading: of a page (1), of a part (2), of a paragraph (3)."""
        size, pitch = self.large.headings[level - 1]
        grown = max(size, self.large.body[0] + (3, 2, 1)[level - 1])
        return ink("heading", grown, max(pitch, round(grown * 1.34)))

    def open(self, frame: Frame, meta: Iterable[Said] = (), level: int = 1) -> None:
        """A new page with the frame's title, what stands under it, and a strong rule."""
        self.turn(frame)
        found = self.desk.look.brand.logos if len(self.done) == 1 else ()
        if found:
            logos.row(self.sketch, found, Box(self.x, self.y, LIVE_WIDTH, 40), (264, 40), 24)
            self.y += 58
        self.put(frame.title, self.heading(1), Role.TITLE, level=level, name="title")
        for said in meta:
            self.put(said, self.least, name="meta")
        self.rule(6, 2 * self.large.stroke)
        self.y += 16
        self.begins = self.y

    def turn(self, frame: Frame) -> None:
        """Takes a new page."""
        self.done.append((Sketch(self.desk, bilingual=self.bilingual, voice=self.voice), frame))
        self.y = self.begins = self.top

    def room_for(self, height: float) -> None:
        """Takes a new page when less than this is left, if a page has so much at all."""
        if self.y + height > self.floor + 0.01 and self.y > self.top:
            self.turn(self.done[-1][1])

    def together(self, *lays: Callable[[Column], None]) -> None:
        """What is laid stays on one page if a page holds it: laid in the first way in which one does, else in the first way."""
        talls = [self._trial(lay) for lay in lays]
        lay, tall = next((each for each in zip(lays, talls, strict=True) if each[1] <= self.floor - self.top), (lays[0], 0.0))
        self.room_for(tall)
        lay(self)

    def _trial(self, lay: Callable[[Column], None]) -> float:
        """How tall that is which is laid."""
        trial = Column(self.desk, self.voice, self.paper, self.foot, bilingual=self.bilingual)
        trial.floor = float("inf")
        trial.turn(self.done[-1][1])
        lay(trial)
        return trial.y - trial.top

    def label(self, said: Said, style: Style, *, name: str = "label") -> None:
        """What a line is for, and the line."""

        def lay(column: Column) -> None:
            for each in halves(said) if column.bilingual and said.second else (said,):
                column.put(each, style, Role.LABEL, name=name)
            column.lines(1)

        self.together(lay)

    def tall(self, said: Said, style: Style, indent: float = 0) -> float:
        """How tall a text is."""
        return self.sketch.height(said, style, LIVE_WIDTH - indent)

    def put(
        self, said: Said, style: Style, role: Role = Role.PARAGRAPH, *, indent: float = 0, level: int = 0, name: str = "text",
        after: float = 0, leads: bool = False,
    ) -> None:  # fmt: skip
        """Text at the cursor, which moves below it. One taller than a page goes on over several."""
        if not said:
            return
        tall = self.tall(said, style, indent)
        if tall > self.floor - self.top:
            for part in halves(said):
                self.put(part, style, role, indent=indent, level=level, name=name, after=after)
            return
        keep = 3 * self.body.pitch if role in (Role.HEADING, Role.TITLE) else 0
        self.room_for(tall + keep)
        box = Box(self.x + indent, self.y, LIVE_WIDTH - indent, tall)
        self.sketch.text(box, Spoken(said, style), role, name=name, spare=0, level=level, leads=leads)
        self.y += tall + after

    def rule(self, before: float, width: float) -> None:
        """A line across the column, so far below what was set."""
        self.y += before
        line(self.sketch, self.x, self.y, self.x + LIVE_WIDTH, self.y, width)

    def lines(self, count: int, indent: float = 0) -> None:
        """Lines to write on; a screen reader says once how many."""
        for number in range(count):
            self.room_for(self.large.writing + 8)
            self.y += self.large.writing
            alt = self.sketch.alt("alt-write", count) if number == 0 else ""
            line(self.sketch, self.x + indent, self.y, self.x + LIVE_WIDTH, self.y, self.large.stroke, alt=alt)
        self.y += 14

    def box(self, said: Said, *, side: float = 0, after: float = 10) -> None:
        """A text behind a box to tick or to write a number in."""
        side = side or self.large.box
        tall = max(self.tall(said, self.body, side + 18), side)
        self.room_for(tall)
        square = Box(self.x, self.y + max(0.0, (self.body.pitch - side) / 2), side, side)
        self.sketch.rectangle(square, None, radius=3, stroke=stroke(self.large.stroke), name="box")
        self.beside(said, side + 18, tall)
        self.y += tall + after

    def beside(self, said: Said, indent: float, tall: float, anchor: Anchor = Anchor.TOP) -> None:
        """A list item in a row that is so tall, beside what was drawn at its start."""
        box = Box(self.x + indent, self.y, LIVE_WIDTH - indent, tall)
        self.sketch.text(box, Spoken(said, self.body), Role.LIST_ITEM, anchor, name="item", spare=0)

    def bullet(self, said: Said) -> None:
        """A list item behind a solid square."""
        self.room_for(min(self.tall(said, self.body, 30), 4 * self.body.pitch))
        side = 9.0
        self.sketch.rectangle(Box(self.x + 2, self.y + self.body.pitch * 0.56 - side / 2, side, side), "black", name="mark")
        self.put(said, self.body, Role.LIST_ITEM, indent=30, name="item", after=self.body.pitch * 0.4)

    def framed(self, said: Iterable[Said], *, sign: bool = False) -> None:
        """Texts in a frame – with a sign that calls attention –, where a page holds it; else one under the other."""
        kept = [each for each in said if each]
        start = 64.0 if sign else 18.0
        tall = sum(self.tall(each, self.body, start + 18) for each in kept) + self.body.pitch * 0.4 * (len(kept) - 1)
        if tall + 28 > self.floor - self.top:
            for each in kept:
                self.put(each, self.body, after=self.body.pitch * 0.4)
            return
        self.room_for(tall + 28)
        self.sketch.rectangle(Box(self.x, self.y, LIVE_WIDTH, tall + 28), None, radius=8, stroke=stroke(self.large.stroke), name="frame")
        if sign:
            figures.attention(self.sketch, self.x + 34, self.y + 34, 34)
        gap = self.body.pitch * 0.4
        spoken = [Spoken(each, self.body, gap if number else 0) for number, each in enumerate(kept)]
        inner = Box(self.x + start, self.y + 14, LIVE_WIDTH - start - 18, tall)
        self.sketch.text(inner, spoken, name="frame", spare=0)
        self.y += tall + 28 + 12

    def finish(self) -> None:
        """Adds to every page its foot, now that their number is known."""
        for number, (sketch, _) in enumerate(self.done, 1):
            if self.foot.help:
                self._help(sketch)
            bottom = self.top + LIVE_HEIGHT
            tall = self.credits - 10
            role = Role.LABEL if self.foot.heard or number == 1 else Role.FOOTER
            line(sketch, self.x, bottom - tall - 4, self.x + LIVE_WIDTH, bottom - tall - 4, self.large.stroke)
            box = Box(self.x, bottom - tall, LIVE_WIDTH - NUMBER, tall)
            sketch.text(box, Spoken(self.foot.credits, self.least), role, name="credits", spare=0)
            size, pitch = self.large.least
            style = ink("heading", size + 4, pitch, align=Align.END)
            at = Box(self.x + LIVE_WIDTH - NUMBER, bottom - pitch, NUMBER, pitch)
            sketch.text(at, Spoken(Said(f"{number}/{len(self.done)}", "zxx"), style), Role.FOOTER, name="page number", spare=0)

    def _help(self, sketch: Sketch) -> None:
        """The strip above the credits: each number with whose it is, or a line to write it on."""
        y = self.floor + 4
        sketch.rectangle(Box(self.x, y, LIVE_WIDTH, self.strip), None, radius=8, stroke=stroke(self.large.stroke), name="help strip")
        figures.mark(sketch, "handset", "black", self.x + 28, y + self.strip / 2, 0.36)
        at = y + STRIP_PAD
        for said in self.foot.help:
            tall = sketch.height(said, self.body, LIVE_WIDTH - HELP - 14)
            sketch.text(Box(self.x + HELP, at, LIVE_WIDTH - HELP - 14, tall), Spoken(said, self.body), name="help", spare=0)
            at += tall
        if self.foot.ask:
            at += self.large.writing - 6
            line(sketch, self.x + HELP, at, self.x + LIVE_WIDTH - 14, at, self.large.stroke, alt=sketch.alt("alt-write"))


def halves(said: Said) -> list[Said]:
    """A text in two: its languages, or what stands before and after the sentence end nearest its middle."""
    if said.second:
        return [said._replace(second=None), said.second]
    string = said.string
    ends = [each.start() for each in _ENDS.finditer(string)] or [at for at, each in enumerate(string) if each == " "]
    whole = [at for at in ends if string[:at].count("*") % 4 in (0, 2) and string[:at].count("**") % 2 == 0]
    if not whole:
        return [said._replace(string=string[: len(string) // 2]), said._replace(string=string[len(string) // 2 :])]
    cut = min(whole, key=lambda at: abs(at - len(string) / 2))
    return [said._replace(string=string[:cut]), said._replace(string=string[cut + 1 :])]
