"""What a photocopier loses: told for anybody's PDF; ours keep everything."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from builder.accessibility.copies import copies
from builder.cli import main
from builder.request import run
from tests.conftest import Combination, request_for


def page(tmp_path: Path, draw) -> Path:
    path = tmp_path / "one.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return path


def hairline(canvas: Canvas) -> None:
    canvas.setLineWidth(0.2)
    canvas.line(100, 100, 300, 100)


def small(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 4)
    canvas.drawString(100, 100, "so small")


def grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.94)
    canvas.rect(100, 100, 100, 100, stroke=0, fill=1)
    canvas.setFillGray(0.2)
    canvas.rect(300, 100, 100, 100, stroke=0, fill=1)


def pale(canvas: Canvas) -> None:
    canvas.setFillGray(0.7)
    canvas.setFont("Helvetica", 14)
    canvas.drawString(100, 100, "pale words that nobody will see on a copy")


def outside(canvas: Canvas) -> None:
    canvas.rect(5, 100, 50, 50, fill=1)


def in_a_form(canvas: Canvas) -> None:
    """A line of 1 pt that its form makes a hairline, and type of 4 pt in a picture, which nobody must read."""
    canvas.beginForm("drawing")
    canvas.setLineWidth(1)
    canvas.line(300, 300, 900, 300)
    canvas.endForm()
    canvas.saveState()
    canvas.scale(0.2, 0.2)
    canvas.doForm("drawing")
    canvas.restoreState()
    canvas._code.append("/Figure BMC")
    small(canvas)
    canvas._code.append("EMC")


def fine(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 12)
    canvas.drawString(100, 100, "black on white")
    canvas.setLineWidth(1)
    canvas.rect(100, 200, 100, 50)


@pytest.mark.parametrize(
    ("draw", "code"),
    [(hairline, "copy-hairline"), (small, "copy-small-type"), (grey, "copy-grey"), (pale, "copy-vanishes"), (outside, "copy-outside")],
)
def test_what_a_copier_loses_is_told(draw, code, tmp_path):
    (each,) = copies(page(tmp_path, draw))
    assert code in {found.code for found in each.found}
    assert each.found[0].page == 1


def test_drawings_are_seen_as_large_as_they_are_shown_and_words_in_pictures_are_not_counted(tmp_path):
    (each,) = copies(page(tmp_path, in_a_form))
    assert [found.code for found in each.found] == ["copy-hairline"]
    assert dict(each.found[0].values)["points"] == "0.20"


def test_what_it_keeps_is_not_told(tmp_path):
    (each,) = copies(page(tmp_path, fine))
    assert each.found == ()
    assert each.picture.startswith(b"\x89PNG")


def test_broken_and_missing_files_are_told(tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert [each.found[0].code for each in copies(tmp_path / "broken.pdf")] == ["pdf-broken"]
    assert [each.found[0].code for each in copies(tmp_path / "none.pdf")] == ["cannot-read"]


@pytest.mark.parametrize(
    ("wanted", "options"),
    [
        (Combination("children-90-minutes", "5-8", "es", "PY"), {}),
        (Combination("children-90-minutes", "9-12", "en", "CR"), {"documents": "all"}),
        (Combination("teens-half-day", "13-17", "fr", "TD"), {"paper": "letter"}),
        (Combination("children-one-visit", "5-8", "es+gn", "PY"), {}),
        (Combination("children-one-visit", "9-12", "fr+ar", "TD"), {"paper": "oficio"}),
        (Combination("decision-makers-session", "decision-makers", "en", "RW"), {"edition": "large-print"}),
        (Combination("children-one-visit", "9-12", "es", "CR"), {"edition": "easy-read"}),
    ],
    ids=lambda each: each.name if isinstance(each, Combination) else "-".join(each.values()),
)
def test_our_papers_lose_nothing(wanted, options, tmp_path):
    from dataclasses import replace

    outcome = run(replace(request_for(wanted, **options), output=tmp_path), lambda _: None)
    assert outcome.report.errors == []
    for path in sorted(outcome.packs[0].folder.glob("*.pdf")):
        if path.name == "slides.pdf":
            continue
        for each in copies(path):
            assert [(path.name, found.page, found.code, found.values) for found in each.found] == []


def test_the_command_writes_pictures_and_tells(tmp_path, capsys):
    path = page(tmp_path, outside)
    assert main(["proof", str(path), "--output", str(tmp_path / "pictures")]) == 1
    assert "10 mm" in capsys.readouterr().err
    assert len(list((tmp_path / "pictures").glob("*.png"))) == 1
    assert main(["proof", str(page(tmp_path, fine))]) == 0
