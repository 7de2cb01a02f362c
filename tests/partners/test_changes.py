"""What a partner may change, and what becomes of it in every language."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.blocks.helplines import help_card
from builder.customise.apply import Known, applied
from builder.customise.tree import copied, ids
from builder.library import installed
from builder.load import read_yaml
from builder.model.change import Anchor, Change, Op
from builder.model.combination import Combination
from builder.model.report import Report
from builder.model.source import Fields, Place
from builder.pipeline import session_of
from builder.request import Request, run
from builder.voices import lacking, room_of
from tests.conftest import DAY
from tests.partners.conftest import codes, content_of

BLOCK = """
        kind: "talk"
        minutes: 4
        title: "En nuestro barrio"
        points: ["Aquí nos cuidamos."]
"""
EDIT = """
modules:
  cyberbullying:
    edit:
      what-is-it: {reason: "Así hablamos", say: {9-12: "Preguntamos primero."}, minutes: {9-12: 7}}
"""


def wanted(content, language, audience="9-12", country="PY", **more):
    """One pack for a plan of 90 minutes."""
    spoken, where = content.language(language), content.country(country)
    room = content.audiences()[audience]
    return Combination(room, spoken, spoken, where, where.paper, today=DAY, **more)


def session(content, language, audience="9-12", plan="children-90-minutes", **more):
    """The session of a plan, with the problems of it in the content's report."""
    return session_of(content, content.workshop(plan), wanted(content, language, audience, **more), content.report)


def said(content, language, address, audience="9-12", country="PY"):
    """What a room hears at an address."""
    workshop = content.workshop("children-90-minutes")
    voice = room_of(content, workshop, wanted(content, language, audience, country), content.report).voice
    return voice.say(next(text for text in workshop.texts() if text.address == address)).string


def block_ids(found):
    """The ids of a session's blocks of the lesson."""
    return [str(block.id) for part in found.parts for block in part.blocks if block.address.startswith("cyberbullying/")]


def test_an_edit_changes_its_language_and_age_alone(partner):
    content, plain = content_of(partner(EDIT)), content_of()
    address = "cyberbullying/what-is-it/say"
    assert said(content, "es", address) == "Preguntamos primero."
    for language, audience, country in (("es", "13-17", "PY"), ("en", "9-12", "PY"), ("fr", "9-12", "TD")):
        assert said(content, language, address, audience, country) == said(plain, language, address, audience, country)
    assert not content.report.errors


def test_a_number_changes_in_every_language_and_only_for_its_age(partner):
    content = content_of(partner(EDIT))
    for language in ("en", "es"):
        blocks = {str(block.id): block for part in session(content, language).parts for block in part.blocks}
        assert blocks["what-is-it"].takes(content.audiences()["9-12"]) == 7
        assert blocks["what-is-it"].takes(content.audiences()["13-17"]) == 4


def test_removed_added_and_moved_blocks_follow_into_the_plan(partner):
    text = f"""
modules:
  cyberbullying:
    remove: {{my-sheet: "Otro día"}}
    add:
      acme-barrio:
        reason: "Aquí"
        after: "what-is-it"
        other_languages: upstream{BLOCK}
    move: {{practise: {{before: "what-is-it", reason: "Antes"}}}}
"""
    content = content_of(partner(text))
    assert block_ids(session(content, "es")) == ["practise", "what-is-it", "acme-barrio", "the-group-chat"]
    assert block_ids(session(content, "en")) == ["practise", "what-is-it", "the-group-chat"]
    assert "cyberbullying/my-sheet" not in content.workshop("children-90-minutes").plan.handouts.child
    assert not content.report.errors


