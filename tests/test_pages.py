"""The page model of everything that is offered: nothing leaves its box or its page, in any viewer's font."""

from collections.abc import Iterator

import pytest

from builder.model.look import Look, Style
from builder.model.page import Group, Item, Page, Text
from builder.model.text import plain
from builder.typeset.breaking import break_lines
from builder.typeset.measure import Ruler
from tests.conftest import EVERYTHING, drawn
from tests.tools import font

every = pytest.mark.parametrize("wanted", EVERYTHING, ids=lambda wanted: wanted.name)


def texts(items: tuple[Item, ...]) -> Iterator[Text]:
    """Every text box at the page's own scale."""
    for item in items:
        if isinstance(item, Text):
            yield item


@every
def test_every_line_lies_inside_its_page(wanted):
    for pages in drawn(wanted).pages.values():
        for page in pages.pages:
            for text in texts(page.items):
                for line in (line for paragraph in text.paragraphs for line in paragraph.lines):
                    assert line.x >= 0
                    assert line.x + line.width <= page.width + 0.1, (page.id, text.name)
                    assert 0 < line.baseline < page.height, (page.id, text.name)


@every
def test_every_line_lies_inside_its_box(wanted):
    for page in drawn(wanted).pages["slides"].pages:
        for text in texts(page.items):
            for paragraph in text.paragraphs:
                for line in paragraph.lines:
                    assert line.width <= text.box.width + 0.1, (page.id, text.name, paragraph.text)
                    assert text.box.y - 1 <= line.baseline <= text.box.bottom + 1, (page.id, text.name, paragraph.text)


@every
def test_text_boxes_of_a_slide_do_not_overlap(wanted):
    for page in drawn(wanted).pages["slides"].pages:
        inks = [(text.name, *_ink(text)) for text in texts(page.items) if text.paragraphs]
        for number, (name, left, top, right, bottom) in enumerate(inks):
            for other, x, y, end, low in inks[number + 1 :]:
                crossed = left < end - 1 and x < right - 1 and top < low - 1 and y < bottom - 1
                assert not crossed, (page.id, name, other)


def _ink(text: Text) -> tuple[float, float, float, float]:
    """Where the letters of a text are, from its x-heights to its baselines."""
    lines = [line for paragraph in text.paragraphs for line in paragraph.lines]
    size = max(run.size for line in lines for run in line.runs)
    left, right = min(line.x for line in lines), max(line.x + line.width for line in lines)
    return left, lines[0].baseline - 0.7 * size, right, lines[-1].baseline


@every
def test_every_slide_has_one_title_notes_and_alt_texts(wanted):
    for page in drawn(wanted).pages["slides"].pages:
        titles = [text for text in texts(page.items) if text.placeholder == "title"]
        assert len(titles) == 1, page.id
        assert page.title
        assert page.notes, page.id
        for group in (item for item in page.items if isinstance(item, Group)):
            assert group.alt or group.name.startswith(("mark", "sign", "clock", "somebody")), (page.id, group.name)


SUBSTITUTES = {
    "Liberation Sans": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf"),
    "Carlito": ("Carlito-Regular.ttf", "Carlito-Bold.ttf", "Carlito-Italic.ttf"),
    "Noto Sans": ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf"),
}


def substitute(look: Look, family: str) -> Ruler:
    """The ruler of a viewer that has this family instead of ours."""
    files = [font(name) for name in SUBSTITUTES[family]]
    if None in files:
        pytest.skip(f"needs the font {family}")
    kinds = {"heading": files[1], "body": files[0], "bold": files[1], "emphasis": files[2]}
    return Ruler({key: face._replace(path=str(kinds[key.partition("/")[0]])) for key, face in look.faces.items()})


@every
@pytest.mark.parametrize("family", SUBSTITUTES)
def test_nothing_leaves_the_slide_in_a_viewer_without_our_fonts(wanted, family):
    ruler = substitute(drawn(wanted).look, family)
    for page in drawn(wanted).pages["slides"].pages:
        for text in texts(page.items):
            fits(page, text, ruler)


def fits(page: Page, text: Text, ruler: Ruler) -> None:
    """The text broken anew with another font keeps inside its box, or at least inside the slide above the footer."""
    height = 0.0
    for paragraph in text.paragraphs:
        run = paragraph.lines[0].runs[0]
        style = Style("heading" if run.face.key == "heading" else "body", run.size, paragraph.pitch, run.colour, bold=run.face.bold)
        broken = break_lines(plain(paragraph.text).strip(), style, text.box.width, run.language, ruler)
        height += broken.count * paragraph.pitch + paragraph.before
    lowest = {"top": text.box.y + height, "middle": text.box.y + (text.box.height + height) / 2, "bottom": text.box.bottom}[text.anchor]
    highest = {"top": text.box.y, "middle": text.box.y + (text.box.height - height) / 2, "bottom": text.box.bottom - height}[text.anchor]
    pitch = text.paragraphs[0].pitch
    assert lowest <= max(text.box.bottom, 500 if text.box.y < 440 else page.height) + 0.35 * pitch, (page.id, text.name)
    assert highest >= -0.35 * pitch, (page.id, text.name)


@every
def test_every_sensitive_slide_says_how_to_leave(wanted):
    made = drawn(wanted)
    blocks = [block for part in made.session.parts for block in part.blocks if block.sensitive and block.kind != "rehearse"]
    strip = made.session.room.voice.word("sensitive-strip").string
    for page in made.pages["slides"].pages:
        if any(page.id.startswith(f"{block.address}/") for block in blocks):
            assert strip in {paragraph.text for text in texts(page.items) for paragraph in text.paragraphs}, page.id
