"""Posters: on a sheet of A3 each, or enlarged on four sheets of the pack's paper to cut and glue."""

from __future__ import annotations

from dataclasses import replace

from builder.drawing.outline import bounds, polygon
from builder.model.document import Document, Frame
from builder.model.look import Style
from builder.model.page import Box, Group, Item, Page, Pages, Paths, Picture, Role, Shape, Text
from builder.model.partner import line_in
from builder.model.voice import Said, Voice, joined
from builder.typeset import logos
from builder.typeset.mirror import facing
from builder.typeset.paper import wall
from builder.typeset.paper.sheet import BLACK, LIVE_HEIGHT, LIVE_WIDTH, PAPERS, Setting, ink, line, origin, stroke
from builder.typeset.paper.slides_handout import sentence
from builder.typeset.sketch import Desk, Overflow, Sketch, Spoken

A3 = (841.89, 1190.55)
LIVE = Box((A3[0] - 745) / 2, (A3[1] - 1050) / 2, 745, 1050)
"""What is printed of a poster: it fits 11 × 17 inch paper, too."""
INNER = LIVE.inset(44, 40)
FOOT = 44.0
"""The room at the poster's foot for a logo and the credits."""
TITLES = (84, 76, 68, 60, 54, 48, 44, 40)
SIZES = (56, 52, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24)
"""Type to read from two or three steps away, the largest that leaves the picture its room."""
MORE = 1.3
"""By how much a title's type is larger than the rest's."""
WITH_PICTURE = 34
"""Smaller type than this is not set for a picture's sake."""
PICTURE, MOST_PICTURE, LEAST_PICTURE = 330.0, 560.0, 160.0
BANDS = 14.0
"""How wide the bands for marks are, around what a tile shows."""
OVERLAP = 36.0
"""By how much two tiles show the same."""
PART = Box(0, 0, LIVE_WIDTH - 2 * BANDS, LIVE_HEIGHT - 2 * BANDS)
"""How much of the enlarged poster one tile shows."""
SCALE = (2 * PART.width - OVERLAP) / LIVE.width
"""How much larger the glued poster is."""


def poster_pages(document: Document, setting: Setting) -> Pages:
    """A page of A3 for each poster."""
    desk = setting.desk
    setting = setting._replace(desk=Desk(replace(desk.look, beside=float("inf"), apart=0.1), desk.ruler, desk.scenes))
    pages = tuple(_poster(frame, setting, document) for frame in document.frames)
    tag = document.title.language
    made = Pages(document.kind, document.title.string, tag, pages, document.author, document.licence, document.date)
    return facing(made, setting.voice.language.rtl)


def _poster(frame: Frame, setting: Setting, document: Document) -> Page:
    sketch = Sketch(setting.desk, bilingual=setting.voice.second is not None, voice=setting.voice)
    sketch.rectangle(LIVE.inset(2, 2), None, radius=30, stroke=stroke(4), name="poster")
    floor, shows = INNER.bottom - FOOT, frame.picture in setting.desk.scenes
    title, rows, free = _fitting(sketch, frame, floor - INNER.y)
    y = _title(sketch, frame.title, title)
    picture = shows and free >= LEAST_PICTURE
    if free < -0.5:
        sketch.overflows.append(Overflow(frame.title.address, frame.title.place, -free, False, SIZES[-1], SIZES[-1]))
    spread = max(0.0, min(34.0, (free - PICTURE) / len(rows)) if picture else min(90.0, free / (len(rows) + 0.5)))
    for row in rows:
        y += wall.place(sketch, row, Box(INNER.x, y, INNER.width, floor - y)) + wall.GAP * row.size + spread
    if picture:
        tall = min(MOST_PICTURE, floor - y)
        wall.figure(sketch, frame.picture, frame.alt.string, Box(INNER.x, floor - tall, INNER.width, tall))
    _foot(sketch, setting, document)
    setting.tell(sketch, frame)
    return Page(frame.id, *A3, tuple(sketch.items), frame.title.string, document.title.language, frame.archetype, frame.section.string)


