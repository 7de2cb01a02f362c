"""What slides share: the title, the footer, the help strip, lists with their marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from builder.model.document import NOTHING, Frame
from builder.model.look import Style
from builder.model.page import Align, Anchor, Box, Role, Segment, Shape, Stroke
from builder.model.pieces import Clock, HelpCard, Mark, Points
from builder.model.voice import Said
from builder.typeset import figures, logos
from builder.typeset.sketch import Sketch, Spoken

APiece = TypeVar("APiece")
WIDTH, HEIGHT = 960.0, 540.0
LEFT, RIGHT = 48.0, 912.0
FLOOR = 488.0
"""The lowest y that content may reach; the footer band begins at 500."""
FOOTER_END = 738.0
"""Where the footer's text ends; the minutes chip begins at 768."""
LOGO, LONG_LOGO = Box(LEFT, 508, 72, 22), 150.0
"""Where the partner's logo stands in the footer, and how wide a long one may be."""
BRAND_LINE = "brand line"
STRIP_TEXT = "help strip text"
STRIP_END = 492.0
"""Where the help strip ends; it is as tall as the look has it."""


def piece(frame: Frame, kind: type[APiece], number: int = 0) -> APiece | None:
    """The frame's first (or a later) piece of a kind."""
    found = [each for each in frame.pieces if isinstance(each, kind)]
    return found[number] if number < len(found) else None


def fitting(sketch: Sketch, said: Said, sizes: Iterable[float], width: float, lines: int, colour: str = "deep") -> Style:
    """The largest heading type in which no word is wider than `width` and the text takes at most so many lines."""
    style = sketch.look.heading(1, colour)
    for size in sizes:
        style = sketch.look.heading(size, colour)
        broken = sketch.broken(said, style, width)
        if broken.widest_word <= width and broken.count <= lines:
            break
    return style


def either(sketch: Sketch, size: float, usual: Callable[[], None], tight: Callable[[], None]) -> None:
    """Draws as usual – or, where that does not fit at the smallest type, as something that takes longer texts.

    Large print has a way of its own: what does not fit goes on to more slides.
    """
    items, overflows = len(sketch.items), len(sketch.overflows)
    usual()
    if size <= sketch.look.ladder[-1] and not sketch.look.large and len(sketch.overflows) > overflows:
        del sketch.items[items:], sketch.overflows[overflows:]
        tight()


def title(
    sketch: Sketch, frame: Frame, x: float = LEFT, width: float = 864, colour: str = "deep", size: float = 0, *, top: float = 16,
    beside: Callable[[], None] | None = None,
) -> float:  # fmt: skip
    """Sets the title, anchored at the bottom of a box with one spare line above; gives the box's lower edge.

    A `top` below 16 takes of the spare line, not of what follows. What is drawn `beside` it, at the slide's start, is read before
    the title in the second language.

    A title of more than two lines goes down one size, then may take three.
    """
    full = size or sketch.look.title[0]
    style = fitting(sketch, frame.title, (full, round(full * 0.86)), width, 2, colour)
    lines = sketch.broken(frame.title, style, width).count
    box = Box(x, top, width, (lines + 1) * style.pitch + 16 - top)
    spare = 1 - (top - 16) / style.pitch
    sketch.text(box, Spoken(frame.title, style), Role.TITLE, Anchor.BOTTOM, placeholder="title", name="title", spare=spare)
    if lines > 3:
        sketch.text(Box(x, 16, width, 3 * style.pitch), Spoken(frame.title, style), Role.TITLE, spare=0)
        sketch.items.pop()
    if beside:
        beside()
    return subtitle(sketch, frame, x, box.bottom, width, "white" if colour == "white" else "mute")


def subtitle(sketch: Sketch, frame: Frame, x: float, y: float, width: float, colour: str = "mute") -> float:
    """Sets the title in the second language under the first, on bilingual slides; gives the y below it."""
    second = frame.title.second
    if not (sketch.subtitled and second):
        return y
    style = sketch.look.body(20, colour, 26)
    return y + sketch.text(Box(x, y, width, 2 * style.pitch), Spoken(second, style), Role.LABEL, name="second title", spare=0)


def floor_of(frame: Frame, sketch: Sketch) -> float:
    """The y that content may reach: above the help strip where the frame has one."""
    return strip_top(sketch) - 8 if frame.strip else FLOOR


def strip_top(sketch: Sketch) -> float:
    """The y at which the help strip begins."""
    return STRIP_END - sketch.look.strip


