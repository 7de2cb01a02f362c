"""A brand from partner.yaml to slides and paper: every fault at its line, every picture once, nothing on top of anything."""

import io
import zipfile
from datetime import date
from itertools import combinations as pairs
from pathlib import Path

import pytest
from openxml_audit import validate_pptx
from PIL import Image
from pptx import Presentation

from builder.branding import Branding
from builder.content import Content
from builder.customise.fonts import MOST_BYTES, face
from builder.library import Library, installed
from builder.load import read_yaml
from builder.model.kinds import DOCUMENTS
from builder.model.page import Picture, Text
from builder.model.partner import PLAIN, Brand
from builder.model.report import Report
from builder.pipeline import draw
from builder.render import pdf, pptx
from builder.request import Request
from builder.request import run as run_request
from builder.typeset.deck import deck_theme
from builder.typeset.slides.frame import BRAND_LINE
from tests.conftest import Combination, request_for, session_for, shipped
from tests.customise.pictures import face_file, png, with_table, word
from tests.tools import needs, run

GOOD = """brand:
  logo: {light: "logo.png", dark: "white.png"}
  name: "Plan Vida"
  colours: {main: "#E4002B", pop: "#FFB81C", 9-12: {main: "#1D4ED8"}}
  fonts: {heading: "fonts/Heading.ttf", body: "fonts/Body.ttf", bold: "fonts/Bold.ttf"}
  footer: {es: "Plan Vida · planvida.org"}
  credit: "Adapted by Plan Vida, 2026"
  co_brands:
    - {name: "UNICEF Paraguay", logo: "unicef.png"}
    - {name: "Ministry", logo: {light: "tall.png"}}
"""


def folder_of(tmp_path: Path, text: str = GOOD) -> Path:
    folder = tmp_path / "plan-vida"
    (folder / "fonts").mkdir(parents=True)
    for name, size in (("logo", (900, 200)), ("white", (900, 201)), ("unicef", (400, 400)), ("tall", (250, 400))):
        (folder / f"{name}.png").write_bytes(png(*size, (255, 255, 255, 255) if name == "white" else (228, 0, 43, 255)))
    for name, file in (("Heading", "Lexend-SemiBold.ttf"), ("Body", "Andika-Regular.ttf"), ("Bold", "Andika-Bold.ttf")):
        (folder / "fonts" / f"{name}.ttf").write_bytes(face_file(file).read_bytes())
    (folder / "partner.yaml").write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> tuple[Brand, Report, set[Path]]:
    report = Report()
    content = Content(Library((installed(),)), report)
    raw = read_yaml(folder / "partner.yaml", "partner.yaml", report)
    assert raw is not None
    branding = Branding(folder, "plan-vida", content.theme, report, content.library.languages())
    return branding.brand(raw["brand"], "The partner"), report, branding.inputs


def changed(tmp_path: Path, old: str, new: str) -> list[tuple[str, int]]:
    assert GOOD.count(old) == 1
    _, report, _ = read(folder_of(tmp_path, GOOD.replace(old, new)))
    return [(problem.code, problem.place.line) for problem in report.problems]


def test_a_good_brand_is_ready(tmp_path):
    brand, report, inputs = read(folder_of(tmp_path))
    assert report.problems == []
    assert [logo.name for logo in brand.logos] == ["Plan Vida", "UNICEF Paraguay", "Ministry"]
    assert brand.logos[0].dark is not None
    assert brand.logos[1].dark is None
    assert brand.colours == {"": {"main": "#E4002B", "pop": "#FFB81C"}, "9-12": {"main": "#1D4ED8"}}
    assert {key: (each.family, each.bold) for key, each in brand.faces.items()} == {
        "heading": ("Lexend SemiBold", False), "body": ("Andika", False), "bold": ("Andika", True), "emphasis": ("Andika", True),
    }  # fmt: skip
    assert brand.beside == ("UNICEF Paraguay", "Ministry")
    assert len(inputs) == 7


