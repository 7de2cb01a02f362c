"""Text of any script and direction, cut where a line may end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from builder.model.direction import Isolate, isolates, script_of
from builder.typeset.bidi import kind, levels
from builder.typeset.itemise import Stretch, stretches
from builder.typeset.line_breaks import breaks
from builder.typeset.measure import Part, Ruler, Way

_LEFTWARDS = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
_HELD = re.compile(r"(?<=\d[-–—])(?=\d)|(?<=/)(?=\d)|(?<=//)|(?<=\u00ad)|(?<![^\W_]-)(?<=-)")
"""No break in a range of numbers, between a slash and a number, after two slashes (LibreOffice), after a soft hyphen (none
is drawn), after a hyphen that follows no letter or digit."""
_FREE = re.compile(r"(?<=[”’»“\"] )(?=[(\[{¿¡])")
"""A break between a quotation and a bracket, as LibreOffice has it (and Unicode since 15.1)."""
JOINING = 4


def mixed(faced: Sequence[tuple[str, str]], language: str, ruler: Ruler, *, rtl: bool, loose: bool = False) -> list[list[Part]]:
    """(text, face) in a row → what cannot be broken, in parts of one face, script and level; `loose`, addresses may be."""
    text = "".join(each for each, _ in faced)
    both_ways = rtl or any(kind(character) in _LEFTWARDS for character in text)
    apart = isolates(text) if both_ways else []
    found = levels(text, int(rtl), apart) if both_ways else [0] * len(text)
    faces = [face for each, face in faced for _ in each]
    pieces: list[list[Part]] = []
    items = stretches(text, faces, found, script_of(language), ruler)
    for start, end in pairwise([0, *cuts(text, [each for each in apart if each.number or not loose]), len(text)]):
        inside = (item for item in items if item.start < end and item.end > start)
        pieces.append([_part(text, item._replace(start=max(start, item.start), end=min(end, item.end))) for item in inside])
    return [piece for piece in pieces if piece]


def cuts(text: str, apart: Sequence[Isolate] = ()) -> list[int]:
    """Where a new line may begin: by UAX #14, but numbers hold together, and as LibreOffice breaks where that differs."""
    held = {at for each in apart for at in range(each.start + 1, each.end)}
    held |= {match.start() for match in _HELD.finditer(text)}
    return sorted(({*breaks(text), *(match.start() for match in _FREE.finditer(text))} - held) - {0, len(text)})


def _part(text: str, item: Stretch) -> Part:
    before, after = _beside(text[max(0, item.start - JOINING) : item.start][::-1])[::-1], _beside(text[item.end : item.end + JOINING])
    return Part(text[item.start : item.end], item.face, Way(item.script, item.level % 2 == 1, before, after), item.level)


def _beside(text: str) -> str:
    """The letters with which a stretch may join: those up to the next character that runs rightwards or parts words."""
    near = re.match(r"\w*", text)
    return near[0] if near and any(kind(each) == "AL" for each in near[0]) else ""


def with_space_at_end(parts: list[Part], base: int) -> list[Part]:
    """The parts of one line; the space at its end takes the paragraph's level (rule L1)."""
    kept = list(parts)
    for at in range(len(kept) - 1, -1, -1):
        part = kept[at]
        ink = part.text.rstrip(" ")
        if part.level != base and ink != part.text:
            space = Part(part.text[len(ink) :], part.face, Way("Zyyy", base % 2 == 1), base)
            kept[at : at + 1] = [part._replace(text=ink), space] if ink else [space]
        if ink:
            break
    return kept
