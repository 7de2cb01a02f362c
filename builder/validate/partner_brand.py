"""The `brand:` part of a partner's file: logos, colours, typefaces, lines; what is wrong with it at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from builder.blocks.base import Name, Written
from builder.model.report import Report
from builder.model.source import Fields, Place, Word, place_of
from builder.validate.fields import near, read
from builder.validate.theme import PALETTE

MOST_CO_BRANDS = 4
FACES = ("heading", "body", "bold", "emphasis")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class LogoFile(Written):
    """A mark's files, for light and for dark ground."""

    light: Name
    dark: Name | None = None


class CoBrandFile(Written):
    """An organisation that stands beside the partner."""

    name: Name
    logo: Any


class FontFiles(Written):
    """The files of typefaces."""

    heading: Name | None = None
    body: Name | None = None
    bold: Name | None = None
    emphasis: Name | None = None


class BrandFile(Written):
    """The fields of a brand."""

    theme: Name | None = None
    logo: Any = None
    name: Name | None = None
    colours: Any = None
    fonts: Any = None
    footer: Any = None
    credit: Any = None
    co_brands: tuple[CoBrandFile, ...] = ()


class LogoRow(NamedTuple):
    """A mark's name and its files."""

    name: str
    light: Word
    dark: Word | None = None


class ColourRow(NamedTuple):
    """A colour for one family (empty: every family), and where it is written."""

    family: Word
    role: str
    value: Word


@dataclass(frozen=True, slots=True)
class BrandRows:
    """A brand as it is written, each word with its place; files are not opened yet."""

    place: Place
    theme: Word | None = None
    logo: LogoRow | None = None
    name: str = ""
    colours: tuple[ColourRow, ...] = ()
    fonts: Mapping[str, Word] = field(default_factory=dict)
    footer: Mapping[str, Word] = field(default_factory=dict)
    credit: Mapping[str, Word] = field(default_factory=dict)
    co_brands: tuple[LogoRow, ...] = ()

    def over(self, other: BrandRows) -> BrandRows:
        """The brand, and from the other one what it does not say itself."""
        said = {(row.family, row.role) for row in self.colours}
        return replace(
            self,
            logo=self.logo or other.logo,
            name=self.name or other.name,
            colours=(*(row for row in other.colours if (row.family, row.role) not in said), *self.colours),
            fonts={**other.fonts, **self.fonts},
            footer=self.footer or other.footer,
            credit=self.credit or other.credit,
            co_brands=self.co_brands or other.co_brands,
        )

    def files(self, change: Callable[[Word], Word]) -> BrandRows:
        """The same brand with the names of its files changed."""

        def logo(row: LogoRow) -> LogoRow:
            return row._replace(light=change(row.light), dark=change(row.dark) if row.dark else None)

        fonts = {key: change(word) for key, word in self.fonts.items()}
        return replace(self, logo=logo(self.logo) if self.logo else None, fonts=fonts, co_brands=tuple(map(logo, self.co_brands)))


def brand_rows(raw: Fields, report: Report, languages: Iterable[str] = ()) -> BrandRows | None:
    """The brand of a raw tree; None – or what is right of it – with every reason in the report."""
    file = read(BrandFile, raw, report)
    if file is None:
        return None
    if len(file.co_brands) > MOST_CO_BRANDS:
        report.error("too-many-logos", place_of(raw, ("co_brands", MOST_CO_BRANDS)), found=len(file.co_brands), most=MOST_CO_BRANDS)
    beside = [
        logo._replace(name=str(row.name))
        for number, row in enumerate(file.co_brands)
        if (logo := _logo(row.logo, place_of(raw, ("co_brands", number, "logo")), report))
    ]
    tags = tuple(languages)
    return BrandRows(
        raw.place,
        file.theme,
        _logo(file.logo, place_of(raw, ("logo",)), report) if file.logo is not None else None,
        str(file.name or ""),
        tuple(_colours(file.colours, place_of(raw, ("colours",)), report)),
        _fonts(file.fonts, place_of(raw, ("fonts",)), report),
        _lines(file.footer, "footer", place_of(raw, ("footer",)), tags, report),
        _lines(file.credit, "credit", place_of(raw, ("credit",)), tags, report),
        tuple(beside[:MOST_CO_BRANDS]),
    )


def _logo(raw: Any, place: Place, report: Report) -> LogoRow | None:
    if isinstance(raw, Word) and raw:
        return LogoRow("", raw)
    if isinstance(raw, Fields):
        file = read(LogoFile, raw, report)
        return LogoRow("", file.light, file.dark) if file else None
    report.error("text-expected", place, field="logo")
    return None


def _colours(raw: Any, place: Place, report: Report) -> list[ColourRow]:
    if raw is None or raw == "":
        return []
    if not isinstance(raw, Fields):
        report.error("fields-expected", place, field="colours")
        return []
    rows = []
    for key, value in raw.items():
        named = Word.at(key, raw.keys_at[key])
        if isinstance(value, Fields):
            rows += [_colour(named, Word.at(role, value.keys_at[role]), each, report) for role, each in value.items()]
        else:
            rows.append(_colour(Word.at("", named.place), named, value, report))
    return [row for row in rows if row]


def _colour(family: Word, role: Word, value: Any, report: Report) -> ColourRow | None:
    if role not in PALETTE:
        report.error("unknown-field", role.place, field=role, near=near(role, list(PALETTE)))
    elif not isinstance(value, Word) or not _HEX.fullmatch(value):
        report.error("bad-colour", getattr(value, "place", role.place), field=role, found=value if isinstance(value, Word) else "")
    else:
        return ColourRow(family, str(role), Word.at(value.upper(), value.place))
    return None


def _fonts(raw: Any, place: Place, report: Report) -> dict[str, Word]:
    if raw is None or raw == "":
        return {}
    if not isinstance(raw, Fields):
        report.error("fields-expected", place, field="fonts")
        return {}
    file = read(FontFiles, raw, report)
    found = {key: word for key in FACES if (word := getattr(file, key, None))}
    if "body" in found and "bold" not in found and file:
        report.error("missing-field", place, field="bold")
    return found


def _lines(raw: Any, name: str, place: Place, languages: tuple[str, ...], report: Report) -> dict[str, Word]:
    """Language (empty: every language) → line."""
    rows = {"": raw} if isinstance(raw, Word) else raw if isinstance(raw, Fields) else {}
    if raw is not None and not rows:
        report.error("text-expected", place, field=name)
    found = {}
    for tag, line in rows.items():
        at = raw.keys_at[tag] if isinstance(raw, Fields) else place
        if not isinstance(line, Word):
            report.error("text-expected", at, field=name)
        elif not line.strip():
            report.error("empty-text", line.place)
        elif tag and languages and tag not in languages:
            report.error("unknown-language", at, name=tag, near=near(tag, list(languages)), all=", ".join(languages))
        else:
            found[tag] = Word.at(" ".join(line.split()), line.place)
    return found
