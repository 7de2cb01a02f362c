"""A partner's file: who it is, and what it changes in lessons, collections and plans – every change with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from builder.blocks.base import Id, Name, Names, Written
from builder.model.change import Anchor, Change, Op
from builder.model.report import Report
from builder.model.source import Fields, Items, Place, Word
from builder.validate.fields import near, read
from builder.validate.partner_words import check_written, shown
from builder.validate.settings import Named

KINDS = {"modules": ("module", ""), "collections": ("collection", ""), "plans": ("plan", "plan-")}
"""Group in the partner's file → what the file's own fields are called in an edit, what its name in translations begins with."""
MARKS = ("required", "safety")
_HOUSEKEEPING = ("reason", "acknowledge", "other_languages", "after", "before", "section")
_ALLOWED = {
    Op.EDIT: ("reason", "acknowledge"),
    Op.REPLACE: ("reason", "acknowledge", "other_languages"),
    Op.REMOVE: ("reason", "acknowledge"),
    Op.ADD: ("reason", "other_languages", "after", "before", "section"),
    Op.MOVE: ("reason", "after", "before", "section"),
}
LOCKED = ("id", "kind", "topics", "sensitive", "safety", "required", "audiences", "language", "blocks", "at_home", "booster", "parts")
"""Fields that an edit leaves alone: what a block is, and what the gate and the safeguards look at."""


class OwnAudience(Written):
    """An audience as the partner cuts it."""

    id: Name
    label: Named
    like: Names = ()


class PartnerFile(Written):
    """A partner's file; its changes are read one by one."""

    id: Id
    name: Name
    language: Name
    brand: Any = None
    helplines: Any = None
    names: Any = None
    places: Any = None
    apps: Any = None
    money: Any = None
    audiences: tuple[OwnAudience, ...] = ()
    modules: Any = None
    collections: Any = None
    plans: Any = None


def partner(raw: Fields, report: Report) -> PartnerFile | None:
    """The partner's file, or None when its fields cannot be read."""
    return read(PartnerFile, raw, report)


def changes(raw: Fields, file: PartnerFile, report: Report) -> tuple[Change, ...]:
    """Every change in the order of the file; an edit of several fields is one change for each."""
    return tuple(
        change
        for group, (_, prefix) in KINDS.items()
        for name, ops in _mapping(raw, group, report)
        for op, blocks in _ops(ops, report)
        for block, fields in blocks.items()
        for change in _change((op, (group, f"{prefix}{name}"), block), fields, blocks.keys_at[block], file, report)
    )


UNKNOWN = {"modules": "unknown-module", "collections": "unknown-collection", "plans": "unknown-plan"}


def check_targets(raw: Fields, known: Mapping[str, Collection[str]], once: Collection[str], report: Report) -> None:
    """Tells of files that there are not, or that stand in another group. `once` are the names of files that locks remember."""
    for group, (_, prefix) in KINDS.items():
        found = raw.get(group)
        for name, place in found.keys_at.items() if isinstance(found, Fields) else ():
            right = next((each for each, names in known.items() if name in names), "")
            if name in known[group] or f"{prefix}{name}" in once:
                continue
            if right:
                report.error("wrong-group", place, name=name, right=right, found=group)
            else:
                names = list(known[group])
                report.error(UNKNOWN[group], place, name=name, near=near(name, names), all=", ".join(names))


def _mapping(raw: Fields, group: str, report: Report) -> Iterator[tuple[str, Fields]]:
    found = raw.get(group)
    if isinstance(found, Fields):
        for name, value in found.items():
            if isinstance(value, Fields):
                yield name, value
            else:
                report.error("partner-fields", found.keys_at[name], field=name, example='edit: {what-is-it: {reason: "…", say: "…"}}')
    elif found:
        example = 'cyberbullying: {remove: {joke-line: "why"}}'
        report.error("partner-fields", raw.keys_at[group], field=group, example=example)


def _ops(ops: Fields, report: Report) -> Iterator[tuple[Op, Fields]]:
    known = [op.value for op in Op]
    for name, blocks in ops.items():
        if name not in known:
            report.error("unknown-field", ops.keys_at[name], field=name, near=near(name, known))
        elif isinstance(blocks, Fields):
            yield Op(name), blocks
        elif blocks:
            report.error("partner-fields", ops.keys_at[name], field=name, example='joke-line: {reason: "why"}')


