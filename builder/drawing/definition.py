"""A scene as its file describes it: its size and its parts in painting order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from builder.drawing.bodies import STANCES
from builder.drawing.cast import CAST, MOODS, POSES
from builder.drawing.pieces import PIECES

_PLACE = ("at", "scale", "flip")
_AREAS = ("arch", "disc", "rectangle", "ground")
_FIELDS = {
    "person": (*_PLACE, "mood", "left", "right", "look", "tilt", "phone", "full", "sits", "back", "holds", "grip", "fill"),
    "piece": (*_PLACE, "turn", "fill", "accent", "tail"),
    "arch": ("fill",),
    "disc": ("fill",),
    "rectangle": ("fill", "radius"),
    "ground": ("fill",),
}
_CHOICES: dict[str, tuple[Any, ...]] = {
    "person": tuple(CAST), "piece": tuple(PIECES), "mood": MOODS, "left": tuple(POSES), "right": tuple(POSES),
    "sits": STANCES, "holds": tuple(PIECES), "phone": (True, False, "back", "screen"),
    "tail": ("left", "right"),
}  # fmt: skip
_NUMBERS = ("scale", "turn", "tilt", "grip", "radius")
_SWITCHES = ("flip", "full", "back")


@dataclass(frozen=True, slots=True)
class Placed:
    """One part: what it is (`person`, `piece`, `arch` …), which one or which box, and its settings."""

    what: str
    which: Any
    settings: Mapping[str, Any]

    def number(self, name: str, usual: float) -> float:
        """A setting that is a number."""
        return float(self.settings.get(name, usual))


@dataclass(frozen=True, slots=True)
class Definition:
    """A scene of `width` × `height` units."""

    width: float
    height: float
    parts: tuple[Placed, ...]


def definition(raw: Mapping[str, Any]) -> Definition:
    """The scene; a wrong key, name or number is a ValueError with a sentence for its author."""
    unknown = sorted(set(raw) - {"size", "alt", "parts"})
    if unknown:
        raise ValueError(f"a scene has size, alt and parts, but no {', '.join(unknown)}")
    size, parts = raw.get("size"), raw.get("parts")
    if not _numbers(size, 2):
        raise ValueError("size: [width, height] is needed")
    if not isinstance(parts, list) or not parts:
        raise ValueError("parts: needs at least one part")
    assert isinstance(size, list)  # checked by _numbers
    return Definition(float(size[0]), float(size[1]), tuple(_placed(part) for part in parts))


def _placed(raw: Any) -> Placed:
    what = next((name for name in _FIELDS if isinstance(raw, Mapping) and name in raw), None)
    if what is None:
        raise ValueError(f"a part is one of {', '.join(_FIELDS)}")
    settings = {name: value for name, value in raw.items() if name != what}
    unknown = sorted(set(settings) - set(_FIELDS[what]))
    if unknown:
        raise ValueError(f"{what} {raw[what]} has no setting {', '.join(unknown)}; it has {', '.join(_FIELDS[what])}")
    if what in _AREAS:
        if not _numbers(raw[what], 4):
            raise ValueError(f"{what} needs [x, y, width, height]")
    else:
        _check_choice(what, what, raw[what])
        if not _numbers(settings.get("at"), 2):
            raise ValueError(f"{what} {raw[what]} needs at: [x, y]")
    if "tail" in settings and not str(raw[what]).endswith("bubble"):
        raise ValueError(f"only a bubble has a tail, {raw[what]} has none")
    for name, value in settings.items():
        _check(f"{what} {raw[what]}", name, value)
    return Placed(what, raw[what], settings)


def _check(part: str, name: str, value: Any) -> None:
    """Refuses a value that does not fit its setting."""
    if name in _CHOICES:
        _check_choice(part, name, value)
    elif name in _NUMBERS and not _number(value):
        raise ValueError(f"{part}: {name} is a number, not {value}")
    elif name in _SWITCHES and not isinstance(value, bool):
        raise ValueError(f"{part}: {name} is true or false, not {value}")
    elif name == "look" and not (_number(value) or _numbers(value, 2)):
        raise ValueError(f"{part}: look is a number or [x, y], not {value}")
    elif name in ("fill", "accent") and not isinstance(value, str):
        raise ValueError(f"{part}: {name} is a colour of the theme or “#RRGGBB”, not {value}")


def _check_choice(part: str, name: str, value: Any) -> None:
    choices = _CHOICES[name]
    if value not in choices or isinstance(value, float):
        known = ", ".join(str(choice).lower() if isinstance(choice, bool) else choice for choice in choices)
        raise ValueError(f"{part}: {name} cannot be {value}; there are {known}")


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _numbers(value: Any, count: int) -> bool:
    return isinstance(value, list) and len(value) == count and all(_number(each) for each in value)
