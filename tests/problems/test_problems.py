"""Every problem has an example: a small change to a good module, and the line where it must be told."""

import re
from pathlib import Path

import pytest

from builder.checking import checked
from builder.commands.show import as_text
from builder.content import Content
from builder.library import Library, installed
from builder.model.report import Report
from builder.wording import codes
from tests.conftest import DAY
from tests.problems.test_elsewhere import TOLD

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*.txt"))


def broken(case: Path) -> tuple[str, int]:
    """The module with the case's change, and the line its marker stands in (0: no marker)."""
    old, new = case.read_text("utf-8").removeprefix("--- replace\n").split("+++ with\n")
    base = (HERE / "base" / "module.yaml").read_text("utf-8")
    old, new = old.removesuffix("\n"), new.removesuffix("\n")
    assert base.count(old) == 1, f"{case.name}: the text to replace must stand once in base/module.yaml"
    text = base.replace(old, new)
    line = next((n for n, each in enumerate(text.splitlines(), 1) if f"# <- {case.stem}" in each), 0)
    return re.sub(r"  # <- [a-z0-9-]+", "", text), line


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_problem_is_told_at_its_line(case, tmp_path):
    text, line = broken(case)
    path = tmp_path / "base" / "module.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    report = Report()
    checked(Content(Library((installed(),)), report), (path,), DAY)
    found = [problem for problem in report.problems if problem.code == case.stem]
    assert found, [f"{p.code} {p.place}" for p in report.problems]
    if line:
        assert line in {problem.place.line for problem in found}
    for problem in report.problems:
        shown = as_text(problem)
        assert "hint" in shown
        assert not re.search(r"Traceback|pydantic|NoneType|<class|\{\w+\} has|“…”", shown), shown


def test_the_base_module_is_good():
    report = Report()
    count = checked(Content(Library((installed(),)), report), (HERE / "base",), DAY)
    assert report.problems == []
    assert count


def test_every_code_has_an_example():
    assert set(codes()) == {case.stem for case in CASES} | TOLD
