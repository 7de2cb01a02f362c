"""Colours of pages for phones: by night as legible as by day, whatever a partner's brand is."""

import re
from dataclasses import replace

import pytest

from builder.content import Content
from builder.handheld import night
from builder.library import Library, installed
from builder.model.look import Look
from builder.model.page import Colour
from builder.model.report import Report
from builder.model.voice import Said
from builder.phone.leaf import Leaf
from builder.phone.style import DAY, on_every_page, style
from builder.validate.contrast import ratio
from builder.validate.theme import look
from tests.phone import arabic

PAIRS = [
    ("ink", "ground"), ("ink", "box"), ("mute", "ground"), ("mute", "box"), ("strong", "ground"), ("strong", "box"), ("help", "help-box"),
    ("ink", "help-box"), ("mute", "help-box"), ("on-number", "number"),
]  # fmt: skip
FAMILIES = ("5-8", "9-12", "13-17", "caregivers", "educators", "decision-makers")


def of(family: str) -> Look:
    content = Content(Library((installed(),)), Report())
    return look(content.theme, family, content.library.one("assets/fonts"), content.brand)


@pytest.mark.parametrize("family", FAMILIES)
def test_text_is_legible_by_day_and_by_night(family):
    theme = of(family)
    for colours in ({name: theme.colours[role].value for name, role in DAY.items()}, night(theme)):
        for ink, ground in PAIRS:
            assert ratio(colours[ink], colours[ground]) >= 4.5, (ink, ground)


@pytest.mark.parametrize("value", ["#000000", "#FFFFFF", "#FF0000", "#FFFF00", "#0000FF", "#00FF00", "#7F7F7F"])
def test_no_brand_makes_the_night_illegible(value):
    theme = of("9-12")
    theme = replace(theme, colours={**theme.colours, **{role: Colour(value) for role in ("deep", "main", "soft", "pop")}})
    colours = night(theme)
    for ink, ground in PAIRS:
        assert ratio(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def test_both_sets_name_the_same_colours_and_the_rules_use_no_others():
    content = Content(Library((installed(),)), Report())
    assert set(night(of("9-12"))) == set(DAY)
    assert set(re.findall(r"var\(--([a-z-]+)\)", content.phone_style)) <= {*DAY, "corner", "size"}


def test_a_line_at_the_foot_of_every_page_keeps_numbers_in_order_and_ends_nothing():
    content = Content(Library((installed(),)), Report())
    leaf = Leaf(arabic.voice(content), of("9-12"), {}, frozenset(), filled_in=True)
    told = on_every_page(leaf, Said('اتصل 116 111 "</style>}', "ar"))
    assert r"\2066 116\20 111\2069 " in told
    assert told.count('"') == 2
    assert "<" not in told
    assert told.count("}") == 2


def test_the_style_has_no_comments_and_fetches_nothing():
    content = Content(Library((installed(),)), Report())
    told = style(of("5-8"), content.phone_style, night(of("5-8")))
    assert "/*" not in told
    assert "url(" not in told
    assert len(told) < 12_000
