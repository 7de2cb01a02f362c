"""Pieces: what a block becomes before anything has a size – the vocabulary of designers."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from builder.model.voice import Said

LETTERS = "ABCDEFGH"
"""What answers to choose from are called."""


class Tone(StrEnum):
    """What a paragraph is for."""

    LEAD = "lead"
    BODY = "body"
    CUE = "cue"
    CAPTION = "caption"


class Mark(StrEnum):
    """What stands before the items of a list."""

    BAR = "bar"
    NUMBER = "number"
    HEART = "heart"
    TICK = "tick"


class Heading(NamedTuple):
    """A heading inside a page; level 2 opens a part, level 3 a paragraph."""

    said: Said
    level: int = 2


class Para(NamedTuple):
    """A paragraph."""

    said: Said
    tone: Tone = Tone.BODY


class Points(NamedTuple):
    """A list of short texts with a mark before each."""

    items: tuple[Said, ...]
    mark: Mark = Mark.BAR
    first: int = 1


class Choice(NamedTuple):
    """One answer to choose: its letter, its words, whether it is right, why."""

    letter: str
    said: Said
    right: bool
    why: Said


class Choices(NamedTuple):
    """Answers to choose from; `revealed` shows which is right and why."""

    items: tuple[Choice, ...]
    revealed: bool = False
    why: Said = Said("", "")


class Message(NamedTuple):
    """One message of a chat; `own` are those of the child we read along with."""

    said: Said
    own: bool


class Chat(NamedTuple):
    """Messages in the order they came."""

    messages: tuple[Message, ...]


class Picture(NamedTuple):
    """A drawing by its key, and the text that stands for it."""

    key: str
    alt: Said


class Card(NamedTuple):
    """A card: a head, a text under it, a small line at its foot, and a picture for those who do not read yet."""

    head: Said
    said: Said
    foot: Said = Said("", "")
    picture: Picture | None = None


class Cards(NamedTuple):
    """Cards of equal size."""

    items: tuple[Card, ...]


class Move(NamedTuple):
    """One move of a rehearsal: its sign (stop, block, save, tell; empty: its number), its word, what to say or do."""

    sign: str
    word: Said
    line: Said


class Track(NamedTuple):
    """Moves in order, as signs on one line."""

    moves: tuple[Move, ...]


class Clock(NamedTuple):
    """A clock face with its share of an hour, and the words under it."""

    minutes: int
    label: Said
    below: tuple[Said, ...] = ()


class Help(NamedTuple):
    """One place to get help: what it is called, its number (empty: a line to write on), its facts."""

    kind: str
    name: Said
    number: str
    facts: Said


class HelpCard(NamedTuple):
    """The country's help, and the lines where a child writes an adult to trust."""

    contacts: tuple[Help, ...]
    lines: tuple[Said, ...]
    source: Said
    heading: Said
    draft: Said = Said("", "")


class Figure(NamedTuple):
    """A drawing by its key, and the text that stands for it."""

    key: str
    alt: Said


class Blank(NamedTuple):
    """Room to write (`lines`) or draw (`height` in mm), with the words it begins with."""

    lines: int = 0
    height: float = 0.0
    start: Said = Said("", "")


class Pairs(NamedTuple):
    """Two columns to join with lines, the right one already mixed."""

    left: tuple[Said, ...]
    right: tuple[Said, ...]


class Tick(NamedTuple):
    """Things to circle or tick, each with its box, and a picture for those who do not read yet."""

    items: tuple[Said, ...]
    shape: str
    pictures: tuple[Picture | None, ...] = ()


class Task(NamedTuple):
    """A numbered task on a sheet: what to do, and the pieces to do it with."""

    number: int
    instruction: Said
    body: tuple[Blank | Pairs | Tick | Points, ...]


class Square(NamedTuple):
    """A square of a board: its text, what it does (good, hard, help, card), how far it moves whoever stands there."""

    said: Said
    does: str
    move: Said


class Board(NamedTuple):
    """The squares of a board game between its start and its goal."""

    start: Said
    squares: tuple[Square, ...]
    goal: Said


class Row(NamedTuple):
    """A row of a table: its cells; the last of fewer than columns reaches across the rest."""

    cells: tuple[Said, ...]


class Grid(NamedTuple):
    """A table with a header row; `widths` are shares of the whole, `least` is how tall rows are to write in, in mm."""

    head: Row
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    least: float = 0.0


class Step(NamedTuple):
    """One slide in the guide: which, what to say, what to do, what it shows, what to expect, warnings, what its picture shows."""

    frame: str
    heading: Said
    minutes: Said
    clock: str
    where: Said
    say: tuple[Said, ...]
    do: tuple[Said, ...]
    shown: tuple[Said, ...]
    expect: tuple[Said, ...]
    warning: Said
    picture: Said = Said("", "")


class Notice(NamedTuple):
    """A framed box that must not be overlooked: a sign and sentences."""

    items: tuple[Said, ...]
    sign: str = "attention"


Piece = (
    Heading | Para | Points | Choices | Chat | Cards | Track | Clock | HelpCard | Figure
    | Blank | Pairs | Tick | Task | Board | Grid | Step | Notice
)  # fmt: skip
