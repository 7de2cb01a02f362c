"""The cast: nine fictional people, their measures and colours. Head heights are about 100 units."""

from __future__ import annotations

from typing import NamedTuple

SKIN = {
    "s1": ("#F2C9A5", "#DDAA82"), "s2": ("#DDA277", "#C18259"), "s3": ("#B97A50", "#9A5F38"),
    "s4": ("#9C6340", "#7C492B"), "s5": ("#77492F", "#573120"),
}  # fmt: skip
"""Skin, and its shade for neck and nose."""
HAIR = {"black": "#241C1C", "brown": "#4A2C1F", "chestnut": "#7A4526", "grey": "#B9B1A8"}


class Build(NamedTuple):
    """Measures of an age: half head and jaw, crown, chin, neck, torso, half shoulder and hip, leg, limb widths."""

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
    """Who somebody is: age, skin, hair, garments; `sleeve` is the share of the arm that is covered."""

    build: Build
    skin: str
    hair: str
    top: str
    low: str
    wear: str
    shoe: str
    sleeve: float
    over: str = ""
    wheels: bool = False

    @property
    def bare(self) -> bool:
        """Whether the legs show under a dress or skirt."""
        return self.wear in ("dress", "skirt")


CAST = {
    "bibi": Person(KID, "s5", "black", "#F2B134", "#F2B134", "dress", "#B8472F", 0.45),
    "teo": Person(KID, "s2", "black", "#3C8D74", "#3B4A63", "trousers", "#EDE3D2", 0.5, wheels=True),
    "nara": Person(TWEEN, "s3", "black", "#D9644A", "#5C3A63", "skirt", "#2B2422", 1),
    "luan": Person(TWEEN, "s1", "chestnut", "#5E86A3", "#6B5A49", "trousers", "#D8C9AE", 1),
    "amal": Person(TEEN, "s2", "black", "#8E4B78", "#3A3350", "tunic", "#2B2422", 1, "#2E8B84"),
    "kito": Person(TEEN, "s5", "black", "#E9DFCB", "#33465C", "trousers", "#B8472F", 1, "#C98A2B"),
    "profe": Person(ADULT, "s4", "brown", "#2F7A6B", "#4B3A33", "trousers", "#2B2422", 1),
    "papa": Person(ADULT, "s2", "brown", "#B9553C", "#4A5561", "trousers", "#3A2A22", 0.5),
    "abuela": Person(ADULT, "s3", "grey", "#7E5A86", "#46384F", "skirt", "#2B2422", 1, "#D99A3D"),
}
LIGHT_SHOES = ("#EDE3D2", "#D8C9AE", "#B8472F")
"""Shoes that stay white in line art."""


class Pose(NamedTuple):
    """An arm: elbow and hand from the shoulder joint, x outwards, for a torso of 122; what the hand does.

    `fingers` is where they point (x outwards, y down); (0, 0) is along the forearm.
    """

    elbow: tuple[float, float]
    hand: tuple[float, float]
    grip: str = "rest"
    fingers: tuple[float, float] = (0, 0)
    front: bool = False


POSES = {
    "down": Pose((8, 48), (6, 90)),
    "hip": Pose((34, 42), (4, 78)),
    "back": Pose((16, 48), (-8, 84)),
    "wave": Pose((40, 28), (56, -28), "palm", (0.12, -1)),
    "stop": Pose((24, 42), (56, 4), "palm", (0.05, -1)),
    "up": Pose((34, -10), (44, -62), "palm", (0.2, -1)),
    "cheer": Pose((36, -26), (34, -92), "palm", (0.1, -1)),
    "open": Pose((22, 44), (60, 38), "give"),
    "reach": Pose((30, 36), (80, 40), "give"),
    "point": Pose((26, 34), (74, 14), "point"),
    "point-up": Pose((32, 26), (56, -26), "point", (0.2, -1)),
    "hug": Pose((36, 34), (74, 44)),
    "shoulder": Pose((38, 22), (80, 6)),
    "show": Pose((20, 46), (50, 20), "clasp"),
    "phone": Pose((9, 46), (-20, 32), "clasp", front=True),
    "chin": Pose((15, 50), (-22, -1), "chin", front=True),
    "chest": Pose((12, 50), (-25, 30), front=True, fingers=(-1, -0.35)),
    "hold": Pose((12, 48), (-12, 62), "fist", front=True),
    "lap": Pose((12, 46), (-14, 76), front=True),
    "listen": Pose((42, 0), (10, -56), fingers=(0, -1)),
}
"""What an arm can do, named from the viewer's side."""

MOODS = ("happy", "calm", "talk", "worried", "think", "firm", "wow", "sad")
