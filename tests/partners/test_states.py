"""Upstream moves on: what each change is told to be, and how it is settled."""

import json

import pytest

from builder.customise import lock
from builder.partnering import settling
from builder.partnering.keeping import held, noted
from builder.partnering.states import State, standings
from builder.partnering.words import merged, word_diff
from builder.request import Request, run
from tests.conftest import DAY
from tests.partners.conftest import change, codes, content_of

MODULE = "modules/cyberbullying/module.yaml"
SPANISH = "locale/es/cyberbullying.po"
TEXT = """# A comment that must stay.
modules:
  cyberbullying:
    edit:
      what-is-it:
        reason: "Así hablamos"   # and this one
        say: "Antes de explicar, una pregunta: ¿a qué le dicen acoso? Después comparamos con las tres líneas."
        do: "Anotar tres ejemplos."
      big-question: {reason: "Así", do: "Esperar."}
    remove:
      joke-line: "Otro día"
    replace:
      the-group-chat: {reason: "Nuestra", kind: "talk", title: "Aquí", points: ["Nos cuidamos."], minutes: 4}
    add:
      acme-x: {reason: "Aquí", after: "what-helps", kind: "talk", title: "Aquí", points: ["Nos cuidamos."], minutes: 4}
    move:
      practise: {before: "what-is-it", reason: "Antes"}
"""


@pytest.fixture
def folder(partner, upstream):
    """A partner whose changes were all noted."""
    made = partner(TEXT)
    content = content_of(made, root=upstream)
    noted(content, standings(content))
    assert not content.report.errors
    return made


def states(folder, upstream):
    """Change → state, today."""
    return {row.change.key: row.state for row in standings(content_of(folder, root=upstream))}


def settle(how, folder, upstream, key):
    """Settles one change; gives the content with what went wrong."""
    content = content_of(folder, root=upstream)
    rows = standings(content)
    row = settling.chosen(rows, key, content.report)
    how(content, content.layers.partners[0], rows, row)
    return content


def test_what_was_just_noted_is_fresh(folder, upstream):
    assert set(states(folder, upstream).values()) == {State.FRESH}


def test_a_changed_source_and_a_changed_translation_make_a_change_stale(folder, upstream):
    change(upstream, MODULE, "Collect three examples on the board, without names.", "Collect four examples, without names.")
    change(upstream, SPANISH, "¿a qué llamarían acoso?", "¿qué llamarían acoso?")
    found = states(folder, upstream)
    stale = {key for key, state in found.items() if state is State.STALE}
    assert stale == {"edit cyberbullying/what-is-it/do", "edit cyberbullying/what-is-it/say"}


def test_a_changed_block_makes_its_removal_and_its_replacement_stale(folder, upstream):
    change(upstream, MODULE, "That’s not funny.", "That is not funny at all.")
    assert states(folder, upstream)["replace cyberbullying/the-group-chat"] is State.STALE
    row = next(row for row in standings(content_of(folder, root=upstream)) if row.change.block == "the-group-chat")
    assert "[-That’s-]" in word_diff(*row.words("source"))


def test_a_block_that_is_gone_is_told_with_the_nearest(folder, upstream):
    change(upstream, MODULE, 'id: "big-question"', 'id: "first-big-question"')
    change(upstream, MODULE, 'id: "joke-line"', 'id: "jokes"')
    change(upstream, MODULE, 'id: "what-helps"', 'id: "helps"')
    content = content_of(folder, root=upstream)
    rows = {row.change.key: row for row in standings(content)}
    assert rows["edit cyberbullying/big-question/do"].state is State.GONE
    assert rows["edit cyberbullying/big-question/do"].near == "first-big-question"
    assert rows["remove cyberbullying/joke-line"].state is State.EQUIVALENT
    assert rows["add cyberbullying/acme-x"].state is State.GONE
    assert not content.report.errors
    order = [str(block.id) for block in content.lesson("cyberbullying").blocks]
    assert "acme-x" in order


def test_a_module_that_is_gone_is_told(folder, upstream):
    text = (folder / "partner.yaml").read_text("utf-8")
    (folder / "partner.yaml").write_text(text.replace("  cyberbullying:", "  cyberbulying:"), encoding="utf-8")
    content = content_of(folder, root=upstream)
    standings(content)
    assert "unknown-module" in codes(content)


def test_what_upstream_says_now_itself_is_equivalent(folder, upstream):
    change(upstream, SPANISH, "Contar hasta diez antes de la primera respuesta.", "")
    text = (upstream / "workshops" / SPANISH).read_text("utf-8")
    at = text.index('msgctxt "cyberbullying/big-question/do"')
    begin, end = text.index('msgstr "', at), text.index("\n\n", at)
    (upstream / "workshops" / SPANISH).write_text(text[:begin] + 'msgstr "Esperar."' + text[end:], encoding="utf-8")
    assert states(folder, upstream)["edit cyberbullying/big-question/do"] is State.EQUIVALENT


