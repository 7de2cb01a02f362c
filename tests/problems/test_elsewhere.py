"""Problems that no module can show by itself: command line, countries, translations, files, layout."""

from datetime import date
from pathlib import Path

import pytest

from builder.checking import checked
from builder.content import Content
from builder.library import Library, installed
from builder.load import MOST_BYTES, read_yaml
from builder.model.report import Report
from builder.model.source import Fields
from builder.pack import write_pack
from builder.request import Request, run
from builder.translate import catalogue, glossary
from builder.validate import settings
from tests.partners.test_told import TOLD as PARTNERS

BASE = Path(__file__).parent / "base" / "module.yaml"
DAY = date(2026, 11, 23)


def codes_of(report: Report) -> set[str]:
    """The codes of everything that was told."""
    return {problem.code for problem in report.problems}


def told(tmp_path: Path, **words: object) -> Report:
    """What is told by a build into an empty folder."""
    request = Request(**{"plan": "children-90-minutes", "output": tmp_path / "output", "today": DAY, **words})  # type: ignore[arg-type]
    return run(request, lambda _: None).report


def built(tmp_path: Path, **words: object) -> set[str]:
    """The codes told by a build into an empty folder."""
    return codes_of(told(tmp_path, **words))


def in_workspace(tmp_path: Path, change: tuple[str, ...] = ("", ""), plan: tuple[str, str] = ("", ""), **words: object) -> set[str]:
    """The codes told by building a plan around the (changed) example module, in a workspace of its own."""
    return codes_of(told_in_workspace(tmp_path, change, plan, **words))


def told_in_workspace(tmp_path: Path, change: tuple[str, ...], plan: tuple[str, str] = ("", ""), **words: object) -> Report:
    """What is told by building a plan around the (changed) example module, in a workspace of its own."""
    root = tmp_path / "space"
    module = root / "workshops" / "modules" / "base" / "module.yaml"
    module.parent.mkdir(parents=True)
    base = BASE.read_text("utf-8")
    for old, new in zip(change[::2], change[1::2], strict=True):
        base = base.replace(old, new) if old else base
    module.write_text(base, encoding="utf-8")
    text = PLAN.replace(*plan) if plan[0] else PLAN
    (root / "workshops" / "plans").mkdir()
    (root / "workshops" / "plans" / "ours.yaml").write_text(text, encoding="utf-8")
    return told(tmp_path, **{"plan": "ours", "workspace": root, "audience": "9-12", "language": "en", "country": "PY", **words})


PLAN = """id: "ours"
language: "en"
title: "Ours"
audiences: [9-12, 13-17]
minutes: 25
parts:
  - {module: "base"}
  - {id: "help", kind: "helplines", minutes: 3, title: "Who helps"}
  - {id: "bye", kind: "close", minutes: 2, title: "Goodbye", cue: "See you."}
handouts: {child: [], one_sheet: []}
"""


def test_the_workspace_builds(tmp_path):
    assert in_workspace(tmp_path) == set()
    names = {path.name for path in (tmp_path / "output" / "ours_9-12_en_PY").iterdir()}
    assert {"slides.pptx", "slides.pdf", "guide.pdf", "handouts.pdf", "manifest.json", "fonts"} <= names


def test_a_pack_brings_the_typeface_of_a_script_that_its_slides_use(tmp_path):
    assert in_workspace(tmp_path, plan=("See you.", "See you: سلام.")) == set()
    fonts = {path.name for path in (tmp_path / "output" / "ours_9-12_en_PY" / "fonts").iterdir()}
    assert {"NotoSansArabic-OFL.txt", "Andika-OFL.txt"} < fonts
    assert any(name.startswith("NotoSansArabic-") and name.endswith(".ttf") for name in fonts)


WORDS = {
    "unknown-plan": {"plan": "children"},
    "unknown-country": {"country": "XX"},
    "unknown-language": {"language": "xx"},
    "unknown-document": {"documents": "poster"},
    "unknown-edition": {"edition": "giant"},
    "document-not-in-edition": {"edition": "phone", "documents": "slides,guide"},
    "unknown-paper": {"paper": "a5"},
    "unknown-print": {"print": "Eco"},
    "print-without-paper": {"print": "eco", "edition": "phone"},
    "plan-not-for-audience": {"audience": "caregivers"},
}


