"""Lines in Arabic, Hebrew, Urdu, Guaraní and Vietnamese: their faces, their order, what they are told."""

import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.look import Style
from builder.model.page import Align, Box, Colour, Face, Line, Paragraph, faces_of
from builder.model.report import Report
from builder.model.source import Place
from builder.model.voice import Said
from builder.typeset.breaking import break_lines
from builder.typeset.itemise import clusters, scripts
from builder.typeset.measure import Ruler
from builder.typeset.sketch import Desk, Sketch, Spoken
from tests.conftest import EVERYTHING, drawn

STYLE = Style("body", 20, 28, Colour("#000000"))


@pytest.fixture(name="desk")
def fixture_desk() -> Desk:
    look = drawn(EVERYTHING[0]).look
    return Desk(look, Ruler(look.faces), {})


def paragraph(desk: Desk, text: str, language: str, style: Style = STYLE, width: float = 400, *, rtl: bool | None = None) -> Paragraph:
    sketch = Sketch(desk)
    sketch.text(Box(100, 50, width, 800), Spoken(Said(text, language), style), spare=0, rtl=rtl)
    return sketch.items[0].paragraphs[0]


def seen(line: Line) -> list[str]:
    """The texts of a line's runs, from left to right."""
    return [run.text for run in line.visual]


ARABIC = "توقف! احظر الشخص، واحفظ الرسائل، وأخبر شخصًا بالغًا تثق به. اتصل بالرقم 116 111 مجانًا في أي وقت."


def test_arabic_lines_stand_at_the_right_and_keep_their_text(desk):
    made = paragraph(desk, ARABIC, "ar")
    assert made.rtl
    assert len(made.lines) > 1
    assert made.text == ARABIC
    for line in made.lines:
        end = line.x + sum(run.width for run in line.runs)
        assert end == pytest.approx(500, abs=0.02)
        assert end - line.width >= 100 - 0.02
    assert {run.face.family for line in made.lines for run in line.runs} == {"Noto Sans Arabic"}


def test_a_helpline_keeps_its_order_in_arabic(desk):
    line = paragraph(desk, "اتصل بالرقم 116 111 مجانًا", "ar").lines[0]
    assert seen(line) == [" مجانًا", "116 111", "اتصل بالرقم "]
    assert [run.leftwards for run in line.runs] == [True, False, True]


def test_latin_names_brackets_and_addresses_in_arabic(desk):
    line = paragraph(desk, "تطبيق WhatsApp (Meta)، www.example.org: نعم", "ar", width=900).lines[0]
    assert seen(line) == ["نعم", ": ", "www.example.org", " ", "،", "WhatsApp (Meta)", "تطبيق "]
    assert {run.face.family for run in line.runs} == {"Noto Sans Arabic", "Andika"}


@pytest.mark.parametrize(("align", "left"), [(Align.START, False), (Align.END, True)])
def test_start_is_right_where_text_runs_leftwards(desk, align, left):
    line = paragraph(desk, "سلام", "ar", STYLE.aligned(align)).lines[0]
    assert line.x == pytest.approx(100 if left else 500 - line.width, abs=0.02)
    assert paragraph(desk, "116 111", "ar", STYLE.aligned(align)).lines[0].x == pytest.approx(100 if left else 500 - 73, abs=5)


def test_a_direction_can_be_asked_for(desk):
    assert paragraph(desk, "116 111", "es", rtl=True).rtl
    assert paragraph(desk, "116 111", "es", rtl=True).lines[0].x > 400
    assert not paragraph(desk, "سلام", "ar", rtl=False).rtl
    assert paragraph(desk, "سلام", "ar", rtl=False).lines[0].x == 100


def test_arabic_inside_spanish(desk):
    line = paragraph(desk, "Dice السلام عليكم (paz).", "es", width=900).lines[0]
    assert seen(line) == ["Dice ", "السلام عليكم", " ", "(paz)."]
    assert line.x == 100


def test_letters_join_over_a_change_of_face(desk):
    """The letter at the beginning of a word keeps its initial shape where bold begins behind it."""
    made = paragraph(desk, "ب**كلمة**", "ar").lines[0].runs
    alone, joined = paragraph(desk, "ب", "ar").lines[0].runs[0], made[0]
    assert joined.glyphs[0].id != alone.glyphs[0].id
    assert made[1].face.bold


def test_urdu_guarani_and_vietnamese(desk):
    assert not desk.ruler.missing
    urdu = paragraph(desk, "نمبر ۱۱۶ ۱۱۱ پر کال کریں۔", "ur").lines[0]
    assert "۱۱۶ ۱۱۱" in seen(urdu)
    guarani = paragraph(desk, "Hag̃ua g̃ G̃ogue 116 111", "gn").lines[0]
    assert guarani.order == ()
    assert len(guarani.runs) == 1
    assert paragraph(desk, "Hãy nói với người lớn mà em tin tưởng.", "vi").lines[0].order == ()
    assert desk.ruler.missing == set()
    assert desk.ruler.unsupported == {}


