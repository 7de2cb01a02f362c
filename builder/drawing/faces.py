"""Faces: an egg from crown to jaw, features that shift with the look, a mouth that bows with the mood."""

from __future__ import annotations

from typing import NamedTuple

from builder.drawing.cast import CAST, HAIR, SKIN, Person
from builder.drawing.outline import Path, capsule, curve, ellipse, path
from builder.drawing.parts import INK, Drawing


class Look(NamedTuple):
    """Where a face is turned: x from -7 (left) to 7, y from -5 (up) to 5 (down), its mood."""

    x: float = 0
    y: float = 0
    mood: str = "calm"


_BROWS = {
    "happy": (-15, 0), "calm": (-14, 0), "talk": (-15, 0), "worried": (-15, -3), "think": (-15, 0), "firm": (-13, 0.5),
    "wow": (-19, 0), "sad": (-13, -3.5),
}  # fmt: skip
"""Mood → how high the brows stand, how much they slant."""
_BOWS = {"calm": (9, 11), "worried": (-7, 9), "think": (3, 8), "firm": (3.2, 9), "sad": (-8, 10)}
"""Mood → bow and half width of a closed mouth."""


def face(who: str, look: Look) -> Drawing:
    """Ears, head and features around (0, 0), the middle of the face, without hair."""
    person, d = CAST[who], Drawing()
    skin = SKIN[person.skin][0]
    if who == "amal":
        d.add(skin, egg(person))
    else:
        d.add(skin, *ears(person, look.x), egg(person))
    _eyes(d, who, look)
    _nose(d, person, look)
    _mouth(d, person, look)
    return d


def ears(person: Person, x: float = 0) -> list[Path]:
    """Both ears, shifted against the look."""
    hw = person.build.head
    return [ellipse(-hw + 1 - x * 0.3, 5, 9, 11), ellipse(hw - 1 - x * 0.3, 5, 9, 11)]


def nape(person: Person) -> Path:
    """The head's outline from behind, where the hair ends above the collar."""
    return egg(person, person.build.chin * 0.74)


def egg(person: Person, chin: float = 0) -> Path:
    """The head's outline from crown to jaw."""
    b = person.build
    hw, j, top, chin = b.head, b.jaw, b.crown, chin or b.chin
    return curve(
        (0, -top), (hw * 0.62, -top, hw, -top * 0.55, hw, -2), (hw, chin * 0.5, j, chin, 0, chin),
        (-j, chin, -hw, chin * 0.5, -hw, -2), (-hw, -top * 0.55, -hw * 0.62, -top, 0, -top),
    )  # fmt: skip


def _eyes(d: Drawing, who: str, look: Look) -> None:
    kid = CAST[who].build.kid
    x = look.x * 1.5 + (2 if look.x > 0 else -2 if look.x < 0 else 0)
    y = 3 + look.y
    wide, high = (4.6, 5.8) if kid else (4.2, 5)
    d.add(INK, *[ellipse(s * 15.5 + x, y, wide, high) for s in (-1, 1)], line="black")
    d.add("#FFFFFF", *[ellipse(s * 15.5 + x + 1.6, y - 2, 1.5) for s in (-1, 1)], line="none")
    d.add("#8E867E" if who == "abuela" else HAIR["black"], *[_brow(s, x, y, look.mood) for s in (-1, 1)], line="black")


def _brow(s: int, x: float, y: float, mood: str) -> Path:
    rise, slant = _BROWS[mood]
    lift = mood == "think" and s > 0
    inner, outer = y + rise + slant - (5 if lift else 0), y + rise - slant - (3 if lift else 0)
    return capsule(s * 9 + x, inner, s * 22 + x, outer, 3.8)


def _nose(d: Drawing, person: Person, look: Look) -> None:
    x, y = look.x * 1.6, 14 + look.y
    nose = path("M{} {}Q{} {} {} {}Q{} {} {} {}Z", x - 6, y, x, y + 7, x + 6, y, x, y + 2.5, x - 6, y)
    d.add(SKIN[person.skin][1], nose, line="black")


def _mouth(d: Drawing, person: Person, look: Look) -> None:
    x, y = look.x * 1.4, 28 + look.y * 0.8
    if look.mood == "happy":
        _laugh(d, "#3A1512" if person.skin == "s5" else "#7A2E2A", x, y)
        return
    lip = "#4A1F1A" if person.skin in ("s1", "s2", "s3") else "#2A0F0B"
    d.add(lip, mouth(look.mood, x, y), line="black")


def _laugh(d: Drawing, dark: str, x: float, y: float) -> None:
    """An open smile with teeth."""
    bow = "M{} {}Q{} {} {} {}Q{} {} {} {}Z"
    d.add(dark, path(bow, x - 13, y - 2, x, y + 1, x + 13, y - 2, x, y + 21, x - 13, y - 2), line="black")
    teeth = path(
        "M{} {}Q{} {} {} {}L{} {}Q{} {} {} {}Z",
        x - 10.5, y - 0.6, x, y + 2, x + 10.5, y - 0.6, x + 8.5, y + 3.2, x, y + 5.5, x - 8.5, y + 3.2,
    )  # fmt: skip
    d.add("#FFFFFF", teeth, line="none")


def mouth(mood: str, x: float, y: float) -> Path:
    """A closed mouth, or the small open one of somebody who speaks or wonders."""
    if mood == "wow":
        return ellipse(x, y + 3, 6, 7.5)
    if mood == "talk":
        return path("M{} {}Q{} {} {} {}Q{} {} {} {}Z", x - 8, y, x, y + 1, x + 8, y, x, y + 16, x - 8, y)
    bow, w = _BOWS[mood]
    if abs(bow) > 2:
        ends = (x - w, y + 1, x, y + bow - 0.7, x + w, y + 1, x, y + 5.2 + bow, x - w, y + 1)
        return path("M{} {}Q{} {} {} {}Q{} {} {} {}Z", *ends)
    return capsule(x - w + 2, y + 2, x + w - 2, y + (0 if mood == "think" else 2), 3.4)
