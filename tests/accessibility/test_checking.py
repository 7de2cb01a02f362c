"""`workshop check --accessibility`: faults planted one by one in a deck that anybody could have made, and what is said of each."""

import io
import json
import re
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.util import Pt

from builder.accessibility.looking import looked_at
from builder.cli import main
from builder.render import pptx
from builder.typeset.deck import deck_theme
from tests.commands.test_theme import HOSTILE, OTHERS, SLIDE, repacked
from tests.conftest import EVERYTHING, drawn
from tests.customise.pictures import png

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
MARK = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
UNCLEAR = frozenset({"here", "click here"})


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")


def properties(shape):
    return shape._element._nvXxPr.cNvPr


def said(shape, alt: str) -> None:
    properties(shape).set("descr", alt)


def textbox(slide, words: str, x: float = 50, y: float = 200, width: float = 300, height: float = 40):
    shape = slide.shapes.add_textbox(Pt(x), Pt(y), Pt(width), Pt(height))
    shape.text_frame.text = words
    return shape


def picture(slide, y: float = 300):
    made = slide.shapes.add_picture(io.BytesIO(png()), Pt(560), Pt(y), Pt(80), Pt(40))
    del properties(made).attrib["descr"]  # python-pptx writes the file's name into it
    return made


def table(slide):
    return slide.shapes.add_table(2, 2, Pt(50), Pt(300), Pt(300), Pt(80))


def group(slide):
    made = slide.shapes.add_group_shape()
    made.shapes.add_shape(MSO_SHAPE.OVAL, Pt(400), Pt(300), Pt(40), Pt(40))
    return made


def clean():
    """A deck of two slides in which nothing stands in the way."""
    presentation = Presentation()
    presentation.core_properties.title = "Safe online"
    for title in ("Welcome", "What helps"):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text_frame.text = title
        textbox(slide, "Ask somebody you trust.")
        said(picture(slide, 200), "Two children talk to their teacher")
    return presentation


def found(presentation, tmp_path: Path) -> list:
    for slide in presentation.slides:
        for run in slide.element.iter(f"{A}r"):
            if "mute" not in "".join(run.itertext()):
                run.get_or_add_rPr().set("lang", "en")
    path = tmp_path / "deck.pptx"
    presentation.save(str(path))
    return looked_at((path,), UNCLEAR)[0]


def no_title(slide):
    slide.shapes.title.text_frame.text = ""


def title_gone(slide):
    slide.shapes.title._element.getparent().remove(slide.shapes.title._element)


def pale(slide):
    textbox(slide, "Hardly there", y=250).text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)


def pale_by_theme(slide):
    colour = textbox(slide, "Hardly there", y=250).text_frame.paragraphs[0].runs[0].font.color
    colour.theme_color = MSO_THEME_COLOR.TEXT_1
    colour.brightness = 0.75


def dark_on_dark(slide):
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(50), Pt(250), Pt(300), Pt(60))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(0x30, 0x20, 0x40)
    textbox(slide, "Hardly there", x=60, y=255, width=200)
    said(shape, "A dark panel")


def white_on_its_own_fill(slide):
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(50), Pt(250), Pt(300), Pt(60))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(0xF2, 0xB1, 0x34)
    shape.text_frame.text = "Hardly there"


def link(words: str):
    def plant(slide):
        textbox(slide, words, y=250).text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.org/a/long/way"

    return plant


def below_first(slide):
    textbox(slide, "The second sentence.", y=400)
    textbox(slide, "The first sentence.", y=250)


def title_last(slide):
    element = slide.shapes.title._element
    element.getparent().append(element)


def merged(slide):
    made = table(slide).table
    made.cell(0, 0).merge(made.cell(0, 1))


def headless(slide):
    table(slide).table.first_row = False


def link_on_dark(slide):
    """Blue letters, whatever the run itself says: links have the theme's colour."""
    dark_on_dark(slide)
    run = slide.shapes[-1].text_frame.paragraphs[0].runs[0]
    run.text, run.hyperlink.address = "The guide for caregivers", "https://example.org"
    run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)


