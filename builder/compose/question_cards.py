"""Situations and questions on cards: for groups that talk without slides."""

from __future__ import annotations

from builder.compose.colophon import made_of
from builder.compose.easy import inside
from builder.lesson import Session
from builder.model.document import Document


def question_cards(session: Session) -> Document:
    """A card for every situation and question of the session, in its order; none of them says which answer is right."""
    found = [block.question_cards(inside(session, part.lesson)) for part in session.parts for block in part.blocks]
    return made_of(session, "question-cards", tuple(card for cards in found for card in cards))
