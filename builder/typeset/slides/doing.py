"""Slides for doing: activity with a clock, columns to sort into, cards, rehearsal, pledge, help card."""

from __future__ import annotations

from builder.model.document import Frame
from builder.model.look import Style
from builder.model.page import Align, Anchor, Box, Role, Stroke
from builder.model.pieces import Blank, Card, Cards, Clock, Help, HelpCard, Mark, Move, Points, Track
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.sketch import Sketch, Spoken, both
from builder.typeset.slides.frame import LEFT, either, fitting, floor_of, hair, piece, points, strip, subtitle, title


def activity(frame: Frame, sketch: Sketch, size: float) -> None:
    """A dark column with the clock, the minutes, groups and materials; the steps as numbered discs."""
    bottom = title(sketch, frame, 340, 572)
    sketch.rectangle(Box(0, 0, 304, 540), "deep", name="column")
    clock = piece(frame, Clock)
    if clock:
        _clock_column(sketch, clock)
    listed = piece(frame, Points)
    if not listed:
        return
    floor = floor_of(frame, sketch)
    if frame.picture and _fit_beside(sketch, listed, floor - bottom - 24, size):
        points(sketch, listed, 340, bottom + 24, 352, floor, size)
        base = floor if frame.strip else 500.0
        figures.figure(sketch, frame.picture, frame.alt.string, Box(708, bottom, 220, base - bottom))
    else:
        points(sketch, listed, 340, bottom + 24, 572, floor, size)
    strip(sketch, frame, 340, 572)


def _fit_beside(sketch: Sketch, listed: Points, room: float, size: float) -> bool:
    """Whether the steps leave room for a picture beside them."""
    style = sketch.look.body(size)
    return sum(sketch.height(said, style, 296) + style.pitch for said in listed.items) <= room


def _clock_column(sketch: Sketch, clock: Clock) -> None:
    look = sketch.look
    figures.clock(sketch, clock.minutes, 152, 158, 232, face="white", ink="soft", pie="pop")
    head = look.heading(32, "white", 40).aligned(Align.CENTRE)
    sketch.text(Box(24, 290, 256, 44), Spoken(clock.label, head), Role.LABEL, spare=0, name="minutes")
    for size in (24, 22, 20, 18):
        style = look.label(size, "white").aligned(Align.CENTRE)
        tall = sum(sketch.height(said, style, 256) for said in clock.below)
        if tall <= 152:
            break
    below = Box(24, 340, 256, max(156, min(tall, 188)))
    sketch.text(below, [Spoken(said, style) for said in clock.below], Role.LABEL, spare=0, name="groups and materials")


def columns(frame: Frame, sketch: Sketch, size: float) -> None:
    """The clock and how to sort in a dark column; an empty tray for each group."""
    look = sketch.look
    top = title(sketch, frame, 340, 572) + 24
    sketch.rectangle(Box(0, 0, 304, 540), "deep", name="column")
    clock, cards = piece(frame, Clock), piece(frame, Cards)
    if clock:
        _clock_column(sketch, clock)
    floor = floor_of(frame, sketch)
    items = cards.items if cards else ()
    wide = (572 - 16 * (len(items) - 1)) / max(1, len(items))
    styles = [fitting(sketch, card.head, (28, 25, 22, 20, 18), wide - 20, 2) for card in items]
    style = min(styles, key=lambda each: each.size, default=look.heading(28)).aligned(Align.CENTRE)
    tall = max((sketch.height(card.head, style, wide - 20) for card in items), default=0) + 28
    for number, card in enumerate(items):
        x = 340 + number * (wide + 16)
        sketch.rectangle(Box(x, top, wide, floor - top), "wash", radius=look.radius, name="tray")
        sketch.rectangle(Box(x, top, wide, tall), "soft", radius=look.radius, name="tray head")
        sketch.text(
            Box(x + 10, top, wide - 20, tall), Spoken(card.head, style), Role.LIST_ITEM, Anchor.MIDDLE, spare=0, name=f"group {number + 1}"
        )
        _slots(sketch, Box(x + 18, top + tall + 18, wide - 36, floor - top - tall - 36))
    strip(sketch, frame, 340, 572)


