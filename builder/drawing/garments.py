"""Garments: the torso in one path, and what tells one person's clothes from another's."""

from __future__ import annotations

from collections.abc import Callable

from builder.drawing.bodies import Figure
from builder.drawing.cast import SKIN
from builder.drawing.outline import Path, capsule, curve, ellipse, path, polygon, rounded
from builder.drawing.parts import INK, PAPER, Drawing, darker


def torso(d: Drawing, figure: Figure) -> None:
    """Adds neck, skirt and torso."""
    person, build = figure.person, figure.build
    wide = 26 if build.kid else 28
    neck = rounded(-wide / 2, figure.face + build.chin - 22, wide, build.neck + 40, 10)
    d.add(SKIN[person.skin][1], neck)
    if person.wear == "skirt" and figure.full and not figure.seated:
        top, hem, h = figure.hip - 6, figure.hip + 70, build.hip
        d.add(person.low, polygon((-h + 2, top), (h - 2, top), (h + 20, hem), (-h - 20, hem)))
    d.add(person.top, _torso(figure))


def _torso(figure: Figure) -> Path:
    y, b = figure.shoulders, figure.end
    r, tip = (16, 4) if b == figure.hem else (0, 0)
    flare = 0 if figure.seated else {"dress": 12, "tunic": 8}.get(figure.person.wear, 0)
    sh, h = figure.build.shoulder, figure.build.hip + flare
    return curve(
        (-15, y), (-sh * 0.5, y + 2, -sh, y + 6, -sh, y + 44), (-h, b - r), (-h, b - tip, -h + tip, b, -h + r, b), (h - r, b),
        (h - tip, b, h, b - tip, h, b - r), (sh, y + 44), (sh, y + 6, sh * 0.5, y + 2, 15, y),
    )  # fmt: skip


def trim(d: Drawing, figure: Figure) -> None:
    """Adds what is on the garment: spots, stripes, collar, badge, jacket, shawl."""
    details = (_BACKS if figure.back else _FRONTS).get(figure.who)
    if details:
        details(d, figure)


def _teo(d: Drawing, figure: Figure) -> None:
    y, sh = figure.shoulders, figure.build.shoulder
    d.add("#F4E7CF", *[rounded(-sh * 0.86 + 1, y + 38 + i * 24, sh * 1.72 - 2, 9) for i in range(3)], line="black")
    d.add("#F4E7CF", path("M-18 {}Q0 {} 18 {}L13 {}Q0 {} -13 {}Z", y, y + 20, y, y - 2, y + 9, y - 2))


def _bibi(d: Drawing, figure: Figure) -> None:
    y = figure.shoulders
    d.add(PAPER, path("M-20 {}Q0 {} 20 {}L14 {}Q0 {} -14 {}Z", y + 1, y + 26, y + 1, y - 3, y + 12, y - 3))
    _bibi_behind(d, figure)


def _bibi_behind(d: Drawing, figure: Figure) -> None:
    y = figure.shoulders
    spots = ((-20, 62), (0, 76), (20, 62), (-28, 98), (0, 108), (28, 98))
    d.add("#D9644A", *[ellipse(x, y + down, 4.4) for x, down in spots if y + down < figure.end - 6], line="thin")


def _luan(d: Drawing, figure: Figure) -> None:
    y, person = figure.shoulders, figure.person
    hood = path("M-30 {}Q0 {} 30 {}Q26 {} 0 {}Q-26 {} -30 {}Z", y + 8, y + 44, y + 8, y - 10, y - 8, y - 10, y + 8)
    d.add(darker(person.top, 0.8), hood)
    d.add(SKIN[person.skin][1], ellipse(0, y - 2, 13, 12))
    d.add("#F4EBDD", capsule(-9, y + 26, -9, y + 52, 3.4), capsule(9, y + 26, 9, y + 52, 3.4), line="black")
    if figure.hem - 20 <= figure.end:
        d.add(darker(person.top, 0.84), rounded(-24, figure.hem - 50, 48, 30, 10))


def _luan_behind(d: Drawing, figure: Figure) -> None:
    y = figure.shoulders
    hood = path("M-30 {}Q-34 {} 0 {}Q34 {} 30 {}Q0 {} -30 {}Z", y + 2, y + 46, y + 56, y + 46, y + 2, y - 14, y + 2)
    d.add(darker(figure.person.top, 0.8), hood)


