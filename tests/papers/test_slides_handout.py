"""The slides on paper: legible, heard, with lines as far apart as their writers need."""

from itertools import pairwise

import pytest

from builder.model.page import Group, Shape, Text
from tests.papers.walls import ROOMS, ink, live, made, on_paper, pages_of

rooms = pytest.mark.parametrize("room", ROOMS, ids=lambda room: room[0].name)


def seen(room) -> list[Group]:
    return [
        item for page in pages_of("slides-handout", room).pages for item in page.items if isinstance(item, Group) and item.name == "slide"
    ]


@rooms
def test_under_nines_get_six_to_colour_and_others_three_with_lines(room):
    young = room[0].audience == "5-8"
    for page in pages_of("slides-handout", room).pages[:-1]:
        assert sum(item.name == "slide" for item in page.items) == (6 if young else 3)
    lines = [
        item for page in pages_of("slides-handout", room).pages for item in page.items if isinstance(item, Shape) and item.name == "line"
    ]
    assert any(line.box.width < 190 and line.box.height == 0 and line.box.y < 690 for line in lines) is not young


@rooms
def test_lines_are_as_far_apart_as_their_writers_need(room):
    pitch = {"9-12": 25.5, "13-17": 22.7}.get(room[0].audience, 22.7)
    for page in pages_of("slides-handout", room).pages if room[0].audience != "5-8" else ():
        ys = [
            item.box.y
            for item in page.items
            if isinstance(item, Shape) and item.name == "line" and item.box.width < 190 and item.box.y < 690
        ]
        steps = [after - before for before, after in pairwise(ys) if after > before]
        assert steps
        assert min(steps) >= pitch - 0.1


@rooms
def test_letters_on_the_little_slides_can_be_read(room):
    for group in seen(room):
        for item in group.items:
            for run in (run for each in (item.paragraphs if isinstance(item, Text) else ()) for line in each.lines for run in line.runs):
                assert run.size * group.scale >= 6.9, (group.key, item.name, run.text)
        body = [
            item
            for item in group.items
            if isinstance(item, Text) and item.role in ("paragraph", "list-item", "title") and item.name != "cue"
        ]
        for item in body:
            size = max(run.size for each in item.paragraphs for line in each.lines for run in line.runs) * group.scale
            assert size >= (9 if item.role == "paragraph" and item.name == "text" else 7.9), (group.key, item.name, size)


@rooms
def test_everything_a_slide_shows_is_heard(room):
    for group in seen(room):
        for item in group.items:
            for paragraph in item.paragraphs if isinstance(item, Text) else ():
                assert paragraph.text.replace("**", "").strip() in group.alt, group.key
            if isinstance(item, Group) and item.alt:
                assert item.alt in group.alt


@rooms
def test_the_help_strip_stands_on_every_sheet_inside_the_live_area(room):
    pages, box = pages_of("slides-handout", room), live(made(*room)[0].session.paper)
    for page, image in zip(pages.pages, on_paper(pages, 0.5), strict=True):
        assert any(item.name == "help strip" for item in page.items)
        left, top, right, bottom = (2 * side for side in ink(image))
        assert left >= box.x - 8
        assert top >= box.y - 12
        assert right <= box.right + 8
        assert bottom <= box.bottom + 4


def test_a_second_language_stands_beside_every_slide_that_does_not_say_it():
    for page in pages_of("slides-handout", ROOMS[1]).pages:
        slides_here = sum(item.name == "slide" for item in page.items)
        told = [item for item in page.items if isinstance(item, Text) and item.name == "second language"]
        assert len(told) >= slides_here - 1
        assert {run.language for item in told for each in item.paragraphs for line in each.lines for run in line.runs} <= {"gn", "zxx"}
