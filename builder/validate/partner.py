"""A partner's file: who it is, and what it changes in lessons, collections and plans – every change with its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from builder.blocks.base import Id, Name, Names, Written
from builder.model.audience import Band
from builder.model.change import Anchor, Change, Op
from builder.model.country import PLACEHOLDERS, Contact
from builder.model.partner import Group
from builder.model.report import Report
from builder.model.source import Fields, Items, Place, Word
from builder.model.voice import Message
from builder.validate.fields import near, read
from builder.validate.settings import ContactRow, Named, contact

KINDS = {"modules": ("module", ""), "collections": ("collection", ""), "plans": ("plan", "plan-")}
"""Group in the partner's file → what the file's own fields are called in an edit, what its name in translations begins with."""
MARKS = ("required", "safety")
VALUES = {"names": "name", "places": "place", "apps": "app", "money": "money"}
"""Group in the partner's file → what its placeholders begin with."""
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


def check_written(value: Any, report: Report) -> None:
    """Tells of the dots of an example where words should stand, and of telephone numbers written as plain text."""
    if isinstance(value, (Fields, Items)):
        for each in value.values() if isinstance(value, Fields) else value:
            check_written(each, report)
    elif value == "…":
        report.error("text-to-write", value.place)
    elif isinstance(value, Word) and (number := telephone(value)):
        report.error("number-as-text", value.place, number=number)


_NUMBER = re.compile(r"\+?\d[\d ().\u00a0/–-]{3,}\d")
_NO_NUMBER = re.compile(r"\d{1,3}([ .,\u00a0]\d{3})+|\d{4}-\d\d(-\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}[–-]\d{4}|[\d.]+")
"""Sums, dates, spans of years; digits without a gap are left to the reader where they are fewer than six."""


def telephone(string: str) -> str:
    """What looks like a telephone number: six digits and more that are no sum and no date; nothing where there is none."""
    for found in _NUMBER.finditer(string):
        digits = re.sub(r"\D", "", found[0])
        plain = _NO_NUMBER.fullmatch(found[0].strip())
        if len(digits) >= 6 and not (plain and not (found[0].isdigit() and len(digits) >= 7)):
            return found[0].strip()
    return ""


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


class Numbers(NamedTuple):
    """The helplines that a partner adds, by country; what their facts are in other languages: tag → context → message.

    `neutral` are the addresses of texts that are the same in every language.
    """

    contacts: dict[str, tuple[Contact, ...]]
    said: dict[str, dict[str, Message]]
    neutral: tuple[str, ...]


SPOKEN = ("hours", "cost", "note", "source")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][A-Za-z]+)?")


def numbers(raw: Fields, file: PartnerFile, report: Report) -> Numbers:
    """The partner's helplines, by the same rules as a country's own; a fact may be given language by language."""
    made = Numbers({}, {}, ())
    neutral: list[str] = []
    for country, rows in _by_country(raw, "helplines", report):
        if not isinstance(rows, Items):
            report.error("list-expected", rows.place, field="helplines")
            continue
        for row in (row for row in rows if not isinstance(row, Fields)):
            report.error("fields-expected", row.place, field="helplines", found=str(row)[:40])
        spoken = [_in_own_language(row, file, made.said, neutral, report) for row in rows if isinstance(row, Fields)]
        read_rows = [row for each in spoken if (row := read(ContactRow, each, report))]
        for row in read_rows:
            if not str(row.id).startswith(f"{file.id}-"):
                report.error("partner-prefix", getattr(row.id, "place", rows.place), id=row.id, prefix=f"{file.id}-")
        made.contacts[country] = tuple(replace(contact(row, rows), own=True) for row in read_rows)
    return made._replace(neutral=tuple(neutral))


def _in_own_language(
    row: Fields, file: PartnerFile, said: dict[str, dict[str, Message]], neutral: list[str], report: Report
) -> Fields:  # fmt: skip
    """The row with its facts in the partner's language; the other languages go into `said`. A plain source has no language."""
    fields = Fields(row)
    fields.place, fields.address, fields.keys_at = row.place, row.address, row.keys_at
    for name in SPOKEN:
        value = row.get(name)
        if isinstance(value, Fields) and value and all(_TAG.fullmatch(tag) for tag in value):
            mine = value.get(file.language)
            if not isinstance(mine, Word):
                report.error("missing-field", value.place, field=file.language)
                continue
            fields[name] = Word.at(mine, mine.place, value.address)
            for tag, word in value.items():
                said.setdefault(tag, {})[value.address] = Message(" ".join(mine.split()), str(word), place=word.place)
        elif isinstance(value, Word) and name == "source":
            neutral.append(value.address)
    return fields


