"""A workshop made to fit the time there is: what matters least is left out, what keeps children safe never."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builder.blocks.base import Block
from builder.lesson import Part
from builder.model.audience import Audience

ORDER = (
    "recap", "energiser", "break", "discuss", "quiz", "sort", "checklist", "activity", "board-game", "role-play", "worksheet",
    "pledge", "scenario", "talk", "story",
)  # fmt: skip
"""Kinds in the order in which they are left out; others – help, rehearsal, close, cover – always stay."""
TEACHING = ("story", "talk", "scenario", "sort", "quiz", "discuss")


def shortened(parts: Sequence[Part], audience: Audience, minutes: int) -> tuple[tuple[Part, ...], tuple[Block, ...]]:
    """The parts that take at most so many minutes – or as few as possible –, and the blocks that were left out.

    Required blocks stay, and of each lesson the first block that teaches. Later parts lose theirs before earlier ones.
    """
    takes = {id(block): block.takes(audience) for part in parts for block in part.blocks}
    total = sum(takes.values())
    out: list[Block] = []
    for block in _candidates(parts):
        if total <= minutes:
            break
        if takes[id(block)]:
            out.append(block)
            total -= takes[id(block)]
    for block in reversed(out.copy()):
        if total + takes[id(block)] <= minutes:
            out.remove(block)
            total += takes[id(block)]
    left = {id(block) for block in out}
    kept = [replace(part, blocks=tuple(block for block in part.blocks if id(block) not in left)) for part in parts]
    in_order = [block for part in parts for block in part.blocks if id(block) in left]
    return tuple(part for part in kept if part.blocks), tuple(in_order)


def _candidates(parts: Sequence[Part]) -> list[Block]:
    """The blocks that may be left out, the least important first."""
    found = []
    for number, part in enumerate(parts):
        first = next((block for block in part.blocks if block.kind in TEACHING), None) if part.lesson else None
        found += [
            (ORDER.index(block.kind), -number, -place, block)
            for place, block in enumerate(part.blocks)
            if block.kind in ORDER and not block.required and block is not first
        ]
    return [row[-1] for row in sorted(found, key=lambda row: row[:3])]
