"""Role-play: cards with roles, played in small groups."""

from __future__ import annotations

from builder.blocks.activity import timed_steps
from builder.blocks.base import Block, Item, Room, WordList, Words
from builder.model.document import Frame
from builder.model.pieces import Card, Cards
from builder.model.voice import Said


class RoleCard(Item):
    """Who somebody plays, and what that person wants."""

    name: Words
    text: Words


class RolePlay(Block):
    """Roles to play; nobody plays the one who hurts."""

    title: Words
    steps: WordList
    roles: tuple[RoleCard, ...]

    def slides(self, room: Room) -> list[Frame]:
        """A clock and steps."""
        return [timed_steps(self, room, room.voice.lines(self.steps), (self._group(room),))]

    def group_sheets(self, room: Room) -> tuple[Frame, ...]:
        """A card for each role."""
        voice = room.voice
        cards = tuple(Card(voice.say(role.name), voice.say(role.text)) for role in room.kept(self.roles))
        return (Frame(f"{self.address}/cards", "cards", voice.say(self.title), (Cards(cards),), room.section, shared_by=len(cards)),)

    def answers(self, room: Room) -> tuple[Said, ...]:
        """Each role as its card says it, then what to expect."""
        guide = room.guide
        roles = (guide.word("labelled", label=guide.say(role.name), text=guide.say(role.text)) for role in room.kept(self.roles))
        return (*roles, *guide.lines(self.expect))

    def _group(self, room: Room) -> Said:
        return room.voice.word("groups-of", n=len(room.kept(self.roles)))
