"""What a pack is made for: a room, its languages, a country, the settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from builder.model.audience import Audience
from builder.model.country import Country
from builder.model.language import Language
from builder.model.look import GREY
from builder.model.source import Place

PHONE = "phone"
"""The edition whose documents are pages of HTML: guide and handouts, no slides."""


class Attendee(NamedTuple):
    """A participant's name, and where it stands. Names go onto certificates and nowhere else."""

    string: str
    place: Place


class Price(NamedTuple):
    """What the copier charges for one printed side, in a currency."""

    side: Decimal
    currency: str

    def said(self, amount: Decimal) -> str:
        """An amount with the currency before it, in as many places as the price has."""
        places = max(0, -int(self.side.as_tuple().exponent))
        return f"{self.currency} {amount:.{places}f}"


@dataclass(frozen=True, slots=True)
class Combination:
    """One pack to build: for whom, in which language – or two –, where, with which settings."""

    audience: Audience
    language: Language
    guide_language: Language
    country: Country
    paper: str
    modules: tuple[str, ...] = ()
    edition: str = ""
    participants: int = 30
    start: int | None = None
    place: str = ""
    today: date = date.min
    second: Language | None = None
    draft: bool = False
    minutes: int | None = None
    price: Price | None = None
    print: str = GREY
    names: tuple[Attendee, ...] = ()
