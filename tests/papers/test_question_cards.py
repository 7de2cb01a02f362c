"""Question cards: each situation, quiz and question of a workshop on a card, with its answers, in several languages."""

from dataclasses import replace

import pytest

from builder.model.page import Segment, Shape, Text
from builder.model.text import plain
from builder.render import outline
from builder.request import run
from tests.conftest import Combination, drawn, request_for
from tests.papers.walls import QUIZ
from tests.test_goldens import GOLDENS

SAMPLE = [
    Combination("children-90-minutes", "9-12", "es", "PY"),
    Combination("teens-half-day", "13-17", "en", "RW"),
    Combination("children-one-visit", "9-12", "es+gn", "PY"),
    Combination("children-one-visit", "9-12", "fr+ar", "TD"),
    Combination("caregivers-evening", "caregivers", "fr", "SN"),
    QUIZ[0],
]
ASKING = ("scenario", "quiz", "discuss")
every = pytest.mark.parametrize("wanted", SAMPLE, ids=lambda wanted: wanted.name)


def made(wanted: Combination, **more: object):
    return drawn(wanted, ("question-cards",), **more, **(QUIZ[1] if wanted == QUIZ[0] else {}))


def shown(page) -> str:
    return " ".join(paragraph.text for item in page.items if isinstance(item, Text) for paragraph in item.paragraphs)


@every
def test_every_question_has_a_card_with_its_answers(wanted):
    found = made(wanted)
    room, voice = found.session.room, found.session.room.voice
    told = " ".join(shown(page) for page in found.pages["question-cards"].pages)
    asked = [block for part in found.session.parts for block in part.blocks if block.kind in ASKING]
    assert asked
    for block in asked:
        each = room.kept(block.questions) if block.kind == "quiz" else [block]
        for one in each:
            words = [one.ask] if block.kind == "quiz" else [one.question]
            words += [item.text for name in ("answers", "choices", "messages") for item in room.kept(_listed(one, name))]
            for text in words:
                for said in voice.say(text).each():
                    assert plain(said.string) in told, text.address
            for why in (item.why for item in (one, *room.kept(_listed(one, "choices"))) if getattr(item, "why", None)):
                assert plain(voice.say(why).string) not in told, why.address
    assert wanted != QUIZ[0] or "quiz" in {block.kind for block in asked}


def _listed(one: object, name: str) -> tuple:
    """Its items of that name; of a block `answers` is what the guide says."""
    found = getattr(one, name, ())
    return found if isinstance(found, tuple) else ()


@every
@pytest.mark.parametrize("paper", ["a4", "letter", "oficio"])
def test_texts_stay_on_their_card_and_have_one_size_a_side(wanted, paper):
    for page in made(wanted, paper=paper).pages["question-cards"].pages:
        cuts = [item.box for item in page.items if isinstance(item, Shape) and isinstance(item.outline, Segment) and item.stroke.dash]
        middle, top = {box.x for box in cuts if box.width == 0}, {box.y for box in cuts if box.height == 0}
        texts = [item for item in page.items if isinstance(item, Text) and item.name in ("card", "letter", "lesson")]
        assert len({item.paragraphs[0].lines[0].runs[0].size for item in texts if item.name == "card"}) == 1
        for item in texts:
            box = item.box
            lines = sum(len(paragraph.lines) * paragraph.pitch for paragraph in item.paragraphs)
            assert not any(box.x < x < box.right for x in middle), item
            assert not any(box.y < y < box.y + lines - 1 for y in top), item


def test_the_document_is_as_it_was(same_as_file):
    same_as_file(GOLDENS / f"{SAMPLE[0].name}_question-cards.txt", outline.render(made(SAMPLE[0]).pages["question-cards"]) + "\n")


def test_a_document_that_has_nothing_to_show_is_told(tmp_path):
    wanted = Combination("children-90-minutes", "5-8", "en", "PY")
    request = replace(request_for(wanted, documents="handouts,question-cards"), output=tmp_path)
    outcome = run(request, lambda _: None)
    assert [dict(each.values)["document"] for each in outcome.report.problems if each.code == "nothing-for-document"] == ["question-cards"]
    assert outcome.report.errors == []
    quiet = run(replace(request, output=tmp_path / "all", documents="all"), lambda _: None)
    assert "nothing-for-document" not in {each.code for each in quiet.report.problems}
