"""How much of a document was reviewed by people."""

from __future__ import annotations

from typing import NamedTuple

ROLES = ("language", "child-protection")
"""In which roles a text is signed."""


class Review(NamedTuple):
    """How much of what a document says was signed: its texts, those signed in each role, by whom.

    `open` counts the texts without a signature by layer, file and role.
    """

    texts: int
    signed: dict[str, int]
    by: dict[str, tuple[str, ...]]
    open: dict[tuple[str, str, str], int]

    @property
    def complete(self) -> bool:
        """Whether every text is signed in every role."""
        return all(count == self.texts for count in self.signed.values())
