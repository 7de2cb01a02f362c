"""Forms, evaluation, agenda, press note: in several languages they fit, ask for no more than is needed, and say no first."""

import re

import pytest

from builder.compose.evaluation import ITEMS
from builder.compose.forms import SPARE
from builder.model.page import Page, Pages, Shape, Table, Text
from builder.model.report import Report
from builder.model.units import mm
from builder.model.voice import Voice
from builder.pipeline import Drawn, draw
from builder.render import outline
from builder.typeset.paper.sheet import LIVE_HEIGHT, LIVE_WIDTH, STRIP_TOP
from tests.conftest import Combination, drawn, request_for, session_for, shipped
from tests.test_goldens import GOLDENS

KINDS = ("evaluation", "evaluation-tally", "permissions", "forms", "agenda", "press-note")
CONTENT = shipped()
SAMPLE = [
    Combination("children-90-minutes", "5-8", "es", "PY"),
    Combination("children-90-minutes", "9-12", "fr", "TD"),
    Combination("children-one-visit", "9-12", "es+en", "PY"),
    Combination("teens-half-day", "13-17", "en", "RW"),
    Combination("caregivers-evening", "caregivers", "es", "SV"),
    Combination("educators-half-day", "educators", "fr", "SN"),
    Combination("decision-makers-session", "decision-makers", "en", "CR"),
]
every = pytest.mark.parametrize("wanted", SAMPLE, ids=lambda wanted: wanted.name)


def made(wanted: Combination, report: Report | None = None, documents: tuple[str, ...] = KINDS, **more: object) -> Drawn:
    told = report or Report()
    found = draw(CONTENT, session_for(CONTENT, request_for(wanted, **more), told), documents, told)
    assert report is not None or told.errors == []
    return found


def texts(pages: Pages | Page) -> list[str]:
    """Every paragraph, tables included."""
    rows: list[str] = []
    for page in pages.pages if isinstance(pages, Pages) else [pages]:
        for item in page.items:
            rows += [each.text for each in getattr(item, "paragraphs", ())]
            rows += [each.text for row in getattr(item, "rows", ()) for cell in row for each in cell.paragraphs]
    return rows


@every
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_everything_stands_inside_what_both_papers_share(wanted, paper):
    for name, pages in made(wanted, paper=paper).pages.items():
        for page in pages.pages if name != "slides" else ():
            left, top = (page.width - LIVE_WIDTH) / 2 - 1, (page.height - LIVE_HEIGHT) / 2 - 9
            for item in page.items:
                box = getattr(item, "box", None)
                if box:
                    assert box.x >= left, (name, page.id)
                    assert box.right <= page.width - left, (name, page.id)
                    assert box.y >= top, (name, page.id)
                    assert box.bottom <= page.height - top + 8, (name, page.id)


def test_each_form_begins_a_page():
    pages = made(SAMPLE[0]).pages
    begun = {name: [page.id.split("/")[1] for page in pages[name].pages] for name in ("permissions", "forms")}
    assert list(dict.fromkeys(begun["permissions"])) == ["consent", "assent", "photos"]
    assert list(dict.fromkeys(begun["forms"])) == ["sign-in", "conduct", "concern", "helpers", "test-calls"]
    for page in (page for name in begun for page in pages[name].pages):
        assert sum(getattr(item, "name", "") == "title" for item in page.items) <= 1


@pytest.mark.parametrize("participants", [1, 30, 90])
def test_the_sign_in_sheet_has_a_row_for_everybody_and_asks_for_no_surname(participants):
    pages = made(SAMPLE[0], participants=participants).pages["forms"].pages
    tables = [item for page in pages if page.id.startswith("form/sign-in") for item in page.items if isinstance(item, Table)]
    rows = [row for table in tables for row in table.rows if row[0].paragraphs and row[0].paragraphs[0].text.strip().isdecimal()]
    assert len(rows) == participants + SPARE
    assert all(cell.box.height >= mm(9) - 0.1 for row in rows for cell in row)
    head = " ".join(each.text for cell in tables[0].rows[0] for each in cell.paragraphs)
    assert not re.search(r"apellido|cédula|documento|dirección", head, re.IGNORECASE)


@every
def test_no_photo_is_the_first_box(wanted):
    pages = made(wanted).pages["permissions"].pages
    photos = next(page for page in pages if page.id.startswith("form/photos"))
    items = [item for item in photos.items if isinstance(item, Text) and item.name == "item"]
    assert re.match(r"(No photos|Ninguna foto|Aucune photo)", items[0].paragraphs[0].text)
    boxes = [item for item in photos.items if isinstance(item, Shape) and item.name == "box"]
    assert all(min(each.box.width, each.box.height) >= mm(5) for each in boxes)


def test_adults_sign_for_themselves_and_children_say_yes_or_no():
    def forms(wanted: Combination) -> set[str]:
        return {page.id.split("/")[1] for page in made(wanted).pages["permissions"].pages}

    assert forms(SAMPLE[0]) == {"consent", "assent", "photos"}
    assert forms(SAMPLE[5]) == {"photos"}


