"""Sort: cards to cut and put into groups."""

from __future__ import annotations

from collections.abc import Iterator

from builder.blocks.base import Block, Fault, Item, Name, Room, Scenes, WordList, Words
from builder.model.audience import Audience
from builder.model.document import NOTHING, Frame
from builder.model.pieces import Card, Cards, Clock
from builder.model.text import Text
from builder.model.voice import Said


class Pile(Item):
    """A group that cards belong to."""

    name: Words


class SortCard(Item):
    """A card, the group it belongs to, and why."""

    text: Words
    group: Name
    why: Words | None = None
    picture: Scenes | None = None


class Sort(Block):
    """Cards to sort; the answers stand in the guide only."""

    title: Words
    steps: WordList | None = None
    groups: tuple[Pile, ...]
    cards: tuple[SortCard, ...]

    def read_texts(self, audience: Audience) -> Iterator[Text]:
        """Why a card belongs where it does is told by the facilitator."""
        return (text for text in super().read_texts(audience) if not text.address.endswith("/why"))

    def slides(self, room: Room) -> list[Frame]:
        """The groups side by side, the clock, how to sort."""
        voice, minutes = room.voice, self.takes(room.audience)
        piles = tuple(Card(voice.say(pile.name), NOTHING) for pile in room.kept(self.groups))
        steps = voice.lines(self.steps) or (voice.word("sort-steps"),)
        clock = Clock(minutes, voice.word("minutes", n=minutes), steps)
        return [self.frame(room, 1, "columns", voice.say(self.title), [clock, Cards(piles)])]

    def faults(self) -> Iterator[Fault]:
        """A card for a group that is not there."""
        known = {pile.id for pile in self.groups}
        for card in self.cards:
            if card.group not in known:
                values = (("group", card.group), ("all", ", ".join(sorted(known))))
                yield Fault("unknown-group", getattr(card.group, "place", card.text.place), values)

    def group_sheets(self, room: Room) -> tuple[Frame, ...]:
        """The cards, in an order that gives nothing away."""
        kept = sorted(room.kept(self.cards), key=lambda card: card.id)
        cards = tuple(Card(NOTHING, room.voice.say(card.text), picture=room.shown(card.picture)) for card in kept)
        title = room.voice.say(self.title)
        return (Frame(f"{self.address}/cards", "cards", title, (Cards(cards),), room.section),)

    def answers(self, room: Room) -> tuple[Said, ...]:
        """Each group with its cards, then what else to expect."""
        told = [self._told(room, pile) for pile in room.kept(self.groups)]
        return (*told, *room.guide.lines(self.expect))

    def _told(self, room: Room, pile: Pile) -> Said:
        guide = room.guide
        cards = [self._with_reason(room, card) for card in room.kept(self.cards) if card.group == pile.id]
        return guide.word("pile-holds", pile=guide.say(pile.name).string, cards=" · ".join(cards))

    def _with_reason(self, room: Room, card: SortCard) -> str:
        text = room.guide.say(card.text).string.rstrip(".")
        return f"{text} – *{room.guide.say(card.why).string.rstrip('.')}*" if card.why else text