def values(raw: Fields, report: Report) -> dict[str, Fields]:
    """Country → the partner's names, places, apps and amounts, each group as a country's file has it."""
    found: dict[str, Fields] = {}
    for group, begins in VALUES.items():
        for country, values_ in _by_country(raw, group, report):
            if not isinstance(values_, Fields):
                report.error("partner-fields", values_.place, field=country, example='girl1: "Yerutí"')
                continue
            for name in values_:
                _check_name(begins, name, values_, report)
            _check_values(values_, report)
            tree = found.setdefault(country, _like(raw))
            tree[group], tree.keys_at[group] = values_, values_.place
    return found


def _like(raw: Fields) -> Fields:
    fields = Fields()
    fields.place, fields.address, fields.keys_at = raw.place, raw.address, {}
    return fields


def check_id(raw: Fields, taken: Collection[str], report: Report) -> None:
    """Tells of an id that means something else already, or that some systems do not allow as a name."""
    word = raw.get("id")
    if isinstance(word, Word) and word in (*taken, *RESERVED):
        report.error("partner-id-taken", word.place, id=word)


RESERVED = ("upstream", "all", "none", "con", "prn", "aux", "nul", "com1", "lpt1")


def _check_values(value: Any, report: Report) -> None:
    """Tells of a name that could not stand in the middle of a sentence."""
    for name, each in value.items():
        if isinstance(each, Fields):
            _check_values(each, report)
        elif not isinstance(each, Word) or not each.strip() or len(each) > MOST_NAME or re.search(r"[{}<>*\n]", each) or telephone(each):
            report.error("bad-value", value.keys_at[name], name=name, found=shown(each))


MOST_NAME = 60


def shown(value: Any) -> str:
    """A value as it may stand in a problem: a word, cut where it is long; nothing of lists and mappings."""
    return str(value)[:40] if isinstance(value, Word) else "…"


def _check_name(begins: str, name: str, group: Fields, report: Report) -> None:
    known = sorted({each.removeprefix(f"{begins}.").split(".")[0] for each in PLACEHOLDERS if each.startswith(f"{begins}.")})
    languages = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)?")
    if name not in known and not (languages.fullmatch(name) and isinstance(group[name], Fields)):
        full = f"{begins}.{name}"
        report.error("unknown-placeholder", group.keys_at[name], name=full, near=near(name, known))


def check_countries(raw: Fields, known: Iterable[str], report: Report) -> None:
    """Tells of numbers and names for a country that there is not."""
    names = list(known)
    for group in ("helplines", *VALUES):
        found = raw.get(group)
        for code, place in found.keys_at.items() if isinstance(found, Fields) else ():
            if code not in names:
                report.error("unknown-country", place, name=code, near=near(code, names), all=", ".join(names))


def check_language(raw: Fields, known: Iterable[str], report: Report) -> None:
    """Tells of a language that there is not: edits in it would never be said."""
    word, names = raw.get("language"), list(known)
    if isinstance(word, Word) and word not in names:
        report.error("unknown-language", word.place, name=word, near=near(word, names), all=", ".join(names))


def _by_country(raw: Fields, group: str, report: Report) -> Iterator[tuple[str, Any]]:
    found = raw.get(group)
    if isinstance(found, Fields):
        yield from ((str(country), value) for country, value in found.items())
    elif found:
        report.error("partner-fields", raw.keys_at[group], field=group, example="PY: …")


def groups(file: PartnerFile, bands: tuple[Band, ...], report: Report) -> tuple[Group, ...]:
    """The partner's audiences, each with the built-in ones it spans; what none covers is a problem."""
    found: list[Group] = []
    for row in file.audiences:
        spans = _spans(row, bands, report)
        if row.like and not re.fullmatch(rf"{re.escape(file.id)}-[a-z0-9-]{{1,40}}", row.id):
            report.error("partner-prefix", row.id.place, id=shown(row.id), prefix=f"{file.id}-")
        elif any(band.id == row.id for band in bands) or any(row.id == each.id for each in found):
            report.error("audience-taken", row.id.place, id=row.id)
        elif spans:
            found.append(Group(str(row.id), spans, row.label))
    return tuple(found)


def _spans(row: OwnAudience, bands: tuple[Band, ...], report: Report) -> tuple[str, ...]:
    known = [band.id for band in bands]
    children = [band for band in bands if not band.adult]
    if row.like and (re.match(r"\d", row.id) or any(band.id in row.like for band in children)):
        report.error("audience-like", row.id.place, id=shown(row.id))
        return ()
    for name in row.like:
        if name not in known:
            report.error("unknown-audience", name.place, name=name, all=", ".join(known), near=near(name, known))
    if row.like:
        return tuple(band.id for band in bands if band.id in row.like)
    ages = re.fullmatch(r"(\d{1,2})-(\d{1,2})", row.id)
    low, high = (int(ages[1]), int(ages[2])) if ages else (0, 0)
    if not ages or low > high or low < min(band.low for band in children) or high > max(band.high for band in children):
        report.error("audience-range", row.id.place, id=row.id, all=", ".join(known))
        return ()
    return tuple(band.id for band in children if low <= band.high and band.low <= high)
