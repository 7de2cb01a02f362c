"""Slides as PowerPoint: what a program, a screen reader and the next editor find in the file."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from builder.model.page import (
    Box,
    Cell,
    Colour,
    Ellipse,
    Face,
    Group,
    Item,
    Line,
    Link,
    Note,
    Page,
    Pages,
    Paragraph,
    Paths,
    Picture,
    Rectangle,
    Role,
    Run,
    Segment,
    Shape,
    Stroke,
    Table,
    Text,
)
from builder.model.theme import DeckTheme, LayoutStyle
from builder.render.pptx import render

COLOURS = {"ink": "#2B2422", "paper": "#FFFDF8", "deep": "#4B2148", "wash": "#F6EDF4", "main": "#95508A"} | {
    "soft": "#DFC3DA",
    "pop": "#F2B134",
    "help": "#0F5A55",
    "help_wash": "#DDEEEA",
    "cream": "#FAF4E8",
    "mute": "#584F48",
}
INK, DEEP, PAPER, MAIN = (Colour(COLOURS[role], role) for role in ("ink", "deep", "paper", "main"))
SKIN = Colour("#77492F")
BODY = Face("body", "Andika", False, False, "")
BOLD = Face("bold", "Andika", True, False, "")
HEADING = Face("heading", "Lexend SemiBold", False, False, "")
THEME = DeckTheme(
    "Open door",
    COLOURS,
    "Lexend SemiBold",
    "Andika",
    (
        LayoutStyle("talk", Box(48, 16, 520, 138), PAPER, 36, 46, DEEP),
        LayoutStyle("big_question", Box(92, 70, 552, 256), Colour(COLOURS["soft"], "soft"), 48, 60, DEEP),
    ),
)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def words(*lines: str, face: Face = BODY, size: float = 24, pitch: float = 33, language: str = "es") -> Paragraph:
    return Paragraph(tuple(Line(48, 0, 100, (Run(line, face, size, INK, language, ()),)) for line in lines), pitch)


def title(text: str = "When messages hurt") -> Text:
    return Text(Box(48, 16, 520, 138), (words(text, face=HEADING, size=36, pitch=46),), Role.TITLE, placeholder="title")


def page(*items: Item, number: int = 1, **changes: object) -> Page:
    plain = Page(f"hurt/talk/{number}", 960, 540, items, "When messages hurt", "es", "talk", ground=PAPER)
    return replace(plain, **changes)  # type: ignore[arg-type]


def deck(*pages: Page) -> Pages:
    return Pages("slides", "Messages & more", "es", pages, "Example organisation", "CC BY 4.0", "2025-03-01")


def png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def triangle(x: float, y: float) -> tuple[tuple[str, tuple[float, ...]], ...]:
    return (("M", (x, y)), ("L", (x + 10, y)), ("Q", (x + 10, y + 5, x + 5, y + 10)), ("Z", ()))


def figure(alt: str = "Kito looks at his phone") -> Group:
    limbs = Shape(Box(0, 0, 20, 20), Paths((triangle(0, 0), triangle(5, 5))), SKIN)
    return Group((limbs, Group((Shape(Box(0, 0, 8, 8), Ellipse(), INK),), 4, 4)), 600, 200, 2.0, alt=alt, name="Kito")


def everything() -> Pages:
    """A deck in which every item, outline and kind of note occurs."""
    cells = tuple(
        tuple(Cell(Box(48 + 200 * column, 200 + 50 * row, 200, 50), (words("cell"),), head=row == 0) for column in (0, 1)) for row in (0, 1)
    )
    first = page(
        title(),
        figure(),
        Shape(Box(600, 0, 360, 500), Rectangle(20), MAIN, Stroke(INK, 1.5, (5, 4))),
        Shape(Box(48, 480, 300, 0), Segment(), None, Stroke(MAIN, 2)),
        Shape(Box(0, 0, 20, 20), Paths((triangle(0, 0),)), PAPER, Stroke(INK, 1), melt=True),
        Table(Box(48, 200, 400, 100), cells, Stroke(DEEP, 1), alt="Who helps"),
        Picture(Box(700, 40, 50, 50), png(), "A red square"),
        Picture(Box(760, 40, 50, 50), png(), ""),
        Link(Box(48, 400, 100, 30), "https://example.org/?a=1&b=2"),
        Link(Box(48, 440, 100, 30), "#hurt/talk/2"),
        Text(Box(132, 507, 420, 24), (words("Module", size=14, pitch=22),), Role.FOOTER, placeholder="footer"),
        Text(Box(872, 507, 40, 24), (words("1", size=14, pitch=22),), Role.NUMBER, placeholder="number"),
        section="Opening",
        notes=(Note("Say", "Welcome.", "es"), Note("", "لا تشارك", "ar")),
    )
    second = page(Text(Box(48, 200, 400, 99), (words("A question?"),)), number=2, section="Messages", layout="")
    return deck(first, second)


def part(file: bytes, path: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(path))


def first_slide(*items: Item) -> etree._Element:
    return part(render(deck(page(*items)), THEME), "ppt/slides/slide1.xml")


def test_the_title_is_the_slides_own_placeholder() -> None:
    slide = Presentation(io.BytesIO(render(deck(page(title())), THEME))).slides[0]
    assert slide.shapes.title.text_frame.text == "When messages hurt"
    assert slide.shapes.title.left == 48 * 12_700


def test_a_slide_without_a_visible_title_has_one_above_its_edge() -> None:
    slide = Presentation(io.BytesIO(render(deck(page(figure())), THEME))).slides[0]
    assert slide.shapes.title.text_frame.text == "When messages hurt"
    assert slide.shapes.title.top + slide.shapes.title.height < 0


def test_no_placeholder_stays_empty_on_a_slide() -> None:
    for slide in Presentation(io.BytesIO(render(everything(), THEME))).slides:
        assert all(placeholder.text_frame.text for placeholder in slide.placeholders)


def test_every_run_says_its_language() -> None:
    tree = part(render(everything(), THEME), "ppt/slides/slide1.xml")
    properties = list(tree.iter(f"{A}rPr", f"{A}endParaRPr"))
    assert properties
    assert all(element.get("lang") == "es" for element in properties)


def test_numbers_are_said_in_the_language_of_the_deck() -> None:
    tree = first_slide(title(), Text(Box(48, 200, 300, 99), (words("147", language="zxx"), words("Hello", language="en"))))
    assert [element.get("lang") for element in tree.iter(f"{A}rPr")] == ["es", "es", "en"]


def test_a_group_that_says_nothing_itself_lets_each_of_its_items_say_what_it_is() -> None:
    inside = (Shape(Box(0, 0, 9, 9), fill=DEEP), Text(Box(0, 20, 99, 20), (words("A ball"),)))
    told = {}
    for name, alt, items in (("speaking", "", inside), ("told", "A ball", inside), ("decoration", "", inside[:1])):
        tree = first_slide(title(), Group(items, alt=alt, name=name))
        group = next(tree.iter(f"{P}grpSp"))
        marks = [element.find(".//{*}decorative") is not None for element in group.iter(f"{P}cNvPr")]
        told[name] = marks
    assert told == {"speaking": [False, True, False], "told": [False, False, False], "decoration": [True, False]}


def test_a_paragraph_is_whole_and_ends_without_a_space() -> None:
    tree = first_slide(title(), Text(Box(48, 200, 300, 99), (words("broken over ", "two lines "),)))
    texts = ["".join(paragraph.itertext()) for paragraph in tree.iter(f"{A}p")]
    assert texts == ["When messages hurt", "broken over two lines"]
    assert len(list(tree.iter(f"{A}r"))) == 2


def test_line_spacing_is_exact_and_nothing_fits_itself() -> None:
    tree = first_slide(title(), Text(Box(48, 200, 300, 99), (words("one"), replace(words("two"), before=6))))
    assert [element.get("val") for element in tree.iterfind(f".//{A}lnSpc/{A}spcPts")] == ["4600", "3300", "3300"]
    assert [element.get("val") for element in tree.iterfind(f".//{A}spcBef/{A}spcPts")] == ["0", "0", "600"]
    assert len(list(tree.iter(f"{A}noAutofit"))) == len(list(tree.iter(f"{A}bodyPr"))) == 2


def test_right_to_left_paragraphs_start_at_the_right() -> None:
    arabic = replace(words("لا تشارك", language="ar"), rtl=True)
    tree = first_slide(title(), Text(Box(48, 200, 300, 99), (arabic,)))
    last = list(tree.iter(f"{A}pPr"))[-1]
    assert (last.get("rtl"), last.get("algn")) == ("1", "r")


def test_numbers_in_arabic_are_held_by_marks_that_every_program_obeys() -> None:
    parts = tuple(Run(text, face, 24, INK, "ar", ()) for text, face in (("اتصل بالرقم ", BODY), ("116 111", BOLD), (" أو 147", BODY)))
    arabic = replace(words(""), lines=(Line(48, 0, 100, parts),), rtl=True)
    tree = first_slide(title(), Text(Box(48, 200, 300, 99), (arabic,)))
    said = [element.text for element in tree.iter(f"{A}t")][1:]
    assert said == ["اتصل بالرقم ", "\u200f\u202a116\u00a0111\u202c\u200f", " أو 147"]


def test_text_from_left_to_right_gets_no_marks() -> None:
    tree = first_slide(title(), Text(Box(48, 200, 300, 99), (words("Llama al 116 111, de 9-12 años."),)))
    assert [element.text for element in tree.iter(f"{A}t")][1:] == ["Llama al 116 111, de 9-12 años."]


def test_theme_colours_and_typefaces_are_referred_to_by_name() -> None:
    tree = first_slide(title(), Shape(Box(0, 0, 9, 9), fill=DEEP), Shape(Box(0, 0, 9, 9), fill=SKIN))
    assert {"tx1", "tx2"} == {element.get("val") for element in tree.iter(f"{A}schemeClr")}
    assert [element.get("val") for element in tree.iter(f"{A}srgbClr")] == ["77492F"]
    assert {element.get("typeface") for element in tree.iter(f"{A}latin")} == {"+mj-lt"}


def test_a_colour_that_differs_from_its_role_keeps_its_value() -> None:
    tree = first_slide(title(), Shape(Box(0, 0, 9, 9), fill=Colour("#ABCDEF", "deep")))
    assert "ABCDEF" in {element.get("val") for element in tree.iter(f"{A}srgbClr")}


def test_shape_ids_are_unique_on_every_slide() -> None:
    file = render(everything(), THEME)
    for number in (1, 2):
        ids = [element.get("id") for element in part(file, f"ppt/slides/slide{number}.xml").iter(f"{P}cNvPr")]
        assert len(ids) == len(set(ids))


def test_a_figure_is_one_group_that_says_what_it_shows() -> None:
    group = next(first_slide(title(), figure()).iter(f"{P}grpSp"))
    identity = group.find(f"{P}nvGrpSpPr/{P}cNvPr")
    assert identity is not None
    assert (identity.get("name"), identity.get("descr")) == ("Kito", "Kito looks at his phone")
    assert b"decorative" not in etree.tostring(group)
    assert group.find(f".//{A}grpSpLocks").get("noChangeAspect") == "1"


def test_a_group_surrounds_its_scaled_items() -> None:
    group = next(first_slide(title(), figure()).iter(f"{P}grpSp"))
    offset, size = group.find(f".//{A}off"), group.find(f".//{A}ext")
    assert [int(offset.get(key)) / 12_700 for key in "xy"] == [600, 200]
    assert [int(size.get(key)) / 12_700 for key in ("cx", "cy")] == [40, 40]
    inner = group.find(f"{P}grpSp/{P}sp/{P}spPr/{A}xfrm")
    assert [int(inner[0].get(key)) / 12_700 for key in "xy"] == [608, 208]
    assert [int(inner[1].get(key)) / 12_700 for key in ("cx", "cy")] == [16, 16]


def test_what_only_decorates_is_marked_as_decorative() -> None:
    tree = first_slide(title(), figure(alt=""), Shape(Box(0, 0, 9, 9), fill=MAIN))
    marked = [element for element in tree.iter() if str(element.tag).endswith("}decorative")]
    assert [element.get("val") for element in marked] == ["1", "1"]


def test_items_wholly_outside_the_clip_are_left_out() -> None:
    inside, outside = Shape(Box(0, 0, 9, 9), fill=MAIN), Shape(Box(500, 0, 9, 9), fill=MAIN)
    tree = first_slide(title(), Group((inside, outside), clip=Box(0, 0, 100, 100), alt="one square"))
    assert len(tree.findall(f".//{P}grpSp/{P}sp")) == 1


def test_overlapping_limbs_are_paths_of_their_own() -> None:
    geometry = next(first_slide(title(), figure()).iter(f"{A}custGeom"))
    assert len(list(geometry.iter(f"{A}path"))) == 2


def test_a_link_leads_outside_or_to_another_slide() -> None:
    file = render(everything(), THEME)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        relations = archive.read("ppt/slides/_rels/slide1.xml.rels").decode()
    assert 'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"' in relations
    assert 'Target="slide2.xml"' in relations


def test_the_same_picture_is_stored_once() -> None:
    with zipfile.ZipFile(io.BytesIO(render(everything(), THEME))) as archive:
        assert [name for name in archive.namelist() if "media" in name] == ["ppt/media/image1.png"]


def test_a_table_is_a_table_with_a_header_row() -> None:
    shapes = Presentation(io.BytesIO(render(everything(), THEME))).slides[0].shapes
    table = next(shape.table for shape in shapes if shape.has_table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["cell", "cell"], ["cell", "cell"]]
    assert table.first_row
    assert [column.width for column in table.columns] == [200 * 12_700] * 2


def test_a_short_row_is_filled_up_with_empty_cells() -> None:
    cell = Cell(Box(48, 200, 200, 50), (words("one"),))
    wide = (cell, replace(cell, box=Box(248, 200, 200, 50)))
    tree = first_slide(title(), Table(Box(48, 200, 400, 100), (wide, (cell,))))
    assert [len(row.findall(f"{A}tc")) for row in tree.iter(f"{A}tr")] == [2, 2]


def test_notes_carry_their_labels_and_their_direction() -> None:
    file = render(everything(), THEME)
    notes = Presentation(io.BytesIO(file)).slides[0].notes_slide.notes_text_frame
    assert notes.text == "Say: Welcome.\nلا تشارك"
    assert [run.font.bold for run in notes.paragraphs[0].runs] == [True, False, False]
    directions = [element.get("rtl") for element in part(file, "ppt/notesSlides/notesSlide1.xml").iter(f"{A}pPr")]
    assert directions == ["0", "1"]


def test_notes_run_as_their_language_does_also_where_they_begin_with_a_name() -> None:
    notes = (Note("قل", "WhatsApp تطبيق، اتصل بالرقم 116 111", "ar"), Note("", "WhatsApp", "ar"), Note("Say", "سلام is a greeting", "en"))
    tree = part(render(deck(page(title(), notes=notes)), THEME), "ppt/notesSlides/notesSlide1.xml")
    assert [element.get("rtl") for element in tree.iter(f"{A}pPr")] == ["1", "0", "1"]
    assert "\u202a116\u00a0111\u202c" in "".join(element.text or "" for element in tree.iter(f"{A}t"))


def test_an_arabic_theme_offers_its_face_and_keeps_it_from_latin_words() -> None:
    arabic = replace(THEME, rtl=True, complex_faces=("Noto Sans Arabic", "Noto Sans Arabic"))
    file = render(deck(page(title())), arabic)
    theme = part(file, "ppt/theme/theme1.xml")
    assert [element.get("typeface") for element in theme.iter(f"{A}cs")] == ["Noto Sans Arabic"] * 2
    slide = part(file, "ppt/slides/slide1.xml")
    assert {element.get("typeface") for element in slide.iter(f"{A}cs")} == {"Lexend SemiBold"}
    assert {element.get("typeface") for element in slide.iter(f"{A}latin")} == {"+mj-lt"}
    assert part(file, "ppt/presentation.xml").get("rtl") == "1"


def test_sections_follow_the_parts_of_the_workshop() -> None:
    pages = [page(title(), number=n, section=name) for n, name in enumerate(("Start", "Chats", "Chats", "Start"))]
    presentation = part(render(deck(*pages), THEME), "ppt/presentation.xml")
    sections = [element for element in presentation.iter() if str(element.tag).endswith("}section")]
    assert [(element.get("name"), len(element[0])) for element in sections] == [
        ("Start", 1),
        ("Chats", 2),
        ("Start", 1),
    ]
    assert len({element.get("id") for element in sections}) == 3


def test_layouts_are_named_for_people() -> None:
    deck_file = Presentation(io.BytesIO(render(everything(), THEME)))
    assert [layout.name for layout in deck_file.slide_layouts] == ["Talk", "Big question"]
    assert deck_file.slides[0].slide_layout.name == "Talk"


def test_the_file_names_the_organisation_and_nobody_else() -> None:
    properties = Presentation(io.BytesIO(render(everything(), THEME))).core_properties
    assert (properties.title, properties.author) == ("Messages & more", "Example organisation")
    assert (properties.language, properties.comments) == ("es", "CC BY 4.0")
    assert properties.created.isoformat()[:10] == properties.modified.isoformat()[:10] == "2025-03-01"


def test_the_same_pages_give_the_same_bytes() -> None:
    assert render(everything(), THEME) == render(everything(), THEME)


def test_control_characters_and_markup_do_not_break_a_slide() -> None:
    tree = first_slide(title("a < b & \x0b“c”"))
    assert "".join(tree.itertext()) == "a < b & “c”"


def test_a_deck_without_pages_can_be_opened() -> None:
    assert len(Presentation(io.BytesIO(render(deck(), THEME))).slides) == 0


def test_no_number_is_written_in_scientific_notation() -> None:
    with zipfile.ZipFile(io.BytesIO(render(everything(), THEME))) as archive:
        written = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert not re.search(r'="-?\d+(\.\d+)?e[-+]?\d+"', written)


@pytest.mark.skipif(find_spec("openxml_audit") is None, reason="openxml-audit is not installed")
def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    from openxml_audit import validate_pptx

    path = tmp_path / "deck.pptx"
    path.write_bytes(render(everything(), THEME))
    result = validate_pptx(path)
    assert not result.errors
