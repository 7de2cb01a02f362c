"""A new language from nothing, drafts that are marked, two languages side by side."""

import json

import pytest

from builder.cli import main
from builder.library import installed
from builder.model.page import Text
from builder.model.review import ROLES
from builder.request import Request, run
from builder.translating.signing import sign
from tests.conftest import DAY, Combination, drawn
from tests.tools import needs
from tests.tools import run as run_tool
from tests.translate.conftest import edit, fill, po


def built(space, **words):
    request = {"plan": "ours", "workspace": space, "audience": "9-12", "country": "PY", "output": space / "out", "today": DAY}
    return run(Request(**{**request, **words}), lambda _: None)


def codes(outcome):
    return {problem.code for problem in outcome.report.errors}


def uganda(space):
    """A country whose language nobody has begun: a neighbour’s file under another name."""
    text = (installed() / "workshops/countries/TZ.yaml").read_text("utf-8")
    own = space / "workshops/countries/UG.yaml"
    own.parent.mkdir()
    own.write_text(text.replace("TZ", "UG").replace("[sw, en]", "[lg, en]").replace("sw:", "lg:"), encoding="utf-8")


def test_a_new_language_is_drafted_once_what_keeps_children_safe_is_translated(space, capsys):
    uganda(space)
    assert main(["new", "language", "lg", "--workspace", str(space)]) == 0
    assert main(["new", "language", "lg", "--workspace", str(space)]) == 1
    capsys.readouterr()
    assert "Febwaliyo" in (space / "workshops/locale/lg/language.yaml").read_text("utf-8")
    assert "missing-translations" in codes(built(space, country="UG", language="lg"))
    missing = built(space, country="UG", language="lg", draft=True)
    assert codes(missing) == {"missing-safety"}
    assert {dict(problem.values)["name"] for problem in missing.report.errors} == {"safeguarding", "documents"}
    for name in ("safeguarding", "documents"):
        fill(po(space, name, "lg"))
    outcome = built(space, country="UG", language="lg", draft=True)
    assert codes(outcome) == set()
    folder = outcome.packs[0].folder
    assert folder.name == "ours_9-12_lg_UG_draft"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["fell_back"]["base/promise"] == "en"
    assert "release-of-draft" in codes(built(space, country="UG", language="lg", draft=True, release=True))
    assert "language-not-of-country" in codes(built(space, language="lg", country="CR"))


@needs("pdftotext")
def test_a_draft_language_stands_beside_a_working_one_until_its_help_is_signed(space):
    uganda(space)
    main(["new", "language", "lg", "--workspace", str(space)])
    for path in (space / "workshops/locale/lg").glob("*.po"):
        fill(path)
    assert codes(built(space, country="UG", language="lg")) == {"draft-language-alone"}
    every = built(space, country="UG", language="all")
    assert [pack.folder.name for pack in every.packs] == ["ours_9-12_en_UG"]
    assert ("UG lg", "draft-alone") in every.skipped
    outcome = built(space, country="UG", language="en+lg")
    assert codes(outcome) == set()
    folder = outcome.packs[0].folder
    sheets = run_tool("pdftotext", "-layout", folder / "handouts.pdf", "-").split("\f")[:-1]
    assert all("Luganda: draft" in sheet for sheet in sheets)
    for role in ROLES:
        assert sign("documents", "lg", role, "AB@example.org", space, DAY)[0].errors == []
    assert codes(built(space, country="UG", language="lg")) == set()


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