CHANGES = {
    "unknown-field": ('name: "Plan Vida"', 'nmae: "Plan Vida"', 3),
    "bad-colour": ('"#FFB81C"', '"yellow"', 4),
    "colour-illegible": ('"#FFB81C"', '"#808080"', 4),
    "colour-like-help": ('"#FFB81C"', '"#0F5A56"', 4),
    "colour-unseen": ('"#E4002B"', '"#FFFDF0"', 4),
    "unknown-audience": ("9-12:", "9-13:", 4),
    "path-missing": ('"unicef.png"', '"unicfe.png"', 9),
    "path-absolute": ('"unicef.png"', '"/unicef.png"', 9),
    "path-no-ending": ('"unicef.png"', '"unicef"', 9),
    "font-no-file": ('"fonts/Body.ttf"', '"Arial"', 5),
    "path-climbs": ('"unicef.png"', '"../unicef.png"', 9),
    "path-not-a-file": ('"unicef.png"', '"fonts"', 9),
    "image-kind": ('"unicef.png"', '"partner.yaml"', 9),
    "font-broken": ('"fonts/Bold.ttf"', '"logo.png"', 5),
    "missing-field": (', bold: "fonts/Bold.ttf"', "", 5),
    "unknown-language": ("{es: ", "{xx: ", 6),
    "empty-text": ('"Adapted by Plan Vida, 2026"', '" "', 7),
    "text-expected": ('"Adapted by Plan Vida, 2026"', "[1]", 7),
    "too-many-logos": ("    - {name: \"Ministry\"", "    - {name: \"M\", logo: \"tall.png\"}\n" * 3 + "    - {name: \"Ministry\"", 13),
}  # fmt: skip


@pytest.mark.parametrize("code", CHANGES)
def test_each_fault_is_told_at_its_line(code, tmp_path):
    old, new, line = CHANGES[code]
    assert changed(tmp_path, old, new) == [(code, line)]


@pytest.mark.parametrize(
    ("name", "colour", "told"),
    [
        ("logo", (255, 255, 255, 255), [("logo-pale", 2, "logo.png")]),
        ("logo", (255, 230, 120, 255), [("logo-pale", 2, "logo.png")]),
        ("logo", (228, 0, 43, 255), []),
        ("white", (255, 255, 255, 255), []),
        ("white", (60, 20, 40, 255), [("logo-pale", 2, "white.png")]),
        ("unicef", (250, 250, 200, 255), [("logo-pale", 9, "unicef.png")]),
    ],
)
def test_a_mark_that_vanishes_on_its_ground_is_told(name, colour, told, tmp_path):
    folder = folder_of(tmp_path)
    (folder / f"{name}.png").write_bytes(png(400, 400, colour))
    _, report, _ = read(folder)
    assert report.errors == []
    assert [(p.code, p.place.line, dict(p.values)["found"]) for p in report.warnings] == told


def test_a_theme_beside_it_fills_what_is_not_said(tmp_path):
    folder = folder_of(tmp_path, 'brand:\n  theme: "look/theme.yaml"\n  colours: {main: "#E4002B"}\n')
    (folder / "look").mkdir()
    (folder / "look" / "logo.png").write_bytes(png())
    theme = 'logo: "logo.png"\ncolours: {main: "#1D4ED8", pop: "#FFB81C"}\nfooter: "Ours"\n'
    (folder / "look" / "theme.yaml").write_text(theme, encoding="utf-8")
    brand, report, inputs = read(folder)
    assert report.problems == []
    assert brand.colours == {"": {"main": "#E4002B", "pop": "#FFB81C"}}
    assert [logo.name for logo in brand.logos] == ["The partner"]
    assert brand.footer == {"": "Ours"}
    assert {path.name for path in inputs} == {"theme.yaml", "logo.png"}
    (folder / "look" / "theme.yaml").write_text('logo: "../../x.png"\ntheme: "x.yaml"\ncolours: {pop: "#808080"}\n', encoding="utf-8")
    _, report, _ = read(folder)
    assert [(p.code, p.place.file, p.place.line) for p in report.sorted() if p.place.file.endswith("theme.yaml")] == [
        ("path-climbs", "plan-vida/look/theme.yaml", 1),
        ("unknown-field", "plan-vida/look/theme.yaml", 2),
        ("colour-illegible", "plan-vida/look/theme.yaml", 3),
    ]


FONTS = {
    "font-outlines": lambda file: b"OTTO" + file[4:],
    "font-variable": lambda file: with_table(file, b"GDEF", b"fvar"),
    "font-not-embeddable": lambda file: with_table(file, b"OS/2", b"OS/2", 8, b"\0\2"),
    "font-broken": lambda file: file[:5000],
    "font-too-large": lambda file: file + bytes(MOST_BYTES),
}


@pytest.mark.parametrize("code", FONTS)
def test_fonts_that_cannot_be_used(code, tmp_path):
    path = tmp_path / "x.ttf"
    path.write_bytes(FONTS[code](face_file().read_bytes()))
    report = Report()
    assert face("body", path, word("x.ttf"), report) is None
    assert [problem.code for problem in report.problems] == [code]


