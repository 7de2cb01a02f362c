"""The structure of a tagged PDF: what a screen reader hears, in which order (ISO 32000-1, 14.7 and 14.8; ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple

from builder.model.page import Box, Page, Paragraph, Role, Run, Table, Text
from builder.model.voice import NEUTRAL

UNHEARD = (Role.FOOTER, Role.NUMBER, Role.ARTIFACT)
"""What stands on every page again: a screen reader leaves it out."""
_DEPTHS = {Role.TITLE: 3, Role.HEADING: 9}
"""How deep a heading stands that does not say it itself: a slide below the slide that opens its lesson."""


class Element:
    """A node of the tree: its structure type, its kids, its entries.

    A kid is a node, a number of marked content on the element's page, or a reference to an annotation.
    """

    __slots__ = ("entries", "kids", "kind", "language", "number", "page")

    def __init__(self, kind: str, page: int = -1) -> None:
        self.kind, self.page = kind, page
        self.kids: list[Element | int | str] = []
        self.entries: dict[str, str] = {}
        self.language = ""
        self.number = 0

    def add(self, kind: str, page: int = -1) -> Element:
        """A new node at the end."""
        kid = Element(kind, page)
        self.kids.append(kid)
        return kid


class Bookmark(NamedTuple):
    """A heading as the outline lists it: how deep (1 is the top), its words, its page, its upper edge."""

    level: int
    title: str
    page: int
    y: float


class Tags:
    """The tree while pages are drawn. What is heard on a page is asked for in the order in which it is painted."""

    def __init__(self, language: str, pages: int) -> None:
        self.root = Element("Document")
        self.language, self.pages = language, pages
        self.marks: list[list[Element]] = []
        self.links: list[Element] = []
        self.bookmarks: list[Bookmark] = []
        self.languages: set[str] = set()
        self._part, self._section = self.root, ""
        self._depths: list[int] = []
        self._list: Element | None = None
        self._begun: Element | None = None
        self._waiting: list[Element] = []
        self._before = 0
        self._numbering = ""
        self._tops: list[float] = []

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 0."""
        return len(self.marks) - 1

    def turn(self, page: Page) -> None:
        """Goes on with the next page. Another section is another part, in which headings begin anew under the document's own."""
        self._settle()
        self.marks.append([])
        self._tops = []
        if page.section != self._section or self._part is self.root:
            self._part, self._list = self.root.add("Sect"), None
            self._section = page.section
            self._depths = self._depths[:1]
        self._before = len(self._part.kids)

    def mark(self, element: Element) -> int:
        """The number of a new piece of marked content that belongs to the element."""
        marks = self.marks[-1]
        marks.append(element)
        element.kids.append(len(marks) - 1)
        return len(marks) - 1

    def text(self, text: Text) -> Iterator[tuple[Paragraph, Element]]:
        """Each paragraph with the element that holds it."""
        match text.role:
            case Role.TITLE | Role.HEADING:
                holders = self._heading(text)
            case Role.LIST_ITEM:
                holders = self._item(text)
            case Role.LABEL if text.leads:
                self._waiting.append(Element("Lbl", self.page))
                self._numbering = "Decimal" if text.paragraphs[0].text.strip().isdecimal() else "UpperAlpha"
                holders = [self._waiting[-1]] * len(text.paragraphs)
            case _:
                self._settle()
                holders = [self._block("P") for _ in text.paragraphs]
        for paragraph, holder in zip(text.paragraphs, holders, strict=True):
            yield paragraph, self._spoken(holder, paragraph)

    def passage(self, element: Element, run: Run) -> Element:
        """The element itself, or a passage in it where the run's language is another."""
        if run.language in ("", NEUTRAL) or _same(run.language, element.language or self.language):
            return element
        span = element.add("Span", self.page)
        self._speaks(span, run.language)
        return span

    def figure(self, alt: str, box: Box, height: float, *, leads: bool = False) -> Element:
        """A figure with its alt text; `height` is the page's."""
        figure = Element("Figure", self.page)
        figure.entries["Alt"] = literal(alt)
        corners = (floor(box.x), floor(height - box.bottom), ceil(box.right + 1), ceil(height - box.y + 1))
        figure.entries["A"] = f"<</O/Layout/BBox[{' '.join(map(str, corners))}]>>"
        if leads:
            self._waiting.append(figure)
        else:
            self._settle()
            self._list = None
            self._part.kids.append(figure)
        return figure

    def table(self, table: Table) -> Iterator[tuple[Paragraph, Element]]:
        """Each paragraph of each cell with the element that holds it; a last cell that reaches across others says so."""
        self._settle()
        whole, columns = self._block("Table"), max(len(row) for row in table.rows)
        if table.alt:
            whole.entries["A"] = f"<</O/Table/Summary{literal(table.alt)}>>"
        part = None
        for cells in table.rows:
            kind = "THead" if all(cell.head for cell in cells) else "TBody"
            part = part if part is not None and part.kind == kind else whole.add(kind)
            row = part.add("TR")
            for number, cell in enumerate(cells, 1):
                holder = row.add("TH" if cell.head else "TD", self.page)
                spans = columns - number + 1 if number == len(cells) else 1
                attributes = ("/Scope/Column" if cell.head else "") + (f"/ColSpan {spans}" if spans > 1 else "")
                if attributes:
                    holder.entries["A"] = f"<</O/Table{attributes}>>"
                several = len(cell.paragraphs) > 1
                for paragraph in cell.paragraphs:
                    yield paragraph, self._spoken(holder.add("P", self.page) if several else holder, paragraph)

    def link(self, alt: str) -> tuple[Element, int]:
        """A link, and its number among the pages and links: the annotation says it, too."""
        self._settle()
        link = self._block("Link")
        link.entries["Alt"] = literal(alt)
        self.links.append(link)
        return link, self.pages + len(self.links) - 1

    def finished(self) -> Element:
        """The whole tree."""
        self._settle()
        return self.root

    def _block(self, kind: str) -> Element:
        """A block of its own, which ends any list."""
        self._list = None
        return self._part.add(kind, self.page)

    def _heading(self, text: Text) -> list[Element]:
        """One heading, none deeper than one below the heading above it; a number before it is part of it.

        The title of a slide is heard before whatever else is painted on it.
        """
        heading = self._begun if self._begun is not None and self._begun.kind[0] == "H" else None
        if heading is None:
            wanted = text.level or _DEPTHS[text.role]
            self._depths = [*(depth for depth in self._depths if depth < wanted), wanted]
            heading = self._block(f"H{min(len(self._depths), 6)}")
            heading.kids += [_named(each, "Span") for each in self._led()]
            said = "".join(paragraph.text for paragraph in text.paragraphs[:1]).strip()
            self.bookmarks.append(Bookmark(len(self._depths), said, self.page, text.box.y))
            if text.placeholder == "title":
                self._part.kids.insert(self._before, self._part.kids.pop())
        self._begun = heading if text.leads else None
        return [heading] * len(text.paragraphs)

    def _item(self, text: Text) -> list[Element]:
        """The body of a list item, with what leads to it; of several parts each is a paragraph.

        An item that stands as high as the first and higher than the last begins another list: the second of two columns to join.
        """
        y = text.box.y
        if self._list is None or (self._begun is None and self._tops and y <= self._tops[0] and y < self._tops[-1]):
            self._list, self._tops = self._part.add("L"), []
        self._tops.append(y)
        if self._begun is None or self._begun.kind != "LBody":
            item, led = self._list.add("LI"), self._led()
            for label in (each for each in led if each.kind == "Lbl"):
                item.kids.append(label)
                self._list.entries["A"] = f"<</O/List/ListNumbering/{self._numbering}>>"
            self._begun = item.add("LBody", self.page)
            self._begun.kids += [each for each in led if each.kind != "Lbl"]
        body = self._begun
        self._begun = body if text.leads else None
        alone = len(text.paragraphs) == 1 and not text.leads and not body.kids
        return [body if alone else body.add("P", self.page) for _ in text.paragraphs]

    def _led(self) -> list[Element]:
        """What was waiting for the text that it leads to."""
        led, self._waiting = self._waiting, []
        return led

    def _settle(self) -> None:
        """What waits for a text that does not come stands for itself."""
        self._begun = None
        for element in self._led():
            self._list = None
            self._part.kids.append(_named(element, "P"))

    def _spoken(self, holder: Element, paragraph: Paragraph) -> Element:
        """The element with the language of its paragraph, where it is one and not the document's."""
        languages = {run.language for line in paragraph.lines for run in line.runs} - {"", NEUTRAL}
        if len(languages) == 1 and not holder.kids:
            (language,) = languages
            if not _same(language, self.language):
                self._speaks(holder, language)
        return holder

    def _speaks(self, element: Element, language: str) -> None:
        """Sets the language of an element that differs from the document's."""
        element.language = language
        self.languages.add(language)


def _named(element: Element, kind: str) -> Element:
    """A label as what it is outside a list; a figure stays one."""
    element.kind = kind if element.kind == "Lbl" else element.kind
    return element


def _same(one: str, other: str) -> bool:
    """Whether one tag is the other, or the other with a region (RFC 4647, 3.3.1)."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def literal(text: str) -> str:
    """A text string of a PDF: plain where ASCII will do, else UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
