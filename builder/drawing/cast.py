"""The cast: nine fictional people, their measures, colours and poses. Head heights are about 100 units."""

from __future__ import annotations

from typing import NamedTuple

SKIN = {
    "s1": ("#F2C9A5", "#DDAA82"), "s2": ("#DDA277", "#C18259"), "s3": ("#B97A50", "#9A5F38"),
    "s4": ("#9C6340", "#7C492B"), "s5": ("#77492F", "#573120"),
}  # fmt: skip
"""Skin, and its shade for neck and nose."""
HAIR = {"black": "#241C1C", "brown": "#4A2C1F", "chestnut": "#7A4526", "grey": "#B9B1A8"}


class Build(NamedTuple):
    """Measures of an age: half head and jaw width, crown, chin, neck, torso, half shoulder and hip, leg, arm and leg width."""

    head: float
    jaw: float
    crown: float
    chin: float
    neck: float
    torso: float
    shoulder: float
    hip: float
    leg: float
    arm: float
    thick: float
    kid: bool = False


KID = Build(45, 34, 50, 47, 5, 104, 45, 37, 104, 27, 33, kid=True)
TWEEN = Build(43, 30, 50, 49, 10, 122, 51, 40, 142, 28, 34)
TEEN = Build(41, 27, 50, 51, 16, 138, 58, 44, 178, 30, 37)
ADULT = Build(41, 29, 50, 52, 17, 150, 65, 50, 184, 33, 41)


class Person(NamedTuple):
    """Who somebody is: age, skin, hair, garments."""

    build: Build
    skin: str
    hair: str
    top: str
    low: str
    wear: str
    shoe: str
    sleeve: float
    over: str = ""


CAST = {
    "bibi": Person(KID, "s5", "black", "#F2B134", "#F2B134", "dress", "#B8472F", 0.45),
    "teo": Person(KID, "s2", "black", "#3C8D74", "#3B4A63", "trousers", "#EDE3D2", 0.5),
    "nara": Person(TWEEN, "s3", "black", "#D9644A", "#5C3A63", "skirt", "#2B2422", 1),
    "luan": Person(TWEEN, "s1", "chestnut", "#5E86A3", "#6B5A49", "trousers", "#D8C9AE", 1),
    "amal": Person(TEEN, "s2", "black", "#8E4B78", "#3A3350", "tunic", "#2B2422", 1, "#2E8B84"),
    "kito": Person(TEEN, "s5", "black", "#E9DFCB", "#33465C", "trousers", "#B8472F", 1, "#C98A2B"),
    "profe": Person(ADULT, "s4", "brown", "#2F7A6B", "#4B3A33", "trousers", "#2B2422", 1),
    "papa": Person(ADULT, "s2", "brown", "#B9553C", "#4A5561", "trousers", "#3A2A22", 0.5),
    "abuela": Person(ADULT, "s3", "grey", "#7E5A86", "#46384F", "skirt", "#2B2422", 1, "#D99A3D"),
}

POSES = {
    "down": ((8, 48), (6, 92)), "hip": ((34, 42), (4, 78)), "wave": ((40, 28), (56, -28)), "phone": ((9, 46), (-20, 32)),
    "open": ((22, 44), (60, 40)), "stop": ((20, 42), (52, 2)), "chin": ((14, 52), (-24, 4)), "point": ((26, 34), (74, 14)),
    "lap": ((12, 46), (-14, 76)), "up": ((34, -10), (44, -62)), "heart": ((18, 46), (-26, 40)), "hug": ((36, 34), (74, 44)),
}  # fmt: skip
"""Elbow and hand from the shoulder joint, x outwards, for a torso of 122."""

IN_FRONT = ("phone", "chin", "heart", "lap")
MOODS = ("happy", "calm", "worried", "think", "firm", "wow", "sad")
