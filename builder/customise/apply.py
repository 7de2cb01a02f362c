"""A file's raw tree with the changes of partners, joined by id: what is wrong is told at the partner's line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, NamedTuple

from builder.customise.plans import without
from builder.customise.tree import SECTIONS, at, copied, find, holder, id_of, ids
from builder.model.audience import EVERYONE, Band, is_key
from builder.model.change import WHOLE, Change, Op, marks_of
from builder.model.report import Report
from builder.model.source import Fields, Items, Word

KEPT = ("required", "safety", "sensitive", "topics", "audiences")
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


Found = tuple[Items, int, Fields]
"""A block with the list it stands in and its number there."""


class Known(NamedTuple):
    """What is known of a file before its changes: the addresses of its texts, the audiences, what locks say of its blocks once.

    `recorded` holds change key → upstream's block ids in their order.
    """

    texts: Collection[str]
    bands: tuple[Band, ...]
    recorded: Mapping[str, tuple[str, ...]]


def applied(tree: Fields, changes: Iterable[Change], known: Known, report: Report) -> Applied:
    """The tree with its changes. One that was recorded and whose block upstream no longer has is passed over: its state says so."""
    made = Applied(copied(tree), copied(tree))
    for change in sorted(changes, key=lambda each: ORDER.index(each.op)):
        if change.op is Op.EDIT:
            _edit(made, change, known, report)
            continue
        for number, each in enumerate((made.base, made.full)):
            _act(each, change, known, report if number == 0 else Report())
        if change.op in (Op.REPLACE, Op.ADD):
            made.own[f"{tree.address}/{change.block}"] = change
    _check_sections(made.base, tree, changes, report)
    return made


def _edit(made: Applied, change: Change, known: Known, report: Report) -> None:
    inside = holder(made.base, change.path)
    if inside is None:
        _missing(made.base, change, known.recorded, report)
        return
    found = find(made.base, change.block)
    if found and "safety" in marks_of(found[2]) and "safety" not in change.acknowledged:
        report.error("needs-acknowledgement", change.place, block=change.address, marks="safety")
    address = f"{inside.address}/{change.path[-1]}"
    is_text = address in known.texts
    for tree in (made.full,) if is_text else (made.base, made.full):
        _put(holder(tree, change.path), change, address, () if is_text else known.bands)
    if is_text:
        made.edited[address] = change


def _put(inside: Fields | None, change: Change, address: str, bands: tuple[Band, ...]) -> None:
    """Sets the field; a number or picture given for some ages keeps the others'. Words stand alone: whom they miss hears upstream's."""
    if inside is None:
        return
    name, old = change.path[-1], inside.get(change.path[-1])
    new = copied(change.value, getattr(change.value, "address", ""), address)
    if bands and old is not None and isinstance(new, Fields) and all(is_key(key, bands) for key in new):
        new = _beside(new, old, bands)
    inside[name], inside.keys_at[name] = new, change.place


def _beside(new: Fields, old: Any, bands: tuple[Band, ...]) -> Fields:
    """Values by age, those of the ages that the new ones do not name taken from the old."""
    for band in bands:
        key = next((key for key in old if band.is_in(key)), "") if isinstance(old, Fields) else EVERYONE
        if key and not any(band.is_in(each) for each in new):
            new[band.id] = old[key] if isinstance(old, Fields) else old
            new.keys_at[band.id] = old.keys_at[key] if isinstance(old, Fields) else old.place
    return new


def _act(tree: Fields, change: Change, known: Known, report: Report) -> None:
    """Adds, moves, removes or replaces a block."""
    if change.op is Op.ADD:
        _add(tree, change, known, report)
        return
    found = find(tree, change.block)
    if found is None:
        _missing(tree, change, known.recorded, report)
    elif change.op is Op.REPLACE:
        _replace(found, change, known.bands, report)
    elif change.op is Op.MOVE:
        _move(tree, found, change, known, report)
    else:
        _remove(tree, found, change, report)


def _replace(found: Found, change: Change, bands: tuple[Band, ...], report: Report) -> None:
    section, number, old = found
    _check_marks(old, change, report)
    new = _block(change, old.address)
    for name in KEPT:
        if name in old and old[name] != "false":
            if name not in new or name not in ("topics", "audiences"):
                new[name], new.keys_at[name] = old[name], old.keys_at[name]
            elif not (_covers(new[name], old[name]) if name == "topics" else _within(new[name], old[name], bands)):
                report.error("not-to-edit", new.keys_at[name], field=name)
    section[number] = new


def _covers(new: Any, old: Any) -> bool:
    """Whether a list of topics still names all that upstream's names."""
    return isinstance(new, Items) and isinstance(old, Items) and {str(each) for each in old} <= {str(each) for each in new}


def _within(new: Any, old: Any, bands: tuple[Band, ...]) -> bool:
    """Whether a block's audiences are among those of the block it stands for."""
    if not isinstance(new, Items) or not isinstance(old, Items):
        return False
    mine, theirs = ({band.id for band in bands if any(band.is_in(str(key)) for key in keys)} for keys in (new, old))
    return bool(new) and mine <= theirs


def _block(change: Change, address: str) -> Fields:
    """The partner's block at its address in the file, with its id; a line of a plan that brings in a module has none."""
    assert isinstance(change.value, Fields)
    block: Fields = copied(change.value, change.value.address, address)
    if "kind" in block:
        block["id"], block.keys_at["id"] = Word.at(change.block, change.place, f"{address}/id"), change.place
    elif "module" not in block and "collection" not in block and change.target.startswith("plan-"):
        block["module"], block.keys_at["module"] = Word.at(change.block, change.place, f"{address}/module"), change.place
    return block


def _add(tree: Fields, change: Change, known: Known, report: Report) -> None:
    if find(tree, change.block) and "kind" in (change.value or ()):
        report.error("id-twice", change.place, id=change.block)
        return
    spot = _spot(tree, change, known.recorded, report)
    if spot:
        section, number = spot
        section.insert(number, _block(change, f"{tree.address}/{change.block}"))


def _move(tree: Fields, found: Found, change: Change, known: Known, report: Report) -> None:
    section, number, block = found
    spot = _spot(tree, change, known.recorded, report)
    if spot:
        section.pop(number)
        section, number = _spot(tree, change, known.recorded, Report()) or spot
        section.insert(number, block)


def _remove(tree: Fields, found: Found, change: Change, report: Report) -> None:
    section, number, old = found
    _check_marks(old, change, report)
    section.pop(number)
    if "module" in old:
        without(tree, str(old["module"]))


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
        report.error("needs-acknowledgement", change.place, block=change.address, marks=", ".join(marks_of(old)))


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
    if step == change.block:
        report.error("unknown-block", change.anchor.place, block=step, module=change.target, near=_near(step, known))
    else:
        report.error("unknown-item", change.place, item=step, inside=change.address.rpartition(f"/{step}")[0], near=_near(step, known))


def _check_sections(made: Fields, old: Fields, changes: Iterable[Change], report: Report) -> None:
    for name in SECTIONS:
        if old.get(name) and not made.get(name):
            gone = {id_of(block) for block in old[name] if isinstance(block, Fields)}
            change = next(each for each in changes if each.op is Op.REMOVE and each.block in gone)
            report.error("section-emptied", change.place, section=name, module=change.target)


def _near(word: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, list(known), 1, 0.6)), "")
