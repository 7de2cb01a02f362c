"""The rule of reading order by itself, and every slide of ours held against it: title, rows from the top, start to end, grounds below."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.accessibility.deck import deck
from builder.accessibility.order import out_of_order
from builder.accessibility.seen import Seen
from builder.model.page import Box, Group, Link, Picture, Role, Shape, Text
from builder.model.report import Report
from builder.render import pptx
from builder.typeset.deck import deck_theme
from tests.conftest import EVERYTHING, drawn

every = pytest.mark.parametrize("wanted", EVERYTHING, ids=lambda wanted: wanted.name)


def shape(x: float, y: float, width: float = 100, height: float = 40, place: str = "", text: str = "words") -> Seen:
    return Seen(None, "sp", f"at {x:g} {y:g}", Box(x, y, width, height), text, place=place)


def misplaced(*shapes: Seen, rtl: bool = False) -> list[tuple[str, str]]:
    return [(first.name, second.name) for first, second in out_of_order(shapes, rtl)]


def test_rows_are_read_from_the_top_and_from_their_start():
    assert misplaced(shape(0, 0), shape(0, 50), shape(0, 100)) == []
    assert misplaced(shape(0, 50), shape(0, 0)) == [("at 0 50", "at 0 0")]
    assert misplaced(shape(0, 0), shape(200, 0)) == []
    assert misplaced(shape(200, 0), shape(0, 0)) == [("at 200 0", "at 0 0")]


def test_right_to_left_rows_start_at_the_right():
    assert misplaced(shape(200, 0), shape(0, 0), rtl=True) == []
    assert misplaced(shape(0, 0), shape(200, 0), rtl=True) == [("at 0 0", "at 200 0")]


def test_columns_may_be_read_one_after_the_other_or_row_by_row():
    grid = [shape(0, 0), shape(0, 50), shape(200, 0), shape(200, 50)]
    assert misplaced(*grid) == misplaced(grid[0], grid[2], grid[1], grid[3]) == []


def test_the_title_comes_before_everything_that_does_not_stand_above_it():
    title = shape(200, 50, place="title")
    assert misplaced(title, shape(0, 0), shape(0, 60)) == []
    assert misplaced(shape(0, 0), title) == []
    assert misplaced(shape(0, 60), title) == [("at 0 60", "at 200 50")]


def test_footers_and_decoration_are_no_part_of_the_order():
    assert misplaced(shape(0, 500, place="ftr"), shape(0, 0)) == []
    assert misplaced(shape(0, 500, text=""), shape(0, 0)) == []


boxes = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 500), st.integers(20, 300), st.integers(20, 200)), min_size=2, max_size=8)


@given(boxes)
def test_turning_a_slide_over_turns_its_order_over(found):
    """Mirrored from left to right, a slide is in order for a right-to-left reader when it was for a left-to-right one."""
    there = [shape(x, y, wide, tall) for x, y, wide, tall in found]
    mirrored = [shape(2000 - x - wide, y, wide, tall) for x, y, wide, tall in found]
    assert len(misplaced(*there)) == len(misplaced(*mirrored, rtl=True))


def heard(item) -> Seen:
    """A page's item as a reader of the file meets it."""
    text = " ".join(each.text for each in item.paragraphs) if isinstance(item, Text) and item.role is not Role.ARTIFACT else ""
    place = {"title": "title", "footer": "ftr", "number": "sldNum"}.get(getattr(item, "placeholder", ""), "")
    margin = "ftr" if getattr(item, "role", None) is Role.FOOTER else place
    return Seen(None, "sp", item.name, item.box, text, getattr(item, "alt", ""), place=margin)


@every
def test_every_page_is_read_as_it_is_seen(wanted):
    for page in drawn(wanted).pages["slides"].pages:
        shapes = [heard(item) for item in page.items if not isinstance(item, Link)]
        assert [(first.name, second.name) for first, second in out_of_order(shapes)] == [], page.id


@pytest.mark.parametrize("wanted", EVERYTHING[::4], ids=lambda wanted: wanted.name)
def test_every_slide_is_read_as_it_is_seen(wanted, tmp_path):
    made = drawn(wanted)
    path = tmp_path / "slides.pptx"
    path.write_bytes(pptx.render(made.pages["slides"], deck_theme(made.look)))
    read = deck(path, Report())
    assert read
    for slide in read.slides:
        assert [(a.name, b.name) for a, b in out_of_order(slide.shapes, slide.rtl)] == [], slide.number
        margins = [number for number, each in enumerate(slide.shapes) if each.is_margin]
        after = {each.name for each in slide.shapes[min(margins, default=0) :] if each.speaks and not each.is_margin}
        assert not margins or after <= {"minutes"}, slide.number


@every
def test_grounds_are_painted_before_what_stands_on_them(wanted):
    for page in drawn(wanted).pages["slides"].pages:
        for number, text in enumerate(page.items):
            if not isinstance(text, Text):
                continue
            for line in (line for paragraph in text.paragraphs for line in paragraph.lines):
                x, y = line.x + line.width / 2, line.baseline - 2
                for later in page.items[number + 1 :]:
                    if (isinstance(later, Shape) and later.fill) or isinstance(later, Group | Picture):
                        box = later.box
                        assert not (box and box.x < x < box.right and box.y < y < box.bottom), (page.id, text.name, later.name)


def test_the_order_survives_the_file():
    made = drawn(EVERYTHING[0])
    pages = made.pages["slides"]
    from pptx import Presentation

    read = Presentation(io.BytesIO(pptx.render(pages, deck_theme(made.look))))
    for page, slide in zip(pages.pages, read.slides, strict=True):
        ours = [item.name for item in page.items if item.name]
        theirs = [each.name for each in slide.shapes if each.name in set(ours)]
        assert [name for name in ours if name in set(theirs)] == theirs
