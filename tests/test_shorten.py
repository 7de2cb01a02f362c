"""Workshops that are made to fit: what keeps children safe always stays, and the guide says what was left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.content import Content
from builder.library import Library, installed
from builder.model.audience import Audience
from builder.model.report import Report
from builder.request import Request, run
from builder.shorten import shortened
from tests.conftest import DAY
from tests.problems.test_elsewhere import in_workspace
from tests.tools import needs
from tests.tools import run as tool

CONTENT = Content(Library((installed(),)), Report())
ALWAYS = {"helplines", "close", "rehearse", "title"}


@given(minutes=st.integers(10, 120), band=st.sampled_from(["5-8", "9-12", "13-17"]))
@settings(max_examples=60, deadline=None)
def test_what_must_stay_stays_and_nothing_is_left_out_without_need(minutes, band):
    workshop = CONTENT.workshop("children-90-minutes")
    audience = Audience(tuple(each for each in CONTENT.bands if each.id == band))
    parts, out = shortened(workshop.parts, audience, minutes)
    total = sum(block.takes(audience) for part in parts for block in part.blocks)
    assert not any(block.required or block.kind in ALWAYS for block in out)
    assert all(part.blocks for part in parts)
    assert {part.lesson.module.id for part in parts if part.lesson} == {p.lesson.module.id for p in workshop.parts if p.lesson}
    if total <= minutes:
        assert all(total + block.takes(audience) > minutes for block in out)
    before = [block.address for part in workshop.parts for block in part.blocks]
    after = [block.address for part in parts for block in part.blocks]
    assert after == [address for address in before if address in set(after)], "the order stays"


@needs("pdftotext")
@pytest.mark.parametrize(("minutes", "left"), [(60, "Send the wave"), (75, "Break")])
def test_the_guide_names_what_was_left_out(tmp_path, minutes, left):
    words = {"audience": "9-12", "language": "en", "country": "PY", "documents": "guide", "minutes": minutes}
    outcome = run(Request("children-90-minutes", tmp_path, DAY, **words), lambda _: None)
    assert outcome.report.errors == []
    text = " ".join(tool("pdftotext", "-l", "1", outcome.packs[0].folder / "guide.pdf", "-").split())
    assert f"so that it takes {minutes} minutes" in text or "so that it takes 57 minutes" in text
    assert left in text


def test_a_plan_may_say_how_long_it_may_be(tmp_path):
    assert in_workspace(tmp_path, plan=("minutes: 22", 'fit: "15 min"')) == set()


def test_a_plan_says_its_minutes_or_what_it_must_fit(tmp_path):
    assert "missing-field" in in_workspace(tmp_path, plan=("minutes: 25\n", ""))
