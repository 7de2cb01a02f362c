"""Programmes: an event with parallel tracks becomes a folder of packs and one schedule."""

import json
from pathlib import Path

import pytest

from builder.content import Content
from builder.library import Library, installed
from builder.model.report import Report
from builder.request import Request, run
from tests.conftest import DAY
from tests.tools import needs
from tests.tools import run as tool

EVENTS = sorted((installed() / "workshops" / "events").glob("cop-*.yaml"))
TWO = """id: "two"
language: "en"
title: "Two rooms"
tracks:
  - {id: "children", name: "Children"}
  - {id: "adults", name: "Adults"}
slots:
  - {id: "all", start: "08:30", minutes: 30, title: "Welcome"}
  - {id: "nine", start: "09:00", minutes: 45, track: "children", plan: "children-one-visit", audience: "9-12", modules: ["what-i-share"]}
  - {id: "families", start: "09:00", minutes: 90, track: "adults", plan: "caregivers-evening", audience: "caregivers"}
  - {id: "later", day: 2, start: "10:00", minutes: 45, track: "children", plan: "children-one-visit", audience: "13-17"}
"""


def workspace(folder: Path, old: str = "", new: str = "") -> Path:
    path = folder / "workshops" / "programmes" / "two.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(TWO.replace(old, new) if old else TWO, encoding="utf-8")
    return folder


def codes(folder: Path) -> set[str]:
    report = Report()
    Content(Library((installed(), folder)), report).programme("two")
    return {problem.code for problem in report.problems}


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("unknown-track", 'track: "adults"', 'track: "adult"'),
        ("unknown-plan", '"caregivers-evening"', '"caregivers"'),
        ("missing-field", 'title: "Welcome"', 'text: "Welcome"'),
        ("bad-event", '"08:30"', '"half past"'),
        ("slots-cross", 'start: "08:30"', 'start: "09:10"'),
        ("id-not-file-name", 'id: "two"', 'id: "too"'),
    ],
)
def test_what_is_wrong_with_a_programme_is_told(tmp_path, code, old, new):
    assert codes(workspace(tmp_path, old, new)) == {code}


def test_a_good_one_has_no_problems(tmp_path):
    assert codes(workspace(tmp_path)) == set()


def test_a_programme_that_is_not_there(tmp_path):
    event = tmp_path / "event.yaml"
    event.write_text('name: "x"\ndate: "2027-01-01"\nprogramme: "nine"\n', encoding="utf-8")
    outcome = run(Request("", tmp_path / "out", DAY, event=event), lambda _: None)
    assert [problem.code for problem in outcome.report.errors] == ["unknown-programme"]


@needs("pdftotext")
def test_each_session_has_its_folder_and_there_is_one_schedule(tmp_path):
    event = tmp_path / "event.yaml"
    words = 'name: "Fair"\nplace: "Kigali"\ncountry: "RW"\nlanguage: "en"\ndate: "2027-03-31"\nprogramme: "two"\nrooms: {adults: "Hall"}\n'
    event.write_text(words, encoding="utf-8")
    request = Request("", tmp_path / "out", DAY, event=event, workspace=workspace(tmp_path / "space"), documents="guide")
    outcome = run(request, lambda _: None)
    assert outcome.report.errors == []
    root = tmp_path / "out" / "two_en_RW_event"
    folders = ["1-0900_nine", "1-0900_families", "2-1000_later"]
    assert sorted(path.name for path in root.iterdir() if path.is_dir()) == sorted(folders)
    text = " ".join(tool("pdftotext", "-layout", root / "schedule.pdf", "-").split())
    for said in ("Day 1", "31 March 2027", "Day 2", "1 April 2027", "Hall", "What I share", "Welcome", *folders):
        assert said in text
    later = json.loads((root / "2-1000_later" / "manifest.json").read_text("utf-8"))
    assert later["date"] == "2027-04-01", "helplines are judged on the day of the session"
    assert json.loads((root / "manifest.json").read_text("utf-8"))["sessions"] == folders


def test_two_sessions_alike_do_not_overwrite_each_other(tmp_path):
    event = tmp_path / "fair.yaml"
    row = '  - {{id: "{}", plan: "children-one-visit", audience: "9-12", start: "{}"}}\n'
    text = (
        'name: "Fair"\ncountry: "PY"\nlanguage: "es"\ndate: "2027-03-31"\nsessions:\n'
        + row.format("early", "09:00")
        + row.format("late", "14:00")
    )
    event.write_text(text, encoding="utf-8")
    outcome = run(Request("", tmp_path / "out", DAY, event=event, documents="guide"), lambda _: None)
    names = [pack.folder.name for pack in outcome.packs]
    assert names == ["children-one-visit_9-12_es_PY_fair_early", "children-one-visit_9-12_es_PY_fair_late"]


@pytest.mark.parametrize("event", EVENTS, ids=lambda path: path.stem)
def test_the_events_of_the_five_countries_build(event, tmp_path):
    outcome = run(Request("", tmp_path, DAY, event=event), lambda _: None)
    assert outcome.report.errors == []
    assert len(outcome.packs) == 9, "a schedule and eight sessions"
    assert all((pack.folder / "guide.pdf").is_file() for pack in outcome.packs[1:])


def test_a_draft_is_built_though_what_stands_in_for_a_translation_does_not_fit(tmp_path):
    request = Request("cop-event-two-days", tmp_path, DAY, language="ar", country="TD", draft=True, documents="slides")
    outcome = run(request, lambda _: None)
    assert outcome.report.errors == []
    told = [problem for problem in outcome.report.warnings if problem.code == "does-not-fit"]
    assert told
    assert {dict(problem.values)["language"] for problem in told} == {"en"}


@needs("pdftotext")
@pytest.mark.parametrize(("language", "country"), [("ar", "TD"), ("en", "RW")])
def test_names_of_folders_are_whole_and_the_state_of_the_texts_is_told(language, country, tmp_path):
    request = Request("cop-event-two-days", tmp_path, DAY, language=language, country=country, draft=language == "ar", documents="slides")
    folder = next(iter(run(request, lambda _: None).packs)).folder
    text = tool("pdftotext", folder / "schedule.pdf", "-")
    names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    assert len(names) == 8
    assert [name for name in names if name not in text] == []
    assert {"ar": "لم يراجع أحد", "en": "person"}[language] in text


def test_a_schedule_nobody_signed_is_not_released(tmp_path, monkeypatch):
    monkeypatch.setattr("builder.request.check_signed", lambda *_: None)  # as if every session were signed
    request = Request("cop-event-two-days", tmp_path, DAY, language="es", country="PY", release=True, documents="slides")
    outcome = run(request, lambda _: None)
    assert {problem.code for problem in outcome.report.errors} == {"not-signed"}
    assert "programme-cop-event-two-days" in {dict(problem.values)["name"] for problem in outcome.report.errors}
    assert list(tmp_path.iterdir()) == []
