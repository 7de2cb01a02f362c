"""Cards to cut and boards to play on: what each group gets."""

from __future__ import annotations

from builder.compose.colophon import made_of
from builder.compose.easy import inside
from builder.lesson import Session
from builder.model.document import Document, Frame


def cards(session: Session) -> Document:
    """The sheets for groups as a document."""
    return made_of(session, "cards", group_sheets(session))


def card_backs(session: Session) -> Document:
    """A back for each page of cards, in the same order: a set that was cut can be told from another."""
    return made_of(session, "card-backs", group_sheets(session))


def group_sheets(session: Session) -> tuple[Frame, ...]:
    """The cards and boards of every activity that needs some."""
    found = [block.group_sheets(inside(session, part.lesson)) for part in session.parts for block in part.blocks]
    return tuple(frame for frames in found for frame in frames)