@pytest.mark.parametrize("cut", [0, 3, 4, 11, 12, 40, 300])
def test_any_part_of_a_font_is_refused_without_a_crash(cut, tmp_path):
    path = tmp_path / "x.ttf"
    path.write_bytes(face_file().read_bytes()[:cut])
    report = Report()
    assert face("body", path, word("x.ttf"), report) is None
    assert report.problems[0].code == "font-broken"


def drawn(brand: Brand, monkeypatch: pytest.MonkeyPatch, audience: str = "13-17", plan: str = "children-90-minutes"):
    """The pages of a pack in a brand, and what was told."""
    report = Report()
    content = shipped(report)
    monkeypatch.setattr(Content, "brand", property(lambda self: brand))
    session = session_for(content, request_for(Combination(plan, audience, "es", "PY")), report)
    return draw(content, session, DOCUMENTS, report), report


def test_logos_stand_where_they_belong_and_nothing_overlaps_in_the_footer(tmp_path, monkeypatch):
    brand, _, _ = read(folder_of(tmp_path))
    made, report = drawn(brand, monkeypatch)
    assert report.errors == []
    slides = made.pages["slides"].pages
    assert [item.alt for item in slides[0].items if isinstance(item, Picture)] == [logo.name for logo in brand.logos]
    assert [item.alt for item in slides[-1].items if isinstance(item, Picture)] == [logo.name for logo in brand.logos]
    lines = 0
    for page in slides[1:-1]:
        marks = [item for item in page.items if isinstance(item, Picture)]
        assert len(marks) == 1
        assert marks[0].alt == ""
        row = [item.box for item in page.items if isinstance(item, (Picture, Text)) and item.box.y > 500]
        texts = [item for item in page.items if isinstance(item, Text) and item.box.y > 500]
        for text in texts:
            edge = max(line.x + line.width for paragraph in text.paragraphs for line in paragraph.lines)
            start = min(line.x for paragraph in text.paragraphs for line in paragraph.lines)
            row = [box if box != text.box else box._replace(x=start, width=edge - start) for box in row]
        for one, other in pairs(row, 2):
            assert one.right <= other.x + 0.5 or other.right <= one.x + 0.5, (page.id, one, other)
        lines += any(text.name == BRAND_LINE for text in texts)
    assert lines >= len(slides) - 3
    for sheet in made.pages["handouts"].pages:
        shown = [item for item in sheet.items if isinstance(item, Picture)]
        assert len(shown) == 1
        assert "Adapted by Plan Vida, 2026" in text_of(sheet)
    guide = made.pages["guide"].pages
    assert len([item for item in guide[0].items if isinstance(item, Picture)]) == 4
    assert any("Adapted by Plan Vida, 2026" in text_of(page) for page in guide)


def text_of(page) -> str:
    """Every text of a page."""
    return " ".join(paragraph.text for item in page.items if isinstance(item, Text) for paragraph in item.paragraphs)


@needs("qpdf", "pdfimages")
def test_files_hold_each_picture_once_and_are_valid(tmp_path, monkeypatch):
    brand, _, _ = read(folder_of(tmp_path))
    made, _ = drawn(brand, monkeypatch)
    deck = pptx.render(made.pages["slides"], deck_theme(made.look))
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        media = [archive.read(name) for name in archive.namelist() if name.startswith("ppt/media/")]
        theme = archive.read("ppt/theme/theme1.xml").decode()
    assert len(media) == len(set(media)) == 4
    assert '<a:accent1><a:srgbClr val="E4002B"/></a:accent1>' in theme
    assert '<a:accent3><a:srgbClr val="FFB81C"/></a:accent3>' in theme
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck)
    assert validate_pptx(str(path)).errors == []
    for name, pages in made.pages.items():
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(pdf.render(pages))
        run("qpdf", "--check", file)
    listed = {line.split()[10] for line in run("pdfimages", "-list", tmp_path / "slides.pdf").splitlines()[2:]}
    assert len(listed) <= 4


def test_a_logo_without_a_dark_mark_stands_on_a_white_plate(tmp_path, monkeypatch):
    brand, _, _ = read(folder_of(tmp_path, GOOD.replace('{light: "logo.png", dark: "white.png"}', '"logo.png"')))
    made, _ = drawn(brand, monkeypatch)
    opener = next(page for page in made.pages["slides"].pages if page.layout == "opener")
    names = [item.name for item in opener.items]
    assert names.index("logo plate") < names.index("logo")


