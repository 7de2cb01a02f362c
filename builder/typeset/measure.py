"""The ruler: text shaped with the font that will draw it (HarfBuzz), in thousandths of an em."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import uharfbuzz as hb

from builder.model.page import Face, Glyph

_FEATURES = {"kern": True, "liga": False, "clig": False}
"""No ligatures: editors substitute letters one by one, and so does the search in a PDF."""


class Ruler:
    """Shapes text in the faces of a look; what was shaped once is kept."""

    def __init__(self, faces: Mapping[str, Face]) -> None:
        self.faces = faces
        self._fonts: dict[str, tuple[Any, int]] = {}
        self._advances: dict[tuple[str, str, str], float] = {}
        self._shaped: dict[tuple[str, str, str], tuple[Glyph, ...]] = {}
        self.missing: set[tuple[str, str]] = set()

    def glyphs(self, text: str, face: str, language: str) -> tuple[Glyph, ...]:
        """The glyphs of a string without line ends, in visual order."""
        key = (text, face, language)
        if key not in self._shaped:
            self._shaped[key] = self._shape(text, face, language)
        return self._shaped[key]

    def width(self, text: str, face: str, size: float, language: str) -> float:
        """The advance of the string in points."""
        key = (text, face, language)
        if key not in self._advances:
            self._advances[key] = sum(glyph.advance for glyph in self.glyphs(text, face, language)) / 1000
        return self._advances[key] * size

    def _shape(self, text: str, face: str, language: str) -> tuple[Glyph, ...]:
        if not text:
            return ()
        font, em = self._font(face)
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = language
        hb.shape(font, buffer, _FEATURES)
        scale = 1000 / em
        glyphs = tuple(
            Glyph(info.codepoint, info.cluster, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )
        self.missing.update((text[glyph.cluster], self.faces[face].family) for glyph in glyphs if glyph.id == 0)
        return glyphs

    def _font(self, key: str) -> tuple[Any, int]:
        if key not in self._fonts:
            face = hb.Face(hb.Blob.from_file_path(self.faces[key].path))
            self._fonts[key] = (hb.Font(face), face.upem)
        return self._fonts[key]
