"""Fronts laid over backs: the lines to cut along meet, whether the paper is turned over its long or its short edge."""

import pypdfium2
import pytest
from PIL import ImageChops, ImageOps

from builder.blocks.helplines import help_card
from builder.model.document import NOTHING, Document, Frame
from builder.model.page import Pages, Shape, Text
from builder.model.pieces import Card, Cards
from builder.model.report import Report
from builder.model.voice import Said
from builder.pipeline import Drawn, draw
from builder.render import pdf
from builder.typeset.measure import Ruler
from builder.typeset.paper.card_backs import card_backs as backs_of
from builder.typeset.paper.editions import sheets
from builder.typeset.paper.print_all import print_all
from builder.typeset.paper.sheet import Setting
from builder.typeset.sketch import Desk
from tests.conftest import Combination, request_for, session_for, shipped

CONTENT = shipped()
SAMPLE = [
    Combination("children-90-minutes", "9-12", "es", "PY"),
    Combination("children-90-minutes", "5-8", "en", "CR"),
    Combination("teens-half-day", "13-17", "fr", "TD"),
    Combination("children-90-minutes", "5-8", "fr", "SN"),
]
DOTS = 200
"""Dots an inch, as a copier has them: half a millimetre is four."""


def made(wanted: Combination, paper: str) -> Drawn:
    report = Report()
    found = draw(CONTENT, session_for(CONTENT, request_for(wanted, paper=paper), report), ("cards", "card-backs"), report)
    assert report.errors == []
    return found


def lines(image) -> tuple[set[int], set[int]]:
    """The columns and the rows of dots that are dark over more than a quarter of the page: the lines to cut along."""
    dark = image.convert("L").point(lambda value: 255 if value < 128 else 0)
    wide, tall = dark.size
    columns = {x for x in range(wide) if dark.crop((x, 0, x + 1, tall)).histogram()[255] > tall * 0.25}
    rows = {y for y in range(tall) if dark.crop((0, y, wide, y + 1)).histogram()[255] > wide * 0.46}
    return columns, rows


def near(one: set[int], other: set[int]) -> bool:
    """Whether each line of one has one of the other within half a millimetre."""
    return all(min(abs(each - found) for found in other) <= DOTS / 25.4 * 0.5 for each in one)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("wanted", SAMPLE, ids=lambda wanted: wanted.name)
def test_lines_to_cut_along_meet_however_the_paper_is_turned(wanted, paper):
    found = made(wanted, paper)
    meet(found.pages["cards"], found.pages["card-backs"])


def meet(fronts: Pages, backs: Pages) -> None:
    """Lays each back behind its front, turned over either edge."""
    assert len(fronts.pages) == len(backs.pages)
    drawn = [pypdfium2.PdfDocument(pdf.render(each)) for each in (fronts, backs)]
    for number, page in enumerate(fronts.pages):
        if page.layout != "cards":
            assert backs.pages[number].items == ()
            continue
        front, back = (each[number].render(scale=DOTS / 72).to_pil() for each in drawn)
        for turned in (ImageOps.mirror(back), ImageOps.flip(back)):
            columns, rows = lines(front)
            behind = lines(turned)
            assert len(columns) >= 3
            assert near(columns, behind[0]), "over the long edge and the short one"
            strip = {row for row in rows if row < front.height * 0.84}  # below stand the help strip's lines
            header = {row for row in strip if row > front.height * 0.14}
            assert near(header, behind[1])
    for each in drawn:
        each.close()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_many_short_cards_stand_nine_to_a_page_and_meet_their_backs(paper):
    found = made(SAMPLE[0], paper)
    words = [Said(f"A word of card {number}", "en") for number in range(17)]
    frame = Frame("ours/cards", "cards", Said("Ours", "en"), (Cards(tuple(Card(NOTHING, each) for each in words)),), Said("Lesson", "en"))
    document, room = Document("cards", Said("T", "en"), (frame,)), found.session.room
    desk = Desk(found.look, Ruler(found.look.faces), CONTENT.scenes)
    setting = Setting(desk, room.voice, help_card(room), "", paper, Report())
    fronts = sheets(document, setting)
    meet(fronts, backs_of(document, setting))
    cuts = [item.box for item in fronts.pages[0].items if isinstance(item, Shape) and item.stroke and item.stroke.dash]
    assert len({box.x for box in cuts if box.width == 0}) == 4
    shown = [[item for item in page.items if isinstance(item, Text) and item.name == "card"] for page in fronts.pages]
    assert [len(page) for page in shown] == [9, 8]
    assert setting.report.errors == []


def test_a_shift_of_a_millimetre_would_be_seen():
    found = made(SAMPLE[0], "a4")
    document = pypdfium2.PdfDocument(pdf.render(found.pages["cards"]))
    front = document[0].render(scale=DOTS / 72).to_pil()
    document.close()
    assert not near(lines(front)[0], lines(ImageChops.offset(front, round(DOTS / 25.4), 0))[0])


def test_in_the_file_for_the_printer_backs_stand_behind_their_fronts():
    found = made(SAMPLE[2], "a4")
    whole = print_all(found.pages)
    assert all(page.id.endswith("/back") for page in whole.pages[1::2])
    assert len(whole.pages) == 2 * len(found.pages["cards"].pages)
