"""What a corporate template says of itself: its colours by slot, the names of its typefaces, its logo."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

SLOTS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_BROKEN = (KeyError, ValueError, AttributeError, TypeError, IndexError, OSError, SyntaxError, zipfile.BadZipFile)
"""What python-pptx raises for parts that are missing or odd; lxml's errors are syntax errors."""


@dataclass(frozen=True, slots=True)
class Corporate:
    """Slot → `#RRGGBB`; the families of headings and text; pictures on the master, most often used first; kinds that were passed over."""

    colours: dict[str, str] = field(default_factory=dict)
    heading: str = ""
    body: str = ""
    logos: tuple[bytes, ...] = ()
    skipped: tuple[str, ...] = ()


def corporate(content: bytes) -> Corporate | None:
    """What the template holds, or None when it is no presentation."""
    from pptx import Presentation
    from pptx.exc import PythonPptxError
    from pptx.oxml import parse_xml

    try:
        presentation = Presentation(io.BytesIO(content))
        master = presentation.slide_masters[0]
        theme: Any = parse_xml(master.part.part_related_by(_THEME).blob)
        logos, skipped = _logos(master, presentation.slide_width or 1, presentation.slide_height or 1)
    except (PythonPptxError, *_BROKEN):
        return None
    return Corporate(_colours(theme), _family(theme, "majorFont"), _family(theme, "minorFont"), logos, skipped)


def _colours(theme: Any) -> dict[str, str]:
    found = {}
    for slot in SLOTS:
        value = next((each.get("lastClr") or each.get("val") or "" for each in theme.iterfind(f".//{_A}clrScheme/{_A}{slot}/*")), "")
        if re.fullmatch(r"[0-9A-Fa-f]{6}", value):
            found[slot] = f"#{value.upper()}"
    return found


def _family(theme: Any, tag: str) -> str:
    name = next((each.get("typeface") or "" for each in theme.iterfind(f".//{_A}{tag}/{_A}latin")), "")
    return "".join(each for each in name if each.isprintable())[:60]


def _logos(master: Any, width: int, height: int) -> tuple[tuple[bytes, ...], tuple[str, ...]]:
    """Pictures on the master and its layouts; one that fills much of the slide is a ground, not a logo."""
    seen: Counter[str] = Counter()
    images: dict[str, bytes] = {}
    skipped: list[str] = []
    for weight, holder in ((3, master), *((1, layout) for layout in master.slide_layouts)):
        for shape in _pictures(holder.shapes):
            try:
                content = shape.image.blob
            except (*_BROKEN, LookupError):  # a picture that is linked, not stored
                skipped.append("link")
                continue
            kind = _kind(content)
            if kind:
                skipped.append(kind)
            elif shape.width * shape.height < 0.3 * width * height:
                key = hashlib.sha256(content).hexdigest()
                images[key] = content
                seen[key] += weight
    return tuple(images[key] for key, _ in seen.most_common()), tuple(dict.fromkeys(skipped))


def _kind(content: bytes) -> str:
    """The name of a kind that cannot be taken; nothing for PNG and JPEG."""
    if content.startswith((b"\x89PNG", b"\xff\xd8")):
        return ""
    if content[40:44] == b" EMF":
        return "EMF"
    if content.startswith(b"\xd7\xcd\xc6\x9a"):
        return "WMF"
    return "SVG" if b"<svg" in content[:1000] else "GIF" if content.startswith(b"GIF") else "?"


def _pictures(shapes: Any, depth: int = 0) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "image"):
            yield shape
        elif hasattr(shape, "shapes") and depth < 8:
            yield from _pictures(shape.shapes, depth + 1)
