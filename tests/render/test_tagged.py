"""Every PDF of the sample is heard as it was meant: PDF/UA-1 by an independent checker, each text once, in order, in its language."""

import os
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import page as checker
import pypdfium2
import pytest

from builder.content import Content
from builder.library import Library, installed
from builder.model.page import Group, Item, Page, Pages, Picture, Role, Shape, Table, Text
from builder.model.report import Report
from builder.model.voice import NEUTRAL
from builder.render import pdf
from builder.request import Outcome, Request, combinations
from tests.conftest import DAY, EVERYTHING, Combination, drawn
from tests.tagged import Heard, Node, heard, small_objects
from tests.tools import needs, run

TWO_LANGUAGES = [
    Combination("children-90-minutes", "9-12", "es+gn", "PY"),
    Combination("children-one-visit", "5-8", "en+rw", "RW"),
    Combination("children-one-visit", "9-12", "en+sw", "TZ"),
]
UNHEARD = (Role.FOOTER, Role.NUMBER, Role.ARTIFACT)


def offered() -> list[Combination]:
    """Every plan in every language it is offered in, for each of its audiences; a country for each language."""
    content, found = Content(Library((installed(),)), Report()), []
    for path in sorted((installed() / "workshops" / "plans").glob("*.yaml")):
        workshop = content.workshop(path.stem)
        request = Request(path.stem, Path("output"), DAY, "all", "all", "PY,RW,TD")
        for each in combinations(request, content, workshop, Outcome(Report())) if workshop else ():
            found.append(Combination(path.stem, each.audience.id, each.language.tag, each.country.id))
    return found


SAMPLE = [*EVERYTHING, *TWO_LANGUAGES, *(offered() if os.environ.get("WORKSHOP_DRAW_ALL") else ())]


class Made(NamedTuple):
    """One PDF: the pages it was made from, its bytes, what is heard of it."""

    pages: Pages
    content: bytes
    heard: list[Heard]


def made(pages: Pages) -> Made:
    content = pdf.render(pages)
    return Made(pages, content, heard(content))


def handouts_of(wanted: Combination) -> Made:
    return made(drawn(wanted).pages["handouts"])


def bare(text: str) -> str:
    """Without spaces, which PDFium sets as it sees fit, and hyphens, which it takes from the ends of lines."""
    return re.sub(r"[\s\x02-]", "", text)


def spoken(item: Item) -> Iterator[str]:
    """What of the texts of a page is to be heard, paragraph by paragraph."""
    match item:
        case Text() if item.role not in UNHEARD:
            yield from (paragraph.text for paragraph in item.paragraphs)
        case Table():
            yield from (paragraph.text for row in item.rows for cell in row for paragraph in cell.paragraphs)
        case _:
            return


def in_order(page: Page) -> Iterator[str]:
    """The texts of a page as its items stand; the title of a slide, with its number, before all others."""
    items = list(page.items)
    title = next((at for at, item in enumerate(items) if isinstance(item, Text) and item.placeholder == "title"), 0)
    first = title - 1 if title and isinstance(items[title - 1], Text) and items[title - 1].leads else title
    for item in (*items[first : title + 1], *items[:first], *items[title + 1 :]):
        yield from spoken(item)


def written(node: Node) -> Iterator[str]:
    """The texts of an element, in order; what is drawn in a figure is not heard."""
    for kid in node.kids if node.kind != "Figure" else ():
        if isinstance(kid, str):
            yield kid
        else:
            yield from written(kid)


def figures(page: Page) -> list[str]:
    """The alt texts of a page."""
    return sorted(item.alt for item in page.items if isinstance(item, (Group, Shape, Picture)) and item.alt)


def a_checker_finds_no_fault(each: Made) -> None:
    report = checker.validate_pdf_bytes(each.content, profile=checker.ValidationProfile.PDF_UA_1)
    assert [f"{fault.rule_id}: {fault.message}" for fault in report.failures] == []
    assert report.is_compliant


def each_text_is_heard_once_and_in_order(each: Made) -> None:
    for page, told in zip(each.pages.pages, each.heard, strict=True):
        texts = [text for node in told.nodes for text in written(node)]
        assert bare("".join(texts)) == bare("".join(in_order(page))), page.id


def nothing_is_drawn_outside_of_elements_and_artifacts(each: Made) -> None:
    assert [told.unmarked for told in each.heard if told.unmarked] == []


def each_figure_has_its_alt_text(each: Made) -> None:
    for page, told in zip(each.pages.pages, each.heard, strict=True):
        assert sorted(node.alt for node in told if node.kind == "Figure") == figures(page), page.id


FLOWING = ("guide", "print-plan", "cards", "permissions", "agenda", "press-note", "family")
"""Documents of which a page may go on with what the page before began."""


