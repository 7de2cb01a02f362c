"""A language: its tag, where its texts are looked up, and how it writes numbers of things and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its tag, the layers its texts are looked up in, and how it writes.

    `chain` holds layers of one language (`es-PY`, `es`): what stands in any of them is said in this language.
    `others` are other languages, tried in turn where a draft shows what is not translated yet.
    `first_day` is how a date says the first of a month, where that is no number (“1er”). `disguise` makes a trial language of it: it
    says every source text, changed so that it can be told from one that was never looked up.
    """

    tag: str
    name: str
    rtl: bool
    chain: tuple[str, ...]
    standing: str
    date_form: str = "{day} {month} {year}"
    months: tuple[str, ...] = ()
    first_day: str = ""
    others: tuple[str, ...] = ()
    plurals: str = "nplurals=2; plural=(n != 1);"
    plural: Callable[[int], int] = field(default=lambda n: int(n != 1), compare=False)
    disguise: Callable[[str], str] | None = None

    @property
    def written(self) -> str:
        """Its tag as documents name it (BCP 47); the tag of a trial language is none that a reader would know."""
        return tag_of(self.chain[0])

    @property
    def spoken(self) -> frozenset[str]:
        """The tags of what is said in it, as texts name them: `es-PY` and `es`."""
        return frozenset(map(tag_of, self.chain))

    def layers(self, forms: Mapping[str, str]) -> tuple[str, ...]:
        """The layers in the order in which they are asked: a country's form of address (`es@vos`) before the language itself."""
        form = next((forms[tag] for tag in self.chain if tag in forms), "")
        return tuple(layer for tag in self.chain for layer in ((f"{tag}@{form}", tag) if form else (tag,)))

    def dated(self, day: date) -> str:
        """The day as this language writes it."""
        month = self.months[day.month - 1] if self.months else str(day.month)
        number = self.first_day if day.day == 1 and self.first_day else str(day.day)
        return self.date_form.format(day=number, month=month, year=day.year)


def tag_of(layer: str) -> str:
    """The language of a layer without its form: `es-PY` of `es-PY@vos`."""
    return layer.split("@", maxsplit=1)[0]


def primary(tag: str) -> str:
    """The language of a tag or layer, without region and form: `es` of `es-PY@vos` (RFC 5646, section 2.2.1)."""
    return tag_of(tag).split("-", maxsplit=1)[0]
