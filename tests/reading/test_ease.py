"""Reading ease: the published formulas, on sentences whose counts can be done by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.text import sentences
from builder.reading.ease import FEWEST, ease, syllables


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("message", "en", 2), ("table", "en", 2), ("friend", "en", 1), ("telephone", "en", 3),
        ("mensaje", "es", 3), ("foto", "es", 2), ("ayuda", "es", 3), ("día", "es", 2), ("bien", "es", 1),
        ("histoire", "fr", 2), ("photo", "fr", 2), ("parler", "fr", 2), ("aide", "fr", 1),
    ],
)  # fmt: skip
def test_syllables(word, language, count):
    assert syllables(word, language) == count


def test_sentences_end_at_stops_questions_and_lines():
    assert sentences("“Stop!” I say. Who helps?\nA list line") == ["“Stop", "I say", "Who helps", "A list line"]


def test_flesch_by_hand():
    text = "The cat sat on the mat. " * 20  # six words of one syllable in each sentence
    assert ease([text], "en") == pytest.approx(206.835 - 1.015 * 6 - 84.6, abs=0.01)


def test_too_little_says_nothing_and_a_language_without_formula_neither():
    assert ease(["Two words."], "en") is None
    assert ease(["Ijambo ry’ibanga. " * FEWEST], "rw") is None


@given(st.lists(st.text(max_size=80), max_size=20), st.sampled_from(["en", "es", "fr"]))
def test_any_text_can_be_measured(texts, language):
    found = ease(texts, language)
    assert found is None or found <= 207
