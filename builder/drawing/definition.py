"""A scene as its file describes it: its size and its parts in painting order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from builder.drawing.cast import CAST, MOODS, POSES
from builder.drawing.pieces import PIECES

_PLACE = {"at", "scale", "flip", "turn"}
_FIELDS = {
    "person": _PLACE | {"mood", "left", "right", "look", "phone", "full", "tilt"},
    "piece": _PLACE | {"fill", "tail"},
    "arch": {"fill"},
    "disc": {"fill"},
    "rectangle": {"fill", "radius"},
    "ground": {"fill"},
}


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
    """The scene; a wrong key or name is a ValueError with a sentence for its author."""
    unknown = set(raw) - {"size", "alt", "parts"}
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    size, parts = raw.get("size"), raw.get("parts")
    if not isinstance(size, list) or len(size) != 2 or not isinstance(parts, list):
        raise ValueError("size: [width, height] and parts: are needed")
    return Definition(float(size[0]), float(size[1]), tuple(_placed(part) for part in parts))


def _placed(raw: Any) -> Placed:
    what = next((name for name in _FIELDS if isinstance(raw, Mapping) and name in raw), None)
    if what is None:
        raise ValueError(f"a part is one of {', '.join(_FIELDS)}")
    settings = {name: value for name, value in raw.items() if name != what}
    unknown = set(settings) - _FIELDS[what]
    if unknown:
        raise ValueError(f"{what} has no {', '.join(sorted(unknown))}")
    which = raw[what]
    _check(what, which, settings)
    return Placed(what, which, settings)


def _check(what: str, which: Any, settings: Mapping[str, Any]) -> None:
    if what == "person" and which not in CAST:
        raise ValueError(f"there is no person {which}; there are {', '.join(CAST)}")
    if what == "piece" and which not in PIECES:
        raise ValueError(f"there is no piece {which}; there are {', '.join(PIECES)}")
    if what in ("arch", "disc", "rectangle", "ground") and not (isinstance(which, list) and len(which) == 4):
        raise ValueError(f"{what} needs [x, y, width, height]")
    if what in ("person", "piece") and not (isinstance(settings.get("at"), list) and len(settings["at"]) == 2):
        raise ValueError(f"{what} {which} needs at: [x, y]")
    for side in ("left", "right"):
        if settings.get(side, "down") not in POSES:
            raise ValueError(f"there is no pose {settings[side]}; there are {', '.join(POSES)}")
    if settings.get("mood", "calm") not in MOODS:
        raise ValueError(f"there is no mood {settings['mood']}; there are {', '.join(MOODS)}")
