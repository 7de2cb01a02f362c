"""Activity: groups do something in steps, for some minutes."""

from __future__ import annotations

from builder.blocks.base import Block, Room, WordList, Words
from builder.model.document import Frame
from builder.model.pieces import Clock, Mark, Points
from builder.model.voice import Said


class Activity(Block):
    """Steps to follow; the clock says how long, who with and with what."""

    title: Words
    steps: WordList
    groups: Words | None = None
    materials: WordList | None = None

    def slides(self, room: Room) -> list[Frame]:
        """A clock column and numbered steps."""
        return [timed_steps(self, room, room.voice.lines(self.steps), self.below(room))]

    def below(self, room: Room) -> tuple[Said, ...]:
        """What stands under the clock: groups, then materials."""
        groups = (room.voice.say(self.groups),) if self.groups else ()
        return (*groups, *room.voice.lines(self.materials))


def timed_steps(block: Block, room: Room, steps: tuple[Said, ...], below: tuple[Said, ...] = ()) -> Frame:
    """A slide of any kind with a clock and numbered steps."""
    minutes = block.takes(room.audience)
    clock = Clock(minutes, room.voice.word("minutes", n=minutes), below)
    return block.frame(room, 1, "activity", room.voice.say(block.title), [clock, Points(steps, Mark.NUMBER)])
