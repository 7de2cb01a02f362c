"""Word searches solved by a program; circles of trust and walls of promises in several languages."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.compose.games import hidden_words
from builder.compose.puzzle import ACROSS, DOWN, FALLING, RISING, letters_of, puzzle
from builder.model.page import Text
from builder.model.report import Report
from builder.pipeline import Drawn, draw
from builder.render import outline
from tests.conftest import Combination, request_for, session_for, shipped
from tests.test_goldens import GOLDENS

KINDS = ("trust-circle", "word-search", "pledge-wall")
CONTENT = shipped()
SAMPLE = [
    Combination("children-90-minutes", "9-12", "es", "PY"),
    Combination("children-90-minutes", "13-17", "fr", "TD"),
    Combination("children-one-visit", "5-8", "es+gn", "PY"),
    Combination("children-one-visit", "9-12", "fr+ar", "TD"),
    Combination("teens-half-day", "13-17", "en", "RW"),
    Combination("children-90-minutes", "9-12", "es+gn", "PY"),
    Combination("children-60-minutes", "5-8", "en", "CR"),
]
every = pytest.mark.parametrize("wanted", SAMPLE, ids=lambda wanted: wanted.name)


def made(wanted: Combination, *documents: str, **more: object) -> Drawn:
    report = Report()
    found = draw(CONTENT, session_for(CONTENT, request_for(wanted, **more), report), documents or KINDS, report)
    assert report.errors == []
    return found


def lines(square: list[list[str]]) -> list[list[tuple[int, int]]]:
    """Every line of a square, in all eight directions: another way to look than the builder's own."""
    side = len(square)
    rows = [[(r, c) for c in range(side)] for r in range(side)]
    columns = [[(r, c) for r in range(side)] for c in range(side)]
    falling = [[(r, r + d) for r in range(side) if 0 <= r + d < side] for d in range(1 - side, side)]
    rising = [[(r, d - r) for r in range(side) if 0 <= d - r < side] for d in range(2 * side - 1)]
    some = [*rows, *columns, *falling, *rising]
    return some + [line[::-1] for line in some]


def times(square: list[list[str]], letters: tuple[str, ...]) -> int:
    """How often a word stands in a square."""
    found = 0
    for line in lines(square):
        told = [square[r][c] for r, c in line]
        found += sum(tuple(told[at : at + len(letters)]) == letters for at in range(len(told) - len(letters) + 1))
    return found


@every
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_they_fit_in_every_language(wanted, paper):
    for pages in made(wanted, paper=paper).pages.values():
        for page in pages.pages:
            assert any(getattr(item, "name", "") == "help strip" for item in page.items), page.id


@pytest.mark.parametrize("wanted", [each for each in SAMPLE if "word-search" in made(each).pages], ids=lambda wanted: wanted.name)
def test_a_program_finds_each_word_exactly_once_on_the_page(wanted):
    page = made(wanted).pages["word-search"].pages[0]
    letters = [item for item in page.items if isinstance(item, Text) and item.name == "letter"]
    rows = [list(row) for _, row in itertools.groupby(letters, key=lambda item: round(item.box.y))]
    rtl = wanted.language.startswith("ar")
    square = [[item.paragraphs[0].text.strip() for item in sorted(row, key=lambda i: -i.box.x if rtl else i.box.x)] for row in rows]
    assert {len(row) for row in square} == {len(square)}
    words = [item.paragraphs[0].text for item in page.items if isinstance(item, Text) and item.name == "word"]
    assert len(words) >= 4
    assert [word for word in words if times(square, letters_of(word)) != 1] == []


def test_the_guide_says_where_each_word_is_and_the_sheet_does_not():
    found = made(SAMPLE[0], "word-search", "guide")
    told = [p.text for page in found.pages["guide"].pages for item in page.items for p in getattr(item, "paragraphs", ())]
    for hidden in hidden_words(found.session).hidden:
        row = next(text for text in told if text.startswith(f"{hidden.word}: fila {hidden.row + 1}, columna {hidden.column + 1}"))
        assert row
    sheet = [p.text for item in found.pages["word-search"].pages[0].items for p in getattr(item, "paragraphs", ())]
    assert not any("fila" in text for text in sheet)


def test_under_nine_words_run_as_they_are_read():
    assert {hidden.step for hidden in puzzle(["amigo", "clave", "juego", "ayuda"], 8, (ACROSS, DOWN)).hidden} <= {ACROSS, DOWN}


SCRIPTS = ["abcdefghijlmnñoprstuvz", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "aãeẽiĩoõuũyỹgmnptrs"]
LISTS = st.sampled_from(SCRIPTS).flatmap(
    lambda letters: st.lists(st.text(letters, min_size=3, max_size=11), min_size=4, max_size=10, unique=True)
)


@settings(max_examples=60, deadline=None)
@given(LISTS)
def test_any_words_are_hidden_once_or_not_at_all(words):
    found = puzzle(words, 10, (ACROSS, DOWN, FALLING, RISING))
    if found:
        square = [list(row) for row in found.rows]
        assert all(times(square, hidden.letters) == 1 for hidden in found.hidden)
        assert found == puzzle(words, 10, (ACROSS, DOWN, FALLING, RISING)), "the same each time"


def test_a_letter_with_its_mark_is_one():
    assert letters_of("g̃uarã") == ("G̃", "U", "A", "R", "Ã")
    assert letters_of("inicio de sesión") == tuple("INICIODESESIÓN")


@pytest.mark.parametrize("document", KINDS)
def test_the_document_is_as_it_was(document, same_as_file):
    same_as_file(GOLDENS / f"{SAMPLE[0].name}_{document}.txt", outline.render(made(SAMPLE[0]).pages[document]) + "\n")


@pytest.mark.parametrize(("language", "country"), [("es", "PY"), ("fr", "TD"), ("en", "RW")])
def test_a_board_game_has_rules_pieces_and_a_board_on_four_sheets(language, country):
    pages = made(Combination("teens-half-day", "13-17", language, country), "board-game", "cards").pages
    rules, *tiles = pages["board-game"].pages
    assert [page.layout for page in tiles] == ["tile"] * 4
    assert len([item for item in rules.items if getattr(item, "name", "") == "rule"]) >= 3
    pieces = [item.name for item in rules.items if getattr(item, "name", "").startswith("mark ") and item.name != "mark handset"]
    assert len(pieces) == 12
    assert len(set(pieces)) == 6, "two of a shape: the halves of a piece"
    board = next(page for page in pages["cards"].pages if page.layout == "board")
    shown = [group for page in tiles for group in page.items if getattr(group, "name", "") == "poster"]
    assert len(shown) == 4
    same = [item for item in board.items if getattr(item, "name", "") != "credits"]
    for group in shown:
        assert [item for item in group.items[0].items if getattr(item, "name", "") != "credits"] == same, "the very board, larger"
    assert made(Combination("children-90-minutes", "9-12", language, country), "board-game").pages.get("board-game") is None
