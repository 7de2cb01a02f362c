"""Break: a pause with the time to be back."""

from __future__ import annotations

from builder.blocks.base import Block, Room, Words
from builder.model.document import Frame
from builder.model.pieces import Clock, Para


class Break(Block):
    """A pause."""

    title: Words
    text: Words | None = None

    def slides(self, room: Room) -> list[Frame]:
        """A big clock, the time to be back, a market day."""
        voice, minutes = room.voice, self.takes(room.audience)
        back = voice.word("back-at", time=room.clock) if room.clock else voice.word("back-in", n=minutes)
        pieces = [Clock(minutes, voice.word("minutes", n=minutes)), Para(voice.say(self.text) if self.text else back)]
        if self.text:
            pieces.append(Para(back))
        return [self.frame(room, 1, "break", voice.say(self.title), pieces, picture="break-market")]
