"""What a plan brings together: its own blocks, lessons, boosters, blocks of collections."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.compose.slides import AS_IT_IS
from builder.content import Content
from builder.library import Library, installed
from builder.model.report import Report
from builder.request import Request, run
from tests.conftest import DAY, EVERYTHING, drawn
from tests.problems.test_elsewhere import in_workspace, told_in_workspace

VISIT = """id: "visit"
language: "en"
title: "A visit"
audiences: [9-12]
fit: "45 min"
lessons: 1
parts:
  - {collection: "opening", blocks: [ground-rules]}
  - {module: "cyberbullying"}
  - {module: "what-i-share"}
  - {collection: "closing", blocks: [help, goodbye]}
handouts: {child: [cyberbullying/my-sheet, what-i-share/my-sheet], one_sheet: []}
"""


def workspace(folder: Path, text: str) -> Path:
    (folder / "workshops" / "plans").mkdir(parents=True)
    (folder / "workshops" / "plans" / "visit.yaml").write_text(text, encoding="utf-8")
    return folder


def addresses(folder: Path, text: str) -> list[str]:
    report = Report()
    found = Content(Library((installed(), workspace(folder, text))), report).workshop("visit")
    assert found, report.problems
    return [block.address for block in found.with_lessons(()).blocks]


def manifest(folder: Path, tmp_path: Path, modules: str = "") -> str:
    request = Request("visit", tmp_path / "out", DAY, "9-12", "en", "PY", documents="guide", modules=modules, workspace=folder)
    outcome = run(request, lambda _: None)
    assert outcome.report.errors == []
    return (outcome.packs[0].folder / "manifest.json").read_text("utf-8")


def test_a_collection_brings_its_blocks_in_the_order_of_the_plan(tmp_path):
    found = addresses(tmp_path, VISIT.replace("[help, goodbye]", "[goodbye, help]"))
    assert found[0] == "opening/ground-rules"
    assert found[-2:] == ["closing/goodbye", "closing/help"]


def test_a_plan_that_holds_one_lesson_takes_the_first(tmp_path):
    assert "what-i-share" not in {address.split("/")[0] for address in addresses(tmp_path, VISIT)}


def test_another_lesson_is_chosen_by_name(tmp_path):
    said = manifest(workspace(tmp_path, VISIT), tmp_path, "what-i-share")
    assert "modules/what-i-share" in said
    assert '"minutes": 4' in said


def test_a_booster_is_taken_from_its_lesson(tmp_path):
    text = VISIT.replace('{module: "cyberbullying"}', '{module: "cyberbullying", section: "booster"}')
    assert "cyberbullying/later-practise" in addresses(tmp_path, text)
    assert "cyberbullying/what-is-it" not in addresses(tmp_path / "again", text)


def test_topics_of_a_block_in_no_lesson_are_gated_too(tmp_path):
    plan = ('cue: "See you."}', 'cue: "See you.", topics: [pornography]}')
    assert "topic-gate" in in_workspace(tmp_path, plan=plan)


def test_each_age_may_get_its_own_choice_of_a_lesson(tmp_path):
    line = '{{module: "cyberbullying", audiences: [{}], blocks: [{}]}}'
    ages = f"{line.format('9-12', 'my-sheet')}\n  - {line.format('13-17', 'practise')}"
    text = VISIT.replace('{module: "cyberbullying"}', ages).replace("audiences: [9-12]\nfit", "audiences: [9-12, 13-17]\nfit")
    said = manifest(workspace(tmp_path, text), tmp_path, "cyberbullying")
    assert '"left_out": []' in said
    report = Report()
    found = Content(Library((installed(), tmp_path)), report).workshop("visit")
    assert found, report.problems
    content = Content(Library((installed(),)), Report())
    kept = {band.id: [block.id for block in found.with_lessons(()).blocks_for(band)] for band in content.bands}
    assert kept["9-12"] == ["ground-rules", "my-sheet", "help", "goodbye"]
    assert kept["13-17"] == ["ground-rules", "practise", "help", "goodbye"]


def test_a_plan_has_documents_of_its_own_besides_the_usual_ones(tmp_path):
    folder = workspace(tmp_path, VISIT.replace("handouts:", 'extras: ["agenda", "evaluation"]\nhandouts:'))
    request = Request("visit", tmp_path / "out", DAY, "9-12", "en", "PY", workspace=folder)
    made = {pack.folder.name: set(dict(pack.documents)) for pack in run(request, lambda _: None).packs}
    assert made
    assert all({"agenda.pdf", "evaluation.pdf", "handouts.pdf", "slides.pptx"} <= files for files in made.values())
    named = run(replace(request, documents="handouts", output=tmp_path / "one"), lambda _: None).packs
    assert [set(dict(pack.documents)) for pack in named] == [{"handouts.pdf"}]
    large = run(replace(request, edition="large-print", output=tmp_path / "large"), lambda _: None)
    assert large.report.errors == []
    assert large.packs
    assert not any("evaluation.pdf" in dict(pack.documents) for pack in large.packs)


def test_a_document_that_there_is_not_is_told_at_its_word(tmp_path):
    report = told_in_workspace(tmp_path, ("", ""), ("handouts:", 'extras: ["agenda", "evaluatoin"]\nhandouts:'))
    told = [(problem.place.line, dict(problem.values)["near"]) for problem in report.errors if problem.code == "unknown-document"]
    assert len(told) == 1
    assert "evaluation" in told[0][1]


@pytest.mark.parametrize("wanted", [each for each in EVERYTHING if each.country == "PY"], ids=lambda wanted: wanted.name)
def test_slides_can_be_told_apart_by_their_titles(wanted):
    pages = [page for page in drawn(wanted).pages["slides"].pages if page.layout not in AS_IT_IS]
    assert len({page.title for page in pages}) == len(pages)
