"""Bodies: where hip, shoulders and face of one figure are, how it stands or sits, and its arms."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from builder.drawing.cast import CAST, POSES, SKIN, Build, Person, Pose
from builder.drawing.outline import Point
from builder.drawing.parts import Drawing, darker

STANCES = ("stand", "floor", "bench")


@dataclass(frozen=True, slots=True)
class Figure:
    """Everything that may be said about one drawn person. `phone` is empty, `back` or `screen`.

    `left` and `right` name arm poses from the viewer's side; `look` turns the face (x, y); `tilt` turns the head
    by degrees; `full` draws the legs, without them the body ends flat at the y of `cut`; `back` shows the person from
    behind; `holds` is a piece in both hands.
    """

    who: str
    left: str = "down"
    right: str = "down"
    mood: str = "calm"
    look: Point = (0, 0)
    tilt: float = 0
    phone: str = ""
    full: bool = True
    cut: float = 0
    sits: str = "stand"
    back: bool = False
    holds: Drawing | None = None

    @property
    def person(self) -> Person:
        """Who it is."""
        return CAST[self.who]

    @property
    def build(self) -> Build:
        """The measures."""
        return self.person.build

    @property
    def skin(self) -> str:
        """The skin's colour."""
        return SKIN[self.person.skin][0]

    @property
    def sleeve(self) -> str:
        """The sleeve's colour, darker than the garment so that an arm reads against the torso."""
        person = self.person
        return darker(person.over if person.over and person.wear == "trousers" else person.top, 0.84)

    @property
    def seated(self) -> bool:
        """Whether the figure sits, in a wheelchair or otherwise."""
        return self.person.wheels or self.sits != "stand"

    @property
    def hip(self) -> float:
        """The y of the hip."""
        if self.person.wheels:
            return -76
        return {"stand": -self.build.leg - 14, "bench": -self.build.leg * 0.56 - 14, "floor": -28}[self.sits]

    @property
    def hem(self) -> float:
        """The y of the lower edge of dress, tunic or shirt."""
        below = 0 if self.seated else {"dress": 26, "tunic": 40}.get(self.person.wear, 0)
        return self.hip + 16 + below

    @property
    def end(self) -> float:
        """The y where the garment ends: its hem, or where a half figure is cut."""
        return self.hem if self.full else min(self.hem, self.cut)

    @property
    def shoulders(self) -> float:
        """The y of the shoulders."""
        return self.hip - self.build.torso + 16

    @property
    def face(self) -> float:
        """The y of the middle of the face."""
        return self.shoulders - self.build.neck - self.build.chin + 6

    def arm(self, side: int) -> Arm:
        """The arm on this side: -1 left, 1 right, as seen."""
        pose = POSES[self.left if side < 0 else self.right]
        k = self.build.torso / 122
        x, y = side * (self.build.shoulder - self.build.arm / 2 + 1), self.shoulders + 25
        floor = self.end - self.build.arm * 0.6 if not self.full else 0
        elbow = (x + side * pose.elbow[0] * k, min(y + pose.elbow[1] * k, floor))
        return Arm(side, pose, (x, y), elbow, (x + side * pose.hand[0] * k, min(y + pose.hand[1] * k, floor)))


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm: its side, its pose, its shoulder, elbow and hand."""

    side: int
    pose: Pose
    joint: Point
    elbow: Point
    hand: Point

    @property
    def fingers(self) -> Point:
        """Where the fingers point, as a vector of length 1."""
        x, y = self.pose.fingers
        x, y = (x * self.side, y) if (x, y) != (0, 0) else (self.hand[0] - self.elbow[0], self.hand[1] - self.elbow[1])
        length = hypot(x, y)
        return x / length, y / length

    def along(self, share: float) -> Point:
        """A point of the forearm, 0 at the elbow and 1 at the hand."""
        (ex, ey), (hx, hy) = self.elbow, self.hand
        return ex + (hx - ex) * share, ey + (hy - ey) * share
