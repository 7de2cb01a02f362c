"""The last look at a deck: faults planted one by one, and found; whoever made them would be us."""

import io
import zipfile

import pytest

from builder.cli import main
from builder.prove import UnsoundError
from builder.prove.deck import faults, prove
from builder.render import pptx
from builder.typeset.deck import deck_theme
from tests.conftest import EVERYTHING, drawn
from tests.render.test_pptx import THEME, everything

SLIDE = "ppt/slides/slide1.xml"


def deck() -> bytes:
    return pptx.render(everything(), THEME)


def changed(content: bytes, part: str, old: bytes, new: bytes, count: int = 1) -> bytes:
    """The deck with some bytes of one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(out, "w") as archive:
        for name in whole.namelist():
            xml = whole.read(name)
            if name == part:
                assert old in xml, (part, old)
                xml = xml.replace(old, new, count)
            archive.writestr(name, xml)
    return out.getvalue()


def without(content: bytes, part: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(out, "w") as archive:
        for name in whole.namelist():
            if name != part:
                archive.writestr(name, whole.read(name))
    return out.getvalue()


def test_a_good_deck_is_given_back_as_it_is():
    content = deck()
    assert prove(content) is content
    made = drawn(EVERYTHING[0])
    assert list(faults(pptx.render(made.pages["slides"], deck_theme(made.look)))) == []


PLANTED = {
    "id twice": (SLIDE, b'<p:cNvPr id="3"', b'<p:cNvPr id="2"', "a shape id is there twice"),
    "not well formed": (SLIDE, b"</p:spTree>", b"", "not well formed"),
    "a bare ampersand": (SLIDE, b"cell</a:t>", b"this & that</a:t>", "not well formed"),
    "a point that is not closed": (SLIDE, b"</a:moveTo>", b"</a:moveTo", "not well formed: the points of a drawing"),
    "a drawing that does not end": (SLIDE, b"</a:custGeom>", b"", "not well formed"),
    "a language that is none": (SLIDE, b'lang="es"', b'lang="es@vos"', "“es@vos” is no language"),
    "a language by its name": ("ppt/notesSlides/notesSlide1.xml", b'lang="es"', b'lang="Spanish"', "“Spanish” is no language"),
    "a run without a language": (SLIDE, b'<a:rPr lang="es" ', b"<a:rPr ", "a run without its language"),
    "a field without a language": (SLIDE, b'type="slidenum"><a:rPr lang="es" ', b'type="slidenum"><a:rPr ', "a run without its language"),
    "a cell too few": (SLIDE, b"<a:tc>", b"<a:tcx>", "a row of 1 cells in a table of 2 columns"),
    "a column too many": (SLIDE, b"<a:gridCol ", b'<a:gridCol w="9"/><a:gridCol ', "a row of 2 cells in a table of 3 columns"),
    "a relation that is not there": (SLIDE, b'r:embed="rId', b'r:embed="rId9', "leads nowhere"),
    "a link that is not there": (SLIDE, b'<a:hlinkClick r:id="rId', b'<a:hlinkClick r:id="rId8', "leads nowhere"),
    "a target that is not there": ("ppt/slides/_rels/slide1.xml.rels", b"image1.png", b"image7.png", "../media/image7.png is not there"),
    "a relation twice": ("ppt/_rels/presentation.xml.rels", b'Id="rId2"', b'Id="rId1"', "a relation id is there twice"),
    "no content type": ("[Content_Types].xml", b'PartName="/ppt/slides/slide2.xml"', b'PartName="/x.xml"', "slide2.xml: no content type"),
    "no type for pictures": ("[Content_Types].xml", b'Extension="png"', b'Extension="pgn"', "image1.png: no content type"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(name):
    part, old, new, said = PLANTED[name]
    found = list(faults(changed(deck(), part, old, new)))
    assert any(said in each for each in found), found


@pytest.mark.parametrize("part", [SLIDE, "ppt/media/image1.png", "ppt/theme/theme2.xml", "ppt/notesSlides/notesSlide1.xml"])
def test_a_part_that_is_missing_is_found(part):
    assert list(faults(without(deck(), part)))


def test_a_part_that_is_there_twice_is_found():
    out = io.BytesIO(deck())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SLIDE, b"<a/>")
    assert "a part is there twice" in list(faults(out.getvalue()))


def test_every_fault_is_named_for_whoever_mends_it():
    with pytest.raises(UnsoundError, match=r"slides\.pptx: .*slide1.*a shape id is there twice"):
        prove(changed(deck(), SLIDE, b'<p:cNvPr id="3"', b'<p:cNvPr id="2"'))


BUILD = ["build", "children-90-minutes", "--audience", "9-12", "--language", "es", "--country", "PY", "--quiet"]


@pytest.mark.parametrize("document", ["slides", "handouts"])
def test_a_file_that_does_not_hold_together_is_our_mistake_and_nothing_is_written(document, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "en")
    if document == "slides":
        monkeypatch.setattr("builder.render.pptx_shapes.PLACEHOLDERS", {"title": "<p:ph"})
    else:
        monkeypatch.setattr("builder.prove.paper.faults", lambda content, pages: ["a page too few"])
    assert main([*BUILD, "--documents", document, "--output", str(tmp_path / "output")]) == 3
    assert not (tmp_path / "output").exists()
    assert "our mistake" in capsys.readouterr().err
