"""Every block of every lesson – also those that no plan chooses – fits, in every language, for everybody it is for."""

import pytest

from builder.content import Content
from builder.fitting import check_fit
from builder.library import Library, installed
from builder.model.report import Report
from tests.conftest import DAY


@pytest.mark.parametrize("language", sorted(Library((installed(),)).languages()))
def test_every_lesson_and_collection_fits(language):
    report = Report()
    check_fit(Content(Library((installed(),)), report), (language,), DAY)
    assert [f"{p.code} {p.place} {dict(p.values)}" for p in report.problems if not p.code.startswith("missing")] == []
