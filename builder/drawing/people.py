"""Whole people: legs, torso, arms and head put together; the origin lies between the feet, y goes down."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from builder.drawing.cast import CAST, IN_FRONT, POSES, SKIN, Build, Person
from builder.drawing.faces import braid, hair_back, head
from builder.drawing.garments import torso, trim
from builder.drawing.outline import Drawing, capsule, darker, ellipse, limb, path, ring, rounded

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Body:
    """Where the parts of one person are: hip, shoulders, middle of the face."""

    who: str
    full: bool

    @property
    def person(self) -> Person:
        """Who it is."""
        return CAST[self.who]

    @property
    def build(self) -> Build:
        """The measures."""
        return self.person.build

    @property
    def sits(self) -> bool:
        """Teo uses a wheelchair."""
        return self.who == "teo"

    @property
    def hip(self) -> float:
        """The y of the hip."""
        return -(62 if self.sits else self.build.leg) - 14

    @property
    def shoulders(self) -> float:
        """The y of the shoulders."""
        return self.hip - self.build.torso + 16

    @property
    def face(self) -> float:
        """The y of the middle of the face."""
        return self.shoulders - self.build.neck - self.build.chin + 6


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm: its side (-1 left, 1 right as seen), its pose, its shoulder, elbow and hand."""

    side: int
    pose: str
    joint: Point
    elbow: Point
    hand: Point


def person(
    who: str, left: str = "down", right: str = "down", mood: str = "calm", look: float = 0,
    *, phone: bool = False, full: bool = True, tilt: float = 0,
) -> Drawing:  # fmt: skip
    """A whole figure. `left` and `right` name arm poses as seen by the viewer; `look` turns the face."""
    body, d = Body(who, full), Drawing()
    arms = [_arm(body, -1, left), _arm(body, 1, right)]
    d.place(hair_back(who), 0, body.face, rot=tilt)
    if full:
        _legs(d, body)
    for arm in arms:
        if arm.pose not in IN_FRONT:
            _draw_arm(d, body, arm)
    torso(d, body.who, body.build, body.hip, body.shoulders, body.face, full)
    trim(d, who, body.build, body.hip, body.shoulders)
    d.place(head(who, mood, look), 0, body.face, rot=tilt)
    if who == "nara":
        braid(d, body.face)
    if body.sits and full:
        _chair_front(d, body)
    for arm in arms:
        if arm.pose in IN_FRONT:
            if phone and arm.pose == "phone":
                d.place(_small_phone(), arm.hand[0] - arm.side * 8, arm.hand[1] - 20, 0.42, flip=arm.side < 0)
            _draw_arm(d, body, arm)
    return d


def _arm(body: Body, side: int, pose: str) -> Arm:
    build, k = body.build, body.build.torso / 122
    x, y = side * (build.shoulder - build.arm / 2 + 1), body.shoulders + 25
    (ex, ey), (hx, hy) = POSES[pose]
    return Arm(side, pose, (x, y), (x + side * ex * k, y + ey * k), (x + side * hx * k, y + hy * k))


def _legs(d: Drawing, body: Body) -> None:
    if body.sits:
        _chair_back(d, body)
        return
    person, build = body.person, body.build
    bare = person.wear in ("dress", "skirt")
    colour = SKIN[person.skin][0] if bare else person.low
    thick = build.thick * (0.62 if bare else 1)
    light = person.shoe in ("#EDE3D2", "#D8C9AE", "#B8472F")
    for s in (-1, 1):
        x = s * (build.hip - build.thick / 2 - 1)
        d.add(colour, limb([(x, body.hip), (x, -thick / 2 - 3)], thick))
        shoe = path(
            "M{} 0L{} {}C{} {} {} {} {} {}C{} {} {} {} {} 0Z", x - s * 15, x - s * 15, -11, x - s * 15, -25, x + s * 12, -27,
            x + s * 19, -14, x + s * 30, -12, x + s * 29, -1, x + s * 27,
        )  # fmt: skip
        d.add(person.shoe, shoe, line="white" if light else "black")


