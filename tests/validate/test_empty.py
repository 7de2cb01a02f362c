"""Values that are there and hold nothing."""

import pytest

from builder.checking import checked
from builder.content import Content
from builder.library import Library, installed
from builder.model.report import Report
from tests.conftest import DAY
from tests.problems.test_problems import HERE


@pytest.mark.parametrize("field", ["minutes", "topics"])
def test_an_empty_mapping_is_told(field, tmp_path):
    text = (HERE / "base" / "module.yaml").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith(f"{field}:"))
    path = tmp_path / "base" / "module.yaml"
    path.parent.mkdir()
    path.write_text(text.replace(line, f"{field}: {{}}", 1), encoding="utf-8")
    report = Report()
    checked(Content(Library((installed(),)), report), (path,), DAY)
    assert "empty-list" in {problem.code for problem in report.problems}
