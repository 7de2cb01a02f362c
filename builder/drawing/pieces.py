"""Scene pieces: things and places. Every piece stands on its origin; none holds words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import cos, pi, sin

from builder.drawing.outline import INK, Drawing, arch, capsule, darker, ellipse, limb, path, polygon, ring, rounded
from builder.model.page import Colour, Shape

PAPER = "#FFFDF8"


def phone(body: str = "#2B2422", screen: str = PAPER) -> Drawing:
    """A phone, 100 × 190."""
    d = Drawing().add(body, rounded(-50, -190, 100, 190, 18), line="black").add(screen, rounded(-42, -182, 84, 174, 11))
    return d.add(body, rounded(-13, -178, 26, 6, 3), line="black")


def chat_phone(soft: str = "#DFC3DA", pop: str = "#F2B134") -> Drawing:
    """A phone full of messages; the lines in the bubbles are no words."""
    d = phone()
    rows = ((-168, 58, 0, soft), (-138, 64, 0, soft), (-108, 46, 26, pop), (-78, 60, 0, soft), (-48, 52, 0, soft))
    for y, w, dx, fill in rows:
        x = -36 + dx
        d.add(fill, rounded(x, y, w, 22, 7))
        d.add(INK, capsule(x + 8, y + 8, x + w - 10, y + 8, 2.4), capsule(x + 8, y + 15, x + w - 24, y + 15, 2.4), line="black")
    return d


def bubble(w: float = 92, h: float = 60, fill: str = "#FFFFFF", tail: str = "left") -> Drawing:
    """A speech bubble whose lower edge is the origin."""
    r, t = min(18, h / 3), 16
    tip = path("M{} {}L{} {}L{} {}Z", -w / 2 + r, -1, -w / 2 + r + 22, -1, -w / 2 + r - 4, t)
    if tail == "right":
        tip = path("M{} {}L{} {}L{} {}Z", w / 2 - r, -1, w / 2 - r - 22, -1, w / 2 - r + 4, t)
    return Drawing().add(fill, [rounded(-w / 2, -h, w, h, r), tip])


def heart_bubble(fill: str = "#FFFFFF", heart: str = "#D9644A") -> Drawing:
    """A bubble with a heart in it."""
    return bubble(fill=fill).place(_heart(heart), 0, -32, 0.5)


def dots_bubble(fill: str = "#FFFFFF") -> Drawing:
    """A bubble with three dots: somebody writes."""
    return bubble(fill=fill).add(INK, *[ellipse(k * 20, -30, 6) for k in (-1, 0, 1)], line="black")


def code_bubble(fill: str = "#FFFFFF") -> Drawing:
    """A bubble with six hidden signs: a code that stays with us."""
    return bubble(140, 60, fill).add(INK, *[ellipse(k * 20 - 50, -30, 6.5) for k in range(6)], line="black")


def _heart(c: str) -> Drawing:
    return Drawing().add(c, path("M0 34C-22 16 -40 2 -40 -16C-40 -40 -12 -46 0 -24C12 -46 40 -40 40 -16C40 2 22 16 0 34Z"))


def heart(c: str = "#D9644A") -> Drawing:
    """A heart."""
    return Drawing().place(_heart(c), 0, -34)


def lock(c: str = "#D99A3D", metal: str = "#5B524C") -> Drawing:
    """A closed padlock."""
    bow = path(
        "M-30 -70L-30 -92C-30 -110 -17 -124 0 -124C17 -124 30 -110 30 -92L30 -70L18 -70L18 -92C18 -104 10 -112 0 -112"
        "C-10 -112 -18 -104 -18 -92L-18 -70Z"
    )
    d = Drawing().add(metal, bow).add(c, rounded(-46, -78, 92, 78, 14))
    return d.add(INK, ellipse(0, -46, 10), path("M-5 -42L5 -42L8 -20L-8 -20Z"), line="black")


def shield(c: str = "#2F7A6B", c2: str = "#DCEEE6") -> Drawing:
    """A shield with a tick."""
    outer = path("M0 -130C18 -114 36 -108 54 -108C58 -52 36 -16 0 0C-36 -16 -58 -52 -54 -108C-36 -108 -18 -114 0 -130Z")
    d = Drawing().add(c, outer).place(Drawing().add(c2, outer), 0, -12, 0.8)
    return d.add(c, limb([(-22, -66), (-6, -48), (26, -88)], 12), line="black")


def ad(c: str = "#F2B134", c2: str = "#D9644A") -> Drawing:
    """A pop-up advertisement: window, megaphone, burst."""
    d = Drawing().add(INK, rounded(-96, -140, 192, 140, 12), line="black").add(PAPER, rounded(-91, -120, 182, 115, 8))
    d.add(c, *[ellipse(-80 + i * 14, -130, 4) for i in range(3)])
    burst = [((46 if i % 2 else 34) * cos(i * pi / 10) + 44, (46 if i % 2 else 34) * sin(i * pi / 10) - 64) for i in range(20)]
    d.add(c, polygon(*burst)).add(c2, path("M24 -64L36 -64L36 -84L52 -84L52 -64L64 -64L44 -42Z"), line="black")
    d.add(c2, path("M-80 -72L-62 -76L-24 -98L-24 -34L-62 -56L-80 -60Z")).add(INK, rounded(-66, -56, 14, 28, 5), line="black")
    return d.add(INK, *[capsule(-14, a, -2, b, 5) for a, b in ((-84, -92), (-66, -66), (-48, -40))], line="black")


def gift(c: str = "#D9644A", ribbon: str = "#F2B134") -> Drawing:
    """A gift: a prize that asks for something."""
    d = Drawing().add(c, rounded(-56, -80, 112, 80, 6)).add(darker(c), rounded(-64, -100, 128, 26, 6))
    d.add(ribbon, rounded(-10, -100, 20, 100, 2))
    return d.add(ribbon, path("M0 -100C-40 -146 -62 -112 0 -100Z"), path("M0 -100C40 -146 62 -112 0 -100Z"))


def camera(c: str = "#5B524C", lens: str = "#8EB4C4") -> Drawing:
    """A camera."""
    d = Drawing().add(c, rounded(-70, -96, 140, 96, 16), rounded(-26, -114, 52, 30, 8)).add(PAPER, ellipse(0, -48, 36))
    d.add(INK, ellipse(0, -48, 29), line="black").add(lens, ellipse(0, -48, 19)).add(PAPER, ellipse(-7, -55, 5))
    return d.add("#F2B134", rounded(44, -84, 16, 10, 4))


def cloud(c: str = "#6E6470", b: str = PAPER, m: str = "#D9644A") -> Drawing:
    """A cloud of messages, three small bubbles raining out."""
    puffs = [ellipse(x, y, r) for x, y, r in ((-70, -110, 38), (-28, -140, 46), (28, -146, 50), (74, -112, 38), (0, -116, 40))]
    d = Drawing().add(c, *puffs, rounded(-104, -116, 212, 44, 22), line="hatch")
    for x, y, w, fill in ((-46, -30, 46, b), (16, -14, 50, m), (74, -32, 52, b)):
        d.place(bubble(w * 1.6, 50, fill, "left" if x < 0 else "right"), x, y, 0.62)
        d.add(INK if fill == b else PAPER, *[ellipse(x + k * 11, y - 15, 3) for k in (-1, 0, 1)], line="black")
    return d


def door(c: str = "#D99A3D", frame: str = PAPER, inside: str = "#F7E3B5") -> Drawing:
    """An arched door standing open: the sign of telling somebody."""
    d = Drawing().add(frame, arch(-62, -210, 124, 210)).add(inside, arch(-50, -198, 100, 198))
    d.add(c, path("M-50 0L-50 -148C-50 -176 -40 -190 -22 -196L-4 -176L-4 14Z"))
    return d.add(INK, ellipse(-14, -82, 5), line="black")


def closed_door(c: str = "#2F7A6B", frame: str = PAPER) -> Drawing:
    """An arched door that is closed: what stays private."""
    d = Drawing().add(frame, arch(-62, -210, 124, 210)).add(c, arch(-50, -198, 100, 198))
    d.add(darker(c), rounded(-34, -96, 68, 70, 6), rounded(-34, -160, 68, 48, 6))
    return d.add("#F2B134", ellipse(34, -92, 6), line="black")


def road(c: str = "#F0DFC0") -> Drawing:
    """A path that leads away."""
    return Drawing().add(c, path(
        "M-120 0C-60 -60 60 -50 40 -100C30 -130 -10 -140 -6 -170L14 -170C20 -140 84 -130 96 -98C112 -50 10 -50 20 0Z"
    ))  # fmt: skip


def house(wall: str = "#E7C9A0", roof: str = "#B9553C", door_: str = "#2F7A6B") -> Drawing:
    """A house."""
    d = Drawing().add(wall, rounded(-80, -110, 160, 110, 4))
    d.add(roof, path("M-100 -102L0 -180L100 -102Q100 -94 92 -94L-92 -94Q-100 -94 -100 -102Z")).add(door_, arch(-20, -70, 40, 70))
    return d.add(PAPER, rounded(-64, -78, 30, 30, 4), rounded(34, -78, 30, 30, 4)).add(INK, ellipse(10, -34, 3), line="black")


def school(wall: str = "#F4E7CF", roof: str = "#2F7A6B", flag: str = "#D9644A") -> Drawing:
    """A school with a flag and a clock."""
    d = Drawing().add("#5B524C", rounded(-2.5, -226, 5, 70, 2), line="black").add(flag, path("M3 -224L46 -212L3 -198Z"))
    d.add(wall, rounded(-130, -104, 260, 104, 4), polygon((-50, -104), (-50, -134), (0, -168), (50, -134), (50, -104)))
    d.add(roof, path("M-138 -104L-126 -126L-50 -126L-50 -104Z"), path("M138 -104L126 -126L50 -126L50 -104Z"),
          path("M-60 -128L0 -172L60 -128L52 -118L0 -156L-52 -118Z")).add("#B9553C", arch(-20, -64, 40, 64))  # fmt: skip
    d.add("#8EB4C4", *[rounded(x, -80, 26, 34, 4) for x in (-112, -76, 50, 86)]).add(PAPER, ellipse(0, -112, 14))
    return d.add(INK, capsule(0, -112, 0, -121, 2.4), capsule(0, -112, 6, -109, 2.4), line="black")


def market(a: str = "#D9644A", b: str = PAPER) -> Drawing:
    """A market stall with fruit."""
    d = Drawing().add("#8A6A4A", rounded(-92, -130, 8, 130, 2), rounded(84, -130, 8, 130, 2), line="black")
    d.add("#B98A5A", rounded(-96, -58, 192, 58, 4))
    for i in range(6):
        x = -108 + i * 36
        one, other = x + 8 * (1 - i / 2.5) * 0.6, x + 36 + 8 * (1 - (i + 1) / 2.5) * 0.6
        d.add(a if i % 2 == 0 else b, path("M{} -168L{} -168L{} -120C{} -104 {} -104 {} -120Z", one, other, x + 36, x + 36, x, x))
    fruit = ("#F2B134", "#D9644A", "#F2B134", "#3C8D74", "#D9644A", "#F2B134", "#3C8D74")
    for i, c in enumerate(fruit):
        d.add(c, ellipse(-72 + i * 24, -66, 13))
    return d.add("#A5774A", rounded(-96, -62, 192, 14, 4))


def tree(kind: str = "round", c: str = "#3C8D74", trunk: str = "#7A5638") -> Drawing:
    """A tree: round, flat, tall, or a bush."""
    d = Drawing()
    if kind == "round":
        d.add(trunk, path("M-9 0L-6 -70L6 -70L9 0Z"), line="black")
        d.add(c, ellipse(0, -112, 52), ellipse(-34, -86, 32), ellipse(34, -86, 32))
        d.add(darker(c), ellipse(14, -96, 7), ellipse(-18, -120, 7), ellipse(24, -130, 6), line="none")
    elif kind == "flat":
        d.add(trunk, [*limb([(0, 0), (2, -70), (-26, -112)], 9), *limb([(2, -70), (32, -114)], 8)], line="black")
        d.add(c, rounded(-86, -134, 120, 30, 15), rounded(-20, -150, 112, 30, 15))
    elif kind == "tall":
        d.add(trunk, rounded(-6, -60, 12, 60, 2), line="black")
        d.add(c, path("M0 -190C34 -150 40 -110 34 -76C30 -50 -30 -50 -34 -76C-40 -110 -34 -150 0 -190Z"))
    else:
        d.add(c, ellipse(-30, -24, 26), ellipse(4, -36, 34), ellipse(36, -22, 24), rounded(-56, -24, 116, 24, 12))
    return d


def sun(c: str = "#F2B134") -> Drawing:
    """A sun."""
    rays = [capsule(48 * cos(t), -60 + 48 * sin(t), 60 * cos(t), -60 + 60 * sin(t), 7) for t in (i * pi / 6 for i in range(12))]
    return Drawing().add(c, ellipse(0, -60, 36), *rays)


def key(c: str = "#D99A3D") -> Drawing:
    """A long key."""
    return Drawing().add(c, ring(-60, -26, 26, 12), rounded(-36, -32, 120, 12, 4), rounded(56, -22, 10, 20, 2), rounded(72, -22, 10, 24, 2))


def toothbrush(c: str = "#5E86A3") -> Drawing:
    """A giant toothbrush, standing."""
    d = Drawing().add(c, rounded(-9, -240, 18, 240, 9), rounded(-13, -240, 26, 70, 10))
    return d.add(PAPER, *[rounded(13, -234 + i * 15, 22, 10, 3) for i in range(4)])


def traffic_light() -> Drawing:
    """A traffic light: red above, yellow, green below; each with its own mark, so that colour is not needed."""
    d = Drawing().add("#5B524C", rounded(-8, -90, 16, 90, 3), line="black").add("#3A3432", rounded(-44, -310, 88, 230, 26))
    for y, c in ((-268, "#C2492F"), (-195, "#F2B134"), (-122, "#3C8D74")):
        d.add(c, ellipse(0, y, 30))
    d.add(PAPER, rounded(-16, -272, 32, 8, 3), line="black")
    d.add(INK, *[ellipse(k * 11, -195, 4) for k in (-1, 0, 1)], line="black")
    return d.add(PAPER, limb([(-13, -121), (-4, -112), (14, -132)], 7), line="black")


def tshirt(c: str = "#E9DFCB", heart_: str = "#D9644A") -> Drawing:
    """A T-shirt with a photo on it."""
    shirt = path("M-30 -130Q0 -108 30 -130L74 -108L58 -66L42 -74L42 0L-42 0L-42 -74L-58 -66L-74 -108Z")
    d = Drawing().add(c, shirt).add(PAPER, rounded(-26, -86, 52, 44, 4))
    return d.place(_heart(heart_), 0, -66, 0.34)


def avatar_face(c: str = "#95508A", on: str = PAPER) -> Drawing:
    """The disc of somebody who is not shown."""
    d = Drawing().add(c, ellipse(0, -40, 40))
    return d.add(on, ellipse(0, -50, 13), path("M-25 -10C-25 -30 -12 -33 0 -33C12 -33 25 -30 25 -10C10 2 -10 2 -25 -10Z"))


def profile_phone(c: str = "#95508A") -> Drawing:
    """A phone that shows an account without a face."""
    d = phone().place(avatar_face(c), 0, -100, 0.8)
    d.add(INK, capsule(-24, -84, 24, -84, 5), capsule(-18, -70, 18, -70, 3.4), line="black")
    return d.add(c, rounded(-30, -52, 60, 18, 9))


def photo_phone() -> Drawing:
    """A phone with a photo that gives a place away: house, sign, tree."""
    d = phone(screen="#DCEEE6")
    d.add("#BFDCC9", rounded(-42, -60, 84, 40, 2)).place(house(), -4, -48, 0.4).place(tree("tall"), 30, -46, 0.3)
    return d.add("#D9644A", ellipse(0, -28, 7), line="black")


def spread_phone(c: str = "#95508A", pop: str = "#F2B134") -> Drawing:
    """One phone, and the many who see what was sent."""
    d = phone().place(_heart(pop), 0, -100, 0.7)
    spots = ((-120, -150), (-140, -70), (-104, 6), (120, -150), (140, -70), (104, 6))
    for x, y in spots:
        d.add("#B9B1A8", capsule(x * 0.5, -90 + (y + 90) * 0.5, x * 0.72, -90 + (y + 70) * 0.74, 4), line="thin")
        d.place(avatar_face(c), x, y, 0.62)
    return d


def laptop(c: str = "#5B524C", screen: str = "#DCEEE6") -> Drawing:
    """A laptop seen from the front."""
    d = Drawing().add(c, rounded(-86, -120, 172, 112, 10)).add(screen, rounded(-76, -110, 152, 92, 4))
    return d.add(darker(c), rounded(-104, -14, 208, 14, 7))


def chest(c: str = "#A5774A", band: str = "#D99A3D") -> Drawing:
    """A treasure chest, closed."""
    d = Drawing().add(c, rounded(-78, -66, 156, 66, 6), path("M-78 -66C-78 -120 78 -120 78 -66Z"))
    d.add(darker(c), rounded(-78, -68, 156, 8, 0)).add(band, rounded(-56, -106, 14, 106, 2), rounded(42, -106, 14, 106, 2))
    return d.add(band, rounded(-16, -78, 32, 34, 6)).add(INK, ellipse(0, -62, 5), line="black")


def table(c: str = "#B98A5A") -> Drawing:
    """A table, 360 wide."""
    return Drawing().add(c, rounded(-180, -108, 360, 18, 6)).add(darker(c), rounded(-156, -92, 14, 92, 3), rounded(142, -92, 14, 92, 3))


def envelope(c: str = PAPER, seal: str = "#D9644A") -> Drawing:
    """A letter."""
    d = Drawing().add(c, rounded(-60, -84, 120, 84, 8)).add("#D8CDBB", path("M-56 -80L0 -36L56 -80L56 -70L0 -26L-56 -70Z"), line="black")
    return d.add(seal, ellipse(0, -34, 12))


def box(c: str = "#D99A3D") -> Drawing:
    """A question box with a slot."""
    d = Drawing().add(c, rounded(-54, -84, 108, 84, 6)).add(darker(c), rounded(-60, -98, 120, 20, 5))
    d.add(INK, rounded(-26, -91, 52, 6, 3), line="black")
    return d.add(PAPER, rounded(-18, -128, 36, 40, 2))


@cache
def clock(share: float, *, face: Colour, ink: Colour, pie: Colour) -> tuple[Shape, ...]:
    """A clock face around (0, 0), 100 across, with a share of the hour as a slice."""
    d = Drawing().add(ink, ellipse(0, 0, 50), line="black").add(face, ellipse(0, 0, 44))
    if share >= 1:
        d.add(pie, ellipse(0, 0, 36), line="dots")
    elif share > 0:
        d.add(pie, _slice(36, share * 2 * pi), line="dots")
    ticks = [_tick(i) for i in range(12)]
    d.add(ink, *ticks, ellipse(0, 0, 5), line="black")
    return d.shapes()


def _tick(i: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
    a, end = i * pi / 6, 41 if i % 3 else 36
    return capsule(38 * sin(a), -38 * cos(a), end * sin(a), -end * cos(a), 2.2)


def _slice(r: float, turn: float) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """A slice of a disc from twelve o'clock, in arcs of at most an eighth."""
    count = max(1, round(turn / (pi / 4) + 0.49))
    step = turn / count
    k = 4 / 3 * r * (1 - cos(step / 2)) / sin(step / 2)
    arcs: list[tuple[str, tuple[float, ...]]] = [("M", (0.0, 0.0)), ("L", (0.0, -r))]
    for i in range(count):
        a, b = i * step, (i + 1) * step
        x0, y0, x1, y1 = r * sin(a), -r * cos(a), r * sin(b), -r * cos(b)
        arcs.append(("C", (x0 + k * cos(a), y0 + k * sin(a), x1 - k * cos(b), y1 - k * sin(b), x1, y1)))
    return (*arcs, ("Z", ()))


