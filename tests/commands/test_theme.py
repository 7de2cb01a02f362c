"""`workshop theme`: a corporate template becomes a theme; hostile ones become a problem."""

import io
import os
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Pt

from builder.cli import main
from builder.content import Content
from builder.library import Library, installed
from builder.model.report import Report
from builder.theming.chosen import chosen, rows_of
from builder.theming.opened import opened
from builder.validate.colours import check_colours
from tests.customise.pictures import png

THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"


def corporate(path: Path, *, picture: bytes | None = None, **colours: str) -> Path:
    """A template with these colours in place of Office's, a picture on its master."""
    presentation = Presentation()
    master = presentation.slide_masters[0]
    if picture:
        _, key = master.part.get_or_add_image_part(io.BytesIO(picture))
        master.shapes._spTree.append(CT_Picture.new_pic(77, "logo", "logo", key, Pt(9), Pt(9), Pt(90), Pt(30)))
    part = master.part.part_related_by(THEME)
    usual = {"accent1": "4F81BD", "accent2": "C0504D", "dk2": "1F497D"}
    for slot, value in colours.items():
        part._blob = part.blob.replace(usual[slot].encode(), value.encode())
    presentation.save(str(path))
    return path


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")


def test_a_template_becomes_a_theme_that_a_partner_can_use(tmp_path, capsys):
    path = corporate(tmp_path / "corporate.pptx", picture=png(), accent1="E4002B", accent2="FFB81C", dk2="8899AA")
    out = tmp_path / "partner"
    assert main(["theme", "from-pptx", str(path), "--output", str(out)]) == 0
    text = (out / "theme.yaml").read_text("utf-8")
    assert 'main: "#E4002B"' in text
    assert 'pop: "#FFB81C"' in text
    assert "#8899AA, which cannot be read" in text
    assert "Calibri" in text
    assert (out / "logo.png").read_bytes().startswith(b"\x89PNG")
    roles = dict(re.findall(r'^  (\w+): "(#\w+)"$', text, re.MULTILINE))
    assert set(roles) == {"main", "deep", "pop", "wash", "soft"}
    assert "tint of main" in text
    assert main(["theme", "check", str(out / "theme.yaml")]) == 0
    (out / "partner.yaml").write_text("brand: {theme: theme.yaml}\n", encoding="utf-8")
    assert main(["theme", "check", str(out)]) == 0
    capsys.readouterr()
    assert main(["theme", "from-pptx", str(path), "--output", str(out)]) == 1
    assert "already there" in capsys.readouterr().err
    assert (out / "theme.yaml").read_text("utf-8") == text


def test_what_is_illegible_in_a_template_is_told_pair_by_pair(tmp_path, capsys):
    path = corporate(tmp_path / "pale.pptx", dk2="8899AA")
    assert main(["theme", "check", str(path)]) == 1
    said = capsys.readouterr().err
    assert said.count("colour-illegible") > 3
    assert "white text on “deep”" in said
    assert "No logo" in said
    main(["theme", "check", str(corporate(tmp_path / "marked.pptx", picture=png(), dk2="8899AA"))])
    said = capsys.readouterr().err
    assert "holds a logo" in said
    assert "logo.png" not in said


def test_each_step_leads_to_the_next(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "workshops" / "partners" / "plan-vida"
    folder.mkdir(parents=True)
    (tmp_path / "workshop.yaml").write_text("", encoding="utf-8")
    (folder / "partner.yaml").write_text('id: "plan-vida"\nname: "Plan Vida"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    path = corporate(tmp_path / "corporate.pptx", picture=png(), accent1="1F3864", accent2="FFB81C", dk2="1F3864")
    assert main(["theme", "from-pptx", str(path), "--output", "workshops/partners/plan-vida"]) == 0
    said = capsys.readouterr().out
    assert "write into workshops/partners/plan-vida/partner.yaml" in said
    assert said.endswith("Next: workshop theme check workshops/partners/plan-vida\n")
    assert main(["theme", "check", "plan-vida"]) == 0
    said = capsys.readouterr().err
    assert "no “brand:”" in said
    assert "partner.yaml does not name it" in said
    (folder / "partner.yaml").write_text('brand: {theme: "theme.yaml"}\n', encoding="utf-8")
    assert main(["theme", "check", "plan-vida"]) == 0
    assert "does not name it" not in capsys.readouterr().err
    assert main(["theme", "from-pptx", str(path), "--output", "my theme"]) == 0
    assert capsys.readouterr().out.endswith('Next: workshop theme check "my theme/theme.yaml"\n')


def test_what_is_not_there_is_told(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["theme", "check", "gone.pptx"]) == 2
    assert main(["theme", "check", "plan-vida"]) == 1
    assert "[unknown-partner]" in capsys.readouterr().err
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "partner.yaml.txt").touch()
    assert main(["theme", "check", "acme"]) == 1
    said = capsys.readouterr().err
    assert "[no-partner-file]" in said
    assert "found: partner.yaml.txt" in said


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 0xFFFFFF), min_size=5, max_size=5))
def test_whatever_a_template_holds_its_theme_can_be_read(numbers):
    slots = dict(zip(("accent1", "accent2", "accent3", "dk2", "lt2"), (f"#{number:06X}" for number in numbers), strict=True))
    theme = Content(Library((installed(),)), Report()).theme
    choices, report = chosen(slots, theme), Report()
    check_colours(theme, rows_of(choices), report)
    assert report.errors == []
    roles = {choice.role for choice in choices}
    assert "main" not in roles or {"soft", "wash"} <= roles


