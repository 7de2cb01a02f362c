"""What a partner says of itself and its countries: id, language, helplines, names, audiences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from builder.model.audience import Band
from builder.model.country import PLACEHOLDERS, Contact
from builder.model.partner import Group
from builder.model.report import Report
from builder.model.source import Fields, Items, Word
from builder.model.voice import Message
from builder.validate.fields import near, read
from builder.validate.partner import OwnAudience, PartnerFile
from builder.validate.partner_words import shown, telephone
from builder.validate.settings import ContactRow, contact

VALUES = {"names": "name", "places": "place", "apps": "app", "money": "money"}
"""Group in the partner's file → what its placeholders begin with."""


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