def test_a_line_that_finds_no_room_is_told_and_never_laid_over_a_title(tmp_path, monkeypatch):
    long = "Plan Vida, an organisation with a very long name indeed and a web address that is longer still, planvida.example.org"
    brand, _, _ = read(folder_of(tmp_path, GOOD.replace("Plan Vida · planvida.org", long)))
    made, report = drawn(brand, monkeypatch)
    assert {(problem.code, problem.place.line) for problem in report.errors} == {("brand-line-too-long", 6)}
    assert not [item for page in made.pages["slides"].pages for item in page.items if item.name == BRAND_LINE] if made else True


@pytest.mark.parametrize("aspect", [9, 4, 1, 0.5])
def test_long_marks_stay_legible_and_none_is_larger_than_its_place(aspect, tmp_path, monkeypatch):
    folder = folder_of(tmp_path)
    for name in ("logo", "white"):
        (folder / f"{name}.png").write_bytes(png(int(300 * aspect), 300))
    made, report = drawn(read(folder)[0], monkeypatch)
    assert report.errors == []
    slides = made.pages["slides"].pages
    marks = {name: next(item.box for item in page.items if isinstance(item, Picture)) for name, page in {
        "cover": slides[0], "content": slides[3], "closing": slides[-1], "sheet": made.pages["handouts"].pages[0],
        "guide": made.pages["guide"].pages[0]}.items()}  # fmt: skip
    least = {"cover": 30, "content": 13, "closing": 15, "sheet": 8, "guide": 18}
    assert {name: box.height for name, box in marks.items() if box.height < least[name] - 0.5} == {}
    cover = [item.box for item in slides[0].items if isinstance(item, Picture)]
    assert max(box.width * box.height for box in cover) < 8 * min(box.width * box.height for box in cover)
    assert max(box.right for box in cover) <= 912
    assert marks["closing"].height <= 44


def test_a_boxed_logo_stands_on_a_white_plate(tmp_path, monkeypatch):
    folder = folder_of(tmp_path, GOOD.replace('{light: "logo.png", dark: "white.png"}', '"logo.png"'))
    picture = Image.new("RGB", (600, 300), (255, 255, 255))
    picture.paste((228, 0, 43), (100, 100, 500, 200))
    picture.save(folder / "logo.png")
    made, report = drawn(read(folder)[0], monkeypatch)
    assert report.errors == []
    for page in made.pages["slides"].pages:
        names = [item.name for item in page.items]
        assert "logo" not in names or names.index("logo plate") + 1 == names.index("logo")


def test_partners_are_named_in_the_colophon_and_in_the_metadata(tmp_path):
    folder = folder_of(tmp_path, 'id: "plan-vida"\nname: "Fundación Plan Vida"\nlanguage: "es"\n' + GOOD)
    words = {"audience": "13-17", "language": "es", "country": "PY", "partner": str(folder), "guide_language": "en"}
    request = Request("children-90-minutes", tmp_path / "output", date(2026, 11, 23), **words)
    assert run_request(request, lambda _: None).report.errors == []
    (pack,) = (tmp_path / "output").iterdir()
    author = "Talleres de protección de la niñez en internet · Fundación Plan Vida"
    assert Presentation(str(pack / "slides.pptx")).core_properties.author == author
    assert f"Author:          {author}" in run("pdfinfo", pack / "handouts.pdf")
    assert "With: Fundación Plan Vida, UNICEF Paraguay, Ministry." in " ".join(run("pdftotext", pack / "guide.pdf", "-").split())


def test_an_empty_brand_changes_nothing(monkeypatch):
    made, report = drawn(PLAIN, monkeypatch)
    assert report.errors == []
    assert not [item for pages in made.pages.values() for page in pages.pages for item in page.items if isinstance(item, Picture)]


def test_a_pack_carries_the_brands_typefaces(tmp_path, monkeypatch):
    folder = folder_of(tmp_path, GOOD.replace("fonts/Body.ttf", "fonts/own/Andika-Regular.ttf"))
    (folder / "fonts" / "own").mkdir()
    (folder / "fonts" / "own" / "Andika-Regular.ttf").write_bytes((folder / "fonts" / "Body.ttf").read_bytes() + b"\0")
    brand, report, _ = read(folder)
    assert report.problems == []
    monkeypatch.setattr(Content, "brand", property(lambda self: brand))
    request = Request("children-90-minutes", tmp_path / "output", date(2026, 11, 23), "9-12", "es", "PY")
    assert run_request(request, lambda _: None).report.errors == []
    fonts = {path.name for path in (tmp_path / "output").rglob("fonts/*")}
    assert {"Heading.ttf", "Bold.ttf", "body-Andika-Regular.ttf", "Andika-Regular.ttf", "how-to.txt"} <= fonts
