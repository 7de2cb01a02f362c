"""A slide as a reader meets it: shapes in the order in which they are read, with what stands for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from builder.model.page import Box
from builder.model.report import Problem, Severity
from builder.model.source import Place


class Finding(NamedTuple):
    """One thing that stands in a reader's way: where – page 0 is the whole file –, at which shape, on which words."""

    file: str
    page: int
    severity: Severity
    code: str
    shape: str = ""
    excerpt: str = ""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def problem(self) -> Problem:
        """The same as a problem, for its wording."""
        known = (("excerpt", self.excerpt), ("page", str(self.page)), ("shape", self.shape))
        return Problem(self.code, Place(self.file), (*self.values, *known), self.severity)


@dataclass(frozen=True, slots=True)
class Seen:
    """A shape on a slide. `kind` is its element's name, or table, chart and the like for what a frame holds.

    `element` is its XML; `inner` the shapes of a group. Boxes are on the slide, in points.
    """

    element: Any
    kind: str
    name: str
    box: Box | None
    text: str = ""
    alt: str = ""
    decorates: bool = False
    place: str = ""
    inner: tuple[Seen, ...] = ()

    @property
    def is_title(self) -> bool:
        """Whether it is the slide's title."""
        return self.place in ("title", "ctrTitle")

    @property
    def is_margin(self) -> bool:
        """Whether it is a footer, a date or a slide number."""
        return self.place in ("ftr", "dt", "sldNum", "hdr")

    @property
    def speaks(self) -> bool:
        """Whether a screen reader has something to say at it."""
        return not self.decorates and bool(self.text or self.alt or self.kind == "table" or any(each.speaks for each in self.inner))

    def within(self, placed: Placed) -> Seen:
        """The shape where the group around it puts it."""
        box = placed.box(self.box) if self.box else None
        return replace(self, box=box, inner=tuple(each.within(placed) for each in self.inner))


class Placed(NamedTuple):
    """How a group puts its shapes on the slide: each side scaled, then moved."""

    across: float
    down: float
    dx: float
    dy: float

    def box(self, box: Box) -> Box:
        """The box on the slide."""
        return Box(box.x * self.across + self.dx, box.y * self.down + self.dy, box.width * self.across, box.height * self.down)


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its number, its shapes from the lowest to the topmost, whether its words run from right to left."""

    number: int
    shapes: tuple[Seen, ...]
    part: Any
    rtl: bool = False

    @property
    def title(self) -> str:
        """The text of its title; empty when it has none."""
        return next((shape.text for shape in self.shapes if shape.is_title and shape.text), "")
