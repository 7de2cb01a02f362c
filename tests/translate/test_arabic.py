"""Arabic as it is written, counted and held against what an age must not hear."""

import re

import polib
import pytest

from builder.compose.gate import check_words
from builder.content import Content
from builder.library import Library, installed
from builder.model.audience import Audience
from builder.model.document import Document
from builder.model.report import Report
from builder.model.source import Place
from builder.model.voice import Said

UNSEEN = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
VOWELS, EASTERN_DIGITS = "\u064b-\u0652\u0670", "\u0660-\u0669\u06f0-\u06f9"
STRANGE = re.compile(f"[{UNSEEN}{VOWELS}{EASTERN_DIGITS}?,;\"“”'’\u0640]")
"""Marks of direction, signs of vowels, eastern digits, Latin signs and quotes, stretched letters."""


@pytest.mark.parametrize("path", sorted((installed() / "workshops/locale/ar").glob("*.po")), ids=lambda path: path.stem)
def test_it_is_written_as_agreed(path):
    for entry in polib.pofile(str(path)):
        assert not any(STRANGE.search(each) for each in (entry.msgstr, *entry.msgstr_plural.values())), entry.msgctxt


def test_arabic_says_how_many_in_six_ways():
    content = Content(Library((installed(),)), Report())
    arabic = content.language("ar")
    assert arabic is not None
    assert arabic.rtl
    forms = content.catalogues(("ar",), frozenset({"documents"}))["ar"]["documents/alt-write"].plurals
    assert [forms[arabic.plural(n)].format(n=n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111)] == [
        "0 سطر للكتابة", "سطر واحد للكتابة", "سطران للكتابة", "3 أسطر للكتابة", "10 أسطر للكتابة", "11 سطرا للكتابة",
        "99 سطرا للكتابة", "100 سطر للكتابة", "102 سطر للكتابة", "103 أسطر للكتابة", "111 سطرا للكتابة",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "age", "word"),
    [
        ("هذا هو التنمر.", "5-8", "تنمر"),
        ("الأذى والتنمر", "5-8", "تنمر"),
        ("تعرض للتَّنمُّر", "5-8", "تنمر"),
        ("وبالاستدراج", "9-12", "استدراج"),
        ("نكتب بخط عريض", "5-8", ""),
        ("هذا هو التنمر.", "9-12", ""),
    ],
)
def test_a_word_not_for_this_age_is_found_with_what_is_written_onto_it(sentence, age, word):
    content, report = Content(Library((installed(),)), Report()), Report()
    band = next(each for each in content.bands if each.id == age)
    said = Said(sentence, "ar", place=Place("ours.po", 1))
    check_words((Document("slides", said, ()),), content.forbidden, Audience((band,)), report, (said,))
    assert [dict(problem.values)["word"] for problem in report.errors] == ([word] if word else [])
