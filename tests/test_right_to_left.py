"""Arabic in LibreOffice, from right to left: lines end where they were measured, numbers stay as they were written."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.accessibility.deck import deck
from builder.accessibility.looking import looked_at
from builder.model.language import Language
from builder.model.page import Box, Note, Page, Pages, Role, Text
from builder.model.report import Report
from builder.model.voice import Said
from builder.render import pptx
from builder.typeset.deck import deck_theme
from builder.typeset.measure import Ruler
from builder.typeset.mirror import facing
from builder.typeset.sketch import Desk, Sketch, Spoken
from tests.conftest import EVERYTHING, drawn
from tests.pairs import Offer, files
from tests.test_office import lines_drawn
from tests.tools import needs

SENTENCES = (
    "اتصل بالرقم 116 111 مجانًا في أي وقت من النهار أو الليل.",
    "للأعمار 9-12 و 13–17 سنة، من 14:30 إلى 16:00.",
    "أرسل رسالة إلى +595 (21) 123-456 أو اكتب إلى help@example.org.",
    "تطبيق WhatsApp (Meta) و TikTok: لا تشارك رمزك أبدًا!",
)


def pages() -> Pages:
    """One slide with the sentences under each other, mirrored."""
    made = drawn(EVERYTHING[0])
    arabic = replace(made.voices[0], language=Language("ar", "العربية", True, ("ar",), "draft"))
    sketch = Sketch(Desk(made.look, Ruler(made.look.faces), {}), voice=arabic)
    title = Box(48, 16, 864, 100)
    sketch.text(title, Spoken(Said("إلى من أتحدث؟", "ar"), made.look.heading(36)), Role.TITLE, placeholder="title", spare=0)
    for number, sentence in enumerate(SENTENCES):
        sketch.text(Box(48, 130 + number * 90, 500, 90), Spoken(Said(sentence, "ar"), made.look.body(24)))
    page = Page("p/1", 960, 540, tuple(sketch.items), "إلى من أتحدث؟", "ar", "talk", notes=(Note("قل", SENTENCES[0], "ar"),))
    return facing(Pages("slides", "سلام", "ar", (page,)), True)


def test_a_draft_runs_from_right_to_left_though_its_title_is_not_translated(tmp_path):
    offer = Offer("children-60-minutes", "ar", "TD", "9-12", "", "a4", "")
    path = tmp_path / "slides.pptx"
    path.write_bytes(files(offer)["slides.pptx"])
    read = deck(path, Report())
    assert read.title.startswith("[en]")
    assert all(slide.rtl for slide in read.slides)
    assert not any(each.code == "reading-order" for each in looked_at((path,), frozenset())[0])


@pytest.mark.office
@needs("soffice", "pdftotext")
def test_libreoffice_draws_arabic_where_it_was_measured(tmp_path: Path):
    made, look = pages(), drawn(EVERYTHING[0]).look
    (tmp_path / "deck.pptx").write_bytes(pptx.render(made, deck_theme(look, "ar")))
    words = lines_drawn(tmp_path / "deck.pptx", tmp_path)[0]
    texts = [item for item in made.pages[0].items if isinstance(item, Text)]
    for item in texts:
        assert item.box.right == 912
        for line in item.paragraphs[0].lines:
            row = [word for word in words if abs(word[2] - line.baseline) < 14]
            assert max(word[1] for word in row) == pytest.approx(912, abs=4), "lines begin at the right"
            assert min(word[0] for word in row) == pytest.approx(912 - line.width, abs=12)
    assert in_order(words, "116", "111")
    assert in_order(words, "9-12") or in_order(words, "9", "12")
    assert any("14:30" in word[3] for word in words)
    assert any("123-456" in word[3] for word in words)
    assert any("help@example.org" in word[3] for word in words)


def in_order(words: list[tuple[float, float, float, str]], *parts: str) -> bool:
    """Whether the parts stand in one row, each to the right of the one before it, or in one word."""
    whole = any("".join(parts) in word[3] or "\u00a0".join(parts) in word[3] for word in words)
    places = [next((word[0] for word in words if part in word[3]), -1.0) for part in parts]
    return whole or (len(parts) > 1 and -1.0 not in places and places == sorted(places))
