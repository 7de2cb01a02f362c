"""A partner's typefaces: static TrueType that may be embedded, with the family name that word processors show (OpenType 1.9)."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

import uharfbuzz as hb

from builder.model.page import Face
from builder.model.report import Report
from builder.model.source import Word

MOST_BYTES = 10_000_000
_NEEDED = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name")
_TRUETYPE = (b"\0\1\0\0", b"true")
_RESTRICTED = 0x0002
"""OS/2 fsType: must not be embedded in any way."""
_BITMAP_ONLY = 0x0200


def face(key: str, path: Path, word: Word, report: Report) -> Face | None:
    """The face for this key (heading, body, bold, emphasis), or None with the reason told at the word."""
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError as error:
        report.error("cannot-read", word.place, reason=error.strerror or "")
        return None
    if content is None:
        report.error("font-too-large", word.place, found=word, most=f"{MOST_BYTES // 1_000_000} MB")
        return None
    try:
        code, tables = "", _tables(content)
        code = _fault(content, tables)
        family = "" if code else _family(tables["name"])
        bold, italic = (False, False) if code else _style(tables["head"])
    except (struct.error, IndexError, KeyError, UnicodeError):
        code = "font-broken"
    if code or not family:
        report.error(code or "font-broken", word.place, found=word)
        return None
    return Face(key, family, bold, italic, str(path))


def _tables(content: bytes) -> Mapping[str, bytes]:
    """Tag → table; those that reach beyond the file are left out."""
    if content[:4] not in _TRUETYPE:
        return {}
    (count,) = struct.unpack_from(">H", content, 4)
    rows = [struct.unpack_from(">4sIII", content, 12 + 16 * number) for number in range(count)]
    return {tag.decode("latin-1"): content[at : at + length] for tag, _, at, length in rows if at + length <= len(content)}


def _fault(content: bytes, tables: Mapping[str, bytes]) -> str:
    """The code of what is wrong with the file, or nothing."""
    if content[:4] in (b"OTTO", b"ttcf", b"wOFF", b"wOF2") or (tables and "glyf" not in tables and "CFF " in tables):
        return "font-outlines"
    if any(tag not in tables for tag in _NEEDED):
        return "font-broken"
    if "fvar" in tables:
        return "font-variable"
    rights = struct.unpack_from(">H", tables["OS/2"], 8)[0] if "OS/2" in tables else 0
    if rights & _BITMAP_ONLY or (rights & 0x000F) == _RESTRICTED:
        return "font-not-embeddable"
    (glyphs,) = struct.unpack_from(">H", tables["maxp"], 4)
    (em,) = struct.unpack_from(">H", tables["head"], 18)
    (wide,) = struct.unpack_from(">h", tables["head"], 50)
    complete = len(tables["loca"]) >= (glyphs + 1) * (4 if wide else 2) and 16 <= em <= 16_384 and glyphs
    return "" if complete and _drawable(content, glyphs) else "font-broken"


def _drawable(content: bytes, glyphs: int) -> bool:
    """Whether every glyph can be taken out of the font, as a PDF will take those it draws."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(range(glyphs))
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
    try:
        return bool(hb.subset(hb.Face(hb.Blob(content)), wanted).blob.data)
    except (RuntimeError, ValueError):
        return False


def _style(head: bytes) -> tuple[bool, bool]:
    """Whether the face is the bold, the italic one of its family (head.macStyle)."""
    (style,) = struct.unpack_from(">H", head, 44)
    return bool(style & 1), bool(style & 2)


def _family(name: bytes) -> str:
    """The family's name, as programs for Windows list it (name ID 1)."""
    _, count, start = struct.unpack_from(">HHH", name)
    found: dict[int, str] = {}
    for number in range(count):
        platform, _, language, kind, length, at = struct.unpack_from(">HHHHHH", name, 6 + 12 * number)
        raw = name[start + at : start + at + length]
        if kind == 1 and platform in (1, 3):
            rank = 0 if (platform, language) == (3, 0x409) else 1 if platform == 3 else 2
            found.setdefault(rank, raw.decode("utf-16-be" if platform == 3 else "mac-roman"))
    family = found[min(found)] if found else ""
    return "".join(each for each in family if each.isprintable()).strip()[:60]
