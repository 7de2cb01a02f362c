"""Trial languages over all that ships: what stays undisguised was written into the program, what does not fit has no room to spare.

A run makes a few packs; WORKSHOP_DRAW_ALL makes every plan for every audience in every trial language, plain and in an edition.
"""

import html
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pytest

from builder import fitting
from builder.cli import main
from builder.content import Content
from builder.lesson import Workshop
from builder.library import Library, installed
from builder.model.audience import Audience, Band
from builder.model.combination import Combination
from builder.model.direction import isolates
from builder.model.page import Group, Item, Table, Text
from builder.model.report import BuildFailed, Report
from builder.model.trial import TRIALS
from builder.occasion import Occasion
from builder.packing import Slides, built
from builder.pipeline import Drawn, draw, session_of
from builder.render import pdf
from builder.request import EDITIONS, PAPERS, Outcome, Request, combinations, drawn_for, offered, run
from builder.timetable import timetable
from builder.typeset.slides import ARCHETYPES
from tests import pairs
from tests.conftest import DAY
from tests.pairs import Offer
from tests.test_pairs import faults

CANNOT = {
    ("qps-long", "cyberbullying/what-helps/2"): "for 5–8 in 32 pt: four texts on one slide, of which none may part from the others",
    ("qps-long", "my-rights-online/fair-to-both/2"): "for 9–12 in 28 pt: four answers of two lines that are compared, so one slide",
}
"""What has no room for a text that is 40% longer, and why: the build says so, by the author's line."""

