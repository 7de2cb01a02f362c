"""A file's raw tree with the changes of partners, joined by id: what is wrong is told at the partner's line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from builder.customise.tree import SECTIONS, at, copied, find, holder, id_of, ids
from builder.model.change import WHOLE, Change, Op, marks_of
from builder.model.report import Report
from builder.model.source import Fields, Items, Word

KEPT = ("required", "safety", "sensitive", "topics")
"""Fields that a block in another's place takes over: they protect children, and no partner loosens them."""


@dataclass(slots=True)
class Applied:
    """A file as partners have it: `base` is the same in every language, `full` has the partners' words in it, too.

    `edited` are the texts that an edit changes, `own` the blocks that a partner wrote: address → change.
    """

    base: Fields
    full: Fields
    edited: dict[str, Change] = field(default_factory=dict)
    own: dict[str, Change] = field(default_factory=dict)


ORDER = (Op.EDIT, Op.REPLACE, Op.ADD, Op.MOVE, Op.REMOVE)
"""What is removed goes last, so that others may stand behind it."""


def applied(
    tree: Fields, changes: Iterable[Change], texts: Collection[str], recorded: Mapping[str, tuple[str, ...]], report: Report
) -> Applied:  # fmt: skip
    """The tree with its changes. `texts` are upstream's addresses of texts; `recorded` holds change key → upstream's block ids, once.

    A change that was recorded and whose block upstream no longer has is passed over: its state says so.
    """
    made = Applied(copied(tree), copied(tree))
    for change in sorted(changes, key=lambda each: ORDER.index(each.op)):
        if change.op is Op.EDIT:
            _edit(made, change, texts, recorded, report)
            continue
        for number, each in enumerate((made.base, made.full)):
            _DO[change.op](each, change, recorded, report if number == 0 else Report())
        if change.op in (Op.REPLACE, Op.ADD):
            made.own[f"{tree.address}/{change.block}"] = change
    _check_sections(made.base, tree, changes, report)
    return made


def _edit(made: Applied, change: Change, texts: Collection[str], recorded: Mapping[str, Any], report: Report) -> None:
    inside = holder(made.base, change.path)
    if inside is None:
        _missing(made.base, change, recorded, report)
        return
    if "safety" in marks_of(inside) and "safety" not in change.acknowledged:
        report.error("needs-acknowledgement", change.place, block=change.address, marks="safety")
    address = f"{inside.address}/{change.path[-1]}"
    is_text = address in texts
    for tree in (made.full,) if is_text else (made.base, made.full):
        _put(holder(tree, change.path), change, address)
    if is_text:
        made.edited[address] = change


def _put(inside: Fields | None, change: Change, address: str) -> None:
    """Sets the field; a number or picture given for some ages keeps the others'."""
    if inside is None:
        return
    name, old = change.path[-1], inside.get(change.path[-1])
    new = copied(change.value, getattr(change.value, "address", ""), address)
    if isinstance(old, Fields) and isinstance(new, Fields) and set(new) < set(old):
        merged = copied(old)
        merged.update(new)
        merged.keys_at.update(new.keys_at)
        new = merged
    inside[name], inside.keys_at[name] = new, change.place


def _replace(tree: Fields, change: Change, recorded: Mapping[str, Any], report: Report) -> None:
    found = find(tree, change.block)
    if found is None:
        _missing(tree, change, recorded, report)
        return
    section, number, old = found
    _check_marks(old, change, report)
    new = _block(change, old.address)
    for name in KEPT:
        if name in old and old[name] != "false":
            if name == "topics" and name in new and not _covers(new[name], old[name]):
                report.error("not-to-edit", new.keys_at[name], field=name)
            elif name != "topics" or name not in new:
                new[name], new.keys_at[name] = old[name], old.keys_at[name]
    section[number] = new


def _covers(new: Any, old: Any) -> bool:
    """Whether a list of topics still names all that upstream's names."""
    return isinstance(new, Items) and isinstance(old, Items) and {str(each) for each in old} <= {str(each) for each in new}


def _block(change: Change, address: str) -> Fields:
    """The partner's block at its address in the file, with its id; a line of a plan that brings in a module has none."""
    assert isinstance(change.value, Fields)
    block: Fields = copied(change.value, change.value.address, address)
    if "kind" in block:
        block["id"], block.keys_at["id"] = Word.at(change.block, change.place, f"{address}/id"), change.place
    elif "module" not in block and "collection" not in block and change.target.startswith("plan-"):
        block["module"], block.keys_at["module"] = Word.at(change.block, change.place, f"{address}/module"), change.place
    return block


