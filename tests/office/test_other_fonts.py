"""Decks as viewers without our typefaces draw them: another family stands in, and still nothing leaves its slide or runs into another text.

LibreOffice sees one family only – Liberation Sans, Carlito or Noto Sans –, so that nothing else can stand in.
"""

import ctypes
import os
import zlib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from builder.model.look import Style
from builder.model.page import Page, Pages
from builder.render import pptx
from builder.typeset.deck import deck_theme
from builder.typeset.measure import Ruler
from builder.typeset.sketch import Desk
from tests.conftest import EVERYTHING, drawn
from tests.office.boxes import as_pdf, boxed, text_of
from tests.test_pages import SUBSTITUTES
from tests.tools import font, needs, run

FAMILIES = ("", *SUBSTITUTES)
"""None: our own typefaces, which show that the look at the page finds nothing where nothing is wrong."""


def only(family: str, folder: Path) -> str:
    """The path of a fontconfig file that knows the faces of one family and nothing else."""
    faces = folder / "faces"
    faces.mkdir()
    for name in (*SUBSTITUTES[family], SUBSTITUTES[family][1].replace("Bold", "BoldItalic")):
        found = font(name)
        if found is None:
            pytest.skip(f"needs the font {family}")
        (faces / name).symlink_to(found)
    path = folder / "one.conf"
    path.write_text(f"<?xml version='1.0'?><fontconfig><dir>{faces}</dir><cachedir>{folder}</cachedir></fontconfig>", "utf-8")
    return str(path)


def decks(family: str) -> list:
    """The decks that a family is tried on: one, another one for each family, or all."""
    return EVERYTHING if os.environ.get("WORKSHOP_DRAW_ALL") else [EVERYTHING[zlib.crc32(family.encode()) % len(EVERYTHING)]]


class Ink(NamedTuple):
    """Where the ink of a piece of text is on a slide of 960 × 540 points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Ink") -> bool:
        """Whether the two run into each other by more than a quarter of a line."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 2 and down > 0.25 * min(self.bottom - self.top, other.bottom - other.top) and down > 3


def inks(page: pypdfium2.PdfPage) -> Iterator[Ink]:
    """The text of a slide, piece by piece."""
    textpage = page.get_textpage()
    scale = 540 / page.get_height()
    for number in range(pdfium.FPDFPage_CountObjects(page.raw)):
        drawn_ = pdfium.FPDFPage_GetObject(page.raw, number)
        if pdfium.FPDFPageObj_GetType(drawn_) == pdfium.FPDF_PAGEOBJ_TEXT:
            text = text_of(drawn_, textpage)
            left, bottom, right, top = (ctypes.c_float() for _ in range(4))
            pdfium.FPDFPageObj_GetBounds(drawn_, left, bottom, right, top)
            if text.strip():
                yield Ink(text, left.value * scale, 540 - top.value * scale, right.value * scale, 540 - bottom.value * scale)
    textpage.close()


@pytest.mark.office
@needs("soffice", "pdffonts")
@pytest.mark.parametrize(("family", "wanted"), [(family, each) for family in FAMILIES for each in decks(family)], ids=str)
def test_nothing_leaves_the_slide_or_runs_into_another_text(family, wanted, tmp_path):
    made = drawn(wanted)
    content = pptx.render(made.pages["slides"], deck_theme(made.look))
    path = as_pdf(content, tmp_path, only(family, tmp_path) if family else "")
    names = {row.split()[0].partition("+")[2] for row in run("pdffonts", path).splitlines()[2:]}
    if family:
        assert {name.partition("-")[0] for name in names} == {family.replace(" ", "")}, names
    document = pypdfium2.PdfDocument(path)
    for page, slide in zip(document, made.pages["slides"].pages, strict=True):
        found = list(inks(page))
        for ink in found:
            assert ink.left >= -1, (slide.id, ink)
            assert ink.right <= 961, (slide.id, ink)
            assert ink.top >= -1, (slide.id, ink)
            assert ink.bottom <= 541, (slide.id, ink)
        assert [pair for pair in combinations(found, 2) if pair[0].meets(pair[1])] == [], slide.id
    document.close()


@pytest.mark.office
@needs("soffice")
def test_texts_that_run_into_each_other_are_seen(tmp_path):
    look = drawn(EVERYTHING[0]).look
    style, desk = Style("body", 24, 33, look.colours["ink"]), Desk(look, Ruler(look.faces), {})
    boxes = [boxed("en", text, style, 500, desk) for text in ("Words that stand at one place", "Others at the same place, in their way")]
    both = Page("both", 960, 540, (boxes[0].box, boxes[1].box), "", "en")
    content = pptx.render(Pages("slides", "Both", "en", (both,)), deck_theme(look))
    document = pypdfium2.PdfDocument(as_pdf(content, tmp_path))
    assert any(one.meets(other) for one, other in combinations(inks(document[0]), 2))
    document.close()
