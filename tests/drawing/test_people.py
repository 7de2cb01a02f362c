"""People: few shapes, true boxes, no pose that fails, mirrored twice the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from builder.drawing.bodies import STANCES
from builder.drawing.cast import CAST, MOODS, POSES
from builder.drawing.people import person, placed
from builder.drawing.pieces import PIECES

MOST_SHAPES = 33
"""Nine people and their ground still make a slide that opens at once."""


@pytest.mark.parametrize("who", CAST)
def test_a_person_is_made_of_few_shapes(who):
    full = person(who, left="phone", right="chin", phone="screen", mood="happy", look=(3, 2), tilt=4, holds=PIECES["notebook"]())
    assert len(full) <= MOST_SHAPES


@given(
    some.sampled_from(sorted(CAST)), some.sampled_from(sorted(POSES)), some.sampled_from(sorted(POSES)), some.sampled_from(MOODS),
    some.sampled_from(STANCES), some.booleans(), some.booleans(), some.sampled_from(["", "back", "screen"]),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_every_pose_goes_with_every_other(who, left, right, mood, sits, back, full, phone):
    shapes = person(who, left=left, right=right, mood=mood, sits=sits, back=back, full=full, cut=-90, phone=phone)
    assert shapes
    assert all(shape.box.width > 0 and shape.box.height > 0 and shape.fill for shape in shapes)


@pytest.mark.parametrize("who", CAST)
def test_mirrored_twice_is_the_same(who):
    once = person(who, left="wave", look=(3, 0))
    assert placed(placed(once, flip=True), flip=True) == once


def test_mirrored_is_what_the_figure_draws_mirrored():
    assert [shape.outline for shape in placed(person("nara"), flip=True)] == [shape.outline for shape in person("nara", flip=True)]


def test_a_box_is_as_large_as_its_curves():
    disc = PIECES["avatar"]().shapes()[0]
    assert (disc.box.x, disc.box.y, disc.box.width, disc.box.height) == (-40, -80, 80, 80)


def test_a_half_figure_ends_where_it_is_cut():
    low = max(shape.box.bottom for shape in person("luan", left="chin", full=False, cut=-170))
    assert low == pytest.approx(-170, abs=8)


@pytest.mark.parametrize("who", CAST)
def test_who_stands_stands_on_the_ground(who):
    low = max(shape.box.bottom for shape in person(who))
    assert low == pytest.approx(0, abs=1)
