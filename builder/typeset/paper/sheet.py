"""What every sheet of paper has: the live area that A4 and Letter share, header, help strip, credits."""

from __future__ import annotations

from typing import NamedTuple

from builder.model.document import Frame
from builder.model.look import Style
from builder.model.page import Align, Anchor, Box, Colour, Ellipse, Page, Pattern, Role, Segment, Shape, Stroke
from builder.model.partner import line_in
from builder.model.pieces import Help, HelpCard
from builder.model.report import Report
from builder.model.voice import Said, Voice, joined
from builder.typeset import figures, logos
from builder.typeset.paper.prints import printed
from builder.typeset.sketch import Desk, Sketch, Spoken, both


class Setting(NamedTuple):
    """How the sheets of a pack are set: `label` is what their readers are called; `help_card` stands on each."""

    desk: Desk
    voice: Voice
    help_card: HelpCard
    label: str
    paper: str
    report: Report

    def tell(self, sketch: Sketch, frame: Frame) -> None:
        """Tells of every text on a sheet that does not fit."""
        for each in sketch.overflows:
            by, lines = round(each.by), max(1, round(each.by / each.pitch + 0.49))
            values = {"address": frame.id, "by": by, "lines": lines, "characters": each.characters, "language": each.language}
            self.report.error("sheet-too-full", each.place or frame.title.place, **values)


PAPERS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0), "oficio": (612.28, 935.43)}
LIVE_WIDTH, LIVE_HEIGHT = 527.0, 724.0
BLACK = Colour("#000000")
MARK, LONG_MARK = Box(0, 710, 64, 14), 130.0
"""Where the partner's logo stands at the end of the credits – its y from the live area's top –, and how wide a long one may be."""
STRIP_TOP = 654.0
"""Where the help strip begins, from the top of the live area; content ends above it."""


def ink(face: str, size: float, pitch: float, *, align: Align = Align.START) -> Style:
    """Black type for paper."""
    return Style("heading" if face == "heading" else "body", size, pitch, BLACK, align, face == "bold")


def stroke(width: float = 1.1, dash: tuple[float, ...] = ()) -> Stroke:
    """A black line for paper."""
    return Stroke(BLACK, width, dash)


def origin(paper: str) -> tuple[float, float]:
    """The top left of the live area, centred on the paper."""
    width, height = PAPERS[paper]
    return (width - LIVE_WIDTH) / 2, (height - LIVE_HEIGHT) / 2


def header(sketch: Sketch, at: tuple[float, float], title: Said, meta: Said, pill: str, level: int = 1) -> float:
    """Title, a line under it, the age in a pill, a strong rule; gives the y below it."""
    x, y = at
    size = next((s for s in (26, 23, 20, 18) if sketch.broken(title, ink("heading", s, s * 1.3), 417).width <= 417
                 and sketch.broken(title, ink("heading", s, s * 1.3), 417).count == 1), 18)  # fmt: skip
    style = ink("heading", size, 34)
    tall = sketch.height(title, style._replace(pitch=24) if size == 18 else style, 417)
    style = style._replace(pitch=24) if size == 18 else style
    box = Box(x, y - 8, 417, max(34, tall))
    sketch.text(box, Spoken(title, style), Role.TITLE, Anchor.BOTTOM, name="title", spare=0, level=level)
    under = box.bottom
    if meta:
        sketch.text(
            Box(x, under, 417, 17), Spoken(_short(sketch, meta, ink("body", 11, 17), 417), ink("body", 11, 17)), name="meta", spare=0
        )
    if pill:
        sketch.rectangle(Box(x + 427, y - 2, 100, 26), None, radius=13, stroke=stroke(), name="age")
        said = Said(pill, title.language)
        centred = ink("bold", _fitting(sketch, said, 84, (12.0, 11.0, 10.0, 9.0), "bold"), 17, align=Align.CENTRE)
        if sketch.broken(said, centred, 86).count > 1:
            centred = ink("bold", 8.5, 11, align=Align.CENTRE)
        sketch.text(Box(x + 434, y - 2, 86, 26), Spoken(said, centred), Role.LABEL, Anchor.MIDDLE, name="age", spare=0)
    rule = under + (20 if meta else 6)
    line(sketch, x, rule, x + LIVE_WIDTH, rule, 1.5)
    return rule


