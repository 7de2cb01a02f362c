"""Who is in the room: age bands and adult groups, alone or mixed, and the ranges texts are written for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")

EVERYONE = "everyone"
ADULTS = "adults"
EASY = "easy-read"
_RANGE = re.compile(r"(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Band:
    """One age band of children, or one adult group (then `low` and `high` are 18 and 99).

    `slide_words`, `title_words` and `sentence_words` are limits; `ease` is the least reading ease (builder/reading).
    """

    id: str
    low: int
    high: int
    adult: bool
    slide_words: int
    title_words: int
    family: str
    sentence_words: int = 30
    ease: int = 0

    def is_in(self, key: str) -> bool:
        """Whether a text written for `key` – a range, an id, `adults` or `everyone` – is for this band."""
        if key in (self.id, EVERYONE):
            return True
        if self.adult:
            return key == ADULTS
        ages = _RANGE.fullmatch(key)
        return bool(ages) and int(ages[1]) <= self.low and self.high <= int(ages[2])  # type: ignore[index]


@dataclass(frozen=True, slots=True)
class Audience:
    """One room: a band, or several in one mixed room, the youngest first. `named` is its id where a partner cut it anew.

    A room that reads `easy` hears the easy-read variant of a text where there is one for it.
    """

    bands: tuple[Band, ...]
    named: str = ""
    easy: bool = False

    @property
    def id(self) -> str:
        """The id as it is typed and written in folder names: `9-12` or `9-12+13-17`."""
        return self.named or "+".join(band.id for band in self.bands)

    @property
    def youngest(self) -> Band:
        """The band whose limits, type sizes and colours rule the room."""
        return self.bands[0]

    @property
    def slide_words(self) -> int:
        """The most words a slide may carry."""
        return min(band.slide_words for band in self.bands)

    @property
    def title_words(self) -> int:
        """The most words a title may have."""
        return min(band.title_words for band in self.bands)


def width_of(key: str) -> int:
    """How many years a key spans, so that the narrowest can be chosen."""
    ages = _RANGE.fullmatch(key)
    return int(ages[2]) - int(ages[1]) if ages else (0 if key not in (EVERYONE, ADULTS) else 100)


def is_easy(key: str) -> bool:
    """Whether the key is that of an easy-read variant: `easy-read`, or `9-12-easy-read` where a text differs by age."""
    return key == EASY or key.endswith(f"-{EASY}")


def readers_of(key: str) -> str:
    """Who a key is for, however they read: `9-12` of `9-12-easy-read`, `everyone` of `easy-read`."""
    return (key.removesuffix(EASY).removesuffix("-") or EVERYONE) if is_easy(key) else key


def key_for(audience: Audience, keys: tuple[str, ...]) -> str | None:
    """The key of the variant a room hears: the narrowest that covers all, else the youngest band's.

    A room that reads easily hears an easy-read one where there is one for it.
    """
    easy = {readers_of(key): key for key in keys if is_easy(key)} if audience.easy else {}
    found = _narrowest(audience, tuple(easy))
    return easy[found] if found else _narrowest(audience, keys)


def _narrowest(audience: Audience, keys: tuple[str, ...]) -> str | None:
    common = [key for key in keys if all(band.is_in(key) for band in audience.bands)]
    own = common or [key for key in keys if audience.youngest.is_in(key)]
    return min(own, key=width_of) if own else None


@dataclass(frozen=True, slots=True)
class ByAudience(Generic[Value]):
    """A value that may differ by audience: pairs of a key (`9-12`, `everyone` …) and a value."""

    variants: tuple[tuple[str, Value], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in the author's order."""
        return tuple(key for key, _ in self.variants)

    def get(self, audience: Audience) -> Value | None:
        """The value for this room, or None when no variant is for it."""
        key = key_for(audience, self.keys)
        return dict(self.variants)[key] if key is not None else None


def is_key(key: str, bands: tuple[Band, ...]) -> bool:
    """Whether the string is a range, an audience id, `adults` or `everyone`."""
    return bool(_RANGE.fullmatch(key)) or key in (EVERYONE, ADULTS) or any(band.id == key for band in bands)
