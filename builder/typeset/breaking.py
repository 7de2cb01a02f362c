"""Lines: text cut where a line may end, and put together into lines that fit a width.

Latin text, which is most text, takes a short way: one script, one direction. All other text is `mixed`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from builder.model.direction import runs_leftwards
from builder.model.look import Style
from builder.model.page import Glyph, Run
from builder.model.text import spans
from builder.typeset.bidi import visual
from builder.typeset.measure import Part, Ruler
from builder.typeset.mixed import mixed, with_space_at_end

_BREAK = re.compile(r"(?<= )(?=[^ ;:!?/.,)\]}])|(?<=[^\W_]-)(?=[^\W\d_])|(?<=[–—])(?=[^\W\d])|(?<=[^\d][–—])(?=\d)|(?<=[^/]/)(?=[^\W\d])")
"""After spaces, unless a sign follows that closes; after a hyphen before a letter; after dashes and slashes: where LibreOffice
breaks too (UAX #14) – but a range of numbers stays together, and so do `https://` and its host."""
_PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0300-\u034e\u0350-\u036f\u1e00-\u1eff"
    "\u2000-\u200a\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2150-\u218b]*"
)
"""Latin letters, their marks and signs: one script, one direction, and the breaks above."""


@dataclass(frozen=True, slots=True)
class Atom:
    """What stays together on a line: its parts, its width with and without the space at its end."""

    parts: tuple[Part, ...]
    width: float
    ink: float


class Laid(NamedTuple):
    """A line: its runs as they are read, its width without the space at its end.

    `order` numbers the runs from left to right (empty: as they are read), `hang` says how far the space hangs out on the left.
    """

    runs: tuple[Run, ...]
    width: float
    order: tuple[int, ...] = ()
    hang: float = 0.0


@dataclass(frozen=True, slots=True)
class Broken:
    """The lines of a text at one size, as what stays together; runs are made when they are drawn."""

    rows: tuple[tuple[Atom, ...], ...]
    style: Style
    language: str
    ruler: Ruler
    rtl: bool = False

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.rows)

    @property
    def texts(self) -> list[str]:
        """The characters of each line."""
        return ["".join(part.text for atom in row for part in atom.parts) for row in self.rows]

    @property
    def width(self) -> float:
        """The widest line, without the space at its end."""
        return max((_ink(row) for row in self.rows), default=0.0)

    @property
    def widest_word(self) -> float:
        """The widest stretch that cannot be broken."""
        return max((atom.ink for row in self.rows for atom in row), default=0.0)

    def lines(self) -> Iterator[Laid]:
        """Each line, ready to draw."""
        for row in self.rows:
            parts = [part for atom in row for part in atom.parts]
            if parts[0].way:
                parts = with_space_at_end(parts, int(self.rtl))
            runs, levels = _runs(parts, self.style, self.language, self.ruler)
            ink = _ink(row)
            hang = sum(run.width for run in runs) - ink if self.rtl else 0.0
            yield Laid(runs, ink, tuple(visual(levels)) if any(levels) else (), hang)


def break_lines(string: str, style: Style, width: float, language: str, ruler: Ruler, *, rtl: bool | None = None) -> Broken:
    """The string in lines no wider than `width` points, as long as each of its words is narrower.

    Its direction is that of the language, unless `rtl` says otherwise.
    """
    leftwards = runs_leftwards(language) if rtl is None else rtl
    faced = [(span.text, _face(style, span.bold, span.emphasis)) for span in spans(string)]
    plain = not leftwards and _PLAIN.fullmatch(string) and all(ruler.has(face, text) for text, face in faced)
    pieces = _unbreakable(faced) if plain else mixed(faced, language, ruler, rtl=leftwards)
    atoms = [_atom(parts, style, language, ruler) for parts in pieces]
    if not plain and any(atom.ink > width for atom in atoms):  # an address that is wider than the line ends at its slashes
        pieces = mixed(faced, language, ruler, rtl=leftwards, loose=True)
        atoms = [_atom(parts, style, language, ruler) for parts in pieces]
    lines: list[list[Atom]] = [[]]
    filled = 0.0
    for atom in atoms:
        if lines[-1] and filled + atom.ink > width:
            lines.append([])
            filled = 0.0
        lines[-1].append(atom)
        filled += atom.width
    return Broken(tuple(tuple(line) for line in lines if line), style, language, ruler, leftwards)


def _unbreakable(faced: list[tuple[str, str]]) -> list[list[Part]]:
    """The text cut at its breaks; each stretch in parts of one face."""
    stretches: list[list[Part]] = [[]]
    before = ""
    for whole, face in faced:
        for number, text in enumerate(_cuts(whole)):
            if number or (stretches[-1] and before.endswith(" ")):
                stretches.append([])
            if text:
                stretches[-1].append(Part(text, face))
        before = whole
    return [stretch for stretch in stretches if stretch]


def _cuts(text: str) -> list[str]:
    return [cut for cut in _BREAK.split(text) if cut] or [text]


def _face(style: Style, bold: bool, emphasis: bool) -> str:
    if style.face != "body":
        return style.face
    if bold or style.bold:
        return "bold"
    return "emphasis" if emphasis else "body"


def _atom(parts: list[Part], style: Style, language: str, ruler: Ruler) -> Atom:
    width = sum(ruler.width(part.text, part.face, style.size, language, part.way) for part in parts)
    last = parts[-1]
    spaces = len(last.text) - len(last.text.rstrip(" "))
    space = ruler.width(" ", last.face, style.size, language) * spaces if spaces else 0.0
    return Atom(tuple(parts), width, width - space)


def _ink(line: tuple[Atom, ...]) -> float:
    return sum(atom.width for atom in line[:-1]) + line[-1].ink


def _runs(parts: list[Part], style: Style, language: str, ruler: Ruler) -> tuple[tuple[Run, ...], list[int]]:
    """Runs of one face and level, and their levels; the glyphs are those of the parts, their clusters counted from the run's start."""
    runs: list[Run] = []
    levels: list[int] = []
    for part in parts:
        glyphs = ruler.glyphs(part.text, part.face, language, part.way)
        face = ruler.faces[part.face]
        if runs and runs[-1].face is face and levels[-1] == part.level:
            last = runs[-1]
            start = len(last.text)
            moved = tuple([Glyph(id_, cluster + start, advance, dx, dy) for id_, cluster, advance, dx, dy in glyphs])
            joined = moved + last.glyphs if last.leftwards else last.glyphs + moved
            runs[-1] = Run(last.text + part.text, face, style.size, style.colour, language, joined, last.leftwards)
        else:
            runs.append(Run(part.text, face, style.size, style.colour, language, glyphs, part.level % 2 == 1))
            levels.append(part.level)
    return tuple(runs), levels
