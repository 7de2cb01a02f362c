"""The order of words and numbers beside a browser's: random sentences in four languages, character by character."""

import html
import os
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.model.direction import isolates, marked
from builder.typeset.bidi import levels, visual
from tests.browser import Browser, browser
from tests.tools import needs

pytestmark = needs("chromium")

WORDS = {
    "ar": ["اتصل", "بالرقم", "مجانًا", "توقف", "احظر", "الشخص", "واحفظ", "الرسائل", "شخص", "بالغ", "تثق", "به", "مدرسة"],
    "he": ["עצרו", "חסמו", "את", "האדם", "שמרו", "את", "ההודעות", "וספרו", "למבוגר"],
    "ur": ["ٹھہریں", "پیغام", "محفوظ", "کریں", "پر", "کال", "عمر", "بچوں"],
    "es": ["Dice", "مرحبا", "que", "سلام", "está", "bien", "en", "la", "escuela"],
}
NAMES = ["WhatsApp", "Meta", "Free-Fire", "Disney+", "TikTok", "Guaraní", "g̃ẽ", "Việt"]
NUMBERS = [
    "116 111",
    "9-12",
    "9–12",
    "+595 (21) 123-456",
    "*123#",
    "14:30",
    "25/11/2026",
    "147",
    "www.example.org/a?b=1",
    "ana@example.org",
    "#Stop",
    "@ana",
    "50%",
    "1.5",
]
SIGNS = ["،", ".", "!", "؟", ":", "–", "«", "»", "/", ",", ";"]
HOW_MANY = 3000 if os.environ.get("WORKSHOP_DRAW_ALL") else 600
UNSEEN = "\u200e\u200f\u202a\u202c\u2066\u2069 \u00a0"
PLACES = """[...document.querySelectorAll('p')].map(p => [...Array(p.firstChild.length).keys()].map(n => {
    const range = document.createRange(); range.setStart(p.firstChild, n); range.setEnd(p.firstChild, n + 1);
    const box = range.getBoundingClientRect(); return [box.left, box.right]}))"""


@pytest.fixture(scope="module", name="chromium")
def fixture_chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def sentences() -> list[tuple[str, bool]]:
    """Texts, and whether they stand in a paragraph from right to left; the same in each run."""
    chance = random.Random(11)
    made = []
    for number in range(HOW_MANY):
        language = sorted(WORDS)[number % len(WORDS)]
        kinds = chance.choices((WORDS[language], NAMES, NUMBERS, SIGNS), (50, 15, 20, 15), k=chance.randint(3, 12))
        made.append((" ".join(chance.choice(kind) for kind in kinds), language != "es"))
    return made


def isolated(text: str) -> str:
    """The text with Unicode's isolates around what we hold."""
    parts, at = [], 0
    for start, end, _ in isolates(text):
        parts += [text[at:start], f"\u2066{text[start:end]}\u2069"]
        at = end
    return "".join((*parts, text[at:]))


def ours(text: str, rtl: bool) -> str:
    """The letters and signs from left to right, as our pages have them."""
    return seen(text, visual(levels(text, int(rtl), isolates(text))))


def seen(text: str, order: list[int]) -> str:
    return "".join(text[at] for at in order if text[at] not in UNSEEN and not unicodedata.combining(text[at]))


def theirs(chromium: Browser, texts: list[tuple[str, bool]], folder: Path) -> list[str]:
    """The same, as the browser draws them."""
    rows = "".join(f"<p dir={'rtl' if rtl else 'ltr'}>{html.escape(text)}</p>" for text, rtl in texts)
    style = "<style>p {white-space: pre; font: 20px sans-serif; width: 20000px}</style>"
    (folder / "order.html").write_text(f"<!doctype html><meta charset=utf-8>{style}{rows}", "utf-8")
    chromium.open(folder / "order.html", 1280, 800)
    found = []
    for (text, _), places in zip(texts, chromium.tell(PLACES), strict=True):
        drawn = [at for at, (left, right) in enumerate(places) if right - left > 0.01]
        found.append(seen(text, sorted(drawn, key=lambda at: sum(places[at]))))
    return found


def test_lines_of_pages_are_in_a_browsers_order(chromium, tmp_path):
    texts = sentences()
    drawn = theirs(chromium, [(isolated(text), rtl) for text, rtl in texts], tmp_path)
    assert [(text, found) for (text, rtl), found in zip(texts, drawn, strict=True) if found != ours(text, rtl)] == []


def test_lines_of_slides_are_in_the_same_order(chromium, tmp_path):
    """A word processor gets marks instead of isolates; a browser shows what it makes of them."""
    texts = sentences()
    drawn = theirs(chromium, [("".join(marked(text, rtl)), rtl) for text, rtl in texts], tmp_path)
    assert [(text, found) for (text, rtl), found in zip(texts, drawn, strict=True) if found != ours(text, rtl)] == []
