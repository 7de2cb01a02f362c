"""Arms with hands that do something, legs that stand or sit, and the wheelchair."""

from __future__ import annotations

from math import cos, pi, sin

from builder.drawing.bodies import Arm, Figure
from builder.drawing.cast import LIGHT_SHOES, SKIN
from builder.drawing.outline import Path, capsule, curve, ellipse, limb, moved, path, ring, rounded
from builder.drawing.parts import Drawing, darker

_METAL = "#3A3432"
_PHONE = "#2B2422"


def arm(d: Drawing, figure: Figure, arm: Arm) -> None:
    """Adds one arm; a phone goes between palm and fingers."""
    phone = figure.phone if arm.pose.grip == "clasp" else ""
    hand = _hand(arm, figure.build.arm * 0.5)
    if arm.pose.grip == "chin":
        # the hand lies on face and collar: without a rim of shade it would melt into them
        rim = [moved(each, (1, 0, 0, 1, -0.4 * arm.side, -2.2)) for each in hand]
        d.add(SKIN[figure.person.skin][1], rim, line="none")
    _forearm(d, figure, arm, hand)
    if phone:
        _phone(d, figure, arm, screen=phone == "screen")


def _forearm(d: Drawing, figure: Figure, arm: Arm, hand: list[Path]) -> None:
    wide = figure.build.arm
    (ex, ey), (jx, jy) = arm.elbow, arm.joint
    if figure.person.sleeve == 1:
        d.add(figure.skin, [capsule(*arm.elbow, *arm.hand, wide * 0.74), *hand])
        d.add(figure.sleeve, limb([arm.joint, arm.elbow, arm.along(0.8)], wide))
        return
    d.add(figure.skin, [*limb([arm.joint, arm.elbow, arm.hand], wide * 0.74), *hand])
    cuff = (jx + (ex - jx) * 0.85, jy + (ey - jy) * 0.85)
    d.add(figure.sleeve, limb([arm.joint, cuff], wide * 1.04))


def _hand(arm: Arm, r: float) -> list[Path]:
    """The hand: `u` is where the fingers point, `v` where the thumb is."""
    (x, y), (ux, uy), s = arm.hand, arm.fingers, arm.side
    vx, vy = -uy, ux
    if vx * -s + vy * -0.6 < 0:
        vx, vy = -vx, -vy

    def stroke(a: float, b: float, c: float, e: float, width: float) -> Path:
        """A finger from (a along u, b along v) to (c, e), in radii."""
        return capsule(
            x + (ux * a + vx * b) * r, y + (uy * a + vy * b) * r, x + (ux * c + vx * e) * r, y + (uy * c + vy * e) * r, width * r
        )

    match arm.pose.grip:
        case "palm":
            fingers = [stroke(0, t * 0.62, 1.78 - abs(t + 0.15) * 0.25, t * 1.02, 0.52) for t in (-0.95, -0.32, 0.32, 0.95)]
            return [ellipse(x, y, r * 1.04), *fingers, stroke(-0.2, 0.5, 0.55, 1.62, 0.54)]
        case "point":
            return [ellipse(x, y, r), stroke(0.2, 0.35, 2.2, 0.3, 0.52), stroke(0, 0.6, 0.75, 0.95, 0.5)]
        case "give":
            return [stroke(-0.1, 0, 0.95, 0, 1.5), stroke(0.9, -0.2, 1.5, -0.1, 0.9), stroke(0, 0.4, 0.75, 1.15, 0.54)]
        case "chin":
            return [ellipse(x, y, r * 1.06), stroke(0.1, 0.55, 1.75, 0.75, 0.56), stroke(0.2, -0.2, 1.15, -0.35, 0.56)]
        case "fist" | "clasp":
            return [ellipse(x, y, r * 1.04)]
        case _:
            return [stroke(-0.15, 0, 0.6, 0, 1.86), stroke(0.05, 0.5, 0.75, 0.98, 0.54)]


def _phone(d: Drawing, figure: Figure, arm: Arm, *, screen: bool) -> None:
    """A phone held upright: its back with fingers around it, or its screen with the thumb beside it."""
    (x, y), s, r = arm.hand, arm.side, figure.build.arm * 0.5
    cx, cy = x - s * r * 0.55, y - 20
    case = Drawing().add(_PHONE, rounded(-15, -29, 30, 58, 6.5), line="black")
    case.add("#DDEFEA" if screen else "#4A403C", rounded(-11.5, -24, 23, 46, 2) if screen else ellipse(-s * 7, -21, 3.4))
    d.place(case, cx, cy, turn=-6 * s)
    if screen:
        tips = [capsule(cx - s * 17, y - i * r * 0.55, cx - s * 11, y - i * r * 0.55, r * 0.5) for i in range(3)]
        d.add(figure.skin, capsule(x + s * r * 0.5, y + r * 0.4, cx + s * 11, y - r * 0.9, r * 0.56), *tips)
        return
    fingers = [capsule(x, y + r * (0.62 - i * 0.52), cx - s * (13 - abs(i - 1)), y + r * (0.62 - i * 0.52), r * 0.56) for i in range(4)]
    d.add(figure.skin, *fingers, ellipse(x + s * 2, y, r))


