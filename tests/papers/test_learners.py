"""What learners hold in their hands, over every plan: real room to write and to tick, no answers, help on each page."""

from itertools import groupby, pairwise

import pytest

from builder.blocks.helplines import help_card
from builder.model.kinds import KINDS, Reader
from builder.model.page import Segment, Shape
from builder.model.text import plain
from builder.model.units import mm
from tests.conftest import Combination, drawn, shipped

CONTENT = shipped()
PLANS = [
    Combination(name, str(audience), "en", "RW")
    for name in CONTENT.library.plans()
    for audience in CONTENT.workshop(name).plan.audiences
    if str(audience) in {band.id for band in CONTENT.bands}
]
APART = {"5-8": 12.0, "9-12": 9.0}
LEARNERS = (
    "handouts", "cards", "question-cards", "help-card", "slides-handout", "trust-circle", "word-search", "evaluation", "permissions",
    "agenda", "press-note", "family",
)  # fmt: skip
every = pytest.mark.parametrize("wanted", PLANS, ids=lambda wanted: wanted.name)


def pages(wanted: Combination):
    made = drawn(wanted, LEARNERS)
    return [(name, page) for name in LEARNERS if name in made.pages for page in made.pages[name].pages]


def test_every_plan_is_here():
    assert len(PLANS) > 15


@every
def test_lines_to_write_on_are_far_enough_apart_and_boxes_large_enough(wanted):
    least = mm(APART.get(drawn(wanted, LEARNERS).session.room.audience.youngest.family, 7.0))
    for name, page in pages(wanted):
        if name != "handouts":
            continue
        rules = [item for item in page.items if isinstance(item, Shape) and isinstance(item.outline, Segment) and item.name == "line"]
        level = [item.box for item in rules if item.box.height == 0 and item.stroke and not item.stroke.dash]
        for _, some in groupby(sorted(level, key=lambda box: (box.x, box.width, box.y)), key=lambda box: (round(box.x), round(box.width))):
            steps = sorted(box.y for box in some)
            gaps = [below - above for above, below in pairwise(steps)]
            assert all(gap >= least - 0.1 for gap in gaps), (page.id, gaps)
        boxes = [item.box for item in page.items if isinstance(item, Shape) and item.name == "box"]
        assert all(min(box.width, box.height) >= mm(5) for box in boxes), page.id


@every
def test_no_answer_stands_on_a_learners_page(wanted):
    session = drawn(wanted, LEARNERS).session
    voice, room = session.room.voice, session.room
    answers = set()
    for block in (block for part in session.parts for block in part.blocks):
        for field in ("choices", "options", "cards", "questions"):
            for item in room.kept(getattr(block, field, None) or ()):
                answers |= {plain(voice.say(getattr(item, name)).string) for name in ("why", "answer") if getattr(item, name, None)}
        answers |= {plain(said.string) for said in room.guide.lines(block.expect)}
    shown = " ".join(paragraph.text for _, page in pages(wanted) for item in page.items for paragraph in getattr(item, "paragraphs", ()))
    assert [answer for answer in answers if len(answer) > 12 and answer in " ".join(shown.split())] == []


@every
def test_help_stands_on_each_page(wanted):
    for name, page in pages(wanted):
        names = {getattr(item, "name", "") for item in page.items}
        assert names & {"help strip", "help number", "help name"}, (name, page.id)


@pytest.mark.parametrize("language", ["es+gn", "rw"])
def test_each_paper_says_that_its_language_is_a_draft(language):
    wanted = Combination("children-one-visit", "9-12", language, "RW" if language == "rw" else "PY")
    papers = tuple(kind.name for kind in KINDS if kind.reader not in (Reader.FACILITATOR, Reader.SCREEN) and kind.name != "card-backs")
    own = ("forms", "evaluation-tally", "print-plan") if language == "rw" else ()  # else they speak the facilitator's language
    made = drawn(wanted, (*papers, "flipchart", *own), draft=True)
    notice = help_card(made.session.room).draft.string
    for name, pages in made.pages.items():
        for page in () if name == "slides" else pages.pages:
            found = list(texts(page.items))
            assert page.back_of or not found or any(notice in text for text in found), (name, page.id)


def texts(items):
    for item in items:
        yield from (paragraph.text for paragraph in getattr(item, "paragraphs", ()))
        yield from texts(getattr(item, "items", ()))
