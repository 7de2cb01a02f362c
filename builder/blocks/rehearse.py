"""Rehearse: say it, block it, save it, tell it – practised aloud."""

from __future__ import annotations

from typing import Literal

from builder.blocks.base import Block, Item, Room, Words
from builder.model.document import Frame
from builder.model.pieces import Heading, Move, Piece, Track


class RehearsalMove(Item):
    """One move: its sign where its word means what the sign does, its word, the sentence to practise."""

    sign: Literal["stop", "block", "save", "tell"] | None = None
    word: Words
    line: Words


class Rehearse(Block):
    """Three or four moves, each said aloud."""

    title: Words
    moves: tuple[RehearsalMove, ...]
    reminder: Words | None = None

    def slides(self, room: Room) -> list[Frame]:
        """The signs on one track, with the words under them."""
        voice = room.voice
        strip = voice.say(self.reminder) if self.reminder else voice.word("rehearse-strip")
        return [self.frame(room, 1, "rehearsal", voice.say(self.title), [self._track(room)], strip=strip)]

    def ideas(self, room: Room) -> tuple[Piece, ...]:
        """The title, then move by move, each beside its sign."""
        return (Heading(room.voice.say(self.title)), self._track(room))

    def _track(self, room: Room) -> Track:
        return Track(tuple(Move(m.sign or "", room.voice.say(m.word), room.voice.say(m.line)) for m in room.kept(self.moves)))