@cache
def avatar(colour: Colour) -> tuple[Shape, ...]:
    """Head and shoulders of somebody who is not shown, around (0, 0), for a disc that is already there."""
    shoulders = path("M-26 30C-26 6 -12 3 0 3C12 3 26 6 26 30C14 40 -14 40 -26 30Z")
    return Drawing().add(colour, ellipse(0, -14, 14), shoulders).shapes()


PIECES: dict[str, Callable[..., Drawing]] = {
    "phone": phone, "chat-phone": chat_phone, "profile-phone": profile_phone, "photo-phone": photo_phone, "spread-phone": spread_phone,
    "bubble": bubble, "heart-bubble": heart_bubble, "dots-bubble": dots_bubble, "code-bubble": code_bubble, "heart": heart,
    "lock": lock, "shield": shield, "ad": ad, "gift": gift, "camera": camera, "cloud": cloud, "door": door, "closed-door": closed_door,
    "road": road, "house": house, "school": school, "market": market, "sun": sun, "key": key, "toothbrush": toothbrush,
    "traffic-light": traffic_light, "tshirt": tshirt, "avatar": avatar_face, "laptop": laptop, "chest": chest, "table": table,
    "envelope": envelope, "box": box,
    "tree": tree, "tree-flat": lambda **k: tree("flat", **k), "tree-tall": lambda **k: tree("tall", **k),
    "bush": lambda **k: tree("bush", **k),
}  # fmt: skip
"""What a scene may name."""
