"""Checklist: things to tick."""

from __future__ import annotations

from builder.blocks.base import Block, Room, WordList, Words
from builder.model.document import Frame
from builder.model.pieces import Heading, Mark, Piece, Points, Tick


class Checklist(Block):
    """A list to agree on or to tick."""

    title: Words
    items: WordList

    def slides(self, room: Room) -> list[Frame]:
        """Ticks beside a picture."""
        items = room.voice.lines(self.items)
        return [self.frame(room, 1, "talk", room.voice.say(self.title), [Points(items, Mark.TICK)])]

    def ideas(self, room: Room) -> tuple[Piece, ...]:
        """The title, then what there is to tick."""
        return (Heading(room.voice.say(self.title)), Tick(room.voice.lines(self.items), "tick"))
