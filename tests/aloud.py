"""Finished files read aloud as text: what somebody hears who cannot see them, read by programs that share no code with ours.

`python -m tests.aloud FILE …` prints it. A deck is read by BetterOffice's engine (Rust; neither python-pptx nor LibreOffice),
a PDF by PDFium's structure tree, and by Poppler's.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from betteroffice_pptx import export_pptx_structured

from builder.model.page import Group, Item, Page, Picture, Role, Shape, Table, Text
from tests.tagged import Node, heard
from tests.tools import run

ON_EVERY_PAGE = (Role.FOOTER, Role.NUMBER, Role.ARTIFACT)
"""What a PDF leaves to the eye."""


class Aloud(NamedTuple):
    """A slide or page: what is heard of it, one text or picture after the other, and the notes of a slide."""

    texts: tuple[str, ...]
    title: str = ""
    notes: str = ""


def outline(page: Page, *, paper: bool) -> Aloud:
    """What should be heard of a page, as its items stand; on paper (any PDF) the title with its number comes first.

    On paper a square or bubble beside a text is heard with its own words; on slides what only leads is drawn.
    """
    items = list(page.items)
    title = next((at for at, item in enumerate(items) if isinstance(item, Text) and item.placeholder == "title"), None)
    if paper and title:
        first = title - 1 if isinstance(items[title - 1], Text) and items[title - 1].leads else title
        items = [*items[first : title + 1], *items[:first], *items[title + 1 :]]
    told = "".join(p.text for p in items[title].paragraphs) if title is not None and not paper else page.title
    notes = "\n".join(f"{note.label}: {note.text}" if note.label else note.text for note in page.notes)
    return Aloud(tuple(text for item in items for text in _of_item(item, paper) if text.strip()), told, notes)


def _of_item(item: Item, paper: bool) -> Iterator[str]:
    match item:
        case Text() if not (paper and item.role in ON_EVERY_PAGE):
            yield from (paragraph.text for paragraph in item.paragraphs)
        case Table():
            yield from (paragraph.text for row in item.rows for cell in row for paragraph in cell.paragraphs)
        case Group() | Picture() | Shape():
            yield item.alt
        case _:
            return


def deck(content: bytes) -> list[Aloud]:
    """The slides of a .pptx in order."""
    wanted = {"includeNotes": True, "maxBytes": 64_000_000, "maxBlocks": 1_000_000}
    told = export_pptx_structured(content, options=wanted)
    assert told["readingOrder"] == "shapeTree"
    assert not told["truncated"]
    return [_slide(slide) for slide in told["slides"]]


def _slide(slide: dict[str, Any]) -> Aloud:
    titles = [shape for shape in slide["shapes"] if shape["placeholder"] and shape["placeholder"]["type"] in ("title", "ctrTitle")]
    title = "".join(text for shape in titles for text in _of_shape(shape))
    texts = tuple(text for shape in slide["shapes"] for text in _of_shape(shape) if text.strip())
    return Aloud(texts, title, (slide["notes"] or {}).get("text", ""))


def _of_shape(shape: dict[str, Any]) -> Iterator[str]:
    if shape["description"]:  # a group that has a text of its own is heard as one
        yield shape["description"]
        return
    for story in shape["stories"]:
        yield from _of_story(story)
    for row in shape["table"]["rows"] if shape["table"] else ():
        for cell in row["cells"]:
            yield from _of_story(cell["story"])
    for kid in shape["children"]:
        yield from _of_shape(kid)


def _of_story(story: dict[str, Any]) -> Iterator[str]:
    for paragraph in story["paragraphs"]:
        yield "".join(run["text"] for run in paragraph["runs"])


def pdf(content: bytes) -> list[Aloud]:
    """The pages of a tagged PDF, as PDFium finds its structure."""
    return [Aloud(tuple(text for node in page.nodes for text in _of_node(node) if text.strip())) for page in heard(content)]


def _of_node(node: Node) -> Iterator[str]:
    if node.kind == "Figure":
        yield node.alt
        return
    for kid in node.kids:
        if isinstance(kid, str):
            yield kid
        else:
            yield from _of_node(kid)


def by_poppler(path: Path) -> str:
    """All words of a tagged PDF in the order of its structure, as Poppler finds it; what is drawn in a picture is not heard."""
    words: list[str] = []
    figure = 10_000
    for line in run("pdfinfo", "-struct-text", path).splitlines():
        depth = len(line) - len(line.lstrip())
        if depth <= figure:
            figure = depth if line.startswith("Figure", depth) else 10_000
        if depth < figure and re.match(r' +".*"$', line):
            words.append(line.strip()[1:-1])
    return "".join(words)


def bare(texts: str | tuple[str, ...]) -> str:
    """Without spaces, which readers set as they see fit, and hyphens, which they take from the ends of lines."""
    return re.sub(r"[\s\x02\u00ad\u200b-\u200f\u2060-\u2069-]", "", "".join(texts))


def main(names: list[str]) -> None:
    """Prints what is heard of each file."""
    for name in names:
        content = Path(name).read_bytes()
        for number, page in enumerate(deck(content) if name.endswith(".pptx") else pdf(content), 1):
            print(f"\n{name} {number}")
            print("\n".join(page.texts))
            if page.notes:
                print(f"(notes) {page.notes}")


if __name__ == "__main__":
    main(sys.argv[1:])
