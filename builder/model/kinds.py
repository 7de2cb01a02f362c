"""The kinds of documents that a pack may have: for whom each is, how it is printed."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Reader(StrEnum):
    """Who gets a document."""

    PARTICIPANT = "participant"
    GROUP = "group"
    ROOM = "room"
    FACILITATOR = "facilitator"
    SCREEN = "screen"


class Kind(NamedTuple):
    """One kind of document. `sides` says on how many sides of a sheet it is printed; an `extra` one is made only when it is asked for.

    `paper` names the paper it is for, where that is not the pack's.
    """

    name: str
    reader: Reader
    sides: int = 2
    extra: bool = False
    paper: str = ""


KINDS = (
    Kind("print-plan", Reader.FACILITATOR, 1),
    Kind("slides", Reader.SCREEN),
    Kind("flipchart", Reader.FACILITATOR, extra=True),
    Kind("guide", Reader.FACILITATOR),
    Kind("handouts", Reader.PARTICIPANT),
    Kind("slides-handout", Reader.PARTICIPANT, extra=True),
    Kind("help-card", Reader.PARTICIPANT, 1),
    Kind("cards", Reader.GROUP, 1),
    Kind("family", Reader.PARTICIPANT, 1, extra=True),
    Kind("posters", Reader.ROOM, 1, extra=True, paper="a3"),
    Kind("posters-tiled", Reader.ROOM, 1, extra=True),
)
"""In the order in which they are listed and printed."""
BY_NAME = {kind.name: kind for kind in KINDS}
DOCUMENTS = tuple(BY_NAME)
USUAL = tuple(kind.name for kind in KINDS if not kind.extra)
"""What a build makes when no documents are named."""