def test_a_block_that_now_protects_children_asks_again(folder, upstream):
    change(upstream, MODULE, '  - id: "joke-line"\n', '  - id: "joke-line"\n    required: true\n')
    content = content_of(folder, root=upstream)
    rows = {row.change.key: row.state for row in standings(content)}
    assert rows["remove cyberbullying/joke-line"] is State.SAFETY
    assert "needs-acknowledgement" in codes(content)


def test_a_build_warns_and_a_release_refuses(folder, upstream, tmp_path, monkeypatch):
    change(upstream, MODULE, "Collect three examples on the board, without names.", "Collect four examples, without names.")
    monkeypatch.setattr("builder.request.installed", lambda: upstream)
    words = {"plan": "children-90-minutes", "today": DAY, "audience": "9-12", "language": "es", "country": "PY", "partner": str(folder)}
    built = run(Request(**words, output=tmp_path / "a", draft=True), lambda _: None)
    assert [problem.code for problem in built.report.warnings if problem.code == "stale-change"] == ["stale-change"]
    manifest = json.loads((built.packs[0].folder / "manifest.json").read_text("utf-8"))
    assert manifest["partners"][0]["to_settle"] == ["edit cyberbullying/what-is-it/do"]
    assert {row["change"]: row["state"] for row in manifest["partners"][0]["changes"]}["edit cyberbullying/what-is-it/do"] == "stale"
    refused = run(Request(**words, output=tmp_path / "b", draft=True, release=True), lambda _: None)
    assert "release-of-stale" in {problem.code for problem in refused.report.errors}
    assert not (tmp_path / "b").exists()


def test_keep_makes_it_fresh(folder, upstream):
    change(upstream, MODULE, "Collect three examples on the board, without names.", "Collect four examples, without names.")
    settle(settling.keep, folder, upstream, "cyberbullying/what-is-it/do")
    assert states(folder, upstream)["edit cyberbullying/what-is-it/do"] is State.FRESH


def test_drop_takes_one_change_out_and_leaves_every_other_line(folder, upstream):
    before = (folder / "partner.yaml").read_text("utf-8")
    settle(settling.drop, folder, upstream, "edit cyberbullying/what-is-it/do")
    after = (folder / "partner.yaml").read_text("utf-8")
    assert after == before.replace('        do: "Anotar tres ejemplos."\n', "")
    settle(settling.drop, folder, upstream, "cyberbullying/joke-line")
    after = (folder / "partner.yaml").read_text("utf-8")
    assert "remove" not in after
    assert "# A comment that must stay." in after
    assert set(states(folder, upstream).values()) == {State.FRESH}
    assert len(json.loads((folder / lock.NAME).read_text("utf-8"))["changes"]) == len(states(folder, upstream))


def test_take_puts_the_correction_into_the_partners_words(folder, upstream):
    change(upstream, SPANISH, "Después comparamos con las tres líneas.", "Después comparamos con las tres frases.")
    content = settle(settling.take, folder, upstream, "cyberbullying/what-is-it/say")
    assert not content.report.errors
    text = (folder / "partner.yaml").read_text("utf-8")
    assert "¿a qué le dicen acoso? Después comparamos con las tres frases." in text
    assert states(folder, upstream)["edit cyberbullying/what-is-it/say"] is State.FRESH


def test_take_refuses_where_both_changed_the_same_words(folder, upstream):
    change(upstream, SPANISH, "¿a qué llamarían acoso?", "¿qué es acoso?")
    before = (folder / "partner.yaml").read_bytes()
    content = settle(settling.take, folder, upstream, "cyberbullying/what-is-it/say")
    assert "both-changed" in codes(content)
    assert (folder / "partner.yaml").read_bytes() == before


@pytest.mark.parametrize("key", ["remove cyberbullying/joke-line", "cyberbullying/practise", "replace cyberbullying/the-group-chat"])
def test_only_words_can_be_taken_over(folder, upstream, key):
    assert "nothing-to-take" in codes(settle(settling.take, folder, upstream, key))


def test_a_correction_that_is_not_translated_yet_is_told(folder, upstream):
    change(upstream, MODULE, "Ask before you tell: what would you call bullying?", "Ask first: what would you call bullying?")
    content = settle(settling.take, folder, upstream, "cyberbullying/what-is-it/say")
    assert codes(content) == {"not-translated-yet"}


