"""What authors write: texts with a variant per age range, light markup and placeholders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from builder.model.audience import EVERYONE, Audience, is_easy, key_for
from builder.model.source import Place


@dataclass(frozen=True, slots=True)
class Variant:
    """The text for one key: its lines – one, or several for a list of texts –, its place, in easy read the pictures beside them.

    `places` are those of the lines of a list; without them every line stands where the text does.
    """

    key: str
    lines: tuple[str, ...]
    place: Place
    pictures: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def placed(self) -> tuple[tuple[str, Place], ...]:
        """Each line with its place."""
        return tuple(zip(self.lines, self.places or (self.place,) * len(self.lines), strict=True))

    @property
    def easy(self) -> bool:
        """Whether it is an easy-read variant."""
        return is_easy(self.key)


@dataclass(frozen=True, slots=True)
class Text:
    """A text at an address, in its source language. `listed` means a list of texts: one message."""

    address: str
    variants: tuple[Variant, ...]
    listed: bool = False

    @property
    def place(self) -> Place:
        """Where its first variant stands."""
        return self.variants[0].place

    @property
    def ordinary(self) -> tuple[Variant, ...]:
        """Its variants without those in easy read; all, where it has no others."""
        return tuple(variant for variant in self.variants if not variant.easy) or self.variants

    def variant(self, audience: Audience) -> Variant | None:
        """The variant a room hears, or None when none is for it."""
        key = key_for(audience, tuple(variant.key for variant in self.variants))
        return next((variant for variant in self.variants if variant.key == key), None)


def context(address: str, key: str) -> str:
    """The msgctxt of one variant: `cyberbullying/what-is-it/points@9-12`."""
    return address if key == EVERYONE else f"{address}@{key}"


class Span(NamedTuple):
    """A piece of text of one emphasis."""

    text: str
    bold: bool = False
    emphasis: bool = False


_MARKUP = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*", re.DOTALL)
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)\}")


def spans(string: str) -> tuple[Span, ...]:
    """The string cut where its emphasis changes; **bold** and *emphasis* lose their stars."""
    found: list[Span] = []
    end = 0
    for match in _MARKUP.finditer(string):
        if match.start() > end:
            found.append(Span(string[end : match.start()]))
        found.append(Span(match[1], bold=True) if match[1] else Span(match[2], emphasis=True))
        end = match.end()
    if end < len(string):
        found.append(Span(string[end:]))
    return tuple(found)


def plain(string: str) -> str:
    """The string as it is read aloud: without stars."""
    return "".join(span.text for span in spans(string))


_SENTENCE = re.compile(r"[.!?…]+[”\"»’)]*\s+|\n")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line of a list is one."""
    return [part for part in (each.strip() for each in _SENTENCE.split(plain(text))) if words(part)]


def words(string: str) -> int:
    """How many words a reader meets."""
    return len(re.findall(r"[^\W_](?:[’'ʼ\u0300-\u036f-]?[^\W_]|[\u0300-\u036f])*", plain(string)))
