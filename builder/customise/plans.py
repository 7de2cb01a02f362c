"""Plans that follow what partners did to the lessons and collections they use: chosen blocks, worksheets to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from builder.customise.tree import copied
from builder.model.change import Change, Op
from builder.model.source import Fields, Items, Word


def followed(plan: Fields, changes: Iterable[Change], orders: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> Fields:
    """The plan's tree without blocks that were removed, with those that were added behind a chosen one, in the order they were moved to.

    `orders` holds change key → the ids of upstream's blocks when the change was made, and today.
    """
    tree: Fields = copied(plan)
    changes = list(changes)
    added: set[str] = set()
    parts = tree.get("parts")
    if not isinstance(parts, Items):
        return tree
    for line in list(parts):
        mine = [each for each in changes if isinstance(line, Fields) and each.target in (line.get("module"), line.get("collection"))]
        if mine and isinstance(line.get("blocks"), Items):
            _choose(line["blocks"], mine, orders)
            added |= {f"{mine[0].target}/{name}" for name in line["blocks"]}
            if not line["blocks"]:
                parts.remove(line)
        elif mine and line.get("section", "blocks") == "blocks":
            added |= {each.address for each in mine if each.op is Op.ADD}
    sheets = tree.get("handouts")
    if isinstance(sheets, Fields):
        _print(sheets, changes, added)
    return tree


def without(plan: Fields, module: str) -> None:
    """Takes the worksheets of a lesson that left the plan out of what is printed."""
    sheets = plan.get("handouts")
    for listed in sheets.values() if isinstance(sheets, Fields) else ():
        if isinstance(listed, Items):
            listed[:] = [each for each in listed if not str(each).startswith(f"{module}/")]


def _choose(blocks: Items, changes: Iterable[Change], orders: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    """The ids that a line of the plan chooses, changed as the lesson was."""
    for change in sorted(changes, key=lambda each: each.op is Op.REMOVE):
        name, beside = change.block, change.anchor.after or change.anchor.before
        then, now = orders.get(change.key, ((), ()))
        if beside and beside in then and beside not in now:  # gone upstream: behind the nearest before it that the plan chooses
            beside = next((each for each in reversed(then[: then.index(beside)]) if each in blocks), beside)
            after = True
        else:
            after = bool(change.anchor.after)
        if change.op is Op.REMOVE and name in blocks:
            blocks.remove(name)
        elif beside in blocks and beside != name and (change.op is Op.ADD or (change.op is Op.MOVE and name in blocks)):
            if change.op is Op.MOVE:
                blocks.remove(name)
            number = blocks.index(beside) + int(after)
            blocks.insert(number, Word.at(name, change.place, blocks.address))


def _print(sheets: Fields, changes: Iterable[Change], used: set[str]) -> None:
    """The worksheets to print: none that is gone, and those that were added to what the plan uses."""
    for change in changes:
        kind: Any = change.value.get("kind") if isinstance(change.value, Fields) else None
        for listed in (value for value in sheets.values() if isinstance(value, Items)):
            gone = change.op is Op.REMOVE or (change.op is Op.REPLACE and kind != "worksheet")
            if gone and change.address in listed:
                listed.remove(change.address)
        child = sheets.get("child")
        if change.op is Op.ADD and kind == "worksheet" and change.address in used and isinstance(child, Items):
            child.append(Word.at(change.address, change.place, child.address))
