"""A page whose sizes, lines and positions are decided: six items, drawn alike by every renderer.

All lengths are points, origin at the page's top left, y down. Items stand in reading order, which is
also the painting order; whatever only decorates is an artifact.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def inset(self, dx: float, dy: float) -> Box:
        """The box made smaller by dx on the left and right and by dy above and below."""
        return Box(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)


class Role(StrEnum):
    """What an item is for, whoever draws it: the structure that a screen reader hears."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    LABEL = "label"
    FIGURE = "figure"
    TABLE = "table"
    FOOTER = "footer"
    NUMBER = "number"
    ARTIFACT = "artifact"


class Align(StrEnum):
    """Where lines stand in their box; start is left, or right in right-to-left text."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class Anchor(StrEnum):
    """Where a block of lines stands in the height of its box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Colour(NamedTuple):
    """A colour: `#RRGGBB`, and its role in the theme (`deep`, `main` …) where it has one."""

    value: str
    role: str = ""


class Face(NamedTuple):
    """One font file: its family as a word processor names it, its style, and where it lies."""

    key: str
    family: str
    bold: bool
    italic: bool
    path: str


class Glyph(NamedTuple):
    """One shaped glyph: id in its face, first character it stands for, lengths in 1/1000 em."""

    id: int
    cluster: int
    advance: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style and one direction on one line, with the very glyphs that were measured.

    `Glyph.cluster` counts characters of `text`, which is as it is read. Glyphs stand from left to right, those of a run
    that is `leftwards` too.
    """

    text: str
    face: Face
    size: float
    colour: Colour
    language: str
    glyphs: tuple[Glyph, ...]
    leftwards: bool = False

    @property
    def width(self) -> float:
        """The advance of all glyphs in points."""
        return sum(glyph.advance for glyph in self.glyphs) * self.size / 1000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: where its leftmost run begins (from the page's left), its baseline, its runs as they are read.

    The last run keeps its trailing space, so that the lines joined give the paragraph's text; `width` is without it. In
    right-to-left text that space hangs out to the left. `order` numbers the runs from left to right; empty: as they are read.
    """

    x: float
    baseline: float
    width: float
    runs: tuple[Run, ...]
    order: tuple[int, ...] = ()

    @property
    def visual(self) -> tuple[Run, ...]:
        """The runs from left to right."""
        return tuple(self.runs[at] for at in self.order) if self.order else self.runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Broken text. `pitch` is the exact distance of its baselines, `before` the space above it, `rtl` its direction."""

    lines: tuple[Line, ...]
    pitch: float
    align: Align = Align.START
    role: Role = Role.PARAGRAPH
    before: float = 0.0
    rtl: bool = False

    @property
    def text(self) -> str:
        """The whole paragraph as one string."""
        return "".join(run.text for line in self.lines for run in line.runs)

    def joined_runs(self) -> list[tuple[str, Run]]:
        """The paragraph's text in pieces of one style, line ends healed: (text, a run in that style)."""
        joined: list[tuple[str, Run]] = []
        for line in self.lines:
            for run in line.runs:
                if joined and _same_style(joined[-1][1], run):
                    joined[-1] = (joined[-1][0] + run.text, joined[-1][1])
                else:
                    joined.append((run.text, run))
        return joined


def _same_style(one: Run, other: Run) -> bool:
    return (one.face, one.size, one.colour, one.language) == (other.face, other.size, other.colour, other.language)


@dataclass(frozen=True, slots=True)
class Text:
    """A text box. `placeholder` is `title`, `footer`, `number` or empty; insets are always 0.

    `level` says how deep a title or heading stands (1 the document's own; 0: as its role has it); what `leads` belongs
    with the next text: the number of a list item or task, a first language beside the second, a square before its move.
    """

    box: Box
    paragraphs: tuple[Paragraph, ...]
    role: Role = Role.PARAGRAPH
    anchor: Anchor = Anchor.TOP
    placeholder: str = ""
    name: str = ""
    address: str = ""
    level: int = 0
    leads: bool = False


class Rectangle(NamedTuple):
    """A rectangle that fills the shape's box, with round corners of this radius."""

    radius: float = 0.0


