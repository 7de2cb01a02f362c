"""Where lines end, judged by Unicode's own file, and against the short way that Latin text takes."""

from itertools import pairwise

import pytest

from builder.model.direction import isolates
from builder.typeset.breaking import _BREAK
from builder.typeset.line_breaks import breaks, kind
from builder.typeset.mixed import cuts
from tests.conftest import EVERYTHING, drawn
from tests.tools import needs_unicode, unicode_lines


@needs_unicode("auxiliary/LineBreakTest.txt")
def test_unicodes_test_of_line_breaks():
    wrong, lines = [], unicode_lines("auxiliary/LineBreakTest.txt")
    for line in lines:
        text, expected = "", []
        for word in line.split():
            if word == "÷":
                expected.append(len(text))
            elif word != "×":
                text += chr(int(word, 16))
        if breaks(text) != expected[:-1]:
            wrong.append(line)
    assert len(lines) > 7000
    assert wrong == []


@needs_unicode("LineBreak.txt")
def test_the_classes_are_unicodes():
    resolved = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}
    for line in unicode_lines("LineBreak.txt"):
        points, name = line.split(";")
        first, _, last = points.partition("..")
        for point in {int(first, 16), int(last or first, 16)}:
            assert kind(chr(point)) in (resolved.get(name, name), "CM" if name == "SA" else ""), line


def pieces(text: str) -> list[str]:
    places = [0, *cuts(text, isolates(text)), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اتصل 116 111 الآن", "اتصل |116 111 |الآن"),
        ("من 9-12 أو 13 – 17", "من |9-12 |أو |13 – 17"),
        ("زر https://www.example.org/a-b/c?d هنا", "زر |https://www.example.org/a-b/c?d |هنا"),
        ("كلمة، كلمة؟ نعم! و/أو", "كلمة، |كلمة؟ |نعم! |و/|أو"),
        ("قال «نعم» (مرة)", "قال |«نعم» |(مرة)"),
        ("你好,世界。", "你|好,|世|界。"),
        ("стой - 5-летний", "стой |- |5-|летний"),
        ("сайт http://пример.org или", "сайт |http://пример.org |или"),
    ],
)
def test_lines_of_any_script(text, expected):
    assert "|".join(pieces(text)) == expected


def test_an_address_is_never_cut_behind_its_first_slashes():
    found = _BREAK.split("See https://www.example.org/help and/or ask.")
    assert found == ["See ", "https://www.example.org/", "help ", "and/", "or ", "ask."]


def test_latin_text_breaks_where_unicode_says():
    """But for options such as --draft, which hold together, and quotations before brackets: both as in LibreOffice."""
    made = [drawn(wanted).pages for wanted in EVERYTHING[::4]]
    sheets = [page for pages in made for name in ("handouts", "cards") if name in pages for page in pages[name].pages]
    texts = {paragraph.text for page in sheets for paragraph in paragraphs(page)}
    assert len(texts) > 300
    for text in texts:
        short = {match.start() for match in _BREAK.finditer(text)} - {0, len(text)}
        assert short == set(cuts(text)), text


def paragraphs(page):
    return [paragraph for item in page.items for paragraph in getattr(item, "paragraphs", ())]
