"""The guide on paper: a heading stands with what it heads, a label keeps off the text beside it."""

import pytest

from builder.model.page import Page, Role, Shape, Table, Text
from tests.conftest import EVERYTHING, Combination, drawn

MORE = [
    Combination("educators-half-day", "educators", "fr", "TD"),
    Combination("teens-half-day", "13-17", "fr", "SN"),
    Combination("caregivers-evening", "caregivers", "es", "PY"),
    Combination("children-90-minutes", "9-12", "qps-long", "PY"),
]


def pages(wanted: Combination) -> tuple[Page, ...]:
    return drawn(wanted).pages["guide"].pages


@pytest.mark.parametrize("wanted", [*EVERYTHING, *MORE], ids=lambda wanted: wanted.name)
def test_no_heading_stands_alone_at_the_foot_of_a_page(wanted):
    for page in pages(wanted):
        headings = [item for item in page.items if isinstance(item, Text) and item.role is Role.HEADING and item.name == "heading"]
        below = [item for item in page.items if isinstance(item, (Text, Table, Shape)) and getattr(item, "role", None) is not Role.FOOTER]
        for heading in headings:
            assert any(item.box.y > heading.box.y for item in below if item is not heading and getattr(item, "name", "") != "credits"), (
                page.id
            )


@pytest.mark.parametrize("wanted", [*EVERYTHING[::3], *MORE], ids=lambda wanted: wanted.name)
def test_labels_keep_off_the_text_beside_them(wanted):
    for page in pages(wanted):
        for label in (item for item in page.items if isinstance(item, Text) and item.name == "label" and item.box.width < 60):
            wide = max(line.width for paragraph in label.paragraphs for line in paragraph.lines)
            assert wide <= label.box.width + 0.5, page.id
