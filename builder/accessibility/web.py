"""What a web page says of itself to a screen reader (WCAG 2.2), as far as its own text tells without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from builder.accessibility.seen import Finding
from builder.model.report import Severity

MOST_BYTES = 20_000_000
_ALONE = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_FIELDS = frozenset({"input", "select", "textarea"})
_NO_FIELDS = frozenset({"hidden", "submit", "reset", "button", "image"})
_NAMED = ("aria-label", "aria-labelledby", "title")
_CONTROLS = frozenset({"a", "button", "input", "select", "textarea", "summary", "label", "option", "area"})
_HEADING = re.compile("h[1-6]")
_NO_ZOOM = re.compile(r"user-scalable\s*=\s*(no|0)\b|maximum-scale\s*=\s*1(\.0*)?\s*(,|$)")
_WARNINGS = frozenset({"link-unclear", "heading-left-out", "click-on-text", "page-id-twice"})

Fault = tuple[str, str, dict[str, str]]
"""A code, the words it is about, the values of its wording."""


def findings(path: Path, unclear: frozenset[str]) -> list[Finding]:
    """Everything found in a page; `unclear` are words that do not say where a link leads."""
    try:
        content = path.read_bytes()[:MOST_BYTES]
    except OSError as error:
        return [Finding(path.name, 0, Severity.ERROR, "cannot-read", values=(("reason", error.strerror or ""),))]
    reader = _Reader()
    reader.feed(content.decode("utf-8", "replace"))
    reader.close()
    if not reader.seen or b"\0" in content:
        return [Finding(path.name, 0, Severity.ERROR, "page-unreadable")]
    return [
        Finding(path.name, 0, Severity.WARNING if code in _WARNINGS else Severity.ERROR, code, "", excerpt[:60], tuple(values.items()))
        for code, excerpt, values in (*reader.faults, *_whole(reader), *_links(reader, unclear))
    ]


class _Reader(HTMLParser):
    """Collects what speaks and what is mute."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = 0
        self.title, self.language = "", ""
        self.open: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.links: list[str] = []
        self.buttons: list[str] = []
        self.tables: list[bool] = []
        self.media: list[bool] = []
        self.fields: list[tuple[str, str]] = []
        self.labels: set[str] = set()
        self.ids: list[str] = []
        self.faults: list[Fault] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.seen += 1
        if tag not in _ALONE:
            self.open.append(tag)
        if "id" in told:
            self.ids.append(told["id"])
        named = next((told[name] for name in _NAMED if told.get(name)), "")
        if tag == "html":
            self.language = told.get("lang", "")
        elif _HEADING.fullmatch(tag):
            self.headings.append((int(tag[1]), ""))
        elif tag == "a" and "href" in told:
            self.links.append(named)
        elif tag == "button":
            self.buttons.append(named)
        elif tag == "label":
            self.labels.add(told.get("for", ""))
        self._part(tag, told, named)

    def _part(self, tag: str, told: dict[str, str], named: str) -> None:
        """Parts that must say something of themselves."""
        if tag == "table":
            self.tables.append(told.get("role") == "presentation")
        elif tag == "th" and self.tables:
            self.tables[-1] = True
        elif tag in ("img", "svg"):
            self._picture(tag, told, named)
        elif tag in _FIELDS:
            self._field(tag, told, named)
        elif tag == "iframe" and not named:
            self.faults.append(("frame-without-title", told.get("src", ""), {}))
        elif tag == "meta" and told.get("name") == "viewport" and _NO_ZOOM.search(told.get("content", "").lower()):
            self.faults.append(("zoom-forbidden", "", {}))
        elif tag in ("audio", "video"):
            self.media.append(tag == "audio")
            if "autoplay" in told and "muted" not in told:
                self.faults.append(("plays-by-itself", told.get("src", ""), {}))
        elif tag == "track" and self.media and told.get("kind", "subtitles") in ("captions", "subtitles"):
            self.media[-1] = True
        elif "onclick" in told and tag not in _CONTROLS and not told.get("role"):
            self.faults.append(("click-on-text", f"<{tag}>", {}))

    def _picture(self, tag: str, told: dict[str, str], named: str) -> None:
        """A picture says what it shows, or that it only decorates: an empty `alt`, hidden, or a presentation."""
        hidden = told.get("aria-hidden") == "true" or told.get("role") in ("presentation", "none")
        if not hidden and not (tag == "img" and "alt" in told) and not named:
            self.faults.append(("figure-without-alt", told.get("src", ""), {}))
        self._say(told.get("alt", "") or named)

    def _field(self, tag: str, told: dict[str, str], named: str) -> None:
        around = "label" in self.open
        if told.get("type") not in _NO_FIELDS and not around and not named:
            self.fields.append((told.get("id", ""), told.get("name") or told.get("id") or told.get("placeholder") or f"<{tag}>"))

    def _say(self, words: str) -> None:
        """Words inside a link or a button say what it does."""
        for name, said in (("a", self.links), ("button", self.buttons)):
            if said and name in self.open:
                said[-1] += words

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        names = set(self.open)
        if "title" in names and "svg" not in names:
            self.title += data
        if self.headings and any(_HEADING.fullmatch(name) for name in names):
            level, words = self.headings[-1]
            self.headings[-1] = (level, words + data)
        self._say(data)


def _whole(page: _Reader) -> Iterator[Fault]:
    """What can be said once the page is read to its end."""
    if not page.title.strip():
        yield "page-without-title", "", {}
    if not page.language.strip():
        yield "page-without-language", "", {}
    yield from (("field-without-label", name, {}) for id_, name in page.fields if not id_ or id_ not in page.labels)
    yield from (("page-table-without-head", "", {}) for has_head in page.tables if not has_head)
    yield from (("media-without-captions", "", {}) for has_words in page.media if not has_words)
    yield from (("button-empty", "", {}) for words in page.buttons if not words.strip())
    yield from (("page-id-twice", name, {}) for name in sorted({name for name in page.ids if page.ids.count(name) > 1}))
    for (before, _), (level, words) in pairwise(page.headings):
        if level > before + 1:
            yield "heading-left-out", words.strip(), {"level": str(level), "before": str(before)}


def _links(page: _Reader, unclear: frozenset[str]) -> Iterator[Fault]:
    for words in map(str.strip, page.links):
        if not words:
            yield "link-empty", "", {}
        elif words.casefold().strip(" .!:›»>→") in unclear or re.match(r"https?://", words):
            yield "link-unclear", words, {"words": words}
