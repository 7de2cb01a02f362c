"""The structure tree, its way back from each page, and the metadata, as objects of the file (ISO 32000-1, 14.3, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

from builder.model.page import Pages
from builder.render.pdf_tags import Element, Tags, literal

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Plain(PDFObject):
    """An object of the file that is written as it is."""

    def __init__(self) -> None:
        self.content = b""

    def format(self, document: Any) -> bytes:
        """Its bytes, for reportlab."""
        return self.content


def add_structure(document: Any, tags: Tags) -> None:
    """Adds the tree to the document, whose pages are complete."""
    root, elements = Plain(), list(_walk(tags.finished()))
    number = _number(document, root)
    objects = [Plain() for _ in elements]
    for element, made in zip(elements, objects, strict=True):
        element.number = _number(document, made)
    pages = [document.idToObjectNumberAndVersion[f"Page{n}"][0] for n in range(1, len(tags.marks) + 1)]
    parents = {tags.root: number} | {kid: element.number for element in elements for kid in element.kids if isinstance(kid, Element)}
    for element, made in zip(elements, objects, strict=True):
        made.content = _element(element, parents[element], pages).encode("ascii")
    ways = Plain()
    back = _number(document, ways)
    ways.content = _parents(tags).encode("ascii")
    following = len(tags.marks) + len(tags.links)
    root.content = f"<</Type/StructTreeRoot/K {tags.root.number} 0 R/ParentTree {back} 0 R/ParentTreeNextKey {following}>>".encode()
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    for number, page in enumerate(document.Pages.pages):
        # reportlab writes of a page what stands in this list, and these two do not.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, PDFName("S")


def add_metadata(document: Any, pages: Pages, tags: Tags) -> None:
    """Adds title, makers, languages, rights and the claim of PDF/UA-1 as XMP."""
    languages = [pages.language, *sorted(tags.languages - {pages.language})]
    told = {"title": pages.title, "creator": pages.author, "rights": pages.licence}
    listed = "".join(f"<rdf:li>{escape(tag)}</rdf:li>" for tag in languages)
    xmp = _XMP.format(languages=listed, **{name: escape(text) for name, text in told.items()}).encode()
    made = Plain()
    made.content = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(xmp), xmp)
    document.Catalog.Metadata = made


def _number(document: Any, made: Plain) -> int:
    """The number under which the object stands in the file."""
    number: int = document.idToObjectNumberAndVersion[document.Reference(made).name][0]
    return number


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


def _element(element: Element, parent: int, pages: list[int]) -> str:
    kids = [f"{kid.number} 0 R" if isinstance(kid, Element) else str(kid) for kid in element.kids]
    inner = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
    entries = "".join(f"/{name}{value if value[0] in '(<[' else f' {value}'}" for name, value in element.entries.items())
    on = f"/Pg {pages[element.page]} 0 R" if element.page >= 0 else ""
    language = f"/Lang{literal(element.language)}" if element.language else ""
    return f"<</S/{element.kind}/P {parent} 0 R{on}{language}{entries}/K {inner}>>"


def _parents(tags: Tags) -> str:
    """From marked content back to its element, page by page; then from each link."""
    rows = [f"{number}[{' '.join(f'{element.number} 0 R' for element in marks)}]" for number, marks in enumerate(tags.marks)]
    rows += [f"{number} {link.number} 0 R" for number, link in enumerate(tags.links, len(tags.marks))]
    return f"<</Nums[{' '.join(rows)}]>>"
