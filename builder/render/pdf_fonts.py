"""Fonts inside a PDF: the glyphs that were drawn, and no others, addressed by their numbers (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from builder.model.page import Face, Run


class FontShelf:
    """The faces of one document: a resource name for each, its glyphs in use and the text they stand for."""

    def __init__(self) -> None:
        self._names: dict[Face, str] = {}
        self._texts: dict[Face, dict[int, str]] = {}
        self.written: dict[int, tuple[object, list[str]]] = {}

    def name_of(self, run: Run) -> str:
        """The resource name of the run's face; its glyphs are noted as used."""
        face = run.face
        if face not in self._names:
            self._names[face] = f"T{len(self._names) + 1}"
            self._texts[face] = {}
        _note(self._texts[face], run)
        return self._names[face]

    def embed(self, document: Any) -> dict[str, Any]:
        """Adds every face to the document; gives resource name → reference."""
        return {name: _font(document, face, self._texts[face], name) for face, name in self._names.items()}


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


def _font(document: Any, face: Face, texts: dict[int, str], name: str) -> Any:
    from reportlab.pdfbase import pdfdoc

    source = hb.Face(hb.Blob.from_file_path(face.path))
    content = _subset(source, set(texts))
    tag = hashlib.sha256(content).hexdigest()
    prefix = "".join(chr(65 + int(digit, 16)) for digit in tag[:6])
    base = pdfdoc.PDFName(f"{prefix}+{face.family.replace(' ', '')}{'-Bold' if face.bold else '-Italic' if face.italic else ''}")
    font, scale = hb.Font(source), 1000 / source.upem
    widths = pdfdoc.PDFArray(
        [x for glyph in sorted(texts) for x in (glyph, pdfdoc.PDFArray([round(font.get_glyph_h_advance(glyph) * scale)]))]
    )
    descendant = pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("CIDFontType2"), "BaseFont": base,
        "CIDSystemInfo": pdfdoc.PDFDictionary({
            "Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0,
        }),
        "FontDescriptor": _descriptor(document, face, font, scale, base, content, name),
        "W": widths, "CIDToGIDMap": pdfdoc.PDFName("Identity"),
    })  # fmt: skip
    top = pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("Type0"), "BaseFont": base, "Encoding": pdfdoc.PDFName("Identity-H"),
        "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"cid {name}")]),
        "ToUnicode": document.Reference(_stream(_to_unicode(texts)), f"unicode {name}"),
    })  # fmt: skip
    return document.Reference(top, f"font {name}")


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