def _fitting(sketch: Sketch, frame: Frame, room: float) -> tuple[Style, list[wall.Row], float]:
    """The largest type of title and rows that leaves a picture its room, or at least fits; with the room that is left."""
    reserved = PICTURE if frame.picture in sketch.desk.scenes else 0.0
    for least, sizes in ((reserved, [size for size in SIZES if size >= WITH_PICTURE]), (0.0, SIZES)):
        for size in sizes:
            rows = list(wall.rows(frame.pieces, size, large=True))
            needed = wall.needed(sketch, rows, INNER.width)
            wide = all(wall.fits(sketch, row, INNER.width, room) for row in rows)
            for title in _titles(sketch, frame.title):
                free = room - needed - _below(sketch, frame.title, title)
                if wide and free >= least and (title.size >= MORE * size or size == sizes[-1]):
                    return title, rows, free
    return title, rows, free


def _titles(sketch: Sketch, said: Said) -> list[Style]:
    """The types in which each language of a title takes two lines at most, the largest first; else the smallest."""
    kept = []
    for size in TITLES:
        broken = [sketch.broken(each, wall.head(size), INNER.width) for each in said.each()]
        if all(each.widest_word <= INNER.width and each.count <= 2 for each in broken):
            kept.append(wall.head(size))
    return kept or [wall.head(TITLES[-1])]


def _below(sketch: Sketch, said: Said, style: Style) -> float:
    """How far below the title's top the rest begins."""
    return sketch.height(said, style, INNER.width) + 54


def _title(sketch: Sketch, said: Said, style: Style) -> float:
    """The title, in two languages one below the other, over a short bar; gives the y below it."""
    tall = sketch.height(said, style, INNER.width)
    sketch.text(INNER._replace(height=tall), Spoken(said, style), Role.TITLE, name="title", spare=0, level=1)
    sketch.rectangle(Box(INNER.x, INNER.y + tall + 14, 120, 9), "black", radius=4.5, name="bar")
    return INNER.y + _below(sketch, said, style)


def _foot(sketch: Sketch, setting: Setting, document: Document) -> None:
    """The credits and the partner's logo inside the frame; that a language is a draft."""
    voice, brand = setting.voice, sketch.look.brand
    said = voice.word("poster-credits", title=document.title.string)
    string, tag = line_in(brand.credit, voice.language.chain)
    said = joined((said, *((Said(string, tag),) if string else ()), setting.help_card.draft), " · ", said.language)
    room = INNER._replace(y=INNER.bottom - FOOT + 20, height=FOOT - 12)
    wide = room.width
    for logo in brand.logos[:1]:
        wide -= logos.placed(sketch, logo, room._replace(x=room.right - 200, width=200), across=1).width + 16
    sizes = (ink("body", size, size * 1.3) for size in (14.0, 12.0, 11.0))
    style = next((each for each in sizes if sketch.broken(said, each, 2000).width <= wide), ink("body", 10, 13))
    box = room._replace(width=wide, y=room.bottom - 2 * style.pitch, height=2 * style.pitch)
    sketch.text(box, Spoken(said._replace(second=None), style), Role.LABEL, name="credits", spare=0)


def tiles(posters: Pages, setting: Setting, guide: Voice) -> Pages:
    """Every poster on four sheets, enlarged, with marks for whoever cuts and glues it."""
    pages = tuple(_tile(poster, number, setting, guide) for poster in posters.pages for number in range(4))
    return replace(posters, pages=pages)


def enlarged(page: Page) -> Page:
    """A sheet as large as A3, in the part that is printed of a poster."""
    scale = LIVE.width / LIVE_WIDTH
    x, y = (page.width - LIVE_WIDTH) / 2, (page.height - LIVE_HEIGHT) / 2
    whole = Group(page.items, LIVE.x - x * scale, LIVE.y - y * scale, scale, LIVE, page.title, "sheet", f"sheet {page.id}", LIVE)
    return replace(page, width=A3[0], height=A3[1], items=(whole,))


