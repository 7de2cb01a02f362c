"""A document before typesetting: frames – slides or sheets – of pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from builder.model.page import Pages
from builder.model.pieces import Piece
from builder.model.voice import Said

NOTHING = Said("", "")


@dataclass(frozen=True, slots=True)
class Notes:
    """What the facilitator needs at one slide: words to say, things to do, answers to expect.

    `starts` is the running clock: minutes since the workshop began.
    """

    say: tuple[Said, ...] = ()
    do: tuple[Said, ...] = ()
    expect: tuple[Said, ...] = ()
    minutes: int = 0
    starts: int = 0
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One slide or one sheet: its archetype, its title, its pieces in reading order.

    `id` is the block's address and a number (`cyberbullying/what-is-it/1`); `section` the module's title;
    `strip` a sentence on the help strip; `shared_by` how many people one such sheet is for – None: what its document says –;
    `lead` the first frame of its block, which carries the minutes.
    """

    id: str
    archetype: str
    title: Said
    pieces: tuple[Piece, ...] = ()
    section: Said = NOTHING
    notes: Notes = Notes()
    strip: Said = NOTHING
    picture: str = ""
    alt: Said = NOTHING
    number: int = 0
    lead: bool = True
    shared_by: int | None = None

    def said(self) -> Iterator[Said]:
        """Every text of it that is shown, in all its languages."""
        return _said((self.title, self.strip, self.pieces))


def _said(value: object) -> Iterator[Said]:
    """Every Said inside pieces."""
    if isinstance(value, Said):
        yield value
        yield from (value.second,) if value.second else ()
    elif isinstance(value, tuple):
        for each in value:
            yield from _said(each)


@dataclass(frozen=True, slots=True)
class Document:
    """One file for one purpose, in one language: its kind (a name of `model/kinds`) and its frames."""

    kind: str
    title: Said
    frames: tuple[Frame, ...]
    author: str = ""
    licence: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """The documents of a pack so far, by kind: their frames, their pages."""

    documents: dict[str, Document] = field(default_factory=dict)
    pages: dict[str, Pages] = field(default_factory=dict)
