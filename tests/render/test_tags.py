"""The structure that items become, one rule at a time."""

import re
from dataclasses import replace

import page as checker
import pypdfium2
import pytest

from builder.model.look import Style
from builder.model.page import (
    Box,
    Cell,
    Colour,
    Group,
    Item,
    Link,
    Page,
    Pages,
    Paragraph,
    Picture,
    Role,
    Segment,
    Shape,
    Stroke,
    Table,
    Text,
)
from builder.model.voice import Said
from builder.render import pdf
from builder.typeset.measure import Ruler
from builder.typeset.sketch import Desk, Sketch, Spoken
from tests.conftest import EVERYTHING, drawn
from tests.tagged import Node, heard, small_objects

BODY = Style("body", 14, 20, Colour("#000000"))
LINE = Stroke(Colour("#000000"), 1)


def sketch(**more) -> Sketch:
    look = drawn(EVERYTHING[0]).look
    return Sketch(Desk(look, Ruler(look.faces), {}), **more)


def text(*strings: str | Said, role: Role = Role.PARAGRAPH, x: float = 50, y: float = 100, **more) -> Text:
    made = sketch()
    spoken = [Spoken(each if isinstance(each, Said) else Said(each, "en"), BODY) for each in strings]
    made.text(Box(x, y, 400, 400), spoken, role, spare=0, **more)
    return made.items[0]


def title(string: str = "Title", level: int = 1, **more) -> Text:
    return text(string, role=Role.TITLE, level=level, y=20, **more)


def a_page(*items: Item, number: int = 1, section: str = "") -> Page:
    return Page(f"page-{number}", 595, 842, items, "A page", "en", "guide", section)


def rendered(*pages: Page) -> bytes:
    content = pdf.render(Pages("guide", "A document", "en", pages, "Us", "CC BY 4.0", "2026-01-01"))
    report = checker.validate_pdf_bytes(content, profile=checker.ValidationProfile.PDF_UA_1)
    assert [f"{fault.rule_id}: {fault.message}" for fault in report.failures] == []
    return content


def told(*items: Item) -> list[str]:
    """The outline of one page's structure, below its part."""
    (page,) = heard(rendered(a_page(*items)))
    assert page.unmarked == 0
    (document,) = page.nodes
    (part,) = document.kids
    assert isinstance(part, Node)
    return [line.strip() for kid in part.kids if isinstance(kid, Node) for line in kid.told()]


def kinds(content: bytes) -> list[str]:
    return [node.kind for page in heard(content) for node in page if node.kind[0] == "H"]


def test_a_paragraph_in_another_language_says_so():
    assert told(title(), text(Said("Hola.", "es"))) == ["H1 Title", "P [es] Hola."]


def test_what_has_no_language_is_said_in_the_documents():
    assert told(title(), text(Said("116 111", "zxx"))) == ["H1 Title", "P 116 111"]


@pytest.mark.parametrize("tag", ["en", "en-RW"])
def test_a_region_is_no_other_language(tag):
    assert told(title(), text(Said("Hello.", tag))) == ["H1 Title", "P Hello."]


def test_a_passage_in_another_language_stands_inside_its_paragraph():
    one, two = text("He said"), text(Said("buen día", "es"))
    first, second = one.paragraphs[0].lines[0], two.paragraphs[0].lines[0]
    line = replace(first, runs=(*first.runs, *second.runs, *first.runs))
    mixed = Text(one.box, (Paragraph((line,), 20),))
    assert told(title(), mixed) == ["H1 Title", "P", "He said", "Span [es] buen día", "He said"]


def test_items_one_after_the_other_are_one_list_and_a_number_is_its_label():
    number, item = text("1", role=Role.LABEL, leads=True), text("Stop.", role=Role.LIST_ITEM)
    assert told(title(), number, item, text("Tell.", role=Role.LIST_ITEM, y=140)) == [
        "H1 Title", "L", "LI", "Lbl 1", "LBody Stop.", "LI", "LBody Tell.",
    ]  # fmt: skip


