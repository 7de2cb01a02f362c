"""Fonts inside a PDF: the glyphs that were drawn, and no others, addressed by their numbers (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib
from functools import cache
from itertools import pairwise
from typing import Any
from unicodedata import mirrored

import uharfbuzz as hb

from builder.model.page import Face, Run


class FontShelf:
    """The faces of one document: a resource name for each, its glyphs in use and the text they stand for."""

    def __init__(self) -> None:
        self._names: dict[Face, str] = {}
        self._texts: dict[Face, dict[int, str]] = {}
        self._others: dict[Face, dict[tuple[int, str], int]] = {}
        self.written: dict[int, tuple[object, list[str]]] = {}

    def name_of(self, run: Run, *, ordered: bool = False) -> str:
        """The resource name of the run's face; its glyphs are noted as used, but those of lines that go both ways."""
        face = run.face
        if face not in self._names:
            self._names[face] = f"T{len(self._names) + 1}"
            self._texts[face], self._others[face] = {}, {}
        if not ordered:
            _note(self._texts[face], run)
        return self._names[face]

    def code_of(self, face: Face, glyph: int, text: str) -> int:
        """The code under which the face shows this glyph for this text.

        That is the glyph's number, or one of its own where the number stands for another text already; for more than one
        character, and for brackets, whose shapes are turned in text that runs to the left, always one of its own.
        """
        texts, others = self._texts[face], self._others[face]
        if len(text) == 1 and not mirrored(text) and texts.setdefault(glyph, text) == text:
            return glyph
        if (glyph, text) not in others:
            first = _measures(face.path)[2]
            others[glyph, text] = next(code for code in range(first, 0x10000) if code not in texts)
            texts[others[glyph, text]] = text
        return others[glyph, text]

    def advance(self, face: Face, glyph: int) -> int:
        """The glyph's own advance in 1/1000 em, rounded as the document has it."""
        return _advance(face, glyph)

    def embed(self, document: Any) -> dict[str, Any]:
        """Adds every face to the document; gives resource name → reference."""
        return {name: _font(document, face, self._texts[face], self._others[face], name) for face, name in self._names.items()}


def _note(texts: dict[int, str], run: Run) -> None:
    """Each glyph of a cluster stands for its character where there are as many (g and its tilde); else the first for all."""
    clusters: dict[int, list[int]] = {}
    for glyph in run.glyphs:
        clusters.setdefault(glyph.cluster, []).append(glyph.id)
    for start, end in pairwise([*sorted(clusters), len(run.text)]):
        cluster, text = clusters[start], run.text[start:end]
        shares = list(text) if len(cluster) == len(text) else [text] + [""] * (len(cluster) - 1)
        for number, share in zip(cluster, shares, strict=True):
            texts[number] = texts.get(number) or share


@cache
def _measures(path: str) -> tuple[Any, float, int]:
    """The font, thousandths of an em in its units, how many glyphs it has."""
    face = hb.Face(hb.Blob.from_file_path(path))
    return hb.Font(face), 1000 / face.upem, face.glyph_count


def _advance(face: Face, glyph: int) -> int:
    font, scale, _ = _measures(face.path)
    width: int = round(font.get_glyph_h_advance(glyph) * scale)
    return width


def _font(document: Any, face: Face, texts: dict[int, str], others: dict[tuple[int, str], int], name: str) -> Any:
    from reportlab.pdfbase import pdfdoc

    source = hb.Face(hb.Blob.from_file_path(face.path))
    glyphs = {code: glyph for (glyph, _), code in others.items()}
    content = _subset(source, {glyphs.get(code, code) for code in texts})
    tag = hashlib.sha256(content).hexdigest()
    prefix = "".join(chr(65 + int(digit, 16)) for digit in tag[:6])
    base = pdfdoc.PDFName(f"{prefix}+{face.family.replace(' ', '')}{'-Bold' if face.bold else '-Italic' if face.italic else ''}")
    font, scale = hb.Font(source), 1000 / source.upem
    widths = pdfdoc.PDFArray([x for code in sorted(texts) for x in (code, pdfdoc.PDFArray([_advance(face, glyphs.get(code, code))]))])
    descendant = pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("CIDFontType2"), "BaseFont": base,
        "CIDSystemInfo": pdfdoc.PDFDictionary({
            "Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0,
        }),
        "FontDescriptor": _descriptor(document, face, font, scale, base, content, name),
        "W": widths, "CIDToGIDMap": _map(document, {code: glyphs.get(code, code) for code in texts} if glyphs else {}, name),
    })  # fmt: skip
    top = pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("Type0"), "BaseFont": base, "Encoding": pdfdoc.PDFName("Identity-H"),
        "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"cid {name}")]),
        "ToUnicode": document.Reference(_stream(_to_unicode(texts)), f"unicode {name}"),
    })  # fmt: skip
    return document.Reference(top, f"font {name}")


def _map(document: Any, glyphs: dict[int, int], name: str) -> Any:
    """Code → glyph, where some code is not its glyph's number."""
    from reportlab.pdfbase import pdfdoc

    if not glyphs:
        return pdfdoc.PDFName("Identity")
    table = b"".join(glyphs.get(code, 0).to_bytes(2, "big") for code in range(max(glyphs) + 1))
    return document.Reference(_stream(table), f"glyphs {name}")


def _descriptor(document: Any, face: Face, font: Any, scale: float, base: Any, content: bytes, name: str) -> Any:
    from reportlab.pdfbase import pdfdoc

    extents = font.get_font_extents("ltr")
    stream = _stream(content)
    stream.dictionary["Length1"] = len(content)
    box = [-500, round(extents.descender * scale), 2000, round(extents.ascender * scale)]
    return document.Reference(pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("FontDescriptor"), "FontName": base, "Flags": 4 + (64 if face.italic else 0),
        "FontBBox": pdfdoc.PDFArray(box), "ItalicAngle": -12 if face.italic else 0, "Ascent": box[3], "Descent": box[1],
        "CapHeight": 700, "StemV": 140 if face.bold else 80, "FontFile2": document.Reference(stream, f"file {name}"),
    }), f"descriptor {name}")  # fmt: skip


def _stream(content: bytes | str) -> Any:
    from reportlab.pdfbase import pdfdoc

    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _subset(face: Any, glyphs: set[int]) -> bytes:
    """The face with these glyphs only, under their own numbers."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
    wanted.drop_table_tag_set.update({int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF")})
    data: bytes = hb.subset(face, wanted).blob.data
    return data


def _to_unicode(texts: dict[int, str]) -> str:
    """The CMap that gives each glyph its text back, for searching and reading aloud."""
    rows = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(texts.items()) if text]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    )
