"""Which variant a room hears."""

from hypothesis import given
from hypothesis import strategies as st

from builder.model.audience import Audience, Band, key_for

BANDS = {
    name: Band(name, low, high, low >= 18, 30, 7, name)
    for name, low, high in (("5-8", 5, 8), ("9-12", 9, 12), ("13-17", 13, 17), ("caregivers", 18, 99))
}


def room(*names: str) -> Audience:
    return Audience(tuple(BANDS[name] for name in names))


def test_the_narrowest_range_that_covers_the_room_wins():
    assert key_for(room("9-12"), ("5-17", "9-12", "everyone")) == "9-12"
    assert key_for(room("9-12", "13-17"), ("9-12", "9-17", "everyone")) == "9-17"


def test_a_mixed_room_without_a_common_variant_hears_the_youngest():
    assert key_for(room("9-12", "13-17"), ("9-12", "13-17")) == "9-12"


def test_adults_are_in_no_age_range():
    assert key_for(room("caregivers"), ("9-17",)) is None
    assert key_for(room("caregivers"), ("9-17", "adults")) == "adults"


@given(st.lists(st.sampled_from(["5-8", "9-12", "13-17", "5-12", "9-17", "5-17", "everyone"]), unique=True))
def test_a_chosen_key_is_always_one_of_the_keys_and_fits_the_youngest(keys):
    for audience in (room("5-8"), room("9-12"), room("5-8", "9-12", "13-17")):
        key = key_for(audience, tuple(keys))
        assert key is None or (key in keys and audience.youngest.is_in(key))
