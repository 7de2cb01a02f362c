"""Pages for phones in a real browser: axe finds nothing, nothing scrolls sideways, nothing is fetched, numbers keep their order."""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser import Browser, axe_script, browser
from tests.conftest import EVERYTHING, Combination
from tests.phone import arabic
from tests.phone.made import made
from tests.render.test_tagged import offered
from tests.tools import needs

pytestmark = [
    needs("chromium"),
    pytest.mark.skipif(find_spec("axe_playwright_python") is None, reason="needs axe-playwright-python"),
]
# Every audience, language, plan and country, and the pairs that look different: two languages, long words, no child line.
SAMPLE = [
    Combination("children-90-minutes", "5-8", "fr", "TD"),
    Combination("children-90-minutes", "9-12", "es", "PY"),
    Combination("children-90-minutes", "9-12+13-17", "en", "CR"),
    Combination("children-one-visit", "5-8", "en+rw", "RW"),
    Combination("children-one-visit", "9-12", "es+gn", "PY"),
    Combination("teens-half-day", "13-17", "es+en", "PY"),
    Combination("caregivers-evening", "caregivers", "fr", "SN"),
    Combination("educators-half-day", "educators", "es", "SV"),
    Combination("decision-makers-session", "decision-makers", "en", "RW"),
    Combination("booster-20-minutes", "9-12", "en", "GH"),
]
WHOLE = bool(os.environ.get("WORKSHOP_DRAW_ALL"))
LOOKS = {"handouts": [(320, False), (1280, True)], "guide": [(320, True), *([(1280, False)] if WHOLE else [])]}
"""Document → how wide it is looked at, and whether by night."""
ALL = [*SAMPLE, *EVERYTHING, *offered()] if WHOLE else SAMPLE
SMALL = "[...document.querySelectorAll('a,label:has(input),select,textarea')].map(e => [e.outerHTML, e.getBoundingClientRect()])" \
    ".filter(([_, box]) => box.width > 1 && box.left >= 0 && (box.width < 44 || box.height < 44)).map(([html]) => html)"  # fmt: skip


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def axe() -> str:
    return axe_script()


@pytest.fixture
def page(tmp_path):
    def written(html: str) -> Path:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        return path

    return written


@pytest.mark.parametrize("wanted", dict.fromkeys(ALL), ids=lambda wanted: wanted.name)
def test_anybody_can_read_it_on_a_phone_by_day_and_on_a_desk_by_night(wanted, chromium, axe, page):
    for name, html in made(wanted).leaves.items():
        path = page(html)
        for width, dark in LOOKS[name]:
            chromium.open(path, width, 700, dark=dark)
            assert chromium.faults(axe) == []
            assert chromium.fetched == []
            assert chromium.tell("document.documentElement.scrollWidth") <= width
            assert chromium.tell(SMALL) == []


def test_axe_would_find_faults(chromium, axe, page):
    html = made(SAMPLE[1]).leaves["handouts"].replace("<label", "<b").replace("</label", "</b").replace("--mute:#584F48", "--mute:#DDD", 1)
    chromium.open(page(html), 320, 640)
    found = " ".join(chromium.faults(axe))
    assert "label (critical)" in found
    assert "color-contrast" in found


@pytest.mark.parametrize("document", ["guide", "handouts"])
def test_text_twice_as_large_needs_no_sideways_scrolling(document, chromium, page):
    path = page(made(SAMPLE[3]).leaves[document])
    chromium.open(path, 640, 800, zoom=2)
    assert chromium.tell("document.documentElement.scrollWidth") <= 320
    chromium.open(path, 375, 700)
    chromium.tell("document.documentElement.style.fontSize = '200%'")
    assert chromium.tell("document.documentElement.scrollWidth") <= 375


def test_lines_are_not_longer_than_the_eye_follows(chromium, page):
    chromium.open(page(made(SAMPLE[1]).leaves["guide"]), 1600, 900)
    script = """[...document.querySelectorAll('main p')].filter(e => e.textContent.length > 200).map(e => {
        const range = document.createRange(); range.selectNodeContents(e);
        const lines = new Set([...range.getClientRects()].map(box => Math.round(box.bottom / 8))).size;
        return e.textContent.length / lines })"""
    lengths = chromium.tell(script)
    assert lengths
    assert max(lengths) <= 75


STRIP = "(() => { const box = document.querySelector('.strip').getBoundingClientRect(); return [box.top, box.bottom] })()"


def test_help_stays_in_reach_and_covers_nothing(chromium, page):
    path = page(made(SAMPLE[3]).leaves["handouts"])
    for at in (0, 800, 99_999):
        chromium.open(path, 320, 640)
        chromium.tell(f"window.scrollTo(0, {at})")
        top, bottom = chromium.tell(STRIP)
        assert 640 - 1 <= bottom <= 641
        assert 44 <= bottom - top <= 130
    assert chromium.tell("document.querySelector('footer').getBoundingClientRect().bottom") <= top
    for width, height, zoom in ((640, 360, 1), (320, 460, 1), (640, 900, 2), (1280, 800, 1)):
        chromium.open(path, width, height, zoom=zoom)
        chromium.tell("window.scrollTo(0, 99999)")
        assert chromium.tell(STRIP)[1] < 0, "not where the screen is low or wide, or the page zoomed"


