"""Pages as a school's photocopier makes them: black or white, 200 dots an inch; and what would vanish on the way."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from builder.accessibility.seen import Finding
from builder.model.report import Severity

DOTS = 200
"""Dots an inch that a copier sees."""
HAIRLINE, SMALL, MARGIN = 0.5, 5.5, 10 / 25.4 * 72
"""Thinner lines and smaller type (in points) are lost; nothing is printed nearer to the edge (10 mm)."""
PALE, FULL = 0.15, 0.6
"""Shares of black of a grey that drops out below, and clogs above."""
PICTURES = {"Figure", "Artifact"}
"""What is marked so is a picture, or decorates: a slide in little beside its words."""
LOST = 300
"""How many dots of a page may vanish before it is told: as many as a word of small type has."""


class Copy(NamedTuple):
    """A page as it is copied: its number, its picture as PNG, what is wrong with it."""

    page: int
    picture: bytes
    found: tuple[Finding, ...]


def copies(path: Path) -> Iterator[Copy]:
    """Every page of a PDF; one that cannot be opened is one finding without a picture."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
    except pypdfium2.PdfiumError as error:
        code = "pdf-locked" if "password" in str(error).lower() else "pdf-broken"
        yield Copy(0, b"", (Finding(path.name, 0, Severity.ERROR, code),))
        return
    except OSError as error:
        yield Copy(0, b"", (Finding(path.name, 0, Severity.ERROR, "cannot-read", values=(("reason", error.strerror or ""),)),))
        return
    for number in range(len(document)):
        page = document[number]
        grey = page.render(scale=DOTS / 72, grayscale=True).to_pil().convert("L")
        found = (*_of_objects(path.name, number + 1, page), *_of_picture(path.name, number + 1, grey))
        yield Copy(number + 1, _png(grey), tuple(found))
        page.close()
    document.close()


def _png(grey: Any) -> bytes:
    out = io.BytesIO()
    grey.point(lambda value: 255 if value >= 128 else 0).convert("1").save(out, "PNG", optimize=True)
    return out.getvalue()


def _of_picture(file: str, number: int, grey: Any) -> Iterator[Finding]:
    """What vanishes when every dot becomes black or white, and what stands where no copier prints."""
    from PIL import ImageChops, ImageFilter

    dark = grey.point(lambda value: 255 if value < 128 else 0)
    pale = grey.point(lambda value: 255 if 128 <= value < 235 else 0)
    lost = ImageChops.subtract(pale, dark.filter(ImageFilter.MaxFilter(5)))  # the edge of what stays is pale, too
    count = lost.histogram()[255]
    if count > LOST:
        yield Finding(file, number, Severity.ERROR, "copy-vanishes", values=(("dots", str(count)),))
    edge = round(MARGIN * DOTS / 72) - 1
    wide, tall = grey.size
    inside = dark.crop((edge, edge, wide - edge, tall - edge)).histogram()[255]
    if dark.histogram()[255] > inside:
        yield Finding(file, number, Severity.ERROR, "copy-outside")


def _of_objects(file: str, number: int, page: Any) -> Iterator[Finding]:
    """Lines too thin, type too small, greys that drop out or clog."""
    thin: list[float] = []
    small: list[float] = []
    greys: set[int] = set()
    for each, scale, pictured in _objects(page):
        size = _type_size(each, scale)
        if size and size < SMALL - 0.05 and not pictured:
            small.append(size)
        width = _line_width(each, scale)
        if width is not None and width < HAIRLINE - 0.02:
            thin.append(width)
        share = _grey(each)
        if share is not None and (0.02 < share < PALE or FULL < share < 0.93):
            greys.add(round(share * 100))
    if thin:
        yield Finding(file, number, Severity.ERROR, "copy-hairline", values=(("n", str(len(thin))), ("points", f"{min(thin):.2f}")))
    if small:
        yield Finding(file, number, Severity.WARNING, "copy-small-type", values=(("points", f"{min(small):.1f}"),))
    if greys:
        shares = ", ".join(f"{each} %" for each in sorted(greys))
        yield Finding(file, number, Severity.WARNING, "copy-grey", values=(("shares", shares),))


def _objects(page: Any) -> Iterator[tuple[Any, float, bool]]:
    """Every object that is drawn, how much it and its forms shrink it, whether it is part of a picture, whose words nobody must read."""
    from pypdfium2 import raw

    around = [(1.0, False)]
    for each in page.get_objects(max_depth=8):
        matrix = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(each.raw, matrix)
        del around[each.level + 1 :]
        scale, pictured = around[-1]
        scale, pictured = scale * (max(abs(matrix.d), abs(matrix.b)) or 1.0), pictured or bool(_marks(each) & PICTURES)
        if each.type == raw.FPDF_PAGEOBJ_FORM:
            around.append((scale, pictured))
        yield each, scale, pictured


def _marks(each: Any) -> set[str]:
    """What an object is marked as: `Figure`, `P`, `Artifact` (ISO 32000-1, 14.6)."""
    from ctypes import byref, c_ulong, c_ushort

    from pypdfium2 import raw

    found = set()
    for number in range(max(0, raw.FPDFPageObj_CountMarks(each.raw))):
        name, length = (c_ushort * 64)(), c_ulong()
        if raw.FPDFPageObjMark_GetName(raw.FPDFPageObj_GetMark(each.raw, number), name, 128, byref(length)):
            found.add("".join(map(chr, name[: max(0, length.value // 2 - 1)])))
    return found


def _type_size(each: Any, scale: float) -> float | None:
    from ctypes import byref, c_float

    from pypdfium2 import raw

    if each.type != raw.FPDF_PAGEOBJ_TEXT:
        return None
    size = c_float()
    return size.value * scale if raw.FPDFTextObj_GetFontSize(each.raw, byref(size)) else None


def _line_width(each: Any, scale: float) -> float | None:
    """How thick a line is that is drawn; None where nothing is."""
    from ctypes import byref, c_float, c_int

    from pypdfium2 import raw

    if each.type != raw.FPDF_PAGEOBJ_PATH:
        return None
    mode, stroked, width = c_int(), c_int(), c_float()
    raw.FPDFPath_GetDrawMode(each.raw, byref(mode), byref(stroked))
    return width.value * scale if stroked.value and raw.FPDFPageObj_GetStrokeWidth(each.raw, byref(width)) else None


def _grey(each: Any) -> float | None:
    """The share of black of a filled area; None where there is none."""
    from ctypes import byref, c_int, c_uint

    from pypdfium2 import raw

    if each.type != raw.FPDF_PAGEOBJ_PATH:
        return None
    mode, stroked = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(each.raw, byref(mode), byref(stroked))
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not mode.value or not raw.FPDFPageObj_GetFillColor(each.raw, *map(byref, (red, green, blue, alpha))):
        return None
    return 1 - (0.299 * red.value + 0.587 * green.value + 0.114 * blue.value) / 255
