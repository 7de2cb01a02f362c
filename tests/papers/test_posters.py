"""Posters: what they say, on one sheet of A3 or on four sheets that make the very same poster when they are glued."""

import pytest
from PIL import Image, ImageChops, ImageFilter

from builder.model.page import Table, Text
from builder.render import outline, pdf
from builder.typeset.paper import posters
from tests.conftest import Combination
from tests.papers.walls import ROOMS, ink, made, on_paper, pages_of
from tests.test_goldens import GOLDENS

rooms = pytest.mark.parametrize("room", ROOMS, ids=lambda room: room[0].name)
DPMM = 72 / 25.4


def said(page) -> str:
    return " ".join(paragraph.text for item in page.items if isinstance(item, Text) for paragraph in item.paragraphs)


@rooms
def test_everything_fits_and_is_told_in_every_room(room):
    drawn, report = made(*room)
    assert report.errors == []
    assert {"flipchart", "slides-handout", "posters", "posters-tiled"} <= set(drawn.pages)


@rooms
def test_posters_fill_a3_and_fit_eleven_by_seventeen_inches(room):
    for page, image in zip(pages_of("posters", room).pages, on_paper(pages_of("posters", room), 0.5), strict=True):
        assert (round(page.width / DPMM), round(page.height / DPMM)) == (297, 420)
        left, top, right, bottom = (2 * side for side in ink(image))
        assert left >= posters.LIVE.x - 2
        assert top >= posters.LIVE.y - 2
        assert right <= posters.LIVE.right + 2
        assert bottom <= posters.LIVE.bottom + 2
        assert right - left <= 792 - 2 * 18
        assert bottom - top <= 1224 - 2 * 18


