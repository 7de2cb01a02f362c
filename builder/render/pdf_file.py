"""The objects of a PDF as a file: whatever is no stream is packed into object streams (ISO 32000-1, 7.5.7 and 7.5.8).

A tagged document has a small object for each paragraph; one by one in the open they would make it a third larger.
"""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import format as formatted

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACKED = 400
"""How many objects one object stream holds."""


def packed(document: Any) -> bytes:
    """The bytes of the file; the document is one of reportlab's, its objects complete."""
    root, about = document.Reference(document.Catalog), document.Reference(document.info)
    out, rows = bytearray(_HEAD), {0: (0, 0, 65535)}
    small: list[tuple[int, bytes]] = []
    number = 1
    while number in document.numberToId:  # objects may become more while others are formatted
        content = formatted(document.idToObject[document.numberToId[number]], document, toplevel=1).strip()
        if content.endswith(b"endstream"):
            rows[number] = (1, _put(out, number, content), 0)
        else:
            small.append((number, content))
        number += 1
    for start in range(0, len(small), PACKED):
        some = small[start : start + PACKED]
        rows |= {each: (2, number, index) for index, (each, _) in enumerate(some)}
        rows[number] = (1, _put(out, number, _object_stream(some)), 0)
        number += 1
    entries = {"Root": root, "Info": about}
    named = b"".join(b"/%b %b" % (name.encode(), formatted(value, document)) for name, value in entries.items())
    rows[number] = (1, len(out), 0)
    at = _put(out, number, _cross_references(rows, named + b"/ID" + document.ID().split(b"%")[0].strip()))
    out += b"startxref\n%d\n%%%%EOF\n" % at
    return bytes(out)


def _put(out: bytearray, number: int, content: bytes) -> int:
    """Adds an object; gives where it begins."""
    at = len(out)
    out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    return at


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    places, at = [], 0
    for number, content in objects:
        places.append(b"%d %d" % (number, at))
        at += len(content) + 1
    first = b" ".join(places) + b"\n"
    body = first + b"\n".join(content for _, content in objects)
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(first)), body)


def _cross_references(rows: dict[int, tuple[int, int, int]], entries: bytes) -> bytes:
    """Where each object stands: in the open, or in which stream at which place."""
    body = b"".join(
        kind.to_bytes(1, "big") + at.to_bytes(4, "big") + more.to_bytes(2, "big") for _, (kind, at, more) in sorted(rows.items())
    )
    return _stream(b"/Type/XRef/Size %d/W[1 4 2]" % len(rows) + entries, body)


def _stream(entries: bytes, body: bytes) -> bytes:
    content = zlib.compress(body)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content)
