"""What is printed: the plan's numbers are those of the files, everything stands in one file in order, the pack goes into one archive."""

import io
import re
import subprocess
from dataclasses import replace
from decimal import Decimal
from random import Random
from zipfile import ZipFile

import pytest

from builder import zipping
from builder.compose.help_cards import WALLET
from builder.compose.printing import Run, runs
from builder.model.combination import Price
from builder.model.document import Made
from builder.model.kinds import BY_NAME, KINDS, Kind, Reader
from builder.model.page import Page, Pages, Text
from builder.packing import Bundle
from builder.render import outline
from builder.request import run
from builder.typeset.paper.print_all import print_all
from tests.conftest import EVERYTHING, Combination, drawn, request_for
from tests.test_goldens import GOLDENS
from tests.tools import needs

SAMPLE = [
    Combination("children-90-minutes", "5-8", "es", "PY"),
    Combination("children-one-visit", "9-12", "fr+ar", "TD"),
    Combination("teens-half-day", "13-17", "en", "RW"),
    Combination("decision-makers-session", "decision-makers", "es", "BO"),
]


def told(pages: Pages) -> str:
    """Everything that stands on the pages, also in tables."""
    rows = []
    for page in pages.pages:
        for item in page.items:
            rows += [each.text for each in getattr(item, "paragraphs", ())]
            rows += [each.text for row in getattr(item, "rows", ()) for cell in row for each in cell.paragraphs]
    return "\n".join(rows)


@pytest.mark.parametrize("wanted", [*EVERYTHING[::4], *SAMPLE], ids=lambda wanted: wanted.name)
def test_the_plan_counts_every_page_of_every_file_once(wanted):
    made = drawn(wanted, draft="+" in wanted.language)
    whole = told(made.pages["print-plan"])
    for name in made.pages:
        if BY_NAME[name].reader is Reader.SCREEN or name == "print-plan":
            continue
        assert f"{name}.pdf" in whole
    sheets = [int(number) for number in re.findall(r"^\d+$", whole, re.MULTILINE)]
    copies, each, total = sheets[:-1:2], sheets[1:-1:2], sheets[-1]
    assert len(copies) == len(each)
    assert sum(each) == total


