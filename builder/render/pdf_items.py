"""Page items as PDF operators (ISO 32000-1, annex A), written straight into the page's content stream."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, assert_never

from builder.model.page import (
    Box,
    Colour,
    Ellipse,
    Group,
    Item,
    Line,
    Link,
    Page,
    Paragraph,
    Paths,
    Pattern,
    Picture,
    Rectangle,
    Run,
    Segment,
    Shape,
    Stroke,
    Table,
    Text,
)  # fmt: skip
from builder.render.pdf_both_ways import Sides, glyphs_of, with_sides
from builder.render.pdf_fonts import FontShelf
from builder.render.pdf_forms import Forms
from builder.render.pdf_outlines import outline
from builder.render.pdf_tags import UNHEARD, Element, Tags

KAPPA = 0.5523
DOT_PITCH, DOT_RADIUS = 5.0, 1.2
HATCH_PITCH, HATCH_WIDTH = 6.0, 1.5


def n(value: float) -> str:
    """A number with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Pen:
    """Writes items of one page, each as marked content of its element or as an artifact.

    `scale` is how much the groups around an item shrink it.
    """

    def __init__(self, canvas: Any, fonts: FontShelf, tags: Tags, forms: Forms, height: float) -> None:
        self.canvas, self.fonts, self.tags, self.forms, self.height = canvas, fonts, tags, forms, height
        self.scale = 1.0
        self.written = fonts.written
        self.marked: Element | None = None
        self.decorating = False

    @property
    def code(self) -> list[str]:
        """The operators of what is being drawn: a page, or a drawing that stands on several."""
        return self.canvas._code  # type: ignore[no-any-return]

    def page(self, page: Page) -> None:
        """Draws the whole page."""
        self.tags.turn(page)
        if page.ground:
            self.decorate()
            self.code.append(f"{_rgb(page.ground)} rg 0 0 {n(page.width)} {n(page.height)} re f")
        for item in page.items:
            self.item(item)
        self.end()

    def item(self, item: Item) -> None:
        """Marks and draws one item."""
        match item:
            case Text():
                self.text(item)
            case Table():
                self.table(item)
            case Link():
                self.link(item)
            case Shape() | Group() | Picture():
                self.figure(item)
            case _:
                assert_never(item)

    def draw(self, item: Item) -> None:
        """Draws one item as part of what is marked already."""
        match item:
            case Text():
                self.unmarked(item.paragraphs)
            case Shape():
                self.shape(item)
            case Group():
                self.group(item)
            case Table():
                self.grid(item)
                for cell in (cell for row in item.rows for cell in row):
                    self.unmarked(cell.paragraphs)
            case Picture():
                self.picture(item)
            case Link():
                pass  # nothing to click on a picture of a page
            case _:
                assert_never(item)

    def mark(self, element: Element) -> None:
        """What is drawn from here belongs to the element."""
        if self.marked is not element:
            self.end()
            self.code.append(f"/{element.kind} <</MCID {self.tags.mark(element)}>> BDC")
            self.marked = element

    def decorate(self) -> None:
        """What is drawn from here only decorates."""
        if not self.decorating:
            self.end()
            self.code.append("/Artifact BMC")
            self.decorating = True

    def end(self) -> None:
        """Ends marked content."""
        if self.marked or self.decorating:
            self.code.append("EMC")
        self.marked, self.decorating = None, False

    def figure(self, item: Shape | Group | Picture) -> None:
        """One figure, or without alt text decoration."""
        if item.alt:
            leads = not isinstance(item, Picture) and item.leads
            self.mark(self.tags.figure(item.alt, _extent(item), self.height, leads=leads))
        else:
            self.decorate()
        self.draw(item)

    def text(self, text: Text) -> None:
        """Paragraphs, heard or – on the edge of every page – not."""
        if text.role in UNHEARD:
            self.decorate()
            self.unmarked(text.paragraphs)
            return
        for paragraph, element in self.tags.text(text):
            self.paragraph(paragraph, element)

    def unmarked(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Lines of glyph runs where they were measured."""
        for line in (line for paragraph in paragraphs for line in paragraph.lines):
            for run, sides, x in _along(line):
                self.run(run, sides, (x, line.baseline))

    def paragraph(self, paragraph: Paragraph, element: Element) -> None:
        """Lines of glyph runs, marked passage by passage."""
        language, passage = "", element
        for line in paragraph.lines:
            for run, sides, x in _along(line):
                if run.language != language:
                    language, passage = run.language, self.tags.passage(element, run)
                self.mark(passage)
                self.run(run, sides, (x, line.baseline))

    def run(self, run: Run, sides: Sides | None, at: tuple[float, float]) -> None:
        """The glyphs of a run; `sides` where its line goes both ways."""
        name = self.fonts.name_of(run, ordered=sides is not None)
        glyphs, shapes = glyphs_of(run, sides, self.fonts, n) if sides else (_glyphs(run), [])
        x, baseline = at
        self.code.append(f"BT {_rgb(run.colour)} rg /{name} {n(run.size)} Tf 1 0 0 -1 {n(x)} {n(baseline)} Tm {glyphs} ET")
        for glyph in shapes:
            path, units = outline(run.face, glyph.id)
            at = (x + glyph.dx * run.size / 1000, baseline - glyph.dy * run.size / 1000)
            scale = f"{run.size / units:.6f}"
            self.code.append(f"q {_rgb(run.colour)} rg {scale} 0 0 -{scale} {n(at[0])} {n(at[1])} cm {path} f Q")

    def shape(self, shape: Shape) -> None:
        """A filled or stroked outline."""
        paths = self.operators(shape)
        if shape.melt and shape.stroke:
            self.melted(shape, paths)
            return
        if isinstance(shape.outline, Segment):
            if shape.stroke:
                self.code.append(f"{_stroke(shape.stroke)} {paths[0]} S")
            return
        for path in paths:
            if shape.fill:
                self.code.append(f"{_rgb(shape.fill)} rg {path} f*")
            if shape.pattern:
                self.pattern(path, shape.box, shape.pattern)
            if shape.stroke:
                self.code.append(f"{_stroke(shape.stroke)} {path} S")

    def operators(self, shape: Shape) -> list[str]:
        """The shape's paths as operators; outlines that stand on several pages are written out once."""
        if not isinstance(shape.outline, Paths):
            return _operators(shape)
        key = id(shape.outline.paths)
        if key not in self.written:
            self.written[key] = (shape.outline.paths, _operators(shape))
        return self.written[key][1]

    def melted(self, shape: Shape, paths: list[str]) -> None:
        """All paths stroked at twice the width, then all filled: capsules of one limb join."""
        assert shape.stroke is not None
        wide = Stroke(shape.stroke.colour, shape.stroke.width * 2, shape.stroke.dash)
        self.code.append(f"1 j {_stroke(wide)} {' S '.join(paths)} S")
        if shape.fill:
            self.code.append(f"{_rgb(shape.fill)} rg {' f* '.join(paths)} f*")
        for path in paths if shape.pattern else ():
            self.pattern(path, shape.box, shape.pattern or Pattern.DOTS)

    def pattern(self, path: str, box: Box, pattern: Pattern) -> None:
        """Dots or hatching inside a path, of one size on paper whatever the group's scale."""
        if pattern in (Pattern.DOTS, Pattern.HATCH):
            marks = _dots(box, 1 / self.scale) if pattern is Pattern.DOTS else _hatch(box, 1 / self.scale)
            self.code.append(f"q {path} W* n 0 g 0 G {marks} Q")
        elif pattern is Pattern.BLACK:
            self.code.append(f"0 g {path} f*")

    def group(self, group: Group) -> None:
        """Items moved, scaled and clipped together."""
        self.code.append("q")
        if group.clip:
            x, y, w, h = group.clip
            self.code.append(f"{n(x)} {n(y)} {n(w)} {n(h)} re W n")
        self.code.append(f"{group.scale:.4f} 0 0 {group.scale:.4f} {n(group.dx)} {n(group.dy)} cm")
        self.scale *= group.scale
        if self.forms.holds(group):
            self.forms.show(self.canvas, group, self.scale, lambda: self.inside(group))
        else:
            self.inside(group)
        self.scale /= group.scale
        self.code.append("Q")

    def inside(self, group: Group) -> None:
        """The items of a group."""
        for item in group.items:
            self.draw(item)

    def table(self, table: Table) -> None:
        """Grounds and lines, then the text of the cells."""
        self.decorate()
        self.grid(table)
        for paragraph, element in self.tags.table(table):
            self.paragraph(paragraph, element)

    def grid(self, table: Table) -> None:
        """The ground and the lines of each cell."""
        for cell in (cell for row in table.rows for cell in row):
            x, y, w, h = cell.box
            box = f"{n(x)} {n(y)} {n(w)} {n(h)} re"
            if cell.fill:
                self.code.append(f"{_rgb(cell.fill)} rg {box} f")
            if table.stroke:
                self.code.append(f"{_stroke(table.stroke)} {box} S")

    def picture(self, picture: Picture) -> None:
        """A raster image without its metadata, turned upright again; equal ones are stored once."""
        x, y, w, h = picture.box
        self.code.append(f"q 1 0 0 -1 0 {n(2 * y + h)} cm")
        self.canvas.drawImage(_upright(picture.image), x, y, w, h, mask="auto")
        self.code.append("Q")

    def link(self, link: Link) -> None:
        """A place to click: an address, or a page of this document."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        x, y, w, h = link.box
        element, number = self.tags.link(link.target)
        annotation = PDFDictionary({
            "Type": PDFName("Annot"), "Subtype": PDFName("Link"), "F": 4, "Contents": PDFString(link.target), "StructParent": number,
            "Rect": PDFArray([x, self.height - y - h, x + w, self.height - y]), "Border": PDFArray([0, 0, 0]),
        })  # fmt: skip
        if link.target.startswith("#"):
            annotation["Dest"] = self.canvas._bookmarkReference(link.target[1:])
        else:
            annotation["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link.target)})
        self.canvas._addAnnotation(annotation)
        in_file = self.canvas._doc.idToObjectNumberAndVersion[self.canvas._annotationrefs[-1].name][0]
        element.kids.append(f"<</Type/OBJR/Obj {in_file} 0 R>>")


def _along(line: Line) -> Iterator[tuple[Run, Sides | None, float]]:
    """The runs of a line from left to right, each with its sides – where the line goes both ways – and its x."""
    x = line.x
    for run, sides in with_sides(line) if line.order else ((run, None) for run in line.runs):
        yield run, sides, x
        x += run.width


def _extent(item: Shape | Group | Picture) -> Box:
    """Where a figure stands on the page."""
    if item.box is None:
        assert isinstance(item, Group)  # shapes and pictures have their box
        boxes = [_extent(each) if isinstance(each, (Shape, Group, Picture)) else each.box for each in item.items]
        x, y = min(box.x for box in boxes), min(box.y for box in boxes)
        wide, tall = max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y
        return item.clip or Box(item.dx + x * item.scale, item.dy + y * item.scale, wide * item.scale, tall * item.scale)
    return item.box


@lru_cache(maxsize=8)
def _upright(content: bytes) -> Any:
    """The picture's pixels; reportlab knows equal ones again by their digest, and stores transparency as a soft mask."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    with Image.open(io.BytesIO(content)) as image:
        return ImageReader(image.convert("RGBA" if image.mode in ("RGBA", "LA", "P") else "RGB"))


def _rgb(colour: Colour) -> str:
    value = colour.value
    return " ".join(n(int(value[at : at + 2], 16) / 255) if value[at : at + 2] != "00" else "0" for at in (1, 3, 5))


def _stroke(stroke: Stroke) -> str:
    dash = " ".join(n(length) for length in stroke.dash)
    return f"{_rgb(stroke.colour)} RG {stroke.width:.3f} w [{dash}] 0 d"


def _glyphs(run: Run) -> str:
    """The run's glyphs by number, moved apart by what their own advances do not say already."""
    parts: list[str] = []
    path = run.face.path
    lifted = any(glyph.dy for glyph in run.glyphs)
    row = "[" + "".join(_one(path, glyph.id, glyph.dx, glyph.advance) for glyph in run.glyphs) + "] TJ"
    if not lifted:
        return row
    for glyph in run.glyphs:
        rise = n(glyph.dy * run.size / 1000)
        parts.append(f"{rise} Ts [{_one(path, glyph.id, glyph.dx, glyph.advance)}] TJ")
    return " ".join(parts) + " 0 Ts"


@cache
def _one(path: str, glyph: int, dx: float, advance: float) -> str:
    own = _own_advance(path, glyph)
    before = f"{n(-dx)} " if dx else ""
    after = own - advance + dx
    return f"{before}<{glyph:04X}>" + (f" {n(after)} " if abs(after) > 0.05 else "")


def _own_advance(path: str, glyph: int) -> int:
    """The glyph's own advance in 1/1000 em, rounded as the W array has it."""
    font, scale = _font(path)
    width: int = round(font.get_glyph_h_advance(glyph) * scale)
    return width


@cache
def _font(path: str) -> tuple[Any, float]:
    import uharfbuzz as hb

    face = hb.Face(hb.Blob.from_file_path(path))
    return hb.Font(face), 1000 / face.upem


def _operators(shape: Shape) -> list[str]:
    x, y, w, h = shape.box
    match shape.outline:
        case Rectangle(radius):
            return [_rounded(x, y, w, h, radius) if radius else f"{n(x)} {n(y)} {n(w)} {n(h)} re"]
        case Ellipse():
            return [_ellipse(x, y, w, h)]
        case Segment():
            return [f"{n(x)} {n(y)} m {n(x + w)} {n(y + h)} l"]
        case Paths(paths):
            return [" ".join(_operator(command, points) for command, points in path) for path in paths]
        case _:
            assert_never(shape.outline)


def _operator(command: str, points: tuple[float, ...]) -> str:
    letter = {"M": "m", "L": "l", "C": "c", "Z": "h"}.get(command)
    if letter is None:
        raise AssertionError(f"no operator for {command}")
    return " ".join((*map(n, points), letter))


def _rounded(x: float, y: float, w: float, h: float, r: float) -> str:
    r = min(r, w / 2, h / 2)
    k = r * (1 - KAPPA)
    return (
        f"{n(x + r)} {n(y)} m {n(x + w - r)} {n(y)} l {n(x + w - k)} {n(y)} {n(x + w)} {n(y + k)} {n(x + w)} {n(y + r)} c "
        f"{n(x + w)} {n(y + h - r)} l {n(x + w)} {n(y + h - k)} {n(x + w - k)} {n(y + h)} {n(x + w - r)} {n(y + h)} c "
        f"{n(x + r)} {n(y + h)} l {n(x + k)} {n(y + h)} {n(x)} {n(y + h - k)} {n(x)} {n(y + h - r)} c "
        f"{n(x)} {n(y + r)} l {n(x)} {n(y + k)} {n(x + k)} {n(y)} {n(x + r)} {n(y)} c h"
    )


def _ellipse(x: float, y: float, w: float, h: float) -> str:
    cx, cy, a, b = x + w / 2, y + h / 2, w / 2 * KAPPA, h / 2 * KAPPA
    return (
        f"{n(x)} {n(cy)} m {n(x)} {n(cy - b)} {n(cx - a)} {n(y)} {n(cx)} {n(y)} c "
        f"{n(cx + a)} {n(y)} {n(x + w)} {n(cy - b)} {n(x + w)} {n(cy)} c "
        f"{n(x + w)} {n(cy + b)} {n(cx + a)} {n(y + h)} {n(cx)} {n(y + h)} c {n(cx - a)} {n(y + h)} {n(x)} {n(cy + b)} {n(x)} {n(cy)} c h"
    )


def _dots(box: Box, unit: float) -> str:
    pitch, r = DOT_PITCH * unit, DOT_RADIUS * unit
    rows = range(int(box.height / pitch) + 2)
    columns = range(int(box.width / pitch) + 2)
    return " ".join(
        f"{_ellipse(box.x + c * pitch + (pitch / 2 if row % 2 else 0) - r, box.y + row * pitch - r, 2 * r, 2 * r)} f"
        for row in rows
        for c in columns
    )


def _hatch(box: Box, unit: float) -> str:
    pitch, lines = HATCH_PITCH * unit * 1.414, []
    at = box.x - box.height
    while at < box.right:
        lines.append(f"{n(at)} {n(box.bottom)} m {n(at + box.height)} {n(box.y)} l S")
        at += pitch
    return f"[] 0 d {HATCH_WIDTH * unit:.3f} w " + " ".join(lines)
