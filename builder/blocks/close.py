"""Close: a calm end, with everybody and the help number."""

from __future__ import annotations

from builder.blocks.base import Block, Room, Words
from builder.blocks.helplines import help_card
from builder.model.document import Frame
from builder.model.pieces import Para, Tone


class Close(Block):
    """The last slide stays on the wall: it carries the help number."""

    title: Words
    cue: Words | None = None

    def slides(self, room: Room) -> list[Frame]:
        """Everybody on the help band."""
        voice = room.voice
        pieces = [Para(voice.say(self.cue), Tone.CUE), help_card(room)]
        return [self.frame(room, 1, "closing", voice.say(self.title), pieces, picture="closing")]
