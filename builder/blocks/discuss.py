"""Discuss: one big question."""

from __future__ import annotations

from builder.blocks.base import Block, Room, Words
from builder.blocks.story import thinker
from builder.model.document import Frame
from builder.model.pieces import Para, Tone


class Discuss(Block):
    """A question to think about, and how to answer it."""

    question: Words
    cue: Words | None = None

    def slides(self, room: Room) -> list[Frame]:
        """The question in a speech bubble, its cue, somebody who thinks."""
        voice = room.voice
        cue = voice.say(self.cue) if self.cue else voice.own_word("think-then-tell")
        picture = (self.picture.get(room.audience) if self.picture else None) or thinker(room)
        asked = voice.say(self.question)
        return [self.frame(room, 1, "question", asked, [Para(cue, Tone.CUE)], picture=picture)]
