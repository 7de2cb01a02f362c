"""What trial languages make of a text: other letters, the same placeholders, numbers and lines."""

import re
import unicodedata

import pytest

from builder.model.direction import isolates
from builder.model.trial import GROWTH, LONGEST_WORD, TRIALS, in_arabic_letters, longer, with_marks
from builder.translating.messages import messages
from tests import pairs

KEPT = re.compile(r"\{[^{}]*\}|\*\*|\d+|https?://\S+|[\w.]+@[\w.]+\w|\n")
TEXTS = [source.text for found in messages(pairs.content()).values() for source in found]

every = pytest.mark.parametrize("tag", sorted(TRIALS))


def test_examples():
    assert longer("Stop and breathe.") == "Šţööþ ååñđ bŕéééååţĥéé."
    assert in_arabic_letters("Is it OK, or not? “No”") == "يس يت وك، ور نوت؟ «نو»"
    assert unicodedata.normalize("NFC", with_marks("Tell an adult you trust.")) == unicodedata.normalize("NFC", "Tẽll ậñ ậdựlt ỹỗự trựst.")


@every
def test_placeholders_bold_numbers_addresses_and_lines_stay(tag):
    text = "**Call {helpline.child.number}** or 116 111, 9-12:\nhttps://a.example/x?y=1, ana@example.org, CC BY 4.0."
    made = TRIALS[tag].disguise(text)
    assert KEPT.findall(made.replace("،", ",")) == KEPT.findall(text)
    assert "CC BY 4.0" in made
    for each in TEXTS:
        made = TRIALS[tag].disguise(each)
        assert re.findall(r"\{[^{}]*\}|\*\*|\n|\d+", made) == re.findall(r"\{[^{}]*\}|\*\*|\n|\d+", each)


@every
def test_nothing_of_a_text_without_words_changes(tag):
    for text in ("", "{n}/{of}", "116 111", "**{letter}** – {text}", "…"):
        assert TRIALS[tag].disguise(text) == text


def test_long_texts_are_longer_by_as_much_and_their_words_stay_plausible():
    long = [(text, longer(text)) for text in TEXTS if len(text) > 60 and "{" not in text and not isolates(text)]
    assert len(long) > 500
    for text, made in long:
        assert 1 + GROWTH - 0.12 <= len(made) / len(text) <= 1 + GROWTH + 0.06, text
    before, after = (sum(len(pair[side]) for pair in long) for side in (0, 1))
    assert after / before == pytest.approx(1 + GROWTH, abs=0.02)
    words = [word for _, made in long for word in re.findall(r"[^\W\d_]+", made)]
    sources = [word for text, _ in long for word in re.findall(r"[^\W\d_]+", text)]
    assert max(map(len, words)) <= max(LONGEST_WORD, *map(len, sources))
    assert len(words) > 1.05 * len(sources)
    assert sum(map(len, words)) / len(words) > 1.1 * sum(map(len, sources)) / len(sources)


def test_every_word_bears_marks_some_stacked_some_decomposed():
    made = " ".join(map(with_marks, TEXTS))
    assert "g\u0303" in made
    for each in ("ẽ", "e\u0303", "ậ", "a\u0323\u0302", "ỹ", "y\u0303", "ỗ", "ự"):
        assert each in made, each
    for word in re.findall(r"(?:[^\W\d_]|[\u0300-\u036f])+", with_marks("Shh! Tell somebody, by Friday.")):
        assert any(map(unicodedata.combining, unicodedata.normalize("NFD", word))), word


def test_arabic_letters_stand_one_for_one():
    for text in TEXTS[:2000]:
        bare = re.sub(r"\{[^{}]*\}|[’'ʼ]", "", unicodedata.normalize("NFC", text))
        if bare.isascii():
            assert len(in_arabic_letters(bare)) == len(bare)
