"""All scene pieces by the name a scene gives them, and the two that pages use directly: clock and empty face."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import cos, pi, sin

from builder.drawing import places, screens, things
from builder.drawing.outline import Path, capsule, curve, ellipse, path
from builder.drawing.parts import INK, PAPER, Drawing, Fill
from builder.model.page import Colour, Shape


@cache
def clock(share: float, *, face: Colour, ink: Colour, pie: Colour) -> tuple[Shape, ...]:
    """A clock face around (0, 0), 100 across, with a share of the hour as a slice."""
    return _clock(share, face, ink, pie).shapes()


@cache
def avatar(colour: Colour) -> tuple[Shape, ...]:
    """Head and shoulders of somebody who is not shown, around (0, 0), for a disc that is already there."""
    shoulders = path("M-26 30C-26 6 -12 3 0 3C12 3 26 6 26 30C14 40 -14 40 -26 30Z")
    return Drawing().add(colour, ellipse(0, -14, 14), shoulders).shapes()


def _clock(share: float, face: Fill, ink: Fill, pie: Fill) -> Drawing:
    d = Drawing().add(ink, ellipse(0, 0, 50), line="black").add(face, ellipse(0, 0, 44))
    if share >= 1:
        d.add(pie, ellipse(0, 0, 36), line="dots")
    elif share > 0:
        d.add(pie, _slice(36, share * 2 * pi), line="dots")
    return d.add(ink, *[_tick(i) for i in range(12)], ellipse(0, 0, 5), line="black")


def _tick(i: int) -> Path:
    a, end = i * pi / 6, 41 if i % 3 else 36
    return capsule(38 * sin(a), -38 * cos(a), end * sin(a), -end * cos(a), 2.2)


def _slice(r: float, turn: float) -> Path:
    """A slice of a disc from twelve o'clock, in arcs of at most an eighth."""
    count = max(1, round(turn / (pi / 4) + 0.49))
    step = turn / count
    k = 4 / 3 * r * (1 - cos(step / 2)) / sin(step / 2)
    arcs: list[tuple[float, ...]] = [(0.0, -r)]
    for i in range(count):
        a, b = i * step, (i + 1) * step
        x0, y0, x1, y1 = r * sin(a), -r * cos(a), r * sin(b), -r * cos(b)
        arcs.append((x0 + k * cos(a), y0 + k * sin(a), x1 - k * cos(b), y1 - k * sin(b), x1, y1))
    return curve((0.0, 0.0), *arcs)


def _wall_clock(fill: Fill = "#F2B134", accent: Fill = PAPER) -> Drawing:
    return Drawing().place(_clock(0.25, accent, INK, fill), 0, -50)


PIECES: dict[str, Callable[..., Drawing]] = {
    "phone": screens.phone, "flat-phone": screens.flat_phone, "chat-phone": screens.chat_phone, "profile-phone": screens.profile_phone,
    "photo-phone": screens.photo_phone, "picture-phone": screens.picture_phone, "spread": screens.spread, "laptop": screens.laptop,
    "laptop-lid": screens.laptop_lid, "gamepad": screens.gamepad, "ad": screens.ad, "prize-ad": screens.prize_ad,
    "avatar": screens.avatar, "cloud": screens.cloud, "bubble": screens.bubble, "heart-bubble": screens.heart_bubble,
    "dots-bubble": screens.dots_bubble, "code-bubble": screens.code_bubble, "camera-bubble": screens.camera_bubble,
    "sharp-bubble": screens.sharp_bubble, "tick-bubble": screens.tick_bubble,
    "heart": things.heart, "star": things.star, "sparkles": things.sparkles, "lock": things.lock, "code-lock": things.code_lock,
    "shield": things.shield, "gift": things.gift, "camera": things.camera, "key": things.key, "long-key": things.long_key,
    "toothbrush": things.toothbrush, "traffic-light": things.traffic_light, "tshirt": things.tshirt, "chest": things.chest,
    "table": things.table, "desk": things.desk,
    "tablecloth": things.tablecloth, "bench": things.bench, "rug": things.rug, "envelope": things.envelope,
    "box": things.box, "notebook": things.notebook, "megaphone": things.megaphone, "balloon": things.balloon, "ball": things.ball,
    "kite": things.kite, "board": things.board, "paper": things.paper, "cat": things.cat, "plant": things.plant, "mug": things.mug,
    "clock": _wall_clock,
    "door": places.door, "closed-door": places.closed_door, "road": places.road, "house": places.house, "school": places.school,
    "market": places.market, "market-front": places.market_front,
    "tree": places.tree, "fruit-tree": places.fruit_tree, "tree-flat": places.tree_flat,
    "tree-tall": places.tree_tall, "palm": places.palm, "bush": places.bush, "flowers": places.flowers, "sun": places.sun,
    "white-cloud": places.white_cloud, "bunting": places.bunting, "window": places.window,
}  # fmt: skip
"""What a scene may name; each takes `fill`, most take `accent`."""
ONE_WAY = (
    "phone", "chat-phone", "profile-phone", "photo-phone", "picture-phone", "clock", "code-lock", "shield", "traffic-light", "board",
    "paper", "ad", "prize-ad", "spread", "cloud", "gamepad",
)  # fmt: skip
"""What is not mirrored with its scene: marks, clocks and screens."""
