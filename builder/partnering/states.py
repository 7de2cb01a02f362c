"""Each change held against upstream as it is today: whether what it was made from is still what upstream says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from builder.content import Content
from builder.customise.tree import at, find, ids
from builder.lesson import Collection, Lesson, Workshop
from builder.model.audience import is_key
from builder.model.change import Basis, Change, Op, marks_of
from builder.model.partner import Partner
from builder.model.source import Fields, Items, Raw
from builder.model.text import Text, context
from builder.validate.fields import near


class State(StrEnum):
    """How a change stands: as it was made, or what became of upstream since."""

    FRESH = "fresh"
    STALE = "stale"
    GONE = "gone"
    EQUIVALENT = "equivalent"
    SAFETY = "safety"


TO_SETTLE = (State.STALE, State.GONE, State.SAFETY)
"""States that somebody must look at; a release refuses them."""


class Standing(NamedTuple):
    """A change with its state, what it was made from – None where nobody noted it yet –, what upstream is now, and the nearest id."""

    change: Change
    state: State
    then: Basis | None
    now: Basis | None
    near: str = ""


def standings(content: Content) -> list[Standing]:
    """Every change of every partner, in the order of their files; upstream's files that they name are read."""
    layers = content.layers
    for change in layers.changes:
        _read(content, change)
    return [_standing(content, partner, change) for partner in layers.partners for change in partner.changes]


def _read(content: Content, change: Change) -> None:
    """Reads the file that a change is for; an unknown one is a slip of the pen, unless it was there when the change was made."""
    name, library = change.target, content.library
    if change.key in content.layers.recorded and name not in _known(content):
        return
    if name.startswith("plan-"):
        content.workshop(name.removeprefix("plan-"), change.place)
    elif name in library.collections():
        content.collection(name)
    else:
        content.lesson(name, change.place)


def _known(content: Content) -> set[str]:
    library = content.library
    return {*library.modules(), *library.collections(), *(f"plan-{name}" for name in library.plans())}


def _standing(content: Content, partner: Partner, change: Change) -> Standing:
    then = partner.lock.get(change.key)
    tree, plain = content.layers.trees.get(change.target), content.layers.plain.get(change.target)
    if tree is None or plain is None:
        return Standing(change, State.GONE, then, None, near(change.target, sorted(_known(content))))
    now = _basis(content, change, tree, plain)
    if now is None:
        gone = State.EQUIVALENT if change.op is Op.REMOVE and then else State.GONE
        return Standing(change, gone, then, None, near(change.block, list(ids(tree))))
    if set(now.marks) - set(change.acknowledged) and change.op in (Op.REMOVE, Op.REPLACE):
        return Standing(change, State.SAFETY, then, now)
    if _is_equivalent(content, change, tree, now):
        return Standing(change, State.EQUIVALENT, then, now)
    changed = then is not None and then.fingerprint != now.fingerprint
    safer = set(now.marks) - set(then.marks if then else now.marks)
    return Standing(change, State.SAFETY if safer else State.STALE if changed else State.FRESH, then, now)


def _basis(content: Content, change: Change, tree: Fields, plain: Lesson | Collection | Workshop) -> Basis | None:
    """What upstream says today where the change acts; None where it has nothing there any more."""
    order = ids(tree)
    if change.op in (Op.ADD, Op.MOVE):
        beside = change.anchor.after or change.anchor.before
        there = (not beside or find(tree, beside)) and (change.op is Op.ADD or find(tree, change.block))
        return Basis(blocks=order) if there else None
    value = at(tree, change.path)
    if value is None:
        return None
    found = find(tree, change.block)
    marks = marks_of(found[2]) if found else ()
    texts = [text for text in _texts(plain) if text.address == change.address or text.address.startswith(f"{change.address}/")]
    said = "\n".join(line for text in texts for line in _lines(content, change, text))
    if change.op is Op.EDIT and texts:
        return Basis("\n".join(line for text in texts for line in _source(content, change, text)), said, marks, order)
    return Basis("\n".join(_dump(value)), said, marks, order)


def _texts(plain: Lesson | Collection | Workshop) -> Iterator[Text]:
    return plain.own_texts() if isinstance(plain, Workshop) else plain.texts()


def _touched(content: Content, change: Change, key: str) -> bool:
    """Whether a change says anything to those who hear upstream's variant of this key."""
    keys = list(change.value) if change.op is Op.EDIT and isinstance(change.value, Fields) else []
    if not keys or not all(is_key(each, content.bands) for each in keys):
        return True
    return any(band.is_in(key) and any(band.is_in(each) for each in keys) for band in content.bands)


def _source(content: Content, change: Change, text: Text) -> Iterator[str]:
    for variant in text.variants:
        if _touched(content, change, variant.key):
            yield from variant.lines


def _lines(content: Content, change: Change, text: Text) -> Iterator[str]:
    """What upstream says in the change's language, where that is translated and up to date."""
    catalogue = content.catalogues((change.language,), frozenset([change.target]))[change.language]
    for variant in text.variants:
        message = catalogue.get(context(text.address, variant.key))
        current = message and not message.fuzzy and message.source == "\n".join(variant.lines)
        if message and current and _touched(content, change, variant.key):
            yield from message.text.split("\n")


def _dump(value: Raw, name: str = "") -> Iterator[str]:
    """A raw value line by line: `title: …`."""
    if isinstance(value, Fields):
        for key, each in value.items():
            yield from _dump(each, f"{name}/{key}" if name else key)
    elif isinstance(value, Items):
        for number, each in enumerate(value, 1):
            own = str(each.get("id", number)) if isinstance(each, Fields) else ""
            yield from _dump(each, f"{name}/{own}" if own else name)
    else:
        yield f"{name}: {value}" if name else str(value)


def _is_equivalent(content: Content, change: Change, tree: Fields, now: Basis) -> bool:
    """Whether upstream is today what the change makes of it, so that the change does nothing."""
    if change.op is Op.EDIT:
        mine = "\n".join(lines_of(change.value))
        return mine in (now.said, "" if now.said else now.source)
    if change.op is Op.MOVE:
        order = [name for name in ids(tree) if name != change.block]
        beside = change.anchor.after or change.anchor.before
        order.insert(order.index(beside) + int(bool(change.anchor.after)) if beside in order else len(order), change.block)
        return tuple(order) == ids(tree)
    if change.op is Op.ADD and isinstance(change.value, Fields):
        return any(_same(block, change.value) for name in ids(tree) if (block := _block(tree, name)))
    return change.op is Op.REPLACE and isinstance(change.value, Fields) and _same(_block(tree, change.block) or Fields(), change.value)


def _block(tree: Fields, name: str) -> Fields | None:
    found = find(tree, name)
    return found[2] if found else None


def _same(one: Fields, other: Fields) -> bool:
    """Whether two blocks say the same, whatever they are called."""
    first, second = ({key: value for key, value in each.items() if key != "id"} for each in (one, other))
    return bool(second) and first == second


def lines_of(value: Raw) -> Iterator[str]:
    """The lines of a text as an edit gives it, whoever they are for."""
    if isinstance(value, Fields):
        for each in value.values():
            yield from lines_of(each)
    elif isinstance(value, Items):
        for each in value:
            yield from lines_of(each)
    else:
        yield " ".join(str(value).split())


def bases(rows: list[Standing], partner: Partner) -> Mapping[str, Basis]:
    """What a partner's lock should hold: what was noted of changes that are still there, and today's basis of new ones."""
    return {
        row.change.key: basis
        for row in rows
        if row.change.partner == partner.key and (basis := row.then or row.now)
    }  # fmt: skip