def test_a_replaced_block_elsewhere_is_upstreams_or_a_problem(partner):
    text = "\nmodules:\n  cyberbullying:\n    replace:\n      the-group-chat:\n        reason: Nuestra\n{more}" + BLOCK
    content = content_of(partner(text.format(more="        other_languages: upstream")))
    assert [block.kind for part in session(content, "es").parts for block in part.blocks if block.id == "the-group-chat"] == ["talk"]
    kinds = [block.kind for part in session(content, "en").parts for block in part.blocks if block.id == "the-group-chat"]
    assert kinds == ["scenario"]
    assert not content.report.errors
    strict = content_of(partner(text.format(more="")))
    session(strict, "en")
    assert "partner-block-language" in codes(strict)


def test_a_replaced_block_takes_over_what_protects_children(partner):
    text = "\nmodules:\n  cyberbullying:\n    replace:\n      the-group-chat:\n        reason: Nuestra" + BLOCK
    content = content_of(partner(text))
    block = next(block for block in content.lesson("cyberbullying").blocks if block.id == "the-group-chat")
    assert block.sensitive


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        ('remove: {practise: "No"}', "needs-acknowledgement", 6),
        ('remove: {practice: "No"}', "unknown-block", 6),
        ('edit: {what-is-it: {reason: "x", sensitive: false}}', "not-to-edit", 6),
        ('edit: {what-is-it: {reason: "x", audiences: [5-8]}}', "not-to-edit", 6),
        ('edit: {module: {reason: "x", topics: [kindness]}}', "not-to-edit", 6),
        ('edit: {what-is-it: {reason: "x", sai: "y"}}', "unknown-field", 6),
        ('edit: {what-is-it: {reason: "x", say: "{nombre}"}}', "unknown-placeholder", 6),
        ('edit: {what-is-it: {say: "y"}}', "missing-field", 6),
        ('edit: {home-try: {reason: "x", say: "y"}}', "edit-adds-text", 6),
        ('edit: {what-is-it: {reason: "x", points: "y"}}', "list-expected", 6),
        ('add: {barrio: {reason: "x", kind: "talk"}}', "partner-prefix", 6),
        ('move: {practise: {after: "nowhere", reason: "x"}}', "unknown-block", 6),
        ('add: {acme-x: {reason: "x", after: "what-is-it", kind: "talk", minutes: 3, points: ["y"]}}', "missing-field", 6),
        ('remove: {home-question: "x", home-try: "x"}', "section-emptied", 6),
        ('remove: {practise: {reason: "x", acknowledge: "all"}}', "not-one-of", 6),
        ('delete: {practise: "x"}', "unknown-field", 6),
        ('remove: {joke-line: "x"}\n    edit: {joke-line: {reason: "x", title: "y"}}', "changes-clash", 7),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_the_partners_line(partner, change, code, line):
    content = content_of(partner(f"modules:\n  cyberbullying:\n    {change}\n"))
    content.lesson("cyberbullying")
    found = [problem for problem in content.report.errors if problem.code == code]
    assert found, [(problem.code, problem.place) for problem in content.report.errors]
    assert any(problem.place.file.endswith("acme/partner.yaml") and problem.place.line == line for problem in found), found[0].place
    assert all(problem.place.file.endswith("acme/partner.yaml") for problem in content.report.errors)


def test_a_required_block_goes_when_the_partner_knows(partner):
    content = content_of(partner('modules: {cyberbullying: {remove: {practise: {reason: "Otro día", acknowledge: required}}}}\n'))
    assert "practise" not in [str(block.id) for block in content.lesson("cyberbullying").blocks]
    assert not content.report.errors


def test_the_help_at_the_end_cannot_be_taken_away(partner):
    content = content_of(partner('collections: {closing: {remove: {help: {reason: "Sin tiempo", acknowledge: [required, safety]}}}}\n'))
    content.workshop("children-90-minutes")
    assert [(problem.code, problem.place.file.endswith("partner.yaml")) for problem in content.report.errors] == [("no-help", True)]


