"""Raw trees copied and searched: blocks by id, fields by path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.model.change import WHOLE
from builder.model.source import Fields, Items, Raw, Word

SECTIONS = ("blocks", "at_home", "booster", "parts")
"""Lists of blocks – of a module, a collection, a plan –, whose items are addressed without the list's name."""


def copied(tree: Any, old: str = "", new: str = "") -> Any:
    """A copy with the places of the original, its addresses moved from below `old` to below `new`."""
    address = getattr(tree, "address", "")
    moved = new + address.removeprefix(old) if address == old or address.startswith(f"{old}/") else address
    if isinstance(tree, Fields):
        fields = Fields()
        fields.place, fields.address, fields.keys_at = tree.place, moved, dict(tree.keys_at)
        fields.update({key: copied(value, old, new) for key, value in tree.items()})
        return fields
    if isinstance(tree, Items):
        items = Items(copied(value, old, new) for value in tree)
        items.place, items.address = tree.place, moved
        return items
    return Word.at(tree, tree.place, moved) if isinstance(tree, Word) else tree


def blocks(tree: Fields) -> Iterator[tuple[Items, int, Fields]]:
    """Every block – or line of a plan – with the list it stands in and its number there."""
    for name in SECTIONS:
        section = tree.get(name)
        if isinstance(section, Items):
            yield from ((section, number, block) for number, block in enumerate(section) if isinstance(block, Fields))


def id_of(block: Fields) -> str:
    """The id of a block; a line of a plan that brings in a module is known by that module."""
    return str(block.get("id") or block.get("module") or "")


def find(tree: Fields, name: str) -> tuple[Items, int, Fields] | None:
    """The block of this id, its list, its number."""
    return next((found for found in blocks(tree) if id_of(found[2]) == name), None)


def ids(tree: Fields) -> tuple[str, ...]:
    """The ids of all blocks in their order."""
    return tuple(id_of(block) for _, _, block in blocks(tree))


def holder(tree: Fields, path: tuple[str, ...]) -> Fields | None:
    """What holds the field that the path leads to: the file, a block, or an item of a block's list."""
    if path[0] in WHOLE:
        node: Raw | None = tree
    else:
        found = find(tree, path[0])
        node = found[2] if found else None
    for step in path[1:-1]:
        node = _step(node, step)
    return node if isinstance(node, Fields) else None


def _step(node: Raw | None, step: str) -> Raw | None:
    if isinstance(node, Items):
        return next((item for item in node if isinstance(item, Fields) and item.get("id") == step), None)
    return node.get(step) if isinstance(node, Fields) else None


def at(tree: Fields, path: tuple[str, ...]) -> Raw | None:
    """What stands at the end of the path, or None."""
    if len(path) == 1:
        found = find(tree, path[0])
        return found[2] if found else None
    within = holder(tree, path)
    return within.get(path[-1]) if within is not None else None


def has_ids(value: Raw | None) -> bool:
    """Whether a value is a list of items that have ids."""
    return isinstance(value, Items) and bool(value) and all(isinstance(item, Fields) and "id" in item for item in value)
