"""What a build with partners tells: on the command line, of their files, of what they would expect and do not get."""

import pytest

from builder.partnering import settling
from builder.partnering.states import standings
from builder.request import Request, run
from tests.conftest import DAY
from tests.partners.conftest import codes, content_of
from tests.partners.test_changes import BLOCK, EDIT
from tests.tools import needs
from tests.tools import run as tool

STATES = {
    "stale-change", "release-of-stale", "both-changed", "nothing-to-take", "not-translated-yet", "unknown-change", "lock-unreadable",
    "lock-not-written",
}  # fmt: skip
"""Codes that tests/partners/test_states.py shows."""
CHANGES = {
    "needs-acknowledgement", "not-to-edit", "edit-adds-text", "partner-prefix", "section-emptied", "changes-clash", "audience-taken",
    "audience-range", "partner-block-language",
}  # fmt: skip
"""Codes that tests/partners/test_changes.py shows."""
HERE = {
    "unknown-partner", "no-partner-file", "partner-twice", "added-not-in-plan", "partner-other-language", "nothing-to-keep",
    "change-not-found",
}  # fmt: skip
TOLD = STATES | CHANGES | HERE


def built(tmp_path, partner, **words):
    """The codes that a build with these partners tells."""
    wanted = {"plan": "children-90-minutes", "audience": "9-12", "language": "es", "country": "PY", "documents": "slides", **words}
    outcome = run(Request(**wanted, output=tmp_path / "output", today=DAY, partner=partner), lambda _: None)
    return {problem.code for problem in outcome.report.problems}


def test_partners_are_found_by_path_and_by_id(partner, tmp_path):
    assert built(tmp_path, str(partner(""))) == set()
    home = tmp_path / "space" / "workshops" / "partners" / "beta"
    home.mkdir(parents=True)
    (home / "partner.yaml").write_text('id: "beta"\nname: "Beta"\nlanguage: "es"\n', encoding="utf-8")
    assert built(tmp_path, "beta", workspace=tmp_path / "space") == set()
    assert built(tmp_path, f"{tmp_path / 'acme'},beta", workspace=tmp_path / "space") == set()


def test_who_is_no_partner_is_told(partner, tmp_path):
    assert "unknown-partner" in built(tmp_path, "nobody")
    assert "no-partner-file" in built(tmp_path, str(tmp_path))
    partner("")
    other = tmp_path / "elsewhere" / "acme"
    other.mkdir(parents=True)
    (other / "partner.yaml").write_text('id: "acme"\nname: "Acme"\nlanguage: "es"\n', encoding="utf-8")
    assert "partner-twice" in built(tmp_path, f"{tmp_path / 'acme'},{other}")
    assert not (tmp_path / "output").exists()


def test_a_block_that_the_plan_has_no_place_for_is_told(partner, tmp_path):
    text = f'modules:\n  cyberbullying:\n    add:\n      acme-x:\n        reason: "x"\n        after: "what-stays"{BLOCK}'
    assert "added-not-in-plan" in built(tmp_path, str(partner(text)))


def test_words_of_another_language_are_told_once(partner, tmp_path):
    folder = partner(EDIT)
    assert "partner-other-language" in built(tmp_path, str(folder), language="en")
    assert "partner-other-language" not in built(tmp_path, str(folder), language="es")


def test_what_is_gone_cannot_be_kept(partner, upstream):
    from tests.partners.conftest import change

    folder = partner(EDIT)
    content = content_of(folder, root=upstream)
    settling.keep(content, content.layers.partners[0], standings(content), standings(content)[0])
    change(upstream, "modules/cyberbullying/module.yaml", 'id: "what-is-it"', 'id: "what-it-is"')
    content = content_of(folder, root=upstream)
    rows = standings(content)
    settling.keep(content, content.layers.partners[0], rows, rows[0])
    assert "nothing-to-keep" in codes(content)


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(partner):
    folder = partner(EDIT)
    content = content_of(folder)
    rows = standings(content)
    (folder / "partner.yaml").write_text('id: "acme"\n', encoding="utf-8")
    settling.drop(content, content.layers.partners[0], rows, rows[0])
    assert "change-not-found" in codes(content)
    assert (folder / "partner.yaml").read_text("utf-8") == 'id: "acme"\n'


@pytest.mark.parametrize(
    "text",
    [
        "modules: 3", "modules: {cyberbullying: 3}", "modules: {cyberbullying: {edit: 3}}", "modules: [x]",
        "modules: {cyberbullying: {edit: {what-is-it: 3}}}", "modules: {cyberbullying: {add: {acme-x: {reason: x}}}}",
        "modules: {cyberbullying: {replace: {joke-line: {reason: x}}}}", "modules: {nothing: {remove: {x: y}}}",
        "collections: {nothing: {remove: {x: y}}}", "plans: {nothing: {remove: {x: y}}}",
        "helplines: {PY: 3}", "helplines: 3", "helplines: {PY: [{id: acme-x}]}", "helplines: {PY: [x]}", "helplines: {XX: []}",
        "names: {PY: 3}", "names: 3", "names: {PY: {girl9: x}}", "names: {XX: {girl1: x}}",
        "audiences: 3", "brand: 3", "colour: red",
    ],
)  # fmt: skip
def test_whatever_stands_there_is_told_in_plain_words(partner, tmp_path, text):
    found = built(tmp_path, str(partner(f"{text}\n")))
    assert found
    assert not (tmp_path / "output").exists()


@needs("pdftotext")
def test_the_guide_says_that_something_was_changed(partner, tmp_path):
    folder = partner(EDIT)
    wanted = {"plan": "children-90-minutes", "audience": "9-12", "language": "es", "country": "PY"}
    outcome = run(Request(**wanted, output=tmp_path / "output", today=DAY, partner=str(folder)), lambda _: None)
    text = tool("pdftotext", outcome.packs[0].folder / "guide.pdf", "-")
    assert "Acme cambió 2 lugares" in " ".join(text.split())
