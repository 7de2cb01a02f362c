"""Slides that open and close: cover, module opener, break, closing."""

from __future__ import annotations

from builder.model.document import Frame
from builder.model.look import Style
from builder.model.page import Align, Anchor, Box, Item, Paths, Pattern, Role, Shape
from builder.model.partner import COVER_LOGO
from builder.model.pieces import Clock, Help, HelpCard, Para
from builder.model.voice import Said
from builder.typeset import figures, logos
from builder.typeset.sketch import Sketch, Spoken
from builder.typeset.slides.frame import fitting, hair, piece, subtitle, title

PROMISE, LIFT = 102.0, 40.0
"""How tall a lesson's promise may be, and how far its title goes up for one that is taller in the smallest type – or as far as it can."""


def cover(frame: Frame, sketch: Sketch, size: float) -> None:
    """Three arches with three ages; the title above a short bar; room for logos below."""
    look = sketch.look
    display = fitting(sketch, frame.title, (min(look.display[0], 50), 44, 40, 36), 440, 3, "ink")
    box = Box(48, 56, 440, 208)
    sketch.text(box, Spoken(frame.title, display), Role.TITLE, Anchor.BOTTOM, placeholder="title", name="title", spare=0, level=1)
    sketch.rectangle(Box(48, 282, 64, 6), "pop", radius=3, name="bar")
    paras = [each for each in frame.pieces if isinstance(each, Para)]
    spoken = [Spoken(para.said, look.label(18) if n else look.body(max(24, size - 4)), 8 if n else 0) for n, para in enumerate(paras)]
    below = subtitle(sketch, frame, 48, 300, 456)
    sketch.text(Box(48, max(306, below + 4), 456, 134 - max(0, below - 302)), spoken, name="subtitle", spare=0.5)
    figures.figure(sketch, frame.picture, frame.alt.string, Box(528, 44, 384, 396))
    sketch.rectangle(Box(0, 440, 960, 100), "paper", name="logo band")
    logos.row(sketch, look.brand.logos, Box(48, 452, 864, 76), COVER_LOGO, 40)


WIDER = 0.95
"""How much narrower a column is for a viewer whose typeface runs wider than ours, as Noto Sans does."""


def opener(frame: Frame, sketch: Sketch, size: float) -> None:
    """A giant number, the lesson's name and promise, its problem in an arch, on a dark ground."""
    look = sketch.look
    if frame.number:
        numeral = look.heading(170, "soft", 200)
        # The space parts it from the title that it is heard with.
        said = Said(f"{frame.number} ", "zxx")
        sketch.text(Box(48, 40, 300, 200), Spoken(said, numeral), Role.LABEL, spare=0, name="number", leads=True)
    display = fitting(sketch, frame.title, (look.display[0], round(look.display[0] * 0.82), 36), 500, 2, "white")
    promise, style = piece(frame, Para), look.body(_smaller(size), "white")
    if promise and sketch.height(promise.said, style, 500 * WIDER) > max(PROMISE, sketch.height(promise.said, style, 500)):
        style = look.body(_smaller(size) - 4, "white")  # a viewer's own typeface would take a line more, down to the footer
    tall = sketch.height(promise.said, style, 500) if promise and size <= look.ladder[-1] else 0.0
    room = 0.0 if look.large else 192 - sketch.height(frame.title, display, 500) - 0.3 * display.pitch
    lift = min(max(LIFT, room), max(0.0, tall - PROMISE))
    top = 196.0
    if look.large and sketch.subtitled and frame.title.second:
        top += 16
        room = 176 - sketch.height(frame.title, display, 500) - 0.4 * display.pitch
        lift = max(0.0, min(room, lift + sketch.height(frame.title.second, look.body(20), 500)))
    spare = 0.3 if lift > LIFT else 0.4
    # Below the numeral's box where there is room, so that nobody takes the title to be read first.
    top = max(top, min(240.0, 388 - lift - sketch.height(frame.title, display, 500) - spare * display.pitch))
    box = Box(48, top, 500, 388 - top - lift)
    sketch.text(box, Spoken(frame.title, display), Role.TITLE, Anchor.BOTTOM, placeholder="title", name="title", spare=spare, level=2)
    below = subtitle(sketch, frame, 48, box.bottom, 500, "white")
    if promise:
        y = max(box.bottom + 8, below)
        sketch.text(
            Box(48, y, 500, PROMISE + 396 - y),
            Spoken(promise.said, style),
            name="promise",
            spare=0,
        )
    figures.figure(sketch, frame.picture, frame.alt.string, Box(584, 36, 328, 464))


def _smaller(size: float) -> float:
    return size if size <= 26 else max(24.0, size - 6)


