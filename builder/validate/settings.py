"""Audiences, topics, countries, languages, safeguarding pages, scenes: settings files → typed values."""

from __future__ import annotations

import gettext
import re
from collections.abc import Collection, Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from builder.blocks.base import Id, Item, Names, Words, Written
from builder.drawing.definition import Definition, definition
from builder.lesson import KINDS_OF_FRAMES, Forbidden, Frames, Topic
from builder.model.audience import Band
from builder.model.country import PLACEHOLDERS, Contact, Country
from builder.model.language import Language, primary
from builder.model.report import Report
from builder.model.source import Fields, Items, Word
from builder.model.text import Text
from builder.validate.fields import read
from builder.validate.wording import fixed, listed


def _named(raw: Any) -> dict[str, str]:
    """A name that is the same in all languages, or one for each."""
    if isinstance(raw, Fields) and raw and all(isinstance(value, Word) for value in raw.values()):
        return {str(tag): str(value) for tag, value in raw.items()}
    return {"": str(raw)} if isinstance(raw, Word) else {}


Named = Annotated[Any, BeforeValidator(_named), Field(min_length=1)]
"""A name of an office, by language."""


class BandRow(Written):
    """One audience in `audiences.yaml`."""

    id: str
    label: Words
    low: int = 18
    high: int = 99
    slide_words: int
    title_words: int
    sentence_words: int = 30
    ease: int = 0
    family: str


class TopicRow(Written):
    """One topic of the gate in `topics.yaml`."""

    id: Id
    audiences: Names
    reason: str
    small_group: bool = False
    sensitive: bool = False


class ContactRow(Item):
    """A helpline or office in a country's file."""

    kind: Literal["child", "emergency", "police", "csam-report", "other"]
    name: Named
    number: str
    channel: Literal["phone", "mobile", "chat", "web"] = "phone"
    hours: Words | None = None
    cost: Words | None = None
    languages: Names = ()
    area: str = "national"
    source: Words
    source_dated: str = Field(pattern=r"^(20\d\d(-(0[1-9]|1[0-2]))?)?$")
    called_on: str = ""
    grade: Literal["A", "B", "C", "U"]
    note: Words | None = None


class CountryFile(Written):
    """A country's file."""

    id: str
    name: Words
    languages: Names
    address: Any = None
    paper: Literal["a4", "letter", "oficio"]
    time: str = "24h"
    currency: str = ""
    names: Any
    places: Any
    apps: Any
    money: Any
    helplines: tuple[ContactRow, ...]


def bands(raw: Fields, report: Report) -> tuple[Band, ...]:
    """The audiences in the order of their file."""
    rows = [read(BandRow, row, report) for row in raw.get("audiences", []) if isinstance(row, Fields)]
    return tuple(
        Band(row.id, row.low, row.high, row.low >= 18, row.slide_words, row.title_words, row.family, row.sentence_words, row.ease)
        for row in rows if row
    )  # fmt: skip


def labels(raw: Fields) -> dict[str, Text]:
    """Audience id → the text people call it by."""
    return {str(row["id"]): listed(row["label"], row["label"].address) for row in raw.get("audiences", []) if "label" in row}


def topics(raw: Fields, report: Report) -> dict[str, Topic]:
    """Topic id → who it may be said to."""
    rows = [read(TopicRow, row, report) for row in raw.get("topics", []) if isinstance(row, Fields)]
    return {row.id: Topic(row.id, tuple(row.audiences), row.reason, row.small_group, row.sensitive) for row in rows if row}


def forbidden(raw: Fields) -> tuple[Forbidden, ...]:
    """The word lists that catch what was not declared."""
    found = []
    for row in raw.get("words", []):
        for tag, words in row.items():
            if isinstance(words, Items) and tag != "audiences":
                audiences = tuple(str(name) for name in row.get("audiences", []))
                found.append(Forbidden(audiences, tag, tuple(str(word) for word in words), str(row.get("reason", ""))))
    return tuple(found)


def country(raw: Fields, code: str, offered: Collection[str], report: Report) -> Country | None:
    """The country, or None when its fields cannot be read. `offered` are the languages that have a folder."""
    file = read(CountryFile, raw, report)
    if file is None:
        return None
    contacts = tuple(contact(row, raw["helplines"]) for row in file.helplines)
    languages = tuple(str(tag) for tag in file.languages)
    values = {tag: values_of(raw, tag) for tag in languages}
    form = file.address
    forms = {tag: str(name) for tag, name in form.items()} if isinstance(form, Fields) else {"es": str(form)} if form else {}
    for tag, found in ((tag, found) for tag, found in values.items() if tag in offered):
        for name in sorted(PLACEHOLDERS - set(found)):
            if not name.startswith("helpline."):
                report.warning("country-value-missing", raw.place, name=name, language=tag, country=code)
    return Country(code, file.name, languages, forms, file.paper, contacts, values, raw.place)


