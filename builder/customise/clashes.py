"""Changes that cannot both hold: of two partners, or of one partner who says two things of the same text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from builder.model.change import Change, Op
from builder.model.report import Report

_WORDS = (Op.EDIT, Op.REPLACE, Op.REMOVE)


def check_clashes(changes: Sequence[Change], report: Report) -> None:
    """Tells of each pair of changes that meet, at the later one's place, naming the other's."""
    by_block: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        by_block.setdefault((change.target, change.block), []).append(change)
    for some in by_block.values():
        for one, other in combinations(some, 2):
            if _meet(one, other):
                first = f"{one.place.file}:{one.place.line}"
                report.error("changes-clash", other.place, address=other.address, first=first, one=one.op, other=other.op)


def _meet(one: Change, other: Change) -> bool:
    """Whether both change the same words, or one changes what the other takes away."""
    if Op.MOVE in (one.op, other.op) or Op.ADD in (one.op, other.op):
        return one.op is other.op or Op.REMOVE in (one.op, other.op)
    shorter = min(len(one.path), len(other.path))
    return one.op in _WORDS and other.op in _WORDS and one.path[:shorter] == other.path[:shorter]
