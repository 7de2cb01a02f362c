"""Recap: what we take with us."""

from __future__ import annotations

from builder.blocks.base import Block, Room, WordList, Words
from builder.model.document import Frame
from builder.model.pieces import Card, Cards, Heading, Piece


class Recap(Block):
    """The sentences that should be left tomorrow."""

    title: Words
    points: WordList

    def slides(self, room: Room) -> list[Frame]:
        """A card for each sentence."""
        voice = room.voice
        cards = tuple(Card(said._replace(string=str(number)), said) for number, said in enumerate(voice.lines(self.points), 1))
        return [self.frame(room, 1, "cards", voice.say(self.title), [Cards(cards)])]

    def ideas(self, room: Room) -> tuple[Piece, ...]:
        """The title, then sentence by sentence."""
        return (Heading(room.voice.say(self.title)), room.ideas(room.voice.lines(self.points), self.picture))