def test_a_language_that_nobody_offers_is_told(partner):
    content = content_of(partner("", head='id: "acme"\nname: "Acme"\nlanguage: "esp"\n'))
    _ = content.layers
    assert codes(content) == {"unknown-language"}


def test_two_partners_who_change_the_same_text_are_both_named(partner):
    content = content_of(partner(EDIT), partner(EDIT, "beta"))
    content.lesson("cyberbullying")
    clash = next(problem for problem in content.report.errors if problem.code == "changes-clash")
    assert clash.place.file.endswith("beta/partner.yaml")
    assert "acme/partner.yaml:8" in dict(clash.values)["first"]


def test_two_partners_who_change_different_things_agree(partner):
    other = 'modules: {cyberbullying: {edit: {big-question: {reason: "x", do: "Esperar."}}}}\n'
    content = content_of(partner(EDIT), partner(other, "beta"))
    assert said(content, "es", "cyberbullying/what-is-it/say") == "Preguntamos primero."
    assert not content.report.errors


def test_an_empty_layer_changes_nothing(partner, tmp_path):
    folder = partner("")
    words = {"plan": "children-90-minutes", "today": DAY, "audience": "9-12", "language": "es", "country": "PY"}
    one = run(Request(**words, output=tmp_path / "a"), lambda _: None)
    other = run(Request(**words, output=tmp_path / "b", partner=str(folder)), lambda _: None)
    assert not other.report.errors
    for name in ("slides.pdf", "slides.pptx", "handouts.pdf", "guide.pdf"):
        assert (one.packs[0].folder / name).read_bytes() == (other.packs[0].folder / name).read_bytes()
    assert other.packs[0].folder.name.endswith("_PY_acme")


def test_names_and_helplines_of_a_partner(partner):
    text = """
names: {PY: {girl1: "Yerutí"}}
helplines:
  PY:
    - {id: "acme-line", kind: "child", name: "Línea Acme", number: "0800 11", hours: {es: "de 8 a 17", en: "8 to 17"}, source: "acme.org",
       source_dated: "2026-10", grade: "B"}
    - {id: "acme-old", kind: "child", name: "Vieja", number: "999", source: "acme.org", source_dated: "2020", grade: "C"}
"""
    content = content_of(partner(text))
    country = content.country("PY")
    assert country.values["es"]["name.girl1"] == country.values["en"]["name.girl1"] == "Yerutí"
    assert country.helpline(DAY).number == "147"
    for language in ("es", "en"):
        card = help_card(session(content, language).room)
        assert [each.number for each in card.contacts] == ["147", "911", "0800 11"]
        assert "acme.org" in card.source.string
    assert not content.report.errors


def test_a_number_without_a_date_never_reaches_children(partner):
    row = '{id: "acme-line", kind: "child", name: "Acme", number: "0800", source: "acme.org", source_dated: "", grade: "A"}'
    content = content_of(partner(f"helplines: {{RW: [{row}]}}\n"))
    assert content.country("RW").helpline(DAY) is None


def test_ages_cut_anew_hear_the_youngest_and_keep_the_strictest_gate(partner):
    content = content_of(partner('audiences: [{id: "7-10", label: {es: "7 a 10 años"}}, {id: "10-12", label: "10–12"}]\n'))
    rooms = content.audiences()
    assert [band.id for band in rooms["7-10"].bands] == ["5-8", "9-12"]
    assert [band.id for band in rooms["10-12"].bands] == ["9-12"]
    room = session(content, "es", "7-10").room
    assert content.called(room.voice).string == "7 a 10 años"
    assert room.audience.youngest.id == "5-8"


@pytest.mark.parametrize(
    ("row", "code"), [('id: "9-12"', "audience-taken"), ('id: "3-30"', "audience-range"), ('id: "x", like: [9-13]', "unknown-audience")]
)
def test_ages_that_cannot_be_cut_so(partner, row, code):
    content = content_of(partner(f'audiences: [{{{row}, label: "x"}}]\n'))
    _ = content.layers
    assert code in codes(content)


