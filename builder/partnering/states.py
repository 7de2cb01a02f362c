"""Each change held against upstream as it is today: whether what it was made from is still what upstream says."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from builder.content import Content
from builder.customise.tree import at, find, ids
from builder.lesson import Collection as Shelf
from builder.lesson import Lesson, Workshop
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
    """A change with its state, what it was made from – None where nobody noted it yet –, what upstream is now, and the nearest id.

    `ages` are the keys of upstream's texts that the change speaks to.
    """

    change: Change
    state: State
    then: Basis | None
    now: Basis | None
    near: str = ""
    ages: tuple[str, ...] = ()

    def words(self, what: str) -> tuple[str, str]:
        """Upstream's `source` – or what is `said` in the change's language – then and now, for whom the change speaks to."""
        both = [getattr(each, what) if each else {} for each in (self.then, self.now)]
        old, new = ("\n".join(found[key] for key in self.ages if key in found) for found in both)
        return old, new


def standings(content: Content, names: Collection[str] | None = None) -> list[Standing]:
    """Every change of every partner – or those of these files –, in the order of their own; upstream's files are read."""
    layers = content.layers
    chosen = [(partner, change) for partner in layers.partners for change in partner.changes if names is None or change.target in names]
    for _, change in chosen:
        _read(content, change)
    return [_standing(content, partner, change) for partner, change in chosen]


def _read(content: Content, change: Change) -> None:
    """Reads the file that a change is for; one that is gone was told when the partner was read."""
    name = change.target
    if name not in _known(content):
        return
    if change.group == "plans":
        content.workshop(name.removeprefix("plan-"))
    elif change.group == "collections":
        content.collection(name)
    else:
        content.lesson(name)


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
        lost = change.block if find(tree, change.block) is None and change.op is not Op.ADD else change.anchor.after or change.anchor.before
        return Standing(change, gone, then, None, near(lost, list(ids(tree))), tuple(then.source if then else ()))
    ages = tuple(dict.fromkeys(key for each in (then, now) if each for key in (*each.source, *each.said) if _touched(content, change, key)))
    row = Standing(change, State.FRESH, then, now, ages=ages)
    if set(now.marks) - set(change.acknowledged) and change.op in (Op.REMOVE, Op.REPLACE):
        return row._replace(state=State.SAFETY)
    if _is_equivalent(content, row, tree):
        return row._replace(state=State.EQUIVALENT)
    if then and set(now.marks) - set(then.marks):
        return row._replace(state=State.SAFETY)
    differs = then and any(old != new for old, new in (row.words("source"), row.words("said")))
    return row._replace(state=State.STALE) if differs else row


def _basis(content: Content, change: Change, tree: Fields, plain: Lesson | Shelf | Workshop) -> Basis | None:
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
    if change.op is Op.EDIT:
        text = next((text for text in _texts(plain) if text.address == change.address), None)
        source = {each.key: "\n".join(each.lines) for each in text.variants} if text else {"": "\n".join(dump(value))}
        return Basis(source, dict(_said(content, change, text)) if text else {}, marks, order)
    below = [text for text in _texts(plain) if text.address.startswith(f"{change.address}/")]
    said = "\n".join(line for text in below for _, line in _said(content, change, text))
    return Basis({"": "\n".join(dump(value))}, {"": said} if said else {}, marks, order)


def _texts(plain: Lesson | Shelf | Workshop) -> Iterator[Text]:
    return plain.own_texts() if isinstance(plain, Workshop) else plain.texts()


def _touched(content: Content, change: Change, key: str) -> bool:
    """Whether a change says anything to those who hear upstream's variant of this key."""
    keys = list(change.value) if change.op is Op.EDIT and isinstance(change.value, Fields) else []
    if not key or not keys or not all(is_key(each, content.bands) for each in keys):
        return True
    return any(band.is_in(key) and any(band.is_in(each) for each in keys) for band in content.bands)


def _said(content: Content, change: Change, text: Text) -> Iterator[tuple[str, str]]:
    """What upstream says in the change's language, by age, where that is translated and up to date."""
    catalogue = content.catalogues((change.language,), frozenset([change.target]))[change.language]
    for variant in text.variants:
        message = catalogue.get(context(text.address, variant.key))
        if message and message.text and not message.fuzzy and message.source == "\n".join(variant.lines):
            yield variant.key, message.text


def dump(value: Raw, name: str = "") -> Iterator[str]:
    """A raw value line by line: `title: …`."""
    if isinstance(value, Fields):
        for key, each in value.items():
            yield from dump(each, f"{name}/{key}" if name else key)
    elif isinstance(value, Items):
        for number, each in enumerate(value, 1):
            own = str(each.get("id", number)) if isinstance(each, Fields) else ""
            yield from dump(each, f"{name}/{own}" if own else name)
    else:
        yield f"{name}: {value}" if name else str(value)


def _is_equivalent(content: Content, row: Standing, tree: Fields) -> bool:
    """Whether upstream is today what the change makes of it, so that the change does nothing."""
    change = row.change
    if change.op is Op.EDIT:
        source, said = row.words("source")[1], row.words("said")[1]
        own = content.layers.edited.get(change.address)
        return "\n".join(lines_of(change.value) if own or not isinstance(change.value, Fields) else dump(change.value)) == (said or source)
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


def bases(rows: list[Standing], partner: Partner) -> dict[str, Basis]:
    """What a partner's lock should hold: what was noted of changes that are still there, and today's basis of new ones."""
    today = {row.change.key: row.now for row in rows if row.now and row.change.partner == partner.id}
    keys = [change.key for change in partner.changes]
    return {key: basis for key in keys if (basis := partner.lock.get(key) or today.get(key))}
