"""Sheets in large print: each frame on as many pages as it needs, the numbers that help on every one of them."""

from __future__ import annotations

from functools import partial

from builder.model.document import NOTHING, Document, Frame
from builder.model.page import Box, Pages, Role
from builder.model.partner import line_in
from builder.model.pieces import Blank, Board, Cards, Heading, Mark, Para, Points, Task, Tick, Tone
from builder.model.voice import Said, joined
from builder.typeset import figures
from builder.typeset.paper.column import Column, Foot
from builder.typeset.paper.handouts import Press
from builder.typeset.paper.large_guide import flowing, licensed
from builder.typeset.paper.large_tasks import LOWER, set_board, set_cards, set_task
from builder.typeset.paper.sheet import LIVE_WIDTH, Setting, page
from builder.typeset.sketch import Sketch

PICTURE = (150.0, 260.0)
"""The least and the greatest height of a picture to colour."""


def large_reading(document: Document, setting: Setting) -> Pages:
    """Flowing text for participants, families or guests."""
    return flowing(document, _column(document, setting))


def _column(document: Document, setting: Setting) -> Column:
    """An empty column on pages whose foot says who helps, and that a language is a draft."""
    card, voice = setting.help_card, setting.voice
    told = joined((licensed(document), card.draft), " · ", document.title.language)._replace(second=None)
    numbers = (_numbered(each.name, each.number) if each.number else each.name for each in (card.contacts[0], *card.contacts[2:3]))
    foot = Foot(told, tuple(numbers), ask=not card.contacts[0].number, heard=bool(card.draft))
    return Column(setting.desk, voice, setting.paper, foot, bilingual=voice.second is not None)


class LargePress(Press):
    """Turns the frames of one handout document into pages of large print."""

    def pages(self, document: Document) -> Pages:
        """Every page with its foot."""
        column = _column(document, self.setting)
        for frame in document.frames:
            self._frame(column, frame)
        self._credit(column)
        column.finish()
        for sketch, frame in column.done:
            self.setting.tell(sketch, frame)
        tag = document.title.language
        pages = tuple(page(sketch, self.paper, frame.id, frame.title, frame.section, tag, frame.archetype) for sketch, frame in column.done)
        return Pages(document.kind, document.title.string, tag, pages, document.author, document.licence, document.date)

    def _frame(self, column: Column, frame: Frame) -> None:
        caption = next((each.said for each in frame.pieces if isinstance(each, Para) and each.tone is Tone.CAPTION), NOTHING)
        meta = {"worksheet": caption, "cards": self.voice.word("cut-here"), "board": NOTHING}.get(frame.archetype, frame.section)
        column.open(frame, (meta, Said(self.label, frame.title.language)))
        if frame.archetype == "worksheet":
            column.label(self.voice.own_word("my-name"), column.body, name="name")
        begun, room = column.sketch, Box(column.x, column.y, LIVE_WIDTH, column.floor - column.y)
        items = len(begun.items)
        self._pieces(column, frame)
        if frame.archetype == "family":
            for said in (self.help.heading, self.voice.own_word("at-our-school")):
                column.label(said, column.bold, name="who helps")
        if begun is not column.sketch and len(begun.items) == items:  # the first task has a page of its own
            self._picture(begun, frame, room)
        elif frame.archetype in ("worksheet", "family"):
            self._picture(column.sketch, frame, room._replace(y=column.y, height=column.floor - column.y))

    def _pieces(self, column: Column, frame: Frame) -> None:
        """Each piece; a heading stays with the paragraph under it."""
        for number, piece in enumerate(frame.pieces):
            before, after = frame.pieces[number - 1 : number], frame.pieces[number + 1 : number + 2]
            if isinstance(piece, Heading) and after and isinstance(after[0], Para):
                column.together(partial(self._headed, frame, piece, after[0]))
            elif not (isinstance(piece, Para) and before and isinstance(before[0], Heading)):
                self._piece(column, frame, piece)

    def _headed(self, frame: Frame, heading: Heading, para: Para, column: Column) -> None:
        self._piece(column, frame, heading)
        self._piece(column, frame, para)

    def _piece(self, column: Column, frame: Frame, piece: object) -> None:
        match piece:
            case Heading():
                column.y += 22
                column.put(piece.said, column.heading(2), Role.HEADING, name="heading", after=6)
            case Para(tone=Tone.CUE):
                column.framed((piece.said,))
            case Para(tone=Tone.CAPTION):
                pass
            case Para():
                column.put(piece.said, column.body, after=column.body.pitch * 0.4)
            case Points(mark=Mark.HEART):
                for said in piece.items:
                    _hearted(column, said)
            case Points(items=items) | Tick(items=items):
                for said in items:
                    column.box(said)
            case Blank():
                column.label(piece.start, column.body, name="signed")
            case Task():
                # What is to be chosen from is of no use away from its question.
                column.together(*(partial(_task, piece, high) for high in LOWER))
            case Board():
                set_board(column, piece)
            case Cards():
                set_cards(column, frame, piece.items)

    def _picture(self, sketch: Sketch, frame: Frame, room: Box) -> None:
        """A drawing to colour where what is left of a page has room for a large one."""
        least, most = PICTURE
        if room.height - 20 >= least:
            region = room._replace(y=room.y + 10, height=min(room.height - 20, most))
            figures.to_colour(sketch, frame.picture, frame.alt.string, region)

    def _credit(self, column: Column) -> None:
        """Whoever adapted the material is named once, at the end."""
        string, tag = line_in(self.desk.look.brand.credit, self.voice.language.chain)
        if string and column.done:
            column.y += 10
            column.put(Said(string, tag), column.least, name="credit")


def _task(task: Task, high: float, column: Column) -> None:
    set_task(column, task, high)


def _numbered(name: Said, number: str) -> Said:
    second = name.second._replace(string=f"**{number}** · {name.second.string}") if name.second else None
    return name._replace(string=f"**{number}** · {name.string}", second=second)


def _hearted(column: Column, said: Said) -> None:
    """A promise behind a heart."""
    indent = 44.0
    tall = column.tall(said, column.body, indent)
    column.room_for(tall)
    sketch: Sketch = column.sketch
    figures.mark(sketch, "heart", "black", column.x + 14, column.y + column.body.pitch * 0.56, 0.3)
    column.beside(said, indent, tall)
    column.y += tall + 10