def test_two_digits_stand_inside_the_page_on_paper(chromium, page):
    chromium.open(page(made(Combination("teens-half-day", "13-17", "es", "BO")).leaves["handouts"]), 800, 900)
    chromium.ask("Emulation.setEmulatedMedia", media="print")
    script = """(() => { const item = document.querySelectorAll('.board > li')[22], range = document.createElement('span');
        range.textContent = '22. '; item.before(range); const width = range.getBoundingClientRect().width; range.remove();
        return item.getBoundingClientRect().left - width })()"""
    assert chromium.tell(script) >= 0


def test_cards_stand_one_under_the_other_on_narrow_screens(chromium, page):
    chromium.open(page(made(SAMPLE[1]).leaves["handouts"]), 500, 900)
    assert len(chromium.tell("[...new Set([...document.querySelectorAll('.cards > li')].map(e => e.getBoundingClientRect().left))]")) == 1


def test_a_page_works_without_scripts_and_runs_none(chromium, page):
    html = made(SAMPLE[1]).leaves["handouts"].replace("</main>", "<script>document.title = 'ran'</script></main>")
    chromium.open(page(html), 320, 640)
    assert chromium.tell("document.title") != "ran"


def test_a_keyboard_reaches_the_content_first(chromium, page):
    chromium.open(page(made(SAMPLE[1]).leaves["handouts"]), 320, 640)
    for kind in ("rawKeyDown", "keyUp"):
        chromium.ask("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert chromium.tell("document.activeElement.className") == "skip"
    assert chromium.tell("document.activeElement.getBoundingClientRect().left") >= 0
    assert chromium.tell("getComputedStyle(document.activeElement).outlineStyle") == "solid"


ORDER = """(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    for (let node; node = walker.nextNode();) {
        const at = node.data.search(/116.111/);
        if (at < 0) continue;
        const left = from => { const range = document.createRange(); range.setStart(node, at + from); range.setEnd(node, at + from + 1);
            return range.getBoundingClientRect() };
        found.push([left(0).left < left(4).left, left(0).top === left(4).top]);
    }
    return found })()"""


def test_a_helpline_keeps_its_order_in_arabic(chromium, axe, page):
    chromium.open(page(arabic.page()), 320, 640)
    found = chromium.tell(ORDER)
    assert len(found) >= 2
    assert all(each == [True, True] for each in found), "116 to the left of 111, on one line"
    assert chromium.tell("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    assert chromium.tell("document.querySelector('.strip .mark').getBoundingClientRect().left") > 160, "mirrored"
    assert chromium.tell("document.documentElement.scrollWidth") <= 320
    assert chromium.faults(axe) == []


def test_without_isolates_it_would_be_turned_round(chromium, page):
    html = arabic.page().replace('<bdi dir="ltr">116\u00a0111</bdi>', "116 111")
    chromium.open(page(html), 320, 640)
    assert not all(each[0] for each in chromium.tell(ORDER))


def test_printed_it_is_black_on_white_even_by_night(chromium, page):
    chromium.open(page(made(SAMPLE[1]).leaves["handouts"]), 800, 900, dark=True)
    assert chromium.tell("getComputedStyle(document.body).color") == "rgb(250, 244, 232)"
    chromium.ask("Emulation.setEmulatedMedia", media="print", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    assert chromium.tell("getComputedStyle(document.body).color") == "rgb(43, 36, 34)"
    assert chromium.ask("Page.printToPDF")["data"]


def test_a_second_language_from_right_to_left_begins_at_the_right(chromium, page):
    chromium.open(page(made(Combination("children-one-visit", "9-12", "fr+ar", "TD")).leaves["handouts"]), 400, 700)
    script = """[...document.querySelectorAll('main p > .second')].map(e => { const range = document.createRange();
        range.selectNodeContents(e); const text = range.getBoundingClientRect(), box = e.getBoundingClientRect();
        return [e.getAttribute('dir'), Math.abs(box.right - text.right)] })"""
    found = chromium.tell(script)
    assert len(found) > 10
    assert all(way == "rtl" and gap < 2 for way, gap in found)


def test_a_draft_language_is_named_once_and_the_contents_are_in_both():
    html = made(Combination("children-one-visit", "9-12", "fr+ar", "TD")).leaves["handouts"]
    assert html.count("العربية") == 2, "in French and in Arabic"
    contents = html.partition("<nav")[2].partition("</nav>")[0]
    assert contents.count('lang="ar"') >= contents.count("<li>")
