"""Whether a PDF holds together: its table of objects, its pages, its fonts (ISO 32000-1, 7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.prove import UnsoundError

_ENTRY = 20
_REFERENCE = re.compile(rb"(\d+) 0 R")
_FONTS = re.compile(rb"/Font\s*(?:(\d+) 0 R|<<([^>]*)>>)")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_FILE = re.compile(rb"/FontFile[23]?\b")

Objects = dict[int, bytes]


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
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", content[-60:])
    head = re.match(rb"xref\s+0 (\d+)\s*\n", content[int(start[1]) : int(start[1]) + 40]) if start else None
    if not start or not head:
        yield "no table of objects where it should be"
        return
    count, first = int(head[1]), int(start[1]) + head.end()
    found, astray = _objects(content, first, count, int(start[1]))
    yield from (f"object {number} is not where the table says" for number in astray)
    trailer = content[first + _ENTRY * count :]
    size, root = re.search(rb"/Size (\d+)", trailer), re.search(rb"/Root (\d+) 0 R", trailer)
    if not size or int(size[1]) != count:
        yield "the trailer counts other objects than the table"
    if not root or b"/Catalog" not in found.get(int(root[1]), b""):
        yield "no catalogue"
    counted = sum(bool(_PAGE.search(each)) for each in found.values())
    if counted != pages:
        yield f"{counted} pages instead of {pages}"
    yield from _fonts(found)


def _objects(content: bytes, first: int, count: int, end: int) -> tuple[Objects, list[int]]:
    """Each object without its stream, and the numbers of those that are not where the table says."""
    rows = [content[at : at + _ENTRY] for at in range(first, first + _ENTRY * count, _ENTRY)]
    places = {number: int(row[:10]) for number, row in enumerate(rows) if row[17:18] == b"n" and row[:10].isdigit()}
    ends = dict(zip(sorted(places.values()), [*sorted(places.values())[1:], end], strict=True))
    found: Objects = {}
    astray = []
    for number, at in places.items():
        whole = content[at : ends[at]]
        if not whole.startswith(b"%d 0 obj" % number):
            astray.append(number)
        cut = whole.find(b"stream")
        found[number] = whole if cut < 0 else whole[:cut]
    return found, astray


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
