"""Slides that ask: a chat with its question, choices, the reveal."""

from __future__ import annotations

from builder.model.document import Frame
from builder.model.look import Style
from builder.model.page import Align, Anchor, Box, Paths, Role, Shape, Stroke
from builder.model.pieces import Chat, Choice, Choices, Message, Para, Tone
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.sketch import Sketch, Spoken
from builder.typeset.slides.frame import LEFT, either, floor_of, hair, piece, strip, title

CARRIERS = {"A": "choice_a", "B": "choice_b", "C": "choice_c", "D": "choice_d"}


def scenario(frame: Frame, sketch: Sketch, size: float) -> None:
    """A reader in an arch; others' bubbles at the start, the child's own at the end; the question; help."""
    x, width = 352.0, 560.0

    def reader() -> None:
        sketch.rectangle(Box(0, 0, 320, 500), "wash", name="panel")
        figures.figure(sketch, frame.picture, frame.alt.string, Box(44, 88, 232, 412))

    y = title(sketch, frame, x, width, beside=reader) + 10
    floor = floor_of(frame, sketch)
    caption = next((each for each in frame.pieces if isinstance(each, Para) and each.tone is Tone.CAPTION), None)
    look = sketch.look
    if caption:
        small = look.body(max(size - 4, look.ladder[-1]), "mute")
        tall = sketch.height(caption.said, small, width)
        sketch.text(Box(x, y, width, tall), Spoken(caption.said, small), name="story", spare=0)
        y += tall + 6
    asked = next(each for each in frame.pieces if isinstance(each, Para) and each.tone is Tone.LEAD)
    style = look.body(size, "deep")._replace(bold=True)
    tall = sketch.height(asked.said, style, width - 24)
    question_y = floor - tall - style.pitch * 0.5
    chat = piece(frame, Chat)
    if chat:
        _bubbles(sketch, chat.messages, x, y, width, question_y - 8, size)
    sketch.rectangle(Box(x, question_y + 2, 6, tall), "pop", radius=3, name="bar")
    box = Box(x + 20, question_y, width - 20, tall + style.pitch * 0.5)
    sketch.text(box, Spoken(asked.said, style), name="question", spare=0.4)
    strip(sketch, frame, x, width)


def _bubbles(sketch: Sketch, messages: tuple[Message, ...], x: float, y: float, width: float, bottom: float, size: float) -> None:
    style = sketch.look.body(size)
    most = width - 132
    broken = [sketch.broken(m.said, style, most) for m in messages]
    heights = [b.count * style.pitch + 22 for b in broken]
    free = bottom - y - sum(heights)
    gap = max(12.0, min(22.0, free / max(1, len(messages))))
    for message, lines, tall in zip(messages, broken, heights, strict=True):
        wide = min(most, lines.width * 1.08 + 6) + 40
        _bubble(sketch, message, Box(x + width - wide if message.own else x + 52, y, wide, tall), size)
        y += tall + gap
    if y - gap > bottom + 0.01:
        longest, lines = max(zip(messages, broken, strict=True), key=lambda pair: pair[1].count)
        sketch.too_much(longest.said, style, y - gap - bottom, lines)


def _bubble(sketch: Sketch, message: Message, box: Box, size: float) -> None:
    look = sketch.look
    fill, ink = ("deep", "white") if message.own else ("soft", "ink")
    if not message.own:
        sketch.disc(box.x - 32, box.y + box.height / 2, 19, "main")
        figures.avatar(sketch, box.x - 32, box.y + box.height / 2, 38)
    sketch.rectangle(box, fill, radius=14, name="bubble", alt=sketch.alt("alt-sent" if message.own else "alt-received"))
    tip = box.right - 12 if message.own else box.x + 12
    side = -22 if message.own else 22
    tail = (("M", (tip, box.bottom - 2)), ("L", (tip + side, box.bottom - 2)), ("L", (tip, box.bottom + 12)), ("Z", ()))
    bounds = Box(min(tip, tip + side), box.bottom - 2, abs(side), 14)
    sketch.add(Shape(bounds, Paths((tail,)), look.colours[fill], name="tail"))
    style = look.body(size, ink)
    inner = Box(box.x + 20, box.y, box.width - 36, box.height)
    sketch.text(inner, Spoken(message.said, style), Role.LIST_ITEM, Anchor.MIDDLE, name="message", spare=0)


def choices(frame: Frame, sketch: Sketch, size: float) -> None:
    """Rows, each with a shape and a letter, beside a picture."""
    found = piece(frame, Choices)
    items = found.items if found else ()
    width = 624.0 if frame.picture else 864.0
    y = title(sketch, frame) + 14
    box = Box(LEFT, y, width, floor_of(frame, sketch) - y)
    either(sketch, size, lambda: _rows(sketch, items, box, size), lambda: _tight_rows(sketch, items, box, size))
    strip(sketch, frame, LEFT, width)
    if frame.picture:
        figures.figure(sketch, frame.picture, frame.alt.string, Box(692, 150, 224, 350))


def _rows(sketch: Sketch, items: tuple[Choice, ...], box: Box, size: float) -> None:
    """Rows of one height."""
    gap = 14.0
    row = min(100.0, (box.height - gap * (len(items) - 1)) / max(1, len(items)))
    for number, choice in enumerate(items):
        _row(sketch, choice, Box(box.x, box.y + number * (row + gap), box.width, row), size)