@pytest.mark.parametrize("code", WORDS)
def test_command_line_words(code, tmp_path):
    assert code in built(tmp_path, **WORDS[code])
    assert not (tmp_path / "output").exists()


GAME = '{id: "game", kind: "board-game", title: "Home", steps: ["Throw."], squares: [%s]}'
SQUARES = [f'{{id: "s{n}", text: "Square {n}.", does: "good", move: 1}}' for n in range(12)]


def with_game(*squares: str) -> tuple[str, str]:
    """The plan with a board game of these squares at its end."""
    return ('  - {id: "bye"', f'  - {GAME % ", ".join(squares)}\n  - {{id: "bye"')


LONG = "A sentence that goes on and on about things that happen online and never comes to an end. " * 12
WARNINGS = {"too-many-words", "no-ground-rules", "easy-read-in-part"}
CHANGES = {
    "does-not-fit": {"change": ("Ask before you tell.", "Tell."), "plan": ("See you.", LONG)},
    "word-too-wide": {"plan": ('cue: "See you."', 'cue: "' + "Donau" * 30 + '"')},
    "too-many-words": {"change": ('title: "What it is"', 'title: "What it is and why it matters to all"')},
    "no-glyph": {"plan": ("See you.", "See you ☂.")},
    "script-not-supported": {"plan": ("See you.", "See you, หยุดก่อน.")},
    "topic-gate": {"change": ("topics: [kindness]", "topics: [pornography]")},
    "easy-read-in-part": {"change": ("Tell an adult you trust.", "Tell."), "plan": ("See you.", LONG[:85] + "."), "edition": "easy-read"},
    "unknown-topic": {"change": ("topics: [kindness]", "topics: [kindnes]")},
    "words-not-for-audience": {"change": ('What would help?"\npicture', 'What?"\npicture'), "plan": ("See you.", "Grooming.")},
    "unknown-block": {"plan": ('{module: "base"}', '{module: "base", blocks: [a-quizz]}')},
    "unknown-handout": {"plan": ("child: []", "child: [base/sheet]")},
    "unknown-collection": {"plan": ('{module: "base"}', '{collection: "sports", blocks: [x]}')},
    "unknown-module": {"plan": ('module: "base"', 'module: "bass"')},
    "module-not-for-audience": {"change": ("audiences: [9-12, 13-17]", "audiences: [13-17]"), "audience": "9-12"},
    "missing-translation": {"language": "es"},
    "cannot-fit": {"minutes": 10},
    "no-help": {
        "plan": ('kind: "helplines", minutes: 3, title: "Who helps"', 'kind: "talk", minutes: 3, title: "Who helps", points: ["You."]')
    },
    "no-ground-rules": {"change": ('kind: "quiz"', 'kind: "quiz"\n    sensitive: true')},
    "nothing-offered": {"country": "SN", "language": None},
    "board-size": {"plan": with_game(*SQUARES[:3])},
    "board-without-cards": {"plan": with_game(*SQUARES, '{id: "x", text: "A question.", does: "card"}')},
    "group-too-large": {
        "change": (
            "topics: [kindness]",
            "topics: {9-12: [kindness], 13-17: [sextortion]}",
            'kind: "quiz"',
            'kind: "quiz"\n    sensitive: true',
        ),
        "audience": "13-17",
        "participants": 31,
    },
    "placeholder-without-value": {"plan": ("See you.", "See you {helpline.child.number}."), "country": "CR", "today": date(2029, 1, 1)},
}


@pytest.mark.parametrize("code", CHANGES)
def test_changed_workspaces(code, tmp_path):
    assert code in in_workspace(tmp_path, **CHANGES[code])
    assert (tmp_path / "output").exists() == (code in WARNINGS)


@pytest.mark.parametrize(("code", "line"), [("word-too-wide", '"Donau' + "Donau" * 30 + '"'), ("odd-brace", '"Ask { first."')])
def test_what_is_wrong_with_one_line_of_a_list_is_told_at_that_line(code, line, tmp_path):
    points = f'9-12:\n        - "Somebody is mean."\n        - "It hurts."\n        - {line}\n'
    report = told_in_workspace(tmp_path, ('9-12: ["Somebody is mean, again and again."]\n', points))
    place = next(problem.place for problem in report.errors if problem.code == code)
    lines = (tmp_path / "space/workshops/modules/base/module.yaml").read_text("utf-8").splitlines()
    assert lines[place.line - 1][place.column - 1 :] == line


