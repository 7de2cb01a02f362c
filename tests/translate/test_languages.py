"""A new language from nothing, drafts that are marked, two languages side by side."""

import json

import pytest

from builder.cli import main
from builder.model.page import Text
from builder.request import Request, run
from tests.conftest import DAY, Combination, drawn
from tests.translate.conftest import edit, fill, po


def built(space, **words):
    request = {"plan": "ours", "workspace": space, "audience": "9-12", "country": "PY", "output": space / "out", "today": DAY}
    return run(Request(**{**request, **words}), lambda _: None)


def codes(outcome):
    return {problem.code for problem in outcome.report.errors}


def test_a_new_language_is_drafted_once_what_keeps_children_safe_is_translated(space, capsys):
    assert main(["new", "language", "fr", "--workspace", str(space)]) == 0
    assert main(["new", "language", "fr", "--workspace", str(space)]) == 1
    capsys.readouterr()
    assert "janvier" in (space / "workshops/locale/fr/language.yaml").read_text("utf-8")
    assert "missing-translation" in codes(built(space, language="fr"))
    missing = built(space, language="fr", draft=True)
    assert codes(missing) == {"missing-translation"}
    told = {dict(problem.values)["address"] for problem in missing.report.errors if problem.code == "missing-translation"}
    assert all(address.startswith(("safeguarding/", "documents/")) for address in told)
    for name in ("safeguarding", "documents"):
        fill(po(space, name, "fr"))
    outcome = built(space, language="fr", draft=True)
    assert codes(outcome) == set()
    folder = outcome.packs[0].folder
    assert folder.name == "ours_9-12_fr_PY_draft"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["fell_back"]["base/promise"] == "en"
    assert built(space, language="fr", draft=True, release=True).report.errors
    assert "release-of-draft" in codes(built(space, language="fr", draft=True, release=True))


def test_all_is_what_is_complete_and_the_rest_is_named(space):
    edit(po(space), "base/promise", msgstr="")
    outcome = built(space, language="all")
    assert codes(outcome) == set()
    assert [pack.folder.name for pack in outcome.packs] == ["ours_9-12_en_PY"]
    assert ("PY es", "not-complete") in outcome.skipped
    assert built(space).packs[0].folder.name == "ours_9-12_en_PY", "the first that is complete when none is named"


def test_more_than_two_languages(space):
    assert codes(built(space, language="en+es+en")) == {"too-many-languages"}


@pytest.mark.parametrize("country", ["PY", "CR"])
@pytest.mark.parametrize("audience", ["5-8", "9-12", "13-17", "9-12+13-17"])
@pytest.mark.parametrize("pair", ["es+en", "en+es"])
def test_two_languages_stand_on_every_sheet_and_fit(pair, audience, country):
    first, second = pair.split("+")
    both = drawn(Combination("children-90-minutes", audience, pair, country)).pages
    alone = {tag: drawn(Combination("children-90-minutes", audience, tag, country)).pages for tag in (first, second)}
    for page in both["handouts"].pages:
        languages = {line.runs[0].language for item in page.items if isinstance(item, Text) for p in item.paragraphs for line in p.lines}
        assert {first, second} <= languages, page.id
    assert len(both["slides"].pages) == len(alone[first]["slides"].pages)
    second_titles = {page.title for page in alone[second]["slides"].pages}
    shown = {p.text for page in both["slides"].pages for item in page.items if isinstance(item, Text) for p in item.paragraphs}
    assert len(shown & second_titles) >= len(second_titles) * 0.7
