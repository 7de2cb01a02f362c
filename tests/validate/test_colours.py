"""Any colours in: they can be read, or the suggestion can."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.content import Content
from builder.library import Library, installed
from builder.model.page import Colour
from builder.model.partner import Brand
from builder.model.report import Report
from builder.model.source import Place, Word
from builder.validate.colours import check_colours
from builder.validate.contrast import LEAST, ratio
from builder.validate.partner_brand import BrandRows, ColourRow
from builder.validate.theme import PALETTE, look

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
AT = Place("partner.yaml", 4, 9)


@cache
def theme():
    return Content(Library((installed(),)), Report()).theme


def told(family: str = "", **colours: str) -> list[dict[str, str]]:
    report = Report()
    rows = tuple(ColourRow(Word.at(family, AT), role, Word.at(value, AT)) for role, value in colours.items())
    check_colours(theme(), BrandRows(AT, colours=rows), report)
    return [dict(problem.values) | {"code": problem.code} for problem in report.errors]


@settings(max_examples=60, deadline=None)
@given(HEX, HEX)
def test_two_colours_pass_or_their_suggestions_do(main, pop):
    found = told(main=main, pop=pop)
    mended = {"main": main, "pop": pop} | {each["role"]: each["near"] for each in found}
    assert all(each["near"] for each in found)
    assert told(**mended) == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["deep", "soft", "wash"]), HEX)
def test_grounds_pass_or_their_suggestion_does(role, colour):
    for each in told(**{role: colour}):
        assert told(**{role: each["near"]}) == []


@settings(max_examples=20, deadline=None)
@given(HEX, HEX)
def test_what_passes_can_be_read_in_the_look(main, pop):
    if not told(main=main, pop=pop):
        for family in ("5-8", "9-12", "13-17", "caregivers"):
            made = look(theme(), family, installed(), Brand(colours={"": {"main": main, "pop": pop}}))
            assert made.colours["main"] == Colour(main, "main")
            for role in ("main", "pop"):
                assert ratio(made.colours[f"on_{role}"].value, made.colours[role].value) >= LEAST


def test_the_pair_is_named_and_the_suggestion_keeps_the_hue():
    (one,) = told(deep="#FF0000")
    assert one["code"] == "colour-illegible"
    assert "soft" in one["ground"]
    assert float(one["ratio"]) < 4.5
    red, green, blue = (int(one["near"][at : at + 2], 16) for at in (1, 3, 5))
    assert red > 2 * green
    assert red > 2 * blue


@pytest.mark.parametrize(
    ("colour", "code"), [("#0F5A55", "colour-like-help"), ("#FFFDF8", "colour-unseen"), ("#808080", "colour-illegible")]
)
def test_codes(colour, code):
    assert [each["code"] for each in told(main=colour)] == [code]


def test_a_pop_that_cannot_be_seen_is_refused_with_one_that_can():
    (one,) = told(pop="#FFFFFF")
    assert (one["code"], one["role"]) == ("colour-unseen", "pop")
    assert told(pop=one["near"]) == []


def test_what_the_builder_brings_passes():
    for family, colours in theme()["colours"]["families"].items():
        found = told(family, **{role: str(colours[role]) for role in PALETTE})
        assert {each["code"] for each in found} <= {"colour-like-help"}  # green and petrol titles are, and mean nothing else


def test_a_family_of_its_own_is_checked_alone():
    assert told("13-17", deep="#7A4300") == told("13-17", deep="#7A4300")
    assert told("9-12", main="#1D4ED8") == []
