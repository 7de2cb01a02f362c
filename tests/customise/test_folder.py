"""A folder that somebody sent: what is outside stays outside, and nothing is ignored in silence."""

import os

import pytest

from builder.customise.folder import MOST_ENTRIES, clean, inside, meant_as
from builder.model.report import Report
from tests.customise.pictures import word


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "partner"
    (here / "fonts").mkdir(parents=True)
    (here / "logo.png").write_bytes(b"x")
    (here / "fonts" / "X.ttf").write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"secret")
    return here


@pytest.mark.parametrize("name", ["logo.png", "./logo.png", "fonts/X.ttf", "fonts\\X.ttf", "fonts/../logo.png"])
def test_files_of_the_folder_are_found(folder, name):
    report = Report()
    found = inside(folder, word(name), report)
    assert found is not None
    assert found.read_bytes() == b"x"
    assert report.problems == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("/etc/passwd", "path-absolute"),
        ("\\\\server\\share\\x.png", "path-absolute"),
        ("C:\\x.png", "path-absolute"),
        ("../secret.png", "path-climbs"),
        ("fonts/../../secret.png", "path-climbs"),
        ("fonts", "path-not-a-file"),
        ("", "path-not-a-file"),
        ("lgo.png", "path-missing"),
        ("a\0b", "path-no-ending"),
        ("x" * 5000, "path-no-ending"),
        ("logo.png/x", "path-no-ending"),
        ("a\0b.png", "path-missing"),
        ("x" * 5000 + ".png", "path-missing"),
        ("logo.png/x.png", "path-missing"),
    ],
)
def test_everything_else_is_refused_at_its_line(folder, name, code):
    report = Report()
    assert inside(folder, word(name), report) is None
    assert [(problem.code, problem.place.line) for problem in report.problems] == [(code, 3)]


def test_a_missing_file_is_told_with_the_nearest(folder):
    report = Report()
    inside(folder, word("Logo.PNG"), report)
    assert dict(report.problems[0].values)["near"] == "logo.png"


@pytest.mark.parametrize(("name", "near"), [("Logo", "logo.png"), ("lgo", ""), ("X", "fonts/X.ttf")])
def test_a_name_without_its_ending_is_told_with_the_file_that_has_one(folder, name, near):
    report = Report()
    inside(folder, word(name), report)
    assert [(problem.code, dict(problem.values)["near"]) for problem in report.problems] == [("path-no-ending", near)]


def test_links_are_refused_on_the_way_and_at_the_end(folder):
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "away").symlink_to(folder.parent)
    for name in ("link.png", "away/secret.png"):
        report = Report()
        assert inside(folder, word(name), report) is None
        assert report.problems[0].code == "path-link"


def test_a_pipe_is_no_file(folder):
    os.mkfifo(folder / "pipe.png")
    report = Report()
    assert inside(folder, word("pipe.png"), report) is None
    assert report.problems[0].code == "path-not-a-file"


def test_what_nothing_reads_is_told(folder):
    for name in ("README.md", "partner.yaml", ".git", "notes.txt", "LICENSE", "corporate.pptx"):
        (folder / name).write_text("", encoding="utf-8")
    for name in ("modules/x", "Modlues/x", "locale", "output/x", "imagenes/x", "look"):
        (folder / name).mkdir(parents=True)
    for name in ("partner.yml", "theme.yaml.txt", "Modlues/x/module.yaml", "output/x/a.yaml", "imagenes/x/logo.png", "look/theme.yaml"):
        (folder / name).write_text("", encoding="utf-8")
    report = Report()
    clean(folder, "plan-vida", report)
    assert [(p.code, p.place.file, dict(p.values)["near"]) for p in report.warnings] == [
        ("file-not-read", "plan-vida/Modlues", "modules"),
        ("file-not-read", "plan-vida/partner.yml", "partner.yaml"),
        ("file-not-read", "plan-vida/theme.yaml.txt", "theme.yaml"),
    ]
    assert report.errors == []


@pytest.mark.parametrize("name", ["partner.yml", "partner.yaml.txt", "Partner.yaml", "partner.txt", "partner", "partner.yaml.yaml"])
def test_a_file_under_nearly_the_right_name_is_found(folder, name):
    assert meant_as("partner.yaml", folder) == ""
    (folder / name).touch()
    (folder / "partners.yaml").touch()
    assert meant_as("partner.yaml", folder) == name
    assert meant_as("partner.yaml", folder / "nowhere") == ""


def test_links_and_crowds_are_errors(folder):
    (folder / "fonts" / "link.ttf").symlink_to("/etc/passwd")
    report = Report()
    clean(folder, "p", report)
    assert [problem.code for problem in report.errors] == ["path-link"]
    for number in range(MOST_ENTRIES):
        (folder / "fonts" / f"{number}.ttf").touch()
    report = Report()
    clean(folder, "p", report)
    assert "folder-too-large" in {problem.code for problem in report.errors}
