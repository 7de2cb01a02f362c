"""Scene pieces one can hold, lock, ride or sit on. All stand on their origin; none holds words."""

from __future__ import annotations

from builder.drawing.outline import capsule, curve, ellipse, limb, path, polygon, ring, rounded
from builder.drawing.outline import heart as heart_path
from builder.drawing.outline import star as star_path
from builder.drawing.parts import INK, PAPER, Drawing, Fill, darker, lighter

_RED = "#D9644A"
_GOLD = "#F2B134"
_BRASS = "#D99A3D"
_METAL = "#5B524C"
_WOOD = "#B98A5A"
_BLUE = "#5E86A3"
_LEAF = "#3C8D74"


def heart(fill: Fill = _RED) -> Drawing:
    """A heart."""
    return Drawing().add(fill, heart_path(0, -34, 80))


def star(fill: Fill = _GOLD) -> Drawing:
    """A star."""
    return Drawing().add(fill, star_path(0, -36, 40, 18, 5))


def sparkles(fill: Fill = _GOLD) -> Drawing:
    """Three small stars of joy."""
    return Drawing().add(fill, star_path(-26, -24, 14, 5, 4), star_path(6, -48, 19, 7, 4), star_path(30, -16, 11, 4, 4), line="black")


def lock(fill: Fill = _BRASS, accent: Fill = _METAL) -> Drawing:
    """A closed padlock."""
    bow = path(
        "M-30 -70L-30 -92C-30 -110 -17 -124 0 -124C17 -124 30 -110 30 -92L30 -70L18 -70L18 -92C18 -104 10 -112 0 -112"
        "C-10 -112 -18 -104 -18 -92L-18 -70Z"
    )
    d = Drawing().add(accent, bow).add(fill, rounded(-46, -78, 92, 78, 14))
    return d.add(INK, ellipse(0, -46, 10), path("M-5 -42L5 -42L8 -20L-8 -20Z"), line="black")


def code_lock(fill: Fill = _BRASS, accent: Fill = PAPER) -> Drawing:
    """A padlock with six hidden signs instead of a keyhole."""
    d = lock(fill)
    d.parts.pop()
    d.add(accent, rounded(-37, -54, 74, 30, 8))
    return d.add(INK, *[ellipse(-26 + i * 10.4, -39, 3.6) for i in range(6)], line="black")


def shield(fill: Fill = "#2F7A6B", accent: Fill = "#DCEEE6") -> Drawing:
    """A shield with a tick."""
    outer = path("M0 -130C18 -114 36 -108 54 -108C58 -52 36 -16 0 0C-36 -16 -58 -52 -54 -108C-36 -108 -18 -114 0 -130Z")
    d = Drawing().add(fill, outer).place(Drawing().add(accent, outer), 0, -12, 0.8)
    return d.add(fill, limb([(-22, -66), (-6, -48), (26, -88)], 12), line="black")


def gift(fill: Fill = _RED, accent: Fill = _GOLD) -> Drawing:
    """A present: a prize that asks for something."""
    d = Drawing().add(fill, rounded(-56, -80, 112, 80, 6)).add(darker(fill), rounded(-64, -100, 128, 26, 6))
    bows = [curve((0, -100), (s * 20, -146, s * 66, -134, s * 44, -106), (s * 34, -98, s * 14, -98, 0, -100)) for s in (-1, 1)]
    return d.add(accent, rounded(-10, -100, 20, 100, 2), *bows, ellipse(0, -104, 10))


def camera(fill: Fill = _METAL, accent: Fill = "#8EB4C4") -> Drawing:
    """A camera."""
    d = Drawing().add(fill, rounded(-70, -96, 140, 96, 16), rounded(-26, -114, 52, 30, 8)).add(PAPER, ellipse(0, -48, 36))
    d.add(INK, ellipse(0, -48, 29), line="black").add(accent, ellipse(0, -48, 19)).add(PAPER, ellipse(-7, -55, 5))
    return d.add(_GOLD, rounded(44, -84, 16, 10, 4))


def key(fill: Fill = _BRASS) -> Drawing:
    """A key lying along x, its middle at the origin."""
    bits = (rounded(-38, -6, 122, 12, 4), rounded(54, 2, 10, 22, 2), rounded(72, 2, 10, 28, 2))
    return Drawing().add(fill, [ring(-60, 0, 27, 13), *bits])


