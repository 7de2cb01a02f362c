"""The guide in large print: one column, tables as lists, slides by number and title, their pictures told in words."""

from __future__ import annotations

from builder.model.document import Document
from builder.model.look import Style
from builder.model.page import Pages, Role
from builder.model.pieces import Blank, Grid, Heading, Mark, Notice, Para, Piece, Points, Row, Step, Tone
from builder.model.voice import Said, Voice
from builder.typeset.paper.column import Column, Foot
from builder.typeset.paper.sheet import page
from builder.typeset.sketch import Desk


def large_guide(document: Document, desk: Desk, voice: Voice, paper: str) -> Pages:
    """The frames as pages."""
    return flowing(document, Column(desk, voice, paper, Foot(licensed(document))))


def flowing(document: Document, column: Column) -> Pages:
    """The frames in the column, as pages."""
    for frame in document.frames:
        more = frame.archetype == "more"
        if not more:
            column.open(frame, (frame.section,), 1 if frame.title.string == document.title.string else 2)
        Guide(column, 2 if more else 3).pieces(frame.pieces)
    column.finish()
    title = document.title
    pages = tuple(
        page(sketch, column.paper, f"{frame.id}/{number}", frame.title, frame.title, title.language, "guide")
        for number, (sketch, frame) in enumerate(column.done, 1)
    )
    return Pages(document.kind, title.string, title.language, pages, document.author, document.licence, document.date)


def licensed(document: Document) -> Said:
    """The title and the licence, whose parts stay on one line."""
    licence = document.licence.replace(" ", "\u00a0")
    return document.title._replace(string=f"{document.title.string} · {licence}", second=None)


class Guide:
    """Sets the pieces of a guide; `part` is how deep its parts stand."""

    def __init__(self, column: Column, part: int) -> None:
        self.column = column
        self.levels = {2: part, 3: part + 1}

    def pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Sets pieces one under the other."""
        for piece in pieces:
            match piece:
                case Heading():
                    self.heading(piece)
                case Para():
                    column = self.column
                    column.put(piece.said, column.least if piece.tone is Tone.CAPTION else column.body, after=column.body.pitch * 0.5)
                case Points():
                    for said in piece.items:
                        self.column.box(said) if piece.mark is Mark.TICK else self.column.bullet(said)
                    self.column.y += 6
                case Notice():
                    self.column.framed(piece.items, sign=True)
                case Grid():
                    self.grid(piece)
                case Step():
                    self.step(piece)
                case Blank() if piece.start:
                    self.column.label(piece.start, self.column.body)
                case Blank():
                    self.column.lines(piece.lines)
                case _:
                    raise AssertionError(f"the guide sets no {type(piece).__name__}")

    def heading(self, piece: Heading) -> None:
        """A heading with space above it."""
        column = self.column
        if piece.level == 2:
            self.levels[3] = self.levels[2] + 1
        column.y += 14 if column.y > column.top else 0
        column.put(piece.said, column.heading(piece.level), Role.HEADING, level=self.levels[piece.level], name="heading", after=6)
        column.begins = column.y

    def grid(self, grid: Grid) -> None:
        """A table as a list: of each row the first cell, then each other one behind the name of its column."""
        column = self.column
        for row in grid.rows:
            named = self._named(grid.head, row)
            tall = sum(column.tall(said, style) for said, style in named)
            column.room_for(min(tall, (column.floor - column.top) / 2))
            for said, style in named:
                column.put(said, style, after=column.body.pitch * 0.15)
            column.y += column.body.pitch * 0.4

    def _named(self, head: Row, row: Row) -> list[tuple[Said, Style]]:
        """Each text of a row with its style."""
        column, first = self.column, row.cells[0]
        whole = len(row.cells) < len(head.cells)
        others = [
            said if whole else column.voice.word("labelled", label=name, text=said)
            for name, said in zip(head.cells[1:], row.cells[1:], strict=False)
            if said
        ]
        return [(first, column.bold), *((said, column.body) for said in others)]

    def step(self, step: Step) -> None:
        """A slide: its title, its time and address, what its picture shows, what to say, do and expect."""
        column, voice = self.column, self.column.voice
        column.room_for(column.body.pitch * 6)
        if column.y > column.begins:
            column.rule(10, column.large.stroke)
            column.y += 14
        column.put(step.heading, column.heading(3), Role.HEADING, level=3, name="step", after=2)
        self.levels[3] = 3  # what follows a step is no part of it
        if step.minutes:
            column.put(step.minutes._replace(string=f"{step.clock} · {step.minutes.string}"), column.bold, Role.LABEL, name="time")
        column.put(step.where, column.least, Role.LABEL, name="where", after=8)
        column.put(step.picture, column.body, name="picture", after=8)
        for name, told in (("say", step.say), ("do-label", step.do), ("shown", step.shown), ("expect", step.expect)):
            for number, said in enumerate(told):
                text = voice.word("labelled", label=voice.word(f"guide-{name}"), text=said) if number == 0 else said
                column.put(text, column.body, after=column.body.pitch * 0.3)
        if step.warning:
            column.framed((step.warning,), sign=True)
