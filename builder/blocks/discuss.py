"""Discuss: one big question."""

from __future__ import annotations

from builder.blocks.base import Block, Room, Words
from builder.blocks.story import thinker
from builder.model.document import Frame
from builder.model.pieces import Para, Tone
from builder.model.voice import Said


class Discuss(Block):
    """A question to think about, and how to answer it."""

    question: Words
    cue: Words | None = None

    def slides(self, room: Room) -> list[Frame]:
        """The question in a speech bubble, its cue, somebody who thinks."""
        voice, cue = room.voice, self._cue(room)
        picture = (self.picture.get(room.audience) if self.picture else None) or thinker(room)
        asked = voice.say(self.question)
        return [self.frame(room, 1, "question", asked, [Para(cue, Tone.CUE)], picture=picture)]

    def question_cards(self, room: Room) -> tuple[Frame, ...]:
        """The question and its cue."""
        return (Frame(f"{self.address}/card", "question-card", room.voice.say(self.question), (Para(self._cue(room)),), room.section),)

    def _cue(self, room: Room) -> Said:
        return room.voice.say(self.cue) if self.cue else room.voice.own_word("think-then-tell")
