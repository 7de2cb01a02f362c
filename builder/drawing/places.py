"""Scene pieces one stands in or before: houses, doors, trees, a market. All stand on their origin."""

from __future__ import annotations

from builder.drawing.outline import Path, arch, capsule, ellipse, limb, path, polygon, rounded
from builder.drawing.parts import INK, PAPER, Drawing, Fill, darker

_RED = "#D9644A"
_GOLD = "#F2B134"
_LEAF = "#3C8D74"
_WOOD = "#7A5638"
_GLASS = "#8EB4C4"


def door(fill: Fill = "#D99A3D", accent: Fill = PAPER) -> Drawing:
    """An arched door standing open: the sign of telling somebody."""
    d = Drawing().add(accent, arch(-62, -210, 124, 210)).add("#F7E3B5", arch(-50, -198, 100, 198))
    d.add(fill, path("M-50 0L-50 -148C-50 -176 -40 -190 -22 -196L-4 -176L-4 14Z"))
    return d.add(INK, ellipse(-14, -82, 5), line="black")


def closed_door(fill: Fill = "#2F7A6B", accent: Fill = PAPER) -> Drawing:
    """An arched door that is closed: what stays private."""
    d = Drawing().add(accent, arch(-62, -210, 124, 210)).add(fill, arch(-50, -198, 100, 198))
    panels = (arch(-34, -182, 30, 78), arch(4, -182, 30, 78), rounded(-34, -90, 30, 72, 4), rounded(4, -90, 30, 72, 4))
    return d.add(darker(fill), *panels).add(_GOLD, ellipse(39, -92, 5.5), line="black")


def road(fill: Fill = "#F0DFC0") -> Drawing:
    """A path that leads away."""
    return Drawing().add(fill, path(
        "M-120 0C-60 -60 60 -50 40 -100C30 -130 -10 -140 -6 -170L14 -170C20 -140 84 -130 96 -98C112 -50 10 -50 20 0Z"
    ))  # fmt: skip


def house(fill: Fill = "#E7C9A0", accent: Fill = "#B9553C") -> Drawing:
    """A house with an arched door."""
    d = Drawing().add(darker(accent, 0.8), rounded(40, -176, 18, 46, 2), line="black")
    d.add(fill, rounded(-80, -110, 160, 110, 4))
    d.add(accent, path("M-100 -102L0 -180L100 -102Q100 -94 92 -94L-92 -94Q-100 -94 -100 -102Z"))
    d.add("#2F7A6B", arch(-20, -70, 40, 70)).add(PAPER, rounded(-64, -78, 30, 30, 4), rounded(34, -78, 30, 30, 4))
    d.add(darker(fill, 0.8), rounded(-68, -48, 38, 5, 2), rounded(30, -48, 38, 5, 2), line="black")
    return d.add(INK, ellipse(10, -34, 3), line="black")


def school(fill: Fill = "#F4E7CF", accent: Fill = "#2F7A6B") -> Drawing:
    """A school with a flag and a clock."""
    d = Drawing().add("#5B524C", rounded(-2.5, -226, 5, 70, 2), line="black").add(_RED, path("M3 -224L46 -212L3 -198Z"))
    d.add(fill, rounded(-130, -104, 260, 104, 4), polygon((-50, -104), (-50, -134), (0, -168), (50, -134), (50, -104)))
    d.add(accent, path("M-138 -104L-126 -126L-50 -126L-50 -104Z"), path("M138 -104L126 -126L50 -126L50 -104Z"),
          path("M-60 -128L0 -172L60 -128L52 -118L0 -156L-52 -118Z")).add("#B9553C", arch(-20, -64, 40, 64))  # fmt: skip
    d.add(_GLASS, *[rounded(x, -80, 26, 34, 4) for x in (-112, -76, 50, 86)]).add(PAPER, ellipse(0, -112, 14))
    return d.add(INK, capsule(0, -112, 0, -121, 2.4), capsule(0, -112, 6, -109, 2.4), line="black")


def market(fill: Fill = _RED, accent: Fill = PAPER) -> Drawing:
    """A market stall with fruit."""
    d = Drawing().add("#8A6A4A", rounded(-92, -170, 8, 170, 2), rounded(84, -170, 8, 170, 2), line="black")
    for i in range(6):
        x = -108 + i * 36
        one, other = x + 8 * (1 - i / 2.5) * 0.6, x + 36 + 8 * (1 - (i + 1) / 2.5) * 0.6
        awning = path("M{} -204L{} -204L{} -156C{} -140 {} -140 {} -156Z", one, other, x + 36, x + 36, x, x)
        d.add(accent if i % 2 else fill, awning)
    return d.place(market_front())


def market_front() -> Drawing:
    """The counter of the stall with its fruit: who sells stands behind it."""
    d = Drawing().add("#B98A5A", rounded(-96, -58, 192, 58, 4))
    for colour, at in ((_GOLD, (0, 2, 5)), (_RED, (1, 4)), (_LEAF, (3, 6))):
        d.add(colour, *[ellipse(-72 + i * 24, -66, 13) for i in at])
    d.add("#A5774A", rounded(-96, -62, 192, 14, 4))
    return d.add("#A5774A", *[rounded(-84 + i * 60, -40, 48, 6, 3) for i in range(3)], line="thin")