@pytest.mark.parametrize(
    ("text", "language", "family"), [("שלום לכולם (116 111)", "he", "Noto Sans Hebrew"), ("ሰላም ለሁሉም 116 111", "am", "Noto Sans Ethiopic")]
)
def test_hebrew_and_amharic_have_faces_of_their_own(desk, text, language, family):
    for style in (STYLE, STYLE._replace(face="heading"), STYLE._replace(bold=True)):
        line = paragraph(desk, text, language, style).lines[0]
        assert family in {run.face.family for run in line.runs}
        assert "116 111" in "".join(run.text for run in line.visual)
    assert paragraph(desk, text, language).rtl == (language == "he")
    assert desk.ruler.missing == set()
    assert desk.ruler.unsupported == {}


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [("հայերեն (116 111)", "hy", "Armenian"), ("หยุดก่อน", "th", "Thai"), ("रुको और बताओ", "hi", "Devanagari"), ("停止", "zh", "Han"),
     ("ឈប់", "km", "Khmer"), ("Στοπ", "el", "Greek")],
)  # fmt: skip
def test_a_script_that_cannot_be_set_is_one_problem(desk, text, language, script):
    report = Report()
    paragraph(desk, text, language)
    desk.ruler.tell(report)
    assert [(problem.code, dict(problem.values)["script"]) for problem in report.problems] == [("script-not-supported", script)]


def test_a_character_that_no_face_has_is_told(desk):
    report = Report()
    paragraph(desk, "Hola 😀, سلام ☂", "es")
    desk.ruler.tell(report)
    assert [(problem.code, dict(problem.values)["character"]) for problem in report.problems] == [("no-glyph", "☂"), ("no-glyph", "😀")]


def test_a_face_for_a_script_is_used_when_there_is_one(desk):
    """A partner's typeface that has the letters needs no standing in; here Andika plays one for Cyrillic headings."""
    line = paragraph(desk, "Стоп 116", "ru", STYLE._replace(face="heading")).lines[0]
    assert [run.face.key for run in line.runs] == ["bold"]
    own = Ruler({**desk.ruler.faces, "body": Face("body", "Ours", False, False, desk.ruler.faces["body/Arab"].path)})
    runs = next(break_lines("سلام", STYLE, 400, "ar", own).lines()).runs
    assert [run.face.family for run in runs] == ["Ours"]


def test_invisible_characters_are_obeyed_and_not_drawn(desk):
    line = paragraph(desk, "a\u200fb \u2067abc سلام\u2069", "es").lines[0]
    assert desk.ruler.missing == set()
    assert all(glyph.advance > 0 for run in line.runs for glyph in run.glyphs)


def test_brackets_have_the_script_of_what_they_stand_beside():
    assert scripts("سلام (abc) نعم", "Arab")[5] == scripts("سلام (abc) نعم", "Arab")[9] == "Arab"
    assert scripts("116", "Arab") == ["Arab"] * 3
    assert scripts("«سلام", "Latn")[0] == "Arab"


def test_marks_stay_with_their_letters():
    assert list(clusters("g̃a👩‍🏫", 0, 6)) == [(0, 2), (2, 3), (3, 6)]


ANYTHING = st.text(alphabet="abcابتلم شخصًا116 (),.-*@/؟،é😀ש\u064e\u0303", max_size=60)


@settings(deadline=None)  # the first call reads fonts
@given(ANYTHING, st.sampled_from(["ar", "es"]), st.sampled_from([60, 200, 2000]))
def test_no_character_is_lost_and_glyphs_are_those_of_harfbuzz(text, language, width):
    look = drawn(EVERYTHING[0]).look
    broken = break_lines(text, STYLE, width, language, Ruler(look.faces))
    laid = list(broken.lines())
    assert "".join(run.text for line in laid for run in line.runs) == "".join(broken.texts)
    for line in laid:
        assert sorted(line.order) in ([], list(range(len(line.runs))))
        for run in line.runs:
            clusters_ = [glyph.cluster for glyph in run.glyphs]
            assert clusters_ == sorted(clusters_, reverse=run.leftwards)
            assert all(0 <= cluster < len(run.text) for cluster in clusters_)


def test_the_order_of_words_is_harfbuzzs(desk):
    """A line of one script shaped whole has its clusters where our runs have them."""
    text = "واحفظ الرسائل وأخبر بالغا"
    line = paragraph(desk, text, "ar", width=900).lines[0]
    face = hb.Face(hb.Blob.from_file_path(line.runs[0].face.path))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer, {"kern": True})
    assert [(glyph.id, glyph.cluster) for glyph in line.runs[0].glyphs] == [(info.codepoint, info.cluster) for info in buffer.glyph_infos]


def test_the_faces_of_a_page_are_known(desk):
    sketch = Sketch(desk)
    sketch.text(Box(0, 0, 400, 100), Spoken(Said("Dice سلام", "es"), STYLE))
    assert {face.family for face in faces_of(tuple(sketch.items))} == {"Andika", "Noto Sans Arabic"}


def test_an_address_that_is_wider_than_its_line_ends_at_its_slashes(desk):
    text = "زوروا https://www.safe-internet-for-children.example.org/fa/help-me الآن"
    made = paragraph(desk, text, "ar", width=280)
    assert made.text == text
    assert len(made.lines) > 2
    assert len(paragraph(desk, text, "ar", width=900).lines) == 1


def test_what_cannot_be_drawn_is_told_where_it_stands(desk):
    places = [Place("module.yaml", line, 7) for line in (3, 9, 12)]
    sketch = Sketch(desk)
    for place, text in zip(places, ("سلام", "سلام 😀", "😀 หยุดก่อน"), strict=True):
        sketch.text(Box(0, 0, 400, 100), Spoken(Said(text, "ar", place=place), STYLE))
    report = Report()
    desk.ruler.tell(report)
    assert [(problem.code, problem.place) for problem in report.problems] == [("no-glyph", places[1]), ("script-not-supported", places[2])]