def part_of(paper: str) -> Box:
    """What of a tile belongs to the poster, on this paper."""
    x, y = origin(paper)
    return PART._replace(x=x + BANDS, y=y + BANDS)


def _tile(poster: Page, number: int, setting: Setting, guide: Voice) -> Page:
    """One of the four: a part of the poster, the rest cut off by a clip."""
    row, column = divmod(number, 2)
    part = part_of(setting.paper)
    dx = part.x - LIVE.x * SCALE - column * (part.width - OVERLAP)
    dy = part.y - LIVE.y * SCALE - row * (part.height - OVERLAP)
    sketch = Sketch(setting.desk, voice=guide)
    said = guide.word(f"tile-{number + 1}", title=poster.title)
    band = Box(part.x + 6, part.y - BANDS, part.width - 60, 12)
    sketch.text(band, _in_band(sketch, said, band), Role.TITLE, name="which", spare=0, level=1 if number == 0 else 2)
    alt = " ".join(_told(poster.items)) if number == 0 else f"{poster.title} ({number + 1}/4)"
    sketch.add(Group(poster.items, round(dx, 3), round(dy, 3), SCALE, part, alt, "poster", f"poster {poster.id}", part))
    _corners(sketch, part)
    _overlaps(sketch, part, right=column == 0, below=row == 0)
    band = band._replace(y=part.bottom + 2)
    sketch.text(band, _in_band(sketch, guide.word("tile-how"), band), Role.FOOTER, name="how", spare=0)
    width, height = PAPERS[setting.paper]
    name = f"{poster.id}/{number + 1}"
    return Page(name, width, height, tuple(sketch.items), said.string, poster.language, "tile", poster.section)


def _in_band(sketch: Sketch, said: Said, band: Box) -> Spoken:
    """A text in the largest type in which it takes one line."""
    styles = (ink("body", size, 12) for size in (9.0, 8.0, 7.5))
    return Spoken(said, next((each for each in styles if sketch.broken(said, each, 2000).width <= band.width), ink("body", 7, 12)))


def _corners(sketch: Sketch, part: Box) -> None:
    """Two short lines at each corner: where to cut."""
    for x, way in ((part.x, -1), (part.right, 1)):
        for y in (part.y, part.bottom):
            line(sketch, min(x + way * 2, x + way * BANDS), y, max(x + way * 2, x + way * BANDS), y)
    for y, way in ((part.y, -1), (part.bottom, 1)):
        for x in (part.x, part.right):
            line(sketch, x, min(y + way * 2, y + way * BANDS), x, max(y + way * 2, y + way * BANDS))


def _overlaps(sketch: Sketch, part: Box, *, right: bool, below: bool) -> None:
    """Triangles in the bands: up to where the next sheet is glued over this one."""
    if right:
        x = part.right - OVERLAP
        _triangle(sketch, (x, part.y - 1), (x - 5, part.y - 10), (x + 5, part.y - 10))
        _triangle(sketch, (x, part.bottom + 1), (x - 5, part.bottom + 10), (x + 5, part.bottom + 10))
    if below:
        y = part.bottom - OVERLAP
        _triangle(sketch, (part.x - 1, y), (part.x - 10, y - 5), (part.x - 10, y + 5))
        _triangle(sketch, (part.right + 1, y), (part.right + 10, y - 5), (part.right + 10, y + 5))


def _triangle(sketch: Sketch, *points: tuple[float, float]) -> None:
    path = polygon(*points)
    sketch.add(Shape(bounds([path]), Paths((path,)), BLACK, name="glue"))


def _told(items: tuple[Item, ...]) -> list[str]:
    """What a poster says, in its order."""
    told = []
    for item in items:
        if isinstance(item, Text) and item.role is not Role.FOOTER:
            told += [sentence(paragraph.text) for paragraph in item.paragraphs]
        elif isinstance(item, (Shape, Group, Picture)) and item.alt:
            told.append(sentence(item.alt))
    return told
