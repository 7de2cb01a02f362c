"""A partner's brand: logos, colours, typefaces and lines that stand beside what the builder brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.model.page import Face
from builder.model.source import Place


class Image(NamedTuple):
    """A picture made of pixels: PNG or JPEG bytes without metadata, its width and height in pixels."""

    content: bytes
    width: int
    height: int


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
    language) → line.
    """

    logos: tuple[Logo, ...] = ()
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    faces: Mapping[str, Face] = field(default_factory=dict)
    footer: Mapping[str, str] = field(default_factory=dict)
    credit: Mapping[str, str] = field(default_factory=dict)
    place: Place | None = None


def line_in(lines: Mapping[str, str], tags: Iterable[str]) -> tuple[str, str]:
    """The line in the first of these languages that has one, and its language; else the line for every language."""
    tags = tuple(tags)
    found = next((tag for tag in tags if tag in lines), "")
    return lines.get(found, ""), (found or tags[0]).split("@")[0]


PLAIN = Brand()
"""The look that the builder brings."""
