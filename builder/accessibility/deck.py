"""A .pptx from anywhere as slides with their shapes (python-pptx)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from builder.accessibility.seen import Placed, Seen, Slide
from builder.model.page import Box
from builder.model.report import Report
from builder.model.source import Place
from builder.theming.opened import opened

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_EMU = 12_700
_DEEPEST = 12
BROKEN = (KeyError, ValueError, AttributeError, TypeError, IndexError, OSError, SyntaxError, zipfile.BadZipFile)
"""What python-pptx raises for parts that are missing or odd; lxml's errors are syntax errors."""
_HELD = {"table": "table", "chart": "chart", "diagram": "diagram", "ole": "object", "media": "media"}


class Deck(NamedTuple):
    """A deck's slides, and the title in its properties."""

    slides: tuple[Slide, ...]
    title: str


def deck(path: Path, report: Report) -> Deck | None:
    """The deck, or None with the reason told."""
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    content = opened(path, report)
    if content is None:
        return None
    try:
        presentation = Presentation(io.BytesIO(content))
        rtl = presentation.element.get("rtl") in ("1", "true")
        slides = tuple(_slide(number, slide, rtl) for number, slide in enumerate(presentation.slides, 1))
        return Deck(slides, presentation.core_properties.title or "")
    except (PythonPptxError, *BROKEN):
        report.error("deck-broken", Place(path.name))
        return None


def _slide(number: int, slide: Any, rtl: bool) -> Slide:
    """A slide, read from right to left where the deck says so or most of its text runs so."""
    shapes = tuple(_shapes(slide.shapes))
    sides = [each.get("rtl") == "1" for each in slide.element.iter(f"{A}pPr")]
    return Slide(number, shapes, slide, rtl or sum(sides) * 2 > len(sides))


def _shapes(shapes: Any, depth: int = 0) -> Iterator[Seen]:
    for shape in shapes:
        element = shape._element
        kind = _kind(element)
        properties = element._nvXxPr.cNvPr
        seen = Seen(
            element, kind, shape.name or kind, _box(shape), _text(shape), _alt(properties), _decorates(properties), _place(element)
        )  # fmt: skip
        yield _group(seen, shape, depth) if kind == "grpSp" and depth < _DEEPEST else seen


def _group(seen: Seen, shape: Any, depth: int) -> Seen:
    placed = _placed(seen.element)
    inner = tuple(each.within(placed) if placed else each for each in _shapes(shape.shapes, depth + 1))
    return Seen(seen.element, "grpSp", seen.name, seen.box, "", seen.alt, seen.decorates, "", inner)


def _placed(element: Any) -> Placed | None:
    """How the group puts its shapes: from its child extent to its own (ECMA-376 part 1, 20.1.7.5)."""
    found = element.find(f"{P}grpSpPr/{A}xfrm")
    if found is None:
        return None
    x, y, wide, tall, x0, y0, wide0, tall0 = (
        int(found.find(f"{A}{tag}").get(name))
        for tag, names in (("off", "x y"), ("ext", "cx cy"), ("chOff", "x y"), ("chExt", "cx cy"))
        for name in names.split()
    )
    across, down = wide / wide0 if wide0 else 1.0, tall / tall0 if tall0 else 1.0
    return Placed(across, down, (x - x0 * across) / _EMU, (y - y0 * down) / _EMU)


def _box(shape: Any) -> Box | None:
    """Where the shape stands, in points; a placeholder may take it from its layout."""
    sides = (shape.left, shape.top, shape.width, shape.height)
    return None if None in sides else Box(*(side / _EMU for side in sides))


def _kind(element: Any) -> str:
    """The element's name; what a frame holds; media for a picture that plays."""
    name = str(element.tag).rpartition("}")[2]
    if name == "graphicFrame":
        uri = next((each.get("uri", "") for each in element.iter(f"{A}graphicData")), "")
        return _HELD.get(uri.rpartition("/")[2], "object")
    return name


def _text(shape: Any) -> str:
    if shape.has_text_frame:
        return " ".join(shape.text_frame.text.split())
    if getattr(shape, "has_table", False):
        return " ".join(word for row in shape.table.rows for cell in row.cells for word in cell.text.split())
    return ""


def _alt(properties: Any) -> str:
    return (properties.get("descr") or properties.get("title") or "").strip()


def _decorates(properties: Any) -> bool:
    return any(each.get("val", "0") in ("1", "true") for each in properties.iter(_DECORATIVE))


def _place(element: Any) -> str:
    """The type of its placeholder; `obj` for one without a type; empty when it is none."""
    found = next(element.iter(f"{P}ph"), None) if not str(element.tag).endswith("}grpSp") else None
    return "" if found is None else found.get("type", "obj")