def test_a_module_of_its_own_written_in_spanish(partner):
    folder = partner("")
    module = Path(__file__).parent.parent / "problems" / "base" / "module.yaml"
    text = module.read_text("utf-8").replace('id: "base"', 'id: "acme-base"', 1).replace('language: "en"', 'language: "es"', 1)
    (folder / "modules" / "acme-base").mkdir(parents=True)
    (folder / "modules" / "acme-base" / "module.yaml").write_text(text, encoding="utf-8")
    plan = 'plans: {children-90-minutes: {add: {acme-base: {after: "cyberbullying", reason: "Lo nuestro"}}}}\n'
    (folder / "partner.yaml").write_text((folder / "partner.yaml").read_text("utf-8") + plan, encoding="utf-8")
    content = content_of(folder)
    lessons = [str(lesson.module.id) for lesson in session(content, "es").lessons]
    assert lessons[:2] == ["cyberbullying", "acme-base"]
    assert not content.report.errors
    assert lacking(content, content.workshop("children-90-minutes"), wanted(content, "es")) == ""
    assert lacking(content, content.workshop("children-90-minutes"), wanted(content, "en")) == "not-complete"


def test_what_a_partner_adds_begins_with_its_id(partner):
    folder = partner("")
    (folder / "plans").mkdir()
    (folder / "plans" / "mine.yaml").write_text("id: mine\n", encoding="utf-8")
    content = content_of(folder)
    _ = content.layers
    assert "partner-prefix" in codes(content)


NAMES = ("big-question", "what-is-it", "the-group-chat", "joke-line", "practise", "what-stays")


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.booleans()), max_size=4, unique_by=lambda row: row[0]))
@settings(max_examples=40, deadline=None)
def test_moving_blocks_loses_none(moves):
    """Whatever is moved where: the same blocks are there, each once."""
    report = Report()
    tree = read_yaml(installed() / "workshops/modules/cyberbullying/module.yaml", "module.yaml", report, "cyberbullying")
    changes = [
        Change(Op.MOVE, "acme", "es", "cyberbullying", (name,), Fields(), "x", Place("p"), anchor=anchor)
        for name, beside, after in moves
        for anchor in [Anchor(after=beside) if after else Anchor(before=beside)]
        if name != beside
    ]
    made = applied(tree, changes, Known(set(), (), {}), report)
    assert sorted(ids(made.base)) == sorted(ids(copied(tree)))
    assert not report.errors


def test_an_edit_for_one_age_leaves_the_words_of_others(partner):
    """Upstream has a text for each age; the partner writes one: the others hear upstream's translation, not its source."""
    text = 'modules: {cyberbullying: {edit: {module: {reason: "x", title: {9-17: "Ciberacoso"}}}}}\n'
    content, plain = content_of(partner(text)), content_of()
    for audience in ("5-8", "9-12"):
        words = said(content, "es", "cyberbullying/title", audience)
        assert words == ("Ciberacoso" if audience == "9-12" else said(plain, "es", "cyberbullying/title", audience))


def test_minutes_for_one_age_keep_those_of_others(partner):
    content = content_of(partner('modules: {cyberbullying: {edit: {practise: {reason: "x", minutes: {9-12: 9}}}}}\n'))
    block = next(block for block in content.lesson("cyberbullying").blocks if block.id == "practise")
    assert [block.takes(content.audiences()[name]) for name in ("5-8", "9-12", "13-17")] == [6, 9, 4]
    assert not content.report.errors


