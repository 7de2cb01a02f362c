"""What is said: a text in one language, to one audience, in one country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from builder.model.audience import Audience
from builder.model.direction import apart
from builder.model.easy import faults
from builder.model.language import Language, tag_of
from builder.model.report import Report
from builder.model.source import Place
from builder.model.text import PLACEHOLDER, Text, Variant, context, plain

_BOLD, _NAME = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"\{(\w+)\}")


class Said(NamedTuple):
    """A string ready to set, its language, where it comes from, its fallback, the same in a second language, the picture beside it."""

    string: str
    language: str
    address: str = ""
    fallback: str = ""
    place: Place | None = None
    second: Said | None = None
    picture: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.string)

    def part(self, number: int, of: int) -> Said:
        """It as the title of one of several slides: `A message (2/3)`, in each of its languages."""
        second = self.second.part(number, of) if self.second else None
        return self._replace(string=f"{self.string}\u00a0({number}/{of})", second=second)

    def again(self, times: int) -> Said:
        """It as a title that was there before: `Let’s practise! (2)`, in each of its languages."""
        second = self.second.again(times) if self.second else None
        return self._replace(string=f"{self.string}\u00a0({times})", second=second)

    def each(self) -> tuple[Said, ...]:
        """It in each of its languages."""
        return (self._replace(second=None), self.second) if self.second else (self,)


def _says(message: Message, source: str) -> bool:
    """Whether a message translates today's source."""
    return bool(message.text or message.plurals) and not message.fuzzy and message.source == source


def joined(parts: Iterable[Said], between: str, language: str) -> Said:
    """Several texts as one, in each language in which there is one."""
    parts = [part for part in parts if part]
    seconds = [part.second or part for part in parts]
    other = seconds[0].language if seconds else ""
    second = Said(between.join(apart(part.string, other) for part in seconds), other) if any(part.second for part in parts) else None
    return Said(between.join(apart(part.string, language) for part in parts), language, second=second)


def _put_in(wording: str, tag: str, values: Mapping[str, object]) -> dict[str, object]:
    """The values as they are put into a wording: what stands in bold there has no bold of its own."""
    in_bold = {name for bold in _BOLD.findall(wording) for name in _NAME.findall(bold)} if "**" in wording else ()
    strings = {key: value.string if isinstance(value, Said) else value for key, value in values.items()}
    kept = {key: plain(value) if key in in_bold and isinstance(value, str) else value for key, value in strings.items()}
    return {key: apart(value, tag) if isinstance(value, str) else value for key, value in kept.items()}


@dataclass(frozen=True, slots=True)
class Message:
    """One translated message: the source it was made from, its text, whether it waits for a person, where it stands."""

    source: str
    text: str
    fuzzy: bool = False
    plurals: tuple[str, ...] = ()
    place: Place | None = None


class Found(NamedTuple):
    """A text as it was found: its lines, the layer that has it, the place to mend it, its fallback, the pictures beside its lines.

    `places` are those of its lines, where each has one of its own.
    """

    lines: tuple[str, ...]
    layer: str
    place: Place
    fallback: str = ""
    pictures: tuple[str, ...] = ()
    easy: bool = False
    places: tuple[Place, ...] = ()


class Ease(NamedTuple):
    """How easily a text was said: in an easy-read variant, or in ordinary words: which line of them is hard, where a partner's stand."""

    written: bool
    hard: str = ""
    partner: Place | None = None


class Used(NamedTuple):
    """A message that was said: the layer it came from, its source, its translation – as signatures are given for them."""

    layer: str
    source: str
    target: str


class Own(NamedTuple):
    """A partner's words for a text, and the layer they belong to."""

    text: Text
    layer: str


NEUTRAL = "zxx"
"""The language of what is the same in every language, such as the name of a web site (ISO 639-2: no linguistic content)."""


Catalogues = Mapping[str, Mapping[str, Message]]
"""Layer tag → msgctxt → message, for every layer that a language looks its texts up in."""

SAFETY = (
    "safeguarding/", "documents/help-", "documents/strip-", "documents/ask-locally", "documents/in-danger", "documents/emergency-number",
    "documents/trusted-adult", "documents/sensitive-strip", "documents/rehearse-strip", "documents/guide-sensitive",
)  # fmt: skip
"""Addresses of what keeps children safe: never shown in another language, not even in a draft."""


