"""Swahili for Tanzania, a draft: what it holds is whole, stands alone in drafts and beside English on what is printed."""

import json

import polib
import pytest

from builder.library import installed
from builder.request import Request, run
from tests.conftest import DAY

LESSONS = ("cyberbullying", "asking-for-help")
WHOLE = (
    "documents", "safeguarding", "audiences", "frames", "pictures", "opening", "closing", "breaks", "energisers", *LESSONS,
    "plan-children-one-visit", "plan-booster-20-minutes", "country-TZ",
)  # fmt: skip


def built(output, plan, lesson, audience, language, **words):
    request = Request(plan, output, DAY, audience, language, "TZ", modules=lesson, **words)
    return run(request, lambda _: None)


@pytest.mark.parametrize("name", WHOLE)
def test_what_was_begun_is_whole_and_quotes_as_the_language_does(name):
    for entry in polib.pofile(str(installed() / f"workshops/locale/sw/{name}.po")):
        said = [entry.msgstr, *entry.msgstr_plural.values()]
        assert entry.obsolete or (any(said) and not entry.fuzzy), entry.msgctxt
        assert not any("'" in each or '"' in each for each in said), entry.msgctxt


@pytest.mark.parametrize("audience", ["5-8", "9-12", "13-17"])
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("plan", ["children-one-visit", "booster-20-minutes"])
def test_a_lesson_in_swahili_borrows_no_word_from_english(plan, lesson, audience, tmp_path):
    outcome = built(tmp_path, plan, lesson, audience, "sw", draft=True)
    assert {problem.code for problem in outcome.report.problems} == {"no-printable-helpline"}, "nobody has dated the number yet"
    assert json.loads((outcome.packs[0].folder / "manifest.json").read_text("utf-8"))["fell_back"] == {}


@pytest.mark.parametrize("audience", ["5-8", "9-12", "13-17"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_in_english_and_swahili_is_printed_without_being_a_draft(lesson, audience, tmp_path):
    outcome = built(tmp_path, "children-one-visit", lesson, audience, "en+sw")
    assert {problem.code for problem in outcome.report.problems} == {"no-printable-helpline"}, "nobody has dated the number yet"
    assert outcome.packs[0].folder.name == f"children-one-visit_{audience}_en+sw_TZ"
