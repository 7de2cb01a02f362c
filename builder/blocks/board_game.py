"""Board game: a path of squares to walk in a small group, cards to draw, help that always brings one on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from builder.blocks.activity import timed_steps
from builder.blocks.base import Block, Fault, Item, Room, WordList, Words
from builder.model.document import NOTHING, Frame
from builder.model.pieces import Board, Card, Cards, Square
from builder.model.voice import Said

FEWEST, MOST = 10, 22
"""How many squares a sheet holds beside start and goal, legible from where six people sit."""


class BoardSquare(Item):
    """A square: what happens there, and how far it moves a player."""

    text: Words
    does: Literal["good", "hard", "help", "card"]
    move: Annotated[int, Field(ge=-4, le=4)] = 0


class GameCard(Item):
    """A card to draw: a question or a task, and what the guide says to it."""

    text: Words
    answer: Words | None = None


class BoardGame(Block):
    """A board on a sheet, cards to cut; everybody arrives."""

    title: Words
    steps: WordList
    groups: Words | None = None
    materials: WordList | None = None
    squares: tuple[BoardSquare, ...]
    cards: tuple[GameCard, ...] = ()

    def slides(self, room: Room) -> list[Frame]:
        """A clock and the rules."""
        below = (*((room.voice.say(self.groups),) if self.groups else ()), *room.voice.lines(self.materials))
        return [timed_steps(self, room, room.voice.lines(self.steps), below)]

    def faults(self) -> Iterator[Fault]:
        """Too few or too many squares; squares that ask for a card where there is none."""
        if not FEWEST <= len(self.squares) <= MOST:
            yield Fault("board-size", self.place, (("n", str(len(self.squares))), ("least", str(FEWEST)), ("most", str(MOST))))
        asking = [square for square in self.squares if square.does == "card"]
        if asking and not self.cards:
            yield Fault("board-without-cards", asking[0].text.place)

    def group_sheets(self, room: Room) -> tuple[Frame, ...]:
        """The board, then its cards."""
        voice, title = room.voice, room.voice.say(self.title)
        squares = tuple(self._square(room, square) for square in room.kept(self.squares))
        board = Board(voice.word("board-start"), squares, voice.word("board-goal"))
        frames = [Frame(f"{self.address}/board", "board", title, (board,), room.section)]
        cards = tuple(Card(NOTHING, voice.say(card.text)) for card in room.kept(self.cards))
        if cards:
            frames.append(Frame(f"{self.address}/cards", "cards", title, (Cards(cards),), room.section))
        return tuple(frames)

    def _square(self, room: Room, square: BoardSquare) -> Square:
        voice, steps = room.voice, abs(square.move)
        if square.does == "card":
            move = voice.word("board-card")
        else:
            move = voice.word("board-on" if square.move > 0 else "board-back", n=steps) if steps else NOTHING
        return Square(voice.say(square.text), square.does, move)

    def answers(self, room: Room) -> tuple[Said, ...]:
        """Each card with what to say to it, then what else to expect."""
        guide = room.guide
        told = [card for card in room.kept(self.cards) if card.answer]
        pairs = [guide.word("card-answer", card=guide.say(card.text).string, answer=guide.say(card.answer).string) for card in told]
        return (*pairs, *guide.lines(self.expect))
