"""Slides that ask: a chat with its question, choices, the reveal."""

from __future__ import annotations

from builder.model.document import Frame
from builder.model.look import Style
from builder.model.page import Align, Anchor, Box, Paths, Role, Shape, Stroke
from builder.model.pieces import Chat, Choice, Choices, Message, Para, Tone
from builder.model.voice import Said
from builder.typeset import figures
from builder.typeset.sketch import Sketch, Spoken
from builder.typeset.slides.frame import LEFT, floor_of, hair, piece, strip, title

CARRIERS = {"A": "choice_a", "B": "choice_b", "C": "choice_c", "D": "choice_d"}


def scenario(frame: Frame, sketch: Sketch, size: float) -> None:
    """A reader in an arch; others' bubbles at the start, the child's own at the end; the question; help."""
    x, width = 352.0, 560.0
    y = title(sketch, frame, x, width) + 10
    sketch.rectangle(Box(0, 0, 320, 500), "wash", name="panel")
    figures.figure(sketch, frame.picture, frame.alt.string, Box(44, 88, 232, 412))
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
    floor = floor_of(frame, sketch)
    gap = 14.0
    row = min(100.0, (floor - y - gap * (len(items) - 1)) / max(1, len(items)))
    for choice in items:
        _row(sketch, choice, Box(LEFT, y, width, row), size)
        y += row + gap
    strip(sketch, frame, LEFT, width)
    if frame.picture:
        figures.figure(sketch, frame.picture, frame.alt.string, Box(692, 150, 224, 350))


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
    box = Box(LEFT, y, width, floor - y)
    sketch.rectangle(box, "deep", radius=look.radius, name="answer")
    carrier(sketch, right.letter, box.x + 56, y + 46, 0.92, "white", "deep")
    sketch.disc(box.right - 44, y + 44, 24, "pop")
    figures.mark(sketch, "yes", "on_pop", box.right - 44, y + 44, 0.8, sketch.alt("alt-right"))
    bold = look.body(size, "white")._replace(bold=True)
    tall = max(84.0, sketch.height(right.said, bold, width - 220) + 16)
    sketch.text(
        Box(box.x + 112, y + 4, width - 212, tall), Spoken(right.said, bold), Role.LIST_ITEM, Anchor.MIDDLE, spare=0, name="answer text"
    )
    hair(sketch, box.x + 24, y + tall + 8, box.right - 24, y + tall + 8, "soft")
    why = Box(box.x + 24, y + tall + 14, width - 48, box.height - tall - 22)
    sketch.text(why, Spoken(found.why, look.body(size, "white")), name="why", spare=0.3)
    strip(sketch, frame, LEFT, width)
    if frame.picture:
        figures.figure(sketch, frame.picture, frame.alt.string, Box(692, 130, 224, 370))


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