def _slots(sketch: Sketch, box: Box) -> None:
    """Dashed outlines where cards will lie."""
    tall = 56.0
    stroke = Stroke(sketch.look.colours["mute"], 1.2, (5, 4))
    for number in range(int((box.height + 14) // (tall + 14))):
        sketch.rectangle(Box(box.x, box.y + number * (tall + 14), box.width, tall), None, radius=8, stroke=stroke, name="slot")


def cards(frame: Frame, sketch: Sketch, size: float) -> None:
    """Cards in a row, each with a large number on a band; the sentence under it. Long words stand in a numbered list."""
    found = piece(frame, Cards)
    items = found.items if found else ()
    top = title(sketch, frame) + 24
    floor = floor_of(frame, sketch)

    def row() -> None:
        _card_row(sketch, items, top, floor, size)

    def listed() -> None:
        points(sketch, Points(tuple(card.said for card in items), Mark.NUMBER), LEFT, top, 864, floor, size)

    either(sketch, size, row, listed if all(map(_is_numbered, items)) else row)
    strip(sketch, frame)


def _is_numbered(card: Card) -> bool:
    return len(card.head.string) == 1


def _card_row(sketch: Sketch, items: tuple[Card, ...], top: float, floor: float, size: float) -> None:
    gap = 24.0
    wide = (864 - gap * (len(items) - 1)) / max(1, len(items))
    inner = wide - 40
    style = sketch.look.body(size)
    tall = max((sketch.height(card.said, style, inner) for card in items), default=0) + style.pitch + 92
    top += max(0.0, (floor - top - tall) * 0.3)
    for number, card in enumerate(items):
        box = Box(LEFT + number * (wide + gap), top, wide, min(tall, floor - top))
        _card(sketch, card, box, style)


def _card(sketch: Sketch, card: Card, box: Box, style: Style) -> None:
    look = sketch.look
    sketch.rectangle(box, "white", radius=look.radius, name="card")
    sketch.rectangle(Box(box.x, box.y, box.width, 68), "soft", radius=look.radius, name="card head")
    sketch.rectangle(Box(box.x, box.y + 40, box.width, 28), "soft", name="card head foot")
    numbered = _is_numbered(card)
    if numbered:
        numeral = look.heading(40, "deep", 48).aligned(Align.CENTRE)
        at = Box(box.x, box.y + 10, box.width, 48)
        sketch.text(at, Spoken(card.head, numeral), Role.LABEL, spare=0, name="card number", leads=True)
    else:
        sketch.text(
            Box(box.x + 20, box.y, box.width - 40, 68),
            Spoken(card.head, look.heading(24)),
            Role.HEADING,
            Anchor.MIDDLE,
            spare=0,
            name="card head",
        )
    inner = Box(box.x + 20, box.y + 80, box.width - 40, box.height - 84)
    sketch.text(inner, Spoken(card.said, style), Role.LIST_ITEM if numbered else Role.PARAGRAPH, name="card text", spare=0.6)


def rehearsal(frame: Frame, sketch: Sketch, size: float) -> None:
    """Signs on one track with their words, long words in rows; the youngest get large cards with a sign and a word."""
    found = piece(frame, Track)
    moves = found.moves if found else ()
    if sketch.look.family == "5-8":
        _sign_cards(frame, sketch, moves, size)
        return
    top, floor = title(sketch, frame), floor_of(frame, sketch)
    either(sketch, size, lambda: _track(sketch, moves, top + 76, floor, size), lambda: _sign_rows(sketch, moves, top + 12, floor, size))
    strip(sketch, frame)


def _track(sketch: Sketch, moves: tuple[Move, ...], top: float, floor: float, size: float) -> None:
    """Signs side by side, each over its word and its sentence."""
    look = sketch.look
    wide = (864 - 16 * (len(moves) - 1)) / max(1, len(moves))
    last = LEFT + (len(moves) - 1) * (wide + 16) + 50
    sketch.line(LEFT + 50, top, last, top, Stroke(look.colours["soft"], 5))
    for number, move in enumerate(moves):
        x = LEFT + number * (wide + 16)
        _badge(sketch, move, number + 1, x + 52, top, 96)
        word = fitting(sketch, move.word, (26, 24, 22, 20), wide, 1, _colour(move))
        box = Box(x, top + 62, wide, floor - top - 62)
        spoken = [Spoken(move.word, word), Spoken(move.line, look.body(size), 2)]
        sketch.text(box, spoken, Role.LIST_ITEM, name=_name(move), spare=0.4)


def _badge(sketch: Sketch, move: Move, number: int, x: float, y: float, across: float) -> None:
    """A move's sign, or its number on a disc, around (x, y)."""
    if move.sign:
        figures.sign(sketch, move.sign, x, y, across)
        return
    radius = across * 0.42
    sketch.disc(x, y, radius, "deep")
    style = sketch.look.label(round(radius), "white", round(radius * 1.3), "heading").aligned(Align.CENTRE)
    box = Box(x - radius, y - style.pitch / 2, 2 * radius, style.pitch)
    sketch.text(box, Spoken(Said(f"{number} ", "zxx"), style), Role.LABEL, name="number", spare=0, leads=True)


def _colour(move: Move) -> str:
    """The colour of a move's word: its sign's."""
    return f"sign_{move.sign}" if move.sign else "deep"


def _name(move: Move) -> str:
    return f"move {move.sign}" if move.sign else "move"


def _sign_rows(sketch: Sketch, moves: tuple[Move, ...], top: float, floor: float, size: float) -> None:
    """Signs one below the other, each with its word and its sentence beside it."""
    look, tall = sketch.look, (floor - top) / max(1, len(moves))
    for number, move in enumerate(moves):
        y = top + number * tall
        _badge(sketch, move, number + 1, LEFT + 40, y + tall / 2, min(80.0, tall - 8))
        word = fitting(sketch, move.word, (26, 24, 22, 20), 768, 1, _colour(move))
        spoken = [Spoken(move.word, word), Spoken(move.line, look.body(size))]
        sketch.text(Box(144, y, 768, tall), spoken, Role.LIST_ITEM, Anchor.MIDDLE, name=_name(move), spare=0)


def _sign_cards(frame: Frame, sketch: Sketch, moves: tuple[Move, ...], size: float) -> None:
    """Three large cards, a sign and a word each; the sentence to say stands under the word."""
    look = sketch.look
    top = title(sketch, frame) + 16
    wide = (864 - 16 * (len(moves) - 1)) / max(1, len(moves))
    floor = floor_of(frame, sketch)
    for number, move in enumerate(moves):
        box = Box(LEFT + number * (wide + 16), top, wide, floor - top)
        sketch.rectangle(box, "white", radius=look.radius, name="card")
        _badge(sketch, move, number + 1, box.x + wide / 2, top + 68, 108)
        word = fitting(sketch, move.word, (34, 32, 30, 28), wide - 20, 1, _colour(move)).aligned(Align.CENTRE)
        line = look.body(min(size, 32)).aligned(Align.CENTRE)
        inner = Box(box.x + 10, top + 128, wide - 20, box.height - 132)
        sketch.text(inner, [Spoken(move.word, word), Spoken(move.line, line)], Role.LIST_ITEM, name=_name(move), spare=0)
    strip(sketch, frame)


def pledge(frame: Frame, sketch: Sketch, size: float) -> None:
    """A sheet with hearts and a line to sign; two children who agree, on a dark ground."""
    look = sketch.look
    sketch.rectangle(Box(LEFT, 28, 560, 464), "paper", radius=look.radius, name="sheet")
    style = fitting(sketch, frame.title, (look.title[0], 36, 32), 496, 1)
    tall = sketch.height(frame.title, style, 496)
    box = Box(80, 40, 496, tall + 12)
    sketch.text(box, Spoken(frame.title, style), Role.TITLE, Anchor.BOTTOM, placeholder="title", name="title", spare=0)
    listed, blank = piece(frame, Points), piece(frame, Blank)
    if listed:
        points(sketch, listed, 76, subtitle(sketch, frame, 80, box.bottom, 496) + 12, 500, 440, size)
    hair(sketch, 80, 468, 360, 468, "ink", alt=sketch.alt("alt-write"))
    if blank:
        sketch.text(Box(376, 450, 200, 24), Spoken(blank.start, look.label(16, "mute", 24)), Role.LABEL, spare=0, name="who signs")
    figures.figure(sketch, frame.picture, frame.alt.string, Box(632, 84, 280, 416))


def help_slide(frame: Frame, sketch: Sketch, size: float) -> None:
    """The helpline's number, who to call in danger, three lines for an adult to trust, the open door."""
    style = fitting(sketch, frame.title, (38, 34, 30), 864, 1, "white")
    sketch.text(Box(LEFT, 12, 864, 88), Spoken(frame.title, style), Role.TITLE, Anchor.BOTTOM, placeholder="title", name="title", spare=0)
    card = piece(frame, HelpCard)
    if not card:
        return
    child, danger, *own = card.contacts
    _child_line(sketch, child, Box(LEFT, 116, 432, 148 if own else 236))
    if own:
        _beside(sketch, own[0], Box(LEFT, 274, 432, 104), "white", "own line")
    _beside(sketch, danger, Box(LEFT, 388, 432, 96) if own else Box(LEFT, 366, 432, 118), "help_wash", "emergency")
    _trusted(sketch, frame, card)


def _child_line(sketch: Sketch, child: Help, box: Box) -> None:
    """The helpline: its number as large as there is room for, its name and what is known of it."""
    look, tall = sketch.look, box.height - 136
    sketch.rectangle(box, "white", radius=14, name="helpline")
    figures.mark(sketch, "handset", "help", 110, box.y + (70 if tall >= 100 else 40), 0.86 if tall >= 100 else 0.6)
    small = tall < 100
    if child.number:
        sizes = (52, 44, 36) if small else (84, 60, 44, 36)
        size = next((s for s in sizes if sketch.desk.ruler.width(child.number, "heading", s, "zxx") * 1.2 <= 290), 30)
        style = look.heading(size, "help", min(100, size * 1.24))
        number = Box(176, box.y + (4 if small else 14), 296, 72 if small else 100)
        sketch.text(number, Spoken(Said(child.number, "zxx"), style), Role.LABEL, Anchor.MIDDLE, spare=0, name="help number")
    else:
        y = box.y + (60 if small else 96)
        hair(sketch, 176, y, 456, y, "ink", 1.5, sketch.alt("alt-write"))
    body = look.body(20 if sketch.bilingual or small else 24)
    facts = Box(72, box.y + (78 if small else 124), 392, 66 if small else 108)
    sketch.text(facts, [Spoken(child.name, body._replace(bold=True)), Spoken(child.facts, body)], spare=0, name="help facts")


def _beside(sketch: Sketch, contact: Help, box: Box, ground: str, name: str) -> None:
    """Another number: who answers at the start, the number at the end of the same row."""
    own = name == "own line"
    sketch.rectangle(box, ground, radius=14, name=name)
    style = _beside_style(sketch, contact.number, (34, 28, 24, 20, 18), "help") if own else sketch.look.heading(52, "ink", 64)
    wide = max(128.0, sketch.desk.ruler.width(contact.number, "heading", style.size, "zxx") * 1.1)
    room = Box(72, box.y, box.right - 12 - wide - 72 - (12 if own else 0), box.height)
    sizes = (20, 18, 16) if sketch.bilingual or own else (24, 20)
    rows = [[Spoken(contact.name, body._replace(bold=own)), Spoken(contact.facts, body)] for body in map(sketch.look.body, sizes)]
    fitted = next((each for each in rows if sum(sketch.height(s.said, s.style, room.width) for s in each) <= box.height), rows[-1])
    tall = sketch.text(room, fitted, anchor=Anchor.MIDDLE, spare=0, name="own facts" if own else "danger")
    if contact.number:
        spoken = Spoken(Said(contact.number, "zxx"), style.aligned(Align.CENTRE))
        at = Box(box.right - 12 - wide, box.y, wide, box.height)
        sketch.text(at, spoken, Role.LABEL, Anchor.MIDDLE, spare=0, name="own number" if own else "emergency number")
    else:
        y = box.y + (box.height + tall) / 2 - 0.25 * fitted[-1].style.pitch  # behind the last line of the words
        hair(sketch, 344, y, 456, y, "ink", 1.5, sketch.alt("alt-write"))


def _beside_style(sketch: Sketch, number: str, sizes: tuple[float, ...], colour: str) -> Style:
    """The largest heading type in which a number leaves room for the words beside it."""
    fits = (size for size in sizes if sketch.desk.ruler.width(number, "heading", size, "zxx") * 1.1 <= 190)
    size = next(fits, sizes[-1])
    return sketch.look.heading(size, colour, round(size * 1.24))


def _trusted(sketch: Sketch, frame: Frame, card: HelpCard) -> None:
    """Whom else to ask: the heading with an open door beside it, three lines to write on."""
    look = sketch.look
    sketch.rectangle(Box(504, 116, 408, 368), "white", radius=14, name="trusted")
    sketch.text(
        Box(528, 122, 236, 130),
        Spoken(card.heading, fitting(sketch, card.heading, (25, 22) if sketch.bilingual else (32, 28, 25, 22), 236, 3, "help")),
        Role.HEADING,
        Anchor.MIDDLE,
        spare=0,
        name="trusted title",
    )
    figures.figure(sketch, frame.picture, frame.alt.string, Box(776, 122, 124, 150))
    smaller = [look.label(size, "mute", 22) for size in (16, 15, 14)]
    for number, said in enumerate(card.lines):
        y = 312 + number * 66
        hair(sketch, 528, y, 888, y, "ink", 1.2, sketch.alt("alt-write"))
        small, label = next((each for each in smaller if sketch.broken(said, each, 360).count == 1), smaller[0]), both(said)
        shown = label if sketch.bilingual and sketch.broken(label, small, 360).count == 1 else said
        sketch.text(Box(528, y + 2, 360, 26), Spoken(shown, small), Role.LABEL, spare=0, name=f"write {number + 1}")
