"""The help card on paper: for the pocket, eight to a page; for the wall, two to a page."""

from __future__ import annotations

from builder.blocks.helplines import help_card
from builder.compose.colophon import made_of
from builder.lesson import Session
from builder.model.document import Document, Frame

WALLET = 8
"""How many stand on a page for the pocket."""


def help_cards(session: Session) -> Document:
    """A page of cards for the pocket, then a page of large ones."""
    room = session.room
    card, title = help_card(room), room.voice.word("help-card-title")
    alt = room.voice.say(room.pictures["help-door"])
    pocket = Frame("help-card/wallet", "wallet", title, (card,), shared_by=WALLET)
    large = Frame("help-card/half", "half", title, (card,), picture="help-door", alt=alt, shared_by=0)
    return made_of(session, "help-card", (pocket, large))
