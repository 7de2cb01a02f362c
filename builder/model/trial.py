"""Trial languages: every text disguised, so that what a translation would bring to light is seen before there is one.

`qps` is a code that ISO 639-2 keeps for private use, and what pseudo-locales are called elsewhere (Android, Windows, CLDR).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple
from zlib import crc32

from builder.model.direction import isolates
from builder.model.language import Language

GROWTH = 0.4
"""How much longer than its source `qps-long` makes a text."""
LONGEST_WORD = 18
"""Words do not grow beyond so many letters: a language with longer texts has more words, too."""

_KEPT = re.compile(r"\{[^{}]*\}|\*+|CC BY(?:-[A-Z]+)* \d\.\d")
_AGES = re.compile(r"[A-Z][a-z]+ (?=\d+\u2013\d)")
"""A word before a range – “Ages 9–12” –, which only looks like a name with its version."""
_WORD = re.compile(r"[^\W\d_](?:[’'ʼ]?[^\W\d_]|[\u0300-\u036f])*")
_ACCENTED = dict(zip("acdeghijklnopqrstuwyzACDEGHIJKLNOPQRSTUWYZ", "åçđéĝĥîĵķļñöþǫŕšţûŵýžÅÇÐÉĜĤÎĴĶĻÑÖÞǪŔŠŢÛŴÝŽ", strict=True))
_MORE = ("öñé", "ţŵö", "ţĥŕéé", "föûŕ", "fîvé", "šîx", "šévéñ", "éîĝĥţ", "ñîñé", "ţéñ", "éļévéñ", "ţŵéļvé")
"""Words that `qps-long` puts between others: they say nothing, and nobody takes them for anything."""

_ARABIC = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابكديفغهيجكلمنوبقرستوفوخيز", strict=True)) | {"đ": "د", "ß": "س"}
_ARABIC_SIGNS = str.maketrans({",": "،", ";": "؛", "?": "؟", "“": "«", "”": "»"})

_TILDE, _CIRCUMFLEX, _BELOW, _HORN = "\u0303", "\u0302", "\u0323", "\u031b"
_STACKED = {"a": _BELOW + _CIRCUMFLEX, "o": _CIRCUMFLEX + _TILDE, "u": _HORN + _BELOW}
_MARKS = dict.fromkeys("eginy", _TILDE) | _STACKED
"""Marks on letters as Guaraní (g̃ ẽ ỹ) and Vietnamese (ậ ỗ ự) have them, in the order of NFD."""


class Trial(NamedTuple):
    """A trial language: its tag in documents – private use, with a script that is one –, and what it makes of a text."""

    written: str
    disguise: Callable[[str], str]
    rtl: bool = False


def longer(text: str) -> str:
    """The text with accents on its letters and 40% longer: longer words, and more of them."""
    parts = list(_parts(text))
    last = max((number for number, part in enumerate(parts) if part.is_word), default=0)
    owed, made = 0.0, []
    for number, part in enumerate(parts):
        owed += 0 if part.is_kept else GROWTH * len(part.text)
        if not part.is_word:
            made.append(part.text)
            continue
        filler = f" {_MORE[crc32(f'{part.text} {number}'.encode()) % len(_MORE)]}"
        is_free = number == last or parts[number + 1].text.startswith(" ")
        share = _share(part.text, owed, 1 if is_free else 2)
        if number == last and owed - share < len(filler):
            share = min(round(owed), max(share, LONGEST_WORD - len(part.text)))
        made.append(_grown(part.text, share))
        owed -= share
        if owed >= len(filler) and is_free:
            made.append(filler)
            owed -= len(filler)
    return "".join(made)


def in_arabic_letters(text: str) -> str:
    """The text in letters that are written from right to left and joined, one for one."""

    def turned(word: str) -> str:
        bare = (c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
        return "".join(_ARABIC.get(c, c) for c in bare if c not in "’'ʼ")

    def set_(part: _Part) -> str:
        return turned(part.text) if part.is_word else part.text if part.is_kept else part.text.translate(_ARABIC_SIGNS)

    return "".join(map(set_, _parts(text)))


def with_marks(text: str) -> str:
    """The text with marks over and under its letters, composed in some words and decomposed in others."""

    def marked(word: str) -> str:
        found = "".join(c + _MARKS.get(c.lower(), "") for c in word)
        found = found if found != word else f"{word[0]}{_TILDE}{word[1:]}"
        return unicodedata.normalize("NFC", found) if crc32(word.encode()) % 2 else found

    return "".join(marked(part.text) if part.is_word else part.text for part in _parts(text))


class _Part(NamedTuple):
    """A word, what lies between words, or what is kept as it is: placeholders, marks of emphasis, numbers, addresses."""

    text: str
    is_word: bool = False
    is_kept: bool = False


def _parts(text: str) -> Iterator[_Part]:
    kept = [match.span() for match in _KEPT.finditer(text)]
    kept += [(word.end() if (word := _AGES.match(text, each.start)) else each.start, each.end) for each in isolates(text)]
    end = 0
    for start, until in sorted(kept):
        if start >= end:
            yield from _words(text[end:start])
            yield _Part(text[start:until], is_kept=True)
            end = until
    yield from _words(text[end:])


def _words(text: str) -> Iterator[_Part]:
    end = 0
    for match in _WORD.finditer(text):
        if match.start() > end:
            yield _Part(text[end : match.start()])
        yield _Part(match[0], is_word=True)
        end = match.end()
    if end < len(text):
        yield _Part(text[end:])


def _share(word: str, owed: float, times: int) -> int:
    """By how many letters a word grows: about a fifth, the rest is for more words; twice that where none can follow, before a comma."""
    fifth = len(word) // 5 + (crc32(word.encode()) % 5 < len(word) % 5)
    return max(0, min(LONGEST_WORD - len(word), round(owed), times * fifth))


def _grown(word: str, more: int) -> str:
    """The word with accents, its vowels held for as many letters more."""
    letters = [_ACCENTED.get(c, c) for c in word]
    vowels = [at for at, c in enumerate(word) if c.lower() in "aeiou"] or [len(word) - 1]
    for number in range(more):
        at = vowels[number % len(vowels)]
        letters[at] += _ACCENTED.get(word[at], word[at]).lower()
    return "".join(letters)


TRIALS = {
    "qps-long": Trial("qps", longer),
    "qps-marks": Trial("qps", with_marks),
    "qps-rtl": Trial("qps-Arab", in_arabic_letters, rtl=True),
}
"""Every trial language by the name it is asked for."""


def trial_of(tag: str, source: Language) -> Language:
    """The trial language of this name: the source language disguised, always a draft."""
    trial = TRIALS[tag]
    months = tuple(map(trial.disguise, source.months))
    layer = f"{trial.written}@{tag.rpartition('-')[2]}"
    return replace(
        source, tag=tag, name=f"TRIAL {tag}", rtl=trial.rtl, chain=(layer,), standing="draft", months=months, disguise=trial.disguise,
    )  # fmt: skip