def line(
    sketch: Sketch, x1: float, y1: float, x2: float, y2: float, width: float = 0.75, dash: tuple[float, ...] = (), alt: str = ""
) -> None:
    """A black line; with its alt text one to write on."""
    sketch.add(Shape(Box(x1, y1, x2 - x1, y2 - y1), Segment(), None, stroke(width, dash), on_paper=Pattern.THIN, alt=alt, name="line"))


def lines(sketch: Sketch, x: float, right: float, y: float, count: int, pitch: float, *, first: float | None = None) -> None:
    """Lines to write on, the first `pitch` below y and beginning at `first`; a screen reader says once how many."""
    for number in range(1, count + 1):
        at, alt = y + number * pitch, sketch.alt("alt-write", count) if number == 1 else ""
        line(sketch, x if first is None or number > 1 else first, at, right, at, alt=alt)


def put(
    sketch: Sketch, room: Box, said: list[Spoken], role: Role, name: str, anchor: Anchor = Anchor.TOP, least: float = 6.5
) -> float:  # fmt: skip
    """Texts in the largest type, down to the least, in which all of them fit into the room; gives their height."""
    said = [each for each in said if each.said]
    for share in range(100, 35, -5):
        some = [each._replace(style=each.style.at(max(least, round(each.style.size * share / 100, 1)))) for each in said]
        wide = max((sketch.broken(each.said, each.style, room.width).widest_word for each in some), default=0.0)
        if wide <= room.width and sum(sketch.height(each.said, each.style, room.width) for each in some) <= room.height:
            break
    return sketch.text(room, some, role, anchor, name=name, spare=0)


