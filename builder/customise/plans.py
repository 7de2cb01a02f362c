"""Plans that follow what partners did to the lessons and collections they use: chosen blocks, worksheets to print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from builder.customise.tree import copied
from builder.model.change import Change, Op
from builder.model.source import Fields, Items, Word


def followed(plan: Fields, changes: Iterable[Change]) -> Fields:
    """The plan's tree without blocks that were removed, with those that were added behind a chosen one, in the order they were moved to."""
    tree: Fields = copied(plan)
    changes = list(changes)
    parts = tree.get("parts")
    if not isinstance(parts, Items):
        return tree
    for line in list(parts):
        mine = [each for each in changes if isinstance(line, Fields) and each.target in (line.get("module"), line.get("collection"))]
        if mine and isinstance(line.get("blocks"), Items):
            _choose(line["blocks"], mine)
            if not line["blocks"]:
                parts.remove(line)
    sheets = tree.get("handouts")
    if isinstance(sheets, Fields):
        _print(sheets, changes, {str(line.get("module", "")) for line in parts if isinstance(line, Fields)})
    return tree


def _choose(blocks: Items, changes: Iterable[Change]) -> None:
    """The ids that a line of the plan chooses, changed as the lesson was."""
    for change in sorted(changes, key=lambda each: each.op is Op.REMOVE):
        name, beside = change.block, change.anchor.after or change.anchor.before
        if change.op is Op.REMOVE and name in blocks:
            blocks.remove(name)
        elif beside in blocks and (change.op is Op.ADD or (change.op is Op.MOVE and name in blocks)):
            if change.op is Op.MOVE:
                blocks.remove(name)
            number = blocks.index(beside) + int(bool(change.anchor.after))
            blocks.insert(number, Word.at(name, change.place, blocks.address))


def _print(sheets: Fields, changes: Iterable[Change], modules: set[str]) -> None:
    """The worksheets to print: none that is gone, and those that were added."""
    for change in changes:
        kind: Any = change.value.get("kind") if isinstance(change.value, Fields) else None
        for listed in (value for value in sheets.values() if isinstance(value, Items)):
            gone = change.op is Op.REMOVE or (change.op is Op.REPLACE and kind != "worksheet")
            if gone and change.address in listed:
                listed.remove(change.address)
        child = sheets.get("child")
        if change.op is Op.ADD and kind == "worksheet" and change.target in modules and isinstance(child, Items):
            child.append(Word.at(change.address, change.place, child.address))