def long_key(fill: Fill = _BRASS) -> Drawing:
    """A very long key with many bits, its middle at the origin: a long password."""
    teeth = [rounded(-20 + i * 19, 4, 9, (26, 16, 32, 20, 28, 14, 30, 22)[i], 2) for i in range(8)]
    return Drawing().add(fill, [ring(-112, 0, 36, 16), rounded(-82, -7, 222, 14, 5), *teeth])


def toothbrush(fill: Fill = _BLUE, accent: Fill = PAPER) -> Drawing:
    """A giant toothbrush, standing."""
    handle = path("M-9 -10Q-9 0 0 0Q9 0 9 -10L13 -90Q6 -130 9 -160L11 -236Q11 -244 0 -244Q-11 -244 -11 -236L-9 -160Q-8 -130 -13 -90Z")
    d = Drawing().add(accent, *[rounded(6, -238 + i * 14, 28, 10, 4) for i in range(5)])
    return d.add(fill, handle).add(lighter(fill, 0.4), rounded(-4, -86, 8, 58, 4), line="none")


def traffic_light(fill: Fill = "#3A3432", accent: Fill = _METAL) -> Drawing:
    """A traffic light: red above, yellow, green below; each with a mark of its own, so that colour is not needed."""
    d = Drawing().add(accent, rounded(-8, -90, 16, 90, 3), rounded(-30, -8, 60, 8, 4), line="black")
    d.add(fill, rounded(-44, -310, 88, 230, 26))
    for y, colour in ((-268, "#C2492F"), (-195, _GOLD), (-122, _LEAF)):
        d.add(colour, ellipse(0, y, 30))
    d.add(PAPER, rounded(-16, -272, 32, 8, 3), line="black")
    d.add(INK, *[ellipse(k * 11, -195, 4) for k in (-1, 0, 1)], line="black")
    return d.add(PAPER, limb([(-13, -121), (-4, -112), (14, -132)], 7), line="black")


def tshirt(fill: Fill = "#F4EBDD", accent: Fill = _RED) -> Drawing:
    """A T-shirt with a photo on it, to wear in the street or not."""
    shirt = path("M-30 -130Q0 -108 30 -130L74 -108L58 -66L42 -74L42 0L-42 0L-42 -74L-58 -66L-74 -108Z")
    d = Drawing().add(fill, shirt).add(darker(fill, 0.8), path("M-30 -130Q0 -108 30 -130L24 -133Q0 -115 -24 -133Z"), line="black")
    d.add("#8EB4C4", rounded(-28, -90, 56, 50, 4))
    return d.add(accent, ellipse(0, -72, 9), path("M-18 -42C-18 -56 -9 -60 0 -60C9 -60 18 -56 18 -42Z"))


def chest(fill: Fill = "#A5774A", accent: Fill = _BRASS) -> Drawing:
    """A treasure chest, closed."""
    d = Drawing().add(fill, rounded(-78, -66, 156, 66, 6), path("M-78 -66C-78 -120 78 -120 78 -66Z"))
    d.add(darker(fill), rounded(-78, -68, 156, 8)).add(accent, rounded(-56, -104, 14, 104, 2), rounded(42, -104, 14, 104, 2))
    return d.add(accent, rounded(-16, -78, 32, 34, 6)).add(INK, ellipse(0, -64, 5), rounded(-2.5, -64, 5, 12, 2), line="black")


def table(fill: Fill = _WOOD) -> Drawing:
    """A table, 360 wide, 108 high."""
    d = Drawing().add(darker(fill), rounded(-150, -92, 16, 92, 3), rounded(134, -92, 16, 92, 3), line="white")
    return d.add(fill, rounded(-180, -108, 360, 18, 6))


def desk(fill: Fill = _WOOD) -> Drawing:
    """A table with a closed front, 360 wide, 108 high: nobody's legs show."""
    d = Drawing().add(darker(fill, 0.9), rounded(-164, -94, 328, 94, 4))
    return d.add(fill, rounded(-180, -108, 360, 18, 6))


