"""What a careful reader marks: phrases to avoid, names that are no placeholders, hard or long sentences, leftover English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from builder.content import Content
from builder.lesson import Lesson
from builder.model.audience import Audience, Band
from builder.model.source import Place
from builder.model.text import PLACEHOLDER, Text, context, plain, sentences, words
from builder.model.voice import Message
from builder.reading.ease import FORMULAS, ease
from builder.reading.phrases import avoided
from builder.translate.sync import Source, sources

Catalogue = Mapping[str, Message]
NAMED = re.compile(r"name\.(girl|boy)\d|place\.school|app\.\w+")
"""Placeholders whose values must not be written out."""


_SMALL = re.compile(r"\b[^\W\d_A-Z]{3,}\b")
"""Words in small letters: what a translation would have changed."""


class Line(NamedTuple):
    """A text as one audience reads it in one language: its address, its words, where to mend it."""

    address: str
    text: str
    place: Place


def proofread(content: Content, everything: Mapping[str, list[Source]]) -> None:
    """Marks everything, in the language that lessons are written in and in each translation."""
    for name in content.library.modules():
        lesson = content.lesson(name)
        if lesson:
            _check_reading(content, lesson, "en", {})
    _check_words(content, "en", everything, {})
    for tag in (tag for tag in content.library.languages() if tag != "en" and "@" not in tag):
        said = content.catalogues((tag,), frozenset(everything))[tag]
        _check_words(content, tag, everything, said)
        for name in content.library.modules():
            lesson = content.lesson(name)
            if lesson:
                _check_reading(content, lesson, tag, said)


def proofread_own(content: Content, tag: str, texts: list[Text]) -> None:
    """Marks texts that are written in this language themselves: a partner's."""
    _check_words(content, tag, {"own": sources(texts)}, {}, written=True)
    for text in texts:
        for band in content.bands:
            variant = text.variant(Audience((band,)))
            if variant is None or text.address.endswith(SAID_TO_ADULTS):
                continue
            for line, place in variant.placed:
                longest = max((words(sentence) for sentence in sentences(PLACEHOLDER.sub("Name", plain(line)))), default=0)
                if longest > band.sentence_words:
                    report, most = content.report, band.sentence_words
                    report.warning("long-sentence", place, found=longest, most=most, audience=band.id, language=tag)


SAID_TO_ADULTS = ("/say", "/do", "/expect")
"""What the facilitator reads, not participants."""


def _check_words(content: Content, tag: str, everything: Mapping[str, list[Source]], said: Catalogue, *, written: bool = False) -> None:
    """Phrases to avoid, written-out names, texts left as they were."""
    known, names = content.phrases(tag), _names(content, tag)
    for source in (source for name, found in everything.items() if name not in ("problems", "commands") for source in found):
        message = said.get(source.context)
        if tag != "en" and not written and not (message and message.text and not message.fuzzy and message.source == source.text):
            continue
        text, place = (message.text, message.place) if message else (source.text, source.place)
        for phrase, found in avoided(text, source.context, known):
            content.report.warning("phrase-to-avoid", place, words=found, say=phrase.say, why=phrase.why)
        named = names.search(PLACEHOLDER.sub("", text)) if names and not source.context.startswith("country-") else None
        if named:
            content.report.warning("written-out-name", place, name=named[0])
        if message and text == source.text and len(_SMALL.findall(PLACEHOLDER.sub("", text))) >= 3:
            content.report.warning("same-as-source", place, text=text[:60], language=tag)


def _names(content: Content, tag: str) -> re.Pattern[str] | None:
    """The names, schools and apps that countries have in a language."""
    countries = [country for name in content.library.countries() if (country := content.country(name))]
    values = {value for each in countries for name, value in each.values.get(tag, {}).items() if NAMED.fullmatch(name)}
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(values)))})(?!\w)") if values else None


def _check_reading(content: Content, lesson: Lesson, tag: str, said: Catalogue) -> None:
    """Whether participants of each age can read what they are shown."""
    for band in content.bands:
        if band.id not in lesson.module.audiences:
            continue
        lines = list(_lines(lesson, band, tag, said))
        for line in lines:
            longest = max((words(sentence) for sentence in sentences(line.text)), default=0)
            if longest > band.sentence_words:
                report = content.report
                report.warning("long-sentence", line.place, found=longest, most=band.sentence_words, audience=band.id, language=tag)
        found = ease((line.text for line in lines), tag) if tag in FORMULAS else None
        if found is not None and found < band.ease:
            place = lesson.place if tag == "en" else lines[0].place
            content.report.warning(
                "hard-to-read", place, found=round(found), least=band.ease, audience=band.id, language=tag, module=lesson.module.id
            )


def _lines(lesson: Lesson, band: Band, tag: str, said: Catalogue) -> Iterator[Line]:
    """What this audience reads on slides and sheets."""
    audience = Audience((band,))
    for block in lesson.blocks:
        for text in block.read_texts(audience) if block.is_for_band(band) else ():
            yield from _as_read(text, audience, tag, said)


def _as_read(text: Text, audience: Audience, tag: str, said: Catalogue) -> Iterator[Line]:
    variant = text.variant(audience)
    if variant is None:
        return
    address = context(text.address, variant.key)
    if tag == "en":
        yield from (Line(address, PLACEHOLDER.sub("Name", plain(line)), place) for line, place in variant.placed)
        return
    message = said.get(address)
    if message and message.text and not message.fuzzy and message.source == "\n".join(variant.lines):
        for line in message.text.split("\n"):
            yield Line(address, PLACEHOLDER.sub("Name", plain(line)), message.place or variant.place)
