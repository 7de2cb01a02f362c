"""Scene pieces with a screen or a message: phones, a laptop, bubbles, a pop-up, empty faces. None holds words."""

from __future__ import annotations

from math import hypot

from builder.drawing.outline import Path, capsule, ellipse, heart, limb, path, polygon, rounded, star
from builder.drawing.parts import INK, PAPER, Drawing, Fill, darker, lighter
from builder.drawing.places import house, tree_tall

_CASE = "#2B2422"
_RED = "#D9644A"
_GOLD = "#F2B134"
_MINT = "#DCEEE6"
_PLUM = "#95508A"


def phone(fill: Fill = PAPER, accent: Fill = _CASE) -> Drawing:
    """A phone, 100 × 190, with an empty screen."""
    d = Drawing().add(accent, rounded(-50, -190, 100, 190, 18), line="black").add(fill, rounded(-42, -182, 84, 174, 11))
    return d.add(accent, rounded(-13, -178, 26, 6, 3), line="black")


def flat_phone(fill: Fill = _CASE) -> Drawing:
    """A phone lying face down on a table."""
    d = Drawing().add(fill, path("M-46 0L-34 -20Q-31 -25 -25 -25L29 -25Q35 -25 38 -20L50 0Q50 4 44 4L-40 4Q-46 4 -46 0Z"), line="black")
    return d.add(lighter(fill, 0.35), ellipse(-20, -17, 5, 3))


def chat_phone(fill: Fill = "#DFC3DA", accent: Fill = _GOLD) -> Drawing:
    """A phone full of messages; the strokes in the bubbles are no words."""
    d = phone()
    rows = ((-166, 58, 0, fill), (-138, 64, 0, fill), (-110, 46, 26, accent), (-82, 60, 0, fill), (-54, 50, 0, fill))
    ink: list[Path] = []
    for y, w, dx, colour in rows:
        x = -36 + dx
        d.add(colour, [rounded(x, y, w, 21, 7), polygon((x + 5, y + 18), (x + 15, y + 20), (x + 3, y + 27))])
        ink += [capsule(x + 8, y + 8, x + w - 10, y + 8, 2.4), capsule(x + 8, y + 14.5, x + w - 24, y + 14.5, 2.4)]
    return d.add(INK, ink, line="black").add(lighter(fill, 0.4), rounded(-36, -27, 72, 13, 6.5))


def profile_phone(fill: Fill = _PLUM) -> Drawing:
    """A phone that shows an account without a face."""
    d = phone().place(avatar(fill), 0, -92, 0.82)
    d.add(INK, capsule(-24, -78, 24, -78, 5), capsule(-18, -66, 18, -66, 3.4), line="black")
    return d.add(fill, rounded(-30, -52, 60, 18, 9)).add(lighter(fill, 0.7), *[rounded(-32 + i * 22, -28, 20, 14, 3) for i in range(3)])


def photo_phone(fill: Fill = _MINT, accent: Fill = _RED) -> Drawing:
    """A phone with a photo that gives a place away: street, house, number plate, tree."""
    d = phone(fill).add("#A9CFAE", rounded(-42, -66, 84, 34)).place(house(), -6, -56, 0.36).place(tree_tall(), 31, -54, 0.3)
    d.add(_GOLD, ellipse(22, -146, 10)).add(PAPER, rounded(-42, -34, 84, 26, 9))
    d.add(accent, heart(-26, -20, 16), line="black")
    return d.add(INK, capsule(-10, -24, 26, -24, 2.6), capsule(-10, -17, 14, -17, 2.6), line="black")


def picture_phone(fill: Fill = _MINT, accent: Fill = _RED) -> Drawing:
    """A phone with one picture on it: hills, a sun, a heart."""
    d = phone(fill).add(_GOLD, ellipse(14, -132, 15))
    d.add("#7DB48F", path("M-42 -76C-24 -112 -6 -108 8 -88C20 -104 34 -100 42 -86L42 -62L-42 -62Z"))
    return d.add(PAPER, rounded(-42, -64, 84, 56, 10)).add(accent, heart(0, -36, 34))


def laptop(fill: Fill = "#5B524C", accent: Fill = _MINT) -> Drawing:
    """A laptop seen from the front."""
    d = Drawing().add(fill, rounded(-86, -120, 172, 112, 10)).add(accent, rounded(-76, -110, 152, 92, 4))
    return d.add(darker(fill), rounded(-104, -12, 208, 12, 6))


