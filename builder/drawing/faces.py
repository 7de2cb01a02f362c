"""Heads: an egg from crown to jaw, features that shift with the look, hair that tells who it is."""

from __future__ import annotations

from collections.abc import Callable

from builder.drawing.cast import CAST, HAIR, SKIN
from builder.drawing.outline import INK, Drawing, Path, capsule, darker, ellipse, path, ring, rounded

_BROWS = {
    "happy": (-15, 0),
    "calm": (-14, 0),
    "worried": (-15, -3),
    "think": (-15, 0),
    "firm": (-13, 0.5),
    "wow": (-19, 0),
    "sad": (-13, -3.5),
}
_BOWS = {"calm": (9, 11), "worried": (-7, 9), "think": (3, 8), "firm": (3.2, 9), "sad": (-8, 10)}


def head(who: str, mood: str, look: float) -> Drawing:
    """The whole head around (0, 0), the middle of the face; `look` from -7 (left) to 7 turns it."""
    drawing = Drawing()
    _face(drawing, who, look)
    _eyes(drawing, who, mood, look)
    _nose_and_mouth(drawing, who, mood, look)
    if who == "papa":
        _beard(drawing, mood, look * 1.4)
    hair = _FRONT.get(who)
    if hair:
        hair(drawing, HAIR[CAST[who].hair], look)
    if who == "amal":
        _scarf(drawing, CAST[who].over, look)
    return drawing


def _face(d: Drawing, who: str, x: float) -> None:
    person = CAST[who]
    skin, b = SKIN[person.skin][0], person.build
    hw, j, top, chin = b.head, b.jaw, b.crown, b.chin
    if who != "amal":
        d.add(skin, ellipse(-hw + 1 - x * 0.3, 5, 9, 11), ellipse(hw - 1 - x * 0.3, 5, 9, 11))
    d.add(skin, path(
        "M0 {}C{} {} {} {} {} {}C{} {} {} {} 0 {}C{} {} {} {} {} {}C{} {} {} {} 0 {}Z", -top, hw * 0.62, -top, hw, -top * 0.55, hw, -2,
        hw, chin * 0.5, j, chin, chin, -j, chin, -hw, chin * 0.5, -hw, -2, -hw, -top * 0.55, -hw * 0.62, -top, -top,
    ))  # fmt: skip


def _eyes(d: Drawing, who: str, mood: str, look: float) -> None:
    kid = CAST[who].build.kid
    x = look * 1.5 + (2 if look > 0 else -2 if look < 0 else 0)
    rise, slant = _BROWS[mood]
    brow = HAIR["black"] if who != "abuela" else "#8E867E"
    for s in (-1, 1):
        d.add(INK, ellipse(s * 15.5 + x, 3, 4.6 if kid else 4.2, 5.8 if kid else 5), line="black")
        lift = mood == "think" and s > 0
        inner, outer = 3 + rise + slant - (5 if lift else 0), 3 + rise - slant - (3 if lift else 0)
        d.add(brow, capsule(s * 9 + x, inner, s * 22 + x, outer, 3.8), line="black")
        d.add("#FFFFFF", ellipse(s * 15.5 + x + 1.6, 1, 1.5), line="none")


def _nose_and_mouth(d: Drawing, who: str, mood: str, look: float) -> None:
    skin = CAST[who].skin
    x = look * 1.6
    nose = path("M{} {}Q{} {} {} {}Q{} {} {} {}Z", x - 6, 14, x, 21, x + 6, 14, x, 16.5, x - 6, 14)
    d.add(SKIN[skin][1], nose, line="black")
    m, x = 28, look * 1.4
    if mood == "happy":
        dark = "#7A2E2A" if skin != "s5" else "#3A1512"
        d.add(dark, path("M{} {}Q{} {} {} {}Q{} {} {} {}Z", x - 13, m - 2, x, m + 1, x + 13, m - 2, x, m + 21, x - 13, m - 2), line="black")
        teeth = path(
            "M{} {}Q{} {} {} {}L{} {}Q{} {} {} {}Z",
            x - 10.5,
            m - 0.6,
            x,
            m + 2,
            x + 10.5,
            m - 0.6,
            x + 8.5,
            m + 3.2,
            x,
            m + 5.5,
            x - 8.5,
            m + 3.2,
        )
        d.add("#FFFFFF", teeth, line="none")
        return
    lip = "#4A1F1A" if skin in ("s1", "s2", "s3") else "#2A0F0B"
    if mood == "wow":
        d.add(lip, ellipse(x, m + 3, 6, 7.5), line="black")
        return
    bow, w = _BOWS[mood]
    if abs(bow) > 2:
        mouth = path("M{} {}Q{} {} {} {}Q{} {} {} {}Z", x - w, m + 1, x, m + bow - 0.7, x + w, m + 1, x, m + 5.2 + bow, x - w, m + 1)
    else:
        mouth = capsule(x - w + 2, m + 2, x + w - 2, m + (0 if mood == "think" else 2), 3.4)
    d.add(lip, mouth, line="black")


