"""Runs that are read from right to left as PDF operators, each character once and in its place (ISO 32000-1, 14.8.2.3).

Readers reverse what they find, character by character. So a code never stands for two characters: where a glyph does –
a letter with its vowel sign, lam with alef –, the other characters ride on an empty glyph before it, and signs that are
set higher or lower, which readers would take for another line, are drawn without a text of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

import uharfbuzz as hb

from builder.model.page import Face, Glyph, Run
from builder.render.pdf_fonts import FontShelf

_EMPTY = (0x200B, 0x034F, 0x200D, 0x200C)


class _Shown(NamedTuple):
    """A glyph with the text it stands for."""

    glyph: Glyph
    text: str


def leftwards(run: Run, shelf: FontShelf, rounded: Callable[[float], str]) -> str:
    """The run's glyphs as show operators; `rounded` writes a number."""
    parts: list[str] = []
    rise = 0.0
    for shown in _shown(run):
        glyph = shown.glyph
        code = shelf.code_of(run.face, glyph.id, shown.text)
        if glyph.dy != rise:
            parts.append(f"] TJ {rounded(glyph.dy * run.size / 1000)} Ts [")
            rise = glyph.dy
        after = shelf.advance(run.face, glyph.id) - glyph.advance + glyph.dx
        parts.append(f"{rounded(-glyph.dx)} <{code:04X}> {rounded(after)} " if glyph.dx or abs(after) > 0.05 else f"<{code:04X}>")
    row = f"[{''.join(parts)}] TJ{' 0 Ts' if rise else ''}".replace("[] TJ ", "")
    return f"/ReversedChars BMC {row} EMC"


def _shown(run: Run) -> Iterator[_Shown]:
    ends = sorted({glyph.cluster for glyph in run.glyphs} | {len(run.text)})
    following = dict(pairwise(ends))
    for cluster, group in groupby(run.glyphs, key=lambda glyph: glyph.cluster):
        yield from _cluster(run.face, list(group), run.text[cluster : following[cluster]])


def _cluster(face: Face, glyphs: list[Glyph], text: str) -> Iterator[_Shown]:
    """The glyphs of one cluster; the last that stands on the line bears its first character."""
    if len(glyphs) == len(text) == 1:
        yield _Shown(glyphs[0], text)
        return
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