NOT_WORDS = re.compile(r"CC\sBY\s\d\.\d|TRIAL qps-\w+|\bMIT\b|[\w-]+/[\w./-]+|(?<!\w)[A-D](?![\w\u0300-\u036f])")
"""What no translator touches: licences, the name of the trial itself, addresses of slides, the letters of answers."""

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[’'](?=[^\W\d_]))*")
LANGUAGES = ("qps-long", "qps-marks", "qps-rtl")
DECKS = ("slides", "notesSlides")


def every_pack() -> Iterator[Offer]:
    """Each plan for each audience in each trial language; countries, papers and editions take turns."""
    countries, papers, editions = cycle(pairs.countries()), cycle(PAPERS), cycle(EDITIONS)
    for plan, audiences in pairs.plans().items():
        for audience in audiences:
            for language in LANGUAGES:
                yield Offer(plan, language, next(countries).id, audience, "", next(papers), "")
                yield Offer(plan, language, next(countries).id, audience, next(editions), next(papers), "")


ALL = list(every_pack())
SOME = ALL if pairs.ALL else ALL[::11]


def kept(country: str) -> list[str]:
    """Names, numbers and values that a country fills in, the longest first."""
    found = pairs.content().country(country)
    assert found
    values = {value for each in found.values.values() for value in each.values()}
    names = {name for contact in found.contacts for name in contact.names.values()}
    return sorted(values | names, key=len, reverse=True)


def stayed(text: str, language: str, known: list[str]) -> list[str]:
    """The words and signs of a text that are as they would be in English."""
    bare = "".join(c for c in text if unicodedata.category(c) != "Cf")
    for each in known:
        bare = bare.replace(each, " ")
    bare = NOT_WORDS.sub(" ", bare)
    for start, end, _ in reversed(isolates(bare)):
        if not re.match(r"[A-Z][a-z]+ \d+–", bare[start:end]):  # what looks like a version is “Ages 9–12”
            bare = f"{bare[:start]} {bare[end:]}"
    signs = re.findall(r"(?<=[\u0600-\u06ff])[,;?“”]|[“”](?=[\u0600-\u06ff])", bare)
    # A letter alone stands in a square of letters, or before a number (E1).
    return signs + [word for word in WORD.findall(bare) if len(word) > 1 and UNCHANGED[language](word)]


def is_latin(word: str) -> bool:
    return any("LATIN" in unicodedata.name(c, "") for c in word)


def is_plain(word: str) -> bool:
    return word.isascii() and not set(word.lower()) <= set("bfmvx")


def is_unmarked(word: str) -> bool:
    return not any(map(unicodedata.combining, unicodedata.normalize("NFD", word)))


UNCHANGED: dict[str, Callable[[str], bool]] = {"qps-long": is_plain, "qps-marks": is_unmarked, "qps-rtl": is_latin}


def texts(drawn: Drawn, files: dict[str, bytes]) -> Iterator[str]:
    """What somebody may read or hear of a pack: its pages – which PDFs are drawn from –, its deck, its web pages."""
    for made in drawn.pages.values():
        yield from (made.title, made.author, made.licence)
        for page in made.pages:
            yield from (page.title, page.section, *(part for note in page.notes for part in (note.label, note.text)), *of_items(page.items))
    for name, content in files.items():
        if name.endswith(".html"):
            page = re.sub(r"<(style|script)\b.*?</\1>", " ", content.decode("utf-8"), flags=re.DOTALL)
            yield from map(html.unescape, re.findall(r'(?:alt|aria-label|title)="([^"]*)"', page))
            yield from map(html.unescape, re.findall(r">([^<]+)<", in_line(page)))
        elif name.endswith(".pptx"):
            with zipfile.ZipFile(BytesIO(content)) as deck:
                for part in deck.namelist():
                    yield from map(html.unescape, of_part(part, deck.read(part).decode("utf-8", "replace")))


def in_line(page: str) -> str:
    """A web page without the tags inside its lines, in which a name may lie, its number to be tapped."""
    page = re.sub(r"</?(?:b|strong|em|i|bdi)\b[^>]*>", "", page)
    return re.sub(r"\s+", " ", re.sub(r"</?(?:a|span)\b[^>]*>", " ", page))


def of_items(items: Iterable[Item]) -> Iterator[str]:
    """The texts of a page and what stands for its pictures."""
    for item in items:
        yield getattr(item, "alt", "")
        if isinstance(item, Text):
            yield from (paragraph.text for paragraph in item.paragraphs)
        elif isinstance(item, Table):
            yield from (paragraph.text for row in item.rows for cell in row for paragraph in cell.paragraphs)
        elif isinstance(item, Group):
            yield from of_items(item.items)


def of_part(name: str, xml: str) -> Iterator[str]:
    """Paragraphs and alternative texts of slides and notes, names of sections, what the file says of itself."""
    if name.split("/")[1:2] in [[each] for each in DECKS]:
        yield from re.findall(r' descr="([^"]*)"', xml)
        yield from ("".join(re.findall(r"<a:t>([^<]*)</a:t>", each)) for each in re.findall(r"<a:p>.*?</a:p>", xml, re.DOTALL))
    if name == "ppt/presentation.xml":
        yield from re.findall(r'<p14:section name="([^"]*)"', xml)
    if name == "docProps/core.xml":
        yield from re.findall(r"<(?:dc:title|dc:creator|dc:subject|cp:keywords)>([^<]*)<", xml)


class Made(NamedTuple):
    """A pack: its pages, its files, the codes of what is wrong with it."""

    drawn: Drawn
    files: dict[str, bytes]
    problems: list[tuple[str, str]]


def made(offer: Offer) -> Made:
    """The pack as `workshop build` makes it, also where something does not fit."""
    report, content = Report(), pairs.content()
    workshop = content.workshop(offer.plan)
    assert workshop
    request = Request(
        offer.plan, Path("output"), DAY, offer.audience, offer.language, offer.country, paper=offer.paper, edition=offer.edition
    )
    wanted = combinations(request, content, workshop, Outcome(report))[0]
    documents = offered(offer.edition)
    slides = Slides(False)
    drawn = drawn_for(content, session_of(content, workshop, wanted, report), documents, report, slides)
    problems = [(each.code, str(dict(each.values).get("slide") or dict(each.values).get("address"))) for each in report.errors]
    return Made(drawn, built(content, drawn, slides, wanted, documents).files, problems)


@pytest.mark.parametrize("offer", SOME, ids=lambda offer: offer.name)
def test_nothing_stays_as_it_was_and_files_are_sound(offer, tmp_path):
    pack = made(offer)
    assert [each for each in pack.problems if (offer.language, each[1]) not in CANNOT] == []
    known = kept(offer.country)
    assert [each for text in texts(pack.drawn, pack.files) for each in stayed(text, offer.language, known)] == []
    for name, content in pack.files.items():
        path = tmp_path / name
        if path.suffix in (".pptx", ".pdf", ".html"):
            path.write_bytes(content)
            assert faults(path, "openxml-audit") == [], name


def whole(content: Content, tag: str, workshop: Workshop, band: Band) -> list[tuple[str, str]]:
    """What does not fit of a lesson or plan for one audience: codes and slides."""
    language, country, report = content.language(tag), content.country("PY"), Report()
    assert language
    assert country
    wanted = Combination(Audience((band,)), language, language, country, country.paper, today=DAY, draft=True)
    with suppress(BuildFailed):
        draw(content, session_of(content, workshop, wanted, report), fitting.ON_PAGES, report)
    values = [(each, dict(each.values)) for each in report.problems if each.code in fitting.LAYOUT]
    return [(each.code, str(found.get("slide") or found.get("address"))) for each, found in values]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_lesson_fits_but_for_what_is_listed(tag):
    content, found = pairs.content(), set()
    for workshop in fitting._workshops(content, ()):
        for band in content.bands:
            if any(band.is_in(str(key)) for key in workshop.plan.audiences):
                found |= {slide for _, slide in whole(content, tag, workshop, band)}
    assert found == {slide for language, slide in CANNOT if language == tag}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_schedule_of_a_programme_is_disguised(tag, monkeypatch, tmp_path):
    content = Content(Library((installed(),)), Report())
    language, country = content.language(tag), content.country("PY")
    programme = content.programme("cop-event-two-days")
    assert language
    assert country
    assert programme
    wanted = Combination(Audience(content.bands[1:2]), language, language, country, "a4", today=DAY, draft=True)
    drawn, render = [], pdf.render
    monkeypatch.setattr(pdf, "render", lambda pages: drawn.append(pages) or render(pages))
    made = timetable(content, Occasion(None, programme), [("1-0900_one", wanted)])
    found = [text for page in drawn[0].pages for text in (page.title, *of_items(page.items))]
    assert sum(len(WORD.findall(text)) for text in found) > 50
    assert [each for text in found for each in stayed(text.replace("1-0900_one", ""), tag, kept("PY"))] == []
    assert content.report.errors == []
    assert made.manifest["language"] == tag
    path = tmp_path / "schedule.pdf"
    path.write_bytes(made.files["schedule.pdf"])
    assert faults(path, "") == []


def test_layouts_of_a_deck_are_the_only_names_in_english():
    deck = made(ALL[0]).files["slides.pptx"]
    with zipfile.ZipFile(BytesIO(deck)) as archive:
        layouts = [archive.read(name).decode("utf-8") for name in archive.namelist() if re.match(r"ppt/slideLayouts/[^/]*\.xml", name)]
    found = {text for xml in layouts for text in re.findall(r'<p:cSld name="([^"]*)"', xml)}
    assert found == {name.capitalize() for name in ARCHETYPES}


REFUSED = {
    "sync": ["translate", "sync", "--language", "qps-long"],
    "status": ["translate", "status", "--language", "qps-rtl"],
    "export": ["translate", "export", "--language", "qps-marks"],
    "sign": ["translate", "sign", "--module", "documents", "--language", "qps-long", "--role", "language", "--by", "AB@example.org"],
    "trace": ["trace", "cyberbullying/title", "--language", "qps-rtl"],
}


@pytest.mark.parametrize("name", REFUSED)
def test_nobody_translates_or_signs_a_trial_language(name, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    assert main(REFUSED[name]) == 1
    assert "error[trial-language]" in "".join(capsys.readouterr())


def test_trial_languages_are_named_but_not_among_those_offered(capsys):
    assert main(["list", "languages", "--json"]) == 0
    told = capsys.readouterr()
    assert "qps" not in told.out
    assert main(["list", "languages"]) == 0
    told = capsys.readouterr()
    assert "qps" not in told.out
    assert "qps-long, qps-marks, qps-rtl" in told.err
    assert set(TRIALS) == set(LANGUAGES)


def request(tmp_path: Path, **words: object) -> Request:
    given = {"plan": "booster-20-minutes", "output": tmp_path, "today": DAY, "audience": "9-12", "country": "PY", **words}
    return Request(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", [{"language": "qps-long"}, {"language": "es+qps-rtl"}, {"language": "es", "guide_language": "qps-marks"}])
def test_a_release_refuses_them(words, tmp_path):
    outcome = run(request(tmp_path, release=True, **words), lambda _: None)
    assert {problem.code for problem in outcome.report.errors} == {"trial-language"}
    assert not list(tmp_path.iterdir())


def test_all_languages_are_those_that_people_speak(tmp_path):
    outcome = run(request(tmp_path, language="all", documents="handouts"), lambda _: None)
    assert outcome.packs
    assert not [pack for pack in outcome.packs if "qps" in pack.folder.name]


def test_a_pack_says_that_it_is_a_trial(tmp_path):
    outcome = run(request(tmp_path, language="qps-rtl", documents="handouts"), lambda _: None)
    folder = outcome.packs[0].folder
    assert folder.name == "booster-20-minutes_9-12_qps-rtl_PY_draft"
    assert '"draft": true' in (folder / "manifest.json").read_text("utf-8")
    pages = made(Offer("children-90-minutes", "qps-rtl", "PY", "9-12", "", "a4", "")).drawn.pages
    for page in pages["handouts"].pages:
        assert any("TRIAL qps-rtl" in text for text in of_items(page.items)), page.id
    for page in (page for page in pages["slides"].pages if page.layout == "help"):
        assert any("TRIAL qps-rtl" in text for text in of_items(page.items)), page.id
    assert {page.language for page in pages["slides"].pages} == {"qps-Arab"}


def test_two_languages_may_be_a_real_one_and_a_trial():
    pages = made(Offer("booster-20-minutes", "es+qps-marks", "PY", "9-12", "", "a4", "")).drawn.pages["handouts"].pages
    found = {
        run.language for page in pages for item in page.items if isinstance(item, Text) for p in item.paragraphs for run in p.lines[0].runs
    }
    assert {"es", "qps"} <= found


def test_a_trial_stands_in_for_no_translation_so_what_does_not_fit_is_an_error():
    content, report = pairs.content(), Report()
    lesson, language, country = content.whole("cyberbullying"), content.language("qps-long"), content.country("PY")
    assert lesson
    assert language
    assert country
    room = Audience((content.bands[0],))
    wanted = Combination(room, language, language, country, country.paper, today=DAY, draft=True)
    draw(content, session_of(content, lesson, wanted, report), fitting.ON_PAGES, report)
    assert {dict(problem.values)["slide"] for problem in report.errors} == {"cyberbullying/what-helps/2"}


def test_packing_twice_gives_the_same_bytes():
    assert made(ALL[0]).files == made(ALL[0]).files