PLANTED = {
    "title emptied": (no_title, "slide-without-title", "error"),
    "title taken away": (title_gone, "slide-without-title", "error"),
    "same title": (lambda slide: setattr(slide.shapes.title.text_frame, "text", "Welcome"), "title-twice", "warning"),
    "picture": (picture, "shape-without-alt", "error"),
    "shape": (lambda slide: slide.shapes.add_shape(MSO_SHAPE.HEART, Pt(400), Pt(300), Pt(40), Pt(40)), "shape-without-alt", "error"),
    "line": (
        lambda slide: slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(50), Pt(300), Pt(300), Pt(300)), "shape-without-alt", "error",
    ),
    "group": (group, "shape-without-alt", "error"),
    "alt that is a file name": (lambda slide: said(picture(slide), "IMG_2041.JPG"), "alt-says-nothing", "warning"),
    "alt that is a number": (lambda slide: said(picture(slide), "Picture 7"), "alt-says-nothing", "warning"),
    "table without head": (headless, "table-without-head", "error"),
    "merged cells": (merged, "table-cells-merged", "tip"),
    "pale letters": (pale, "low-contrast", "warning"),
    "pale letters of the theme": (pale_by_theme, "low-contrast", "warning"),
    "dark letters on a dark panel": (dark_on_dark, "low-contrast", "warning"),
    "white letters on a yellow shape": (white_on_its_own_fill, "low-contrast", "warning"),
    "a link on a dark panel": (link_on_dark, "low-contrast", "warning"),
    "here": (link("Click here!"), "link-unclear", "warning"),
    "address": (link("https://example.org/a/long/way"), "link-unclear", "warning"),
    "second first": (below_first, "reading-order", "warning"),
    "title last": (title_last, "reading-order", "warning"),
    "no language": (lambda slide: textbox(slide, "mute words", y=250), "text-without-language", "tip"),
}  # fmt: skip


def test_a_clean_deck_has_no_findings(tmp_path):
    assert found(clean(), tmp_path) == []


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_the_only_one_found(name, tmp_path):
    plant, code, severity = PLANTED[name]
    presentation = clean()
    plant(presentation.slides[1])
    assert [(each.page, each.code, each.severity.value) for each in found(presentation, tmp_path)] == [(2, code, severity)]


def test_places_that_stay_empty(tmp_path):
    presentation = clean()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text_frame.text = "Another"
    assert [each.code for each in found(presentation, tmp_path)] == ["empty-placeholder"]


def test_a_deck_without_a_title_in_its_properties(tmp_path):
    presentation = clean()
    presentation.core_properties.title = ""
    assert [(each.code, each.severity.value) for each in found(presentation, tmp_path)] == [("document-without-title", "tip")]


def test_what_is_good_is_left_alone(tmp_path):
    presentation = clean()
    slide = presentation.slides[0]
    properties(slide.shapes.add_shape(MSO_SHAPE.HEART, Pt(400), Pt(300), Pt(40), Pt(40))).append(parse_xml(MARK))
    properties(group(slide)).append(parse_xml(MARK))
    said(group(slide), "A ball")
    link("The guide for caregivers")(slide)
    table(presentation.slides[1])
    words = textbox(slide, "Large and grey", y=400).text_frame.paragraphs[0].runs[0]
    words.font.size, words.font.color.rgb = Pt(28), RGBColor(0x8A, 0x8A, 0x8A)
    assert found(presentation, tmp_path) == []


def test_a_group_without_an_alt_text_is_looked_into(tmp_path):
    presentation = clean()
    made = group(presentation.slides[0])
    inner = made.shapes.add_textbox(Pt(400), Pt(340), Pt(60), Pt(20))
    inner.text_frame.text = "A ball"
    assert [(each.code, each.shape) for each in found(presentation, tmp_path)] == [("shape-without-alt", made.shapes[0].name)]


