"""Decks as an independent reader (python-pptx) and a validator (openxml-audit) find them."""

import io

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.util import Pt

from builder.render import pptx
from builder.typeset.deck import deck_theme
from tests.conftest import EVERYTHING, drawn

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SOME = EVERYTHING[::3]


def deck(wanted):
    made = drawn(wanted)
    return pptx.render(made.pages["slides"], deck_theme(made.look))


@pytest.mark.parametrize("wanted", SOME, ids=lambda wanted: wanted.name)
def test_a_deck_is_native_editable_and_accessible(wanted):
    presentation = Presentation(io.BytesIO(deck(wanted)))
    assert (presentation.slide_width, presentation.slide_height) == (Pt(960), Pt(540))
    assert presentation.core_properties.title
    assert presentation.core_properties.author not in ("", "Steve Canny", "python-pptx")
    for number, slide in enumerate(presentation.slides, 1):
        assert slide.shapes.title is not None, number
        assert slide.shapes.title.text_frame.text.strip(), number
        assert slide.has_notes_slide, number
        ids = [each.get("id") for each in slide.element.iter(f"{P}cNvPr")]
        assert len(ids) == len(set(ids)), number
        assert all(run.find(f"{A}rPr").get("lang") for run in slide.element.iter(f"{A}r")), number
        assert not list(slide.element.iter(f"{A}normAutofit")), number
        for group in slide.shapes:
            if group.shape_type is not None and group.shape_type.name == "GROUP":
                properties = group._element.find(f"{P}nvGrpSpPr/{P}cNvPr")
                assert properties.get("descr") or "decorative" in "".join(properties.itertext("*")) or len(properties), (number, group.name)


@pytest.mark.parametrize("wanted", SOME[:2], ids=lambda wanted: wanted.name)
def test_the_validator_finds_nothing(wanted, tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck(wanted))
    result = validate_pptx(str(path))
    assert result.errors == []


def test_modules_are_sections_in_the_slide_sorter():
    xml = Presentation(io.BytesIO(deck(EVERYTHING[0]))).part.blob.decode()
    assert xml.count("<p14:section ") >= 4
    assert 'name=""' not in xml