class Ellipse(NamedTuple):
    """An ellipse that fills the shape's box."""


class Segment(NamedTuple):
    """A straight line from the box's top left to its bottom right (width or height may be 0)."""


class Paths(NamedTuple):
    """Free outlines: each path a tuple of (command, coordinates), commands M L C Q Z, absolute.

    Every path is filled by itself, even-odd: a ring is one path, overlapping limbs are several.
    """

    paths: tuple[tuple[tuple[str, tuple[float, ...]], ...], ...]


Outline = Rectangle | Ellipse | Segment | Paths


class Stroke(NamedTuple):
    """A line: its colour, its width in points, its dashes in points (empty: solid)."""

    colour: Colour
    width: float
    dash: tuple[float, ...] = ()


class Pattern(StrEnum):
    """How a fill looks in line art, where grey would be lost on a photocopier."""

    WHITE = "white"
    BLACK = "black"
    DOTS = "dots"
    HATCH = "hatch"
    NONE = "none"
    THIN = "thin"


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled or stroked outline. `melt` strokes all paths before any is filled, so limbs join.

    `pattern` fills with ink instead of `fill` (paper only); `on_paper` says what the shape becomes
    when its page is redrawn as line art. Without `alt` it only decorates; one that `leads` belongs with the next text.
    """

    box: Box
    outline: Outline = field(default_factory=Rectangle)
    fill: Colour | None = None
    stroke: Stroke | None = None
    pattern: Pattern | None = None
    on_paper: Pattern = Pattern.WHITE
    melt: bool = False
    alt: str = ""
    name: str = ""
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster image: its bytes as they are in the file, and the text that stands for it."""

    box: Box
    image: bytes
    alt: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its box, its text, its ground; `head` for a header cell."""

    box: Box
    paragraphs: tuple[Paragraph, ...]
    fill: Colour | None = None
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells with real rows and columns."""

    box: Box
    rows: tuple[tuple[Cell, ...], ...]
    stroke: Stroke | None = None
    name: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A place that leads to an address outside, or with `#id` to a page of the same document."""

    box: Box
    target: str


@dataclass(frozen=True, slots=True)
class Group:
    """Items drawn together: moved by (dx, dy) after scaling by `scale`, kept inside `clip`.

    `alt` makes it one figure; an empty alt says that it only decorates. Items have coordinates of
    their own. `clip` is in page coordinates. Groups with the same `key` are equal and may be shared. A figure that
    `leads` belongs with the next text.
    """

    items: tuple[Item, ...]
    dx: float = 0.0
    dy: float = 0.0
    scale: float = 1.0
    clip: Box | None = None
    alt: str = ""
    name: str = ""
    key: str = ""
    box: Box | None = None
    leads: bool = False


Item = Text | Table | Shape | Picture | Link | Group


def faces_of(items: tuple[Item, ...]) -> set[Face]:
    """The faces that draw the items' text."""
    found: set[Face] = set()
    for item in items:
        if isinstance(item, Group):
            found |= faces_of(item.items)
        cells = [cell for row in item.rows for cell in row] if isinstance(item, Table) else [item] if isinstance(item, Text) else []
        found |= {run.face for cell in cells for paragraph in cell.paragraphs for line in paragraph.lines for run in line.runs}
    return found


class Note(NamedTuple):
    """One paragraph of speaker notes: a label such as “Say”, and the text."""

    label: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Page:
    """One slide or one side of paper, ready to draw.

    `layout` names the slide layout it stands on, `section` the group it belongs to in the slide
    sorter (module or part of the plan), `ground` its background.
    """

    id: str
    width: float
    height: float
    items: tuple[Item, ...]
    title: str
    language: str
    layout: str = ""
    section: str = ""
    ground: Colour | None = None
    notes: tuple[Note, ...] = ()
    back_of: str = ""
    bleed: float = 0.0


@dataclass(frozen=True, slots=True)
class Pages:
    """A typeset document: its pages and what stands in the file's metadata."""

    kind: str
    title: str
    language: str
    pages: tuple[Page, ...]
    author: str = ""
    licence: str = ""
    date: str = ""
