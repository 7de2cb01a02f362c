"""Slides that explain: talk, story, situation, big question."""

from __future__ import annotations

from builder.model.document import Frame
from builder.model.look import Style
from builder.model.page import Anchor, Box, Paths, Pattern, Role, Shape
from builder.model.pieces import Para, Points, Tone
from builder.typeset import figures
from builder.typeset.sketch import Sketch, Spoken
from builder.typeset.slides.frame import LEFT, fitting, floor_of, piece, points, strip, strip_top, subtitle, title


def talk(frame: Frame, sketch: Sketch, size: float) -> None:
    """A title and its points; the youngest get a scene that fills half the slide, others a picture panel."""
    if sketch.look.family == "5-8":
        _scene_and_sentence(frame, sketch, size)
    elif frame.picture:
        _points_and_panel(frame, sketch, size)
    else:
        _points_alone(frame, sketch, size)


def story(frame: Frame, sketch: Sketch, size: float) -> None:
    """A scene and one sentence, whatever the age."""
    _scene_and_sentence(frame, sketch, size)


def _scene_and_sentence(frame: Frame, sketch: Sketch, size: float) -> None:
    look = sketch.look
    x, width = 560.0, 352.0
    style = fitting(sketch, frame.title, (look.title[0], 38, 34, 30), width, 3)
    lines = sketch.broken(frame.title, style, width).count
    box = Box(x, 40, width, (lines + 0.5) * style.pitch)
    sketch.text(box, Spoken(frame.title, style), Role.TITLE, Anchor.BOTTOM, placeholder="title", name="title", spare=0.5)
    sketch.rectangle(Box(0, 436, 960, 64), "soft", name="ground", on_paper=Pattern.NONE)
    figures.figure(sketch, frame.picture, frame.alt.string, Box(16, 56, 520, 432))
    top, floor = subtitle(sketch, frame, x, box.bottom, width) + 16, strip_top(sketch) - 20 if frame.strip else 484.0
    listed = piece(frame, Points)
    if listed:
        points(sketch, listed, x, top, width, floor, size)
    else:
        spoken = [Spoken(each.said, look.body(size), 8 if n else 0) for n, each in enumerate(_paras(frame))]
        sketch.text(Box(x, top, width, floor - top), spoken, name="text", spare=0.5)
    strip(sketch, frame, 560, 352)


def _points_and_panel(frame: Frame, sketch: Sketch, size: float) -> None:
    """Text on one side, the picture panel bleeding off the other; sides change from slide to slide."""
    left = sketch.turned
    panel = Box(0, 0, 344, 500) if left else Box(616, 0, 344, 500)
    x = 392.0 if left else LEFT
    inside = panel.inset(16, 0)._replace(y=48, height=452)
    sketch.rectangle(panel, "wash", name="panel")

    def first() -> None:
        if left:
            figures.figure(sketch, frame.picture, frame.alt.string, inside, mirrored=True)

    bottom = title(sketch, frame, x, 520, beside=first)
    _body(frame, sketch, x, bottom + 24, 520, floor_of(frame, sketch), size)
    strip(sketch, frame, x, 520)
    if not left:
        figures.figure(sketch, frame.picture, frame.alt.string, inside)


def _points_alone(frame: Frame, sketch: Sketch, size: float) -> None:
    bottom = title(sketch, frame)
    _body(frame, sketch, LEFT, bottom + 28, 800, floor_of(frame, sketch), size)
    strip(sketch, frame)


def _body(frame: Frame, sketch: Sketch, x: float, top: float, width: float, floor: float, size: float) -> None:
    listed = piece(frame, Points)
    if listed:
        points(sketch, listed, x, top, width, floor, size)
        return
    large = sketch.look.body(size)
    spoken = [Spoken(each.said, large, 10 if n else 0) for n, each in enumerate(_paras(frame))]
    sketch.text(Box(x, top, width, floor - top), spoken, name="text")


def situation(frame: Frame, sketch: Sketch, size: float) -> None:
    """A situation told in words, then its question behind a bar; the reader in a panel at the start."""
    if sketch.look.family == "5-8":
        _scene_and_sentence(frame, sketch, size)
        return

    def reader() -> None:
        sketch.rectangle(Box(0, 0, 320, 500), "wash", name="panel")
        figures.figure(sketch, frame.picture, frame.alt.string, Box(40, 88, 240, 412))

    bottom = title(sketch, frame, 368, 544, beside=reader)
    floor = floor_of(frame, sketch)
    look, paras = sketch.look, _paras(frame)
    told, asked = paras[:-1], paras[-1]
    question = look.body(size, "deep")._replace(bold=True)
    tall = sketch.height(asked.said, question, 520)
    at = floor - tall - question.pitch * 0.6
    sketch.text(Box(368, bottom + 20, 544, at - bottom - 28), [Spoken(p.said, look.body(size)) for p in told], name="story", spare=0.5)
    sketch.rectangle(Box(368, at + 2, 6, tall), "pop", radius=3, name="bar")
    sketch.text(Box(392, at, 520, tall + question.pitch * 0.6), Spoken(asked.said, question), name="question", spare=0.5)
    strip(sketch, frame, 368, 544)


def question(frame: Frame, sketch: Sketch, size: float) -> None:
    """The question is a speech bubble, its tail to somebody who thinks; one cue below."""
    look = sketch.look
    up = 504.0 - strip_top(sketch) if frame.strip else 0.0
    bubble, foot = Box(LEFT, 48, 640, 300 - up), 346.0 - up
    tail = ((("M", (600.0, foot)), ("L", (650.0, foot)), ("L", (654.0, foot + 38)), ("Z", ())),)
    sketch.rectangle(bubble, "white", radius=28, name="bubble")
    sketch.add(Shape(Box(600, foot, 54, 38), Paths(tail), look.colours["white"], name="tail"))
    style = _largest(sketch, frame, bubble.inset(44, 20))
    box = Box(bubble.x + 44, bubble.y + 20, bubble.width - 80, bubble.height - 40)
    sketch.text(box, Spoken(frame.title, style), Role.TITLE, Anchor.MIDDLE, placeholder="title", name="title", spare=0.5)
    cue = next((each for each in frame.pieces if isinstance(each, Para) and each.tone is Tone.CUE), None)
    if cue:
        small = look.body(min(size, 28))
        if sketch.broken(cue.said, small, 584).count > 2:
            small = look.body(24)
        below = max(388 - up, subtitle(sketch, frame, LEFT, 360 - up, 536) + 4)
        sketch.text(Box(LEFT, below, 584, 496 - up - below), Spoken(cue.said, small), name="cue", spare=0)
    strip(sketch, frame, LEFT, 584)
    figures.figure(sketch, frame.picture, frame.alt.string, Box(656, 180, 264, 320))


def _largest(sketch: Sketch, frame: Frame, inner: Box) -> Style:
    """The largest heading type in which the question fits its bubble."""
    top = int(sketch.look.display[0])
    for size in range(top, 27, -4):
        style = sketch.look.heading(size)
        if sketch.height(frame.title, style, inner.width - 4) + style.pitch * 0.5 <= inner.height:
            return style
    return sketch.look.heading(28)


def _paras(frame: Frame) -> list[Para]:
    return [each for each in frame.pieces if isinstance(each, Para)]
