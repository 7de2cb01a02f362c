"""Random text boxes in seven languages: LibreOffice breaks them into as many lines as were measured.

A run draws a thousand; WORKSHOP_DRAW_ALL draws ten thousand. What differs is a word that fills its line to within half a
percent, and slashes inside of addresses, at which LibreOffice breaks only where a line has no other break.
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from builder.model.look import Style
from builder.typeset.breaking import break_lines
from builder.typeset.measure import Ruler
from builder.typeset.sketch import Desk
from tests.conftest import EVERYTHING, drawn
from tests.office.boxes import LANGUAGES, Case, as_pdf, boxed, cases, deck, drawn_lines
from tests.tools import needs

COUNT = 1000
SEEDS = range(1, 11 if os.environ.get("WORKSHOP_DRAW_ALL") else 2)


def made(seed: int, folder: Path, count: int = COUNT) -> tuple[list[Case], list[int]]:
    """Boxes, and how many lines LibreOffice drew in each."""
    look = drawn(EVERYTHING[0]).look
    boxes = list(cases(count, look, seed))
    return boxes, [len(lines) for lines in drawn_lines(as_pdf(deck(boxes, look), folder), boxes)]


@pytest.mark.office
@needs("soffice")
@pytest.mark.parametrize("seed", SEEDS)
def test_libreoffice_draws_as_many_lines_as_were_measured(seed, tmp_path):
    boxes, counts = made(seed, tmp_path)
    assert min(counts) > 0
    too_tall = [box.said for box, lines in zip(boxes, counts, strict=True) if lines > len(box.lines) + 1]
    assert too_tall == [], "a line more than the spare one"
    differ = [(box.language, len(box.lines), lines, box.said) for box, lines in zip(boxes, counts, strict=True) if len(box.lines) != lines]
    assert len(differ) <= 0.02 * COUNT, differ
    for language in LANGUAGES:
        assert sum(row[0] == language for row in differ) <= 0.04 * COUNT / len(LANGUAGES), differ


HELD = {
    "ar": ("نلتقي في القاعة الكبيرة {} مع الأهل", ("14:30–16:00", "على 116 111", "سن 9–12")),
    "es": ("Nos vemos en la sala grande {} con las familias", ("14:30–16:00", "(9–12)", "el 3—4/5")),
}


@pytest.mark.office
@needs("soffice")
@pytest.mark.parametrize("language", HELD)
def test_times_and_numbers_stay_on_one_line(language, tmp_path):
    sentence, numbers = HELD[language]
    look = drawn(EVERYTHING[0]).look
    style = Style("body", 24, 33, look.colours["ink"])
    said = [sentence.format(words) for words in numbers]
    made = [
        case
        for text in said
        for width in range(160, 420, 4)
        if (case := boxed(language, text, style, width, Desk(look, Ruler(look.faces), {})))
    ]
    found = drawn_lines(as_pdf(deck(made, look), tmp_path), made)
    assert len(made) > 150
    for case, lines in zip(made, found, strict=True):
        digits = [each for each in case.said if each.isdigit()]
        whole = [line for line in lines.values() if [each for each in line if each.isdigit()] == digits]
        assert whole, (case.box.box.width, lines)


def test_the_boxes_are_worth_drawing():
    look = drawn(EVERYTHING[0]).look
    boxes, ruler = list(cases(COUNT, look)), Ruler(look.faces)
    assert boxes == list(cases(COUNT, look)), "the same boxes in every run"
    assert min(Counter(box.language for box in boxes).values()) >= COUNT // len(LANGUAGES)
    assert sum(len(box.lines) > 1 for box in boxes) > 0.55 * COUNT
    assert min(box.style.size for box in boxes) == 12
    assert max(box.style.size for box in boxes) == 40
    narrower = [break_lines(box.said, box.style, box.box.box.width * 0.95, box.language, ruler).count for box in boxes]
    alike = sum(len(box.lines) == count for box, count in zip(boxes, narrower, strict=True))
    assert alike < 0.95 * COUNT, "a measure that is five percent off would be seen"