def contact(row: ContactRow, rows: Items) -> Contact:
    """The contact of a row, at its place among the rows."""
    called = "" if row.called_on in ("null", "none") else row.called_on
    place = next((each.place for each in rows if each.get("id") == row.id), rows.place)
    return Contact(
        row.id, row.kind, row.name, row.number, row.channel, row.hours, row.cost, row.source, row.source_dated, called, row.grade, place
    )  # fmt: skip


def values_of(raw: Fields, tag: str) -> dict[str, str]:
    """The country's placeholders in one language; what is the same in all languages stands alone."""
    found: dict[str, str] = {}
    for key, group in (("name", "names"), ("app", "apps"), ("money", "money")):
        for name, value in _pairs(raw.get(group), tag):
            found[f"{key}.{name}"] = value
    for place, forms in (raw.get("places") or {}).items():
        for form, value in _pairs(forms, tag):
            found[f"place.{place}" + ("" if form == "name" else f".{form}")] = value
    return found


def _pairs(raw: Any, tag: str) -> Iterator[tuple[str, str]]:
    """Names and values for a language, whether it stands inside the name or around all names."""
    if not isinstance(raw, Fields):
        return
    own = raw.get(tag)
    inside = own if isinstance(own, Fields) else raw
    for name, value in inside.items():
        if isinstance(value, Word):
            yield name, str(value)
        elif isinstance(value, Fields) and isinstance(value.get(tag), Word):
            yield name, str(value[tag])


COUNTED = 203
"""Numbers that reach every form of a rule on hundreds, as the Arabic one is; a rule on millions needs `plurals`."""
MOST_FORMS = 6
"""No language tells apart more: zero, one, two, few, many, other (Unicode CLDR)."""


def language(raw: Fields, tag: str, report: Report) -> Language | None:
    """The language with its fallback chain, its plural rule and its months.

    A `fallback` of the same language (`es` of `es-PY`) is a layer of it; another language is shown in drafts only. There are as many
    plural forms as the rule tells apart; `plurals` may say that there are more.
    """
    rule, said = str(raw.get("plural", "n != 1")), str(raw.get("plurals", ""))
    try:
        plural = gettext.c2py(rule)
        forms = max(*map(plural, range(COUNTED)), int(said or 1) - 1) + 1
        if forms > MOST_FORMS:
            raise ValueError(rule)
    except (ValueError, ZeroDivisionError):
        report.error("bad-plural", raw.place, found=raw.get("plural", ""))
        return None
    more = [str(name) for name in raw.get("fallback", [])]
    chain = (tag, *(name for name in more if primary(name) == primary(tag)))
    others = tuple(name for name in more if primary(name) != primary(tag))
    plurals = f"nplurals={forms}; plural=({rule});"
    months = tuple(str(name) for name in raw.get("months", []))
    name, standing = str(raw.get("name", tag)), str(raw.get("standing", "draft"))
    date = str(raw.get("date", "{day} {month} {year}"))
    first = str(raw.get("first_day", ""))
    return Language(tag, name, raw.get("direction") == "rtl", chain, standing, date, months, first, others, plurals, plural)


def frames(raw: Fields, report: Report) -> Frames:
    """Kind → id → name, of the four kinds of frames."""
    return {kind: fixed(raw[kind], report) for kind in KINDS_OF_FRAMES if isinstance(raw.get(kind), Fields)}


def safeguarding(raw: Fields) -> dict[str, Text]:
    """Name (`before/title`, `before/items`) → text of the safeguarding pages, in order."""
    found: dict[str, Text] = {}
    for section in raw.get("sections", []):
        for name, value in section.items():
            if name not in ("id", "safety") and isinstance(value, (Word, Items)):
                found[f"{section.get('id')}/{name}"] = listed(value, value.address)
    return found


def scene(raw: Fields, report: Report) -> Definition | None:
    """How a picture is drawn, or None with the reason in the report."""
    try:
        return definition(_plain(raw))
    except ValueError as error:
        report.error("bad-scene", raw.place, reason=str(error))
        return None


def _plain(value: Any) -> Any:
    """A raw tree as YAML would have read it: numbers and yes/no where they look so."""
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    text = str(value)
    if text in ("true", "false"):
        return text == "true"
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?|-?\.\d+", text) else text