def _draw_arm(d: Drawing, body: Body, arm: Arm) -> None:
    person, wide = body.person, body.build.arm
    skin = SKIN[person.skin][0]
    sleeve = darker(person.over if person.over and body.who == "kito" else person.top, 0.84)
    (hx, hy), (ex, ey), (jx, jy) = arm.hand, arm.elbow, arm.joint
    if person.sleeve == 1:
        d.add(skin, capsule(ex, ey, hx, hy, wide * 0.74), ellipse(hx, hy, wide * 0.52))
        _palm(d, arm, skin, wide)
        wrist = (ex + (hx - ex) * 0.8, ey + (hy - ey) * 0.8)
        d.add(sleeve, limb([arm.joint, arm.elbow, wrist], wide))
    else:
        _palm(d, arm, skin, wide)
        d.add(skin, limb([arm.joint, arm.elbow, arm.hand], wide * 0.74), ellipse(hx, hy, wide * 0.5))
        cuff = (jx + (ex - jx) * 0.85, jy + (ey - jy) * 0.85)
        d.add(sleeve, limb([arm.joint, cuff], wide * 1.04))


def _palm(d: Drawing, arm: Arm, skin: str, wide: float) -> None:
    """An open palm: four fingers and a thumb."""
    if arm.pose not in ("stop", "wave", "up"):
        return
    r, (hx, hy), s = wide * 0.52, arm.hand, arm.side
    fingers = [
        capsule(hx + t * r * 0.62, hy, hx + t * r * 0.98, hy - r * (1.75 - abs(t + 0.15) * 0.25), wide * 0.24)
        for t in (-1, -0.35, 0.3, 0.92)
    ]
    thumb = capsule(hx - s * r * 0.5, hy + 2, hx - s * r * 1.55, hy - r * 0.5, wide * 0.25)
    d.add(skin, [*fingers, thumb, ellipse(hx, hy, r)])


def _small_phone() -> Drawing:
    d = Drawing().add("#2B2422", rounded(-30, -60, 60, 118, 12), line="black")
    return d.add("#DDEFEA", rounded(-24, -50, 48, 96, 4))


def _chair_back(d: Drawing, body: Body) -> None:
    """What of the wheelchair lies behind the body: backrest, seat, front wheel."""
    y = body.hip
    d.add("#3A3432", rounded(-52, y - 70, 12, 92, 5), rounded(-72, y - 74, 30, 10, 5), rounded(-46, y + 10, 96, 14, 6),
          limb([(46, y + 18), (66, -20), (84, -12)], 7), ring(62, -14, 14, 6), line="black")  # fmt: skip


def _chair_front(d: Drawing, body: Body) -> None:
    """The upper body faces us; legs and wheels are in profile."""
    y, low = body.hip, body.person.low
    d.add(low, limb([(-14, y + 2), (50, y + 4), (64, y + 46)], 32))
    d.add(darker(low, 0.82), limb([(-14, y + 2), (36, y + 6), (46, y + 48)], 30))
    shape = "M{} -6L{} -26Q{} -26 {} -16Q{} -12 {} -6Z"
    shoes = [path(shape, x - 16, x - 16, x + 10, x + 20, x + 30, x + 28) for x in (52, 68)]
    d.add(body.person.shoe, *shoes)
    d.add("#2B2422", ring(-22, -46, 46, 8), line="black")
    d.add("#D99A3D", ring(-22, -46, 34, 4), ellipse(-22, -46, 8))
    d.add("#8C8178", *_spokes(), line="black")


def _spokes() -> list[tuple[tuple[str, tuple[float, ...]], ...]]:

    turns = [i * pi / 4 + 0.2 for i in range(8)]
    return [capsule(-22 + 9 * cos(t), -46 + 9 * sin(t), -22 + 31 * cos(t), -46 + 31 * sin(t), 2.4) for t in turns]
