"""What a careful reader marks, in the source and in a translation, at the line to mend."""

from pathlib import Path

import pytest

from builder.content import Content
from builder.library import Library, installed
from builder.model.report import Problem, Report
from builder.proofreading import proofread
from builder.reading.phrases import phrases
from builder.translating.messages import messages
from tests.problems.test_elsewhere import BASE
from tests.translate.conftest import fill, po, synced

HARD = "Notwithstanding considerable organisational difficulties, institutional responsibilities necessitate individualised communication."
LONG = "I " + "really " * 30 + "do."
NAMED = "Matías reads along."
BLAMES = "It stays online forever."


def read(tmp_path: Path, old: str = "", new: str = "", tag: str = "") -> list[Problem]:
    """The marks on the example module after a change – of the source, or of its Spanish."""
    module = tmp_path / "workshops" / "modules" / "base" / "module.yaml"
    module.parent.mkdir(parents=True)
    module.write_text(BASE.read_text("utf-8").replace(old, new) if not tag else BASE.read_text("utf-8"), encoding="utf-8")
    if tag:
        synced(tmp_path)
        fill(po(tmp_path))
        path = po(tmp_path)
        path.write_text(path.read_text("utf-8").replace(f'msgstr "{old}"', f'msgstr "{new}"'), encoding="utf-8")
    report = Report()
    content = Content(Library((installed(), tmp_path)), report)
    content.lesson("base")
    proofread(content, {"base": messages(content)["base"]})
    return [problem for problem in report.problems if problem.place and "base" in problem.place.file]


@pytest.mark.parametrize(
    ("code", "text"),
    [("long-sentence", LONG), ("written-out-name", NAMED), ("phrase-to-avoid", BLAMES), ("hard-to-read", HARD * 8)],
)
def test_marks_in_the_source(tmp_path, code, text):
    found = [problem for problem in read(tmp_path, '"Somebody is mean, again and again."', f'"{text}"') if problem.code == code]
    assert found
    assert all(problem.place and problem.place.file.endswith("base/module.yaml") for problem in found)


def test_the_example_is_clean(tmp_path):
    assert read(tmp_path) == []


def test_a_translation_left_in_english_is_marked_where_it_stands(tmp_path):
    found = read(tmp_path, "nothing", "nothing", tag="es")
    assert {problem.code for problem in found} >= {"same-as-source"}
    assert all(problem.place and problem.place.file.endswith("es/base.po") for problem in found)


def test_another_form_of_address_in_the_base_language_is_marked(tmp_path):
    found = read(tmp_path, "What would help?", "¿Qué querés hacer?", tag="es")
    assert any(problem.code == "phrase-to-avoid" and "querés" in dict(problem.values)["words"] for problem in found)


def test_a_line_of_phrases_that_cannot_be_read(tmp_path):
    from builder.load import read_yaml

    path = tmp_path / "phrases.yaml"
    path.write_text('phrases: [{avoid: "x"}]', encoding="utf-8")
    report = Report()
    raw = read_yaml(path, "phrases.yaml", report)
    assert raw is not None
    assert phrases(raw, report) == ()
    assert [problem.code for problem in report.problems] == ["bad-phrase"]
