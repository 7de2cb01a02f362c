"""Title: the workshop's cover."""

from __future__ import annotations

from builder.blocks.base import Block, Room, Words
from builder.model.document import Frame
from builder.model.pieces import Para, Tone


class Title(Block):
    """The cover: what the workshop is called, for whom."""

    title: Words
    subtitle: Words | None = None

    def slides(self, room: Room) -> list[Frame]:
        """One cover."""
        voice = room.voice
        return [self.frame(room, 1, "cover", voice.say(self.title), [Para(voice.say(self.subtitle), Tone.LEAD)])]
