"""Both directions on one line, judged by Unicode's own files and by another implementation."""

import os
import unicodedata

import pytest
from bidi import get_display
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.model.direction import Isolate, isolates, runs_leftwards
from builder.typeset import bidi
from tests.tools import needs_unicode, unicode_lines


def displayed(text: str, base: int) -> str:
    """The text as it stands on a line, from left to right."""
    found = bidi.line_levels(text, bidi.levels(text, base, isolates(text)), base)
    return "".join(text[at] for at in bidi.visual(found))


@needs_unicode("BidiCharacterTest.txt")
def test_every_line_of_unicodes_character_test():
    wrong, judged, unknown = [], 0, 0
    for line in unicode_lines("BidiCharacterTest.txt"):
        points, direction, paragraph, expected, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        if any(unicodedata.category(character) == "Cn" for character in text):
            unknown += 1  # a character younger than this Python
            continue
        judged += 1
        base = bidi.first_strong([bidi.kind(each) for each in text]) or 0 if direction == "2" else int(direction)
        found = bidi.line_levels(text, bidi.levels(text, base), base)
        kept = [at for at, each in enumerate(expected.split()) if each != "x"]
        levels = [int(each) for each in expected.split() if each != "x"]
        seen = [kept[at] for at in bidi.visual(levels)]
        if (base, [found[at] for at in kept], seen) != (int(paragraph), levels, [int(at) for at in order.split()]):
            wrong.append(line)
    assert wrong == []
    assert judged > 90_000
    assert unknown < judged / 100


@needs_unicode("BidiTest.txt")
def test_unicodes_test_of_classes():
    """Every seventh line; with WORKSHOP_DRAW_ALL every one."""
    wrong, expected = [], []
    for number, line in enumerate(unicode_lines("BidiTest.txt")):
        if line.startswith("@"):
            expected = line.split(":")[1].split() if line.startswith("@Levels") else expected
            continue
        if number % 7 and not os.environ.get("WORKSHOP_DRAW_ALL"):
            continue
        row, directions = line.split(";")
        classes = row.split()
        bases = [(1, bidi.first_strong(classes) or 0), (2, 0), (4, 1)]
        for base in {base for bit, base in bases if int(directions) & bit}:
            found = bidi.resolved(["x"] * len(classes), classes, base)
            found = bidi.with_end_at(classes, found, base)
            if any(want not in ("x", str(level)) for want, level in zip(expected, found, strict=True)):
                wrong.append((line, base))
    assert wrong == []


ALPHABET = "abcאבגعدهم019٣٤ .,:-+%!?/\u0301\u064e\u200e\u200f"
ISOLATES, BRACKETS = "\u2066\u2067\u2068\u2069", "()[]"


@settings(deadline=None)
@given(st.text(alphabet=ALPHABET + ISOLATES, max_size=40) | st.text(alphabet=ALPHABET + BRACKETS, max_size=40), st.sampled_from([0, 1]))
def test_the_order_is_that_of_another_implementation(text, base):
    """Brackets and isolates apart: in their company the other one asks the wrong letter before a bracket (rule N0, c).

    No embeddings either, of which it keeps some that rule X9 removes. Unicode's files judge all these.
    """
    levels = bidi.line_levels(text, bidi.levels(text, base), base)
    assert "".join(text[at] for at in bidi.visual(levels)) == get_display(text, base_dir="R" if base else "L")


@settings(deadline=None)
@given(st.text(alphabet=ALPHABET + ISOLATES + BRACKETS + "@#", max_size=60), st.sampled_from([0, 1]))
@example("\u2069\u2069", 1)
def test_nothing_is_lost_and_numbers_keep_their_order(text, base):
    found = bidi.line_levels(text, bidi.levels(text, base, isolates(text)), base)
    assert sorted(bidi.visual(found)) == list(range(len(text)))
    assert all(base <= level <= bidi.DEEPEST + 2 for level in found)


@pytest.mark.parametrize(
    "number",
    ["116 111", "0800 11 2233", "9-12", "9–12", "13 – 17", "10:30", "25/11/2026", "2026-11-25", "+595 (21) 123-456", "(021) 555 000",
     "*123#", "#147", "12.5%", "١١٦ ١١١", "https://www.example.org/a?b=1", "www.example.org/9-12", "ana.b-c@example.org", "@ana_99",
     "#StopBullying", "Disney+", "C++", "CC BY 4.0", "CC BY-SA 4.0", "--modules", "--edition one-sheet", "--fit=45"],
)  # fmt: skip
@pytest.mark.parametrize(
    "frame", ["اتصل {} الآن", "חייג {} עכשיו", "({})", "أهلا ({})، نعم", "{}.", "رقم: {}", "و{} ثم", "call {} سلام {} now"]
)
def test_numbers_and_addresses_keep_their_order_in_any_text(number, frame):
    text = frame.replace("{}", number)
    for base in (0, 1):
        assert number in displayed(text, base), displayed(text, base)


def test_what_is_no_number_with_groups_is_left_to_the_rules():
    assert isolates("عمره 12 سنة") == []
    assert isolates("5, 6, 7 و 5G B2B v1.2") == []
    assert isolates("خصم 50%") == [Isolate(4, 7, number=True)]
    assert isolates("(عمره 12)") == []
    assert isolates("خصم 9-12.") == [Isolate(4, 8, number=True)]


def test_brackets_stand_around_what_they_hold():
    assert displayed("تطبيق WhatsApp (Meta) هنا", 1) == "انه WhatsApp (Meta) قيبطت"
    assert displayed("(مفت)", 1) == ")تفم("  # the shapes are turned when they are drawn


def test_a_space_at_the_end_of_a_line_is_the_paragraphs():
    assert bidi.line_levels("سلام abc ", bidi.levels("سلام abc ", 1), 1)[-1] == 1
    assert bidi.line_levels("abc سلام ", bidi.levels("abc سلام ", 0), 0)[-1] == 0


def test_languages_know_their_direction():
    assert [tag for tag in ("ar", "ar-TD", "ur", "fa@x", "he", "qps-rtl", "es", "sw", "en-AR") if runs_leftwards(tag)] == [
        "ar", "ar-TD", "ur", "fa@x", "he", "qps-rtl",
    ]  # fmt: skip
