"""What is said of PDFs: with and without tags, locked, broken, somebody else's."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from builder.accessibility.looking import looked_at


def pdf(pages: int = 1, title: str = "", lang: str | None = None, **words: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, lang=lang, **words)
    canvas.setTitle(title)
    for number in range(pages):
        canvas.drawString(72, 700, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def tagged(figure: str) -> bytes:
    """A page with one figure, written by hand."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /Lang (es) /StructTreeRoot 5 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /StructParents 0 >>",
        "<< /Length 46 >>\nstream\n/Figure << /MCID 0 >> BDC 9 9 50 50 re f EMC   \nendstream",
        "<< /Type /StructTreeRoot /K 6 0 R /ParentTree << /Nums [0 [7 0 R]] >> >>",
        "<< /Type /StructElem /S /Document /P 5 0 R /K [7 0 R] >>",
        f"<< /Type /StructElem /S /Figure /P 6 0 R /Pg 3 0 R /K 0 {figure} >>",
        "<< /Title (Una hoja) >>",
    ]
    out, places = "%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return (out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 8 0 R >>\nstartxref\n{start}\n%%EOF\n").encode()


def codes(content: bytes, tmp_path) -> list[tuple[str, int, str]]:
    (tmp_path / "x.pdf").write_bytes(content)
    return [(each.code, each.page, each.severity.value) for each in looked_at((tmp_path,), frozenset())[0]]


def test_a_pdf_that_says_nothing_of_itself(tmp_path):
    whole = [("pdf-not-tagged", 0, "error"), ("document-without-title", 0, "error"), ("document-without-language", 0, "error")]
    assert codes(pdf(), tmp_path) == whole
    assert codes(pdf(12), tmp_path) == [*whole, ("pdf-without-outline", 0, "warning")]
    assert codes(pdf(title="A sheet", lang="en"), tmp_path) == whole[:1]


def test_figures_are_asked_for_their_alt_texts(tmp_path):
    claim = ("pdf-without-claim", 0, "tip")
    assert codes(tagged(""), tmp_path) == [claim, ("figure-without-alt", 1, "error")]
    assert codes(tagged("/Alt (Una puerta abierta)"), tmp_path) == [claim]
    assert codes(tagged("/ActualText (A)"), tmp_path) == [claim]


def test_the_claim_is_found_as_element_and_as_attribute(tmp_path):
    good = tagged("/Alt (Una puerta)")
    for claim in (b"<pdfuaid:part>1</pdfuaid:part>", b'pdfuaid:part="1"'):
        assert codes(good.replace(b"%PDF-1.7\n", b"%PDF-1.7\n") + b"% " + claim, tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"no pdf", pdf()[:200]])
def test_what_is_no_pdf_is_told(content, tmp_path):
    assert codes(content, tmp_path) == [("pdf-broken", 0, "error")]


def test_a_locked_pdf_is_told(tmp_path):
    assert codes(pdf(encrypt="secret"), tmp_path) == [("pdf-locked", 0, "error")]


def test_a_file_that_is_gone_is_told(tmp_path):
    assert [each.code for each in looked_at((tmp_path / "x.pdf",), frozenset())[0]] == ["cannot-read"]


def test_tables_are_asked_for_header_cells(tmp_path):
    claim = ("pdf-without-claim", 0, "tip")
    for cell, found in (("TD", [("pdf-table-without-head", 1, "error")]), ("TH", [])):
        content = tagged("").replace(b"/S /Document", b"/S /Table").replace(b"/S /Figure", b"/S /%s" % cell.encode())
        assert codes(content, tmp_path) == [claim, *found]