def test_an_added_worksheet_is_printed_where_its_neighbour_is(partner):
    sheet = 'kind: worksheet, minutes: 5, title: "Hoja", tasks: [{id: t, task: write, instruction: "Escriban.", lines: 2}]'
    text = f"modules: {{cyberbullying: {{add: {{acme-hoja: {{reason: x, after: my-sheet, {sheet}}}}}}}}}\n"
    content = content_of(partner(text))
    for name in ("children-90-minutes", "children-60-minutes", "booster-20-minutes"):
        plan = content.workshop(name)
        used = {block.address for block in plan.blocks}
        assert ("cyberbullying/acme-hoja" in plan.plan.handouts.child) == ("cyberbullying/acme-hoja" in used), name


def test_a_lesson_that_leaves_a_plan_takes_its_sheets_along(partner):
    content = content_of(partner('plans: {children-90-minutes: {remove: {cyberbullying: "Otro día"}}}\n'))
    plan = content.workshop("children-90-minutes")
    assert not content.report.errors
    assert not [name for name in plan.plan.handouts.child if name.startswith("cyberbullying/")]


def test_words_inside_a_block_that_keeps_children_safe_ask_too(partner, upstream):
    """Also an item of such a block, not the block's own fields alone."""
    module = upstream / "workshops" / "modules" / "cyberbullying" / "module.yaml"
    text = module.read_text("utf-8").replace('  - id: "practise"\n', '  - id: "practise"\n    safety: true\n')
    module.write_text(text, encoding="utf-8")
    edit = 'modules: {cyberbullying: {edit: {practise: {reason: "x", moves: {stop: {word: "Alto"}}}}}}\n'
    content = content_of(partner(edit), root=upstream)
    content.lesson("cyberbullying")
    assert codes(content) == {"needs-acknowledgement"}


EASY = """
modules:
  cyberbullying:
    edit:
      what-is-it:
        reason: "Más corto"
        points:
          9-12-easy-read: [{text: "**Duele** mucho.", picture: "chat-nara"}]
"""


def test_an_easy_read_edit_is_heard_in_that_edition_alone(partner):
    content = content_of(partner(EASY))
    assert content.workshop("children-90-minutes")
    assert codes(content) == set()
    heard = {}
    for easy in (True, False):
        each = replace(wanted(content, "es"), audience=replace(content.audiences()["9-12"], easy=easy))
        room = session_of(content, content.workshop("children-90-minutes"), each, content.report).room
        block = next(block for block in content.lesson("cyberbullying").blocks if block.id == "what-is-it")
        heard[easy] = [(line.string, line.picture) for line in room.voice.lines(block.points)]
    assert heard[True] == [("**Duele** mucho.", "chat-nara")]
    assert heard[False][0] == ("**Duele** a alguien.", "")
    assert codes(content) == set()


def test_an_easy_read_edit_keeps_the_limits_and_names_a_picture_there_is(partner):
    content = content_of(
        partner(EASY.replace("chat-nara", "chat-nora").replace("mucho", "muchísimo, y después de eso otra vez, y otra vez, y otra"))
    )
    content.lesson("cyberbullying")
    assert codes(content) == {"easy-read-long-sentence", "unknown-picture"}


def test_long_words_that_enter_easy_read_are_told_at_their_line(partner, tmp_path):
    long = EASY.replace('9-12-easy-read: [{text: "**Duele** mucho.", picture: "chat-nara"}]', f'9-12: ["{"muy " * 24}largo."]')
    folder = partner(long)
    for edition, told in (("easy-read", 1), ("", 0)):
        request = Request(
            "children-90-minutes", tmp_path, DAY, "9-12", "es", "PY", edition=edition, partner=str(folder), documents="handouts"
        )
        found = [problem for problem in run(request, lambda _: None).report.problems if problem.code == "partner-not-easy"]
        assert len(found) == told
        assert [(Path(each.place.file).name, each.place.line) for each in found] == [("partner.yaml", 11)][:told]


def test_an_easy_read_edit_for_nobody_is_told(partner):
    content = content_of(partner(EASY.replace("9-12-easy-read", "5-8-easy-read")))
    content.lesson("cyberbullying")
    assert codes(content) == {"edit-for-nobody"}