def _beard(d: Drawing, mood: str, x: float) -> None:
    beard = path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z",
        -42, -4, -43, 38, -28, 59, 0, 59, 28, 59, 43, 38, 42, -4, 40, 12, 34, 20, 24, 21, 16, 19, 8, 20, x, 22,
        -8, 20, -16, 19, -24, 21, -34, 20, -40, 12, -42, -4,
    )  # fmt: skip
    d.add(HAIR["brown"], beard, line="black")
    m = 28
    if mood == "happy":
        d.add("#FFFFFF", path("M{} {}Q{} {} {} {}Q{} {} {} {}Z", x - 12, m + 1, x, m + 4, x + 12, m + 1, x, m + 16, x - 12, m + 1))
    elif mood == "calm":
        d.add("#E7B58F", path("M{} {}Q{} {} {} {}Q{} {} {} {}Z", x - 10, m + 2, x, m + 9, x + 10, m + 2, x, m + 14, x - 10, m + 2))
    else:
        d.add("#E7B58F", capsule(x - 8, m + 4, x + 8, m + 4, 4))


def hair_back(who: str) -> Drawing:
    """What lies behind the head: puffs, long hair, a bun, a scarf."""
    d, hc = Drawing(), HAIR[CAST[who].hair]
    if who == "bibi":
        d.add(hc, ellipse(-50, -40, 29, 28), ellipse(50, -40, 29, 28), line="black")
    elif who == "nara":
        long = path("M{} {}C{} {} {} {} {} {}L{} {}C{} {} {} {} {} {}Z", -50, 0, -54, 40, -46, 58, -36, 66, 36, 66, 46, 58, 54, 40, 50, 0)
        d.add(hc, long, line="black")
    elif who == "profe":
        d.add(hc, ellipse(0, -64, 25, 23), line="black")
    elif who == "abuela":
        d.add(hc, ellipse(0, -60, 19, 17), line="dots")
    elif who == "amal":
        d.add(CAST[who].over, path(
            "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}L{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z", 0, -63, 38, -63, 57, -34, 55, 4,
            53, 34, 50, 60, 52, 82, -52, 82, -50, 60, -53, 34, -55, 4, -57, -34, -38, -63, 0, -63,
        ))  # fmt: skip
    return d


def _bibi(d: Drawing, hc: str, x: float) -> None:
    d.add(hc, path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z", -45, 4, -49, -40, -26, -56, 0, -56,
        26, -56, 49, -40, 45, 4, 38, -16, 28, -31, x, -33, -28, -31, -38, -16, -45, 4,
    ), line="black")  # fmt: skip
    d.add("#D9644A", ellipse(-34, -39, 7.5, 10), ellipse(34, -39, 7.5, 10))


def _teo(d: Drawing, hc: str, x: float) -> None:
    d.add(hc, path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}L{} {}L{} {}Q{} {} {} {}L{} {}Q{} {} {} {}L{} {}Q{} {} {} {}L{} {}Z",
        -48, 4, -54, -42, -30, -61, 2, -61, 36, -61, 54, -40, 48, 4, 42, -4, 39, -18, 28, -15, 20 + x, -25, 14 + x, -21, 6, -14, -4, -14,
        -8 + x, -24, -14, -15, -27, -13, -37, -19, -42, -4,
    ), line="black")  # fmt: skip


def _nara(d: Drawing, hc: str, x: float) -> None:
    d.add(hc, path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z",
        x, -57, 34, -58, 53, -36, 49, 20, 46, 26, 43, 22, 41, 14, 40, -10, 26, -28, x, -40, -26, -28, -40, -10, -41, 14,
        -43, 22, -46, 26, -49, 20, -53, -36, -34, -58, x, -57,
    ), line="black")  # fmt: skip


def _luan(d: Drawing, hc: str, x: float) -> None:
    fringe: Path = path("M{} {}L{} {}Q{} {} {} {}L{} {}L{} {}Z", -38, -20, -20, -24, 0, -20, 22, -27, 38, -20, 20, -50)
    curls = [(-30, -36, 17, 17), (-10 + x, -46, 20, 17), (14 + x, -46, 19, 17), (33, -35, 16, 17), (-40, -18, 9, 15), (41, -18, 8, 14)]
    crown = path("M{} {}L{} {}L{} {}Z", -36, -24, 20, -50, -20, -50)
    d.add(hc, *[ellipse(*curl) for curl in curls], fringe + crown, line="black")
    x *= 1.5
    d.add(INK, *[ring(s * 16 + x, 4, 13.5, 3) for s in (-1, 1)], line="black")
    d.add(INK, capsule(-3 + x, 2, 3 + x, 2, 3), capsule(-29 + x, 1, -42, -1, 3), capsule(29 + x, 1, 42, -1, 3), line="black")