def legs(d: Drawing, figure: Figure) -> None:
    """Adds legs that stand."""
    person, build = figure.person, figure.build
    thick = build.thick * (0.62 if person.bare else 1)
    xs = [s * (build.hip - build.thick / 2 - 1) for s in (-1, 1)]
    d.add(figure.skin if person.bare else person.low, *[capsule(x, figure.hip, x, -thick / 2 - 3, thick) for x in xs])
    d.add(person.shoe, *[_shoe(x, s) for x, s in zip(xs, (-1, 1), strict=True)], line=_shoe_line(figure))


def _shoe(x: float, s: int) -> Path:
    return path(
        "M{} 0L{} {}C{} {} {} {} {} {}C{} {} {} {} {} 0Z", x - s * 15, x - s * 15, -11, x - s * 15, -25, x + s * 12, -27,
        x + s * 19, -14, x + s * 30, -12, x + s * 29, -1, x + s * 27,
    )  # fmt: skip


def _shoe_line(figure: Figure) -> str:
    return "white" if figure.person.shoe in LIGHT_SHOES else "black"


def lap(d: Drawing, figure: Figure) -> None:
    """Adds legs that sit, in front of the torso: cross-legged on the floor, or on a bench."""
    if figure.sits == "floor":
        _cross_legged(d, figure)
    else:
        _on_a_bench(d, figure)


def _cross_legged(d: Drawing, figure: Figure) -> None:
    person, build = figure.person, figure.build
    colour, wide = (figure.skin if person.bare else person.low), build.thick * (0.72 if person.bare else 0.94)
    knee = build.hip + 30
    shoes = [rounded(x, -16, 34, 16, 8) for x in (-knee * 0.58 - 17, knee * 0.58 - 17)]
    d.add(person.shoe, *shoes, line=_shoe_line(figure))
    d.add(colour, *[capsule(s * knee * 0.5, -28, s * knee, -wide / 2 - 4, wide) for s in (-1, 1)],
          capsule(knee, -wide / 2 - 4, -knee * 0.3, -wide * 0.36, wide * 0.8))  # fmt: skip
    d.add(darker(colour, 0.9), capsule(-knee, -wide / 2 - 4, knee * 0.3, -wide * 0.36, wide * 0.8))
    if person.bare:
        d.add(person.low, _skirt(build.hip, figure.hip - 4, knee - 8, -19))


def _on_a_bench(d: Drawing, figure: Figure) -> None:
    person, build = figure.person, figure.build
    colour, wide = (figure.skin if person.bare else person.low), build.thick * (0.66 if person.bare else 1)
    x, knee = build.hip - build.thick / 2 + 2, figure.hip + 30
    d.add(darker(colour, 0.86), *[capsule(s * x, knee, s * x, -wide / 2 - 3, wide) for s in (-1, 1)])
    d.add(person.shoe, *[_shoe(s * x, s) for s in (-1, 1)], line=_shoe_line(figure))
    if person.bare:
        d.add(person.low, _skirt(build.hip, figure.hip - 4, build.hip + 12, knee - 2))
    else:
        d.add(colour, *[capsule(s * (x - 2), figure.hip + 4, s * x, knee, wide * 1.06) for s in (-1, 1)])


def _skirt(waist: float, top: float, wide: float, hem: float) -> Path:
    r = 12
    return curve(
        (-waist + 2, top), (waist - 2, top), (wide, hem - r), (wide + 2, hem - 3, wide - 4, hem, wide - r, hem), (-wide + r, hem),
        (-wide + 4, hem, -wide - 2, hem - 3, -wide, hem - r),
    )  # fmt: skip


def chair_behind(d: Drawing, figure: Figure) -> None:
    """Adds what of the wheelchair lies behind the body: backrest, seat, front wheel."""
    y = figure.hip
    frame = limb([(46, y + 18), (66, -20), (84, -12)], 7)
    d.add(_METAL, rounded(-52, y - 70, 12, 92, 5), rounded(-72, y - 74, 30, 10, 5), rounded(-46, y + 10, 96, 14, 6),
          frame, ring(62, -14, 14, 6), line="black")  # fmt: skip


def chair_in_front(d: Drawing, figure: Figure) -> None:
    """Adds legs and wheels, in profile while the upper body faces us."""
    y, low = figure.hip, figure.person.low
    d.add(low, limb([(-14, y + 2), (50, y + 4), (64, y + 46)], 32))
    d.add(darker(low, 0.82), limb([(-14, y + 2), (36, y + 6), (46, y + 48)], 30))
    shape = "M{} -6L{} -26Q{} -26 {} -16Q{} -12 {} -6Z"
    d.add(figure.person.shoe, *[path(shape, x - 16, x - 16, x + 10, x + 20, x + 30, x + 28) for x in (52, 68)])
    d.add("#2B2422", ring(-22, -46, 46, 8), line="black")
    d.add("#D99A3D", ring(-22, -46, 34, 4), ellipse(-22, -46, 8))
    turns = [i * pi / 4 + 0.2 for i in range(8)]
    spokes = [capsule(-22 + 9 * cos(t), -46 + 9 * sin(t), -22 + 31 * cos(t), -46 + 31 * sin(t), 2.4) for t in turns]
    d.add("#8C8178", *spokes, line="black")