def strip(sketch: Sketch, frame: Frame, x: float = LEFT, width: float = 864) -> None:
    """Adds the help strip where the frame has one: the last thing above the footer that is read."""
    if not frame.strip:
        return
    look = sketch.look
    box = Box(x, strip_top(sketch), width, look.strip)
    sketch.rectangle(box, "help_wash", radius=8, name="help strip")
    figures.mark(sketch, "handset", "help", x + 22, box.y + box.height / 2 - 1, 0.24)
    size = 18.0
    while size > 14 and sketch.broken(frame.strip, look.label(size, "help"), width - 56).width > width - 60:
        size -= 1
    style = look.label(size, "help", 26)
    if sketch.broken(frame.strip, style, width - 56).count > 1:
        style = look.label(14, "help", 17)
    sketch.text(Box(x + 44, box.y, width - 56, box.height), Spoken(frame.strip, style), anchor=Anchor.MIDDLE, spare=0, name=STRIP_TEXT)


def points(sketch: Sketch, listed: Points, x: float, y: float, width: float, bottom: float, size: float, colour: str = "ink") -> float:
    """Sets a list, each item in a box with a spare line that is also the gap to the next; gives the end's y."""
    style = sketch.look.body(size, colour)
    indent = 24 if listed.mark is Mark.BAR else 56
    heights = [sketch.height(said, style, width - indent) for said in listed.items]
    spare = style.pitch
    free = bottom - y - sum(heights) - spare * len(heights)
    extra = max(0.0, min(free / len(heights), 20.0)) if heights else 0.0
    for number, (said, height) in enumerate(zip(listed.items, heights, strict=True), listed.first):
        set_mark(sketch, listed.mark, number, x, y, height, style)
        box = Box(x + indent, y, width - indent, min(height + spare, max(bottom - y, height)))
        short = spare - (box.height - height)
        sketch.text(box, Spoken(said, style), Role.LIST_ITEM, spare=0.5 if short < spare / 2 else 1, name=f"point {number}")
        y += height + spare + extra
    return y


def set_mark(sketch: Sketch, mark: Mark, number: int, x: float, y: float, height: float, style: Style) -> None:
    """Adds what stands before an item of a list that is so tall."""
    middle = y + style.pitch * 0.56
    if mark is Mark.BAR:
        sketch.rectangle(Box(x, y + 4, 6, height), "main", radius=3, name="bar")
    elif mark is Mark.NUMBER:
        radius = min(20.0, style.size * 0.68)
        sketch.disc(x + 20, middle, radius, "soft")
        number_style = sketch.look.label(round(style.size * 0.72), "deep", round(style.size * 0.9), "heading")
        said = Said(str(number), "zxx")
        box = Box(x, middle - number_style.pitch / 2 - 0.5, 40, number_style.pitch)
        sketch.text(box, Spoken(said, number_style.aligned(Align.CENTRE)), Role.LABEL, spare=0, name=f"number {number}", leads=True)
    elif mark is Mark.HEART:
        figures.mark(sketch, "heart", "pop" if sketch.look.family != "13-17" else "main", x + 20, middle, style.size / 76)
    else:
        sketch.rectangle(Box(x + 2, middle - 17, 34, 34), "soft", radius=8, name="tick box")
        figures.mark(sketch, "yes", "deep", x + 19, middle, 0.62)


MOST_CHIP = 24.0
"""By how much the chip with the minutes may grow, in points."""
FOOTER_SIZES = (14.0, 13.0, 12.0)
SLACK = 1.1
"""How much wider a line may be in the typeface of a viewer that lacks ours."""