def tablecloth(fill: Fill = _RED, accent: Fill = PAPER) -> Drawing:
    """A cloth for a desk or table, with a scalloped hem."""
    edge = [ellipse(-150 + i * 30, -66, 15, 12) for i in range(11)]
    d = Drawing().add(darker(fill, 0.9), [rounded(-165, -108, 330, 44), *edge]).add(fill, rounded(-184, -112, 368, 20, 8))
    return d.add(accent, *[ellipse(-150 + i * 30, -70, 4) for i in range(11)], line="thin")


def bench(fill: Fill = _WOOD, accent: Fill = _METAL) -> Drawing:
    """A bench, 260 wide, its seat 72 high."""
    posts = [rounded(x, -128, 9, 128, 3) for x in (-108, 99)]
    d = Drawing().add(accent, *posts, line="black")
    return d.add(fill, rounded(-130, -80, 260, 14, 5), rounded(-130, -130, 260, 18, 5), rounded(-130, -106, 260, 14, 5))


def rug(fill: Fill = "#DC7F66", accent: Fill = "#F7E3B5") -> Drawing:
    """A rug on the floor, 320 wide."""
    border = ellipse(0, -22, 140, 19) + ellipse(0, -22, 128, 16)
    return Drawing().add(fill, ellipse(0, -22, 160, 24)).add(accent, border, line="thin")


def envelope(fill: Fill = PAPER, accent: Fill = _RED) -> Drawing:
    """A letter."""
    d = Drawing().add(fill, rounded(-60, -84, 120, 84, 8)).add("#CDBFA8", path("M-56 -80L0 -36L56 -80L56 -71L0 -27L-56 -71Z"), line="black")
    return d.add(accent, ellipse(0, -34, 12))


def box(fill: Fill = _BRASS, accent: Fill = PAPER) -> Drawing:
    """A question box with a slot and a note in it."""
    d = Drawing().add(accent, path("M-18 -86L-22 -128L16 -132L20 -86Z")).add(fill, rounded(-54, -84, 108, 84, 6))
    d.add(darker(fill), rounded(-60, -98, 120, 20, 5)).add(INK, rounded(-28, -91, 56, 6, 3), line="black")
    return d.add(accent, heart_path(0, -42, 32))


def notebook(fill: Fill = _LEAF, accent: Fill = PAPER) -> Drawing:
    """A closed notebook with a label and a ribbon."""
    d = Drawing().add(accent, rounded(-34, -94, 74, 94, 6)).add(fill, rounded(-40, -96, 74, 96, 6))
    d.add(accent, rounded(-24, -76, 42, 26, 4))
    return d.add(darker(fill, 0.7), rounded(-32, -96, 5, 96), line="black")


def megaphone(fill: Fill = _RED, accent: Fill = _METAL) -> Drawing:
    """A megaphone that calls to the right."""
    d = Drawing().add(accent, rounded(-34, -28, 16, 34, 6), line="black")
    d.add(fill, path("M-58 -58L-34 -62L28 -96L28 -6L-34 -38L-58 -42Z")).add(darker(fill, 0.8), ellipse(28, -51, 9, 45))
    return d.add(accent, *[capsule(46, a, 62, b, 6) for a, b in ((-80, -90), (-51, -51), (-22, -12))], line="black")


def balloon(fill: Fill = _RED) -> Drawing:
    """A balloon on its string."""
    d = Drawing().add(_METAL, path("M-1 -64Q12 -40 0 -24Q-8 -10 1 0L3 0Q-5 -10 3 -24Q15 -40 1 -64Z"), line="black")
    d.add(fill, [curve((0, -60), (-26, -70, -40, -96, -34, -118), (-26, -146, 26, -146, 34, -118), (40, -96, 26, -70, 0, -60)),
                 polygon((-6, -54), (6, -54), (0, -64))])  # fmt: skip
    return d.add(lighter(fill, 0.5), ellipse(-16, -118, 5, 9), line="none")


def ball(fill: Fill = _RED, accent: Fill = PAPER) -> Drawing:
    """A ball."""
    d = Drawing().add(fill, ellipse(0, -26, 26))
    return d.add(accent, path("M-25 -32C-10 -24 10 -24 25 -32L26 -22C10 -13 -10 -13 -26 -22Z"))


