"""Whether what is read first also stands first: above, or at the start of a row (WCAG 2.2, 1.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.accessibility.seen import Seen
from builder.model.page import Box

SLACK = 0.25
"""How much of the lower box two boxes may share and still stand one above the other: boxes are larger than their letters."""
ROW = 0.5
"""How much of the lower box two boxes must share to stand in one row."""


def out_of_order(shapes: Sequence[Seen], rtl: bool = False) -> Iterator[tuple[Seen, Seen]]:
    """Pairs that are read in this order though the second stands above the first, or before it in a row.

    The title may come first wherever it stands; nothing else comes before it that does not stand above it. Footers are no
    part of the order.
    """
    heard = [(shape, shape.box) for shape in shapes if shape.speaks and shape.box and not shape.is_margin]
    for number, (first, box) in enumerate(heard):
        if first.is_title:
            continue
        for second, other in heard[number + 1 :]:
            late = not _is_above(box, other) if second.is_title else _is_misplaced(box, other, rtl)
            if late:
                yield first, second


def _is_misplaced(box: Box, later: Box, rtl: bool) -> bool:
    least = min(box.height, later.height)
    if _shared(box.x, box.right, later.x, later.right) > 1 and _is_above(later, box):
        return True
    if _shared(box.y, box.bottom, later.y, later.bottom) <= ROW * least:
        return False
    return later.x >= box.right - 1 if rtl else later.right <= box.x + 1


def _is_above(one: Box, other: Box) -> bool:
    return one.bottom <= other.y + SLACK * min(one.height, other.height)


def _shared(start: float, end: float, other_start: float, other_end: float) -> float:
    return min(end, other_end) - max(start, other_start)
