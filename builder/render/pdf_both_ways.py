"""Runs of lines that go both ways as PDF operators, each character once and in its place (ISO 32000-1, 14.8.2.3).

Readers reverse what they find in right-to-left text, character by character. So a code never stands for two letters: where
a glyph does – a letter with its vowel sign, lam with alef –, the others ride on an empty glyph before it. Signs that are set
higher or lower, which readers would take for another line, are drawn as shapes, since every code must stand for a text
(ISO 14289-1, 7.21.7).

Readers guess anew which way signs and spaces go, and often (poppler) give those beside a number or a name to the wrong
side. So where one stands at the edge of its run, or behind a comma, it brings an invisible mark of its direction along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple
from unicodedata import bidirectional

import uharfbuzz as hb

from builder.model.page import Face, Glyph, Line, Run
from builder.render.pdf_fonts import FontShelf

_TO_RIGHT, _TO_LEFT = "\u200e", "\u200f"
_IN_NUMBERS = {"CS", "ES", "ET"}
_SIGNS = {"ON", "WS", *_IN_NUMBERS}
_EMPTY = (0x200B, 0x034F, 0x200D, 0x200C)


class _Shown(NamedTuple):
    """A glyph with the text it stands for."""

    glyph: Glyph
    text: str


class Sides(NamedTuple):
    """Whether on the left and on the right of a run nothing stands that readers surely give the same direction."""

    left: bool
    right: bool


def with_sides(line: Line) -> Iterator[tuple[Run, Sides]]:
    """The runs of a line from left to right, each with its sides."""
    runs = line.visual
    turns = [True, *(one.leftwards != other.leftwards or _ends_in_number(other) for one, other in pairwise(runs)), True]
    yield from zip(runs, map(Sides, turns, turns[1:]), strict=False)


def _ends_in_number(run: Run) -> bool:
    return run.leftwards and bidirectional(run.text[-1]) in _IN_NUMBERS


def glyphs_of(run: Run, sides: Sides, shelf: FontShelf, rounded: Callable[[float], str]) -> tuple[str, list[Glyph]]:
    """The run's glyphs as show operators, and those without a text, which are to be drawn as shapes; `rounded` writes a number.

    The shapes are moved by dx and dy, in 1/1000 em, from the start of the run.
    """
    parts: list[str] = []
    shapes: list[Glyph] = []
    rise = x = 0.0
    for glyph, text in _leftwards(run, sides) if run.leftwards else _rightwards(run, sides):
        x += glyph.advance
        if not text:
            shapes.append(glyph._replace(dx=x - glyph.advance + glyph.dx))
            parts.append(f"{rounded(-glyph.advance)} " if glyph.advance else "")
            continue
        code = shelf.code_of(run.face, glyph.id, text)
        if glyph.dy != rise:
            parts.append(f"] TJ {rounded(glyph.dy * run.size / 1000)} Ts [")
            rise = glyph.dy
        after = shelf.advance(run.face, glyph.id) - glyph.advance + glyph.dx
        parts.append(f"{rounded(-glyph.dx)} <{code:04X}> {rounded(after)} " if glyph.dx or abs(after) > 0.05 else f"<{code:04X}>")
    row = f"[{''.join(parts)}] TJ{' 0 Ts' if rise else ''}".replace("[] TJ ", "")
    return f"/ReversedChars BMC {row} EMC" if run.leftwards else row, shapes


def _clusters(run: Run) -> Iterator[tuple[int, str, list[Glyph]]]:
    """Where each cluster begins, its text, its glyphs, from left to right."""
    ends = sorted({glyph.cluster for glyph in run.glyphs} | {len(run.text)})
    following = dict(pairwise(ends))
    for cluster, group in groupby(run.glyphs, key=lambda glyph: glyph.cluster):
        yield cluster, run.text[cluster : following[cluster]], list(group)


def _rightwards(run: Run, sides: Sides) -> Iterator[_Shown]:
    for cluster, text, glyphs in _clusters(run):
        shares = list(text) if len(glyphs) == len(text) else [text] + [""] * (len(glyphs) - 1)
        if len(text) == 1 and bidirectional(text) in _SIGNS:
            before = _TO_RIGHT if sides.left and cluster == 0 else ""
            shares[0] = before + text + (_TO_RIGHT if sides.right and cluster == len(run.text) - 1 else "")
        yield from map(_Shown, glyphs, shares)


def _leftwards(run: Run, sides: Sides) -> Iterator[_Shown]:
    for cluster, text, glyphs in _clusters(run):
        at_edge = bidirectional(run.text[cluster - 1]) in _IN_NUMBERS if cluster else sides.right
        if len(glyphs) == len(text) == 1:
            yield _Shown(glyphs[0], text + _TO_LEFT if at_edge and bidirectional(text) in _SIGNS else text)
        else:
            yield from _shared(run.face, glyphs, text)


def _shared(face: Face, glyphs: list[Glyph], text: str) -> Iterator[_Shown]:
    """The glyphs of one cluster; the last that stands on the line bears its first character."""
    bearer = next((at for at in range(len(glyphs) - 1, -1, -1) if glyphs[at].advance and not glyphs[at].dy), None)
    empty = _empty(face.path)
    for at, glyph in enumerate(glyphs):
        if at == bearer and empty is not None:
            yield from (_Shown(Glyph(empty, glyph.cluster, 0, 0, 0), each) for each in reversed(text[1:]))
            yield _Shown(glyph, text[:1])
        else:
            yield _Shown(glyph, text if at == (len(glyphs) - 1 if bearer is None else bearer) else "")


@cache
def _empty(path: str) -> int | None:
    """A glyph of the face without a shape and without width, if it has one."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(path)))
    for character in _EMPTY:
        glyph: int | None = font.get_nominal_glyph(character)
        extents = font.get_glyph_extents(glyph) if glyph else None
        if extents and not (font.get_glyph_h_advance(glyph) or extents.width or extents.height):
            return glyph
    return None