def test_a_paragraph_parts_two_lists():
    item = text("Stop.", role=Role.LIST_ITEM)
    assert told(title(), item, text("Then"), item).count("L") == 2


def test_a_second_column_is_a_list_of_its_own():
    left = [text(each, role=Role.LIST_ITEM, y=y) for each, y in (("a", 100), ("b", 140))]
    right = [text(each, role=Role.LIST_ITEM, y=y) for each, y in (("one", 100), ("two", 140))]
    assert told(title(), *left, *right) == [
        "H1 Title", "L", "LI", "LBody a", "LI", "LBody b", "L", "LI", "LBody one", "LI", "LBody two",
    ]  # fmt: skip


def test_a_list_goes_on_over_a_page():
    item = text("Stop.", role=Role.LIST_ITEM)
    content = rendered(a_page(title(), item), a_page(item, number=2))
    assert [node.kind for page in heard(content) for node in page if node.kind in ("L", "LI")] == ["L", "LI", "L", "LI"]
    assert small_objects(content).count(b"/S/L/") == 1


def test_a_number_before_a_heading_is_part_of_it():
    assert told(title(), text("1 ", role=Role.LABEL, leads=True), text("Tick.", role=Role.HEADING)) == ["H1 Title", "H2", "Span 1", "Tick."]


def test_a_label_that_leads_to_nothing_stands_for_itself():
    assert told(title(), text("1", role=Role.LABEL, leads=True)) == ["H1 Title", "P 1"]


def test_a_picture_that_leads_stands_in_the_item_it_belongs_to():
    shape = Shape(Box(50, 200, 100, 50), stroke=LINE, alt="message sent", leads=True)
    assert told(title(), shape, text("Hi!", role=Role.LIST_ITEM)) == ["H1 Title", "L", "LI", "LBody", "Figure “message sent”", "P Hi!"]


def test_two_languages_side_by_side_are_one_item_and_one_heading():
    made = sketch(bilingual=True)
    said = Said("Stop.", "en", second=Said("Parar.", "es"))
    for y, role in ((100, Role.HEADING), (200, Role.LIST_ITEM), (300, Role.PARAGRAPH)):
        made.text(Box(50, y, 500, 40), Spoken(said, BODY), role, spare=0)
    assert told(title(), *made.items) == [
        "H1 Title", "H2", "Stop.", "Span [es] Parar.", "L", "LI", "LBody", "P Stop.", "P [es] Parar.", "P Stop.", "P [es] Parar.",
    ]  # fmt: skip


def test_headings_skip_no_level_and_equals_stay_equal():
    deep = text("Part", role=Role.HEADING, level=7)
    pages = (a_page(title("One", 1), deep, deep, section="a"), a_page(title("Two", 2), deep, number=2, section="b"))
    assert kinds(rendered(*pages)) == ["H1", "H2", "H2", "H2", "H3"]


def test_a_new_section_begins_below_the_documents_own_heading():
    pages = (a_page(title("One", 1), title("Lesson", 2), title("Slide", 3), section="a"), a_page(title("End", 3), number=2, section="b"))
    assert kinds(rendered(*pages)) == ["H1", "H2", "H3", "H2"]


def test_a_slides_title_is_heard_first():
    figure = Shape(Box(50, 200, 100, 50), stroke=LINE, alt="A phone")
    assert told(figure, title(placeholder="title")) == ["H1 Title", "Figure “A phone”"]


def test_a_group_with_alt_text_is_one_figure_whatever_stands_in_it():
    inside = (text("Not heard"), Shape(Box(0, 0, 50, 50), stroke=LINE, alt="not heard"), Link(Box(0, 0, 9, 9), "#page-1"))
    page = heard(rendered(a_page(title(), Group(inside, 20, 20, 0.5, alt="Slide 1", box=Box(20, 20, 100, 100)))))[0]
    assert [node.alt for node in page if node.alt] == ["Slide 1"]