def test_a_change_that_nobody_made_is_told_with_the_nearest(folder, upstream):
    content = content_of(folder, root=upstream)
    assert settling.chosen(standings(content), "cyberbullying/what-is-it/sai", content.report) is None
    assert "unknown-change" in codes(content)
    assert "what-is-it/say" in dict(content.report.errors[0].values)["near"]


@pytest.mark.parametrize("damage", ["", "{", '{"changes": []}', '{"changes": {"a": {}}}', "[]", '{"changes": {"a": null}}'])
def test_a_damaged_lock_is_told(folder, upstream, damage):
    (folder / lock.NAME).write_text(damage, encoding="utf-8")
    content = content_of(folder, root=upstream)
    _ = content.layers
    assert codes(content) == {"lock-unreadable"}


def test_a_lock_that_somebody_edited_is_told(folder, upstream):
    text = (folder / lock.NAME).read_text("utf-8")
    (folder / lock.NAME).write_text(text.replace("Ask before you tell", "Ask"), encoding="utf-8")
    content = content_of(folder, root=upstream)
    _ = content.layers
    assert codes(content) == {"lock-unreadable"}


def test_a_folder_that_cannot_be_written_to_still_builds(partner, upstream, monkeypatch):
    content = content_of(partner(TEXT), root=upstream)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.write_text", refuse)
    held(content, {"cyberbullying"})
    assert {problem.code for problem in content.report.warnings} == {"lock-not-written"}


def test_both_changes_in_one_where_they_do_not_meet():
    assert merged("a b c d", "a x c d", "a b c y") == "a x c y"
    assert merged("a b c", "a x c", "a y c") is None
    assert merged("a b c", "a x c", "a x c") == "a x c"
    assert merged("one\ntwo", "one\n2", "one\ntwo\nthree") == "one\n2\nthree"


def test_changed_words_are_marked():
    assert word_diff("It is a joke.", "It is no joke.") == "It is [-a-]{+no+} joke."


def test_other_ages_in_ones_own_edit_are_no_change_of_upstream(partner, upstream):
    text = 'modules: {cyberbullying: {edit: {what-is-it: {reason: "x", title: {9-12: "A"}}}}}\n'
    folder = partner(text)
    content = content_of(folder, root=upstream)
    noted(content, standings(content))
    partner(text.replace('{9-12: "A"}', '{9-12: "A", 13-17: "B"}'))
    assert set(states(folder, upstream).values()) == {State.FRESH}
    change(upstream, MODULE, "Repeated. On purpose. Hard to escape.", "Repeated and on purpose.")
    assert set(states(folder, upstream).values()) == {State.STALE}


def test_take_has_nothing_to_do_where_nothing_changed(folder, upstream):
    assert "nothing-to-take" in codes(settle(settling.take, folder, upstream, "cyberbullying/what-is-it/say"))


def test_keep_asks_for_an_acknowledgement(folder, upstream):
    change(upstream, MODULE, '  - id: "joke-line"\n', '  - id: "joke-line"\n    required: true\n')
    content = settle(settling.keep, folder, upstream, "cyberbullying/joke-line")
    assert "needs-acknowledgement" in codes(content)
    assert states(folder, upstream)["remove cyberbullying/joke-line"] is State.SAFETY


def test_what_stood_beside_a_lost_block_stays_in_the_plan(partner, upstream):
    text = (
        'modules: {cyberbullying: {add: {acme-x: {reason: x, after: the-group-chat, kind: talk, title: "A", points: [b], minutes: 3}}}}\n'
    )
    folder = partner(text)
    content = content_of(folder, root=upstream)
    noted(content, standings(content))
    change(upstream, MODULE, 'id: "the-group-chat"', 'id: "group-chat"')
    for plan in ("children-90-minutes", "children-60-minutes", "teens-half-day"):
        path = upstream / "workshops" / "plans" / f"{plan}.yaml"
        path.write_text(path.read_text("utf-8").replace("the-group-chat, ", ""), encoding="utf-8")
    content = content_of(folder, root=upstream)
    blocks = [str(block.id) for block in content.workshop("children-90-minutes").blocks]
    assert "acme-x" in blocks, codes(content)
    assert blocks.index("acme-x") > blocks.index("what-is-it")


def test_drop_leaves_every_other_byte(partner, upstream):
    """A byte order mark, Windows line ends, wide indentation, comments of the neighbours."""
    text = TEXT.replace("  ", "    ").replace('do: "Anotar', f'# about do\n{16 * " "}do: "Anotar')
    folder = partner(text)
    path = folder / "partner.yaml"
    before = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    settle(settling.drop, folder, upstream, "edit cyberbullying/what-is-it/say")
    line = next(line for line in before.split(b"\r\n") if b"say:" in line)
    assert path.read_bytes() == before.replace(line + b"\r\n", b"")
