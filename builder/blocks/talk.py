"""Talk: a title and one to three points beside a picture."""

from __future__ import annotations

from builder.blocks.base import Block, Room, WordList, Words
from builder.model.document import Frame
from builder.model.pieces import Heading, Para, Piece, Points


class Talk(Block):
    """What the facilitator explains. A single point stands as a sentence, several as a list."""

    title: Words
    points: WordList

    def slides(self, room: Room) -> list[Frame]:
        """One slide; typesetting splits a list that is too long."""
        points = room.voice.lines(self.points)
        pieces = [Points(points)] if len(points) > 1 else [Para(point) for point in points]
        return [self.frame(room, 1, "talk", room.voice.say(self.title), pieces)]

    def ideas(self, room: Room) -> tuple[Piece, ...]:
        """The title, then point by point."""
        return (Heading(room.voice.say(self.title)), room.ideas(room.voice.lines(self.points), self.picture))