@pytest.mark.parametrize(
    "item",
    [
        Group((text("Title again"),), 0, 0, 1), Shape(Box(0, 0, 99, 0), Segment(), stroke=LINE),
        text("Page 3", role=Role.FOOTER), text("3", role=Role.NUMBER), text("~", role=Role.ARTIFACT),
    ],
)  # fmt: skip
def test_what_decorates_or_stands_on_every_page_is_not_heard(item):
    assert told(title(), item) == ["H1 Title"]


def test_a_table_has_a_head_and_a_cell_that_reaches_across_says_so():
    def cell(string: str, x: float, wide: float, y: float, *, head: bool = False) -> Cell:
        return Cell(Box(x, y, wide, 30), text(string, x=x, y=y).paragraphs, head=head)

    rows = (
        (cell("Time", 50, 100, 300, head=True), cell("Room 1", 150, 100, 300, head=True), cell("Room 2", 250, 100, 300, head=True)),
        (cell("9:00", 50, 100, 330), cell("Together", 150, 200, 330)),
    )
    items = title(), Table(Box(50, 300, 300, 60), rows, LINE)
    assert told(*items) == [
        "H1 Title", "Table", "THead", "TR", "TH Time", "TH Room 1", "TH Room 2", "TBody", "TR", "TD 9:00", "TD Together",
    ]  # fmt: skip
    small = small_objects(rendered(a_page(*items)))
    assert small.count(b"/O/Table/Scope/Column") == 3
    assert small.count(b"/ColSpan 2") == 1


@pytest.mark.parametrize("target", ["https://example.org/help", "#page-1"])
def test_a_link_is_an_element_with_its_annotation(target):
    content = rendered(a_page(title(), text("Read more"), Link(Box(50, 100, 80, 20), target)))
    small = small_objects(content)
    assert re.search(rb"<</S/Link/P \d+ 0 R/Pg \d+ 0 R/Alt\(%b\)/K <</Type/OBJR/Obj \d+ 0 R>>>>" % re.escape(target.encode()), small)
    assert b"/StructParent 1" in small


def test_the_pieces_of_a_logo_are_one_figure_and_an_unheard_logo_none():
    content = one_pixel()
    logos = Picture(Box(50, 50, 20, 20), content, "Our partner"), Picture(Box(50, 90, 20, 20), content, "")
    assert told(title(), *logos) == ["H1 Title", "Figure “Our partner”"]


def one_pixel() -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (1, 1)).save(out, "PNG")
    return out.getvalue()


def test_each_heading_of_three_levels_is_listed_and_leads_to_its_page():
    part, deep = text("Part", role=Role.HEADING, level=3, y=300), text("Deep", role=Role.HEADING, level=9)
    pages = (a_page(title("One", 1), section="a"), a_page(title("Two", 2), part, deep, number=2, section="b"))
    document = pypdfium2.PdfDocument(rendered(*pages))
    found = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    document.close()
    assert found == [(0, "One", 0), (1, "Two", 1), (2, "Part", 1)]


def test_a_word_in_an_alt_text_may_be_of_any_script():
    figure = Shape(Box(50, 200, 100, 50), stroke=LINE, alt="Hag̃ua (ẽ) \\ مرحبا")
    assert told(title(), figure) == ["H1 Title", "Figure “Hag̃ua (ẽ) \\ مرحبا”"]


def test_rows_have_equal_cells_also_where_one_is_empty():
    cells = [(Cell(Box(50, y, 100, 30), text(f"row {y}", y=y).paragraphs), Cell(Box(150, y, 100, 30), ())) for y in (300, 330)]
    small = small_objects(rendered(a_page(title(), Table(Box(50, 300, 200, 60), tuple(cells), LINE, alt="Two rows"))))
    assert small.count(b"/Summary(Two rows)") == 1
    assert small.count(b"/S/TR") == 2
    assert small.count(b"/S/TD") == 4
