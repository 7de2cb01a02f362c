"""Where each thing an author wrote stands, and raw trees in which every value knows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A place in a file: line and column count from 1; line 0 is the file as a whole."""

    file: str
    line: int = 0
    column: int = 0


class Word(str):
    """A scalar as the author wrote it, always a string, with its place and its address."""

    place: Place
    address: str

    @classmethod
    def at(cls, value: str, place: Place, address: str = "") -> Word:
        """The string with its place and its address."""
        word = cls(value)
        word.place, word.address = place, address
        return word


class Items(list[Any]):
    """A list in a raw tree."""

    place: Place
    address: str = ""


class Fields(dict[str, Any]):
    """A mapping in a raw tree; `keys_at` says where each key stands."""

    place: Place
    address: str = ""
    keys_at: dict[str, Place]


Raw = Word | Items | Fields


def place_of(tree: Raw, path: Iterable[str | int]) -> Place:
    """The place of the deepest part of the tree that the path reaches; steps it lacks are passed over."""
    node: Any = tree
    place = tree.place
    for step in path:
        if isinstance(node, Fields) and step in node:
            place = node.keys_at.get(str(step), place)
            node = node[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            node = node[step]
            place = getattr(node, "place", place)
    return place
