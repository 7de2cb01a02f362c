"""What is said: a text in one language, to one audience, in one country."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from builder.model.audience import Audience
from builder.model.report import Report
from builder.model.source import Place
from builder.model.text import PLACEHOLDER, Text, Variant, context


class Said(NamedTuple):
    """A string ready to set, its language, where it comes from, and the language it fell back to."""

    string: str
    language: str
    address: str = ""
    fallback: str = ""
    place: Place | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.string)


@dataclass(frozen=True, slots=True)
class Message:
    """One translated message: the source it was made from, its text, whether it waits for a person, where it stands."""

    source: str
    text: str
    fuzzy: bool = False
    plurals: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its tag, the layers its texts are looked up in, and how it writes."""

    tag: str
    name: str
    rtl: bool
    chain: tuple[str, ...]
    standing: str
    date_form: str = "{day} {month} {year}"
    months: tuple[str, ...] = ()
    plural: Callable[[int], int] = field(default=lambda n: int(n != 1), compare=False)

    def dated(self, day: date) -> str:
        """The day as this language writes it."""
        month = self.months[day.month - 1] if self.months else str(day.month)
        return self.date_form.format(day=day.day, month=month, year=day.year)


Catalogues = Mapping[str, Mapping[str, Message]]
"""Layer tag → msgctxt → message, for every layer in a language's chain."""


@dataclass(slots=True)
class Voice:
    """Says texts to one audience in one language; what it cannot say goes into the report."""

    language: Language
    source_language: str
    audience: Audience
    catalogues: Catalogues
    values: Mapping[str, str]
    fixed: Mapping[str, Text]
    report: Report
    fell_back: dict[str, str] = field(default_factory=dict)

    def say(self, text: Text | None) -> Said:
        """The text for this room; an empty Said when there is none for it."""
        lines = self.lines(text)
        return lines[0] if lines else Said("", self.language.tag)

    def lines(self, text: Text | None) -> tuple[Said, ...]:
        """Each line of a list of texts for this room."""
        variant = text.variant(self.audience) if text else None
        if text is None or variant is None:
            return ()
        strings, tag, place = self._translated(text, variant)
        fallback = tag if tag not in self.language.chain else ""
        return tuple(
            Said(self._filled(string, text.address, place), tag.split("@")[0], text.address, fallback, place) for string in strings
        )

    def word(self, name: str, /, **values: object) -> Said:
        """A fixed wording of the documents by its name, such as `minutes`, with its values put in."""
        text = self.fixed[name]
        number = next((value for value in values.values() if isinstance(value, int)), 1)
        string, tag = self._fixed(text, number)
        return Said(string.format(**values) if values else string, tag.split("@")[0], text.address)

    def _fixed(self, text: Text, number: int) -> tuple[str, str]:
        for tag in self.language.chain:
            message = self.catalogues.get(tag, {}).get(text.address)
            if message and (message.text or message.plurals) and not message.fuzzy:
                forms = message.plurals or (message.text,)
                return forms[min(self.language.plural(number), len(forms) - 1)], tag
        if self.source_language not in self.language.chain:
            self.report.error("missing-translation", text.place, address=text.address, language=self.language.tag)
        lines = text.variants[0].lines
        return lines[min(int(number != 1), len(lines) - 1)], self.source_language

    def _translated(self, text: Text, variant: Variant) -> tuple[tuple[str, ...], str, Place]:
        source = "\n".join(variant.lines)
        address = context(text.address, variant.key)
        for tag in self.language.chain:
            if tag == self.source_language:
                return variant.lines, tag, variant.place
            message = self.catalogues.get(tag, {}).get(address)
            if message and message.text and not message.fuzzy and message.source == source:
                return tuple(message.text.split("\n")), tag, message.place or variant.place
        self._missing(address, variant)
        return variant.lines, self.source_language, variant.place

    def _missing(self, address: str, variant: Variant) -> None:
        self.fell_back[address] = self.source_language
        self.report.error("missing-translation", variant.place, address=address, language=self.language.tag)

    def _filled(self, string: str, address: str, place: Place) -> str:
        def value(match: object) -> str:
            name = match[1]  # type: ignore[index]
            if name not in self.values:
                self.report.error("placeholder-without-value", place, name=name, address=address)
            return self.values.get(name, "")

        return PLACEHOLDER.sub(value, string) if "{" in string else string
