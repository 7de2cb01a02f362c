"""Arabic for Chad and Swahili for Tanzania, drafts: what they hold is whole, stands alone in drafts and beside another in print."""

import json

import polib
import pytest

from builder.library import installed
from builder.request import Outcome, Request, run
from tests.conftest import DAY

PROOF = {"ar": ("TD", "fr"), "sw": ("TZ", "en")}
"""Each language, for which country, beside which language it is printed. Neither country has a dated number to print."""
LESSONS = ("cyberbullying", "asking-for-help")
AGES = ("5-8", "9-12", "13-17")
WHOLE = (
    "documents", "safeguarding", "audiences", "frames", "pictures", "opening", "closing", "breaks", "energisers", *LESSONS,
    "plan-children-one-visit", "plan-booster-20-minutes", "certificates", "evaluation", "forms", "papers", "permissions", "play", "posters",
    "public",
)  # fmt: skip
every = pytest.mark.parametrize("language", PROOF)
lessons = pytest.mark.parametrize("lesson", LESSONS)
ages = pytest.mark.parametrize("audience", AGES)


def built(output, plan: str, lesson: str, audience: str, language: str, **words: object) -> Outcome:
    country = PROOF[language[-2:]][0]
    return run(Request(plan, output, DAY, audience, language, country, modules=lesson, **words), lambda _: None)  # type: ignore[arg-type]


@every
@pytest.mark.parametrize("name", [*WHOLE, "country"])
def test_what_was_begun_is_whole(name, language):
    file = f"country-{PROOF[language][0]}" if name == "country" else name
    for entry in polib.pofile(str(installed() / f"workshops/locale/{language}/{file}.po")):
        said = [entry.msgstr, *entry.msgstr_plural.values()]
        assert entry.obsolete or (any(said) and not entry.fuzzy), entry.msgctxt
        assert not any("'" in each or '"' in each for each in said), entry.msgctxt


@every
@ages
@lessons
@pytest.mark.parametrize("plan", ["children-one-visit", "booster-20-minutes"])
def test_a_lesson_borrows_no_word_from_another_language(plan, lesson, audience, language, tmp_path):
    outcome = built(tmp_path, plan, lesson, audience, language, draft=True)
    assert {problem.code for problem in outcome.report.problems} == {"no-printable-helpline"}
    assert json.loads((outcome.packs[0].folder / "manifest.json").read_text("utf-8"))["fell_back"] == {}


@every
@ages
@lessons
def test_a_lesson_is_printed_beside_another_language_without_being_a_draft(lesson, audience, language, tmp_path):
    country, beside = PROOF[language]
    outcome = built(tmp_path, "children-one-visit", lesson, audience, f"{beside}+{language}")
    told = {problem.code for problem in outcome.report.problems if f"locale/{beside}" not in str(problem.place)}
    assert told == {"no-printable-helpline"}
    assert outcome.packs[0].folder.name == f"children-one-visit_{audience}_{beside}+{language}_{country}"


@every
def test_every_paper_for_participants_is_printed_beside_another_language(language, tmp_path):
    country, beside = PROOF[language]
    request = Request("children-one-visit", tmp_path, DAY, "9-12", f"{beside}+{language}", country, documents="all")
    outcome = run(request, lambda _: None)
    assert outcome.report.errors == []
    assert "paper-in-one-language" not in {problem.code for problem in outcome.report.problems}
