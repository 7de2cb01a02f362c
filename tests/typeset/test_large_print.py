"""Large print: what the rules of decision 15 ask of every page of it, whatever the plan, the audience, the language, the paper."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import page as checker
import pytest

from builder.accessibility.deck import deck
from builder.accessibility.order import out_of_order
from builder.blocks.helplines import help_card
from builder.library import installed
from builder.model.document import Document, Frame
from builder.model.page import Align, Box, Group, Item, Page, Role, Shape, Table, Text
from builder.model.pieces import Blank, Task
from builder.model.report import Report
from builder.model.text import plain
from builder.model.voice import Said
from builder.pipeline import Drawn
from builder.render import outline, pptx
from builder.request import IN_EDITION, Request, run
from builder.typeset.deck import deck_theme
from builder.typeset.measure import Ruler
from builder.typeset.paper.column import Column, Foot
from builder.typeset.paper.editions import sheets
from builder.typeset.paper.large_tasks import shared
from builder.typeset.paper.sheet import Setting, ink
from builder.typeset.sketch import Desk
from builder.typeset.slides.plain import Row, _evenly
from builder.validate.contrast import ratio
from tests.conftest import DAY, Combination, drawn, request_for, session_for, shipped
from tests.render.test_tagged import RULES, made, offered
from tests.tagged import heard
from tests.test_pages import SUBSTITUTES, fits, substitute

GOLDENS = Path(__file__).parent.parent / "goldens"
LEAST, CLEAR, BODY, LABEL = 18.0, 7.0, 28.0, 18.0
READ = ("handouts", "guide", "permissions", "agenda", "press-note")
WRITING, TICK = 14 * 72 / 25.4, 8 * 72 / 25.4
SAMPLE = [
    Combination("children-90-minutes", "5-8", "es", "PY"),
    Combination("children-90-minutes", "9-12", "en", "CR"),
    Combination("children-90-minutes", "13-17", "fr", "TD"),
    Combination("children-one-visit", "5-8", "en+rw", "RW"),
    Combination("caregivers-evening", "caregivers", "es", "SV"),
    Combination("educators-half-day", "educators", "fr", "SN"),
    Combination("decision-makers-session", "decision-makers", "es", "BO"),
    Combination("teens-half-day", "13-17", "en", "RW"),
    Combination("booster-20-minutes", "9-12", "es", "PY"),
    Combination("children-one-visit", "5-8", "en+sw", "TZ"),
]
WANTED = list(dict.fromkeys([*SAMPLE, *(offered() if os.environ.get("WORKSHOP_DRAW_ALL") else ())]))
every = pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: wanted.name)


class Placed(NamedTuple):
    """A text and where it stands."""

    text: Text
    box: Box


def large(wanted: Combination, paper: str = "", partner: str = "") -> Drawn:
    """The pages of a pack in large print; a problem fails the test that asked."""
    return drawn(
        wanted, IN_EDITION["large-print"], edition="large-print", draft="+" in wanted.language, paper=paper or None, partner=partner
    )


def papers(wanted: Combination) -> Iterator[Page]:
    """Every page of what is read on paper."""
    for name in READ:
        yield from large(wanted).pages[name].pages


def texts(items: tuple[Item, ...], scale: float = 1.0) -> Iterator[tuple[Text, float]]:
    """Every text, those in groups too, with the scale at which it is drawn."""
    for item in items:
        if isinstance(item, Group):
            yield from texts(item.items, scale * item.scale)
        elif isinstance(item, Text):
            yield item, scale
        assert not isinstance(item, Table), "large print has no tables"


def inks(text: Text) -> Box:
    """Where the letters of a text are."""
    lines = [line for paragraph in text.paragraphs for line in paragraph.lines]
    size = max(run.size for line in lines for run in line.runs)
    left, right = min(line.x for line in lines), max(line.x + line.width for line in lines)
    top = lines[0].baseline - 0.7 * size
    return Box(left, top, right - left, lines[-1].baseline - top)


@every
def test_no_type_on_paper_is_smaller_than_18_points_nor_closer_than_1_3(wanted):
    for each in papers(wanted):
        for text, scale in texts(each.items):
            for paragraph in text.paragraphs:
                size = max(run.size for line in paragraph.lines for run in line.runs)
                assert min(run.size for line in paragraph.lines for run in line.runs) * scale >= LEAST, (each.id, paragraph.text)
                assert len(paragraph.lines) == 1 or paragraph.pitch >= 1.29 * size, (each.id, paragraph.text)


@every
def test_headings_are_larger_than_what_they_stand_above(wanted):
    body = large(wanted).look.large.body[0]
    for each in papers(wanted):
        for text, _ in texts(each.items):
            if text.role is Role.TITLE or (text.role is Role.HEADING and not text.name.startswith("task")):
                assert min(run.size for paragraph in text.paragraphs for line in paragraph.lines for run in line.runs) > body, text


BESIDE = ("number", "page number", "credits")
"""What may stand beside a text: a number in a disc or on a square, the number of the page."""


@every
def test_no_two_texts_stand_side_by_side(wanted):
    for each in papers(wanted):
        found = [(text, inks(text)) for text, _ in texts(each.items) if text.paragraphs]
        for number, (text, one) in enumerate(found):
            for other, two in found[number + 1 :]:
                level = one.y < two.bottom - 1 and two.y < one.bottom - 1
                assert not level or text.name in BESIDE or other.name in BESIDE, (each.id, text.address, other.address, other.name)


@every
def test_text_starts_at_the_start_and_has_no_italics(wanted):
    for name, pages in large(wanted).pages.items():
        for each in pages.pages:
            for text, _ in texts(each.items):
                for paragraph in text.paragraphs:
                    faces = {run.face for line in paragraph.lines for run in line.runs}
                    assert not any(face.italic or "Italic" in face.path for face in faces), paragraph.text
                    if name != "slides" and text.name not in BESIDE:
                        assert paragraph.align is Align.START, (each.id, text.name)


@every
def test_ink_on_paper_is_black(wanted):
    for each in papers(wanted):
        for text, _ in texts(each.items):
            assert {run.colour.value for paragraph in text.paragraphs for line in paragraph.lines for run in line.runs} == {"#000000"}


@every
def test_lines_to_write_on_are_far_apart_and_boxes_large(wanted):
    for each in papers(wanted):
        shapes = [item for item in each.items if isinstance(item, Shape)]
        for box in (shape.box for shape in shapes if shape.name == "box"):
            assert min(box.width, box.height) >= TICK
        for shape in shapes:
            if shape.alt and shape.name == "line":
                above = [inks(text).bottom for text, _ in texts(each.items) if text.paragraphs and inks(text).bottom < shape.box.y]
                assert shape.stroke.width >= 2
                if above and text_is_near(each, shape):
                    assert shape.box.y - max(above) >= WRITING * 0.75, (each.id, "room above a line")


def text_is_near(each: Page, line: Shape) -> bool:
    """Whether a text stands above a line to write on, on the same sheet and not in the help strip."""
    return not any(item.name == "help strip" and item.box.y < line.box.y for item in each.items if isinstance(item, Shape))


@every
def test_nothing_leaves_its_page_or_meets_the_foot(wanted):
    for each in papers(wanted):
        feet = [text.box.y for text, _ in texts(each.items) if text.name == "credits"]
        assert len(feet) == 1
        strip = [item.box.y for item in each.items if isinstance(item, Shape) and item.name == "help strip"]
        floor = min([*feet, *strip])
        for text, _ in texts(each.items):
            ink = inks(text)
            assert ink.x >= 0, (each.id, text)
            assert ink.x + ink.width <= each.width, (each.id, text)
            if text.name not in ("credits", "page number", "help"):
                assert ink.bottom <= floor, (each.id, text.address)


@every
def test_the_page_number_stands_where_it_always_does_and_help_on_every_sheet(wanted):
    for name in READ:
        pages = large(wanted).pages[name].pages
        places = {(text.box.y, text.box.right) for each in pages for text, _ in texts(each.items) if text.name == "page number"}
        assert len(places) == 1
        told = [text.paragraphs[0].text for each in pages for text, _ in texts(each.items) if text.name == "page number"]
        assert told == [f"{number}/{len(pages)}" for number in range(1, len(pages) + 1)]
    for each in (each for name in READ if name != "guide" for each in large(wanted).pages[name].pages):
        assert any(text.name == "help" for text, _ in texts(each.items)), each.id


@every
def test_type_on_slides_is_28_points_and_nothing_is_below_18(wanted):
    small = ("footer", "minutes", "slide number", "brand line", "help strip text", "groups and materials", "who signs",
             "help facts", "trusted adult", "line", "source")  # fmt: skip
    for each in large(wanted).pages["slides"].pages:
        for text, _ in texts(each.items):
            sizes = [run.size for paragraph in text.paragraphs for line in paragraph.lines for run in line.runs]
            beside = text.name.startswith(("number", "letter", "write")) or text.name in small
            assert min(sizes) >= (LABEL if beside else BODY), (each.id, text.name, text.paragraphs[0].text)


@every
def test_text_on_slides_is_clear(wanted):
    for each in large(wanted).pages["slides"].pages:
        for at, item in enumerate(each.items):
            if isinstance(item, Text) and item.paragraphs:
                ground = ground_of(each, at, inks(item))
                for run in (run for paragraph in item.paragraphs for line in paragraph.lines for run in line.runs):
                    assert ratio(run.colour.value, ground) >= CLEAR, (each.id, item.name, run.colour, ground)


def ground_of(each: Page, at: int, ink: Box) -> str:
    """The colour on which a text stands: that of the last filled shape before it that holds its middle."""
    x, y = ink.x + ink.width / 2, ink.y + ink.height / 2
    found = each.ground.value if each.ground else "#FFFFFF"
    for item in each.items[:at]:
        for shape in [item] if isinstance(item, Shape) else filled(item) if isinstance(item, Group) and item.name in MARKS else []:
            if shape.fill and shape.box.x <= x <= shape.box.right and shape.box.y <= y <= shape.box.bottom:
                found = shape.fill.value
    return found


MARKS = tuple(f"mark {letter}" for letter in "ABCD")


def filled(group: Group) -> Iterator[Shape]:
    """The shapes of a mark, at their place on the page."""
    for item in group.items:
        if isinstance(item, Shape):
            box = item.box
            yield Shape(
                Box(group.dx + box.x * group.scale, group.dy + box.y * group.scale, box.width * group.scale, box.height * group.scale),
                fill=item.fill,
            )


@every
def test_text_boxes_of_a_slide_do_not_overlap(wanted):
    for each in large(wanted).pages["slides"].pages:
        found = [(text.name, inks(text)) for text, _ in texts(each.items) if text.paragraphs]
        for number, (name, one) in enumerate(found):
            for other, two in found[number + 1 :]:
                across = one.x < two.right - 1 and two.x < one.right - 1
                assert not (across and one.y < two.bottom - 1 and two.y < one.bottom - 1), (each.id, name, other)


@pytest.mark.parametrize("wanted", SAMPLE, ids=lambda wanted: wanted.name)
def test_every_document_is_heard_as_it_was_meant(wanted):
    for pages in large(wanted).pages.values():
        flowing = replace(pages, kind="guide") if pages.kind == "handouts" else pages  # not every page has a heading
        each = made(flowing)
        for rule in RULES:
            rule(each)


@every
def test_every_slide_is_read_as_it_is_seen(wanted, tmp_path):
    path, made = tmp_path / "slides.pptx", large(wanted)
    path.write_bytes(pptx.render(made.pages["slides"], deck_theme(made.look)))
    for slide in deck(path, Report()).slides:
        assert [(one.name, other.name) for one, other in out_of_order(slide.shapes, slide.rtl)] == [], slide.number


@every
def test_what_is_to_be_chosen_from_stands_with_its_question(wanted):
    for each in large(wanted).pages["handouts"].pages:
        names = [text.name for text, _ in texts(each.items)]
        assert "choice" not in names or any(name.startswith("task") for name in names[: names.index("choice")]), each.id


@every
def test_no_page_ends_with_a_heading_and_no_slide_begins_with_a_line_whose_heading_is_elsewhere(wanted):
    for each in large(wanted).pages["handouts"].pages:
        read = [text.name for text, _ in texts(each.items) if text.name not in ("help", "credits", "page number")]
        assert read[-1] != "heading", each.id
    trusted = False
    for slide in large(wanted).pages["slides"].pages:
        read = [text for text, _ in texts(slide.items) if text.role is not Role.TITLE]
        headings = [text for text in read if text.role is Role.HEADING]
        trusted = slide.layout == "help" and (trusted or bool(headings))
        assert not trusted or headings, slide.id
        assert slide.layout != "help" or any(text.name == "line" or "number" in text.name for text in read), slide.id


@pytest.mark.parametrize(
    ("count", "first", "page", "begins"),
    [(4, 3, 3, {2}), (9, 4, 4, {3, 6}), (5, 1, 4, {1}), (3, 0, 2, {0, 2}), (3, 3, 4, set()), (3, 1, 1, {1, 2}), (0, 2, 2, set())],
)
def test_cards_are_shared_evenly_among_as_few_pages_as_can_be(count, first, page, begins):
    assert shared(count, first, page) == begins


def test_rows_are_shared_evenly_among_slides():
    rows = [Row(Said(letter, "en"), ink("body", 28, 38), "letter", letter) for letter in "ABCD"]
    assert [len(each) for each in _evenly([(row, 80.0) for row in rows], 250)] == [2, 2]
    assert [len(each) for each in _evenly([(row, 80.0) for row in rows], 330)] == [4]


def test_what_a_line_is_for_is_said_in_both_languages():
    wanted = Combination("children-one-visit", "5-8", "en+sw", "TZ")
    found: dict[str, set[str]] = {}
    for each in large(wanted).pages["handouts"].pages:
        for text, _ in texts(each.items):
            found.setdefault(text.name, set()).update(paragraph.lines[0].runs[0].language for paragraph in text.paragraphs)
    assert found["name"] == found["who helps"] == {"en", "sw"}


def test_a_sheet_whose_first_task_needs_a_page_has_its_picture_beside_the_name():
    pages = large(Combination("children-one-visit", "5-8", "en+sw", "TZ")).pages["handouts"].pages
    assert any(isinstance(item, Group) and item.alt for item in pages[0].items)
    assert [text.name for text, _ in texts(pages[1].items)].count("choice") == 3


def test_a_text_taller_than_a_page_goes_on_over_the_next_and_none_of_it_is_lost():
    drawn = large(SAMPLE[1])
    column = Column(Desk(drawn.look, Ruler(drawn.look.faces), {}), drawn.voices[-1], "a4", Foot(Said("A title", "en")))
    column.turn(Frame("a/1", "guide", Said("A title", "en")))
    long = Said(" ".join(f"**Step {number}.** Ask, listen, and say what comes next." for number in range(60)), "en")
    column.put(long, column.body)
    column.put(Said("x" * 20 + " word" * 700, "en"), column.body)
    told = " ".join(
        paragraph.text.strip() for sketch, _ in column.done for text, _ in texts(tuple(sketch.items)) for paragraph in text.paragraphs
    )
    assert told == f"{plain(long.string)} {'x' * 20}{' word' * 700}"
    assert len(column.done) > 4
    assert not any(sketch.overflows for sketch, _ in column.done)


def test_a_word_wider_than_the_column_is_told():
    report = Report()
    session = session_for(shipped(), request_for(SAMPLE[1], edition="large-print"), report)
    desk = Desk(large(SAMPLE[1]).look, Ruler(large(SAMPLE[1]).look.faces), {})
    sheet = Frame("a/sheet", "worksheet", Said("Title", "en"), (Task(1, Said("x" * 80, "en", "a/task"), (Blank(2),)),))
    sheets(Document("handouts", Said("T", "en"), (sheet,)), Setting(desk, session.room.voice, help_card(session.room), "", "a4", report))
    assert {problem.code for problem in report.errors} == {"sheet-too-full"}


def test_a_pack_says_in_its_name_and_in_the_guide_that_it_is_large_print(tmp_path):
    request = Request("children-one-visit", tmp_path, DAY, "9-12", "en", "PY", edition="large-print", participants=2)
    outcome = run(request, lambda _: None)
    assert outcome.report.errors == []
    folder = outcome.packs[0].folder
    assert folder.name == "children-one-visit_9-12_en_PY_large-print"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["edition"] == "large-print"
    told = outline.render(large(Combination("children-one-visit", "9-12", "en", "PY")).pages["guide"])
    assert "edition in large print" in told
    assert "--edition one-sheet" not in told


def test_the_schedule_of_an_event_is_in_large_print_too(tmp_path):
    event = installed() / "workshops" / "events" / "cop-rwanda.yaml"
    request = Request("", tmp_path, DAY, event=event, edition="large-print", documents="handouts")
    outcome = run(request, lambda _: None)
    assert outcome.report.errors == []
    schedule = next(tmp_path.glob("*_large-print/schedule.pdf")).read_bytes()
    checked = checker.validate_pdf_bytes(schedule, profile=checker.ValidationProfile.PDF_UA_1)
    assert checked.is_compliant
    assert not [node for page in heard(schedule) for node in page if node.kind == "Table"]


@pytest.mark.parametrize("paper", ["letter", "oficio"])
def test_other_papers_have_the_same_pages(paper):
    one, other = large(SAMPLE[1], paper).pages, large(SAMPLE[1]).pages
    assert [len(one[name].pages) for name in one] == [len(other[name].pages) for name in other]


@pytest.mark.parametrize("document", ["slides", "handouts"])
def test_the_document_is_as_it_was(document, same_as_file):
    wanted = SAMPLE[0]
    same_as_file(GOLDENS / f"{wanted.name}_large-print_{document}.txt", outline.render(large(wanted).pages[document]) + "\n")


@pytest.mark.parametrize("family", SUBSTITUTES)
@pytest.mark.parametrize("wanted", SAMPLE, ids=lambda wanted: wanted.name)
def test_nothing_leaves_the_slide_in_a_viewer_without_our_fonts(wanted, family):
    ruler = substitute(large(wanted).look, family)
    for each in large(wanted).pages["slides"].pages:
        for text, _ in texts(each.items):
            fits(each, text, ruler)
