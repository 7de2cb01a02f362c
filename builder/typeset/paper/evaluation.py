"""The evaluation sheet: five statements, before and after, with faces or boxes to mark."""

from __future__ import annotations

from builder.model.document import Document, Frame
from builder.model.page import Align, Anchor, Box, Ellipse, Pages, Paths, Role, Shape
from builder.model.pieces import Heading, Points, Tick
from builder.model.voice import Said
from builder.typeset.mirror import facing
from builder.typeset.paper.handouts import Press
from builder.typeset.paper.sheet import LIVE_WIDTH, Setting, disc, header, ink, line, put, stroke
from builder.typeset.sketch import Sketch, Spoken

COLUMN = 62.0
"""How wide the column of a level is."""


class EvaluationPress(Press):
    """Sets the statements as a table to mark; other frames as worksheets."""

    def laid(self, frame: Frame) -> list[tuple[Frame, Sketch]]:
        """The rating is a page of its own."""
        if frame.archetype != "evaluation":
            return super().laid(frame)
        sketch = self.sketch()
        top = self.head(sketch, frame, Said("", "")) + 10
        halves = [piece.said for piece in frame.pieces if isinstance(piece, Heading)]
        bottom = self.origin[1] + self.floor
        tall = (bottom - top - 12) / 2
        for number, said in enumerate(halves):
            self._half(sketch, frame, said, Box(self.origin[0], top + number * (tall + 12), LIVE_WIDTH, tall))
        self.setting.tell(sketch, frame)
        return [(frame, sketch)]

    def head(self, sketch: Sketch, frame: Frame, meta: Said) -> float:
        """The title and for whom it is."""
        return header(sketch, self.origin, frame.title, meta, self.label)

    def _half(self, sketch: Sketch, frame: Frame, when: Said, box: Box) -> None:
        """The statements once, with a face or a box for each level."""
        items = next(piece for piece in frame.pieces if isinstance(piece, Points)).items
        levels = next(piece for piece in frame.pieces if isinstance(piece, Tick)).items
        start = box.right - COLUMN * len(levels)
        put(sketch, Box(box.x, box.y, start - box.x - 10, 34), [Spoken(when, ink("heading", 16, 20))], Role.HEADING, "when", Anchor.BOTTOM)
        for number, said in enumerate(levels):
            room = Box(start + number * COLUMN, box.y, COLUMN, 34)
            put(sketch, room, [Spoken(said, ink("bold", 11, 14, align=Align.CENTRE))], Role.LABEL, "level", Anchor.BOTTOM)
        pitch = (box.height - 40) / len(items)
        for number, said in enumerate(items, 1):
            y = box.y + 38 + (number - 1) * pitch
            line(sketch, box.x, y, box.right, y, 0.75)
            disc(sketch, box.x + 13, y + pitch / 2, 12, Said(str(number), "zxx"), 12)
            room = Box(box.x + 34, y + 2, start - box.x - 44, pitch - 4)
            put(sketch, room, [Spoken(said, ink("body", 13, 17))], Role.LIST_ITEM, "statement", Anchor.MIDDLE, 8)
            for at in range(len(levels)):
                self._mark(sketch, at, start + (at + 0.5) * COLUMN, y + pitch / 2)

    def _mark(self, sketch: Sketch, level: int, x: float, y: float) -> None:
        """A face to colour for those who do not read yet, else a box to tick."""
        if self.voice.audience.youngest.family == "5-8":
            _face(sketch, level, x, y, 17)
        else:
            sketch.rectangle(Box(x - 8, y - 8, 16, 16), None, radius=2, stroke=stroke(), name="box")


def _face(sketch: Sketch, level: int, x: float, y: float, radius: float) -> None:
    """A face that is glad, so-so, or not: told apart by its mouth."""
    sketch.add(Shape(Box(x - radius, y - radius, 2 * radius, 2 * radius), Ellipse(), None, stroke(), name="face"))
    for side in (-1, 1):
        eye = Box(x + side * radius * 0.36 - 1.5, y - radius * 0.32, 3, 3)
        sketch.add(Shape(eye, Ellipse(), sketch.look.colours["black"], name="eye"))
    bend = (0.34, 0.0, -0.34)[level] * radius
    mouth, wide = y + radius * 0.4 - bend / 2, radius * 0.5
    curve = (("M", (x - wide, mouth)), ("C", (x - wide / 2, mouth + bend, x + wide / 2, mouth + bend, x + wide, mouth)))
    sketch.add(Shape(Box(x - wide, mouth - 6, 2 * wide, 12), Paths((curve,)), None, stroke(1.3), name="mouth"))


def evaluation(document: Document, setting: Setting) -> Pages:
    """The statements, then what to say about the workshop."""
    return facing(EvaluationPress(setting).pages(document), setting.voice.language.rtl)
