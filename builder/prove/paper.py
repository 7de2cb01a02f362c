"""Whether a PDF holds together: its table of objects, its pages, its fonts (ISO 32000-1, 7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.prove import UnsoundError
from builder.prove.objects import Objects, UnreadableError, objects, table

_REFERENCE = re.compile(rb"(\d+) 0 R")
_FONTS = re.compile(rb"/Font\s*(?:(\d+) 0 R|<<([^>]*)>>)")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_FILE = re.compile(rb"/FontFile[23]?\b")


def prove(name: str, content: bytes, pages: int) -> bytes:
    """The same bytes; raises UnsoundError with every fault."""
    found = list(faults(content, pages))
    if found:
        raise UnsoundError(name, found)
    return content


def faults(content: bytes, pages: int) -> Iterator[str]:
    """What is wrong in the file, which should have so many pages."""
    if not content.startswith(b"%PDF-") or not content.rstrip().endswith(b"%%EOF"):
        yield "no beginning or no end"
    try:
        places, at = table(content)
        found, astray = objects(content, places, at)
    except UnreadableError:
        yield "no table of objects where it should be"
        return
    yield from (f"object {number} is not where the table says" for number in astray)
    size, root = re.search(rb"/Size (\d+)", places.trailer), re.search(rb"/Root (\d+) 0 R", places.trailer)
    if not size or int(size[1]) != places.size:
        yield "the trailer counts other objects than the table"
    if not root or b"/Catalog" not in found.get(int(root[1]), b""):
        yield "no catalogue"
    counted = sum(bool(_PAGE.search(each)) for each in found.values())
    if counted != pages:
        yield f"{counted} pages instead of {pages}"
    yield from _fonts(found)


def _fonts(found: Objects) -> Iterator[str]:
    """Fonts that pages use and that are not in the file, or lead nowhere."""
    shelves = [match for each in found.values() if b"/Font" in each for match in _FONTS.findall(each)]
    used = {int(key) for number, inline in shelves for key in _REFERENCE.findall(found.get(int(number), b"") if number else inline)}
    for number in sorted(used):
        if not _is_embedded(number, found):
            yield f"the font of object {number} is not embedded"


def _is_embedded(number: int, found: Objects) -> bool:
    font = found.get(number, b"")
    if b"/Type0" in font:
        below = re.search(rb"/DescendantFonts\s*\[\s*(\d+) 0 R", font)
        return bool(below) and _is_embedded(int(below[1]), found) if below else False
    described = re.search(rb"/FontDescriptor (\d+) 0 R", font)
    file = _FILE.search(found.get(int(described[1]), b"")) if described else None
    return b"/Type3" in font or file is not None