def laptop_lid(fill: Fill = "#8C8178", accent: Fill = PAPER) -> Drawing:
    """A laptop from behind: somebody works at it."""
    d = Drawing().add(fill, rounded(-84, -108, 168, 104, 12)).add(darker(fill), rounded(-100, -10, 200, 10, 5))
    return d.add(accent, heart(0, -56, 26))


def gamepad(fill: Fill = "#5B524C", accent: Fill = _GOLD) -> Drawing:
    """A game controller."""
    body = path("M-52 -62C-30 -70 30 -70 52 -62C72 -54 84 0 66 2C50 4 46 -20 30 -22L-30 -22C-46 -20 -50 4 -66 2C-84 0 -72 -54 -52 -62Z")
    d = Drawing().add(fill, body).add(PAPER, rounded(-47, -50, 8, 24, 2), rounded(-55, -42, 24, 8, 2), line="black")
    return d.add(accent, ellipse(34, -44, 5.5), ellipse(48, -36, 5.5), ellipse(36, -30, 5.5))


def bubble(fill: Fill = "#FFFFFF", *, width: float = 96, height: float = 62, right: bool = False) -> Drawing:
    """A speech bubble whose lower edge is the origin, with its tail at the left, or at the right."""
    w, h, r = width, height, min(22, height / 2.6)
    x = -w / 2 + r
    tip = path("M{} -2L{} -2C{} 8 {} 14 {} 18C{} 12 {} 6 {} -2Z", x, x + 24, x + 16, x + 6, x - 6, x, x + 3, x)
    return Drawing().place(Drawing().add(fill, [rounded(-w / 2, -h, w, h, r), tip]), flip=right)


def heart_bubble(fill: Fill = "#FFFFFF", accent: Fill = _RED, *, right: bool = False) -> Drawing:
    """A bubble with a heart in it."""
    return bubble(fill, right=right).add(accent, heart(0, -29, 38))


def dots_bubble(fill: Fill = "#FFFFFF", accent: Fill = INK, *, right: bool = False) -> Drawing:
    """A bubble with three dots: somebody writes."""
    return bubble(fill, right=right).add(accent, *[ellipse(k * 20, -31, 6) for k in (-1, 0, 1)], line="black")


def code_bubble(fill: Fill = "#FFFFFF", accent: Fill = INK, *, right: bool = False) -> Drawing:
    """A bubble with six hidden signs: a code that stays with us."""
    return bubble(fill, width=156, right=right).add(accent, *[ellipse(k * 21 - 52.5, -31, 6.5) for k in range(6)], line="black")


def camera_bubble(fill: Fill = "#FFFFFF", accent: Fill = INK, *, right: bool = False) -> Drawing:
    """A bubble with a camera in it: somebody asks before taking a picture."""
    d = bubble(fill, right=right).add(accent, rounded(-26, -46, 52, 34, 7), rounded(-10, -52, 20, 10, 4), line="black")
    return d.add(fill, ellipse(0, -29, 12)).add(accent, ellipse(0, -29, 7), line="black")


def sharp_bubble(fill: Fill = _RED, accent: Fill = PAPER, *, right: bool = False) -> Drawing:
    """A message with corners and bolts: it was meant to hurt. No words are shown."""
    above = ((-42, -32), (-48, -58), (-20, -52), (4, -64), (22, -54), (48, -60), (44, -30))
    d = Drawing().place(Drawing().add(fill, polygon(*above, (50, -8), (4, -8), (-24, 14), (-20, -8), (-46, -6))), flip=right)
    bolts = [limb([(x - 5, -46), (x + 4, -37), (x - 4, -31), (x + 5, -21)], 5) for x in (-22, 2, 26)]
    return d.add(accent, *bolts, line="black")


def tick_bubble(fill: Fill = "#FFFFFF", accent: Fill = "#2F7A6B", *, right: bool = False) -> Drawing:
    """A bubble with a tick: yes, you may."""
    return bubble(fill, right=right).add(accent, limb([(-20, -31), (-6, -17), (22, -46)], 9), line="black")


