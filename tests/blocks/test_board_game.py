"""A board game on paper: every square is there, in its order, and fits."""

from pathlib import Path

from builder.content import Content
from builder.library import Library, installed
from builder.model.page import Text
from builder.model.report import Report
from builder.pipeline import draw
from builder.request import Request
from tests.conftest import DAY, session_for
from tests.problems.test_elsewhere import SQUARES, in_workspace, with_game

CARD = '{id: "ask", text: "Draw.", does: "card"}'
LONG = '{id: "long", text: "%s", does: "hard", move: -1}' % ("This happens and then that happens. " * 12)


def sheets(tmp_path: Path, *squares: str, cards: str = "") -> tuple[list[list[str]], set[str]]:
    """The texts of each sheet, and the codes of problems."""
    old, new = with_game(*squares)
    in_workspace(tmp_path, plan=(old, new.replace("}]}\n", "}], cards: [%s]}\n" % cards) if cards else new))  # noqa: UP031
    report = Report()
    content = Content(Library((installed(), tmp_path / "space")), report)
    session = session_for(content, Request("ours", tmp_path, DAY, "9-12", "en", "PY"), report)
    pages = draw(content, session, ("cards",), report).pages["cards"]
    texts = [
        ["".join(r.text for p in i.paragraphs for line in p.lines for r in line.runs) for i in page.items if isinstance(i, Text)]
        for page in pages.pages
    ]
    return texts, {problem.code for problem in report.problems}


def test_squares_stand_in_order_between_start_and_goal(tmp_path):
    texts, codes = sheets(tmp_path, *SQUARES)
    board = next(page for page in texts if "Start" in page)
    order = [board.index(text) for text in ("Start", *(f"Square {n}." for n in range(12)), "Everybody arrives!")]
    assert order == sorted(order)
    assert "1 on" in board
    assert codes == set()


def test_cards_follow_the_board(tmp_path):
    texts, _ = sheets(tmp_path, *SQUARES, CARD, cards='{id: "c1", text: "Say a kind word.", answer: "Any."}')
    first = next(n for n, page in enumerate(texts) if "Start" in page)
    assert "Take a card" in texts[first]
    assert "Say a kind word." in texts[first + 1]
    assert not any("Any." in text for page in texts for text in page), "answers stand in the guide only"


def test_a_text_that_is_too_long_for_its_square_is_told(tmp_path):
    assert "sheet-too-full" in sheets(tmp_path, *SQUARES, LONG)[1]
