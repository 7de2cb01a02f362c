"""The flip chart: fronts for five metres, backs for whoever holds them up, answers on the backs only."""

import pytest

from builder.compose.flipchart import TELLS
from builder.compose.slides import slides
from builder.model.page import Group, Text
from builder.model.pieces import Choices
from builder.model.text import plain
from tests.conftest import Combination, drawn
from tests.papers.walls import QUIZ, ROOMS, ink, live, made, on_paper, pages_of, sizes

rooms = pytest.mark.parametrize("room", ROOMS, ids=lambda room: room[0].name)
SMALL = ("credits", "strip", "line")
"""Texts that are said aloud, too, or are for whoever holds the sheet."""


def fronts(room):
    return [page for page in pages_of("flipchart", room).pages if not page.back_of]


def said(page) -> str:
    return " ".join(plain(paragraph.text) for item in page.items if isinstance(item, Text) for paragraph in item.paragraphs)


@rooms
def test_every_front_has_its_back(room):
    pages = pages_of("flipchart", room).pages
    assert len(pages) % 2 == 0
    assert all(not front.back_of and back.back_of == front.id for front, back in zip(pages[::2], pages[1::2], strict=True))
    assert len({page.id for page in pages}) == len(pages)


@rooms
def test_capitals_on_the_fronts_are_twelve_millimetres_tall(room):
    for page in fronts(room):
        for name, size in sizes(page).items():
            if name == "title":
                assert size >= 52, page.id  # Lexend: capitals of 0.7 em, 12.8 mm
            elif name not in SMALL and not name.startswith(("number", "letter")):
                assert size >= 48 or (name == "handset" and size >= 40), (page.id, name, size)  # Andika: 0.725 em, 12.3 mm


@rooms
def test_everything_lies_inside_what_a4_and_letter_share(room):
    pages, box = pages_of("flipchart", room), live(room[1].get("paper") or made(*room)[0].session.paper)
    for page, image in zip(pages.pages, on_paper(pages, 0.5), strict=True):
        left, top, right, bottom = (2 * side for side in ink(image))
        assert left >= box.x - 4, page.id
        assert top >= box.y - 8, page.id
        assert right <= box.right + 4, page.id
        assert bottom <= box.bottom + 4, page.id


@rooms
def test_no_answer_stands_where_the_room_can_see_it(room):
    session = made(*room)[0].session
    shown = " ".join(said(page) for page in [*fronts(room), *pages_of("slides-handout", room).pages])
    shown += " ".join(item.alt for page in pages_of("slides-handout", room).pages for item in page.items if isinstance(item, Group))
    for frame in slides(session).frames:
        for piece in (piece for piece in frame.pieces if isinstance(piece, Choices)):
            for why in (piece.why, *(choice.why for choice in piece.items)):
                for each in why.each() if why else ():
                    assert plain(each.string) not in shown, frame.id


def test_what_a_slide_says_is_on_its_fronts_and_what_to_do_on_their_backs():
    room = ROOMS[0]
    session = made(*room)[0].session
    for frame in slides(session).frames:
        if frame.archetype in (TELLS, "closing"):
            continue
        mine = [page for page in pages_of("flipchart", room).pages if page.id.partition(".")[0].removesuffix("/back") == frame.id]
        ahead = " ".join(" ".join(said(page) for page in mine if not page.back_of).split())
        assert " ".join(plain(frame.title.string).split()) in ahead
        for back in (page for page in mine if page.back_of):
            behind = " ".join(said(back).split())
            for told in (*frame.notes.say, *frame.notes.do, *frame.notes.expect):
                assert " ".join(plain(told.string).split()) in behind, back.id


def test_answers_of_a_quiz_stand_on_the_back_of_its_question():
    room = QUIZ
    frames = [frame for frame in slides(made(*room)[0].session).frames if frame.archetype == TELLS]
    assert frames
    pages = pages_of("flipchart", room).pages
    assert not {frame.id for frame in frames} & {page.id for page in pages}
    behind = " ".join(" ".join(said(page).split()) for page in pages if page.back_of)
    for frame in frames:
        why = next(piece.why for piece in frame.pieces if isinstance(piece, Choices))
        assert plain(why.string) in behind


def test_a_sheet_for_readers_from_the_right_is_mirrored_and_a_french_one_is_not():
    for room in (ROOMS[3], ROOMS[4]):
        for page in fronts(room):
            title = next(item for item in page.items if isinstance(item, Text) and item.name == "title")
            own = {run.language for each in title.paragraphs for line in each.lines for run in line.runs}
            if own == {"ar"}:
                middle = title.box.x + title.box.width / 2
                assert all(
                    line.x + line.width / 2 > middle or line.width > title.box.width * 0.7
                    for each in title.paragraphs
                    for line in each.lines
                )


def test_a_text_that_no_sheet_holds_goes_on_with_its_next_sentence():
    wanted = Combination("decision-makers-session", "decision-makers", "qps-long", "BO")
    pages = drawn(wanted, ("flipchart",), draft=True).pages["flipchart"].pages
    told = [page for page in pages if page.id.startswith("commitments/press-call/1") and not page.back_of]
    assert len(told) == 2
    assert min(size for page in told for name, size in sizes(page).items() if name not in SMALL) >= 40