def pause(frame: Frame, sketch: Sketch, size: float) -> None:
    """A big clock, the time to be back, a market day on a hill."""
    look = sketch.look
    sketch.add(*hill(sketch))
    clock = piece(frame, Clock)
    sketch.disc(210, 206, 150, "paper")
    figures.clock(sketch, clock.minutes if clock else 10, 210, 206, 256)
    large = [look.heading(round(part * (look.display[0] + 4))) for part in (1, 0.86, 0.75)]
    display = next((each for each in large if sketch.height(frame.title, each, 488) <= 132), large[-1])
    paras, body = [each.said for each in frame.pieces if isinstance(each, Para)], look.body(size)
    tall = sum(sketch.height(said, body, 488) for said in paras)
    # More lines than there is room for push the title up and end above the picture.
    up = min(tall - 128, 132 - sketch.height(frame.title, display, 488)) if tall > 140 and size <= look.ladder[-1] else 0.0
    up = max(0.0, up)
    sketch.text(
        Box(424, 32, 488, 132 - up), Spoken(frame.title, display), Role.TITLE, Anchor.BOTTOM, placeholder="title", name="title", spare=0
    )
    below = max(172 - up, subtitle(sketch, frame, 424, 164 - up, 488))
    sketch.text(Box(424, below, 488, 312 - below), [Spoken(said, body) for said in paras], name="back", spare=0)
    figures.figure(sketch, frame.picture, frame.alt.string, Box(384, 300, 560, 200))


def hill(sketch: Sketch) -> list[Item]:
    """The green hill a break stands on."""
    colour = sketch.look.colours["hill"]
    path = (("M", (0.0, 500.0)), ("L", (0.0, 424.0)), ("C", (240.0, 376.0, 620.0, 372.0, 960.0, 420.0)), ("L", (960.0, 500.0)), ("Z", ()))
    return [Shape(Box(0, 376, 960, 124), Paths((path,)), colour, name="hill", on_paper=Pattern.NONE)]


def closing(frame: Frame, sketch: Sketch, size: float) -> None:
    """Everybody on the help band, with the help number."""
    look = sketch.look
    if look.brand.logos:
        logos.row(sketch, look.brand.logos, Box(48, 14, 864, 30), (220, 30), 28, at_end=True)
    bottom = title(sketch, frame, size=look.title[0] + 2, top=46 if look.brand.logos else 16)
    cue = piece(frame, Para)
    if cue:
        style = look.body(min(size, 28))
        sketch.text(Box(48, bottom + 4, 864, 3 * style.pitch), Spoken(cue.said, style), name="cue")
    figures.figure(sketch, frame.picture, frame.alt.string, Box(48, 212, 864, 244))
    sketch.rectangle(Box(0, 456, 960, 84), "help", name="help band")
    card = piece(frame, HelpCard)
    if card:
        _band(sketch, card)


def _band(sketch: Sketch, card: HelpCard) -> None:
    """The help line of the closing slide: number, name, an adult you trust."""
    look, child = sketch.look, card.contacts[0]
    figures.mark(sketch, "handset", "white", 76, 496, 0.5)
    x = 116.0
    if child.number:
        number = look.heading(44, "white", 56)
        width = sketch.desk.ruler.width(child.number, "heading", 44, "zxx") * 1.2
        sketch.text(Box(x, 470, width, 56), Spoken(Said(child.number, "zxx"), number), Role.LABEL, spare=0, name="help number")
        x += width + 12
    style = next((each for each in _band_styles(sketch) if _band_height(sketch, child, each) <= 68), look.label(14, "white", 17))
    facts = [Spoken(child.name, style._replace(bold=True)), Spoken(child.facts, style)]
    sketch.text(Box(x, 464, 380, 68), facts, Role.LABEL, Anchor.MIDDLE, spare=0, name="help facts")
    if not child.number:
        start = x + sketch.broken(child.facts, style, 380).width + 10
        hair(sketch, start, 514, start + 120, 514, "white", 1.5, sketch.alt("alt-write"))
    adult = style.aligned(Align.END)
    sketch.text(Box(x + 396, 464, 912 - x - 396, 68), Spoken(card.heading, adult), Role.LABEL, Anchor.MIDDLE, spare=0, name="trusted adult")


def _band_styles(sketch: Sketch) -> list[Style]:
    return [sketch.look.label(size, "white", size * 1.3) for size in (20, 18, 16, 15)]


def _band_height(sketch: Sketch, child: Help, style: Style) -> float:
    return sketch.height(child.name, style._replace(bold=True), 380) + sketch.height(child.facts, style, 380)
