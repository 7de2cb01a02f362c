"""Arabic for Chad, a draft: what it holds is whole, written as agreed, alone in drafts and beside French in print."""

import json
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
from builder.request import Request, run
from tests.conftest import DAY

LESSONS = ("cyberbullying", "asking-for-help")
WHOLE = (
    "documents", "safeguarding", "audiences", "frames", "pictures", "opening", "closing", "breaks", "energisers", *LESSONS,
    "plan-children-one-visit", "plan-booster-20-minutes", "country-TD",
)  # fmt: skip
UNSEEN = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
VOWELS, EASTERN_DIGITS = "\u064b-\u0652\u0670", "\u0660-\u0669\u06f0-\u06f9"
STRANGE = re.compile(f"[{UNSEEN}{VOWELS}{EASTERN_DIGITS}?,;\"“”'’\u0640]")
"""Marks of direction, signs of vowels, eastern digits, Latin signs and quotes, stretched letters."""


def built(output, plan, lesson, audience, language, **words):
    request = Request(plan, output, DAY, audience, language, "TD", modules=lesson, **words)
    return run(request, lambda _: None)


@pytest.mark.parametrize("name", WHOLE)
def test_what_was_begun_is_whole_and_written_as_agreed(name):
    for entry in polib.pofile(str(installed() / f"workshops/locale/ar/{name}.po")):
        said = [entry.msgstr, *entry.msgstr_plural.values()]
        assert entry.obsolete or (any(said) and not entry.fuzzy), entry.msgctxt
        assert not any(STRANGE.search(each) for each in said), entry.msgctxt


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


@pytest.mark.parametrize("audience", ["5-8", "9-12", "13-17"])
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("plan", ["children-one-visit", "booster-20-minutes"])
def test_a_lesson_in_arabic_borrows_no_word_from_another_language(plan, lesson, audience, tmp_path):
    outcome = built(tmp_path, plan, lesson, audience, "ar", draft=True)
    assert {problem.code for problem in outcome.report.problems} == {"no-printable-helpline"}, "Chad has no number to print"
    assert json.loads((outcome.packs[0].folder / "manifest.json").read_text("utf-8"))["fell_back"] == {}


@pytest.mark.parametrize("audience", ["5-8", "9-12", "13-17"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_in_french_and_arabic_is_printed_without_being_a_draft(lesson, audience, tmp_path):
    outcome = built(tmp_path, "children-one-visit", lesson, audience, "fr+ar")
    told = {problem.code for problem in outcome.report.problems if "locale/fr" not in str(problem.place)}
    assert told == {"no-printable-helpline"}, "Chad has no number to print"
    assert outcome.packs[0].folder.name == f"children-one-visit_{audience}_fr+ar_TD"
