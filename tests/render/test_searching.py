"""What a PDF gives back when somebody searches it or has it read aloud."""

from pathlib import Path

import page as checker
import pytest

from builder.model.look import Style
from builder.model.page import Box, Colour, Page, Pages, Role
from builder.model.voice import Said
from builder.render import pdf
from builder.typeset.measure import Ruler
from builder.typeset.sketch import Desk, Sketch, Spoken
from tests.conftest import EVERYTHING, drawn
from tests.tools import needs, run


def read_back(text: str, language: str, folder: Path) -> str:
    """A text set in a box and drawn, as pdftotext finds it, without the marks by which it shows directions."""
    look = drawn(EVERYTHING[0]).look
    sketch = Sketch(Desk(look, Ruler(look.faces), {}))
    style = Style("body", 14, 20, Colour("#000000"))
    sketch.text(Box(50, 50, 450, 400), Spoken(Said(text, language), style), Role.PARAGRAPH, spare=0)
    page = Page("one", 595, 842, tuple(sketch.items), "One", language, "guide", "")
    path = folder / "one.pdf"
    path.write_bytes(pdf.render(Pages("guide", "One", language, (page,), "", "", "2026-01-01")))
    found = run("pdftotext", path, "-")
    return " ".join("".join(each for each in found if each not in "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069").split())


@needs("pdftotext")
def test_a_letter_with_a_combining_mark_does_not_mark_its_plain_sisters(tmp_path):
    text = "Hag̃ua grande g̃ G̃ogue Garra"
    assert read_back(text, "gn", tmp_path) == text


@needs("pdftotext")
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("توقف! احظر الشخص، واحفظ الرسائل، وأخبر شخصًا بالغًا تثق به. اتصل بالرقم 116 111 مجانًا في أي وقت.", "ar"),
        ("للأطفال من 9-12 سنة و13–17 سنة (من 10:30 إلى 12:00)، الهاتف +595 (21) 123-456 للأهل", "ar"),
        ("تطبيق WhatsApp (Meta) وتطبيق Disney+: زوروا الموقع www.example.org/a مع أولادكم واكتبوا لنا إلى ana.b@example.org.", "ar"),
        ("اقرأ: 5، ثم 12. هل (نعم/لا)؟ خصم 50%، أو أكثر; من 9-12.", "ar"),
        ("مَرْحَبًا مُحَمَّد [قوس] {قوس} «اقتباس» لِلَّهِ لا لآ لأ إلى على في الفيلم بسم", "ar"),
        ("تُقص الكتيّبات، مُدرِّسات", "ar"),
        ("کسی بڑے کو بتائیں جس پر آپ بھروسہ کرتے ہیں۔ نمبر ۱۱۶ ۱۱۱ پر کال کریں (مفت)", "ur"),
        ("ي ى ی ک ك ه ھ ہ ة: حروف متشابهة تبقى كما هي", "ar"),
        ("La palabra السلام عليكم (paz) en árabe; (otra) más", "es"),
        ("עצרו! חסמו את האדם, שמרו את ההודעות. התקשרו 116 111 (חינם), גיל 9-12, באתר www.example.org.", "he"),
        ("ብዙ ልጆች መልእክት ያያሉ፤ አንድ ሰው ያግዛል። 116 111 ይደውሉ (በነጻ)።", "am"),
        ("Hãy nói với người lớn mà em tin tưởng. Gọi 111.", "vi"),
    ],
)
def test_text_comes_back_as_it_was_written(text, language, tmp_path):
    assert read_back(text, language, tmp_path) == text


@needs("pdftotext")
@pytest.mark.parametrize("text", ["مَرْحَبًا مُحَمَّد لِلَّهِ تُقص", "שָׁלוֹם לְכֻלָּם"])
def test_every_code_stands_for_a_text_though_vowel_signs_are_no_text_of_their_own(text, tmp_path):
    read_back(text, "he" if text.startswith("ש") else "ar", tmp_path)
    checked = checker.validate_pdf_bytes((tmp_path / "one.pdf").read_bytes(), profile=checker.ValidationProfile.PDF_UA_1)
    assert [fault.rule_id for fault in checked.failures if "UNICODE" in fault.rule_id] == []


@needs("qpdf", "pdftotext")
def test_right_to_left_pages_are_sound_and_the_same_each_time(tmp_path):
    text = "مَرْحَبًا (مُحَمَّد) لا 116 111"
    read_back(text, "ar", tmp_path)
    first = (tmp_path / "one.pdf").read_bytes()
    run("qpdf", "--check", tmp_path / "one.pdf")
    read_back(text, "ar", tmp_path)
    assert (tmp_path / "one.pdf").read_bytes() == first
