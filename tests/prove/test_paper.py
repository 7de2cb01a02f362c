"""The last look at a PDF: faults planted one by one, and found, in files with a table and in files with streams of objects."""

import io
import re
import zlib

import pytest
from reportlab.pdfgen.canvas import Canvas

from builder.prove import UnsoundError
from builder.prove.paper import faults, prove
from builder.render import pdf
from tests.conftest import EVERYTHING, drawn

SMALL = {
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
    3: "<< /Type /Page /Parent 2 0 R /Resources << /Font 5 0 R >> >>",
    4: "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 6 0 R >> >> >>",
    5: "<< /F1 6 0 R >>",
    6: "<< /Type /Font /Subtype /Type0 /DescendantFonts [ 7 0 R ] >>",
    7: "<< /Type /Font /Subtype /CIDFontType2 /FontDescriptor 8 0 R >>",
    8: "<< /Type /FontDescriptor /FontFile2 9 0 R >>",
}
FILE = "<< /Length 4 >>\nstream\n/Font\nendstream"


def in_a_table(small: dict[int, str]) -> bytes:
    """The objects one by one, then the table."""
    out, places = b"%PDF-1.4\n", []
    for number, body in {**small, 9: FILE}.items():
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + f"xref\n0 10\n0000000000 65535 f \n{rows}trailer\n<< /Size 10 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def stream(number: int, entries: str, body: bytes) -> bytes:
    packed = zlib.compress(body)
    return f"{number} 0 obj\n<<{entries}/Length {len(packed)}>>\nstream\n".encode() + packed + b"\nendstream\nendobj\n"


def in_streams(small: dict[int, str], shift: int = 0) -> bytes:
    """The objects packed together, the table a stream as well; `shift` makes it lie."""
    out = b"%PDF-1.7\n"
    at = {9: len(out)}
    out += f"9 0 obj\n{FILE}\nendobj\n".encode()
    at[10] = len(out)
    places, body = [], ""
    for number, each in small.items():
        places += [number, len(body)]
        body += f"{each}\n"
    first = " ".join(str(each) for each in places) + "\n"
    out += stream(10, f"/Type/ObjStm/N {len(small)}/First {len(first)}", (first + body).encode())
    at[11] = len(out)
    rows = [(0, 0, 65535), *((2, 10, number + shift) for number in range(len(small))), *((1, at[number], 0) for number in (9, 10, 11))]
    coded = b"".join(kind.to_bytes(1, "big") + place.to_bytes(4, "big") + more.to_bytes(2, "big") for kind, place, more in rows)
    return out + stream(11, "/Type/XRef/Size 12/W[1 4 2]/Root 1 0 R", coded) + f"startxref\n{at[11]}\n%%EOF\n".encode()


both = pytest.mark.parametrize("made", [in_a_table, in_streams])


@both
def test_a_good_file_is_given_back_as_it_is(made):
    content = made(SMALL)
    assert prove("handouts.pdf", content, 2) is content


@pytest.mark.parametrize("wanted", EVERYTHING[::6], ids=lambda wanted: wanted.name)
def test_our_documents_hold_together(wanted):
    for pages in drawn(wanted).pages.values():
        assert list(faults(pdf.render(pages), len(pages.pages))) == []


OBJECTS = {
    "no catalogue": (1, "/Catalog", "/Cadalog", "no catalogue"),
    "a page that is none": (3, "/Type /Page ", "/Type /Pagx ", "1 pages instead of 2"),
    "a font that is not there": (8, "/FontFile2", "/FontFale2", "the font of object 6 is not embedded"),
    "a font that leads nowhere": (6, "7 0 R", "77 0 R", "the font of object 6 is not embedded"),
    "a font without a description": (7, "/FontDescriptor 8 0 R", "", "the font of object 6 is not embedded"),
    "a shelf that is not there": (5, "/F1 6 0 R", "/F1 66 0 R", "the font of object 66 is not embedded"),
}


@both
@pytest.mark.parametrize("name", OBJECTS)
def test_a_planted_fault_is_the_only_one_found(name, made):
    number, old, new, said = OBJECTS[name]
    assert old in SMALL[number]
    assert list(faults(made({**SMALL, number: SMALL[number].replace(old, new)}), 2)) == [said]


BYTES = {
    "cut off": (rb"%%EOF\s*$", b"", "no beginning or no end"),
    "no beginning": (rb"^%PDF", b"PDF", "no beginning or no end"),
    "another start": (rb"startxref\s+\d+", b"startxref\n17", "no table of objects where it should be"),
    "a byte too many": (rb"\nendobj\n", b"\nendobj \n", "no table of objects where it should be"),
    "a wrong count": (rb"/Size \d+", b"/Size 7", "the trailer counts other objects than the table"),
    "no root": (rb"/Root 1 ", b"/Root 5 ", "no catalogue"),
}


@both
@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_were_changed_are_found(name, made):
    old, new, said = BYTES[name]
    broken = re.sub(old, new, made(SMALL), count=1)
    assert broken != made(SMALL)
    assert said in list(faults(broken, 2))


def test_a_table_that_lies_is_found():
    astray = re.sub(rb"\n00000(\d{5}) 00000 n", rb"\n00001\1 00000 n", in_a_table(SMALL), count=1)
    assert "object 1 is not where the table says" in list(faults(astray, 2))
    assert "object 1 is not where the table says" in list(faults(in_streams(SMALL, shift=1), 2))


def test_pages_are_counted():
    with pytest.raises(UnsoundError, match=r"handouts\.pdf: 2 pages instead of 3"):
        prove("handouts.pdf", in_a_table(SMALL), 3)


def test_a_font_that_every_reader_is_thought_to_have_is_not_in_the_file():
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(72, 72, "Helvetica")
    canvas.save()
    assert [each for each in faults(out.getvalue(), 1) if "is not embedded" in each]
