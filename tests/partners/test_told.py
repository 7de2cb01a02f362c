"""What a build with partners tells: on the command line, of their files, of what they would expect and do not get."""

from pathlib import Path

import pytest

from builder.checking import checked
from builder.cli import main
from builder.library import installed
from builder.partnering import settling
from builder.partnering.states import standings
from builder.request import Request, run
from tests.conftest import DAY
from tests.partners.conftest import change, codes, content_of
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
    "audience-range", "partner-block-language", "partner-not-easy",
}  # fmt: skip
"""Codes that tests/partners/test_changes.py shows."""
HERE = {
    "unknown-partner", "no-partner-file", "partner-twice", "added-not-in-plan", "partner-other-language", "nothing-to-keep",
    "change-not-found",
}  # fmt: skip
LINE = "helplines: {PY: [{id: acme-l, kind: child, name: Acme, number: '0800', source: acme.org, source_dated: '%s', grade: %s%s}]}"
LINES = {
    "audience-like": 'audiences: [{id: "5-7", label: "x", like: [13-17]}]',
    "bad-anchor": "modules: {cyberbullying: {move: {practise: {after: practise, reason: x}}}}",
    "bad-month": LINE % ("10/2026", "B", ""),
    "bad-value": "names: {PY: {girl1: '{helpline.child.number}'}}",
    "help-after-goodbye": "collections: {closing: {move: {help: {after: goodbye, reason: x}}}}",
    "edit-for-nobody": "modules: {cyberbullying: {edit: {what-is-it: {reason: x, say: {5-8: Hola}}}}}",
    "helpline-not-printed": LINE % ("2020", "C", ""),
    "number-as-text": "modules: {cyberbullying: {edit: {what-is-it: {reason: x, say: 'Llama al 0800 666 777.'}}}}",
    "partner-fields": "modules: {cyberbullying: {remove: [joke-line]}}",
    "partner-id-taken": "",
    "partner-not-translated": LINE % ("2026-10", "B", ", hours: 'de 8 a 17'"),
    "plan-takes-longer": "modules: {cyberbullying: {edit: {what-is-it: {reason: x, minutes: 40}}}}",
    "text-to-write": "modules: {cyberbullying: {edit: {what-is-it: {reason: x, say: …}}}}",
    "unknown-item": "modules: {cyberbullying: {edit: {what-helps: {reason: x, questions: {nothing: {ask: x}}}}}}",
    "wrong-group": "collections: {cyberbullying: {remove: {joke-line: x}}}",
    "yaml-backslash": 'brand: {logo: "C:\\Users\\Rosa\\logo.png"}',
    "yaml-braces": "brand: {colours: {main: #2B6CB0}}",
}
WARNED = {"helpline-not-printed", "plan-takes-longer"}
ELSEWHERE = {"not-said", "not-your-text", "partner-zipped"}
TOLD = STATES | CHANGES | HERE | set(LINES) | ELSEWHERE


@pytest.mark.parametrize("code", LINES)
def test_a_line_is_told(partner, tmp_path, code):
    folder = partner(f"{LINES[code]}\n", "vos" if code == "partner-id-taken" else "acme")
    assert code in built(tmp_path, str(folder), language="en" if code == "partner-not-translated" else "es")
    assert (tmp_path / "output").exists() == (code in WARNED)


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
    other = tmp_path / "elsewhere"
    other.mkdir(parents=True)
    (other / "partner.yaml").write_text('id: "acme"\nname: "Acme"\nlanguage: "es"\n', encoding="utf-8")
    (tmp_path / "acme.zip").write_bytes(b"PK")
    assert "partner-zipped" in built(tmp_path, str(tmp_path / "acme.zip"))
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


