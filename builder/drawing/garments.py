"""Garments: the torso in one path, and what tells one person's clothes from another's."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from builder.drawing.cast import CAST, SKIN, Build
from builder.drawing.outline import INK, Drawing, Path, capsule, darker, ellipse, path, polygon, rounded


class Cut(NamedTuple):
    """Where a garment lies: the shoulders' y, the hem's y, the measures."""

    y: float
    hem: float
    build: Build


def torso(d: Drawing, who: str, build: Build, hip: float, y: float, face: float, full: bool) -> None:
    """Adds neck, skirt and torso."""
    person = CAST[who]
    wide = 26 if build.kid else 28
    d.add(SKIN[person.skin][1], rounded(-wide / 2, face + build.chin - 22, wide, build.neck + 40, 10))
    if person.wear == "skirt" and full:
        d.add(
            person.low,
            polygon((-build.hip + 2, hip - 6), (build.hip - 2, hip - 6), (build.hip + 20, hip + 70), (-build.hip - 20, hip + 70)),
        )
    flare = {"dress": 12, "tunic": 8}.get(person.wear, 0)
    d.add(person.top, _torso(y, _hem(who, hip), build, flare))


def _hem(who: str, hip: float) -> float:
    below = {"dress": 26, "tunic": 40}.get(CAST[who].wear, 0)
    return hip + 16 + below


def _torso(y: float, b: float, build: Build, flare: float) -> Path:
    sh, h, r = build.shoulder, build.hip + flare, 16
    return path(
        "M-15 {}C{} {} {} {} {} {}L{} {}C{} {} {} {} {} {}L{} {}C{} {} {} {} {} {}L{} {}C{} {} {} {} 15 {}Z", y, -sh * 0.5, y + 2,
        -sh, y + 6, -sh, y + 44, -h, b - r, -h, b - 4, -h + 4, b, -h + r, b, h - r, b, h - 4, b, h, b - 4, h, b - r,
        sh, y + 44, sh, y + 6, sh * 0.5, y + 2, y,
    )  # fmt: skip


def trim(d: Drawing, who: str, build: Build, hip: float, y: float) -> None:
    """Adds what is on the garment: spots, stripes, collar, badge, jacket, shawl."""
    details = _TRIMS.get(who)
    if details:
        details(d, Cut(y, _hem(who, hip), build))


def _teo(d: Drawing, cut: Cut) -> None:
    y, sh = cut.y, cut.build.shoulder
    d.add("#F4E7CF", *[rounded(-sh * 0.86 + 1, y + 38 + i * 24, sh * 1.72 - 2, 9, 0) for i in range(3)], line="black")
    d.add("#F4E7CF", path("M-18 {}Q0 {} 18 {}L13 {}Q0 {} -13 {}Z", y, y + 20, y, y - 2, y + 9, y - 2))


def _bibi(d: Drawing, cut: Cut) -> None:
    y = cut.y
    d.add("#FFFDF8", path("M-20 {}Q0 {} 20 {}L14 {}Q0 {} -14 {}Z", y + 1, y + 26, y + 1, y - 3, y + 12, y - 3))
    spots = ((-20, 62), (0, 76), (20, 62), (-28, 98), (0, 108), (28, 98))
    d.add("#D9644A", *[ellipse(x, y + down, 4.4) for x, down in spots], line="thin")


def _luan(d: Drawing, cut: Cut) -> None:
    y, person = cut.y, CAST["luan"]
    hood = path("M-30 {}Q0 {} 30 {}Q26 {} 0 {}Q-26 {} -30 {}Z", y + 8, y + 44, y + 8, y - 10, y - 8, y - 10, y + 8)
    d.add(darker(person.top, 0.8), hood)
    d.add(SKIN[person.skin][1], ellipse(0, y - 2, 13, 12))
    d.add("#F4EBDD", capsule(-9, y + 26, -9, y + 52, 3.4), capsule(9, y + 26, 9, y + 52, 3.4), line="black")
    d.add(darker(person.top, 0.84), rounded(-24, cut.hem - 50, 48, 30, 10))


def _nara(d: Drawing, cut: Cut) -> None:
    d.add("#F7E3B5", path("M-17 {}L17 {}L0 {}Z", cut.y, cut.y, cut.y + 34))
    d.add(INK, *[ellipse(0, cut.y + 50 + i * 20, 2.8) for i in range(3)], line="black")


def _kito(d: Drawing, cut: Cut) -> None:
    y, b, sh, hp = cut.y, cut.hem, cut.build.shoulder, cut.build.hip
    halves = [
        path(
            "M{} {}C{} {} {} {} {} {}L{} {}C{} {} {} {} {} {}L{} {}L{} {}Z", s * 15, y, s * sh * 0.5, y + 2, s * sh, y + 6, s * sh, y + 44,
            s * hp, b - 16, s * hp, b - 4, s * (hp - 4), b, s * (hp - 16), b, s * 16, b, s * 10, y + 20,
        )
        for s in (-1, 1)
    ]  # fmt: skip
    d.add(CAST["kito"].over, *halves)
    band = path("M-24 {}Q0 {} 24 {}L30 {}Q0 {} -30 {}Z", y + 4, y + 40, y + 4, y + 8, y + 54, y + 8)
    d.add("#2B2422", band, rounded(-37, y - 8, 17, 30, 8), rounded(20, y - 8, 17, 30, 8), line="black")
    d.add("#D9644A", rounded(-33, y - 1, 7, 16, 3), rounded(26, y - 1, 7, 16, 3))


def _profe(d: Drawing, cut: Cut) -> None:
    y = cut.y
    d.add("#F4E7CF", path("M-17 {}L17 {}L0 {}Z", y, y, y + 30))
    d.add("#F2B134", capsule(-15, y + 2, 0, y + 70, 4), capsule(15, y + 2, 0, y + 70, 4), line="black")
    d.add("#FFFDF8", rounded(-13, y + 68, 26, 34, 4))
    d.add("#2F7A6B", ellipse(0, y + 79, 5), rounded(-8, y + 89, 16, 4, 2), line="black")


def _papa(d: Drawing, cut: Cut) -> None:
    y, dark = cut.y, darker(CAST["papa"].top, 0.78)
    collar = path("M-18 {}L0 {}L18 {}L26 {}L6 {}L0 {}L-6 {}L-26 {}Z", y - 1, y + 12, y - 1, y + 6, y + 30, y + 18, y + 30, y + 6)
    d.add(dark, collar, rounded(10, y + 44, 24, 26, 4))


def _abuela(d: Drawing, cut: Cut) -> None:
    y, sh, shawl = cut.y, cut.build.shoulder, CAST["abuela"].over
    d.add(shawl, path(
        "M-16 {}C{} {} {} {} {} {}L{} {}C{} {} {} {} 0 {}C{} {} {} {} {} {}L{} {}C{} {} {} {} 16 {}L0 {}Z", y - 2, -sh + 4, y,
        -sh - 8, y + 8,
        -sh - 9, y + 36, -sh - 6, y + 66, -40, y + 72, -16, y + 80, y + 92, 16, y + 80, 40, y + 72, sh + 6, y + 66, sh + 9, y + 36,
        sh + 8, y + 8, sh - 4, y, y - 2, y + 30,
    ))  # fmt: skip
    fringe = [capsule(-30 + i * 12, y + 74 - abs(2.5 - i) * 4, -30 + i * 12, y + 90 - abs(2.5 - i) * 4, 3) for i in range(6)]
    d.add(darker(shawl, 0.72), *fringe, line="black")


_TRIMS: dict[str, Callable[[Drawing, Cut], None]] = {
    "teo": _teo, "bibi": _bibi, "luan": _luan, "nara": _nara, "kito": _kito, "profe": _profe, "papa": _papa, "abuela": _abuela,
}  # fmt: skip
