"""Text cut into stretches of one face, one script and one level: what HarfBuzz shapes in one go."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from builder.typeset.bidi import CLOSER
from builder.typeset.line_breaks import kind
from builder.typeset.measure import HIDDEN, Ruler

_KNOWN = {"Latn", "Arab", "Cyrl"}
"""Scripts whose missing characters are told one by one: most of their characters have a shape here."""


class Stretch(NamedTuple):
    """Characters `start` to `end` of a text, the key of the face that draws them, their script and level."""

    start: int
    end: int
    face: str
    script: str
    level: int


def stretches(text: str, faces: Sequence[str], levels: Sequence[int], default: str, ruler: Ruler) -> list[Stretch]:
    """The whole text; `faces` and `levels` are per character, `default` is the script of text without letters."""
    found: list[Stretch] = []
    places = enumerate(zip(faces, scripts(text, default), strict=True))
    for (face, script), group in groupby(places, key=lambda place: place[1]):
        at = [index for index, _ in group]
        for start, end, drawn in _drawn(text, at[0], at[-1] + 1, face, script, ruler):
            for level, same in groupby(range(start, end), key=levels.__getitem__):
                indexes = list(same)
                _add(found, Stretch(indexes[0], indexes[-1] + 1, drawn, script, level))
    return found


def _add(found: list[Stretch], new: Stretch) -> None:
    if found and found[-1][2:] == new[2:]:
        found[-1] = found[-1]._replace(end=new.end)
    else:
        found.append(new)


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The character's script as HarfBuzz knows it (ISO 15924); empty for signs, digits and marks of all scripts."""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or ""


def scripts(text: str, default: str) -> list[str]:
    """The script of each character: signs belong to what stands before them, brackets to their opener (UAX #24, 5.2)."""
    found: list[str] = []
    open_: list[tuple[str, str]] = []
    first = next(filter(None, map(script_of, text)), default)
    for character in text:
        own = script_of(character) or (found[-1] if found else first)
        if character in CLOSER:
            open_.append((CLOSER[character], own))
        elif open_ and character == open_[-1][0]:
            own = open_.pop()[1]
        found.append(own)
    return found


def _drawn(text: str, start: int, end: int, key: str, script: str, ruler: Ruler) -> Iterator[tuple[int, int, str]]:
    """Parts of one face: the first that has all letters of this script, for single characters the first that has them."""
    faces = ruler.candidates(key)
    letters = "".join(each for each in text[start:end] if script_of(each))
    preferred = next((face for face in faces if ruler.has(face, letters)), key)
    if script in _KNOWN and ruler.has(preferred, text[start:end]):
        yield start, end, preferred
        return
    for first, last in clusters(text, start, end):
        shown = HIDDEN.sub("", text[first:last])
        face = next((each for each in (preferred, *faces) if ruler.has(each, shown)), "")
        if not face or any(kind(each) == "SA" for each in shown):
            _tell(shown, ruler)
        yield first, last, face or preferred


def _tell(shown: str, ruler: Ruler) -> None:
    """Notes the scripts that cannot be set: no face has them, or their lines can only be broken with a dictionary."""
    for character in shown:
        script = script_of(character)
        if script and script not in _KNOWN:
            name = unicodedata.name(character, script).split(" ")[0]
            ruler.unsupported[script] = "Han" if name == "CJK" else name.capitalize()


def clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Characters with the marks on them, from and to: what one sees as one (after UAX #29)."""
    first = start
    for at in range(start + 1, end):
        joined = unicodedata.category(text[at])[0] == "M" or text[at] in "\u200c\u200d" or text[at - 1] == "\u200d"
        if not joined:
            yield first, at
            first = at
    if first < end:
        yield first, end