def test_each_finding_says_where_what_and_how_to_mend_it(tmp_path, capsys):
    presentation = clean()
    pale(presentation.slides[1])
    picture(presentation.slides[1]).name = "Logo"
    found(presentation, tmp_path)
    assert main(["check", "--accessibility", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert f"{tmp_path.name}/deck.pptx, slide 2, “Logo”: error[shape-without-alt]: nothing says what this shows" in told
    assert "“Hardly there”" in told
    assert "#DDDDDD on #FFFFFF has a contrast of 1.4 to 1" in told
    assert told.count("hint: ") == 2
    assert "errors: 1, warnings: 1, tips: 0" in told
    assert main(["check", "--accessibility", "--format", "json", str(tmp_path)]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert {row["code"] for row in rows} == {"shape-without-alt", "low-contrast"}
    assert set(rows[0]) == {"severity", "code", "file", "page", "shape", "text", "message", "hint"}
    assert main(["check", "--accessibility", "--format", "github", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("::") == 4


def test_warnings_and_tips_do_not_fail(tmp_path, capsys):
    presentation = clean()
    pale(presentation.slides[1])
    found(presentation, tmp_path)
    assert main(["check", "--accessibility", str(tmp_path / "deck.pptx")]) == 0
    clean().save(str(tmp_path / "clean.pptx"))
    assert "low-contrast" in capsys.readouterr().err


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_no_deck_is_told(code, tmp_path, capsys):
    (tmp_path / "x.pptx").write_bytes(OTHERS[code])
    assert main(["check", "--accessibility", str(tmp_path)]) == 1
    assert f"[{code}]" in capsys.readouterr().err


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_decks_are_not_opened(name, tmp_path, capsys):
    part, extra, code = HOSTILE[name]
    clean().save(str(tmp_path / "good.pptx"))
    content = (tmp_path / "good.pptx").read_bytes()
    (tmp_path / "good.pptx").unlink()
    repacked(tmp_path / "bad.pptx", content, {SLIDE: lambda old: part} if part else {}, extra)
    assert main(["check", "--accessibility", str(tmp_path)]) == 1
    assert f"[{code}]" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["ppt/slides/slide1.xml", "ppt/slideLayouts/slideLayout6.xml", "ppt/presentation.xml"])
@pytest.mark.parametrize("content", [b"", b"<a/>", b"no xml", b'<p:sld xmlns:p="x"/>'])
def test_broken_parts_are_a_problem_and_no_crash(part, content, tmp_path, capsys):
    clean().save(str(tmp_path / "good.pptx"))
    repacked(tmp_path / "bad.pptx", (tmp_path / "good.pptx").read_bytes(), {part: lambda old: content})
    assert main(["check", "--accessibility", str(tmp_path / "bad.pptx")]) == 1
    assert re.search(r"\[(deck-broken|deck-hostile)\]", capsys.readouterr().err)


def test_places_where_nothing_is_to_be_read(tmp_path, capsys):
    assert main(["check", "--accessibility", str(tmp_path), str(tmp_path / "none.docx")]) == 1
    assert capsys.readouterr().err.count("[nothing-to-read]") == 2
    assert main(["check", "--accessibility", str(tmp_path / "none.pptx")]) == 1
    assert "[deck-broken]" in capsys.readouterr().err


@pytest.mark.parametrize("wanted", EVERYTHING[1::4], ids=lambda wanted: wanted.name)
def test_our_own_decks_have_no_errors(wanted, tmp_path):
    made = drawn(wanted)
    (tmp_path / "slides.pptx").write_bytes(pptx.render(made.pages["slides"], deck_theme(made.look)))
    found, count = looked_at((tmp_path,), UNCLEAR)
    assert count == 1
    assert {each.code for each in found} <= {"title-twice"}


def test_our_own_decks_speak_a_language_everywhere():
    made = drawn(next(each for each in EVERYTHING if each.language == "es"))
    presentation = Presentation(io.BytesIO(pptx.render(made.pages["slides"], deck_theme(made.look))))
    tags = {each.get("lang") for slide in presentation.slides for each in slide.element.iter(f"{A}rPr", f"{A}endParaRPr")}
    assert tags == {"es"}