def _tight_rows(sketch: Sketch, items: tuple[Choice, ...], box: Box, size: float) -> None:
    """Rows as tall as their texts, closer to each other."""
    gap, y = 8.0, box.y
    heights = [max(56.0, sketch.height(choice.said, sketch.look.body(size), box.width - 128) + 8) for choice in items]
    more = max(0.0, box.height - sum(heights) - gap * (len(items) - 1)) / max(1, len(items))
    over = max(0.0, sum(heights) + gap * (len(items) - 1) - box.height) / max(1, len(items))
    for choice, height in zip(items, heights, strict=True):
        _row(sketch, choice, Box(box.x, y, box.width, height + more - over), size)
        y += height + more - over + gap


def _row(sketch: Sketch, choice: Choice, box: Box, size: float) -> None:
    look = sketch.look
    sketch.rectangle(box, "white", radius=look.radius, name="choice")
    carrier(sketch, choice.letter, box.x + 56, box.y + box.height / 2, 0.92)
    inner = Box(box.x + 112, box.y + 4, box.width - 128, box.height - 8)
    sketch.text(inner, Spoken(choice.said, look.body(size)), Role.LIST_ITEM, Anchor.MIDDLE, name=f"choice {choice.letter}", spare=0)


def carrier(sketch: Sketch, letter: str, x: float, y: float, scale: float, colour: str = "", ink: str = "white") -> None:
    """A letter in its own shape: A circle, B square, C triangle, D diamond."""
    shape = letter if letter in CARRIERS else "A"
    figures.mark(sketch, shape, colour or CARRIERS[shape], x, y, scale)
    style = sketch.look.label(24 * scale, ink, 30 * scale, "heading").aligned(Align.CENTRE)
    drop = 8 * scale if shape == "C" else 0
    sketch.text(
        Box(x - 20, y - 15 * scale + drop, 40, 30 * scale), Spoken(Said(letter, "zxx"), style), Role.LABEL, spare=0,
        name=f"letter {letter}", leads=True,
    )  # fmt: skip


def reveal(frame: Frame, sketch: Sketch, size: float) -> None:
    """The wrong answers shrink into an outline with crosses, the right one grows and says why."""
    found = piece(frame, Choices)
    if not found:
        return
    look, width = sketch.look, 624.0 if frame.picture else 864.0
    y = title(sketch, frame) + 12
    floor = floor_of(frame, sketch)
    wrong = [choice for choice in found.items if not choice.right]
    right = next((choice for choice in found.items if choice.right), found.items[0])
    small = look.body(max(look.ladder[-1] - 4, 24) if size <= look.ladder[-1] else look.ladder[-1], "mute")
    y = _others(sketch, wrong, small, Box(LEFT, y, width, 0)) + 14
    box, why = Box(LEFT, y, width, floor - y), found.why
    either(sketch, size, lambda: _answer(sketch, right, why, box, size), lambda: _answer(sketch, right, why, box, size, tight=True))
    strip(sketch, frame, LEFT, width)
    if frame.picture:
        figures.figure(sketch, frame.picture, frame.alt.string, Box(692, 130, 224, 370))


def _answer(sketch: Sketch, right: Choice, why: Said, box: Box, size: float, *, tight: bool = False) -> None:
    """The right answer in a box of its own, a tick beside it, and why it is right below a line."""
    look, width, air = sketch.look, box.width, (4, 8, 60) if tight else (8, 14, 84)
    sketch.rectangle(box, "deep", radius=look.radius, name="answer")
    bold = look.body(size, "white")._replace(bold=True)
    tall = max(air[2], sketch.height(right.said, bold, width - 220) + 2 * air[0])
    middle = box.y + (tall / 2 + 4 if tight else 46)
    carrier(sketch, right.letter, box.x + 56, middle, 0.8 if tight else 0.92, "white", "deep")
    sketch.disc(box.right - 44, middle - (0 if tight else 2), 24, "pop")
    figures.mark(sketch, "yes", "on_pop", box.right - 44, middle - (0 if tight else 2), 0.8, sketch.alt("alt-right"))
    inner = Box(box.x + 112, box.y + 4, width - 212, tall)
    sketch.text(inner, Spoken(right.said, bold), Role.LIST_ITEM, Anchor.MIDDLE, spare=0, name="answer text")
    line = box.y + tall + air[0]
    hair(sketch, box.x + 24, line, box.right - 24, line, "soft")
    below = Box(box.x + 24, box.y + tall + air[1], width - 48, box.height - tall - air[1] - (4 if tight else 8))
    sketch.text(below, Spoken(why, look.body(size, "white")), name="why", spare=0 if tight else 0.3)


def _others(sketch: Sketch, wrong: list[Choice], style: Style, box: Box) -> float:
    """The wrong answers in one outlined box; gives its lower edge."""
    inner = box.width - 100
    heights = [sketch.height(_lettered(choice), style, inner) for choice in wrong]
    tall = sum(heights) + 20
    outlined = Stroke(sketch.look.colours["mute"], 1.2)
    sketch.rectangle(box._replace(height=tall), None, radius=sketch.look.radius, stroke=outlined, name="others")
    y = box.y + 10
    for choice, height in zip(wrong, heights, strict=True):
        figures.mark(sketch, "no", "mute", box.x + 36, y + style.pitch * 0.54, 0.6, sketch.alt("alt-wrong"))
        sketch.text(
            Box(box.x + 68, y, inner, height), Spoken(_lettered(choice), style), Role.LIST_ITEM, spare=0, name=f"wrong {choice.letter}"
        )
        y += height
    return box.y + tall


def _lettered(choice: Choice) -> Said:
    return choice.said._replace(string=f"{choice.letter} · {choice.said.string}")
