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
    """One kind of document.

    `sides` says on how many sides of a sheet it is printed; an `extra` one is made only when it is asked for; a `private` one
    holds people's names: it goes into no other file. `words` is the file of its fixed wording: a second language speaks in it if
    all of that is translated. `paper` names the paper it is for, where that is not the pack's.
    """

    name: str
    reader: Reader
    sides: int = 2
    extra: bool = False
    private: bool = False
    words: str = "documents"
    paper: str = ""


KINDS = (
    Kind("print-plan", Reader.FACILITATOR, 1),
    Kind("slides", Reader.SCREEN),
    Kind("flipchart", Reader.FACILITATOR, extra=True, words="posters"),
    Kind("guide", Reader.FACILITATOR),
    Kind("handouts", Reader.PARTICIPANT),
    Kind("slides-handout", Reader.PARTICIPANT, extra=True, words="posters"),
    Kind("help-card", Reader.PARTICIPANT, 1),
    Kind("cards", Reader.GROUP, 1),
    Kind("card-backs", Reader.GROUP, 1, extra=True, words="play"),
    Kind("question-cards", Reader.GROUP, 1, extra=True, words="play"),
    Kind("board-game", Reader.GROUP, 1, extra=True, words="play"),
    Kind("trust-circle", Reader.PARTICIPANT, 1, extra=True, words="play"),
    Kind("word-search", Reader.PARTICIPANT, 1, extra=True, words="play"),
    Kind("pledge-wall", Reader.ROOM, 1, extra=True, words="play"),
    Kind("evaluation", Reader.PARTICIPANT, extra=True, words="evaluation"),
    Kind("evaluation-tally", Reader.FACILITATOR, 1, extra=True, words="forms"),
    Kind("permissions", Reader.PARTICIPANT, 1, extra=True, words="permissions"),
    Kind("forms", Reader.FACILITATOR, 1, extra=True, words="forms"),
    Kind("agenda", Reader.ROOM, 1, extra=True, words="public"),
    Kind("press-note", Reader.ROOM, 1, extra=True, words="public"),
    Kind("certificates", Reader.PARTICIPANT, 1, extra=True, private=True, words="certificates"),
    Kind("family", Reader.PARTICIPANT, 1, extra=True),
    Kind("posters", Reader.ROOM, 1, extra=True, words="posters", paper="a3"),
    Kind("posters-tiled", Reader.ROOM, 1, extra=True, words="posters"),
    Kind("print-all", Reader.FACILITATOR),
)
"""In the order in which they are listed and printed; the last is all of them in one file."""
BY_NAME = {kind.name: kind for kind in KINDS}
DOCUMENTS = tuple(BY_NAME)
USUAL = tuple(kind.name for kind in KINDS if not kind.extra)
"""What a build makes when no documents are named."""
