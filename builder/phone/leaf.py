"""What every passage of one HTML page needs to know, and how texts are said in it: language, direction, emphasis, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from builder.drawing.definition import Definition
from builder.model.direction import isolates, runs_leftwards
from builder.model.look import Look
from builder.model.text import Span, spans
from builder.model.voice import NEUTRAL, Said, Voice
from builder.phone.markup import Html, joined, tag, text

NO_BREAK = "\u00a0"


@dataclass(slots=True)
class Leaf:
    """One page: its language, who speaks its labels, its colours and pictures.

    `calls` are the numbers that a tap may dial. `filled_in` says whether readers write on the page – participants do, on
    a guide nobody does, as nothing that is typed is kept. `drawn` are the pictures that stand on it already.
    """

    voice: Voice
    look: Look
    scenes: Mapping[str, Definition]
    calls: frozenset[str]
    filled_in: bool
    drawn: set[str] = field(default_factory=set)
    ids: int = 0

    @property
    def language(self) -> str:
        """The language of whatever says no other."""
        return self.voice.language.tag

    def id(self, prefix: str = "f") -> str:
        """A name that nothing else on the page has, such as `f1`."""
        self.ids += 1
        return f"{prefix}{self.ids}"

    def word(self, name: str, /, **values: object) -> Html:
        """A fixed wording, in both languages where there are two."""
        return self.said(self.voice.own_word(name) if not values else self.voice.word(name, **values))

    def plain(self, said: Said) -> str:
        """A text for an attribute: as it is read aloud, in both languages where there are two."""
        both = (said, said.second) if said.second and said.second.string != said.string else (said,)
        return " · ".join("".join(span.text for span in spans(each.string)) for each in both if each)

    def said(self, said: Said, between: str = "") -> Html:
        """A text in its language; the second language on a line of its own, or behind `between`."""
        first = self.one(said)
        if not said.second or said.second.string == said.string:
            return first
        if between:
            return joined((first, self.one(said.second)), between)
        below: dict[str, Any] = {**self.attributes(said.second), "class_": "second"}
        return joined((first, tag("span", self._inner(said.second), **below)))

    def one(self, said: Said) -> Html:
        """A text in its first language alone."""
        foreign = self.attributes(said)
        return tag("span", self._inner(said), **foreign) if foreign else self._inner(said)

    def _inner(self, said: Said) -> Html:
        return joined(self._span(span) for span in spans(said.string))

    def attributes(self, said: Said) -> dict[str, str | bool | int | None]:
        """Language and direction of a passage, where they are not the page's."""
        if said.language in ("", NEUTRAL, self.language):
            return {}
        leftwards = runs_leftwards(said.language)
        other = leftwards != self.voice.language.rtl
        return {"lang": said.language, "dir": ("rtl" if leftwards else "ltr") if other else None}

    def lines(self, items: Iterable[Said], **attributes: str) -> Html:
        """Each text as a list item."""
        return joined(tag("li", self.said(said), **attributes) for said in items)

    def _span(self, span: Span) -> Html:
        dialled = span.text.strip()
        inner = self.call(dialled) if dialled in self.calls else isolated(span.text)
        if span.bold:
            return tag("strong", inner)
        return tag("em", inner) if span.emphasis else inner

    def call(self, number: str) -> Html:
        """A number that a tap dials."""
        return tag("a", isolate(number, number=True), href=f"tel:{dialled(number)}")


def dialled(number: str) -> str:
    """The number as a telephone takes it (RFC 3966): digits, `+`, `*` and `#`, which an address writes `%23`."""
    return "".join(c for c in number if c.isdigit() or c in "+*#").replace("#", "%23")


def isolated(string: str) -> Html:
    """The text with what runs from left to right in any text – numbers, ranges, addresses – kept together and in its order."""
    parts, end = [], 0
    for start, stop, is_number in isolates(string):
        parts += [text(string[end:start]), isolate(string[start:stop], number=is_number)]
        end = stop
    return joined([*parts, text(string[end:])]) if parts else text(string)


def isolate(string: str, *, number: bool) -> Html:
    """A passage in its own order; a number also on one line, an address on as many as it needs."""
    if number:
        return tag("bdi", text(string.replace(" ", NO_BREAK)), dir="ltr")
    return tag("bdi", text(string), dir="ltr", class_="address")
