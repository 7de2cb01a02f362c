"""Lines: text cut where a line may end, and put together into lines that fit a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from builder.model.look import Style
from builder.model.page import Glyph, Run
from builder.model.text import spans
from builder.typeset.measure import Ruler

_BREAK = re.compile(r"(?<= )(?=[^ ])|(?<=[^\W\d_]-)(?=[^\W\d_])|(?<=[–—])(?=[^\W\d])|(?<=[^\d][–—])(?=\d)|(?<=/)(?=[^\W\d])")
"""After spaces, after a hyphen between letters, after dashes and slashes: where LibreOffice breaks too (UAX #14) – but a
range of numbers stays together."""


class Part(NamedTuple):
    """A stretch of one face that cannot be broken."""

    text: str
    face: str


@dataclass(frozen=True, slots=True)
class Atom:
    """What stays together on a line: its parts, its width with and without the space at its end."""

    parts: tuple[Part, ...]
    width: float
    ink: float


@dataclass(frozen=True, slots=True)
class Broken:
    """The lines of a text at one size, as what stays together; runs are made when they are drawn."""

    rows: tuple[tuple[Atom, ...], ...]
    style: Style
    language: str
    ruler: Ruler

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

    def lines(self) -> Iterator[tuple[tuple[Run, ...], float]]:
        """Each line: its runs, and its width without the space at its end."""
        for row in self.rows:
            yield _runs(row, self.style, self.language, self.ruler), _ink(row)


def break_lines(string: str, style: Style, width: float, language: str, ruler: Ruler) -> Broken:
    """The string in lines no wider than `width` points, as long as each of its words is narrower."""
    atoms = [_atom(parts, style, language, ruler) for parts in _unbreakable(string, style)]
    lines: list[list[Atom]] = [[]]
    filled = 0.0
    for atom in atoms:
        if lines[-1] and filled + atom.ink > width:
            lines.append([])
            filled = 0.0
        lines[-1].append(atom)
        filled += atom.width
    return Broken(tuple(tuple(line) for line in lines if line), style, language, ruler)


def _unbreakable(string: str, style: Style) -> list[list[Part]]:
    """The string cut at its breaks; each stretch in parts of one face."""
    stretches: list[list[Part]] = [[]]
    before = ""
    for span in spans(string):
        face = _face(style, span.bold, span.emphasis)
        cuts = _cuts(before, span.text)
        for number, text in enumerate(cuts):
            if number or (stretches[-1] and before.endswith(" ")):
                stretches.append([])
            if text:
                stretches[-1].append(Part(text, face))
        before = span.text
    return [stretch for stretch in stretches if stretch]


def _cuts(before: str, text: str) -> list[str]:
    return [cut for cut in _BREAK.split(text) if cut] or [text]


def _face(style: Style, bold: bool, emphasis: bool) -> str:
    if style.face != "body":
        return style.face
    if bold or style.bold:
        return "bold"
    return "emphasis" if emphasis else "body"


def _atom(parts: list[Part], style: Style, language: str, ruler: Ruler) -> Atom:
    width = sum(ruler.width(part.text, part.face, style.size, language) for part in parts)
    last = parts[-1]
    spaces = len(last.text) - len(last.text.rstrip(" "))
    space = ruler.width(" ", last.face, style.size, language) * spaces if spaces else 0.0
    return Atom(tuple(parts), width, width - space)


def _ink(line: tuple[Atom, ...]) -> float:
    return sum(atom.width for atom in line[:-1]) + line[-1].ink


def _runs(line: tuple[Atom, ...], style: Style, language: str, ruler: Ruler) -> tuple[Run, ...]:
    """Runs of one face; the glyphs are those of the atoms, their clusters counted from the run's start."""
    runs: list[Run] = []
    for part in (part for atom in line for part in atom.parts):
        glyphs = ruler.glyphs(part.text, part.face, language)
        face = ruler.faces[part.face]
        if runs and runs[-1].face is face:
            last = runs[-1]
            start = len(last.text)
            moved = tuple([Glyph(id_, cluster + start, advance, dx, dy) for id_, cluster, advance, dx, dy in glyphs])
            runs[-1] = Run(last.text + part.text, face, style.size, style.colour, language, last.glyphs + moved)
        else:
            runs.append(Run(part.text, face, style.size, style.colour, language, glyphs))
    return tuple(runs)
