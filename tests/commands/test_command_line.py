"""The command line as its users type it: exit codes, sentences, two languages, never a traceback."""

import json

import pytest

from builder.cli import main

PLAN = "children-90-minutes"
CASES = [
    (["build", PLAN, "--audience", "5-8+13-17", "--country", "PY", "--documents", "handouts"], 0),
    (["build", PLAN, "--event", "missing.yaml"], 1),
    (["build", PLAN, "--audience", ","], 1),
    (["build", PLAN, "--language", "gn", "--country", "PY"], 1),
    (["build", PLAN, "--modules", "cyberbullying,nope"], 1),
    (["build", PLAN, "--date", "tomorrow"], 2),
    (["build", PLAN, "--participants", "many"], 2),
    (["build", PLAN, "--contry", "PY"], 2),
    (["build", PLAN, "extra"], 2),
    (["build"], 2),
    (["build", PLAN, "--edition", "phone", "--edition", "easy-read"], 2),
    (["build", PLAN, "--edition", "phone,easy-read"], 1),
    (["translate", "sync", "--language", "es", "--language", "fr"], 2),
    (["build", PLAN, "--workspace", "/nowhere"], 2),
    (["buidl"], 2),
    (["check", "/nowhere"], 1),
    (["preview", "nothing"], 1),
    (["preview", "cyberbullying/nothing", "--country", "PY"], 1),
    (["new", "module", "Bad_Name"], 2),
    (["list", "blocks"], 2),
    (["list", "blocks", "nope"], 1),
    (["list", "plans"], 0),
    (["list", "blocks", "cyberbullying", "--json"], 0),
    (["check", "--helplines"], 0),
    (["explain", "topic-gate"], 0),
    (["explain", "topic-gat"], 2),
    (["translate", "status", "--json"], 0),
    (["--help"], 0),
    (["--version"], 0),
]


@pytest.mark.parametrize("language", ["en_US.UTF-8", "es_PY.UTF-8"])
@pytest.mark.parametrize(("words", "code"), CASES, ids=[" ".join(words) or "nothing" for words, _ in CASES])
def test_exit_code_and_no_traceback(words, code, language, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", language)
    assert main(words) == code
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    if code:
        assert said.err.strip()
        assert said.out == ""


@pytest.mark.parametrize(
    "what", ["plans", "programmes", "modules", "collections", "audiences", "languages", "countries", "pictures", "documents"]
)
def test_lists_are_json_too(what, capsys):
    assert main(["list", what, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_a_new_module_and_a_new_plan_build_at_once(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "module", "our-topic"]) == 0
    assert main(["new", "plan", "our-morning", "--module", "our-topic"]) == 0
    assert main(["check"]) == 0
    assert main(["new", "module", "our-topic"]) == 1
    assert main(["build", "our-morning", "--audience", "9-12", "--language", "en", "--country", "CR"]) == 0
    assert main(["preview", "our-topic/what-it-is", "--audience", "9-12", "--language", "en", "--country", "CR"]) == 0
    assert "our-topic_what-it-is_1.png" in capsys.readouterr().out


def test_a_block_that_no_plan_chooses_can_be_looked_at(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["preview", "cyberbullying/joke-line", "--audience", "9-12", "--language", "en", "--country", "PY"]) == 0
    assert [path.name for path in (tmp_path / "output" / "preview").iterdir()] == ["cyberbullying_joke-line_1.png"]


def test_problems_as_json_and_as_annotations(tmp_path, capsys):
    path = tmp_path / "x" / "module.yaml"
    path.parent.mkdir()
    path.write_text("blocks: 3\n", encoding="utf-8")
    assert main(["check", str(path), "--format", "json"]) == 1
    assert {row["code"] for row in json.loads(capsys.readouterr().out)} >= {"missing-field", "list-expected"}
    assert main(["check", str(path), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=")


def test_what_is_given_twice_is_named_and_flags_may_be(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert main(["build", PLAN, "--edition", "phone", "--edition=easy-read"]) == 2
    assert "--edition is given twice" in capsys.readouterr().err
    assert main(["build", PLAN, "--edition", "phone,easy-read"]) == 1
    assert "one edition at a time" in capsys.readouterr().err
    assert main(["build", PLAN, "--country", "--country", "--quiet", "--quiet"]) == 1, "a value may look like an option"
    assert "there is no country" in capsys.readouterr().err
