"""Which risks, rights, strands and areas the lessons cover, for whom – and which none does."""

from __future__ import annotations

from typing import NamedTuple

from builder.content import Content
from builder.lesson import KINDS_OF_FRAMES, Lesson
from builder.model.text import Text


class Covered(NamedTuple):
    """One item of a frame: its kind, its id, its name, and the lessons that name it with their audiences."""

    kind: str
    id: str
    name: Text
    lessons: tuple[tuple[str, tuple[str, ...]], ...]


def coverage(content: Content, plan: str = "") -> list[Covered]:
    """Every item of every frame, over all lessons or those of one plan."""
    workshop = content.workshop(plan) if plan else None
    if plan:
        lessons = [part.lesson for part in workshop.parts if part.lesson] if workshop else []
    else:
        lessons = [lesson for name in content.library.modules(content.report) if (lesson := content.lesson(name))]
    return [
        Covered(kind, name, text, tuple(_naming(lessons, kind, name)))
        for kind in KINDS_OF_FRAMES
        for name, text in content.frames[kind].items()
    ]


def _naming(lessons: list[Lesson], kind: str, name: str) -> list[tuple[str, tuple[str, ...]]]:
    found = [each.module for each in lessons if name in {str(one) for one in getattr(each.module, kind)}]
    return [(str(module.id), tuple(str(audience) for audience in module.audiences)) for module in found]
