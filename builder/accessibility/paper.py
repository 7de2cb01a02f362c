"""What a PDF says of itself to a screen reader, as far as PDFium can tell (ISO 14289-1)."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.accessibility.seen import Finding
from builder.model.report import Severity

MOST_BYTES = 200_000_000
_OUTLINE_FROM = 10
_CLAIM = re.compile(rb"pdfuaid:part\s*(>|=\s*[\"'])\s*[12]")
_DEEPEST = 60


def findings(path: Path) -> list[Finding]:
    """Everything found in a PDF; one that cannot be opened is one finding."""
    import pypdfium2

    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        return [Finding(path.name, 0, Severity.ERROR, "pdf-locked" if locked else "pdf-broken")]
    except OSError as error:
        return [Finding(path.name, 0, Severity.ERROR, "cannot-read", values=(("reason", error.strerror or ""),))]
    try:
        return [*_of_document(path.name, document, content), *_of_pages(path.name, document)]
    finally:
        document.close()


def _of_document(file: str, document: Any, content: bytes) -> Iterator[Finding]:
    from pypdfium2 import raw

    tagged = bool(raw.FPDFCatalog_IsTagged(document.raw))
    if not tagged:
        yield Finding(file, 0, Severity.ERROR, "pdf-not-tagged")
    if not document.get_metadata_value("Title").strip():
        yield Finding(file, 0, Severity.ERROR, "document-without-title")
    if _language(document) == "":
        yield Finding(file, 0, Severity.ERROR, "document-without-language")
    if len(document) >= _OUTLINE_FROM and not any(True for _ in document.get_toc()):
        yield Finding(file, 0, Severity.WARNING, "pdf-without-outline", values=(("n", str(len(document))),))
    # PDF/UA wants the claim to be readable without unpacking, so that it can be looked for in the bytes.
    if tagged and not _CLAIM.search(content):
        yield Finding(file, 0, Severity.TIP, "pdf-without-claim")


def _language(document: Any) -> str | None:
    """The language of the whole document; None where this PDFium cannot tell."""
    from pypdfium2 import raw

    ask = getattr(raw, "FPDFCatalog_GetLanguage", None)
    return None if ask is None else _wide(ask, document.raw)


def _of_pages(file: str, document: Any) -> Iterator[Finding]:
    from pypdfium2 import raw

    goes_on = False
    for number in range(len(document)):
        page = document[number]
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        if tree:
            roots = [raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(raw.FPDF_StructTree_CountChildren(tree))]
            for _ in range(sum(_silent(root) for root in roots if root)):
                yield Finding(file, number + 1, Severity.ERROR, "figure-without-alt")
            tables = [has_head for root in roots if root for has_head in _tables(root)]
            if False in tables and not goes_on:  # a table that goes on from the page before has its header there
                yield Finding(file, number + 1, Severity.ERROR, "pdf-table-without-head")
            goes_on = True in tables or (goes_on and bool(tables))
            raw.FPDF_StructTree_Close(tree)
        page.close()


def _silent(element: Any, depth: int = 0) -> int:
    """How many figures at and below the element have neither an alt text nor a text instead."""
    from pypdfium2 import raw

    kind = _wide(raw.FPDF_StructElement_GetType, element)
    mute = (
        kind == "Figure"
        and not _wide(raw.FPDF_StructElement_GetAltText, element)
        and not _wide(raw.FPDF_StructElement_GetActualText, element)
    )
    return mute + sum(_silent(child, depth + 1) for child in _children(element, depth))


def _tables(element: Any, depth: int = 0) -> Iterator[bool]:
    """For each table at and below the element whether it has a header cell on this page."""
    from pypdfium2 import raw

    if _wide(raw.FPDF_StructElement_GetType, element) == "Table":
        yield "TH" in set(_kinds(element, depth))
        return
    for child in _children(element, depth):
        yield from _tables(child, depth + 1)


def _kinds(element: Any, depth: int) -> Iterator[str]:
    """The types of everything below an element."""
    from pypdfium2 import raw

    for child in _children(element, depth):
        yield _wide(raw.FPDF_StructElement_GetType, child)
        yield from _kinds(child, depth + 1)


def _children(element: Any, depth: int) -> Iterator[Any]:
    from pypdfium2 import raw

    for at in range(max(0, raw.FPDF_StructElement_CountChildren(element)) if depth < _DEEPEST else 0):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield child


def _wide(ask: Any, subject: Any) -> str:
    """A text that PDFium hands out as UTF-16: its length is asked for first."""
    length = ask(subject, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * ((length + 1) // 2))()
    ask(subject, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()
