"""The last look at a PDF: faults planted one by one, and found."""

import io
import re

import pytest
from reportlab.pdfgen.canvas import Canvas

from builder.prove import UnsoundError
from builder.prove.paper import faults, prove
from builder.render import pdf
from tests.conftest import EVERYTHING, drawn


@pytest.fixture(scope="module")
def sheets() -> tuple[bytes, int]:
    pages = drawn(EVERYTHING[4]).pages["handouts"]
    return pdf.render(pages), len(pages.pages)


@pytest.mark.parametrize("wanted", EVERYTHING[::6], ids=lambda wanted: wanted.name)
def test_our_documents_hold_together(wanted):
    for pages in drawn(wanted).pages.values():
        assert list(faults(pdf.render(pages), len(pages.pages))) == []


PLANTED = {
    "cut off": (rb"%%EOF\s*$", b"", "no beginning or no end"),
    "no beginning": (rb"^%PDF", b"PDF", "no beginning or no end"),
    "another start": (rb"startxref\s+\d+", b"startxref\n17", "no table of objects"),
    "a byte too many": (rb"\nendobj\n", b"\nendobj \n", "no table of objects"),
    "an object astray": (rb"\n0000000(\d\d\d) 00000 n", rb"\n0000001\1 00000 n", "is not where the table says"),
    "a wrong count": (rb"/Size \d+", b"/Size 7", "counts other objects"),
    "no catalogue": (rb"/Catalog", b"/Cadalog", "no catalogue"),
    "a page that is none": (rb"/Type /Page\n", b"/Type /Pagx\n", "pages instead of"),
    "a font that is not there": (rb"/FontFile2 ", b"/FontFale2 ", "is not embedded"),
    "a font that leads nowhere": (rb"/DescendantFonts \[ \d\d 0 R", b"/DescendantFonts [ 99 9 R", "is not embedded"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(name, sheets):
    content, pages = sheets
    old, new, said = PLANTED[name]
    broken = re.sub(old, new, content, count=1)
    assert broken != content
    assert any(said in each for each in faults(broken, pages))


def test_pages_are_counted_and_the_same_bytes_given_back(sheets):
    content, pages = sheets
    assert prove("handouts.pdf", content, pages) is content
    with pytest.raises(UnsoundError, match=f"handouts.pdf: {pages} pages instead of {pages + 1}"):
        prove("handouts.pdf", content, pages + 1)


def test_a_font_that_is_not_in_the_file_is_found():
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(72, 72, "Helvetica")
    canvas.save()
    assert [each for each in faults(out.getvalue(), 1) if "is not embedded" in each]
