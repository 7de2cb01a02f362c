"""Pages for readers from right to left: a mirror shows where things stand, and words stay words."""

from dataclasses import replace

import pytest

from builder.drawing.outline import bounds
from builder.model.language import Language
from builder.model.look import Style
from builder.model.page import Align, Box, Colour, Group, Item, Page, Paths, Pattern, Role, Segment, Shape, Text
from builder.model.theme import DeckTheme
from builder.model.voice import Said, Voice
from builder.typeset import figures
from builder.typeset.deck import deck_theme
from builder.typeset.measure import Ruler
from builder.typeset.mirror import mirrored
from builder.typeset.sketch import Desk, Sketch, Spoken
from tests.conftest import EVERYTHING, drawn

STYLE = Style("body", 20, 28, Colour("#000000"))
ARABIC = Language("ar", "العربية", True, ("ar",), "draft")


@pytest.fixture(name="desk")
def fixture_desk() -> Desk:
    look = drawn(EVERYTHING[0]).look
    return Desk(look, Ruler(look.faces), {})


def speaking(language: Language) -> Voice:
    return replace(drawn(EVERYTHING[0]).voices[0], language=language)


def page(*items: Item) -> Page:
    return Page("p", 960, 540, items, "t", "ar")


def one(item: Item) -> Item:
    return mirrored(page(item)).items[0]


@pytest.mark.parametrize("wanted", EVERYTHING[::4], ids=lambda wanted: wanted.name)
def test_a_mirror_of_a_mirror_shows_the_page(wanted):
    for pages in drawn(wanted).pages.values():
        for each in pages.pages:
            twice = mirrored(mirrored(each))
            assert len(twice.items) == len(each.items)
            for item, back in zip(each.items, twice.items, strict=True):
                assert type(back) is type(item)
                assert near(item.box, back.box)
                if isinstance(item, Text):
                    assert [p.align for p in back.paragraphs] == [p.align for p in item.paragraphs]
                    assert lefts(back) == pytest.approx(lefts(item), abs=0.05)
                if isinstance(item, Group):
                    assert back.dx == pytest.approx(item.dx, abs=0.05)
                    assert back.items == item.items
                if isinstance(item, Shape) and isinstance(item.outline, Paths):
                    assert near(bounds(item.outline.paths), bounds(back.outline.paths))


def near(one: Box | None, other: Box | None) -> bool:
    return one == other or (one is not None and other is not None and all(abs(a - b) < 0.05 for a, b in zip(one, other, strict=True)))


def lefts(text: Text) -> list[float]:
    return [line.x for paragraph in text.paragraphs for line in paragraph.lines]


def test_boxes_change_sides_and_the_order_of_reading_stays():
    left, right = Shape(Box(48, 20, 100, 50), name="first"), Shape(Box(700, 20, 200, 50), name="second")
    turned = mirrored(page(left, right))
    assert [item.name for item in turned.items] == ["first", "second"]
    assert [item.box for item in turned.items] == [Box(812, 20, 100, 50), Box(60, 20, 200, 50)]


def test_an_arrow_points_the_other_way():
    arrow = Paths(((("M", (100.0, 0.0)), ("L", (110.0, 5.0)), ("L", (100.0, 10.0)), ("Z", ())),))
    turned = one(Shape(Box(100, 0, 10, 10), arrow))
    assert turned.outline.paths[0][1] == ("L", (850.0, 5.0))
    assert bounds(turned.outline.paths) == turned.box == Box(850, 0, 10, 10)


def test_a_slanting_line_slants_the_other_way_and_a_level_one_stays_a_line():
    slanting = one(Shape(Box(100, 10, 50, 20), Segment()))
    assert slanting.outline == Paths(((("M", (860.0, 10.0)), ("L", (810.0, 30.0))),))
    assert one(Shape(Box(100, 10, 50, 0), Segment(), on_paper=Pattern.THIN)).outline == Segment()


def test_a_picture_is_carried_over_and_not_turned():
    inside = (Shape(Box(0, 0, 10, 10)), Shape(Box(40, 0, 10, 10)))
    turned = one(Group(inside, 100, 50, 2, Box(100, 50, 100, 20), box=Box(100, 50, 100, 20)))
    assert turned == Group(inside, 760, 50, 2, Box(760, 50, 100, 20), box=Box(760, 50, 100, 20))


def test_arabic_begins_at_the_right_edge_of_its_box_on_the_other_side(desk):
    sketch = Sketch(desk, voice=speaking(ARABIC))
    sketch.text(Box(48, 50, 300, 100), Spoken(Said("توقف", "ar"), STYLE))
    turned = one(sketch.items[0])
    assert turned.box == Box(612, 50, 300, 100)
    line = turned.paragraphs[0].lines[0]
    assert line.x + line.width == pytest.approx(912, abs=0.02)


@pytest.mark.parametrize(("role", "at_right"), [(Role.LABEL, True), (Role.TITLE, True), (Role.PARAGRAPH, False), (Role.LIST_ITEM, False)])
def test_short_text_from_left_to_right_stays_beside_what_it_belongs_to(desk, role, at_right):
    sketch = Sketch(desk, voice=speaking(ARABIC))
    sketch.text(Box(48, 50, 300, 100), Spoken(Said("Fono Ayuda", "es"), STYLE), role)
    paragraph = one(sketch.items[0]).paragraphs[0]
    line = paragraph.lines[0]
    assert paragraph.align is (Align.END if at_right else Align.START)
    assert (line.x + line.width if at_right else line.x) == pytest.approx(912 if at_right else 612, abs=0.02)


def test_a_number_alone_runs_as_its_page_does(desk):
    for language, rtl in ((ARABIC, True), (Language("es", "español", False, ("es",), "working"), False)):
        sketch = Sketch(desk, voice=speaking(language))
        sketch.text(Box(48, 50, 300, 100), Spoken(Said("116 111", "zxx"), STYLE), Role.LABEL)
        paragraph = sketch.items[0].paragraphs[0]
        assert paragraph.rtl is rtl
        assert paragraph.text == "116 111"
        assert "".join(run.text for run in paragraph.lines[0].visual) == "116 111"


def test_scenes_look_the_other_way_on_pages_from_right_to_left(desk):
    made = drawn(EVERYTHING[0])
    desk.scenes = scenes()
    key = next(iter(desk.scenes))
    here, there = (Sketch(desk, voice=voice) for voice in (made.voices[0], speaking(ARABIC)))
    for sketch in (here, there):
        figures.figure(sketch, key, "", Box(0, 0, 200, 200))
    turned = Sketch(desk, voice=made.voices[0])
    figures.figure(turned, key, "", Box(0, 0, 200, 200), mirrored=True)
    assert there.items == turned.items != here.items


def scenes():
    from builder.content import Content
    from builder.library import Library, installed
    from builder.model.report import Report

    return Content(Library((installed(),)), Report()).scenes


def test_layouts_of_an_arabic_deck_are_mirrored_and_offer_an_arabic_face():
    look = drawn(EVERYTHING[0]).look
    plain, arabic = deck_theme(look, "en"), deck_theme(look, "ar")
    assert (plain.rtl, plain.complex_faces) == (False, ())
    assert (arabic.rtl, arabic.complex_faces) == (True, ("Noto Sans Arabic", "Noto Sans Arabic"))
    for one_, other in zip(boxes(plain), boxes(arabic), strict=True):
        assert other == Box(960 - one_.x - one_.width, *one_[1:])


def boxes(theme: DeckTheme) -> list[Box]:
    return [theme.footer, theme.number, *(layout.title for layout in theme.layouts)]
