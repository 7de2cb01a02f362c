"""Every picture of the library can be read and drawn, and stays in its frame."""

from __future__ import annotations

from math import isfinite
from pathlib import Path

import pytest
import yaml

from builder.drawing.definition import definition
from builder.drawing.scene import scene
from builder.model.page import Colour, Group, Paths, Shape

FOLDER = Path(__file__).parents[2] / "assets" / "illustrations"
FILES = sorted(FOLDER.glob("*.yaml"))
ROLES = ("deep", "main", "soft", "wash", "pop", "paper", "help", "white", "ink")
PALETTE = {role: Colour(f"#{n:02X}8080", role) for n, role in enumerate(ROLES)}
SPILL = {"bottom": 8.0, "other": 0.5}
"""How many units may leave the frame: below, a footer or a sheet's edge follows."""


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def drawn(path: Path, **settings) -> Group:
    return scene(definition(read(path)), PALETTE, **settings)


def shapes(group: Group) -> list[Shape]:
    return [item for item in group.items if isinstance(item, Shape)]


def test_there_are_pictures():
    assert len(FILES) > 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_picture_draws_and_says_what_it_shows(path):
    alt = read(path)["alt"]
    assert alt.endswith(".")
    assert len(alt) < 130
    assert shapes(drawn(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_leaves_the_frame(path):
    group = drawn(path)
    for shape in shapes(group):
        assert min(shape.box.x, shape.box.y) >= -SPILL["other"], shape.box
        assert shape.box.right <= group.box.width + SPILL["other"], shape.box
        assert shape.box.bottom <= group.box.height + SPILL["bottom"], shape.box


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_coordinate_is_finite_and_short(path):
    for shape in shapes(drawn(path)):
        assert isinstance(shape.outline, Paths)
        for outline in shape.outline.paths:
            assert outline[0][0] == "M"
            assert outline[-1][0] == "Z"
            assert {command for command, _ in outline} <= set("MLCZ")
            assert all(isfinite(v) and v == round(v, 2) for _, points in outline for v in points)


def test_a_mirrored_picture_has_the_same_parts_on_the_other_side():
    path = FOLDER / "phone-storm.yaml"
    one, other = drawn(path), drawn(path, mirrored=True)
    assert len(one.items) == len(other.items)
    left = [round(shape.box.x, 1) for shape in shapes(one)]
    right = [round(one.box.width - shape.box.right, 1) for shape in shapes(other)]
    assert sum(a == pytest.approx(b, abs=0.3) for a, b in zip(left, right, strict=True)) > len(left) / 2


def test_pictures_differ_from_each_other():
    parts = [str(read(path)["parts"]) for path in FILES]
    assert len(set(parts)) == len(parts)


WRONG = {
    "a scene has size, alt and parts, but no title": {"size": [1, 1], "parts": [{"arch": [0, 0, 1, 1]}], "title": "x"},
    "size: [width, height] is needed": {"size": [1], "parts": [{"arch": [0, 0, 1, 1]}]},
    "at least one part": {"size": [1, 1], "parts": []},
    "a part is one of person": {"size": [1, 1], "parts": [{"people": "bibi"}]},
    "person cannot be bobo": {"size": [1, 1], "parts": [{"person": "bobo", "at": [0, 0]}]},
    "needs at: [x, y]": {"size": [1, 1], "parts": [{"person": "bibi"}]},
    "mood cannot be angry": {"size": [1, 1], "parts": [{"person": "bibi", "at": [0, 0], "mood": "angry"}]},
    "has no setting colour": {"size": [1, 1], "parts": [{"person": "bibi", "at": [0, 0], "colour": "red"}]},
    "scale is a number": {"size": [1, 1], "parts": [{"person": "bibi", "at": [0, 0], "scale": "big"}]},
    "arch needs [x, y, width, height]": {"size": [1, 1], "parts": [{"arch": [0, 0]}]},
    "only a bubble has a tail": {"size": [1, 1], "parts": [{"piece": "lock", "at": [0, 0], "tail": "left"}]},
}


@pytest.mark.parametrize("sentence", WRONG)
def test_a_wrong_scene_says_what_is_wrong(sentence):
    with pytest.raises(ValueError, match=r".") as caught:
        definition(WRONG[sentence])
    assert sentence in str(caught.value)


def test_an_unknown_colour_is_named():
    wanted = definition({"size": [1, 1], "parts": [{"arch": [0, 0, 1, 1], "fill": "pink"}]})
    with pytest.raises(ValueError, match="there is no colour pink"):
        scene(wanted, PALETTE)