@dataclass(slots=True)
class Voice:
    """Says texts to one audience in one language; what it cannot say goes into the report.

    `written` holds the layers of texts that are not in the `source_language`, by the file they stand in or by their address; `own` a
    partner's words for a text, which stand before any translation; `guarded` layers of partners, who translate only their own texts.
    A `draft` says what is not translated in another language, marked with that language's tag. `used` holds every
    context that was said. A bilingual voice has a `second` that says the same. To a room that reads easily, `easy` notes how easily
    each text was said.
    """

    language: Language
    source_language: str
    audience: Audience
    catalogues: Catalogues
    values: Mapping[str, str]
    fixed: Mapping[str, Text]
    report: Report
    draft: bool = False
    second: Voice | None = None
    written: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, Own] = field(default_factory=dict)
    guarded: tuple[str, ...] = ()
    fell_back: dict[str, str] = field(default_factory=dict)
    used: dict[str, Used] = field(default_factory=dict)
    easy: dict[str, Ease] = field(default_factory=dict)

    def say(self, text: Text | None) -> Said:
        """The text for this room; an empty Said when there is none for it."""
        lines = self.lines(text)
        return lines[0] if lines else Said("", self.language.tag)

    def lines(self, text: Text | None) -> tuple[Said, ...]:
        """Each line of a list of texts for this room."""
        return self._lines(text, self.variant(text)) if text else ()

    def variant(self, text: Text) -> Variant | None:
        """The variant this room hears: an easy-read one only where every language of the room has it, else the ordinary one."""
        found = text.variant(self.audience)
        if found is None or not found.easy or self._all_have(text, found):
            return found
        return text.variant(replace(self.audience, easy=False))

    def can_say(self, text: Text) -> bool:
        """Whether every language of the room has the text."""
        variant = self.variant(text)
        return bool(variant and self._all_have(text, variant))

    def _all_have(self, text: Text, variant: Variant) -> bool:
        return all(voice.has(text, variant) for voice in (self, self.second) if voice)

    def has(self, text: Text, variant: Variant) -> bool:
        """Whether this very variant can be said: it is written in this language, or translated and up to date, or a partner's own."""
        own = self.own.get(text.address)
        mine = own.text.variant(self.audience) if own else None
        if mine:
            return mine.easy is variant.easy
        written, source = self._written(text.address, variant.place), "\n".join(variant.lines)
        address = context(text.address, variant.key)
        messages = (self.catalogues.get(tag, {}).get(address) for tag in self.language.chain)
        return written in (*self.language.chain, NEUTRAL) or any(each and _says(each, source) for each in messages)

    def _lines(self, text: Text, variant: Variant | None) -> tuple[Said, ...]:
        if variant is None:
            return ()
        found = self.found(text, variant)
        if self.audience.easy:
            self._note_ease(text, found)
        pictures = found.pictures or ("",) * len(found.lines)
        tag = tag_of(found.fallback or found.layer)
        mark = f"[{tag}] " if found.fallback else ""
        places = found.places or (found.place,) * len(found.lines)
        filled = [mark + self._filled(string, text.address, place) for string, place in zip(found.lines, places, strict=True)]
        others = self.second._lines(text, variant) if self.second else ()
        seconds = others if len(others) == len(filled) else (None,) * len(filled)
        return tuple(
            Said(string, tag, text.address, found.fallback, place, second, picture)
            for string, place, second, picture in zip(filled, places, seconds, pictures, strict=True)
        )  # fmt: skip

    def _note_ease(self, text: Text, found: Found) -> None:
        """Notes how easily a text was said; a partner's ordinary words stand before any easy-read ones, so they are held to the limits."""
        lines = () if found.easy else found.lines
        hard = next((line for line in lines if any(faults((line,), listed=text.listed))), "")
        own = self.own.get(text.address)
        self.easy[text.address] = Ease(found.easy, hard, found.place if own and own.layer == found.layer else None)

    def word(self, name: str, /, **values: object) -> Said:
        """A fixed wording of the documents by its name, such as `minutes`, with its values – texts that were said among them."""
        text = self.fixed[name]
        number = next((value for value in values.values() if isinstance(value, int)), 1)
        string, tag, place = self._fixed(text, number)
        if text.address in self.fell_back and any(c.isalpha() for c in PLACEHOLDER.sub("", string)):  # punctuation needs no mark
            string = f"[{tag_of(tag)}] {string}"
        others = {key: value.second or value if isinstance(value, Said) else value for key, value in values.items()}
        second = self.second.word(name, **others) if self.second else None
        strings = _put_in(string, tag, values)
        return Said(string.format(**strings) if strings else string, tag_of(tag), text.address, "", place, second)

    def own_word(self, name: str) -> Said:
        """A fixed wording as this audience is spoken to: some have one of their own, ending in its id, in `-adults` or `-easy`."""
        band = self.audience.youngest
        own = (f"{name}-{band.id}", *((f"{name}-adults",) if band.adult else ()))
        easy = self.fixed.get(f"{name}-easy") if self.audience.easy else None
        easily = (f"{name}-easy",) if easy and self._all_have(easy, easy.variants[0]) else ()
        return self.word(next((each for each in (*own, *easily) if each in self.fixed), name))

    def heard(self) -> list[tuple[str, Used]]:
        """What was said since this was last asked, contexts and messages, in the second language too."""
        said, self.used = list(self.used.items()), {}
        return said + (self.second.heard() if self.second else [])

    def found(self, text: Text, variant: Variant) -> Found:
        """The variant in this language – or in a draft in another –; what is missing is in the report."""
        address = context(text.address, variant.key)
        own = self.own.get(text.address)
        mine = own.text.variant(self.audience) if own else None
        if own and mine:
            self.used[address] = Used(own.layer, "\n".join(variant.lines), "\n".join(mine.lines))
            return Found(mine.lines, own.layer, mine.place, "", mine.pictures, mine.easy, mine.places)
        tag, message = self._looked_up(address, "\n".join(variant.lines), variant.place)
        lines = tuple(message.text.split("\n")) if message else tuple(self._shown(line, tag) for line in variant.lines)
        place = message.place if message and message.place else variant.place
        pictures = variant.pictures if len(lines) == len(variant.lines) else ()
        places = () if message else variant.places
        return Found(lines, tag, place, self.fell_back.get(address, ""), pictures, variant.easy, places)

    def _fixed(self, text: Text, number: int) -> tuple[str, str, Place]:
        """The form for a number, its layer, where it is written."""
        lines = text.variants[0].lines
        tag, message = self._looked_up(text.address, lines[0], text.place)
        forms = (message.plurals or (message.text,)) if message else lines
        form = self.language.plural(number) if tag in self.language.chain else int(number != 1)
        place = message.place if message and message.place else text.place
        return self._shown(forms[min(form, len(forms) - 1)], tag), tag, place

    def _shown(self, source: str, tag: str) -> str:
        """A source text as it is said: in a trial language disguised."""
        disguise = self.language.disguise
        return disguise(source) if disguise and tag in self.language.chain else source

    def _looked_up(self, address: str, source: str, place: Place) -> tuple[str, Message | None]:
        """The layer that says this, and its message; none where the source language itself says it."""
        source_language = self._written(address, place)
        if self.language.disguise and source_language != NEUTRAL:
            self.used[address] = Used(self.language.chain[0], source, self.language.disguise(source))
            return self.language.chain[0], None
        others = (*self.language.others, source_language) if self.draft and not address.startswith(SAFETY) else ()
        for tag in (*self.language.chain, *others):
            message = self.catalogues.get(tag, {}).get(address)
            if message and tag in self.guarded and source_language.rpartition("@")[2] != tag.rpartition("@")[2]:
                self.report.warning("not-your-text", message.place, address=address)
                message = None
            says = message and _says(message, source)
            if source_language in (tag, NEUTRAL) or says:
                if source_language == NEUTRAL:
                    return tag, None
                self.used[address] = Used(tag, source, "\n".join(message.plurals) or message.text if says and message else source)
                if tag not in self.language.chain:
                    self.fell_back[address] = tag
                return tag, message if says else None
        written, _, partner = source_language.partition("@")
        if partner:
            values = {"address": address, "language": self.language.tag, "written": written, "partner": partner}
            self.report.error("partner-not-translated", place, **values)
            return source_language, None
        code = "missing-safety" if self.draft else "missing-translation"
        self.report.error(code, place, address=address, language=self.language.tag)
        return source_language, None

    def _written(self, address: str, place: Place) -> str:
        """The layer of the language that the text itself is written in."""
        return self.written.get(address) or self.written.get(place.file, self.source_language)

    def _filled(self, string: str, address: str, place: Place) -> str:
        def value(match: object) -> str:
            name = match[1]  # type: ignore[index]
            if name not in self.values:
                self.report.error("placeholder-without-value", place, name=name, address=address)
            return self.values.get(name, "")

        return PLACEHOLDER.sub(value, string) if "{" in string else string
