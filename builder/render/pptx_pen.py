"""Where items are drawn and with what: the slide's ids and relations, the transform of the group around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from builder.model.page import Box, Group, Item
from builder.render.pptx_package import Images, Relations
from builder.render.pptx_style import Style


class Placing(NamedTuple):
    """A scaling followed by a move, from an item's own coordinates to the slide's."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def box(self, box: Box) -> Box:
        """The box on the slide."""
        x, y, width, height = box
        return Box(x * self.scale + self.dx, y * self.scale + self.dy, width * self.scale, height * self.scale)

    def within(self, group: Group) -> Placing:
        """The placing of the group's items."""
        return Placing(self.scale * group.scale, group.dx * self.scale + self.dx, group.dy * self.scale + self.dy)


AS_IT_IS = Placing()


@dataclass(frozen=True, slots=True)
class Pen:
    """What drawing on one slide needs. `slides` leads from a page's id to its slide's file name."""

    style: Style
    ids: Iterator[int]
    relations: Relations
    images: Images
    slides: Mapping[str, str]
    placing: Placing = AS_IT_IS
    is_grouped: bool = False
    is_told: bool = False

    def within(self, group: Group, *, is_grouped: bool = True, is_told: bool = False) -> Pen:
        """The pen for the group's items, drawn in a group, or beside each other where none may be; `is_told`: it speaks for them."""
        return replace(self, placing=self.placing.within(group), is_grouped=is_grouped, is_told=self.is_told or is_told)


def extent(item: Item, placing: Placing) -> Box | None:
    """The box on the slide that the item covers, stroke not counted; none for an empty group."""
    if not isinstance(item, Group):
        return placing.box(item.box)
    inner = placing.within(item)
    boxes = [box for child in shown(item, inner) if (box := extent(child, inner))]
    return _union(boxes) if boxes else None


def shown(group: Group, inner: Placing) -> tuple[Item, ...]:
    """The group's items that are not wholly outside its clip; the rest is cropped by what lies over it."""
    clip = group.clip
    if clip is None:
        return group.items
    return tuple(item for item in group.items if (box := extent(item, inner)) and _touch(box, clip))


def _touch(one: Box, other: Box) -> bool:
    across = one.x <= other.right and other.x <= one.right
    return across and one.y <= other.bottom and other.y <= one.bottom


def _union(boxes: list[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)