def tree(fill: Fill = _LEAF, accent: Fill = _WOOD) -> Drawing:
    """A round tree."""
    d = Drawing().add(accent, [path("M-9 0L-6 -70L6 -70L9 0Z"), capsule(0, -52, 20, -76, 6)], line="black")
    d.add(fill, ellipse(0, -112, 52), ellipse(-34, -86, 32), ellipse(34, -86, 32))
    return d.add(darker(fill), ellipse(14, -96, 7), ellipse(-18, -120, 7), ellipse(24, -130, 6), ellipse(-36, -84, 5), line="none")


def fruit_tree(fill: Fill = _LEAF, accent: Fill = _GOLD) -> Drawing:
    """A round tree with oranges."""
    spots = ((-30, -96), (2, -78), (32, -92), (-6, -118), (22, -132), (-24, -138))
    return tree(fill).add(accent, *[ellipse(x, y, 7.5) for x, y in spots])


def tree_flat(fill: Fill = _LEAF, accent: Fill = _WOOD) -> Drawing:
    """A tree with a flat crown, as in the savanna or the Chaco."""
    d = Drawing().add(accent, [*limb([(0, -4), (2, -70), (-26, -112)], 9), *limb([(2, -70), (32, -114)], 8)], line="black")
    return d.add(fill, rounded(-86, -134, 120, 30, 15), rounded(-20, -150, 112, 30, 15))


def tree_tall(fill: Fill = _LEAF, accent: Fill = _WOOD) -> Drawing:
    """A tall tree like a flame."""
    d = Drawing().add(accent, rounded(-6, -60, 12, 60, 2), line="black")
    return d.add(fill, path("M0 -190C34 -150 40 -110 34 -76C30 -50 -30 -50 -34 -76C-40 -110 -34 -150 0 -190Z"))


def palm(fill: Fill = _LEAF, accent: Fill = _WOOD) -> Drawing:
    """A palm."""
    d = Drawing().add(accent, path("M-8 0C-4 -60 2 -100 10 -146L20 -144C14 -100 10 -60 10 0Z"), line="black")
    leaves = ((-64, -158, -58, -118), (-42, -198, -60, -166), (72, -196, 92, -160), (94, -154, 90, -112), (16, -218, -10, -196))
    leaf = "M15 -148Q{} {} {} {}Q{} {} 15 -140Z"
    return d.add(fill, [path(leaf, x1, y1, x2, y2, (x1 + 15) / 2, (y2 - 132) / 2) for x1, y1, x2, y2 in leaves])


def bush(fill: Fill = _LEAF) -> Drawing:
    """A bush."""
    return Drawing().add(fill, ellipse(-30, -24, 26), ellipse(4, -36, 34), ellipse(36, -22, 24), rounded(-56, -24, 116, 24, 12))


def flowers(fill: Fill = _RED, accent: Fill = _LEAF) -> Drawing:
    """Three flowers."""
    stems = [limb([(x, 0), (x + lean, -h)], 4) for x, lean, h in ((-24, -4, 34), (0, 2, 50), (24, 5, 30))]
    d = Drawing().add(accent, *stems, path("M0 -4Q-16 -8 -18 -22Q-4 -18 0 -4Z"), path("M24 -2Q36 -6 38 -18Q26 -14 24 -2Z"), line="black")
    heads = ((-28, -36), (2, -52), (29, -32))
    d.add(fill, *[ellipse(x + dx, y + dy, 6.5) for x, y in heads for dx, dy in ((-6, 0), (6, 0), (0, -6), (0, 6))])
    return d.add(_GOLD, *[ellipse(x, y, 4.5) for x, y in heads])


def sun(fill: Fill = _GOLD) -> Drawing:
    """A sun."""
    d, ray = Drawing().add(fill, ellipse(0, -60, 36)), Drawing().add(fill, capsule(0, -52, 0, -62, 7.5))
    for i in range(12):
        d.place(ray, 0, -60, turn=i * 30)
    return d


def white_cloud(fill: Fill = PAPER) -> Drawing:
    """A cloud in the sky."""
    return Drawing().add(fill, ellipse(-34, -20, 20), ellipse(-6, -32, 28), ellipse(28, -22, 22), rounded(-54, -24, 104, 24, 12))


def bunting(fill: Fill = _RED, accent: Fill = _GOLD) -> Drawing:
    """A string of small flags, 300 wide, hanging from its two ends at y = 0."""
    string = path("M-150 -1Q0 50 150 -1L150 1Q0 54 -150 1Z")
    d = Drawing().add("#5B524C", string, line="black")
    for n, colour in enumerate((fill, accent, _LEAF)):
        d.add(colour, *[_flag(i) for i in range(n, 8, 3)])
    return d


def _flag(i: int) -> Path:
    x = -128 + i * 36.5
    y = 26 - 26 * (x / 150) ** 2
    tilt = x * 0.03
    return polygon((x - 14, y - tilt * 0.6), (x + 14, y + tilt * -0.6), (x + tilt, y + 32))


def window(fill: Fill = _GLASS, accent: Fill = PAPER) -> Drawing:
    """A window with curtains, 120 × 130."""
    d = Drawing().add(accent, rounded(-60, -130, 120, 130, 6)).add(fill, rounded(-52, -122, 50, 52, 2), rounded(2, -122, 50, 52, 2),
                                                                    rounded(-52, -66, 50, 58, 2), rounded(2, -66, 50, 58, 2))  # fmt: skip
    curtains = (path("M-64 -134L-14 -134Q-22 -70 -64 -52Z"), path("M64 -134L14 -134Q22 -70 64 -52Z"))
    return d.add("#F7E3B5", *curtains).add(darker(PAPER, 0.8), rounded(-68, -4, 136, 8, 3), line="black")
