"""A partner's brand: logos, colours, typefaces and lines that stand beside what the builder brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.model.change import Basis, Change
from builder.model.country import Contact
from builder.model.language import tag_of
from builder.model.page import Face
from builder.model.report import Report
from builder.model.source import Fields, Place
from builder.model.voice import Message

COVER_LOGO = (440.0, 60.0)
"""The most that one logo takes of a cover, in points: width and height."""
_LONG = 3.0
"""How many times wider than tall a long mark is."""


class Image(NamedTuple):
    """A picture made of pixels: PNG or JPEG bytes without metadata, its width and height in pixels.

    One that is `boxed` has a white ground of its own, and stands on a white plate wherever the ground is another.
    """

    content: bytes
    width: int
    height: int
    boxed: bool = False

    def within(self, wide: float, tall: float) -> tuple[float, float]:
        """Width and height inside wide × tall at which long and square marks weigh the same to the eye.

        Equal areas would make the letters of a long mark too small to read, so that it loses less of its height.
        """
        aspect = self.width / self.height
        height = tall * (1.0 if aspect <= 1 else min(aspect, _LONG) ** -0.4 * max(aspect / _LONG, 1.0) ** -0.1)
        scale = min(1.0, wide / (height * aspect))
        return height * aspect * scale, height * scale


class Logo(NamedTuple):
    """An organisation's mark: its name – read out by screen readers –, as it stands on light and on dark ground.

    Without a mark for dark ground the light one stands there on a white plate.
    """

    name: str
    light: Image
    dark: Image | None = None


@dataclass(frozen=True, slots=True)
class Brand:
    """How a partner's materials look.

    `logos` in the order in which they stand, the partner's own first. `colours` holds family (empty: every family) → role → `#RRGGBB`.
    `faces` replaces typefaces by their key (heading, body, bold, emphasis). `footer` and `credit` hold language (empty: every
    language) → line. `beside` names the organisations that stand beside the partner.
    """

    logos: tuple[Logo, ...] = ()
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    faces: Mapping[str, Face] = field(default_factory=dict)
    footer: Mapping[str, str] = field(default_factory=dict)
    credit: Mapping[str, str] = field(default_factory=dict)
    place: Place | None = None
    beside: tuple[str, ...] = ()


def line_in(lines: Mapping[str, str], tags: Iterable[str]) -> tuple[str, str]:
    """The line in the first of these languages that has one, and its language; else the line for every language."""
    tags = tuple(tags)
    found = next((tag for tag in tags if tag in lines), "")
    return lines.get(found, ""), tag_of(found or tags[0])


PLAIN = Brand()
"""The look that the builder brings."""


@dataclass(frozen=True, slots=True)
class Group:
    """An audience as a partner cuts it: the built-in audiences it spans – all their limits hold –, its label by language."""

    id: str
    spans: tuple[str, ...]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation's layer over the content: who it is, the language it writes in, what it changes and adds.

    `contacts` and `values` are by country: helplines
    it adds, and raw groups (names, places, apps, money) whose values stand before the country's. `said` holds the helplines' facts by
    language and context, `neutral` the addresses of those that are the same in all.
    """

    id: str
    name: str
    language: str
    place: Place
    brand: Brand = PLAIN
    changes: tuple[Change, ...] = ()
    contacts: Mapping[str, tuple[Contact, ...]] = field(default_factory=dict)
    values: Mapping[str, Fields] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    said: Mapping[str, Mapping[str, Message]] = field(default_factory=dict)
    neutral: tuple[str, ...] = ()
    lock: Mapping[str, Basis] = field(default_factory=dict)

    def layer(self, tag: str) -> str:
        """Its layer of a language: `es@plan-vida`."""
        return f"{tag}@{self.id}"


def named(partners: Iterable[Partner]) -> tuple[str, ...]:
    """The names of those that give the materials something of their own; one that says nothing is named nowhere, as it changes nothing."""
    own = ("changes", "contacts", "values", "groups", "said")
    return tuple(each.name for each in partners if each.brand is not PLAIN or any(getattr(each, name) for name in own))


def joined(brands: Iterable[Brand], report: Report) -> Brand:
    """One look from several brands: logos in their order, everything else from the one that sets it; two that set it are a problem."""
    made = PLAIN
    for brand in brands:
        for name in ("colours", "faces", "footer", "credit"):
            if getattr(made, name) and getattr(brand, name) and made.place:
                first = f"{made.place.file}:{made.place.line}"
                report.error("changes-clash", brand.place, address=f"brand/{name}", first=first, one="brand", other="brand")
        either = {name: getattr(brand, name) or getattr(made, name) for name in ("colours", "faces", "footer", "credit")}
        beside = (*made.beside, *brand.beside)
        made = Brand((*made.logos, *brand.logos), **either, place=made.place or brand.place, beside=beside)
    return made
