"""Packs end to end: what is written, what is kept, and what real readers find in it."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation

from builder.cli import main
from builder.request import Outcome, Request, run
from tests.conftest import DAY, EVERYTHING, drawn
from tests.tools import needs
from tests.tools import run as command

PLAN = "children-90-minutes"
ONE = {"plan": PLAN, "audience": "9-12", "language": "es", "country": "PY", "today": DAY}


def build(output: Path, **words: object) -> Outcome:
    outcome = run(Request(**{**ONE, "output": output, **words}), lambda _: None)  # type: ignore[arg-type]
    assert outcome.report.errors == []
    return outcome


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    output = tmp_path_factory.mktemp("packs")
    return build(output).packs[0].folder


def test_a_pack_holds_its_documents_fonts_and_manifest(pack):
    assert pack.name == f"{PLAN}_9-12_es_PY"
    assert {path.name for path in pack.iterdir()} == {
        "print-plan.pdf",
        "slides.pptx",
        "slides.pdf",
        "guide.pdf",
        "handouts.pdf",
        "help-card.pdf",
        "cards.pdf",
        "print-all.pdf",
        "fonts",
        "manifest.json",
    }
    manifest = json.loads((pack / "manifest.json").read_text("utf-8"))
    assert manifest["date"] == DAY.isoformat()
    assert manifest["fell_back"] == {}
    assert manifest["reviewed_by_a_person"] is False
    assert manifest["inputs"]["workshops/modules/cyberbullying/module.yaml"]
    assert (pack / "fonts" / "how-to.txt").read_text("utf-8-sig")


def test_an_edited_deck_stays_and_a_users_file_is_never_touched(tmp_path):
    folder = build(tmp_path).packs[0].folder
    (folder / "slides.pptx").write_bytes(b"edited")
    (folder / "my notes.txt").write_text("mine", encoding="utf-8")
    outcome = build(tmp_path)
    assert (folder / "slides.pptx").read_bytes() == b"edited"
    assert (folder / "slides.new.pptx").stat().st_size > 100_000
    assert outcome.packs[0].kept == (("slides.pptx", "slides.new.pptx"),)
    build(tmp_path)
    assert not (folder / "slides.new-2.pptx").exists()
    assert (folder / "my notes.txt").read_text("utf-8") == "mine"


def test_a_failed_build_leaves_the_old_pack_as_it_was(tmp_path, monkeypatch):
    folder = build(tmp_path).packs[0].folder
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    failed = run(Request(**{**ONE, "output": tmp_path, "audience": "caregivers"}), lambda _: None)  # type: ignore[arg-type]
    assert failed.report.errors
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_two_builds_give_the_same_bytes_whatever_the_hash_seed(tmp_path):
    for seed in ("1", "77"):
        words = ["build", PLAN, "--audience", "13-17", "--language", "es", "--country", "CR", "--date", "2026-11-23"]
        command(sys.executable, "-m", "builder", *words, "--output", tmp_path / seed, PYTHONHASHSEED=seed)
    files = sorted(path.relative_to(tmp_path / "1") for path in (tmp_path / "1").rglob("*") if path.is_file())
    assert len(files) > 8
    for name in files:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "77" / name).read_bytes(), name


def test_the_command_works_with_an_old_windows_console(tmp_path):
    words = ["build", PLAN, "--audience", "5-8", "--language", "es", "--country", "PY", "--output", tmp_path]
    told = command(sys.executable, "-X", "warn_default_encoding", "-W", "error", "-m", "builder", *words, PYTHONIOENCODING="cp1252")
    assert "slides.pptx" in told


def test_one_sheet_each(tmp_path):
    folder = build(tmp_path, edition="one-sheet").packs[0].folder
    assert folder.name.endswith("_one-sheet")
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["pages"]["handouts.pdf"] <= 3


def test_an_event_gives_times_of_day_and_numbers(tmp_path):
    event = tmp_path / "fair.yaml"
    event.write_text(
        'name: "Fair"\nplace: "San Lorenzo"\ncountry: "PY"\ndate: "2027-03-14"\nsessions:\n'
        f'  - {{plan: "{PLAN}", audience: "9-12", language: "es", start: "09:30", participants: 40}}\n',
        encoding="utf-8",
    )
    outcome = run(Request(PLAN, tmp_path, DAY, event=event), lambda _: None)
    assert outcome.report.errors == []
    folder = outcome.packs[0].folder
    assert folder.name == f"{PLAN}_9-12_es_PY_fair"
    cover = Presentation(str(folder / "slides.pptx")).slides[0]
    assert "San Lorenzo · 14 de marzo de 2027" in "\n".join(s.text_frame.text for s in cover.shapes if s.has_text_frame)


@needs("pdftotext")
def test_at_most_two_sheets_each_and_the_helpline_on_every_side(pack):
    sides = command("pdftotext", "-layout", pack / "handouts.pdf", "-").split("\f")[:-1]
    assert all("147" in side for side in sides)
    cards = sum("Cortar" in side for side in sides)
    assert len(sides) - cards <= 4


@needs("qpdf", "pdffonts")
def test_pdfs_are_sound_and_carry_their_fonts(pack):
    for name in ("slides", "guide", "handouts"):
        assert "No syntax or stream encoding errors" in command("qpdf", "--check", pack / f"{name}.pdf")
        rows = command("pdffonts", pack / f"{name}.pdf").splitlines()[2:]
        assert rows
        assert all(re.search(r"Identity-H\s+yes yes yes", row) for row in rows)


@needs("pdftotext")
def test_text_in_pdfs_reads_as_it_was_written(pack):
    text = command("pdftotext", pack / "slides.pdf", "-")
    assert "¿Cuándo es acoso?" in text
    assert "Preguntamos antes de publicar" in " ".join(text.split())


ENGLISH = re.compile(r"\b(the|and|you|with|what|your|this|that|they|say|page|minutes|sheet)\b", re.IGNORECASE)


@pytest.mark.parametrize("wanted", [each for each in EVERYTHING if each.language == "es"], ids=lambda each: each.name)
def test_no_english_is_left_in_a_spanish_pack(wanted):
    from builder.render import outline

    for pages in drawn(wanted).pages.values():
        for line in outline.render(pages).splitlines():
            if '"diapositiva ' in line:
                continue  # the slide's address, for partners
            quoted = " ".join(re.findall(r'"([^"]*)"', line))
            plain = re.sub(r"--\w[\w-]*( one-sheet)?|\S+\.(pdf|org|py)\S*|[a-z0-9-]+/[a-z0-9./-]+|© .*|CC BY 4\.0", "", quoted)
            assert not ENGLISH.search(plain), line


@pytest.mark.parametrize("wanted", EVERYTHING, ids=lambda each: each.name)
def test_the_countrys_number_is_on_the_deck_and_none_that_is_out_of_date(wanted):
    from builder.render import outline

    text = outline.render(drawn(wanted).pages["slides"])
    number = {"PY": "147", "CR": "1147", "SV": "119"}.get(wanted.country)
    assert number in text if number else any(word in text for word in ("Ask locally", "Preguntar", "Demander"))
    assert "8800-0645" not in text


def test_a_number_too_old_gives_a_line_to_write_on(tmp_path):
    outcome = run(Request(**{**ONE, "output": tmp_path, "today": date(2029, 1, 1)}), lambda _: None)  # type: ignore[arg-type]
    assert outcome.report.errors == []
    assert "no-printable-helpline" in {problem.code for problem in outcome.report.warnings}


def test_country_and_plan_give_the_defaults(tmp_path):
    outcome = run(Request(PLAN, tmp_path, DAY, country="PY"), lambda _: None)
    assert outcome.report.errors == []
    assert [pack.folder.name for pack in outcome.packs] == [f"{PLAN}_5-8_es_PY"]


def test_all_is_what_is_offered_and_says_what_is_not(tmp_path):
    outcome = run(Request(PLAN, tmp_path, DAY, audience="all", language="all", country="PY", documents="handouts"), lambda _: None)
    assert len(outcome.packs) == 6
    assert outcome.skipped == [("PY gn", "not-complete")]


def test_paper_and_guide_language_are_choices(tmp_path):
    words = {**ONE, "output": tmp_path, "paper": "oficio", "guide_language": "en", "documents": "guide,handouts"}
    outcome = run(Request(**words), lambda _: None)  # type: ignore[arg-type]
    assert outcome.report.errors == []
    assert {path.name for path in outcome.packs[0].folder.iterdir()} == {"guide.pdf", "handouts.pdf", "manifest.json"}


def test_the_slides_that_somebody_changed_are_named(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    words = ["build", PLAN, "--audience", "9-12", "--language", "es", "--country", "PY", "--documents", "slides", "--output", str(tmp_path)]
    assert main(words) == 0
    path = tmp_path / f"{PLAN}_9-12_es_PY" / "slides.pptx"
    deck = Presentation(str(path))
    deck.slides[4].shapes.title.text_frame.text = "Ours"
    deck.save(str(path))
    assert main(words) == 0
    assert "slides.pptx was edited (slides 5) and stays; the new one is slides.new.pptx" in capsys.readouterr().err


def test_a_mixed_room_is_called_by_both_its_bands(tmp_path):
    from builder.render import outline
    from tests.conftest import Combination

    text = outline.render(drawn(Combination(PLAN, "9-12+13-17", "en", "PY")).pages["handouts"])
    assert '"Ages\u00a09–12 +" "Ages\u00a013–17"' in text, "in the pill, on two lines"
