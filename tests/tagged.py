"""What a screen reader finds in a PDF: its structure with texts, read by PDFium and not by what wrote it."""

import ctypes
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass
class Node:
    """An element: its type, what is said for it, its language, its page, its kids – nodes and texts."""

    kind: str
    alt: str
    language: str
    page: int
    kids: list["Node | str"] = field(default_factory=list)

    def __iter__(self) -> Iterator["Node"]:
        """The element and all below it, as they are heard."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid

    @property
    def text(self) -> str:
        """All that is written in it."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def told(self, depth: int = 0) -> Iterator[str]:
        """A line for each element, to be read by a person."""
        head = f"{'  ' * depth}{self.kind}{f' [{self.language}]' if self.language else ''}{f' “{self.alt}”' if self.alt else ''}"
        if all(isinstance(kid, str) for kid in self.kids):
            yield f"{head} {self.text}"
            return
        yield head
        for kid in self.kids:
            yield from kid.told(depth + 1) if isinstance(kid, Node) else (f"{'  ' * (depth + 1)}{kid}",)


@dataclass
class Heard:
    """A page: its elements, the texts outside of them, how much is drawn outside of elements and artifacts."""

    nodes: list[Node]
    artifacts: list[str]
    unmarked: int

    def __iter__(self) -> Iterator[Node]:
        """Every element, as it is heard."""
        for node in self.nodes:
            yield from node

    @property
    def text(self) -> str:
        """All that is heard of what is written."""
        return "".join(node.text for node in self.nodes)


def heard(content: bytes) -> list[Heard]:
    """The pages of a tagged PDF. An element that goes on over pages is met on each of them."""
    document = pypdfium2.PdfDocument(content)
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    pages = [_page(document[number], number) for number in range(len(document))]
    document.close()
    return pages


def small_objects(content: bytes) -> bytes:
    """The objects of a file that are packed together, one after the other."""
    packed = re.finditer(rb"/Type/ObjStm.*?stream\n(.*?)\nendstream", content, re.DOTALL)
    return b"\n".join(zlib.decompress(found[1]) for found in packed)


def _page(page: Any, number: int) -> Heard:
    texts, artifacts, unmarked = _marked(page)
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    tops = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, each) for each in range(pdfium.FPDF_StructTree_CountChildren(tree))]
    nodes = [_node(each, texts, number) for each in tops]
    pdfium.FPDF_StructTree_Close(tree)
    assert not texts, "marked content that no element claims"
    return Heard(nodes, artifacts, unmarked)


def _marked(page: Any) -> tuple[dict[int, str], list[str], int]:
    """The text of each piece of marked content, the texts of artifacts, the number of objects that are neither."""
    textpage = page.get_textpage()
    texts: dict[int, str] = {}
    artifacts, unmarked = [], 0
    for each in range(pdfium.FPDFPage_CountObjects(page.raw)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, each)
        text = _string(lambda *to, drawn=drawn: pdfium.FPDFTextObj_GetText(drawn, textpage.raw, *to)) if _is_text(drawn) else ""
        mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
        if mark >= 0:
            texts[mark] = texts.get(mark, "") + text
        elif "Artifact" in _marks(drawn):
            artifacts.append(text)
        else:
            unmarked += 1
    textpage.close()
    return texts, [text for text in artifacts if text], unmarked


def _is_text(drawn: Any) -> bool:
    return bool(pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT)


def _marks(drawn: Any) -> list[str]:
    found = []
    for each in range(pdfium.FPDFPageObj_CountMarks(drawn)):
        buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(drawn, each), buffer, 128, length)
        found.append(bytes(buffer)[: length.value - 2].decode("utf-16-le"))
    return found


def _node(element: Any, texts: dict[int, str], page: int) -> Node:
    kind, alt, language = (
        _string(lambda *to, ask=ask: ask(element, *to))
        for ask in (pdfium.FPDF_StructElement_GetType, pdfium.FPDF_StructElement_GetAltText, pdfium.FPDF_StructElement_GetLang)
    )
    node = Node(kind, alt, language, page)
    for each in range(pdfium.FPDF_StructElement_CountChildren(element)):
        kid = pdfium.FPDF_StructElement_GetChildAtIndex(element, each)
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, each)
        if kid:
            node.kids.append(_node(kid, texts, page))
        elif mark in texts:
            node.kids.append(texts.pop(mark))
    return node


def _string(ask: Callable[..., int]) -> str:
    """A string that PDFium writes as UTF-16 into a buffer."""
    length = ask(None, 0)
    buffer = (ctypes.c_ushort * max(1, length // 2 + 1))()
    ask(buffer, length)
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le")