def cloud(fill: Fill = "#6E6470", accent: Fill = _RED) -> Drawing:
    """A cloud of messages, three small bubbles raining out."""
    puffs = [ellipse(x, y, r) for x, y, r in ((-70, -110, 38), (-28, -140, 46), (28, -146, 50), (74, -112, 38), (0, -116, 40))]
    d = Drawing().add(fill, *puffs, rounded(-104, -116, 212, 44, 22), line="hatch")
    for x, y, w, colour, mirrored in ((-56, -26, 50, PAPER, False), (2, -8, 46, accent, False), (60, -28, 52, PAPER, True)):
        d.place(bubble(colour, width=w * 1.6, height=50, right=mirrored), x, y, 0.62)
        d.add(PAPER if colour == accent else INK, *[ellipse(x + k * 11, y - 15.5, 3) for k in (-1, 0, 1)], line="black")
    return d


def ad(fill: Fill = _GOLD, accent: Fill = _RED) -> Drawing:
    """A pop-up advertisement: window, megaphone, burst."""
    d = Drawing().add(INK, rounded(-96, -140, 192, 140, 12), line="black").add(PAPER, rounded(-91, -120, 182, 115, 8))
    d.add(fill, *[ellipse(-80 + i * 14, -130, 4) for i in range(3)]).add(fill, star(44, -64, 46, 34, 10))
    d.add(accent, path("M38 -88L50 -88L50 -66L64 -66L44 -42L24 -66L38 -66Z"), line="black")
    d.add(accent, path("M-80 -72L-62 -76L-24 -98L-24 -34L-62 -56L-80 -60Z")).add(INK, rounded(-66, -56, 14, 28, 5), line="black")
    return d.add(INK, *[capsule(-14, a, -2, b, 5) for a, b in ((-84, -92), (-66, -66), (-48, -40))], line="black")


def prize_ad(fill: Fill = _GOLD, accent: Fill = _RED) -> Drawing:
    """A pop-up with a present, confetti and a button that wants to be pressed."""
    d = Drawing().add(INK, rounded(-96, -150, 192, 150, 12), line="black").add(PAPER, rounded(-91, -130, 182, 125, 8))
    d.add(fill, *[ellipse(-80 + i * 14, -140, 4) for i in range(3)])
    d.add(fill, star(0, -80, 52, 40, 12)).add(accent, rounded(-24, -84, 48, 34, 4), rounded(-28, -94, 56, 14, 4))
    bows = [path("M0 -94C{} -118 {} -100 0 -94Z", x, x * 1.5) for x in (-18, 18)]
    d.add(PAPER, rounded(-4, -94, 8, 44)).add(darker(accent), *bows, line="black")
    bits = ((-72, -112), (-58, -74), (-76, -50), (70, -108), (60, -66), (78, -46))
    d.add(accent, *[capsule(x - 4, y - 3, x + 4, y + 3, 5) for x, y in bits], line="black")
    return d.add(INK, rounded(-46, -32, 92, 20, 10), line="black").add(PAPER, capsule(-22, -22, 22, -22, 4), line="none")


def avatar(fill: Fill = _PLUM, accent: Fill = PAPER) -> Drawing:
    """The disc of somebody who is not shown."""
    d = Drawing().add(fill, ellipse(0, -40, 40))
    return d.add(accent, ellipse(0, -51, 13), path("M-26 -17C-26 -32 -13 -35 0 -35C13 -35 26 -32 26 -17C12 -5 -12 -5 -26 -17Z"))


def spread(fill: Fill = _PLUM, accent: Fill = _RED) -> Drawing:
    """One phone, and trails of dots to the many who get its picture."""
    d = Drawing()
    spots = ((-112, -206, 0.62), (-140, -104, 0.78), (-108, 0, 0.7), (112, -206, 0.74), (140, -104, 0.62), (108, 0, 0.8))
    dots = [dot for x, y, size in spots for dot in _trail(0, -110, x, y - 40 * size)]
    d.add(darker(fill, 0.9), *dots, line="black").place(picture_phone(accent=accent), 0, -2, 1.14)
    for x, y, size in spots:
        d.place(avatar(fill), x, y, size)
    return d


def _trail(x0: float, y0: float, x1: float, y1: float) -> list[Path]:
    """Dots on a line, from the edge of the phone to the face."""
    steps = round(hypot(x1 - x0, y1 - y0) / 13)
    return [ellipse(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps, 3) for i in range(steps)]