def _kito(d: Drawing, hc: str, _: float) -> None:
    twists = [ellipse(-34 + i * 13.6, -62 - (4 if i in (2, 3) else 0 if i in (1, 4) else -5), 9.5) for i in range(6)]
    d.add(hc, path(
        "M{} {}L{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}L{} {}C{} {} {} {} {} {}L{} {}C{} {} {} {} {} {}Z", -42, -4, -44, -36,
        -46, -62, -26, -70, 0, -70, 26, -70, 46, -62, 44, -36, 42, -4, 39, -18, 36, -28, 28, -31, -28, -31, -36, -28, -39, -18, -42, -4,
    ), *twists, line="black")  # fmt: skip


def _profe(d: Drawing, hc: str, _: float) -> None:
    d.add(hc, path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z", -42, 8, -50, -40, -28, -57, 0, -57,
        28, -57, 50, -40, 42, 8, 36, -12, 34, -26, 14, -37, -4, -24, -34, -20, -42, 8,
    ), line="black")  # fmt: skip
    d.add("#F2B134", ellipse(-43, 20, 4.5), ellipse(43, 20, 4.5))


def _papa(d: Drawing, hc: str, _: float) -> None:
    d.add(hc, path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}L{} {}C{} {} {} {} {} {}Z", -42, 4, -52, -44, -34, -62, -2, -61,
        36, -61, 52, -42, 42, 4, 37, -12, 38, -24, 32, -28, -22, -26, -36, -24, -37, -12, -42, 4,
    ), line="black")  # fmt: skip


def _abuela(d: Drawing, hc: str, x: float) -> None:
    d.add(hc, path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z", -42, 10, -52, -40, -30, -57, 0, -57,
        30, -57, 52, -40, 42, 10, 36, -10, 30, -28, 6, -36, -26, -30, -36, -12, -42, 10,
    ), line="dots")  # fmt: skip
    x *= 1.5
    rings = [ring(s * 15.5 + x, 5, 12.5, 2.2) for s in (-1, 1)]
    d.add("#5C4A44", *rings, capsule(-3 + x, 4, 3 + x, 4, 2.4), line="black")


def _scarf(d: Drawing, colour: str, x: float) -> None:
    """The scarf's ring around the face, then the drape under the chin."""
    outer = path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z", 0, -63, 40, -63, 57, -32, 54, 8,
        52, 50, 26, 66, 0, 66, -26, 66, -52, 50, -54, 8, -57, -32, -40, -63, 0, -63,
    )  # fmt: skip
    a, b = x * 0.6, x * 0.4
    inner = path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z", a, -40, 24 + a, -40, 36 + b, -20, 35 + b, 6,
        34, 32, 18, 47, b, 47, -18, 47, -34, 32, -35 + b, 6, -36 + b, -20, -24 + a, -40, a, -40,
    )  # fmt: skip
    d.add(colour, outer + inner)
    d.add(darker(colour, 0.84), path(
        "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z", -46, 36, -30, 62, 10, 66, 46, 34,
        58, 60, 58, 84, 50, 102, 20, 112, -30, 112, -54, 96, -58, 74, -54, 50, -46, 36,
    ))  # fmt: skip


def braid(d: Drawing, y: float) -> None:
    """Nara's braid over her shoulder; `y` is the middle of the face."""
    hc, bx, by = HAIR["black"], 42, y + 50
    d.add(hc, *[ellipse(bx + (-3 if i % 2 else 3), by + i * 17, 12.5 - i * 0.9, 12) for i in range(5)], line="black")
    d.add("#F2B134", rounded(bx - 9, by + 78, 16, 8, 3))
    d.add(
        hc,
        path("M{} {}L{} {}L{} {}Q{} {} {} {}Z", bx - 7, by + 86, bx + 5, by + 86, bx + 8, by + 104, bx - 1, by + 114, bx - 9, by + 104),
        line="black",
    )


_FRONT: dict[str, Callable[[Drawing, str, float], None]] = {
    "bibi": _bibi, "teo": _teo, "nara": _nara, "luan": _luan, "kito": _kito, "profe": _profe, "papa": _papa, "abuela": _abuela,
}  # fmt: skip
