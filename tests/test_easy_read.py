"""The easy-read edition: one idea a row beside its picture, large type, whatever the plan, the audience and the language."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from builder.compose.handouts import child_sheets
from builder.content import Content
from builder.library import Library, installed
from builder.model.audience import is_easy
from builder.model.document import Frame
from builder.model.easy import faults
from builder.model.page import Group, Page, Pages, Role, Text
from builder.model.pieces import Cards, Track
from builder.model.report import Report
from builder.model.text import sentences
from builder.model.units import mm
from builder.pipeline import Drawn
from builder.render import outline
from builder.request import Request, run
from tests.conftest import DAY, Combination, drawn
from tests.render.test_tagged import RULES, made

GOLDENS = Path(__file__).parent / "goldens"
CONTENT = Content(Library((installed(),)), Report())
COUNTRIES = {"en": "RW", "es": "PY", "fr": "TD"}
PLANS = [
    Combination(path.stem, str(audience), language, country)
    for path in sorted((installed() / "workshops" / "plans").glob("*.yaml"))
    for audience in CONTENT.workshop(path.stem).plan.audiences
    for language, country in COUNTRIES.items()
]  # fmt: skip
MORE = [
    Combination("children-one-visit", "9-12+13-17", "es", "CR"),
    Combination("children-90-minutes", "9-12", "es+gn", "PY"),
    Combination("children-one-visit", "5-8", "en+rw", "RW"),
]
OWN_LIMITS = ("credits", "write", "help number", "help name", "cut", "age", "meta")
"""Help strip, credits, and what facilitators read on cards."""


def easily(wanted: Combination, modules: str = "") -> Drawn:
    """The pages of a pack in easy read; a problem fails the test that asked."""
    return drawn(wanted, edition="easy-read", modules=modules)


def frames_of(wanted: Combination, archetype: str) -> list[Frame]:
    return [frame for frame in child_sheets(easily(wanted).session) if frame.archetype == archetype]


def texts(pages: Pages) -> Iterator[tuple[Page, Text]]:
    for page in pages.pages:
        yield from ((page, item) for item in page.items if isinstance(item, Text))


def rows(pages: Pages) -> Iterator[Text]:
    """What participants read on sheets and cards – not on a board, which is a game for a group."""
    for page, item in texts(pages):
        if page.layout != "board" and item.role is not Role.FOOTER and item.name not in OWN_LIMITS:
            yield item


@pytest.mark.parametrize("wanted", [*PLANS, *MORE], ids=lambda wanted: wanted.name)
def test_every_sheet_is_large_and_says_one_thing_a_line(wanted):
    sheets = easily(wanted).pages["handouts"]
    bilingual = "+" in wanted.language
    for item in rows(sheets):
        for paragraph in item.paragraphs:
            sizes = {run.size for line in paragraph.lines for run in line.runs}
            assert min(sizes, default=16) >= 16, (item.name, paragraph.text)
            if not bilingual and item.role is not Role.TITLE and item.name not in ("name", "begins with"):
                assert len(sentences(paragraph.text)) <= 1, paragraph.text
    faces = {run.face.key for _, item in texts(sheets) for paragraph in item.paragraphs for line in paragraph.lines for run in line.runs}
    assert not any("emphasis" in face for face in faces)


@pytest.mark.parametrize("wanted", [PLANS[0], *MORE], ids=lambda wanted: wanted.name)
def test_rows_have_a_pitch_of_one_and_a_half_and_stand_in_one_column(wanted):
    sheets = easily(wanted).pages["handouts"]
    ideas = [item for page, item in texts(sheets) if item.name in ("idea", "row", "choice", "text")]
    assert ideas
    for item in ideas:
        for paragraph in item.paragraphs:
            size = max(run.size for line in paragraph.lines for run in line.runs)
            assert paragraph.pitch >= 1.5 * size
    for page in sheets.pages:
        column = sorted(
            (item.box.y, item.box.bottom) for item in page.items if isinstance(item, Text) and item.name in ("idea", "row", "text")
        )
        assert all(one[1] <= other[0] for one, other in pairwise(column)), page.id


def stands_beside(picture: Group, idea: Text) -> bool:
    box = picture.box
    return bool(box) and box.right <= idea.box.x and box.y < idea.box.bottom and idea.box.y < box.bottom


LESSONS = [("cyberbullying", "children-90-minutes"), ("asking-for-help", "children-one-visit")]


@pytest.mark.parametrize("audience", ["5-8", "9-12", "13-17"])
@pytest.mark.parametrize(("module", "plan"), LESSONS)
@pytest.mark.parametrize("language", COUNTRIES)
def test_our_lessons_have_a_large_picture_beside_each_idea(module, plan, audience, language):
    sheets = easily(Combination(plan, audience, language, COUNTRIES[language]), module).pages["handouts"]
    found = 0
    for page in (page for page in sheets.pages if page.id.startswith(f"{module}/ideas")):
        pictures = [item for item in page.items if isinstance(item, Group) and item.box and max(item.box.width, item.box.height) >= mm(30)]
        ideas = [item for item in page.items if isinstance(item, Text) and item.name == "idea"]
        beside = [
            idea
            for idea in ideas
            if any(p.box.right <= idea.box.x and p.box.y < idea.box.bottom and idea.box.y < p.box.bottom for p in pictures)
        ]
        found += len(beside)
        assert len(beside) >= len(ideas) / 2
    assert found >= 3


def test_each_page_has_its_number_and_the_name_of_its_lesson():
    sheets = easily(Combination("children-one-visit", "9-12", "en", "RW"), "asking-for-help").pages["handouts"]
    for number, page in enumerate(sheets.pages, 1):
        said = {item.name: item.paragraphs[0].text for item in page.items if isinstance(item, Text)}
        assert said["page number"] == f"{number}/{len(sheets.pages)}"
        if page.id.startswith("asking-for-help"):
            assert "Asking for help" in (said["title"], said.get("lesson"))


@pytest.mark.parametrize("wanted", [PLANS[0], *MORE], ids=lambda wanted: wanted.name)
def test_every_document_is_heard_as_it_was_meant(wanted):
    for pages in easily(wanted).pages.values():
        each = made(pages)
        for rule in RULES:
            rule(each)


@pytest.mark.parametrize("audience", ["5-8", "13-17"])
def test_the_sheets_are_as_they_were(audience, same_as_file):
    wanted = Combination("children-one-visit", audience, "es", "PY")
    same_as_file(
        GOLDENS / f"{wanted.name}_easy-read_handouts.txt", outline.render(easily(wanted, "asking-for-help").pages["handouts"]) + "\n"
    )


def test_the_edition_is_built_and_tells_how_much_is_easy(tmp_path):
    request = Request("children-90-minutes", tmp_path, DAY, "9-12", "en", "PY", edition="easy-read", documents="handouts")
    outcome = run(request, lambda _: None)
    told = [dict(problem.values) for problem in outcome.report.problems if problem.code == "easy-read-in-part"]
    assert len(told) == 1
    assert 0 < int(told[0]["n"]) < int(told[0]["of"])
    assert outcome.packs[0].folder.name == "children-90-minutes_9-12_en_PY_easy-read"


def test_the_deck_says_the_easy_read_words():
    deck = easily(Combination("children-90-minutes", "13-17", "en", "RW")).pages["slides"]
    said = " ".join(paragraph.text for _, item in texts(deck) for paragraph in item.paragraphs)
    assert "It comes again and again." in said
    assert "Hard to escape" not in said


@pytest.mark.parametrize("layer", ["es", "fr"])
def test_translations_keep_the_limits(layer):
    found = CONTENT.catalogues((layer,), frozenset({"cyberbullying", "asking-for-help", "closing"}))[layer]
    easy = {context: message for context, message in found.items() if is_easy(context.rpartition("@")[2])}
    assert len(easy) > 50
    for context, message in easy.items():
        assert not list(faults(message.text.split("\n"), listed="\n" in message.source)), context


@pytest.mark.parametrize("wanted", PLANS, ids=lambda wanted: wanted.name)
def test_a_picture_is_not_repeated_beside_another_line_of_its_block(wanted):
    for frame in frames_of(wanted, "easy"):
        for piece in frame.pieces:
            if isinstance(piece, Cards):
                rows = [(key, len(list(group))) for key, group in groupby(card.picture and card.picture.key for card in piece.items)]
                shown = [key for key, _ in rows if key]
                assert len(shown) == len(set(shown)), (frame.id, shown)


def test_a_blocks_picture_stands_beside_several_lines_never_beside_one():
    frames = frames_of(Combination("children-90-minutes", "5-8", "es", "PY"), "easy")
    cards = [card for frame in frames for piece in frame.pieces if isinstance(piece, Cards) for card in piece.items]
    assert next(card for card in cards if card.said.string.startswith("Mi dirección")).picture is None
    page = next(
        page for page in easily(Combination("children-90-minutes", "5-8", "es", "PY")).pages["handouts"].pages if "¿Puedo?" in str(page)
    )
    refusal = next(item for item in page.items if isinstance(item, Text) and "No, gracias" in str(item))
    assert any("pregunta Mili" in paragraph.text for paragraph in refusal.paragraphs)


SIGNS = [
    ("children-90-minutes", "5-8", {"stop", "block", "tell"}),
    ("children-90-minutes", "9-12", {"stop", "block", "save", "tell"}),
    ("decision-makers-session", "decision-makers", set()),
]


@pytest.mark.parametrize(("plan", "audience", "signs"), SIGNS)
def test_a_sign_stands_only_beside_the_move_that_it_means(plan, audience, signs):
    tracks = [
        piece for frame in frames_of(Combination(plan, audience, "en", "CR"), "easy") for piece in frame.pieces if isinstance(piece, Track)
    ]
    assert tracks
    assert {move.sign for track in tracks for move in track.moves if move.sign} == signs


@pytest.mark.parametrize("edition", ["", "large-print"])
def test_a_move_without_a_sign_has_its_number(edition):
    wanted = Combination("decision-makers-session", "decision-makers", "en", "CR")
    tracks = [page for page in drawn(wanted, edition=edition).pages["slides"].pages if "/practise/" in page.id]
    numbers = [item for page in tracks for item in page.items if isinstance(item, Text) and item.name.startswith("number")]
    told = [item.paragraphs[0].text.strip() for item in numbers if item.role is Role.LABEL]
    assert told == ["1", "2", "3", "4"] * 3


SWAHILI = Combination("children-one-visit", "9-12", "en+sw", "TZ")


def said_on(page: Page, name: str) -> list[str]:
    return [paragraph.text for item in page.items if isinstance(item, Text) and item.name == name for paragraph in item.paragraphs]


@pytest.mark.parametrize("wanted", [*PLANS, *MORE, SWAHILI], ids=lambda wanted: wanted.name)
def test_no_age_stands_on_any_page_and_the_strip_keeps_off_what_is_above(wanted):
    for page in easily(wanted).pages["handouts"].pages:
        assert not said_on(page, "age"), page.id
        strip = next(item for item in page.items if item.name == "help strip")
        above = [item.box.bottom for item in page.items if item.box and item.box.y < strip.box.y - 44 and item.name != "credits"]
        assert max(above) <= strip.box.y - 12 + 0.5, page.id
        inside = [item for item in page.items if isinstance(item, Text) and strip.box.y < item.box.y < strip.box.bottom]
        assert all(item.box.y >= strip.box.y + 3 and item.box.bottom <= strip.box.bottom for item in inside), page.id


def test_the_strip_speaks_both_languages_and_says_in_large_type_what_is_a_draft():
    for page in easily(SWAHILI).pages["handouts"].pages:
        labels = said_on(page, "write")
        assert {"An adult I trust", "Mtu mzima ninayemwamini"} <= set(labels), page.id
        assert [each for each in labels if each.startswith("Kiswahili: draft")], page.id
        sizes = [
            run.size
            for item in page.items
            if isinstance(item, Text) and item.name == "write"
            for paragraph in item.paragraphs
            for line in paragraph.lines
            for run in line.runs
        ]
        assert min(sizes) >= 12
        assert "draft" not in " ".join(said_on(page, "credits"))


def test_whom_i_trust_is_not_torn_from_where_i_write_it():
    pages = [page for page in easily(SWAHILI).pages["handouts"].pages if "signed" in {item.name for item in page.items}]
    helping = [page for page in pages if "The phone number:" in said_on(page, "signed")]
    assert len(helping) == 1
    assert "An adult I trust" in said_on(helping[0], "idea")
    assert len(said_on(helping[0], "signed")) == 6


def test_a_list_does_not_end_with_one_item_alone_on_a_page():
    rows = [item for page in easily(SWAHILI).pages["handouts"].pages if page.id == "family/sheet.2" for item in page.items]
    assert len([item for item in rows if item.name == "row"]) >= 2


@pytest.mark.parametrize("name", ["card", "choice"])
def test_a_quote_of_two_sentences_is_whole_in_one_language_before_the_other(name):
    some = [
        item
        for kind in ("handouts", "cards")
        for page in easily(SWAHILI).pages[kind].pages
        for item in page.items
        if isinstance(item, Text) and item.name == name
    ]
    assert some
    for item in some:
        opened = ""
        for paragraph in item.paragraphs:
            language = paragraph.lines[0].runs[0].language
            assert opened in ("", language), paragraph.text
            opened = language if paragraph.text.count("“") > paragraph.text.count("”") or (opened and "”" not in paragraph.text) else ""