def joined(tiles: list[Image.Image], paper: str, scale: float) -> Image.Image:
    """Four sheets cut at their corner marks and glued: each one over the edge of those before."""
    part = posters.part_of(paper)
    step_x, step_y = (round((side - posters.OVERLAP) * scale) for side in (part.width, part.height))
    cut = [tile.crop(tuple(round(v * scale) for v in (part.x, part.y, part.right, part.bottom))) for tile in tiles]
    whole = Image.new("L", (step_x + cut[0].width, step_y + cut[0].height), 255)
    for number, tile in enumerate(cut):
        whole.paste(tile, (number % 2 * step_x, number // 2 * step_y))
    return whole


def apart(one: Image.Image, other: Image.Image, pixels: int) -> int:
    """How many black pixels of one image have no ink of the other within so many pixels."""
    spread = other.filter(ImageFilter.MinFilter(2 * pixels + 1))
    black = one.point(lambda value: 255 if value < 90 else 0)
    white = spread.point(lambda value: 255 if value > 165 else 0)
    return ImageChops.multiply(black, white).histogram()[255]


@pytest.mark.parametrize("paper", ["a4", "letter", "oficio"])
@pytest.mark.parametrize("wanted", [ROOMS[0], ROOMS[3]], ids=["from the left", "from the right"])
def test_tiles_make_the_whole_when_they_are_glued(wanted, paper):
    room = (wanted[0], {**wanted[1], "paper": paper})
    scale = 2.0  # 0.5 mm are 2.8 pixels
    for number in range(len(pages_of("posters", room).pages)):
        whole = on_paper(pages_of("posters", room), scale * posters.SCALE, slice(number, number + 1))[0]
        corner = (round(posters.LIVE.x * scale * posters.SCALE), round(posters.LIVE.y * scale * posters.SCALE))
        glued = joined(on_paper(pages_of("posters-tiled", room), scale, slice(4 * number, 4 * number + 4)), paper, scale)
        whole = whole.crop((*corner, corner[0] + glued.width, corner[1] + glued.height))
        assert apart(glued, whole, 2) == 0
        assert apart(whole, glued, 2) == 0


def test_sheets_show_the_same_where_they_overlap():
    tiles, part, scale = on_paper(pages_of("posters-tiled", ROOMS[0]), 2.0, slice(0, 4)), posters.part_of("a4"), 2.0
    left = tiles[0].crop(tuple(round(v * scale) for v in (part.right - posters.OVERLAP, part.y, part.right, part.bottom)))
    right = tiles[1].crop(tuple(round(v * scale) for v in (part.x, part.y, part.x + posters.OVERLAP, part.bottom)))
    assert apart(left, right, 2) == apart(right, left, 2) == 0
    assert ink(left) != (0, 0, 0, 0)


def test_a_sheet_that_lies_wrong_would_be_found():
    tiles = on_paper(pages_of("posters-tiled", ROOMS[0]), 2.0, slice(0, 4))
    right, wrong = (joined(some, "a4", 2.0) for some in (tiles, [tiles[1], tiles[0], *tiles[2:]]))
    assert apart(right, wrong, 2) > 1000
    assert apart(right, ImageChops.offset(right, 4, 0), 2) > 100


def test_help_is_where_it_may_be_printed_and_else_a_line_to_write_on():
    paraguay, rwanda = (
        next(page for page in pages_of("posters", room).pages if page.id == "posters/help") for room in (ROOMS[0], ROOMS[8])
    )
    assert "147" in said(paraguay)
    assert not any(c.isdigit() for c in said(rwanda).replace("CC BY 4.0", ""))
    assert sum(getattr(item, "alt", "") != "" and item.name == "line" for item in rwanda.items) == 3
    assert "not yet tested" not in said(rwanda)


def test_there_is_a_poster_for_rules_signs_help_pledge_and_each_lesson():
    names = [page.id.removeprefix("posters/") for page in pages_of("posters", ROOMS[0]).pages]
    assert names == ["rules", "signs", "help", "pledge", "lesson-cyberbullying", "lesson-identity-theft", "lesson-what-i-share"]


@rooms
def test_letters_on_posters_can_be_read_from_the_middle_of_a_room(room):
    for page in pages_of("posters", room).pages:
        for item in page.items:
            if isinstance(item, Text) and item.name not in ("credits", "line"):
                assert all(run.size >= 20 for each in item.paragraphs for line in each.lines for run in line.runs), (page.id, item.name)


def test_the_print_plan_counts_a3_apart_and_what_is_on_the_packs_paper_in_all():
    drawn, _ = made(*ROOMS[0])
    table = next(item for page in drawn.pages["print-plan"].pages for item in page.items if isinstance(item, Table))
    rows = [[" ".join(paragraph.text for paragraph in cell.paragraphs) for cell in row] for row in table.rows]
    sheets = {row[0].removesuffix(".pdf"): row[-1] for row in rows[1:]}
    pages = {kind: len(found.pages) for kind, found in drawn.pages.items()}
    assert sheets["posters"] == f"{pages['posters']} × A3"
    assert sheets["posters-tiled"] == str(4 * pages["posters"]) == str(pages["posters-tiled"])
    assert sheets["flipchart"] == str(pages["flipchart"] // 2)
    assert sheets["slides-handout"] == str(30 * -(-pages["slides-handout"] // 2))
    assert rows[-1][-1] == str(sum(int(count) for name, count in sheets.items() if count.isdigit() and name in pages))


def test_drawing_twice_gives_the_same_bytes():
    for kind in ("posters-tiled", "flipchart"):
        pages = pages_of(kind, ROOMS[1])
        assert pdf.render(pages) == pdf.render(pages)


@pytest.mark.parametrize("kind", ["posters", "flipchart", "slides-handout"])
def test_the_document_is_as_it_was(kind, same_as_file):
    wanted = Combination("booster-20-minutes", "9-12", "en", "PY")
    same_as_file(GOLDENS / f"{wanted.name}_{kind}.txt", outline.render(pages_of(kind, (wanted, {}))) + "\n")
