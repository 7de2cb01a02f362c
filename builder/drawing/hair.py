"""Hair, scarf and beard: what tells who somebody is, in front of the head, behind it and from the back."""

from __future__ import annotations

from collections.abc import Callable

from builder.drawing.cast import CAST, HAIR, SKIN
from builder.drawing.faces import Look, ears, mouth, nape
from builder.drawing.outline import Path, capsule, curve, ellipse, path, ring, rounded
from builder.drawing.parts import INK, Drawing, darker

_TIE = "#D9644A"
_GOLD = "#F2B134"


def behind(who: str) -> Drawing:
    """What lies behind the head: puffs, long hair, a bun, a scarf."""
    d, colour = Drawing(), _colour(who)
    match who:
        case "bibi":
            d.add(colour, ellipse(-50, -40, 29, 28), ellipse(50, -40, 29, 28), line="black")
        case "nara":
            d.add(colour, curve((-50, 0), (-54, 40, -46, 58, -36, 66), (36, 66), (46, 58, 54, 40, 50, 0)), line="black")
        case "profe":
            d.add(colour, ellipse(0, -64, 25, 23), line="black")
        case "abuela":
            d.add(colour, ellipse(0, -60, 19, 17), line="dots")
        case "amal":
            left, right = (-50, 60, -53, 34, -55, 4), (38, -63, 57, -34, 55, 4)
            d.add(CAST[who].over, curve(
                (0, -63), right, (53, 34, 50, 60, 52, 82), (-52, 82), left, (-57, -34, -38, -63, 0, -63),
            ))  # fmt: skip
    return d


def in_front(d: Drawing, who: str, look: Look) -> None:
    """Adds what frames the face; the hairline follows the look."""
    if who == "papa":
        _beard(d, look)
    if who == "amal":
        _scarf(d, CAST[who].over, look.x)
    else:
        _FRONT[who](d, _colour(who), look)


def from_the_back(who: str) -> Drawing:
    """The head as those behind somebody see it, around (0, 0)."""
    person, colour, d = CAST[who], _colour(who), Drawing()
    line = "dots" if who == "abuela" else "black"
    if who == "amal":
        return d.place(behind(who)).add(darker(person.over, 0.9), capsule(-16, 12, 16, 12, 3), capsule(-24, 30, 24, 30, 3), line="black")
    d.add(SKIN[person.skin][0], *ears(person))
    d.place(behind(who)).add(colour, nape(person), *_crown(who), line=line)
    if who == "bibi":
        d.add(_TIE, ellipse(-34, -39, 7.5, 10), ellipse(34, -39, 7.5, 10))
        d.add(SKIN[person.skin][0], capsule(0, -46, 0, 34, 3), line="none")
    return d


def _crown(who: str) -> list[Path]:
    if who == "luan":
        return [*[ellipse(*curl) for curl in _curls(0)], ellipse(-26, 14, 15), ellipse(0, 22, 16), ellipse(26, 14, 15)]
    if who == "kito":
        return [*_twists(), rounded(-45, -62, 90, 52, 16)]
    return [ellipse(0, -10, 46, 48)] if who == "teo" else []


def braid(d: Drawing, x: float, y: float) -> None:
    """Adds Nara's braid: over her shoulder, or down her back."""
    colour = _colour("nara")
    d.add(colour, *[ellipse(x + (-3 if i % 2 else 3), y + i * 17, 12.5 - i * 0.9, 12) for i in range(5)], line="black")
    tip = path("M{} {}L{} {}L{} {}Q{} {} {} {}Z", x - 7, y + 84, x + 5, y + 84, x + 8, y + 104, x - 1, y + 114, x - 9, y + 104)
    d.add(colour, tip, line="black")
    d.add(_GOLD, rounded(x - 9, y + 78, 16, 8, 3))


def _colour(who: str) -> str:
    return HAIR[CAST[who].hair]


def _bibi(d: Drawing, colour: str, look: Look) -> None:
    y = look.y * 0.5
    d.add(colour, curve(
        (-45, 4), (-49, -40, -26, -56, 0, -56), (26, -56, 49, -40, 45, 4),
        (38, -16, 28, -31 + y, look.x, -33 + y), (-28, -31 + y, -38, -16, -45, 4),
    ), line="black")  # fmt: skip
    d.add(_TIE, ellipse(-34, -39, 7.5, 10), ellipse(34, -39, 7.5, 10))


def _teo(d: Drawing, colour: str, look: Look) -> None:
    x, y = look.x, look.y * 0.5
    fringe = "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}L{} {}L{} {}Q{} {} {} {}L{} {}Q{} {} {} {}L{} {}Q{} {} {} {}L{} {}Z"
    d.add(colour, path(
        fringe, -48, 4, -54, -42, -30, -61, 2, -61, 36, -61, 54, -40, 48, 4, 42, -4, 39, -18, 28, -15, 20 + x, -25 + y,
        14 + x, -21 + y, 6, -14, -4, -14, -8 + x, -24 + y, -14, -15, -27, -13, -37, -19, -42, -4,
    ), line="black")  # fmt: skip


def _nara(d: Drawing, colour: str, look: Look) -> None:
    x, y = look.x, look.y * 0.5
    d.add(colour, curve(
        (x, -57), (34, -58, 53, -36, 49, 20), (46, 26, 43, 22, 41, 14), (40, -10, 26, -28, x, -40 + y),
        (-26, -28, -40, -10, -41, 14), (-43, 22, -46, 26, -49, 20), (-53, -36, -34, -58, x, -57),
    ), line="black")  # fmt: skip