@pytest.mark.parametrize("country", ["PY", "CR", "RW", "TD", "BO"])
def test_who_helps_here_names_only_numbers_with_a_source(country):
    language = {"RW": "en", "TD": "fr"}.get(country, "es")
    session = made(Combination("children-one-visit", "9-12", language, country))
    told = " ".join(texts(next(page for page in session.pages["forms"].pages if page.id.startswith("form/helpers"))))
    for contact in session.session.room.country.contacts:
        assert (contact.number in told) == (contact.grade != "U"), contact.number


@every
def test_the_five_statements_are_the_same_before_and_after_and_the_help_strip_stands_below(wanted):
    pages = made(wanted).pages["evaluation"].pages
    said = [item.paragraphs[0].text for item in pages[0].items if isinstance(item, Text) and item.name == "statement"]
    assert len(said) == 2 * len(ITEMS)
    assert said[: len(ITEMS)] == said[len(ITEMS) :]
    for page in pages:
        assert any(getattr(item, "name", "") == "help strip" for item in page.items)
        marks = [item for item in page.items if getattr(item, "name", "") in ("face", "box")]
        assert all(item.box.bottom <= page.height / 2 - LIVE_HEIGHT / 2 + STRIP_TOP for item in marks)
    marks = [item for item in pages[0].items if getattr(item, "name", "") in ("face", "box")]
    assert len(marks) == 2 * len(ITEMS) * 3
    assert min(item.box.width for item in marks) >= mm(5)


def test_a_second_language_stands_on_papers_that_it_has_words_for():
    report = Report()
    pages = made(Combination("children-one-visit", "9-12", "es+gn", "PY"), report).pages
    assert report.errors == []
    assert [problem for problem in report.warnings if problem.code == "paper-in-one-language"] == []
    for name in ("evaluation", "permissions", "agenda", "press-note"):
        assert {run.language for page in pages[name].pages for item in page.items for each in getattr(item, "paragraphs", ())
                for line in each.lines for run in line.runs} >= {"es", "gn"}, name  # fmt: skip
        assert pages[name].language == "es"


@pytest.mark.parametrize(("language", "country"), [("es+gn", "PY"), ("en+rw", "RW"), ("en+sw", "TZ"), ("fr+ar", "TD"), ("fr", "SN")])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_families_sign_is_one_sheet_a_form(language, country, paper):
    found = drawn(Combination("children-one-visit", "9-12", language, country), ("permissions", "press-note"), paper=paper)
    assert [page.id.split("/")[1] for page in found.pages["permissions"].pages] == ["consent", "assent", "photos"]
    assert len(found.pages["press-note"].pages) == 1


def test_a_paper_that_a_second_language_has_no_words_for_is_in_one_and_that_is_told(monkeypatch):
    monkeypatch.setattr(Voice, "can_say", lambda voice, text: not text.address.startswith("permissions/"))
    report = Report()
    pages = made(Combination("children-one-visit", "9-12", "es+gn", "PY"), report).pages
    told = {dict(problem.values)["document"] for problem in report.warnings if problem.code == "paper-in-one-language"}
    assert told == {"permissions"}
    languages = {run.language for page in pages["permissions"].pages for item in page.items if getattr(item, "name", "") != "write"
                 for each in getattr(item, "paragraphs", ()) for line in each.lines for run in line.runs}  # fmt: skip
    assert languages <= {"es", "zxx"}


def test_an_event_stands_on_forms_and_an_agenda_has_times_of_day():
    more = {"place": "San Lorenzo", "start": 9 * 60}
    pages = made(SAMPLE[0], **more).pages
    assert any("San Lorenzo" in each for each in texts(pages["permissions"]))
    assert texts(pages["agenda"])[texts(pages["agenda"]).index("Qué") + 1].startswith("9:00–9:0")


@pytest.mark.parametrize("document", ["evaluation", "permissions", "forms"])
def test_the_document_is_as_it_was(document, same_as_file):
    same_as_file(GOLDENS / f"{SAMPLE[0].name}_{document}.txt", outline.render(made(SAMPLE[0]).pages[document]) + "\n")


@pytest.mark.parametrize(
    "wanted",
    [
        Combination("children-one-visit", "9-12", "rw", "RW"),
        Combination("children-one-visit", "9-12", "gn", "PY"),
        Combination("children-one-visit", "9-12", "ar", "TD"),
        Combination("teens-half-day", "13-17", "fr", "SN"),
        Combination("decision-makers-session", "decision-makers", "qps-long", "PY"),
    ],
    ids=lambda wanted: wanted.name,
)
def test_words_stay_in_their_cell(wanted):
    made_ = drawn(wanted, ("forms", "evaluation-tally", "agenda", "guide", "print-plan"), draft=True)
    tables = [item for pages in made_.pages.values() for page in pages.pages for item in page.items if isinstance(item, Table)]
    assert tables
    for cell in (cell for table in tables for row in table.rows for cell in row):
        for line in (line for paragraph in cell.paragraphs for line in paragraph.lines):
            assert line.x >= cell.box.x, cell
            assert line.x + line.width <= cell.box.right, cell
