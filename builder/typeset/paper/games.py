"""Sheets to do more with, on paper: circles of trust, a wall of promises, a word search."""

from __future__ import annotations

from dataclasses import replace

from builder.model.document import NOTHING, Document, Frame
from builder.model.page import Align, Anchor, Box, Ellipse, Page, Pages, Role, Shape
from builder.model.pieces import Grid, Para, Points
from builder.model.voice import Said, Voice
from builder.typeset import figures
from builder.typeset.mirror import facing
from builder.typeset.paper.handouts import Press
from builder.typeset.paper.posters import enlarged, tiles
from builder.typeset.paper.sheet import LIVE_WIDTH, Parts, Setting, cut_lines, disc, ink, put, stroke
from builder.typeset.sketch import Sketch, Spoken

RINGS = (74.0, 158.0, 242.0)
"""The radii of the circles of trust."""

PIECES = ("A", "A", "B", "B", "C", "C", "D", "D", "heart", "heart", "star", "star")
PIECE = 84.0
"""How tall a piece to cut is; its two halves, folded, make it stand."""


class GamePress(Press):
    """Sets these sheets under the header and over the help strip of all handouts."""

    def laid(self, frame: Frame) -> list[tuple[Frame, Sketch]]:
        """One side for each frame."""
        sketch = self.sketch()
        top = self.head(sketch, frame, NOTHING) + 12
        room = Box(self.origin[0], top, LIVE_WIDTH, self.origin[1] + self.floor - top)
        lay = {"trust-circle": self._circles, "pledge-wall": self._wall, "word-search": self._search, "rules": self._rules}
        lay[frame.archetype](frame, sketch, room)
        self.setting.tell(sketch, frame)
        return [(frame, sketch)]

    def _how(self, frame: Frame, sketch: Sketch, room: Box) -> float:
        """What to do; gives the y below it."""
        said = next(piece.said for piece in frame.pieces if isinstance(piece, Para))
        size, pitch = self.desk.look.sheet
        return room.y + put(sketch, room._replace(height=60), [Spoken(said, ink("body", size, pitch))], Role.PARAGRAPH, "how", least=9) + 8

    def _circles(self, frame: Frame, sketch: Sketch, room: Box) -> None:
        """Circles around me; what each is for stands in its upper part."""
        labels = next(piece for piece in frame.pieces if isinstance(piece, Points)).items
        top = self._how(frame, sketch, room)
        largest = min(RINGS[-1], (room.bottom - top - 4) / 2)
        scale = largest / RINGS[-1]
        x, y = room.x + room.width / 2, top + largest
        inner = 0.0
        for radius, said in zip([each * scale for each in RINGS], labels, strict=True):
            sketch.add(Shape(Box(x - radius, y - radius, 2 * radius, 2 * radius), Ellipse(), None, stroke(1.3), name="ring"))
            wide = radius * (1.1 if inner else 1.4)
            label = Box(x - wide / 2, y - radius + 10, wide, 34)
            put(sketch, label, [Spoken(said, ink("bold", 13, 16, align=Align.CENTRE))], Role.LIST_ITEM, "ring label", least=8)
            inner = radius

    def _wall(self, frame: Frame, sketch: Sketch, room: Box) -> None:
        """The promises, large; below them a frame for names, hands, thumbs."""
        promises = next(piece for piece in frame.pieces if isinstance(piece, Points)).items
        style, y = ink("heading", 20, 27), room.y + 4
        for said in promises:
            tall = sketch.height(said, style, room.width - 44)
            figures.mark(sketch, "heart", "black", room.x + 14, y + 14, 0.3)
            sketch.text(Box(room.x + 40, y, room.width - 40, tall), Spoken(said, style), Role.LIST_ITEM, name="promise", spare=0)
            y += tall + 8
        y = self._how(frame, sketch, Box(room.x, y + 6, room.width, 60))
        sketch.rectangle(Box(room.x, y, room.width, room.bottom - y - 2), None, radius=14, stroke=stroke(1.5), name="room for names")

    def _rules(self, frame: Frame, sketch: Sketch, room: Box) -> None:
        """The rules, numbered; below them pieces to cut, told apart by their shape."""
        rules = next(piece for piece in frame.pieces if isinstance(piece, Points)).items
        size, pitch = self.desk.look.sheet
        y = room.y
        for number, said in enumerate(rules, 1):
            tall, style = max(sketch.height(said, ink("body", size, pitch), room.width - 40), 26), ink("body", size, pitch)
            disc(sketch, room.x + 13, y + 13, 12, Said(str(number), "zxx"), 12)
            box = Box(room.x + 40, y + 3, room.width - 40, tall)
            sketch.text(box, Spoken(said, style), Role.LIST_ITEM, name="rule", spare=0)
            y += tall + 10
        y = self._how(frame, sketch, Box(room.x, y + 6, room.width, 60))
        parts = Parts(Box(room.x, y, room.width, 2 * PIECE), len(PIECES) // 2, 2)
        cut_lines(sketch, parts)
        for kind, cell in zip((*PIECES[::2], *PIECES[1::2]), parts.cells, strict=True):
            figures.mark(sketch, kind, "black", cell.x + cell.width / 2, cell.y + cell.height / 2, 0.7)

    def _search(self, frame: Frame, sketch: Sketch, room: Box) -> None:
        """The square of letters; the words to find below it."""
        grid = next(piece for piece in frame.pieces if isinstance(piece, Grid))
        words = next(piece for piece in frame.pieces if isinstance(piece, Points)).items
        top = self._how(frame, sketch, room)
        rows = -(-len(words) // 3)
        cell = min((room.bottom - top - rows * 24 - 24) / len(grid.rows), 44.0)
        x = room.x + (room.width - cell * len(grid.rows)) / 2
        sketch.rectangle(Box(x, top, cell * len(grid.rows), cell * len(grid.rows)), None, radius=6, stroke=stroke(1.3), name="square")
        letter = ink("body", round(cell * 0.56, 1), cell * 0.8, align=Align.CENTRE)
        for number, row in enumerate(grid.rows):
            for at, said in enumerate(row.cells):
                box = Box(x + at * cell, top + number * cell + cell * 0.1, cell, cell * 0.8)
                sketch.text(box, Spoken(said, letter), Role.LABEL, Anchor.MIDDLE, name="letter", spare=0)
        self._words(sketch, words, Box(room.x, top + cell * len(grid.rows) + 16, room.width, rows * 24))

    def _words(self, sketch: Sketch, words: tuple[Said, ...], room: Box) -> None:
        """The words in three columns, each with a box to tick when it is found."""
        wide = room.width / 3
        for number, said in enumerate(words):
            x, y = room.x + number % 3 * wide, room.y + number // 3 * 24
            sketch.rectangle(Box(x, y + 2, 14.5, 14.5), None, radius=2, stroke=stroke(), name="box")
            put(sketch, Box(x + 22, y, wide - 28, 19), [Spoken(said, ink("body", 13, 18))], Role.LIST_ITEM, "word", Anchor.MIDDLE, 8)


def board_game(document: Document, setting: Setting, guide: Voice) -> Pages:
    """Rules and pieces on one page; each board, enlarged to A3, on four sheets to glue."""
    press, pages = GamePress(setting), list[Page]()
    for frame in document.frames:
        alone = replace(document, frames=(frame,))
        if frame.archetype == "rules":
            pages += press.pages(alone).pages
        else:
            large = replace(document, frames=(frame,))
            board = Press(setting).pages(large)
            pages += tiles(replace(board, pages=tuple(map(enlarged, board.pages))), setting, guide).pages
    tag = document.title.language
    made = Pages(document.kind, document.title.string, tag, tuple(pages), document.author, document.licence, document.date)
    return facing(made, setting.voice.language.rtl)


def games(document: Document, setting: Setting) -> Pages:
    """Each frame as a sheet."""
    return facing(GamePress(setting).pages(document), setting.voice.language.rtl)
