"""Marks of direction for word processors: they show what our own lines show, isolates and all."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.model.direction import apart, held, isolates, marked, turning
from builder.typeset.bidi import levels, visual

PIECES = ["اتصل", "بالرقم", "مجانًا", "WhatsApp", "Free", "116 111", "9-12", "+595 (21) 123-456", "*123#", "14:30", "25/11/2026", "147"]
PIECES += ["50%", "(نعم)", "(116 111)"]
PIECES += ["www.example.org", "ana@example.org", "@ana", "#StopBullying", "Disney+", "،", ".", "–", ":", "؟", "!"]


def shown(text: str, base: int, found: list | tuple = ()) -> str:
    """The characters from left to right as they are seen: without marks, no-break spaces as spaces."""
    order = visual(levels(text, base, found))
    return re.sub("[\u200e\u200f\u202a\u202c\u2060]", "", "".join(text[at] for at in order)).replace("\u00a0", " ")


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
@settings(max_examples=300)
@example(["WhatsApp", "9-12", "Free"])
@example(["116 111", "،", "14:30"])
@example(["اتصل", "116 111", "(Meta)"])
def test_marks_show_what_isolates_show(pieces):
    text = " ".join(pieces)
    assert shown("".join(marked(text, True)), 1) == shown(text, 1, isolates(text))
    quoted = text.replace("(", "").replace(")", "")  # brackets look at what they hold (UAX #9, N0): not followed here
    assert shown("".join(marked(quoted, False)), 0) == shown(quoted, 0, isolates(quoted))


@pytest.mark.parametrize("number", ["116 111", "9-12", "9–12", "+595 (21) 123-456", "*123#", "14:30", "25/11/2026", "(021) 123 456"])
@pytest.mark.parametrize("sentence", ["اتصل بالرقم {} مجانًا", "{}", "{}.", "رقم {}، أو 147", "147، {}", "({})", "WhatsApp {} نعم"])
def test_a_number_stays_as_it_was_written(number, sentence):
    given = "".join(marked(sentence.format(number), True))
    assert number in shown(given, 1)
    if " " in number:
        assert number not in given, "its spaces do not break"


def test_a_range_that_begins_a_line_is_not_torn_from_left_to_right_either():
    assert "".join(held(["Nos vemos ", "14:30–16:00 o ", "a las 9–12"])) == "Nos vemos 14:30–\u206016:00 o a las 9–12"
    assert "".join(held(["De 14:30–16:00"])) == "De 14:30–16:00", "what stands in one line is found and copied as it was written"
    assert "".join(held(["Sí – ", "2 veces"])) == "Sí – 2 veces"
    assert held([]) == []


def test_nothing_else_is_touched():
    text = "توقف! احظر الشخص (نعم)، 147."
    assert "".join(marked(text, True)) == text


def test_an_arabic_quotation_in_french_stays_whole():
    text = "Elle dit : « اتصل بالرقم 116 111 مجانًا »."
    assert shown("".join(marked(text, False)), 0) == shown(text, 0, isolates(text))


@pytest.mark.parametrize(
    "name", ["COVID-19/20", "PUBG-9/1", "A-1/2", "Windows 10/11", "iOS 9-12", "a-lesson/board-game-9/1", "CC\u00a0BY\u00a04.0"]
)
@pytest.mark.parametrize("sentence", ["از {} بود", "{}", "نعم {}، ثم 147"])
def test_a_number_stays_with_the_latin_name_it_belongs_to(name, sentence):
    text = sentence.format(name)
    assert name.replace("\u00a0", " ") in shown(text, 1, isolates(text))
    assert name.replace("\u00a0", " ") in shown("".join(marked(text, True)), 1)


def test_what_is_put_into_a_sentence_draws_no_neighbour_along():
    title, sentence = "رسائل WhatsApp 2026", "{} · 5 دقائق"
    assert shown(sentence.format(title), 1) == "قئاقد WhatsApp 2026 · 5 لئاسر"
    assert shown(sentence.format(apart(title, "ar")), 1) == "قئاقد 5 · WhatsApp 2026 لئاسر"
    assert apart(title, "es") == title
    assert apart("رسائل", "ar") == "رسائل"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("call \u202e741\u202c", "U+202E"),
        ("a \u2066b", "U+2066"),
        ("a \u2066b\u2069", ""),
        ("a\u2069", "U+2069"),
        ("سلام \u200f(116 111)", ""),
        ("plain", ""),
    ],
)
def test_hidden_signs_that_turn_text_are_found(text, found):
    assert turning(text) == found
