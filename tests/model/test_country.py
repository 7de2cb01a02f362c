"""Which number may stand on a sheet."""

from datetime import date

import pytest

from builder.model.country import Contact
from builder.model.source import Place
from builder.model.text import Text, Variant

SOURCE = Text("x", (Variant("everyone", ("a paper",), Place("")),))
TODAY = date(2026, 11, 23)


def contact(grade: str, dated: str, channel: str = "phone") -> Contact:
    return Contact("x", "child", "X", "147", channel, None, None, SOURCE, dated, "", grade, Place(""))


@pytest.mark.parametrize(
    ("grade", "dated", "channel", "printed"),
    [
        ("A", "2025", "phone", True),
        ("A", "2025-06", "mobile", True),
        ("B", "2025", "phone", True),
        ("B", "2025", "mobile", False),
        ("A", "2023", "phone", False),
        ("C", "2026", "phone", False),
        ("U", "2026", "phone", False),
    ],
)
def test_grade_age_and_channel_decide(grade, dated, channel, printed):
    assert contact(grade, dated, channel).on_sheets(TODAY) is printed


def test_a_number_goes_out_of_date_by_itself():
    dated = contact("A", "2025-01")
    assert dated.on_sheets(date(2027, 1, 31))
    assert not dated.on_sheets(date(2027, 2, 1))
