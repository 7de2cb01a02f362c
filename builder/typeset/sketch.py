"""A page while it is being laid out: items in reading order, and what did not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Any, NamedTuple

from builder.model.look import Look, Style
from builder.model.page import (
    Align,
    Anchor,
    Box,
    Colour,
    Ellipse,
    Group,
    Item,
    Line,
    Outline,
    Paragraph,
    Pattern,
    Rectangle,
    Role,
    Segment,
    Shape,
    Stroke,
    Text,
)  # fmt: skip
from builder.model.source import Place
from builder.model.voice import Said, Voice
from builder.typeset.breaking import Broken, break_lines
from builder.typeset.measure import Ruler

GUTTER = 20.0
"""What parts two languages side by side, in points."""


class Overflow(NamedTuple):
    """A text that is too tall or too wide for its box: by how many points and characters, at which size."""

    address: str
    place: Place | None
    by: float
    wide: bool
    size: float
    pitch: float
    language: str = ""
    characters: int = 0


class Spoken(NamedTuple):
    """A text with the style it is set in and the space before it."""

    said: Said
    style: Style
    before: float = 0.0


@dataclass(slots=True)
class Desk:
    """What every page needs: the look, the ruler, the drawings; what was drawn and broken once is kept."""

    look: Look
    ruler: Ruler
    scenes: Mapping[str, Any]
    drawn: dict[tuple[str, str, bool], Group] = field(default_factory=dict)
    broken: dict[tuple[str, str, Style, float, bool | None], Broken] = field(default_factory=dict)


@dataclass(slots=True)
class Sketch:
    """Items so far. Every method adds in reading order.

    A `bilingual` sketch sets what is said in two languages side by side, or in a narrow box one below the other; a
    `subtitled` one only has its title in both. The `voice` says what only a screen reader says.
    """

    desk: Desk
    items: list[Item] = field(default_factory=list)
    overflows: list[Overflow] = field(default_factory=list)
    turned: bool = False
    bilingual: bool = False
    subtitled: bool = False
    voice: Voice | None = None

    @property
    def look(self) -> Look:
        """The look of the page."""
        return self.desk.look

    @property
    def rtl(self) -> bool:
        """Whether the page is read from right to left; it is laid out from the left all the same, and mirrored when it is done."""
        return self.voice is not None and self.voice.language.rtl

    def alt(self, name: str, n: int = 1) -> str:
        """A fixed wording that stands for something drawn, such as a line to write on; in the page's first language."""
        return replace(self.voice, second=None).word(name, n=n).string if self.voice else ""

    def height(self, said: Said, style: Style, width: float) -> float:
        """How tall the text is at this width, in points."""
        if not (self.bilingual and said.second and said.second.string != said.string):
            return self.broken(said, style, width).count * style.pitch
        if width >= self.look.beside:
            half = (width - GUTTER) / 2
            return max(self.broken(each, style, half).count for each in (said, said.second)) * style.pitch
        below = self._below(style)
        apart = style.pitch * self.look.apart
        return self.broken(said, style, width).count * style.pitch + apart + self.broken(said.second, below, width).count * below.pitch

    def broken(self, said: Said, style: Style, width: float, *, rtl: bool | None = None) -> Broken:
        """The text in lines of this width, in its language's direction (numbers: the page's), unless `rtl` says otherwise."""
        if rtl is None and said.language == "zxx":
            rtl = self.rtl
        key = (said.string, said.language, style, width, rtl)
        kept = self.desk.broken
        if key not in kept:
            kept[key] = break_lines(said.string, style, width, said.language, self.desk.ruler, rtl=rtl)
            self.desk.ruler.note(said.place)
        return kept[key]

    def text(
        self, box: Box, spoken: Iterable[Spoken] | Spoken, role: Role = Role.PARAGRAPH, anchor: Anchor = Anchor.TOP,
        *, placeholder: str = "", name: str = "", spare: float = 1.0, level: int = 0, leads: bool = False, rtl: bool | None = None,
    ) -> float:  # fmt: skip
        """Sets paragraphs in a box and gives their height; what does not fit with `spare` lines is noted.

        Each runs as its language does, unless `rtl` says otherwise.
        """
        all_spoken = [spoken] if isinstance(spoken, Spoken) else list(spoken)
        all_spoken = [each for each in all_spoken if each.said]
        if not all_spoken:
            return 0.0
        if self.bilingual and role not in (Role.LABEL, Role.FOOTER) and any(each.said.second for each in all_spoken):
            if box.width >= self.look.beside and role is not Role.TITLE:
                return self._beside(box, all_spoken, role, anchor, name, spare, level)
            all_spoken = [part for each in all_spoken for part in self._stacked(each)]
        broken = [self.broken(each.said, each.style, box.width, rtl=rtl) for each in all_spoken]
        height = sum(b.count * s.style.pitch + s.before for b, s in zip(broken, all_spoken, strict=True))
        self._note(box, height, spare, broken, all_spoken)
        top = box.y + {Anchor.TOP: 0.0, Anchor.MIDDLE: (box.height - height) / 2, Anchor.BOTTOM: box.height - height}[anchor]
        paragraphs: list[Paragraph] = []
        for lines, each in zip(broken, all_spoken, strict=True):
            top += each.before
            paragraphs.append(_paragraph(lines, each, box, top, role))
            top += lines.count * each.style.pitch
        address = all_spoken[0].said.address
        self.items.append(Text(box, tuple(paragraphs), role, anchor, placeholder, name, address, level, leads))
        return height

    def _beside(self, box: Box, spoken: list[Spoken], role: Role, anchor: Anchor, name: str, spare: float, level: int) -> float:
        """Two columns: the first language, the second. Of a heading or a list item they are one."""
        half = (box.width - GUTTER) / 2
        one = role in (Role.HEADING, Role.LIST_ITEM)
        seconds = [each._replace(said=each.said.second or each.said) for each in spoken]
        columns = ((box.x, spoken, one), (box.x + half + GUTTER, seconds, False))
        return max(
            self.text(box._replace(x=x, width=half), [each._replace(said=each.said._replace(second=None)) for each in column],
                      role, anchor, name=name, spare=spare, level=level, leads=leads)
            for x, column, leads in columns
        )  # fmt: skip

    def rectangle(
        self, box: Box, fill: str | Colour | None = None, *, radius: float = 0.0, stroke: Stroke | None = None, name: str = "",
        on_paper: Pattern = Pattern.WHITE, outline: Outline | None = None, pattern: Pattern | None = None, alt: str = "",
    ) -> None:  # fmt: skip
        """Adds a shape – a ground, a card, a bar – that only decorates, or with its alt text belongs to the next text."""
        colour = self.look.colours[fill] if isinstance(fill, str) else fill
        shape = outline or Rectangle(min(radius, box.width / 2, box.height / 2))
        self.items.append(Shape(box, shape, colour, stroke, pattern, on_paper, alt=alt, name=name, leads=bool(alt)))

    def disc(self, x: float, y: float, radius: float, fill: str | None, stroke: Stroke | None = None) -> None:
        """Adds a disc around (x, y)."""
        box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        self.items.append(Shape(box, Ellipse(), self.look.colours[fill] if fill else None, stroke))

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: Stroke) -> None:
        """Adds a straight line."""
        self.items.append(Shape(Box(x1, y1, x2 - x1, y2 - y1), Segment(), None, stroke, on_paper=Pattern.THIN))

    def add(self, *items: Item) -> None:
        """Adds items that are ready."""
        self.items += items

    def too_much(self, said: Said, style: Style, by: float, lines: Broken, *, wide: bool = False) -> None:
        """Notes that a text, broken into these lines, is so many points too tall or too wide."""
        if wide:
            characters = ceil(len(max(said.string.split(), key=len)) * by / lines.widest_word)
        else:
            characters = sum(len(text) for text in lines.texts[-ceil(by / style.pitch) :])
        self.overflows.append(Overflow(said.address, said.place, by, wide, style.size, style.pitch, said.language, characters))

    def _stacked(self, each: Spoken) -> Iterator[Spoken]:
        """A text, and below it the same in the second language."""
        yield each._replace(said=each.said._replace(second=None))
        if each.said.second and each.said.second.string != each.said.string:
            yield Spoken(each.said.second, self._below(each.style), each.style.pitch * self.look.apart)

    def _below(self, style: Style) -> Style:
        """The type of a second language under the first."""
        share = self.look.below
        return style._replace(size=round(style.size * share, 1), pitch=round(style.pitch * share, 1), bold=False)

    def _note(self, box: Box, height: float, spare: float, broken: list[Broken], spoken: list[Spoken]) -> None:
        room = box.height - spare * spoken[0].style.pitch
        if height > room + 0.01:
            lines, longest = max(zip(broken, spoken, strict=True), key=lambda pair: pair[0].count)
            self.too_much(longest.said, longest.style, height - room, lines)
        for lines, each in zip(broken, spoken, strict=True):
            if lines.widest_word > box.width + 0.01:
                self.too_much(each.said, each.style, lines.widest_word - box.width, lines, wide=True)


def in_each(said: Said, style: Style) -> list[Spoken]:
    """A text in each of its languages, one below the other; once, where they say the same."""
    return [Spoken(each, style) for each in {each.string: each for each in said.each()}.values()]


def both(said: Said) -> Said:
    """A short label in both its languages, in one line."""
    return said._replace(string=f"{said.string} / {said.second.string}", second=None) if said.second else said


def _paragraph(broken: Broken, spoken: Spoken, box: Box, top: float, role: Role) -> Paragraph:
    """The paragraph at its place.

    The first baseline lies one pitch less 0.2 × size below its top, as LibreOffice has it with exact spacing;
    every further one a pitch lower.
    """
    style = spoken.style
    lines = []
    for number, laid in enumerate(broken.lines(), 1):
        room = box.width - laid.width
        at_start, at_end = (room, 0.0) if broken.rtl else (0.0, room)
        x = box.x + {Align.START: at_start, Align.CENTRE: room / 2, Align.END: at_end}[style.align] - laid.hang
        baseline = round(top + number * style.pitch - 0.2 * style.size, 2)
        lines.append(Line(round(x, 2), baseline, laid.width, laid.runs, laid.order))
    return Paragraph(tuple(lines), style.pitch, style.align, role, spoken.before, broken.rtl)
