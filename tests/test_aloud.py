"""Ten documents read aloud by readers of others: the same texts as in the outline, in its order, nothing twice, nothing missing."""

from dataclasses import replace

import pytest

from builder.model.page import Pages, Table, Text
from builder.render import pdf, pptx
from builder.typeset.deck import deck_theme
from tests import aloud
from tests.aloud import bare, outline
from tests.conftest import Combination, drawn
from tests.tools import needs

PACKS = (
    Combination("children-90-minutes", "9-12", "es", "PY"),
    Combination("children-one-visit", "5-8", "en+rw", "RW"),
    Combination("caregivers-evening", "caregivers", "fr", "TD"),
    Combination("educators-half-day", "educators", "en", "PY"),
)
every = pytest.mark.parametrize("wanted", PACKS, ids=lambda wanted: wanted.name)
papers = pytest.mark.parametrize("kind", ["slides", "guide", "handouts"])


def slides(wanted: Combination) -> tuple[Pages, bytes]:
    made = drawn(wanted)
    return made.pages["slides"], pptx.render(made.pages["slides"], deck_theme(made.look))


@every
def test_an_independent_reader_hears_the_slides_as_they_are_outlined(wanted):
    pages, content = slides(wanted)
    for page, told in zip(pages.pages, aloud.deck(content), strict=True):
        wanted_texts = outline(page, paper=False)
        assert [bare(text) for text in told.texts] == [bare(text) for text in wanted_texts.texts], page.id
        assert bare(told.title) == bare(wanted_texts.title) != "", page.id
        assert bare(told.notes) == bare(wanted_texts.notes), page.id


@every
@papers
def test_a_screen_reader_hears_the_pages_as_they_are_outlined(wanted, kind):
    pages = drawn(wanted).pages[kind]
    for page, told in zip(pages.pages, aloud.pdf(pdf.render(pages)), strict=True):
        assert bare(told.texts) == bare(outline(page, paper=True).texts), page.id


@needs("pdfinfo")
@every
@papers
def test_another_reader_of_the_structure_hears_the_same_words(wanted, kind, tmp_path):
    pages = drawn(wanted).pages[kind]
    path = tmp_path / "document.pdf"
    path.write_bytes(pdf.render(pages))
    words = (replace(page, items=tuple(item for item in page.items if isinstance(item, (Text, Table)))) for page in pages.pages)
    assert bare(aloud.by_poppler(path)) == "".join(bare(outline(page, paper=True).texts) for page in words)


def test_what_is_missing_twice_or_in_another_order_is_heard():
    pages, _ = slides(PACKS[0])
    page = next(page for page in pages.pages if sum(isinstance(item, Text) for item in page.items) > 3)
    last = max(at for at, item in enumerate(page.items) if isinstance(item, Text))
    orders = (page.items[:last] + page.items[last + 1 :], (*page.items, page.items[last]), page.items[::-1])
    for items in orders:
        look = drawn(PACKS[0]).look
        content = pptx.render(replace(pages, pages=(replace(page, items=items),)), deck_theme(look))
        assert bare(aloud.deck(content)[0].texts) != bare(outline(page, paper=False).texts)