def _curls(x: float) -> tuple[tuple[float, float, float, float], ...]:
    return (
        (-30, -36, 17, 17), (-10 + x, -46, 20, 17), (14 + x, -46, 19, 17), (33, -35, 16, 17), (-40, -18, 9, 15), (41, -18, 8, 14),
    )  # fmt: skip


def _luan(d: Drawing, colour: str, look: Look) -> None:
    x, y = look.x, look.y
    fringe = path("M{} {}L{} {}Q{} {} {} {}L{} {}L{} {}L{} {}Z", -38, -20, -20, -24, 0, -20, 22, -27, 38, -20, 20, -50, -20, -50)
    d.add(colour, *[ellipse(*curl) for curl in _curls(x)], fringe, line="black")
    x *= 1.5
    rims = [ring(s * 16 + x, 4 + y, 13.5, 3) for s in (-1, 1)]
    sides = [capsule(s * 29 + x, 1 + y, s * 42, -1, 3) for s in (-1, 1)]
    d.add(INK, *rims, capsule(-3 + x, 2 + y, 3 + x, 2 + y, 3), *sides, line="black")


def _twists() -> list[Path]:
    lifts = (-5, 0, 4, 4, 0, -5)
    return [ellipse(-34 + i * 13.6, -62 - lift, 9.5) for i, lift in enumerate(lifts)]


def _kito(d: Drawing, colour: str, look: Look) -> None:
    y = look.y * 0.5
    d.add(colour, curve(
        (-42, -4), (-44, -36), (-46, -62, -26, -70, 0, -70), (26, -70, 46, -62, 44, -36), (42, -4),
        (39, -18, 36, -28 + y, 28, -31 + y), (-28, -31 + y), (-36, -28 + y, -39, -18, -42, -4),
    ), *_twists(), line="black")  # fmt: skip


def _profe(d: Drawing, colour: str, look: Look) -> None:
    d.add(colour, curve(
        (-42, 8), (-50, -40, -28, -57, 0, -57), (28, -57, 50, -40, 42, 8), (36, -12, 34, -26, 14 + look.x * 0.6, -37),
        (-4, -24, -34, -20, -42, 8),
    ), line="black")  # fmt: skip
    d.add(_GOLD, ellipse(-43, 20, 4.5), ellipse(43, 20, 4.5))


def _papa(d: Drawing, colour: str, _: Look) -> None:
    d.add(colour, curve(
        (-42, 4), (-52, -44, -34, -62, -2, -61), (36, -61, 52, -42, 42, 4), (37, -12, 38, -24, 32, -28), (-22, -26),
        (-36, -24, -37, -12, -42, 4),
    ), line="black")  # fmt: skip


def _abuela(d: Drawing, colour: str, look: Look) -> None:
    d.add(colour, curve(
        (-42, 10), (-52, -40, -30, -57, 0, -57), (30, -57, 52, -40, 42, 10), (36, -10, 30, -28, 6 + look.x * 0.6, -36),
        (-26, -30, -36, -12, -42, 10),
    ), line="dots")  # fmt: skip
    x, y = look.x * 1.5, look.y
    rims = [ring(s * 15.5 + x, 5 + y, 12.5, 2.2) for s in (-1, 1)]
    d.add("#5C4A44", *rims, capsule(-3 + x, 4 + y, 3 + x, 4 + y, 2.4), line="black")


def _beard(d: Drawing, look: Look) -> None:
    x, y = look.x * 1.4, look.y * 0.5
    d.add(_colour("papa"), curve(
        (-42, -4), (-43, 38, -28, 59, 0, 59), (28, 59, 43, 38, 42, -4), (40, 12, 34, 20, 24, 21 + y),
        (16, 19 + y, 8, 20 + y, x, 22 + y), (-8, 20 + y, -16, 19 + y, -24, 21 + y), (-34, 20, -40, 12, -42, -4),
    ), line="black")  # fmt: skip
    low = 28 + look.y * 0.8
    if look.mood == "happy":
        smile = path("M{} {}Q{} {} {} {}Q{} {} {} {}Z", x - 12, low + 1, x, low + 4, x + 12, low + 1, x, low + 16, x - 12, low + 1)
        d.add("#FFFFFF", smile)
    else:
        d.add("#E7B58F", mouth(look.mood, x, low + 1))


def _scarf(d: Drawing, colour: str, x: float) -> None:
    """The scarf's ring around the face, then the drape under the chin."""
    outer = curve((0, -63), (40, -63, 57, -32, 54, 8), (52, 50, 26, 66, 0, 66), (-26, 66, -52, 50, -54, 8), (-57, -32, -40, -63, 0, -63))
    a, b = x * 0.6, x * 0.4
    inner = curve(
        (a, -40), (24 + a, -40, 36 + b, -20, 35 + b, 6), (34, 32, 18, 47, b, 47), (-18, 47, -34, 32, -35 + b, 6),
        (-36 + b, -20, -24 + a, -40, a, -40),
    )  # fmt: skip
    d.add(colour, outer + inner)
    d.add(darker(colour, 0.84), curve(
        (-46, 36), (-30, 62, 10, 66, 46, 34), (58, 60, 58, 84, 50, 102), (20, 112, -30, 112, -54, 96), (-58, 74, -54, 50, -46, 36),
    ))  # fmt: skip


_FRONT: dict[str, Callable[[Drawing, str, Look], None]] = {
    "bibi": _bibi, "teo": _teo, "nara": _nara, "luan": _luan, "kito": _kito, "profe": _profe, "papa": _papa, "abuela": _abuela,
}  # fmt: skip
