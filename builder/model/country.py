"""A country: its languages, paper, names and the places where children find help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from builder.model.source import Place
from builder.model.text import Text

NEVER = 12 * 1000
"""The age of a source without a date, in months."""
SHEET_MONTHS = 24
"""A source older than this prints no number (CONTENT §7)."""

PLACEHOLDERS = frozenset(
    [f"name.{who}{n}" for who in ("girl", "boy") for n in (1, 2, 3)]
    + ["name.teacher", "name.father", "name.grandmother"]
    + ["place.school", "place.school.of", "place.school.at"]
    + ["app.chat", "app.video", "app.game", "money.small", "money.big"]
    + ["helpline.child.number", "helpline.child.name"]
)
"""Every placeholder a text may hold; each country gives each its value per language."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A helpline or office: what to dial, when, at what cost, and how well that is known.

    `names` holds what it is called by language, or under an empty tag a name that is the same in all. `grade` A: several
    dated sources within two years; B: one, or two to four years; C: older. `source_dated` is `YYYY`, `YYYY-MM`, or empty
    where nobody knows: such a number is never printed for children. `called_on` is the date of a person's test call, or empty. `own`
    marks a partner's.
    """

    id: str
    kind: str
    names: Mapping[str, str]
    number: str
    channel: str
    hours: Text | None
    cost: Text | None
    source: Text
    source_dated: str
    called_on: str
    grade: str
    place: Place
    own: bool = False

    def called(self, tag: str) -> str:
        """What it is called in a language; its own name where it has no other there."""
        return self.names.get(tag) or self.names.get("") or next(iter(self.names.values()))

    def months_old(self, today: date) -> int:
        """Full months since the end of the source's month or year."""
        if not self.source_dated:
            return NEVER
        year, month = [*self.source_dated.split("-"), "12"][:2]
        return (today.year - int(year)) * 12 + today.month - int(month)

    def on_sheets(self, today: date) -> bool:
        """Whether it may be printed for children: graded A or B, in date, mobile and chat only at A."""
        fresh = self.months_old(today) <= SHEET_MONTHS
        return fresh and (self.grade == "A" or (self.grade == "B" and self.channel != "mobile"))


@dataclass(frozen=True, slots=True)
class Country:
    """What differs from country to country. `values` holds the placeholders by language tag."""

    id: str
    name: Text
    languages: tuple[str, ...]
    address_form: Mapping[str, str]
    paper: str
    contacts: tuple[Contact, ...]
    values: Mapping[str, Mapping[str, str]]
    place: Place

    def helpline(self, today: date, kind: str = "child") -> Contact | None:
        """The contact of this kind that may stand on a sheet on this day, or None."""
        return next((c for c in self.contacts if c.kind == kind and c.on_sheets(today)), None)