def _add(tree: Fields, change: Change, recorded: Mapping[str, Any], report: Report) -> None:
    if find(tree, change.block) and "kind" in (change.value or ()):
        report.error("id-twice", change.place, id=change.block)
        return
    spot = _spot(tree, change, recorded, report)
    if spot:
        section, number = spot
        section.insert(number, _block(change, f"{tree.address}/{change.block}"))


def _move(tree: Fields, change: Change, recorded: Mapping[str, Any], report: Report) -> None:
    found = find(tree, change.block)
    if found is None:
        _missing(tree, change, recorded, report)
        return
    section, number, block = found
    spot = _spot(tree, change, recorded, report)
    if spot:
        section.pop(number)
        section, number = _spot(tree, change, recorded, Report()) or spot
        section.insert(number, block)


def _remove(tree: Fields, change: Change, recorded: Mapping[str, Any], report: Report) -> None:
    found = find(tree, change.block)
    if found is None:
        _missing(tree, change, recorded, report)
        return
    section, number, old = found
    _check_marks(old, change, report)
    section.pop(number)


_DO = {Op.REPLACE: _replace, Op.ADD: _add, Op.MOVE: _move, Op.REMOVE: _remove}


def _spot(tree: Fields, change: Change, recorded: Mapping[str, tuple[str, ...]], report: Report) -> tuple[Items, int] | None:
    """The list and the number in it where a block goes.

    Where the block it stands beside is gone upstream, it goes behind the nearest one before it that is still there.
    """
    anchor = change.anchor
    name = anchor.after or anchor.before
    if not name:
        section = tree.get(anchor.section or next(each for each in SECTIONS if each in tree))
        if not isinstance(section, Items):
            some = [each for each in SECTIONS if each in tree]
            report.error("unknown-block", anchor.place, block=anchor.section, module=change.target, near=_near(anchor.section, some))
            return None
        return section, len(section)
    found, behind = find(tree, name), bool(anchor.after)
    if found is None and name in recorded.get(change.key, ()):
        before = recorded[change.key][: recorded[change.key].index(name)]
        found = next((each for old in reversed(before) if (each := find(tree, old))), None)
        behind = found is not None
        found = found or next(((each, 0, block) for each in (tree.get("blocks"), tree.get("parts")) if each for block in each[:1]), None)
    if found is None:
        report.error("unknown-block", anchor.place, block=name, module=change.target, near=_near(name, ids(tree)))
        return None
    return found[0], found[1] + int(behind)


def _check_marks(old: Fields, change: Change, report: Report) -> None:
    marks = [mark for mark in marks_of(old) if mark not in change.acknowledged]
    if marks:
        report.error("needs-acknowledgement", change.place, block=change.address, marks=", ".join(marks))


def _missing(tree: Fields, change: Change, recorded: Mapping[str, Any], report: Report) -> None:
    """A block or a way to a field that upstream does not have: a slip of the pen, unless it was there when the change was made."""
    if change.key in recorded:
        return
    known = list(ids(tree))
    step = change.block
    if change.op is Op.EDIT and (change.block in WHOLE or find(tree, change.block)):
        last = next((n for n in range(1, len(change.path)) if at(tree, change.path[: n + 1]) is None), len(change.path) - 1)
        step = change.path[last]
        inside = at(tree, change.path[:last]) if last > 1 else holder(tree, change.path[:2])
        known = [str(item.get("id")) for item in inside if isinstance(item, Fields)] if isinstance(inside, Items) else list(inside or ())
    elif change.op is Op.EDIT:
        known += [WHOLE[0]]
    report.error("unknown-block", change.place, block=step, module=change.target, near=_near(step, known))


def _check_sections(made: Fields, old: Fields, changes: Iterable[Change], report: Report) -> None:
    for name in SECTIONS:
        if old.get(name) and not made.get(name):
            gone = {id_of(block) for block in old[name] if isinstance(block, Fields)}
            change = next(each for each in changes if each.op is Op.REMOVE and each.block in gone)
            report.error("section-emptied", change.place, section=name, module=change.target)


def _near(word: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, list(known), 1, 0.6)), "")
