"""The vocabulary of lessons: one file a kind. A new kind is a new file and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from builder.blocks.base import Block

KINDS = {
    "title": ("title", "Title"),
    "talk": ("talk", "Talk"),
    "story": ("story", "Story"),
    "scenario": ("scenario", "Scenario"),
    "quiz": ("quiz", "Quiz"),
    "discuss": ("discuss", "Discuss"),
    "activity": ("activity", "Activity"),
    "sort": ("sort", "Sort"),
    "board-game": ("board_game", "BoardGame"),
    "worksheet": ("worksheet", "Worksheet"),
    "role-play": ("role_play", "RolePlay"),
    "rehearse": ("rehearse", "Rehearse"),
    "checklist": ("checklist", "Checklist"),
    "pledge": ("pledge", "Pledge"),
    "helplines": ("helplines", "Helplines"),
    "energiser": ("energiser", "Energiser"),
    "break": ("pause", "Break"),
    "recap": ("recap", "Recap"),
    "close": ("close", "Close"),
}
"""Kind → its file and class; imported when a lesson uses it."""


def kind_of(name: str) -> type[Block]:
    """The class of a kind."""
    file, cls = KINDS[name]
    return cast("type[Block]", getattr(import_module(f"builder.blocks.{file}"), cls))