class Parts(NamedTuple):
    """Equal parts of a box, to cut."""

    box: Box
    columns: int
    rows: int

    @property
    def cells(self) -> tuple[Box, ...]:
        """Each part, row by row."""
        box, wide, tall = self.box, self.box.width / self.columns, self.box.height / self.rows
        return tuple(Box(box.x + x * wide, box.y + y * tall, wide, tall) for y in range(self.rows) for x in range(self.columns))

    def holding(self, count: int) -> Parts:
        """Its first rows, as many as so many parts take."""
        rows = -(-count // self.columns)
        return Parts(self.box._replace(height=self.box.height * rows / self.rows), self.columns, rows)


def cut_lines(sketch: Sketch, parts: Parts) -> None:
    """Lines to cut along: around and between the parts."""
    box = parts.box
    for row in range(parts.rows + 1):
        y = box.y + row * box.height / parts.rows
        line(sketch, box.x, y, box.right, y, 0.75, (5, 4))
    for column in range(parts.columns + 1):
        x = box.x + column * box.width / parts.columns
        line(sketch, x, box.y, x, box.bottom, 0.75, (5, 4))


def disc(sketch: Sketch, x: float, y: float, radius: float, label: Said, size: float = 13, *, width: float = 1.1) -> None:
    """A circled number; the space after it parts it from the words that it is heard with."""
    label = label._replace(string=f"{label.string} ")
    sketch.add(Shape(Box(x - radius, y - radius, 2 * radius, 2 * radius), Ellipse(), None, stroke(width), name="disc"))
    style = ink("bold", size, size * 1.4, align=Align.CENTRE)
    box = Box(x - radius, y - size * 0.72, 2 * radius, size * 1.4)
    sketch.text(box, Spoken(label, style), Role.LABEL, name="number", spare=0, leads=True)


def help_strip(sketch: Sketch, at: tuple[float, float], card: HelpCard, at_school: Said) -> None:
    """The strip at the foot of every handout: the number, an adult I trust, at our school."""
    x, y = at[0], at[1] + 662
    sketch.rectangle(Box(x, y, LIVE_WIDTH, 46), None, radius=8, stroke=stroke(1.5), name="help strip")
    figures.mark(sketch, "handset", "black", x + 26, y + 22, 0.34)
    child, own = card.contacts[0], card.contacts[2:3]
    parting = 158.0
    if own and child.number:
        parting = 212.0
        for number_of, top in ((child, y + 3), (own[0], y + 23)):
            _in_row(sketch, number_of, Box(x + 50, top, parting - 58, 20))
    elif child.number:
        number = ink("heading", 22, 26)
        sketch.text(Box(x + 50, y + 3, 100, 26), Spoken(Said(child.number, "zxx"), number), Role.LABEL, name="help number", spare=0)
        small = ink("body", _fitting(sketch, child.name, 100), 13)
        sketch.text(Box(x + 50, y + 28, 104, 14), Spoken(child.name, small), Role.LABEL, name="help name", spare=0)
    else:
        alone = child.name._replace(second=None)
        fits = next((s for s in (9.0, 8.0, 7.0) if sketch.height(alone, ink("body", s, s * 1.2), 100) <= 25), 6.5)
        small = ink("body", fits, fits * 1.2)
        sketch.text(Box(x + 50, y + 4, 100, 25), Spoken(child.name, small), Role.LABEL, name="ask locally", spare=0)
        lines(sketch, x + 50, x + 148, y, 1, 38)
    line(sketch, x + parting, y + 6, x + parting, y + 40)
    middle = (parting + 515) / 2
    regions = ((parting + 10, middle), (middle + 14, 515.0)) if own else ((168.0, 336.0), (350.0, 515.0))
    _write_in(sketch, x, y, (card.heading, at_school), regions)


def _in_row(sketch: Sketch, contact: Help, room: Box) -> None:
    """A number and, beside it, whose it is: one of two on the strip."""
    wide = sketch.desk.ruler.width
    size = next((s for s in (15.0, 13.0, 11.0, 10.0) if wide(contact.number, "heading", s, "zxx") * 1.05 <= room.width * 0.6), 9.0)
    taken = wide(contact.number, "heading", size, "zxx") * 1.05
    number = Spoken(Said(contact.number, "zxx"), ink("heading", size, round(size * 1.24)))
    sketch.text(room._replace(width=taken), number, Role.LABEL, Anchor.MIDDLE, name="help number", spare=0)
    left = room._replace(x=room.x + taken + 5, width=room.width - taken - 5)
    alone = contact.name._replace(second=None)
    fits = next((s for s in (9.0, 8.0, 7.0) if sketch.height(alone, ink("body", s, s * 1.2), left.width) <= 20), 6.5)
    sketch.text(left, Spoken(alone, ink("body", fits, fits * 1.2)), Role.LABEL, Anchor.MIDDLE, name="help name", spare=0)


Region = tuple[float, float]


def _write_in(sketch: Sketch, x: float, y: float, labels: tuple[Said, Said], regions: tuple[Region, Region]) -> None:
    """The two lines where a child writes who helps; their labels have one size."""
    rows = [[said, said.second] if sketch.bilingual and said.second else [said] for said in labels]
    two = any(len(each) > 1 for each in rows)
    pitch, sizes = (10.5, (8.5, 8.0, 7.5)) if two else (15.0, (11.0, 10.0, 9.0, 8.0))
    widths = [(said, right - left - 8) for (left, right), some in zip(regions, rows, strict=True) for said in some]
    size = min(_fitting(sketch, said, width, sizes, "bold") for said, width in widths)
    for (left, right), some in zip(regions, rows, strict=True):
        spoken = [Spoken(each, ink("bold", size, pitch)) for each in some]
        sketch.text(Box(x + left, y + 3, right - left, pitch * len(some)), spoken, Role.LABEL, name="write", spare=0)
        lines(sketch, x + left, x + right, y, 1, 38)


def _short(sketch: Sketch, said: Said, style: Style, width: float) -> Said:
    """A label in both languages where they fit one line, else in the first alone."""
    joined = both(said)
    return joined if sketch.broken(joined, style, width).count == 1 else said._replace(second=None)


def _fitting(sketch: Sketch, said: Said, width: float, sizes: tuple[float, ...] = (11.0, 10.0, 9.0, 8.0), face: str = "body"
) -> float:  # fmt: skip
    """The largest of the sizes in which the text takes one line."""
    return next((s for s in sizes if sketch.broken(said, ink(face, s, 13), 1000).width <= width), 7.5)


def credit_line(sketch: Sketch, at: tuple[float, float], said: Said, *, heard: bool = False) -> None:
    """The line of credits under the live area's content; a partner's logo at its end. Smaller where it would not fit one line.

    Only where it is `heard` does a screen reader say it.
    """
    room = LIVE_WIDTH
    for logo in sketch.look.brand.logos[:1]:
        box = logos.room(logo, MARK, LONG_MARK)
        at_end = box._replace(x=at[0] + LIVE_WIDTH - box.width, y=at[1] + box.y)
        room -= logos.placed(sketch, logo, at_end, heard=heard, across=1).width + 10
    size = next((s for s in (8.5, 8.0, 7.5, 7.0) if sketch.broken(said, ink("body", s, 12), 2000).width <= room), 7.0)
    style = ink("body", size, 12)
    role = Role.LABEL if heard else Role.FOOTER
    sketch.text(Box(at[0], at[1] + 711, room, 12), Spoken(said, style), role, name="credits", spare=0)


def foot(sketch: Sketch, setting: Setting, title: Said, number: int, of: int) -> None:
    """What stands at the foot of every sheet for participants: who helps, and the credits."""
    help_strip(sketch, origin(setting.paper), setting.help_card, setting.voice.own_word("at-our-school"))
    sheet_credits(sketch, setting, title, number, of)


def sheet_credits(sketch: Sketch, setting: Setting, title: Said, number: int, of: int, draft: Said | None = None) -> None:
    """The credits of a sheet, who adapted it, and that a language is a draft – which stands nowhere else, but where `draft` is given."""
    voice, brand = setting.voice, sketch.look.brand
    draft = setting.help_card.draft if draft is None else draft
    said = voice.word("sheet-credits", title=title.string, n=number, of=of)
    said = credited(sketch, voice, joined((said, draft), " · ", said.language), setting.report)
    heard = bool(draft or (number == 1 and (brand.credit or brand.logos)))
    credit_line(sketch, origin(setting.paper), said, heard=heard)


def credited(sketch: Sketch, voice: Voice, said: Said, report: Report) -> Said:
    """The line of credits with the partner's own credit, which must leave room for the rest."""
    string, tag = line_in(sketch.look.brand.credit, voice.language.chain)
    if not string:
        return said
    whole = joined((said, Said(string, tag)), " · ", said.language)
    logo = sum(logos.room(each, MARK, LONG_MARK).width + 10 for each in sketch.look.brand.logos[:1])
    over = sketch.broken(whole, ink("body", 7, 12), 2000).width - LIVE_WIDTH + logo
    if over > 0:
        place = getattr(string, "place", sketch.look.brand.place)
        report.error("brand-line-too-long", place, line=string, beside=said.string, by=round(over))
    return whole


def page(sketch: Sketch, paper: str, page_id: str, title: Said, section: Said, language: str, layout: str) -> Page:
    """The finished sheet."""
    width, height = PAPERS[paper]
    return Page(page_id, width, height, printed(sketch.items, sketch.look, layout), title.string, language, layout, section.string)