def test_files_that_cannot_be_read(tmp_path):
    report = Report()
    assert read_yaml(tmp_path / "none.yaml", "none.yaml", report) is None
    (tmp_path / "list.yaml").write_text("- a\n", encoding="utf-8")
    read_yaml(tmp_path / "list.yaml", "list.yaml", report)
    (tmp_path / "latin.yaml").write_bytes("a: ñ".encode("latin-1"))
    read_yaml(tmp_path / "latin.yaml", "latin.yaml", report)
    (tmp_path / "huge.yaml").write_bytes(b"x" * (MOST_BYTES + 1))
    read_yaml(tmp_path / "huge.yaml", "huge.yaml", report)
    assert codes_of(report) == {"cannot-read", "not-fields", "not-utf8", "file-too-large"}


def test_a_file_nested_too_deeply(tmp_path, monkeypatch):
    def compose(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("yaml.compose", compose)
    (tmp_path / "deep.yaml").write_text("a: b", encoding="utf-8")
    report = Report()
    read_yaml(tmp_path / "deep.yaml", "deep.yaml", report)
    assert codes_of(report) == {"yaml-too-deep"}


def test_neither_module_nor_plan(tmp_path):
    (tmp_path / "x.yaml").write_text("a: b", encoding="utf-8")
    report = Report()
    checked(Content(Library((installed(),)), report), (tmp_path / "x.yaml",), DAY)
    assert "not-a-lesson" in codes_of(report)


def test_settings_files(tmp_path):
    def tree(text: str) -> Fields:
        path = tmp_path / "settings.yaml"
        path.write_text(text, encoding="utf-8")
        found = read_yaml(path, "settings.yaml", report)
        assert found is not None
        return found

    report = Report()
    settings.language(tree('plural: "n !!"'), "xx", report)
    settings.scene(tree("size: [1, 1]\nparts: [{person: nobody, at: [0, 0]}]"), report)
    text = (installed() / "workshops/countries/PY.yaml").read_text("utf-8").replace("girl1:", "girl9:")
    settings.country(tree(text), "PY", ("es",), report)
    glossary.terms(tree("terms: [{term: password}]"), report)
    assert codes_of(report) == {"bad-plural", "bad-scene", "country-value-missing", "bad-glossary"}


def test_an_event_with_an_impossible_date(tmp_path):
    (tmp_path / "event.yaml").write_text('name: "x"\ndate: "soon"\nsessions: [{plan: "p", start: "9"}]\n', encoding="utf-8")
    assert "bad-event" in built(tmp_path, event=tmp_path / "event.yaml", audience="9-12", language="en", country="PY")


def test_translation_files_that_are_broken(tmp_path):
    report = Report()
    path = tmp_path / "x.po"
    path.write_text("this is no PO file\n", encoding="utf-8")
    catalogue.read(path, "x.po", report)
    one = 'msgctxt "c"\nmsgid "a"\nmsgstr "b"\n\n'
    path.write_text(one + one, encoding="utf-8")
    catalogue.read(path, "x.po", report)
    assert codes_of(report) == {"po-unreadable", "po-context-twice"}


def test_ids_that_clash_between_workspace_and_content(tmp_path):
    path = tmp_path / "workshops" / "modules" / "cyberbullying" / "module.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("id: cyberbullying", encoding="utf-8")
    report = Report()
    Library((installed(), tmp_path)).modules(report)
    assert codes_of(report) == {"id-clash"}


def test_a_sheet_that_is_too_full(tmp_path):
    tasks = ", ".join(f'{{id: "t{n}", task: "write", instruction: "Write.", lines: 9}}' for n in range(6))
    sheet = f'{{id: "sheet", kind: "worksheet", title: "Full", tasks: [{tasks}]}}'
    plan = ('  - {id: "bye"', f'  - {sheet}\n  - {{id: "bye"')
    text = PLAN.replace(*plan).replace("child: []", "child: [plan-ours/sheet]")
    assert "sheet-too-full" in in_workspace(tmp_path, plan=(PLAN, text))


def test_places_that_cannot_be_written(tmp_path, monkeypatch):
    (tmp_path / "output").write_text("a file", encoding="utf-8")
    assert "output-is-file" in built(tmp_path, audience="9-12", language="en", country="PY")
    report = Report()
    write_pack(tmp_path / "output" / "pack", {"a.txt": b"a"}, {}, report)
    assert codes_of(report) == {"cannot-write"}
    report = Report()

    def locked(self: Path, target: Path) -> None:
        raise PermissionError(13, "in use", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", locked)
    write_pack(tmp_path / "pack", {"slides.pptx": b"new"}, {}, report)
    assert codes_of(report) == {"file-in-use"}
    assert [path.name for path in (tmp_path / "pack").iterdir()] == []


TOLD = {
    *PARTNERS,
    *WORDS, *CHANGES, "cannot-read", "not-fields", "not-utf8", "file-too-large", "yaml-too-deep", "not-a-lesson", "bad-plural", "bad-scene",
    "country-value-missing", "bad-event", "paper-in-one-language", "names-unreadable", "names-none", "names-no-column", "names-empty",
    "names-too-long", "names-hidden", "names-formula", "names-twice", "names-too-many", "names-encoding", "names-without-certificates",
    "nothing-for-document",
    "po-unreadable", "po-context-twice", "id-clash", "sheet-too-full", "output-is-file",
    "cannot-write", "file-in-use", "no-printable-helpline", "bad-glossary",
    # told in tests/customise, tests/validate/test_colours.py
    "bad-colour", "brand-line-too-long", "colour-illegible", "colour-like-help", "colour-unseen", "file-not-read", "folder-too-large",
    "font-broken", "font-not-embeddable", "font-outlines", "font-too-large", "font-variable", "image-broken", "image-kind",
    "image-small", "image-too-large", "image-too-many-pixels", "path-absolute", "path-climbs", "path-link", "path-missing",
    "path-no-ending", "path-not-a-file", "too-many-logos", "font-no-file", "logo-pale",
    # told in tests/commands/test_theme.py
    "deck-broken", "deck-hostile", "deck-locked", "deck-old-format",
    # told in tests/accessibility
    "copy-grey", "copy-hairline", "copy-outside", "copy-small-type", "copy-vanishes",
    "alt-says-nothing", "document-without-language", "document-without-title", "empty-placeholder", "figure-without-alt", "link-unclear",
    "low-contrast", "nothing-to-read", "pdf-broken", "pdf-locked", "pdf-not-tagged", "pdf-table-without-head", "pdf-without-claim",
    "pdf-without-outline",
    "reading-order", "shape-without-alt", "slide-without-title", "table-cells-merged", "table-without-head", "text-without-language",
    "title-twice",
    "field-without-label", "heading-left-out", "page-without-title", "page-without-language", "page-table-without-head",
    "page-unreadable", "link-empty", "button-empty", "frame-without-title", "zoom-forbidden", "plays-by-itself", "media-without-captions",
    "click-on-text", "page-id-twice",
    # told in tests/test_trials.py
    "trial-language",
    # told in tests/test_tracing.py
    "unknown-address",
    # told in tests/test_programmes.py
    "slots-cross", "unknown-programme", "unknown-track",
    # told in tests/test_proofreading.py
    "bad-phrase", "hard-to-read", "long-sentence", "phrase-to-avoid", "same-as-source", "written-out-name",
    # told in tests/translate
    "bad-signature", "bad-signer", "draft-language-alone", "language-not-of-country", "missing-safety", "missing-translations",
    "glossary-term", "language-not-said", "not-signed", "other-language", "po-not-utf8",
    "release-of-draft", "sheet-columns", "sheet-merged", "sheet-not-text", "sheet-unreadable", "too-many-languages",
    "translation-brace", "translation-empty-item", "translation-forms", "translation-items", "translation-lines",
    "translation-markup", "translation-older", "translation-placeholders", "translation-unknown", "unknown-file",
    "unknown-format", "unknown-role",
}  # fmt: skip