def test_what_is_missing_in_a_theme_is_told(tmp_path, capsys):
    (tmp_path / "theme.yaml").write_text('colours: {main: "#E4002B"}\n', encoding="utf-8")
    assert main(["theme", "check", str(tmp_path / "theme.yaml")]) == 0
    said = capsys.readouterr().err
    assert "no logo" in said
    assert "no footer" in said
    assert "no colours" not in said


def test_a_template_and_a_macro_file_are_read(tmp_path):
    path = corporate(tmp_path / "x.pptx", accent1="E4002B")
    content = path.read_bytes()
    for name, kind in (
        ("x.potx", b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"),
        ("x.pptm", b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"),
    ):
        usual = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
        repacked(tmp_path / name, content, {"[Content_Types].xml": lambda old, kind=kind, usual=usual: old.replace(usual, kind)})
        assert main(["theme", "from-pptx", str(tmp_path / name), "--output", str(tmp_path / f"of {name}")]) == 0


def repacked(path: Path, content: bytes, changes: dict, extra: dict[str, bytes] | None = None) -> Path:
    """The file with some of its parts changed and others added."""
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry.filename, changes[entry.filename](part) if entry.filename in changes else part)
        for name, part in (extra or {}).items():
            new.writestr(name, part)
    return path


SLIDE = "ppt/theme/theme1.xml"
DOCTYPE = '<?xml version="1.0" encoding="%s"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'
HOSTILE = {
    "climbing": (None, {"../../evil.xml": b"<a/>"}, "deck-hostile"),
    "absolute": (None, {"/etc/evil.xml": b"<a/>"}, "deck-hostile"),
    "bomb": (None, {"ppt/media/bomb.bin": bytes(30_000_000)}, "deck-hostile"),
    "doctype": ((DOCTYPE % "UTF-8").encode(), {}, "deck-hostile"),
    "wide doctype": ((DOCTYPE % "UTF-16").encode("utf-16"), {}, "deck-hostile"),
    "odd encoding": ((DOCTYPE % "UTF-7").encode("utf-7"), {}, "deck-hostile"),
    "no xml": (b"\0\1\2", {}, "deck-broken"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_archives_are_refused(name, tmp_path, capsys):
    part, extra, code = HOSTILE[name]
    good = corporate(tmp_path / "x.pptx").read_bytes()
    path = repacked(tmp_path / "y.pptx", good, {SLIDE: lambda old: part} if part else {}, extra)
    assert main(["theme", "from-pptx", str(path), "--output", str(tmp_path / "out")]) == 1
    assert main(["theme", "check", str(path)]) == 1
    assert f"[{code}]" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHERS = {
    "deck-locked": OLE + "EncryptedPackage".encode("utf-16-le"),
    "deck-old-format": OLE + bytes(600),
    "deck-broken": b"PK\3\4 and nothing else",
}


@pytest.mark.parametrize("code", OTHERS)
def test_other_files_are_told_apart(code, tmp_path):
    path = tmp_path / "x.pptx"
    path.write_bytes(OTHERS[code])
    report = Report()
    assert opened(path, report) is None
    assert [problem.code for problem in report.problems] == [code]


def test_cut_files_and_other_zips_are_problems(tmp_path):
    good = corporate(tmp_path / "x.pptx").read_bytes()
    for number, content in enumerate((b"", good[:100], good[: len(good) // 2], good[:-30])):
        path = tmp_path / f"{number}.pptx"
        path.write_bytes(content)
        assert main(["theme", "check", str(path)]) == 1
    with zipfile.ZipFile(tmp_path / "z.pptx", "w") as archive:
        archive.writestr("a.txt", "a")
    assert main(["theme", "check", str(tmp_path / "z.pptx")]) == 1


def test_a_theme_is_never_written_through_a_link_or_where_nobody_may(tmp_path, capsys):
    path = corporate(tmp_path / "corporate.pptx", accent1="1D3557")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "theme.yaml").symlink_to(tmp_path / "elsewhere")
    assert main(["theme", "from-pptx", str(path), "--output", str(tmp_path / "a")]) == 1
    assert not (tmp_path / "elsewhere").exists()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["theme", "from-pptx", str(path), "--output", str(tmp_path / "file" / "b")]) == 1
    assert "cannot-write" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_template(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.pptx")
    assert main(["theme", "from-pptx", str(tmp_path / "pipe.pptx"), "--output", str(tmp_path)]) == 1
    assert "deck-broken" in capsys.readouterr().err