def _nara(d: Drawing, figure: Figure) -> None:
    y = figure.shoulders
    d.add("#F7E3B5", path("M-17 {}L17 {}L0 {}Z", y, y, y + 34))
    d.add(INK, *[ellipse(0, y + 50 + i * 20, 2.8) for i in range(3)], line="black")


def _kito(d: Drawing, figure: Figure) -> None:
    y, b, sh, hp = figure.shoulders, figure.end, figure.build.shoulder, figure.build.hip
    r, tip = (16, 4) if b == figure.hem else (0, 0)
    halves = [
        curve(
            (s * 15, y), (s * sh * 0.5, y + 2, s * sh, y + 6, s * sh, y + 44), (s * hp, b - r),
            (s * hp, b - tip, s * (hp - tip), b, s * (hp - r), b), (s * 16, b), (s * 10, y + 20),
        )
        for s in (-1, 1)
    ]  # fmt: skip
    d.add(figure.person.over, *halves)
    _headphones(d, y)


def _kito_behind(d: Drawing, figure: Figure) -> None:
    d.add(figure.person.over, _torso(figure))
    _headphones(d, figure.shoulders - 6)


def _headphones(d: Drawing, y: float) -> None:
    band = path("M-24 {}Q0 {} 24 {}L30 {}Q0 {} -30 {}Z", y + 4, y + 40, y + 4, y + 8, y + 54, y + 8)
    d.add("#2B2422", band, rounded(-37, y - 8, 17, 30, 8), rounded(20, y - 8, 17, 30, 8), line="black")
    d.add("#D9644A", rounded(-33, y - 1, 7, 16, 3), rounded(26, y - 1, 7, 16, 3))


def _profe(d: Drawing, figure: Figure) -> None:
    y = figure.shoulders
    d.add("#F4E7CF", path("M-17 {}L17 {}L0 {}Z", y, y, y + 30))
    d.add("#F2B134", capsule(-15, y + 2, 0, y + 70, 4), capsule(15, y + 2, 0, y + 70, 4), line="black")
    d.add(PAPER, rounded(-13, y + 68, 26, 34, 4))
    d.add("#2F7A6B", ellipse(0, y + 79, 5), rounded(-8, y + 89, 16, 4, 2), line="black")


def _papa(d: Drawing, figure: Figure) -> None:
    y, dark = figure.shoulders, darker(figure.person.top, 0.78)
    collar = path("M-18 {}L0 {}L18 {}L26 {}L6 {}L0 {}L-6 {}L-26 {}Z", y - 1, y + 12, y - 1, y + 6, y + 30, y + 18, y + 30, y + 6)
    d.add(dark, collar, rounded(10, y + 44, 24, 26, 4))


def _abuela(d: Drawing, figure: Figure) -> None:
    y, sh, shawl = figure.shoulders, figure.build.shoulder, figure.person.over
    notch = y + 4 if figure.back else y + 30
    d.add(shawl, curve(
        (-16, y - 2), (-sh + 4, y, -sh - 8, y + 8, -sh - 9, y + 36), (-sh - 6, y + 66), (-40, y + 72, -16, y + 80, 0, y + 92),
        (16, y + 80, 40, y + 72, sh + 6, y + 66), (sh + 9, y + 36), (sh + 8, y + 8, sh - 4, y, 16, y - 2), (0, notch),
    ))  # fmt: skip
    fringe = [capsule(-30 + i * 12, y + 74 - abs(2.5 - i) * 4, -30 + i * 12, y + 90 - abs(2.5 - i) * 4, 3) for i in range(6)]
    d.add(darker(shawl, 0.72), *fringe, line="black")


_Trim = Callable[[Drawing, Figure], None]
_FRONTS: dict[str, _Trim] = {
    "teo": _teo, "bibi": _bibi, "luan": _luan, "nara": _nara, "kito": _kito, "profe": _profe, "papa": _papa, "abuela": _abuela,
}  # fmt: skip
_BACKS: dict[str, _Trim] = {"luan": _luan_behind, "kito": _kito_behind, "bibi": _bibi_behind, "abuela": _abuela}
