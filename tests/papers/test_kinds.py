"""The register of documents: each kind can be made, is called something in the print plan, and is explained on the page about printing."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.fitting import LAYOUT, check_papers
from builder.model.kinds import BY_NAME, KINDS, USUAL, Reader
from builder.papers import LAST, PAPERS, order
from builder.request import IN_EDITION
from tests.conftest import DAY, shipped

PAGE = Path(__file__).parents[2] / "docs" / "printing.md"
JOINED = ("print-all",)
"""Made of the pages of others."""


def test_every_kind_can_be_made():
    assert {kind.name for kind in KINDS} == {*PAPERS, *JOINED}
    assert set(LAST) < set(PAPERS)
    assert all(set(names) <= set(BY_NAME) for names in IN_EDITION.values())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_is_explained(kind):
    assert f"`{kind.name}`" in PAGE.read_text("utf-8")


def test_every_paper_has_a_name_in_the_print_plan():
    words = shipped().documents
    papers = [kind.name for kind in KINDS if kind.reader is not Reader.SCREEN and kind.name not in (*JOINED, "help-card")]
    assert [name for name in papers if f"document-{name}" not in words] == []


def test_what_a_document_tells_of_is_made_before_it():
    assert order(("print-plan", "guide")) == ["slides", "handouts", "cards", "guide", "print-plan"]
    assert order(("handouts",)) == ["handouts"]
    assert order(USUAL)[0] == "slides", "they are rendered while the others are typeset"


def test_words_that_do_not_fit_a_paper_are_told_by_check():
    content = shipped()
    assert [problem for problem in told(content) if problem.code in LAYOUT] == []
    text = content.documents["certificate-signed"]
    content.documents["certificate-signed"] = replace(text, variants=(replace(text.variants[0], lines=("Signedfortheteam" * 12,)),))
    assert {problem.code for problem in told(content)} >= {"sheet-too-full"}


def told(content):
    check_papers(content, ("en",), DAY)
    return content.report.problems
