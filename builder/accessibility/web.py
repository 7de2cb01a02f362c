"""What a web page says of itself to a screen reader (WCAG 2.2), as far as its own text tells without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from builder.accessibility.seen import Finding
from builder.model.report import Severity

MOST_BYTES = 20_000_000
_MUTE_FIELDS = frozenset({"hidden", "submit", "reset", "button", "image"})
_FIELDS = frozenset({"input", "select", "textarea"})
_SPEAKING = ("aria-label", "aria-labelledby", "title")
_WARNINGS = ("link-unclear", "heading-left-out")


def findings(path: Path, unclear: frozenset[str]) -> list[Finding]:
    """Everything found in a page; `unclear` are words that do not say where a link leads."""
    try:
        content = path.read_bytes()[:MOST_BYTES]
    except OSError as error:
        return [Finding(path.name, 0, Severity.ERROR, "cannot-read", values=(("reason", error.strerror or ""),))]
    reader = _Reader()
    reader.feed(content.decode("utf-8", "replace"))
    reader.close()
    return [
        Finding(path.name, 0, Severity.WARNING if code in _WARNINGS else Severity.ERROR, code, "", excerpt[:60], tuple(values.items()))
        for code, excerpt, values in reader.found(unclear)
    ]


class _Reader(HTMLParser):
    """Collects what speaks and what is mute."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title, self.language = "", ""
        self.open: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.links: list[str] = []
        self.tables: list[bool] = []
        self.mute: list[str] = []
        self.fields: list[str] = []
        self.labels: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag not in ("br", "hr", "img", "input", "meta", "link", "source", "wbr", "area", "col"):
            self.open.append(tag)
        if tag == "html":
            self.language = told.get("lang", "")
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        elif tag == "a" and "href" in told:
            self.links.append(told.get("aria-label", ""))
        elif tag == "table":
            self.tables.append(told.get("role") == "presentation")
        elif tag == "th" and self.tables:
            self.tables[-1] = True
        elif tag == "label":
            self.labels.add(told.get("for", ""))
        elif tag in ("img", "svg"):
            self._picture(tag, told)
        elif tag in _FIELDS:
            self._field(told)

    def _picture(self, tag: str, told: dict[str, str]) -> None:
        """A picture says what it shows, or that it only decorates: an empty `alt`, hidden, or a presentation."""
        hidden = told.get("aria-hidden") == "true" or told.get("role") in ("presentation", "none")
        if not hidden and not (tag == "img" and "alt" in told) and not any(told.get(name) for name in _SPEAKING):
            self.mute.append(told.get("src", "")[:60])
        if self.links and "a" in self.open and not self.links[-1]:
            self.links[-1] = told.get("alt", "") or told.get("aria-label", "")

    def _field(self, told: dict[str, str]) -> None:
        if told.get("type") not in _MUTE_FIELDS and "label" not in self.open and not any(told.get(name) for name in _SPEAKING):
            self.fields.append(told.get("id", "") or "?")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "title" in self.open and "svg" not in self.open:
            self.title += data
        if self.headings and any(re.fullmatch("h[1-6]", name) for name in self.open):
            level, words = self.headings[-1]
            self.headings[-1] = (level, words + data)
        if self.links and "a" in self.open:
            self.links[-1] += data

    def found(self, unclear: frozenset[str]) -> Iterator[tuple[str, str, dict[str, str]]]:
        """(code, excerpt, values) of each thing that stands in a reader's way."""
        if not self.title.strip():
            yield "document-without-title", "", {}
        if not self.language.strip():
            yield "document-without-language", "", {}
        yield from (("figure-without-alt", source, {}) for source in self.mute)
        yield from (("field-without-label", name, {}) for name in self.fields if name not in self.labels)
        yield from (("table-without-head", "", {}) for has_head in self.tables if not has_head)
        for (before, _), (level, words) in zip([(0, ""), *self.headings], self.headings, strict=False):
            if level > before + 1:
                yield "heading-left-out", words.strip(), {"level": str(level), "before": str(before)}
        for words in map(str.strip, self.links):
            if not words or words.casefold().strip(" .!:›»>→") in unclear or re.match(r"https?://", words):
                yield "link-unclear", words, {"words": words}