def footer(
    sketch: Sketch, frame: Frame, number: int, minutes: str, on_dark: bool, ground: str, *, column: bool = False, brand: Said = NOTHING
) -> None:
    """Paints the footer band in the ground's colour – it crops the figures –, logo, module, the brand's line, minutes and number.

    On the help slide the source of the number stands in the footer, to be heard, and the brand's line leaves it the room.
    """
    look = sketch.look
    start = 304 if column else 0
    sketch.rectangle(Box(start, 500, WIDTH - start, 40), ground, name="footer band")
    ink = "white" if on_dark else "mute"
    card = piece(frame, HelpCard)
    told = card.source if card and card.source else frame.section
    x = _mark_of(sketch, told, column=column, on_dark=on_dark)
    wide = FOOTER_END + (2 if column else 0) - x
    if look.large and not card and _wide(sketch, told, look.label(FOOTER_SIZES[-1])) * SLACK > wide:
        told = NOTHING  # a lesson's title stands on its opener and in the sorter too
    brand = NOTHING if card else brand
    fits = next((s for s in FOOTER_SIZES if _wide(sketch, told, look.label(s)) <= wide), FOOTER_SIZES[0])
    beside = not brand or _wide(sketch, told, look.label(fits)) + 24 + _wide(sketch, brand, look.label(FOOTER_SIZES[-1])) <= wide
    if told:
        style, box = look.label(fits, ink, 22 if beside else 18), Box(x, 507, wide, 24) if beside else Box(x, 501, wide, 19)
        if not brand and sketch.broken(told, style, wide).count > 1:
            style = look.label(FOOTER_SIZES[-1], ink, 16)
            box = Box(x, 538 - 2 * style.pitch, wide, 2 * style.pitch)
        role = Role.LABEL if card and card.source else Role.FOOTER
        sketch.text(box, Spoken(told, style), role, placeholder="footer", name="footer", spare=0)
    if brand:
        at = Box(x + _wide(sketch, told, look.label(fits)) + 24, 507, 0, 24) if beside else Box(x, 519, 0, 19)
        _brand_line(sketch, brand, at._replace(width=x + wide - at.x), ink, end=beside)
    if minutes and frame.lead and frame.notes.minutes:
        _chip(sketch, frame, Said(minutes, frame.title.language), ink)
    # LibreOffice 7.4 takes a field's baseline from the font: in the heading face it stands where it was measured.
    numbered = look.label(14, ink, 22, "heading").aligned(Align.END)
    sketch.text(
        Box(872, 507, 40, 24), Spoken(Said(str(number), "zxx"), numbered), Role.NUMBER, placeholder="number", name="slide number", spare=0
    )


def _chip(sketch: Sketch, frame: Frame, minutes: Said, ink: str) -> None:
    """Adds the minutes beside a small clock; the chip that holds them grows to the left where a word for minutes is long."""
    style = sketch.look.label(14, "ink", 22)
    more = min(MOST_CHIP, max(0.0, _wide(sketch, minutes, style) + 1 - 66))
    outline = Stroke(sketch.look.colours[ink], 1)
    sketch.rectangle(Box(768 - more, 507, 96 + more, 24), "white", radius=12, stroke=outline, name="minutes chip")
    figures.clock(sketch, frame.notes.minutes, 782 - more, 519, 17, pie="main")
    role = Role.FOOTER if piece(frame, Clock) else Role.LABEL  # beside a clock the slide says its minutes already
    sketch.text(Box(796 - more, 508, 66 + more, 22), Spoken(minutes, style), role, spare=0, name="minutes")


def _mark_of(sketch: Sketch, told: Said, *, column: bool, on_dark: bool) -> float:
    """Adds the partner's logo; gives the x at which the module's title begins. Where a title needs the room, it goes first."""
    found = sketch.look.brand.logos[:1]
    boxes = [logos.room(logo, LOGO, LONG_LOGO) for logo in found] + [LOGO] * len(found)
    if column:
        for logo in found:
            logos.placed(sketch, logo, boxes[0], on_dark=True, heard=False)
        return 340.0
    title = _wide(sketch, told, sketch.look.label(FOOTER_SIZES[-1]))
    box = next((box for box in boxes if title <= FOOTER_END - box.right - 12), None)
    return logos.placed(sketch, found[0], box, on_dark=on_dark, heard=False).right + 12 if box else LEFT


def _wide(sketch: Sketch, said: Said, style: Style) -> float:
    """How wide a text is in one line, in points; nothing for no text."""
    return sketch.broken(said, style, 2000).width if said else 0.0


def _brand_line(sketch: Sketch, said: Said, room: Box, ink: str, *, end: bool) -> None:
    """Adds the brand's line: at the end of the footer, or under the module's title where both do not fit side by side."""
    pitch = 22 if end else 18
    size = next((s for s in FOOTER_SIZES if _wide(sketch, said, sketch.look.label(s)) <= room.width), FOOTER_SIZES[-1])
    style = sketch.look.label(size, ink, pitch)
    width = _wide(sketch, said, style)
    if width > room.width:
        sketch.too_much(said, style, width - room.width, sketch.broken(said, style, 2000), wide=True)
        return
    box = Box(room.right - width - 1 if end else room.x, room.y, width + 1, room.height)
    sketch.text(box, Spoken(said, style.aligned(Align.END) if end else style), Role.FOOTER, name=BRAND_LINE, spare=0)


def hair(sketch: Sketch, x1: float, y1: float, x2: float, y2: float, colour: str = "mute", width: float = 1, alt: str = "") -> None:
    """Adds a thin line that parts, or with its alt text one to write on."""
    stroke = Stroke(sketch.look.colours[colour], width)
    sketch.add(Shape(Box(x1, y1, x2 - x1, y2 - y1), Segment(), None, stroke, alt=alt, name="line"))


def with_title(frame: Frame, string: str) -> Frame:
    """The frame with another title string."""
    return replace(frame, title=frame.title._replace(string=string))
