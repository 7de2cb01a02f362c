"""What a screen reader says beside the printed words: lines to write on, who sent a message, which answer is right."""

import re
from itertools import pairwise

from builder.model.document import Frame
from builder.model.page import Group, Item, Pages, Role, Shape, Text
from builder.model.pieces import Choice, Choices
from builder.model.voice import Said
from builder.typeset.measure import Ruler
from builder.typeset.sketch import Desk, Sketch
from builder.typeset.slides.choices import reveal
from tests.conftest import EVERYTHING, Combination, drawn

SPANISH = Combination("children-90-minutes", "9-12", "es", "PY")
TEENS = Combination("teens-half-day", "13-17", "es", "PY")


def shown(pages: Pages, layout: str) -> list[Item]:
    """The items of the first page of a layout."""
    return list(next(page for page in pages.pages if page.layout == layout).items)


def alts(items: list[Item]) -> list[str]:
    return [item.alt for item in items if isinstance(item, (Group, Shape)) and item.alt]


def test_every_line_to_write_on_is_told_once():
    items = shown(drawn(SPANISH).pages["handouts"], "worksheet")
    told = [alt for alt in alts(items) if "para escribir" in alt]
    lines = [item for item in items if isinstance(item, Shape) and item.name == "line"]
    assert told[0] == "1 línea para escribir"
    assert sum(int(re.match(r"\d+", alt)[0]) for alt in told) == len(lines) - 2  # the rule of the head, the bar in the help strip


def test_room_to_draw_is_told():
    found = [alt for page in drawn(SPANISH).pages["handouts"].pages for alt in alts(list(page.items))]
    assert "espacio para dibujar o escribir" in found


def test_a_message_says_whether_it_came_or_went():
    items = shown(drawn(EVERYTHING[4]).pages["slides"], "scenario")
    told = [item.alt for item in items if isinstance(item, Shape) and item.alt]
    assert set(told) == {"message received", "message sent"}
    assert len(told) == len([item for item in items if isinstance(item, Text) and item.name == "message"])


def test_the_reveal_says_which_answer_is_right():
    made = drawn(EVERYTHING[4])
    said = {word: Said(word, "en") for word in ("Ask?", "Run", "Stop", "Tell", "It helps.")}
    items = tuple(
        Choice(letter, said[word], word == "Stop", Said("", "")) for letter, word in zip("ABC", ("Run", "Stop", "Tell"), strict=True)
    )
    sketch = Sketch(Desk(made.look, Ruler(made.look.faces), {}), voice=made.voices[0])
    reveal(Frame("quiz/2", "reveal", said["Ask?"], (Choices(items, True, said["It helps."]),)), sketch, 28)
    told = [
        item.alt if isinstance(item, Group) else item.paragraphs[0].text for item in sketch.items if isinstance(item, Text) or alts([item])
    ]
    assert told == ["Ask?", "not the answer", "A · Run", "not the answer", "C · Tell", "B", "right answer", "Stop", "It helps."]


def test_the_minutes_are_heard_once_on_a_slide_with_a_clock():
    for page in drawn(EVERYTHING[4]).pages["slides"].pages:
        minutes = next((item for item in page.items if isinstance(item, Text) and item.name == "minutes" and item.box.y > 500), None)
        has_clock = any(isinstance(item, Text) and item.name in ("minutes", "back") and item.box.y < 500 for item in page.items)
        if minutes:
            assert (minutes.role is Role.FOOTER) == has_clock, page.id


def test_the_source_of_a_number_is_heard_and_the_lesson_in_the_footer_is_not():
    slides = drawn(EVERYTHING[4]).pages["slides"].pages
    roles = {page.layout: item.role for page in slides for item in page.items if isinstance(item, Text) and item.placeholder == "footer"}
    assert roles["help"] is Role.LABEL
    assert roles["talk"] is Role.FOOTER


def test_a_square_and_its_move_are_one_and_squares_are_numbered():
    items = shown(drawn(TEENS).pages["cards"], "board")
    numbers = [item for item in items if isinstance(item, Text) and item.name == "number"]
    assert all(number.leads and number.role is Role.LABEL for number in numbers)
    for square, move in pairwise(items):
        if isinstance(move, Text) and move.name == "move":
            assert isinstance(square, Text)
            assert square.leads


def test_columns_to_join_are_read_one_after_the_other():
    for page in drawn(SPANISH).pages["handouts"].pages:
        names = [item.name for item in page.items if isinstance(item, Text) and item.name in ("left", "right")]
        assert names == sorted(names)


def test_in_the_guide_a_picture_is_told_where_the_slide_has_one():
    made = drawn(SPANISH)
    pictures = {
        page.id: next((item.alt for item in page.items if isinstance(item, Group) and item.alt), "") for page in made.pages["slides"].pages
    }
    thumbnails = [item for page in made.pages["guide"].pages for item in page.items if isinstance(item, Group) and item.name == "slide"]
    for number, (thumbnail, alt) in enumerate(zip(thumbnails, pictures.values(), strict=True), 1):
        assert thumbnail.alt == (f"Dibujo de la diapositiva {number}: {alt}" if alt else "")