@pytest.mark.parametrize(("participants", "cards", "handouts"), [(1, 1, 2), (8, 1, 16), (9, 2, 18), (40, 5, 80)])
def test_copies_are_for_as_many_as_come(participants, cards, handouts):
    made = drawn(SAMPLE[0], participants=participants)
    found = {(each.kind.name, each.layout): each for each in _runs(made.pages, participants)}
    assert found["help-card", "wallet"].copies == cards
    assert found["help-card", "half"].copies == 1
    sides = len(made.pages["handouts"].pages)
    assert found["handouts", "worksheet"].sheets == participants * -(-sides // 2) == handouts * -(-sides // 2) // 2
    assert found["handouts", "worksheet"].sides == participants * sides


def _runs(pages: dict[str, Pages], participants: int) -> list[Run]:
    """The runs of a pack whose frames are those of its pages."""
    from builder.compose.cards import cards
    from builder.compose.handouts import handouts
    from builder.compose.help_cards import help_cards

    session = drawn(SAMPLE[0], participants=participants).session
    documents = {"handouts": handouts(session), "help-card": help_cards(session), "cards": cards(session)}
    return list(runs(Made(documents, {name: pages[name] for name in documents if name in pages}), participants))


def test_a_price_is_said_as_it_was_written():
    price = Price(Decimal("0.20"), "Bs")
    assert price.said(price.side * 148) == "Bs 29.60"
    assert Price(Decimal("50"), "RWF").said(Decimal(150)) == "RWF 150"


def test_an_event_says_what_printing_costs(tmp_path):
    event = tmp_path / "fair.yaml"
    event.write_text(
        'name: "Fair"\ncountry: "BO"\ndate: "2027-03-14"\nprice: {side: "0,20", currency: "Bs"}\n'
        'sessions: [{plan: "children-one-visit", audience: "9-12", language: "es", participants: 10}]\n'
    )
    request = replace(request_for(SAMPLE[0], event=event), plan="", audience=None, language=None, country=None, output=tmp_path / "out")
    outcome = run(request, lambda _: None)
    assert outcome.report.errors == []
    text = _text(outcome.packs[0].folder / "print-plan.pdf")
    found = re.search(r"(\d+) caras impresas a Bs 0.20: Bs (\d+\.\d\d)", text.replace("\u00a0", " "))
    assert found
    assert Decimal(found[2]) == int(found[1]) * Decimal("0.20")


def test_a_price_that_is_none_is_told(tmp_path):
    event = tmp_path / "fair.yaml"
    event.write_text('name: "Fair"\ncountry: "BO"\ndate: "2027-03-14"\nprice: {side: "cheap"}\nsessions: [{plan: "children-one-visit"}]\n')
    request = replace(request_for(SAMPLE[0], event=event), plan="", output=tmp_path / "out")
    assert [(each.code, each.place.line) for each in run(request, lambda _: None).report.errors] == [("bad-event", 4)]


def test_large_and_easy_editions_have_a_plan_too():
    for edition in ("large-print", "easy-read", "one-sheet"):
        assert "handouts.pdf" in told(drawn(SAMPLE[0], edition=edition).pages["print-plan"])


@pytest.mark.parametrize("wanted", SAMPLE, ids=lambda wanted: wanted.name)
def test_everything_stands_in_one_file_each_document_on_a_new_sheet(wanted):
    made = drawn(wanted, draft="+" in wanted.language)
    whole = print_all(made.pages)
    expected = [kind.name for kind in KINDS if kind.name in made.pages and kind.reader is not Reader.SCREEN]
    assert list(dict.fromkeys(page.id.split("/")[0] for page in whole.pages)) == expected
    assert len(whole.pages) % 2 == 0
    for number, page in enumerate(whole.pages):
        if not page.items:
            assert number % 2, "a blank back has a front"
            assert page.id == f"{whole.pages[number - 1].id}/back"
        elif BY_NAME[page.id.split("/")[0]].sides == 1:
            assert number % 2 == 0, "nothing stands behind a page printed on one side"
    words = {page.id: page.items for page in whole.pages if page.items}
    assert words == {f"{name}/{page.id}": page.items for name in expected for page in made.pages[name].pages}


def test_names_of_people_go_into_no_other_file(monkeypatch):
    private = Kind("certificates", Reader.PARTICIPANT, 1, extra=True, private=True)
    monkeypatch.setattr("builder.typeset.paper.print_all.KINDS", (*KINDS, private))
    monkeypatch.setattr("builder.zipping.KINDS", (*KINDS, private))
    page = Page("a", 100, 100, (), "", "en")
    pages = {"handouts": Pages("handouts", "", "en", (page,)), "certificates": Pages("certificates", "", "en", (page,))}
    assert {each.id.split("/")[0] for each in print_all(pages).pages} == {"handouts"}
    bundle = Bundle({"handouts.pdf": b"x", "certificates.pdf": b"Ana", "certificates-2.pdf": b"Ana"}, {}, {})
    assert ZipFile(io.BytesIO(zipping.zipped(bundle).files["pack.zip"])).namelist() == ["handouts.pdf"]


def test_the_archive_holds_the_pack_and_is_the_same_each_time(tmp_path):
    made = []
    for name in ("one", "other"):
        outcome = run(replace(request_for(SAMPLE[0], zip=True), output=tmp_path / name), lambda _: None)
        folder = outcome.packs[0].folder
        made.append((folder / "pack.zip").read_bytes())
        with ZipFile(folder / "pack.zip") as archive:
            assert archive.testzip() is None
            names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
            assert set(archive.namelist()) == names - {"pack.zip", "manifest.json"}
            assert all(archive.read(each) == (folder / each).read_bytes() for each in archive.namelist())
    assert made[0] == made[1]
    assert not (folder / "pack-small.zip").exists(), "it is small enough to send"


def test_a_large_pack_has_a_small_archive_with_what_goes_home(monkeypatch):
    monkeypatch.setattr(zipping, "SMALL", 3000)
    sizes = {"slides.pptx": 9000, "fonts/a.ttf": 9000, "handouts.pdf": 900, "help-card.pdf": 900, "print-all.pdf": 9000}
    files = {name: Random(name).randbytes(size) for name, size in sizes.items()}
    made = zipping.zipped(Bundle(files, {}, {})).files
    assert len(made["pack-small.zip"]) <= 3000
    assert {"handouts.pdf", "help-card.pdf"} <= set(ZipFile(io.BytesIO(made["pack-small.zip"])).namelist())


@needs("pdftotext")
def test_the_picture_for_a_chat_group_is_small_and_is_the_page_that_goes_home(tmp_path):
    from PIL import Image

    request = replace(request_for(SAMPLE[0], documents="family"), output=tmp_path)
    folder = run(request, lambda _: None).packs[0].folder
    picture = folder / "family.png"
    assert picture.stat().st_size < 1_000_000
    with Image.open(picture) as image:
        assert image.width >= 1240
    assert sorted(path.name for path in folder.iterdir()) == ["family.pdf", "family.png", "manifest.json"]


@pytest.mark.parametrize("wanted", [*EVERYTHING[::3], *SAMPLE[1:2]], ids=lambda wanted: wanted.name)
def test_a_pocket_card_has_the_number_that_may_be_printed_on_each(wanted):
    made = drawn(wanted, draft="+" in wanted.language)
    child = made.session.room.country.helpline(made.session.room.today)
    pocket = made.pages["help-card"].pages[0]
    numbers = [item.paragraphs[0].text for item in pocket.items if isinstance(item, Text) and item.name == "help number"]
    known = [number for number in numbers if child and number == child.number]
    assert len(known) == (WALLET if child else 0)


@pytest.mark.parametrize("document", ["print-plan", "help-card", "cards"])
def test_the_document_is_as_it_was(document, same_as_file):
    same_as_file(GOLDENS / f"{SAMPLE[0].name}_{document}.txt", outline.render(drawn(SAMPLE[0]).pages[document]) + "\n")


def _text(path) -> str:
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
