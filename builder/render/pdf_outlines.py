"""Glyphs drawn as shapes: signs that must not be found as text of their own."""

from __future__ import annotations

from functools import cache

import uharfbuzz as hb

from builder.model.page import Face


class _Path:
    """Collects the outline of a glyph as path operators (fontTools' pen protocol)."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - the protocol's name
        self._add("m", to)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", to)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic curve as the cubic one that is the same."""
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, to
        self._add("c", (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3), (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3), to)

    def closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self.operators.append(" ".join(f"{value:.5g}" for point in points for value in point) + f" {operator}")
        self._at = points[-1]


@cache
def outline(face: Face, glyph: int) -> tuple[str, int]:
    """The path operators of a glyph, y going up, and how many of their units an em has."""
    source = hb.Face(hb.Blob.from_file_path(face.path))
    path = _Path()
    hb.Font(source).draw_glyph_with_pen(glyph, path)
    return " ".join(path.operators), source.upem
