"""Where the objects of a PDF stand: in a table, or in a stream that also says which are packed together (ISO 32000-1, 7.5)."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

_ENTRY = 20
_HEAD = re.compile(rb"xref\s+0 (\d+)\s*\n")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")

Objects = dict[int, bytes]


class UnreadableError(Exception):
    """There is nothing where the file says that its table is."""


class Table(NamedTuple):
    """Object → its offset; object → (the stream it is packed in, its place there); how many there should be; what closes the file."""

    open: dict[int, int]
    packed: dict[int, tuple[int, int]]
    size: int
    trailer: bytes


def table(content: bytes) -> tuple[Table, int]:
    """The table, and its offset; raises UnreadableError."""
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", content[-60:])
    if not start:
        raise UnreadableError
    at = int(start[1])
    head = _HEAD.match(content[at : at + 40])
    return (_rows(content, at + head.end(), int(head[1])) if head else _coded(content[at:])), at


def _rows(content: bytes, first: int, count: int) -> Table:
    rows = [content[at : at + _ENTRY] for at in range(first, first + _ENTRY * count, _ENTRY)]
    places = {number: int(row[:10]) for number, row in enumerate(rows) if row[17:18] == b"n" and row[:10].isdigit()}
    return Table(places, {}, count, content[first + _ENTRY * count :])


def _coded(content: bytes) -> Table:
    """The table as a stream of rows of fixed width (7.5.8): kind, offset or stream, generation or place."""
    entries, body = split(content)
    widths = re.search(rb"/W\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s*\]", entries)
    if not re.match(rb"\d+ 0 obj", content) or b"/XRef" not in entries or not widths:
        raise UnreadableError
    kind, at, more = (int(each) for each in widths.groups())
    rows = inflated(body)
    wide = max(1, kind + at + more)
    found = Table({}, {}, len(rows) // wide, entries)
    for number in range(found.size):
        row = rows[number * wide : (number + 1) * wide]
        place, rest = int.from_bytes(row[kind : kind + at], "big"), int.from_bytes(row[kind + at :], "big")
        if row[:kind] == b"\1":
            found.open[number] = place
        elif row[:kind] == b"\2":
            found.packed[number] = (place, rest)
    return found


def split(whole: bytes) -> tuple[bytes, bytes]:
    """An object's entries and the bytes of its stream, if it has one."""
    found = _STREAM.search(whole)
    return (whole[: found.end()], whole[found.end() :]) if found else (whole, b"")


def inflated(body: bytes) -> bytes:
    """The bytes of a compressed stream, whatever follows it; raises UnreadableError."""
    try:
        return zlib.decompressobj().decompress(body)
    except zlib.error as error:
        raise UnreadableError from error


def objects(content: bytes, found: Table, end: int) -> tuple[Objects, list[int]]:
    """Each object without its stream, and the numbers of those that are not where the table says."""
    starts = sorted({*found.open.values(), end})
    ends = dict(zip(starts, [*starts[1:], len(content)], strict=True))
    whole = {number: content[at : ends[at]] for number, at in found.open.items()}
    astray = [number for number, each in whole.items() if not each.startswith(b"%d 0 obj" % number)]
    parts = {number: split(each) for number, each in whole.items()}
    known: Objects = {number: entries for number, (entries, _) in parts.items()}
    unpacked = {number: _unpacked(*each) for number, each in parts.items() if _PACKED.search(each[0])}
    for number, (stream, place) in found.packed.items():
        inside = unpacked.get(stream, [])
        if place < len(inside) and inside[place][0] == number:
            known[number] = inside[place][1]
        else:
            astray.append(number)
    return known, astray


def _unpacked(entries: bytes, body: bytes) -> list[tuple[int, bytes]]:
    """(number, object) of everything in an object stream (7.5.7)."""
    first = re.search(rb"/First (\d+)", entries)
    content = inflated(body)
    start = int(first[1]) if first else 0
    numbers = [int(each) for each in content[:start].split()]
    places = [*numbers[1::2], len(content) - start]
    return [(number, content[start + at : start + until]) for number, at, until in zip(numbers[::2], places[:-1], places[1:], strict=True)]