def headings_begin_at_the_top_and_skip_no_level(each: Made) -> None:
    levels = [int(node.kind[1]) for told in each.heard for node in told if re.fullmatch("H[1-6]", node.kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(levels) >= len(each.pages.pages) or each.pages.kind in FLOWING


def lists_and_tables_are_whole(each: Made) -> None:
    for node in (node for told in each.heard for node in told):
        kinds = [kid.kind for kid in node.kids if isinstance(kid, Node)]
        match node.kind:
            case "L":
                assert set(kinds) == {"LI"}
            case "LI":
                assert kinds in (["LBody"], ["Lbl", "LBody"])
            case "Table":
                assert kinds == ["THead", "TBody"]
            case "THead":
                assert {cell.kind for row in node.kids for cell in row.kids} == {"TH"}
            case "TBody":
                assert {cell.kind for row in node.kids for cell in row.kids} == {"TD"}


def a_passage_in_another_language_says_so(each: Made) -> None:
    others = {
        run.language
        for page in each.pages.pages
        for item in page.items
        for paragraph in (item.paragraphs if isinstance(item, Text) and item.role not in UNHEARD else ())
        for line in paragraph.lines
        for run in line.runs
    } - {NEUTRAL, each.pages.language}
    assert {node.language for told in each.heard for node in told} - {""} == others


RULES = (
    a_checker_finds_no_fault, each_text_is_heard_once_and_in_order, nothing_is_drawn_outside_of_elements_and_artifacts,
    each_figure_has_its_alt_text, headings_begin_at_the_top_and_skip_no_level, lists_and_tables_are_whole,
    a_passage_in_another_language_says_so,
)  # fmt: skip


@pytest.mark.parametrize("wanted", dict.fromkeys(SAMPLE), ids=lambda wanted: wanted.name)
def test_every_document_is_heard_as_it_was_meant(wanted):
    for pages in drawn(wanted).pages.values():
        each = made(pages)
        for rule in RULES:
            rule(each)


@pytest.mark.parametrize("wanted", [EVERYTHING[5], *TWO_LANGUAGES], ids=lambda wanted: wanted.name)
def test_the_file_says_its_title_and_what_stands_where(wanted):
    for each in map(made, drawn(wanted).pages.values()):
        document = pypdfium2.PdfDocument(each.content)
        marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
        assert document.get_metadata_value("Title") == each.pages.title
        document.close()
        assert b"/DisplayDocTitle true" in small_objects(each.content)
        assert marks[0][0] == 0
        told = [node for page in each.heard for node in page if node.kind in ("H1", "H2", "H3")]
        assert [level for level, _ in marks] == [int(node.kind[1]) - 1 for node in told]
        assert all(bare(title) in bare(node.text) for (_, title), node in zip(marks, told, strict=True))


def test_metadata_names_languages_makers_and_rights():
    handouts = handouts_of(TWO_LANGUAGES[0])
    xmp = handouts.content.partition(b"<?xpacket begin")[2].partition(b"<?xpacket end")[0].decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<rdf:li>es</rdf:li><rdf:li>gn</rdf:li>" in xmp
    assert handouts.pages.title in xmp
    assert handouts.pages.author in xmp
    assert "CC BY 4.0" in xmp


def test_a_guide_in_another_language_tells_the_pictures_in_its_own():
    pages = drawn(Combination("children-90-minutes", "9-12", "en", "PY"), guide_language="es").pages["guide"]
    alts = [node.alt for told in heard(pdf.render(pages)) for node in told if node.kind == "Figure"]
    told = [alt for alt in alts if alt.startswith("Dibujo de la diapositiva")]
    assert len(told) > 10
    assert all("línea" in alt for alt in alts if alt not in told)
    assert not any(re.search(r"\b(a|the|and|with)\b", alt) for alt in told if " a " not in alt)


@needs("qpdf", "pdfinfo")
def test_other_readers_find_a_sound_file_and_the_same_words(tmp_path):
    for each in map(made, drawn(TWO_LANGUAGES[0]).pages.values()):
        path = tmp_path / f"{each.pages.kind}.pdf"
        path.write_bytes(each.content)
        run("qpdf", "--check", path)
        told = run("pdfinfo", "-struct-text", path)
        said = "".join(re.findall(r'^ +"(.*)"$', told, re.MULTILINE))
        ours = "".join(text for page in each.heard for node in page.nodes for text in written(node))
        if each.pages.kind == "handouts":
            assert bare(said) == bare(ours)
        assert "Tagged:          yes" in run("pdfinfo", path)


def test_packing_twice_gives_the_same_bytes():
    pages = drawn(EVERYTHING[0]).pages["handouts"]
    assert pdf.render(pages) == pdf.render(pages)


def test_the_checker_finds_what_is_planted():
    content = handouts_of(EVERYTHING[0]).content
    assert checker.is_pdf_compliant_bytes(content, profile=checker.ValidationProfile.PDF_UA_1)
    for whole, broken in ((b"<pdfuaid:part>1", b"<pdfuaid:part>7"), (b"<dc:title>", b"<dc:tutle>")):
        assert whole in content
        assert not checker.is_pdf_compliant_bytes(content.replace(whole, broken), profile=checker.ValidationProfile.PDF_UA_1)
