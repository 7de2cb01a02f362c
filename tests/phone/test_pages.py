"""Pages for phones as a parser reads them: nothing lost, nothing told too early, each passage in its language and direction."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

from builder.cli import main
from builder.content import Content
from builder.library import Library, installed
from builder.model import pieces as kinds
from builder.model.document import Document
from builder.model.report import Report
from builder.model.text import plain
from builder.model.voice import Said
from builder.phone.flow import flow
from builder.phone.leaf import Leaf, dialled
from builder.phone.markup import tag, text
from builder.phone.picture import outline
from builder.prove.html import faults
from builder.validate.theme import look
from tests.conftest import DAY, EVERYTHING, Combination
from tests.phone import arabic
from tests.phone.made import heard, made, squeezed

ONE = Combination("children-90-minutes", "9-12", "es", "PY")
TWO = Combination("children-one-visit", "5-8", "en+rw", "RW")
MOST = 300_000


def said_in(value: object) -> Iterator[Said]:
    """Every Said inside pieces, what they reveal left out."""
    if isinstance(value, Said):
        yield value
        if value.second:
            yield value.second
    elif isinstance(value, kinds.Picture):
        return  # its words stand beside it
    elif isinstance(value, tuple):
        for each in value:
            yield from said_in(each)


def documents(wanted: Combination) -> Document:
    from builder.compose.handouts import handouts

    return handouts(made(wanted).session)


@pytest.mark.parametrize("wanted", [*EVERYTHING, TWO], ids=lambda wanted: wanted.name)
def test_pages_are_sound_and_small(wanted):
    for page in made(wanted).leaves.values():
        assert list(faults(page)) == []
        assert len(page.encode()) < MOST


@pytest.mark.parametrize("wanted", [*EVERYTHING[::3], TWO], ids=lambda wanted: wanted.name)
def test_no_text_of_the_sheets_is_lost(wanted):
    words = heard(made(wanted).leaves["handouts"])
    for frame in documents(wanted).frames:
        for said in (frame.title, *said_in(frame.pieces), frame.alt if frame.picture else frame.title):
            assert squeezed(plain(said.string)) in words, said.string


@pytest.mark.parametrize("wanted", EVERYTHING[::5], ids=lambda wanted: wanted.name)
def test_no_text_of_the_steps_is_lost(wanted):
    from builder.compose.slides import slides
    from builder.compose.steps import parts
    from builder.model.document import Made as Documents
    from tests.conftest import drawn

    found = made(wanted)
    before = Documents({"slides": slides(found.session)}, {"slides": drawn(wanted).pages["slides"]})

    words = heard(found.leaves["guide"])
    for frame in parts(found.session, before):
        for said in said_in(frame.pieces):
            assert squeezed(plain(said.string)) in words, said.string


@pytest.mark.parametrize("wanted", EVERYTHING, ids=lambda wanted: wanted.name)
def test_a_tap_dials_only_what_may_be_printed_for_children(wanted):
    found = made(wanted)
    may = {dialled(each.number) for each in found.session.room.country.contacts if each.on_sheets(DAY)}
    for name, page in found.leaves.items():
        dials = set(re.findall(r'href="tel:([^"]*)"', page))
        assert dials <= may
        child = found.session.room.country.helpline(DAY)
        if name == "handouts" and child:
            assert page.count(f'href="tel:{dialled(child.number)}"') >= 2, "in the head and on the card"


def test_what_is_right_changes_nothing_on_the_participants_page():
    choices = (kinds.Choice("A", Said("one", "en"), True, Said("because", "en")), kinds.Choice("B", Said("two", "en"), False, Said("", "")))
    other = tuple(each._replace(right=not each.right, why=Said("", "")) for each in choices)
    shown, hidden = (flow(leaf(), [kinds.Choices(some, revealed=True)], 3) for some in (choices, other))
    assert shown == hidden
    assert "because" not in shown


def test_what_must_stay_is_not_asked_for_in_a_field_that_forgets():
    card = kinds.HelpCard((kinds.Help("child", ES, "", Said("Write here:", "es")), kinds.Help("emergency", ES, "", ES)), (ES,), ES, ES)
    html = flow(leaf(), [card], 3)
    keep = str(leaf().word("phone-keep"))
    assert html.count(keep) == 3, "two numbers, an adult"
    assert "Write here:" not in html, "a hint for a line that is not there"
    assert html.index('class="who"') < html.index(keep)
    assert "<textarea" not in html
    pages, voice = made(ONE).leaves, made(ONE).session.room.voice
    at_home = pages["handouts"].split('id="family-sheet"')[1].split("</section>")[0]
    assert squeezed(voice.word("phone-keep").string) in heard(at_home), "the promise is signed there"
    assert squeezed(voice.word("guide-keep-phone").string) in heard(pages["guide"])


def test_a_task_to_join_begins_with_what_a_screen_can_do():
    join = Said("¿Qué revela? Unir con una línea.", "es")
    html = flow(leaf(), [kinds.Task(1, join, (kinds.Pairs((ES, ES), (ES, ES)),))], 3)
    choose = str(leaf().word("phone-match"))
    assert choose in html.split("</h3>")[0]
    assert html.index(choose) < html.index(join.string) < html.index("<select")
    alone = flow(leaf(), [kinds.Heading(ES), kinds.Pairs((ES, ES), (ES, ES))], 3)
    assert f"<strong>{choose}</strong>" in alone


def test_two_parts_of_one_title_are_told_apart():
    page = made(Combination("teens-half-day", "13-17", "es", "BO")).leaves["handouts"]
    names = [heard(name) for name in re.findall(r'<a href="#[^"]*">(.*?)</a></li>', page)]
    assert len(set(names)) == len(names) > 5
    assert [name for name in names if name.endswith("(2/2)")] == ["Todoelgrupollega(2/2)"]
    assert "Todoelgrupollega(1/2)" in [heard(title) for title in re.findall("<h2>(.*?)</h2>", page)]


def test_fixed_words_in_another_language_are_marked_in_a_draft():
    content = Content(Library((installed(),)), Report())
    room = made(ONE).session.room
    voice = replace(room.voice, language=replace(arabic.ARABIC, tag="xx", chain=("xx",)), draft=True, catalogues={}, fell_back={}, used={})
    other = replace(leaf(), voice=voice)
    assert str(other.word("phone-keep")) == '<span lang="en" dir="ltr">[en] Write it on paper, so that it stays.</span>'
    assert "[en]" not in voice.word("between").string, "only what is read"
    assert content.report.problems == []


def leaf(**changes: object) -> Leaf:
    content = Content(Library((installed(),)), Report())
    colours = look(content.theme, "9-12", content.library.one("assets/fonts"), content.brand)
    made_leaf = Leaf(made(ONE).session.room.voice, colours, content.scenes, frozenset({"147"}), filled_in=True)
    return replace(made_leaf, **changes)


ES = Said("Hola **147** & <b>", "es")
PICTURE = kinds.Picture("kite-plan", ES)
EXAMPLES = [
    kinds.Heading(ES), kinds.Para(ES), kinds.Points((ES,), kinds.Mark.NUMBER, 3), kinds.Points((ES,), kinds.Mark.HEART),
    kinds.Points((ES,), kinds.Mark.TICK), kinds.Choices((kinds.Choice("A", ES, True, ES),)), kinds.Chat((kinds.Message(ES, True),)),
    kinds.Cards((kinds.Card(ES, ES, ES, PICTURE),)), kinds.Track((kinds.Move("stop", ES, ES),)), kinds.Clock(5, ES, (ES,)),
    kinds.HelpCard((kinds.Help("child", ES, "147", ES), kinds.Help("emergency", ES, "", ES)), (ES,), ES, ES),
    kinds.Figure("kite-plan", ES), kinds.Blank(2, 0, ES), kinds.Blank(0, 40), kinds.Pairs((ES, ES), (ES, ES)),
    kinds.Tick((ES,), "circle", (PICTURE,)), kinds.Tick((ES, ES), "order"), kinds.Task(1, ES, (kinds.Points((ES,)),)),
    kinds.Board(ES, (kinds.Square(ES, "help", ES), kinds.Square(ES, "hard", Said("", ""))), ES),
    kinds.Grid(kinds.Row((ES, ES, ES)), (kinds.Row((ES, ES)), kinds.Row((ES, ES, ES))), (0.2, 0.4, 0.4)),
    kinds.Step("a/b/1", ES, ES, "0:10", ES, (ES,), (ES,), (ES,), (ES,), ES, ES), kinds.Notice((ES,)),
]  # fmt: skip


def test_there_is_an_example_of_every_piece():
    assert {type(each) for each in EXAMPLES} == set(get_args(kinds.Piece))


@pytest.mark.parametrize("filled_in", [True, False])
@pytest.mark.parametrize("piece", EXAMPLES, ids=lambda piece: type(piece).__name__)
def test_every_piece_is_sound_and_escaped(piece, filled_in):
    html = flow(leaf(filled_in=filled_in), [kinds.Heading(ES), piece], 1)
    head = '<meta name="viewport"><meta http-equiv="Content-Security-Policy">'
    page = f'<!DOCTYPE html><html lang="es" dir="ltr"><head>{head}<title>x</title></head><body><main>{html}</main></body></html>'
    found = [each for each in faults(page) if each not in ("2 × <h1>", "a heading of level 1 under one of level 0")]
    assert found == []
    assert "&lt;b&gt;" in html
    assert "<b>" not in html


def test_nobody_types_on_a_guide_and_a_field_keeps_nothing():
    page = made(ONE).leaves["guide"]
    assert not re.search("<(input|textarea|select)", page)
    fields = re.findall("<(?:textarea|input|select)[^>]*>", made(ONE).leaves["handouts"])
    assert fields
    assert all('autocomplete="off"' in each for each in fields)
    assert all('spellcheck="false"' in each for each in fields if each.startswith("<textarea"))


def test_both_languages_stand_on_a_page_each_with_its_own():
    page = made(TWO).leaves["handouts"]
    assert '<html lang="en" dir="ltr">' in page
    assert page.count('<span lang="rw" class="second">') > 20


def test_a_guide_in_another_language_says_the_language_of_what_participants_see():
    page = made(ONE, "en").leaves["guide"]
    assert '<html lang="en" dir="ltr">' in page
    assert re.search(r'<h3 id="slide-[^"]*"><span lang="es">', page)


def test_numbers_and_addresses_are_isolated_in_arabic():
    page = arabic.page()
    assert list(faults(page)) == []
    assert '<html lang="ar" dir="rtl">' in page
    assert '<bdi dir="ltr">116\u00a0111</bdi>' in page
    assert '<bdi dir="ltr">9-12</bdi>' in page
    assert 'class="pill"><bdi dir="ltr">9–12</bdi>' in page
    assert '<bdi dir="ltr">CC BY 4.0</bdi>' in page
    assert '<bdi dir="ltr" class="address">www.example.org</bdi>' in page
    assert '<a href="tel:116111"><bdi dir="ltr">116\u00a0111</bdi></a>' in page
    assert '<span lang="en" dir="ltr">Some words in English' in page


@pytest.mark.parametrize(
    ("number", "address"), [("147", "147"), ("+595 21 123-456", "+59521123456"), ("*147#", "*147%23"), ("0800 (55) 5", "0800555")]
)
def test_numbers_as_a_telephone_takes_them(number, address):
    assert dialled(number) == address


def test_elements_and_attributes_are_escaped():
    assert tag("p", text("<&>"), class_='a"b', hidden=True, title=None) == '<p class="a&quot;b" hidden>&lt;&amp;&gt;</p>'


def test_a_path_is_told_step_by_step_and_ends_where_it_should():
    ring = (
        ("M", (0.0, 0.0)),
        ("L", (10.0, 0.0)),
        ("L", (10.0, 5.04)),
        ("Z", ()),
        ("M", (2.0, 2.0)),
        ("C", (1.0, 1.0, 3.0, 1.0, 2.06, 2.0)),
        ("Z", ()),
    )
    assert outline(ring) == "m0 0l100 0l0 50zm20 20c-10-10 10-10 1 0z"


def test_a_drawing_stands_on_a_page_once_and_is_turned_where_text_runs_to_the_left():
    again = flow(leaf(), [kinds.Figure("kite-plan", ES), kinds.Figure("kite-plan", ES)], 2)
    assert again.count('id="scene-kite-plan"') == 1
    assert again.count('<use href="#scene-kite-plan">') == 1
    content = Content(Library((installed(),)), Report())
    turned = flow(leaf(voice=arabic.voice(content)), [kinds.Figure("kite-plan", ES)], 2)
    assert len(turned) == pytest.approx(len(flow(leaf(), [kinds.Figure("kite-plan", ES)], 2)), rel=0.05)
    assert turned.split("<path")[1] != again.split("<path")[1]


def test_the_pack(tmp_path, capsys):
    words = ["build", ONE.plan, "--audience", "9-12", "--language", "es", "--country", "PY", "--date", "2026-11-23", "--edition", "phone"]
    for name in ("one", "two"):
        assert main([*words, "--output", str(tmp_path / name)]) == 0
    folders = [next((tmp_path / name).iterdir()) for name in ("one", "two")]
    assert folders[0].name == f"{ONE.name}_phone"
    assert {path.name for path in folders[0].iterdir()} == {"guide.html", "handouts.html", "manifest.json"}
    for path in folders[0].iterdir():
        assert path.read_bytes() == (folders[1] / path.name).read_bytes()
    manifest = json.loads((folders[0] / "manifest.json").read_text("utf-8"))
    assert manifest["pages"] == {"handouts.html": 1, "guide.html": 1}
    assert manifest["edition"] == "phone"
    assert "assets/themes/phone.css" in manifest["inputs"]
    assert "handouts.html" in capsys.readouterr().out
    (folders[0] / "guide.html").write_text("mine", encoding="utf-8")
    assert main([*words, "--documents", "guide", "--output", str(tmp_path / "one")]) == 0
    assert (folders[0] / "guide.html").read_text("utf-8") == "mine"
    assert (folders[0] / "guide.new.html").exists()


def test_a_page_that_does_not_hold_together_is_our_mistake_and_not_written(tmp_path, monkeypatch):
    monkeypatch.setattr("builder.phone.page._contents", lambda *_: tag("nav", tag("a", text("x"), href="#nowhere")))
    words = ["build", ONE.plan, "--audience", "9-12", "--language", "es", "--country", "PY", "--edition", "phone"]
    assert main([*words, "--output", str(tmp_path / "out")]) == 3
    assert not (tmp_path / "out").exists()
