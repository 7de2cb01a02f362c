"""Pledge: what we promise each other, signed."""

from __future__ import annotations

from builder.blocks.base import Block, Room, WordList, Words
from builder.model.document import Frame
from builder.model.pieces import Blank, Mark, Points


class Pledge(Block):
    """Promises, with a line to sign."""

    title: Words
    promises: WordList

    def slides(self, room: Room) -> list[Frame]:
        """Hearts on a sheet, the line of the group, two children who agree."""
        voice = room.voice
        pieces = [Points(voice.lines(self.promises), Mark.HEART), Blank(1, 0, voice.word("our-group"))]
        picture = (self.picture.get(room.audience) if self.picture else None) or "pledge-high-five"
        return [self.frame(room, 1, "pledge", voice.say(self.title), pieces, picture=picture)]