def _change(
    what: tuple[Op, tuple[str, str], str], raw: Any, at: Place, file: PartnerFile, report: Report
) -> Iterator[Change]:  # fmt: skip
    """The change of one block – a removal may be its reason alone."""
    op, (group, target), block = what
    if isinstance(raw, Word) and op is Op.REMOVE and raw.strip():
        raw = _with_reason(raw)
    if not isinstance(raw, Fields):
        report.error("partner-fields", at, field=block, example='reason: "why"')
        return
    reason = raw.get("reason")
    _check_allowed(op, raw, report)
    check_written(raw, report)
    if not isinstance(reason, Word) or not reason.strip():
        report.error("missing-field", at, field="reason")
        return
    value = _rest(raw)
    if op is Op.ADD and "kind" in value and not block.startswith(f"{file.id}-"):
        report.error("partner-prefix", at, id=block, prefix=f"{file.id}-")
    made = Change(
        op, str(file.id), str(file.language), target, (block,), value, str(reason), at, _marks(raw, report), _elsewhere(raw, report),
        _anchor(raw, op, block, at, report), group,
    )  # fmt: skip
    if op is not Op.EDIT:
        yield made
        return
    for path, leaf, place in _leaves(value, (block,)):
        if path[-1] in LOCKED:
            report.error("not-to-edit", place, field=path[-1])
        else:
            yield replace(made, path=path, value=leaf, place=place, anchor=Anchor(place=at))


def _with_reason(reason: Word) -> Fields:
    fields = Fields({"reason": reason})
    fields.place, fields.address, fields.keys_at = reason.place, reason.address, {"reason": reason.place}
    return fields


def _rest(raw: Fields) -> Fields:
    """The fields without those that say why and where."""
    fields = Fields({name: value for name, value in raw.items() if name not in _HOUSEKEEPING})
    fields.place, fields.address = raw.place, raw.address
    fields.keys_at = {name: raw.keys_at[name] for name in fields}
    return fields


def _leaves(fields: Fields, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Place]]:
    """Each field of an edit with the way to it; a mapping of mappings is a list's items by their ids."""
    for name, value in fields.items():
        inner = isinstance(value, Fields) and value and all(isinstance(each, Fields) for each in value.values())
        if inner:
            for item, own in value.items():
                yield from _leaves(own, (*path, name, item))
        else:
            yield (*path, name), value, fields.keys_at[name]


def _check_allowed(op: Op, raw: Fields, report: Report) -> None:
    """Tells of a word of housekeeping that this kind of change has no use for, and of a block's field where none belongs."""
    for name, place in raw.keys_at.items():
        stray = name not in _ALLOWED[op] if name in _HOUSEKEEPING else op in (Op.REMOVE, Op.MOVE)
        if stray:
            report.error("unknown-field", place, field=name, near=near(name, list(_ALLOWED[op])))


def _marks(raw: Fields, report: Report) -> tuple[str, ...]:
    found = raw.get("acknowledge")
    words = list(found) if isinstance(found, Items) else [found] if found is not None else []
    for word in words:
        if word not in MARKS:
            report.error("not-one-of", word.place, found=shown(word), field="acknowledge", allowed=", ".join(MARKS))
    return tuple(str(word) for word in words)


def _elsewhere(raw: Fields, report: Report) -> bool:
    found = raw.get("other_languages")
    if found is not None and found != "upstream":
        report.error("not-one-of", found.place, found=shown(found), field="other_languages", allowed="upstream")
    return found == "upstream"


def _anchor(raw: Fields, op: Op, block: str, at: Place, report: Report) -> Anchor:
    given = [raw[name] for name in ("after", "before", "section") if name in raw]
    odd = len(given) > 1 or not all(isinstance(each, Word) and each and each != block for each in given)
    if odd or (op is Op.MOVE and not given):
        report.error("bad-anchor", at, block=block)
    place = next((raw.keys_at[name] for name in ("after", "before", "section") if name in raw), at)
    return Anchor(str(raw.get("after", "")), str(raw.get("before", "")), str(raw.get("section", "")), place)
