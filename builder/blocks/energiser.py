"""Energiser: a few minutes to move and breathe."""

from __future__ import annotations

from builder.blocks.activity import timed_steps
from builder.blocks.base import Block, Room, WordList, Words
from builder.model.document import Frame


class Energiser(Block):
    """Steps that wake a room up; they work seated too."""

    title: Words
    steps: WordList

    def slides(self, room: Room) -> list[Frame]:
        """A clock and steps."""
        return [timed_steps(self, room, room.voice.lines(self.steps))]
