"""The ruler: text shaped with the font that will draw it (HarfBuzz), in thousandths of an em."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import uharfbuzz as hb

from builder.model.page import Face, Glyph
from builder.model.report import Report
from builder.model.source import Place

_FEATURES = {"kern": True, "liga": False, "clig": False}
"""No ligatures: editors substitute letters one by one, and so does the search in a PDF."""


HIDDEN = re.compile("[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")
"""Characters that steer and have no shape (Default_Ignorable_Code_Point)."""


class Way(NamedTuple):
    """How a stretch is shaped: its script (ISO 15924), its direction, the characters beside it, which letters may join."""

    script: str
    leftwards: bool
    before: str = ""
    after: str = ""


class Part(NamedTuple):
    """A stretch of one face that cannot be broken. Mixed text has a way, too, and a level (UAX #9)."""

    text: str
    face: str
    way: Way | None = None
    level: int = 0


class Ruler:
    """Shapes text in the faces of a look; what was shaped once is kept.

    `missing` holds characters without a shape and the family that was asked, `unsupported` scripts that cannot be set:
    their code and name.
    """

    def __init__(self, faces: Mapping[str, Face]) -> None:
        self.faces = faces
        self._fonts: dict[str, tuple[Any, int]] = {}
        self._advances: dict[tuple[str, str, str, Way | None], float] = {}
        self._shaped: dict[tuple[str, str, str, Way | None], tuple[Glyph, ...]] = {}
        self._candidates: dict[str, tuple[str, ...]] = {}
        self.missing: set[tuple[str, str]] = set()
        self.unsupported: dict[str, str] = {}
        self._places: dict[object, Place | None] = {}

    def glyphs(self, text: str, face: str, language: str, way: Way | None = None) -> tuple[Glyph, ...]:
        """The glyphs of a string without line ends, in visual order; without a way as its first letter has it."""
        key = (text, face, language, way)
        if key not in self._shaped:
            self._shaped[key] = self._shape(text, face, language, way)
        return self._shaped[key]

    def width(self, text: str, face: str, size: float, language: str, way: Way | None = None) -> float:
        """The advance of the string in points."""
        key = (text, face, language, way)
        if key not in self._advances:
            self._advances[key] = sum(glyph.advance for glyph in self.glyphs(text, face, language, way)) / 1000
        return self._advances[key] * size

    def candidates(self, face: str) -> tuple[str, ...]:
        """The face, then those that stand in for it: one for another script, such as `body/Arab`, or the body's."""
        if face not in self._candidates:
            own = (key for key in self.faces if key.startswith(f"{face}/"))
            body = "bold" if face in ("heading", "bold") else "body"
            self._candidates[face] = (face, *own, *(() if face == body else (body,)))
        return self._candidates[face]

    def has(self, face: str, text: str) -> bool:
        """Whether the face has a shape for each character."""
        return _characters(self.faces[face].path).issuperset(text)

    def tell(self, report: Report) -> None:
        """Reports what could not be drawn: each character once, but a whole script as one problem."""
        for character, family in sorted(self.missing):
            report.error("no-glyph", self._places.get((character, family)), character=character, font=family)
        named = {name: code for code, name in self.unsupported.items()}
        for name in sorted(named):
            report.error("script-not-supported", self._places.get(named[name]), script=name)

    def note(self, place: Place | None) -> None:
        """Remembers where the text stands that has just been measured, if it was the first with something that cannot be drawn."""
        if len(self.missing) + len(self.unsupported) > len(self._places):
            self._places |= {each: place for each in (*self.missing, *self.unsupported) if each not in self._places}

    def _shape(self, text: str, face: str, language: str, way: Way | None) -> tuple[Glyph, ...]:
        if not text:
            return ()
        font, em = self._font(face)
        buffer = hb.Buffer()
        start = len(way.before) if way else 0
        if way:
            buffer.add_str(way.before + text + way.after, start, len(text))
            buffer.direction, buffer.script = ("rtl" if way.leftwards else "ltr"), way.script
            buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        else:
            buffer.add_str(text)
            buffer.guess_segment_properties()
        buffer.language = language
        hb.shape(font, buffer, _FEATURES)
        scale = 1000 / em
        glyphs = tuple(
            Glyph(info.codepoint, info.cluster - start, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )
        if any(glyph.id == 0 for glyph in glyphs) and not (way and way.script in self.unsupported):
            lacking = {each for each in HIDDEN.sub("", text) if not self.has(face, each)}
            self.missing.update((each, self.faces[face].family) for each in lacking)
        return glyphs

    def _font(self, key: str) -> tuple[Any, int]:
        if key not in self._fonts:
            face = hb.Face(hb.Blob.from_file_path(self.faces[key].path))
            self._fonts[key] = (hb.Font(face), face.upem)
        return self._fonts[key]


@cache
def _characters(path: str) -> frozenset[str]:
    return frozenset(map(chr, hb.Face(hb.Blob.from_file_path(path)).unicodes))
