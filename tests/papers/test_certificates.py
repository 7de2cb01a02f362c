"""Certificates: names as schools keep them, any script, long or odd; no trace of them anywhere else."""

import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.combination import Attendee
from builder.model.page import Text
from builder.model.report import Report
from builder.model.source import Place
from builder.pipeline import Drawn, draw
from builder.render import outline
from builder.request import Outcome, run
from builder.roster import read_names
from tests.conftest import Combination, request_for, session_for, shipped
from tests.test_goldens import GOLDENS
from tests.tools import needs
from tests.tools import run as tool

WANTED = Combination("children-90-minutes", "9-12", "es", "PY")
CONTENT = shipped()


def read(tmp_path: Path, content: str | bytes) -> tuple[list[str], list[tuple[str, int]]]:
    """The names of a file, and what was told with the line."""
    path = tmp_path / "names.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = Report()
    names = [name.string for name in read_names(path, report)]
    return names, [(problem.code, problem.place.line) for problem in report.problems if problem.place]


def certificates(names: list[str], wanted: Combination = WANTED, **more: object) -> tuple[Drawn, Report]:
    report = Report()
    session = session_for(CONTENT, request_for(wanted, **more), report)
    session = replace(session, names=tuple(Attendee(name, Place("names.csv", at)) for at, name in enumerate(names, 2)))
    return draw(CONTENT, session, ("certificates",), report), report


@pytest.mark.parametrize(
    "content",
    [
        "name\nAna\nLuis\n",
        "Nombre;Grado\nAna;4\nLuis;5\n",
        "class\tName\n4\tAna\n5\tLuis\n",
        '"Nom complet","École"\n"Ana","A, B"\n"Luis",""\n',
        "Ana\nLuis\n",
        "\n\nAna\n\nLuis\n",
        "\ufeffname\r\nAna\r\nLuis\r\n",
        "الاسم\nAna\nLuis\n",
        "name\nAna\nLuis\n".encode("utf-16"),
    ],
    ids=["comma", "semicolon", "tab", "quoted", "no head", "blank lines", "mark and Windows", "Arabic head", "utf-16"],
)
def test_names_are_read_as_schools_save_them(content, tmp_path):
    assert read(tmp_path, content) == (["Ana", "Luis"], [])


def test_what_windows_wrote_is_read_and_told(tmp_path):
    assert read(tmp_path, "name\nJosé Nuñez\n".encode("cp1252")) == (["José Nuñez"], [("names-encoding", 1)])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", [("names-none", 1)]),
        ("name\n\n", [("names-none", 1)]),
        ("a,b\nAna,1\n", [("names-no-column", 1)]),
        (f"name\n{'Ana ' * 75}\n", [("names-too-long", 2)]),
        ("name\n=cmd|' /C calc'!A0\n@SUM(A1)\nAna\n", [("names-formula", 2), ("names-formula", 3)]),
        ("name,age\n,9\nAna,10\n", [("names-empty", 2)]),
        ("name,age\nAna,10\nLuis,9\nAna,10\n", [("names-twice", 4)]),
        ("name\nAna\u202eLuis\n", [("names-hidden", 2)]),
        (b"PK\x03\x04\x00\x00\x00\x00", [("names-unreadable", 1)]),
        ("name\n" + "Ana\n" * 5001, [("names-too-many", 5002)]),
    ],
    ids=["empty", "only a head", "no column", "300 characters", "formulas", "no name", "twice", "hidden", "a workbook", "too many"],
)
def test_what_is_wrong_is_told_at_its_line(content, told, tmp_path):
    found = [each for each in read(tmp_path, content)[1] if told[0][0] == "names-twice" or each[0] != "names-twice"]
    assert found == told


NAMES = [
    "Ana",
    "María de los Ángeles Fernández de la Torre y González-Echeverría",
    "جمال الدين عبد الرحمن",
    "Ñandutí G̃uarani",
    "Nguyễn Thị Ánh",
    "Uwimana Marie-Claire",
    "Алексей Иванов",
    "שָׂרָה כֹּהֵן",
]


