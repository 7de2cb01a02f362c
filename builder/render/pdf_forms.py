"""Drawings that stand on several pages, written once (form XObjects, ISO 32000-1, 8.10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from builder.model.page import Group, Page

FAR = 20000
"""How far a drawing may reach, in points: what is not to be seen of it is clipped where it stands."""


class Forms:
    """The groups of a document that are drawn more than once."""

    def __init__(self, pages: Iterable[Page]) -> None:
        shown = Counter(id(item.items) for page in pages for item in page.items if isinstance(item, Group))
        self._repeated = {key for key, times in shown.items() if times > 1}
        self._names: dict[tuple[int, float], str] = {}

    def holds(self, group: Group) -> bool:
        """Whether the group is worth a form."""
        return id(group.items) in self._repeated

    def show(self, canvas: Any, group: Group, scale: float, draw: Callable[[], None]) -> None:
        """Shows the group's items at this scale, which patterns depend on; what `draw` draws the first time."""
        key = id(group.items), round(scale, 4)
        if key not in self._names:
            self._names[key] = f"drawing{len(self._names) + 1}"
            before, canvas._preamble = canvas._preamble, ""
            canvas.beginForm(self._names[key], -FAR, -FAR, FAR, FAR)
            draw()
            canvas.endForm()
            canvas._preamble = before
        canvas.doForm(self._names[key])