def kite(fill: Fill = _RED, accent: Fill = _GOLD) -> Drawing:
    """A kite with its tail."""
    d = Drawing().add(_METAL, path("M0 -30Q20 -10 4 8Q-10 26 6 44L9 43Q-6 26 7 9Q24 -10 2 -31Z"), line="black")
    d.add(fill, polygon((0, -124), (40, -80), (0, -28), (-40, -80)))
    d.add(accent, polygon((0, -124), (40, -80), (0, -80)), polygon((-40, -80), (0, -80), (0, -28)))
    bows = [polygon((x - 9, y - 6), (x, y), (x - 9, y + 6), (x + 9, y + 6), (x, y), (x + 9, y - 6)) for x, y in ((7, 4), (2, 26))]
    return d.add(accent, *bows)


def board(fill: Fill = PAPER, accent: Fill = "#8A6A4A") -> Drawing:
    """A flip chart with three ticks and strokes, 130 × 190."""
    legs = (*limb([(-44, 0), (-30, -120)], 8), *limb([(44, 0), (30, -120)], 8))
    d = Drawing().add(accent, *legs, line="black").add(fill, rounded(-64, -190, 128, 142, 6))
    d.add(accent, rounded(-68, -196, 136, 14, 5), line="black")
    ticks = [stroke for y in (-152, -116, -80) for stroke in limb([(-48, y), (-41, y + 8), (-28, y - 10)], 6)]
    return d.add("#2F7A6B", ticks, line="black").add("#8C8178", *[capsule(-12, y, 44, y, 6) for y in (-152, -116, -80)], line="black")


def paper(fill: Fill = PAPER, accent: Fill = _RED) -> Drawing:
    """A sheet with strokes and a heart: a rule that was agreed."""
    d = Drawing().add(fill, rounded(-36, -92, 72, 92, 5)).add(accent, heart_path(0, -70, 20))
    return d.add("#8C8178", *[capsule(-22, y, 22, y, 4) for y in (-48, -34)], capsule(-22, -20, 6, -20, 4), line="black")


def cat(fill: Fill = "#C98A2B", accent: Fill = "#8A5A1C") -> Drawing:
    """A sitting cat."""
    tail = limb([(24, -8), (44, -14), (48, -40), (42, -52)], 10)
    d = Drawing().add(darker(fill), tail)
    body = curve((-28, 0), (-32, -30, -20, -56, 0, -58), (20, -56, 32, -30, 28, 0))
    ears = (polygon((-25, -72), (-23, -102), (-5, -88)), polygon((25, -72), (23, -102), (5, -88)))
    d.add(fill, [body, ellipse(0, -70, 27, 22), *ears])
    whiskers = [capsule(s * 24, -60, s * 14, -62, 2.4) for s in (-1, 1)]
    d.add(accent, *[capsule(x, -88, x, -81, 4) for x in (-8, 0, 8)], *whiskers, line="black")
    d.add(INK, ellipse(-10, -71, 3, 4), ellipse(10, -71, 3, 4), path("M-4 -64L4 -64L0 -59Z"), line="black")
    return d.add(lighter(fill, 0.5), ellipse(-11, -4, 9, 5), ellipse(11, -4, 9, 5))


def plant(fill: Fill = _LEAF, accent: Fill = "#B9553C") -> Drawing:
    """A plant in a pot."""
    leaves = [path("M0 -44Q{} {} {} {}Q{} {} 0 -44Z", *each) for each in (
        (-44, -60, -40, -104, -4, -80), (44, -60, 40, -104, 4, -80), (-22, -92, 0, -128, 22, -92), (-50, -40, -62, -66, -20, -64),
        (50, -40, 62, -66, 20, -64))]  # fmt: skip
    return Drawing().add(fill, leaves).add(accent, path("M-28 -46L28 -46L20 0L-20 0Z")).add(darker(accent), rounded(-32, -54, 64, 12, 4))


def mug(fill: Fill = _RED, accent: Fill = PAPER) -> Drawing:
    """A mug."""
    return Drawing().add(fill, [ring(20, -20, 13, 6), rounded(-20, -40, 40, 40, 8)]).add(accent, rounded(-20, -28, 40, 6), line="thin")