@needs("pdftotext")
@pytest.mark.parametrize("paper", ["a4", "letter", "oficio"])
def test_names_stand_whole_on_one_page_each(paper, tmp_path):
    made, report = certificates(NAMES, paper=paper)
    assert report.errors == []
    pages = made.pages["certificates"].pages
    assert len(pages) == len(NAMES)
    for name, page in zip(NAMES, pages, strict=True):
        item = next(each for each in page.items if isinstance(each, Text) and each.name == "name")
        assert " ".join(paragraph.text for paragraph in item.paragraphs).split() == unicodedata.normalize("NFC", name).split()
        assert item.box.x >= 24
        assert page.width > page.height, "landscape"


def test_a_name_that_no_typeface_can_draw_is_told_at_its_line():
    report = certificates(["Ana", "สมชาย"])[1]
    assert {(problem.code, problem.place.line) for problem in report.errors if problem.place} == {("script-not-supported", 3)}


LETTERS = st.characters(whitelist_categories=("Lu", "Ll"), max_codepoint=0x24F)
ODD = st.lists(st.text(LETTERS, min_size=1, max_size=14), min_size=1, max_size=7).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ODD, min_size=1, max_size=60))
def test_odd_names_lose_nothing(names):
    names = [unicodedata.normalize("NFC", name)[:120] for name in names]
    made, report = certificates(names)
    assert [problem for problem in report.errors if problem.code != "no-glyph"] == []
    for name, page in zip(names, made.pages["certificates"].pages, strict=True):
        item = next(each for each in page.items if isinstance(each, Text) and each.name == "name")
        assert "".join("".join(paragraph.text for paragraph in item.paragraphs).split()) == "".join(name.split())


def built(tmp_path: Path, names: str, documents: str = "certificates") -> Outcome:
    path = tmp_path / "4B-secret-class.csv"
    path.write_text(names, encoding="utf-8")
    return run(replace(request_for(WANTED, documents=documents, names=path, zip=True), output=tmp_path / "out"), lambda _: None)


@needs("pdftotext")
def test_names_leave_no_trace_elsewhere(tmp_path):
    outcome = built(tmp_path, "name\nZyxwena Qwertyuiop\nAna Luz\n", "all")
    assert outcome.report.errors == []
    folder = outcome.packs[0].folder
    assert "Zyxwena Qwertyuiop" in tool("pdftotext", folder / "certificates.pdf", "-")
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "certificates.pdf":
            content = path.read_bytes() + (tool("pdftotext", path, "-").encode() if path.suffix == ".pdf" else b"")
            assert b"Zyxwena" not in content, path.name
            assert b"secret-class" not in content, path.name
    information = tool("pdfinfo", folder / "certificates.pdf")
    assert "Zyxwena" not in information
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["pages"]["certificates.pdf"] == 2


def test_very_many_go_into_several_files(tmp_path):
    outcome = built(tmp_path, "name\n" + "".join(f"Ana {number}\n" for number in range(260)))
    names = sorted(path.name for path in outcome.packs[0].folder.glob("*.pdf"))
    assert names == ["certificates-01.pdf", "certificates-02.pdf"]
    assert not re.search(rb"certificates", (outcome.packs[0].folder / "pack.zip").read_bytes())


def test_names_without_certificates_are_told(tmp_path):
    outcome = built(tmp_path, "name\nAna\n", "handouts")
    assert [problem.code for problem in outcome.report.errors] == ["names-without-certificates"]


@pytest.mark.parametrize(
    "wanted",
    [
        WANTED,
        Combination("children-one-visit", "5-8", "es+gn", "PY"),
        Combination("children-one-visit", "9-12", "fr+ar", "TD"),
        Combination("educators-half-day", "educators", "fr", "SN"),
        Combination("decision-makers-session", "decision-makers", "en", "RW"),
    ],
    ids=lambda wanted: wanted.name,
)
def test_without_names_there_is_one_with_a_line(wanted):
    made, report = certificates([], wanted)
    assert report.errors == []
    assert len(made.pages["certificates"].pages) == 1


def test_the_document_is_as_it_was(same_as_file):
    made, _ = certificates(["Ana María Fernández"])
    same_as_file(GOLDENS / f"{WANTED.name}_certificates.txt", outline.render(made.pages["certificates"]) + "\n")
