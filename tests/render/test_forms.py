"""What stands on several pages of a PDF is written once, and looks the same."""

import io
from dataclasses import replace

import pypdfium2
from PIL import ImageChops

from builder.model.combination import Attendee
from builder.model.page import Box, Colour, Group, Page, Pages, Pattern, Rectangle, Shape
from builder.model.report import Report
from builder.model.source import Place
from builder.pipeline import draw
from builder.render import pdf
from tests.conftest import Combination, request_for, session_for, shipped


def page(number: int, *items) -> Page:
    return Page(f"p/{number}", 200, 200, items, f"Page {number}", "en", "sheet")


def pages(*made: Page) -> Pages:
    return Pages("handouts", "Test", "en", made)


def drawing(pattern: Pattern = Pattern.DOTS):
    shapes = [Shape(Box(x, x, 60, 40), Rectangle(6), Colour("#3377AA"), None, pattern) for x in range(0, 100, 12)]
    inner = Group((Shape(Box(0, 0, 9, 9), Rectangle(0), Colour("#000000")),), 5, 90, 2.0)
    return (*shapes, inner)


def seen(content: bytes):
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        return [each.render(scale=2).to_pil() for each in document]


def test_a_drawing_looks_the_same_where_it_stands_once_and_where_it_stands_on_several_pages():
    items = drawing()
    places = [Group(items, 10, 20, 1.0), Group(items, 60, 0, 0.5), Group(items, 0, 0, 1.4, Box(10, 10, 90, 90))]
    together = seen(pdf.render(pages(*(page(n, each) for n, each in enumerate(places)))))
    for number, each in enumerate(places):
        alone = seen(pdf.render(pages(page(number, each))))
        assert ImageChops.difference(alone[0], together[number]).getbbox() is None, number


def test_a_certificate_more_takes_little_room_in_the_file():
    content, report = shipped(), Report()
    session = session_for(content, request_for(Combination("children-90-minutes", "9-12", "es", "PY")), report)

    def size(count: int) -> int:
        names = tuple(Attendee(f"Ana Luz {n}", Place("names.csv", n)) for n in range(count))
        made = draw(content, replace(session, names=names), ("certificates",), report)
        return len(pdf.render(made.pages["certificates"]))

    assert size(60) - size(20) < 40 * 2000
