"""Whether a page of HTML holds together, can be read by ear and stays by itself: nothing fetched, run or sent.

What a parser would mend in silence – a tag left open, a name given twice – is told as well as what a screen reader would miss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from builder.prove import UnsoundError

VOID = frozenset({"br", "hr", "img", "input", "meta"})
FORBIDDEN = frozenset({"audio", "base", "embed", "form", "iframe", "link", "object", "script", "source", "video"})
FIELDS = frozenset({"input", "select", "textarea"})
NAMES = ("aria-labelledby", "for")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{4,8})*")
_STAYS = re.compile(r"#\S+|tel:[\d+*%#]+|data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+")
_FETCHES = re.compile(r"url\(|@import|expression\(", re.IGNORECASE)


class Element(NamedTuple):
    """An opened element: its name, its attributes, the names of those around it."""

    name: str
    attributes: dict[str, str]
    around: tuple[str, ...]


class Reader(HTMLParser):
    """Reads a page; what does not close where it should is in `faults`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.doctype = ""
        self.style = ""

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data


def prove(name: str, page: str) -> str:
    """The same page; raises UnsoundError with every fault."""
    found = list(faults(page))
    if found:
        raise UnsoundError(name, found)
    return page


def faults(page: str) -> Iterator[str]:
    """What is wrong in the page."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    yield from reader.faults
    yield from (f"<{name}> is left open" for name in reader.open)
    if reader.doctype.lower() != "doctype html":
        yield "no doctype"
    if _FETCHES.search(reader.style):
        yield "the style fetches something"
    yield from _whole(reader.elements)
    yield from _names(reader.elements)
    yield from _headings(reader.elements)
    for each in reader.elements:
        yield from _element(each)


def _whole(elements: list[Element]) -> Iterator[str]:
    """What a page has once."""
    for name in ("html", "head", "title", "body", "main", "h1"):
        count = sum(each.name == name for each in elements)
        if count != 1:
            yield f"{count} × <{name}>"
    top = next((each.attributes for each in elements if each.name == "html"), {})
    if not top.get("lang") or top.get("dir") not in ("ltr", "rtl"):
        yield "<html> without language or direction"
    metas = {each.attributes.get("name") or each.attributes.get("http-equiv") for each in elements if each.name == "meta"}
    yield from (f"no {name}" for name in ("viewport", "Content-Security-Policy") if name not in metas)


def _names(elements: list[Element]) -> Iterator[str]:
    """Names given twice, and names that lead nowhere."""
    given = [each.attributes["id"] for each in elements if "id" in each.attributes]
    yield from (f"the id “{name}” is there twice" for name in sorted({name for name in given if given.count(name) > 1}))
    asked = {name for each in elements for key in NAMES for name in each.attributes.get(key, "").split()}
    asked |= {each.attributes["href"][1:] for each in elements if each.attributes.get("href", "").startswith("#")}
    yield from (f"“{name}” leads nowhere" for name in sorted(asked - set(given)))


def _headings(elements: list[Element]) -> Iterator[str]:
    """Levels that are left out on the way down."""
    levels = [int(each.name[1]) for each in elements if re.fullmatch("h[1-6]", each.name)]
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"a heading of level {level} under one of level {before}"


def _element(each: Element) -> Iterator[str]:
    name, told = each.name, each.attributes
    if name in FORBIDDEN:
        yield f"there is <{name}>"
    yield from (f"<{name}> runs something ({key})" for key in told if key.startswith("on"))
    for key in ("href", "src", "srcset", "action", "xlink:href", "poster", "background"):
        if key in told and not _STAYS.fullmatch(told[key]):
            yield f"<{name}> leads outside: {told[key][:60]}"
    if _FETCHES.search(told.get("style", "")):
        yield f"<{name}> fetches something"
    if "lang" in told and not _LANGUAGE.fullmatch(told["lang"]):
        yield f"“{told['lang']}” is no language"
    if told.get("dir", "ltr") not in ("ltr", "rtl"):
        yield f"“{told['dir']}” is no direction"
    if name == "svg" and told.get("aria-hidden") != "true" and not (told.get("role") == "img" and told.get("aria-label")):
        yield "a drawing without a text"
    if name == "img" and not told.get("alt"):
        yield "a picture without a text"
    if name == "th" and told.get("scope") not in ("col", "row"):
        yield "a head of a table for nothing"
    if name in FIELDS and "label" not in each.around and not told.get("aria-labelledby") and not told.get("id"):
        yield "a field without a label"
