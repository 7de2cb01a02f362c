"""How papers print: in colour, in black on white, with less toner – the same words at the same places, legible, copied without loss."""

from dataclasses import replace

import pytest

from builder.accessibility.copies import copies
from builder.model.page import Group, Item, Page, Shape, Text
from builder.render.png import coverage
from builder.request import run
from builder.validate.contrast import ratio
from tests.conftest import Combination, drawn, request_for

SAMPLE = [
    Combination("children-90-minutes", "5-8", "es", "PY"),
    Combination("children-90-minutes", "13-17", "en", "CR"),
    Combination("caregivers-evening", "caregivers", "es", "SV"),
]
FOR_ALL = ("handouts", "help-card", "cards")
every = pytest.mark.parametrize("wanted", SAMPLE, ids=lambda wanted: wanted.name)


def colours(items: tuple[Item, ...]) -> set[str]:
    """The colours of everything that is drawn."""
    found: set[str] = set()
    for item in items:
        if isinstance(item, Group):
            found |= colours(item.items)
        elif isinstance(item, Shape):
            found |= {each.value for each in (item.fill, item.stroke and item.stroke.colour) if each}
        elif isinstance(item, Text):
            found |= {run.colour.value for each in item.paragraphs for line in each.lines for run in line.runs}
    return found


def words(page: Page) -> list[tuple[object, ...]]:
    return [(item.box, tuple(each.text for each in item.paragraphs)) for item in page.items if isinstance(item, Text)]


@every
def test_grey_and_eco_are_black_on_white(wanted):
    for way in ("", "eco"):
        made = drawn(wanted, print=way).pages
        for name in FOR_ALL:
            for page in made[name].pages if name in made else ():
                assert colours(page.items) <= {"#000000", "#FFFFFF"}, page.id


@every
def test_the_same_words_stand_at_the_same_places(wanted):
    usual = drawn(wanted).pages
    for way in ("colour", "eco"):
        other = drawn(wanted, print=way).pages
        for name in FOR_ALL:
            for one, same in zip(usual[name].pages, other[name].pages, strict=True) if name in usual else ():
                assert words(one) == words(same), one.id


@every
def test_colours_are_legible_and_there(wanted):
    made = drawn(wanted, print="colour").pages
    found: set[str] = set()
    for name in FOR_ALL:
        for page in made[name].pages if name in made else ():
            for item in page.items:
                if isinstance(item, Text):
                    for colour in {run.colour for each in item.paragraphs for line in each.lines for run in line.runs}:
                        assert ratio(colour.value, "#FFFFFF") >= 4.5
                        found.add(colour.value)
    assert len(found) > 1
    assert colours(made["guide"].pages[3].items) <= {"#000000", "#FFFFFF"}, "a facilitator's guide costs no colour"


@every
def test_eco_takes_less_toner_and_says_how_much(wanted, tmp_path):
    outcome = run(replace(request_for(wanted, print="eco", documents="handouts,guide,help-card"), output=tmp_path), lambda _: None)
    pack = outcome.packs[0]
    assert pack.folder.name.endswith("_eco")
    names = ("handouts", "guide", "help-card")
    black, less = (coverage(drawn(wanted, print=way).pages[name] for name in names) for way in ("", "eco"))
    assert pack.less_toner == round(100 * (1 - less / black))
    assert pack.less_toner >= 5


@pytest.mark.parametrize("way", ["colour", "eco"])
def test_a_copier_loses_nothing_of_them(way, tmp_path):
    request = replace(request_for(SAMPLE[0], print=way, documents="handouts,help-card,cards"), output=tmp_path)
    for path in sorted(run(request, lambda _: None).packs[0].folder.glob("*.pdf")):
        for each in copies(path):
            lost = {found.code for found in each.found} - ({"copy-grey", "copy-vanishes"} if way == "colour" else set())
            assert lost == set(), (path.name, each.page)