def test_a_partner_translates_its_own_texts_alone(partner, tmp_path):
    folder = partner("")
    theirs = (installed() / "workshops" / "locale" / "es" / "closing.po").read_text("utf-8")
    (folder / "locale" / "es").mkdir(parents=True)
    (folder / "locale" / "es" / "closing.po").write_text(theirs.replace('msgstr "', 'msgstr "XX '), encoding="utf-8")
    assert "not-your-text" in built(tmp_path, str(folder))
    text = tool("pdftotext", next((tmp_path / "output").rglob("slides.pdf")), "-")
    assert "XX" not in text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("modules: {under-pressure: {replace: {sextortion: {reason: x, audiences: [9-17], kind: talk, title: x, points: [y]}}}}",
         "not-to-edit"),
        ('brand: {footer: "porno"}', "words-not-for-audience"),
        ('modules: {cyberbullying: {edit: {my-sheet: {reason: x, say: "Mira p\u00f3rno."}}}}', "words-not-for-audience"),
        ('names: {PY: {girl1: "0800 666 777"}}', "bad-value"),
        ('audiences: [{id: "acme-kids", label: "5 a 8", like: [13-17]}]', "audience-like"),
        ('audiences: [{id: "../../x", label: "x"}]', "audience-range"),
    ],
)  # fmt: skip
def test_nothing_loosens_what_protects_children(partner, tmp_path, text, code):
    words = {"plan": "children-one-visit", "modules": "under-pressure"} if "sextortion" in text else {}
    found = built(tmp_path, str(partner(f"{text}\n")), audience="13-17" if words else "5-8", **words)
    assert code in found
    assert not (tmp_path / "output").exists()


def test_a_replaced_block_is_for_those_it_was_for(partner):
    text = "modules: {under-pressure: {replace: {sextortion: {reason: x, kind: talk, title: x, points: [y]}}}}\n"
    content = content_of(partner(text))
    block = next(block for block in content.lesson("under-pressure").blocks if block.id == "sextortion")
    assert [str(key) for key in block.audiences] == ["13-17"]


def test_files_that_nothing_reads_are_told(partner):
    folder = partner("")
    for name in ("modules/foo.yaml", "plans/a.yml", "locale/zz/closing.po", "locale/es/junk.po", "modules/acme-a/other.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")
    content = content_of(folder)
    checked(content, (), DAY)
    told = {dict(problem.values)["found"] for problem in content.report.warnings if problem.code == "file-not-read"}
    assert {"foo.yaml", "a.yml", "junk.po", "other.yaml"} <= told


def test_status_speaks_also_when_upstream_itself_is_at_odds(partner, upstream, monkeypatch, capsys):
    folder = partner(EDIT)
    monkeypatch.setattr("builder.request.installed", lambda: upstream)
    assert main(["partner", "status", str(folder)]) == 0
    change(upstream, "modules/cyberbullying/module.yaml", 'id: "what-is-it"', 'id: "what-it-is"')
    capsys.readouterr()
    assert main(["partner", "status", str(folder)]) == 1
    assert "GONE" in capsys.readouterr().out


def test_status_of_a_folder_that_cannot_be_read_says_only_that(partner, capsys):
    folder = partner("modules: 3\n")
    assert main(["partner", "status", str(folder)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "partner-fields" in said.err


def test_many_words_without_a_translation_are_told_as_one(partner, tmp_path):
    folder = partner("plans: {children-90-minutes: {add: {acme-base: {after: cyberbullying, reason: x}}}}\n")
    base = (Path(__file__).parent.parent / "problems" / "base" / "module.yaml").read_text("utf-8")
    (folder / "modules" / "acme-base").mkdir(parents=True)
    text = base.replace('id: "base"', 'id: "acme-base"', 1).replace('language: "en"', 'language: "es"', 1)
    (folder / "modules" / "acme-base" / "module.yaml").write_text(text, encoding="utf-8")
    wanted = {"plan": "children-90-minutes", "audience": "9-12", "language": "en", "country": "PY"}
    outcome = run(Request(**wanted, output=tmp_path / "output", today=DAY, partner=str(folder)), lambda _: None)
    found = [(problem.code, problem.place.file.endswith("acme-base/module.yaml")) for problem in outcome.report.errors]
    assert found == [("missing-translations", True)]
