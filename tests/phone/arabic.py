"""A page in Arabic before there is any Arabic content: every label says the same, helplines and ranges stand in it."""

from builder.content import Content
from builder.handheld import night
from builder.library import Library, installed
from builder.model.audience import Audience
from builder.model.document import Document, Frame
from builder.model.language import Language
from builder.model.pieces import Blank, Heading, Help, HelpCard, Para, Task, Tick
from builder.model.report import Report
from builder.model.voice import Message, Said, Voice
from builder.phone.leaf import Leaf
from builder.phone.markup import Html
from builder.phone.page import handouts
from builder.phone.style import style
from builder.validate.theme import look

ARABIC = Language("ar", "العربية", True, ("ar",), "draft")
LABEL = "الكلمات في هذه الصفحة"
NUMBER = "116 111"


def ar(string: str) -> Said:
    return Said(string, "ar")


def voice(content: Content, language: Language = ARABIC) -> Voice:
    """Somebody who says `LABEL` whatever the label, in Arabic."""
    said = {text.address: Message(line, LABEL) for text in content.documents.values() for line in text.variants[0].lines[:1]}
    return Voice(language, "en", Audience((content.bands[1],)), {"ar": said}, {}, content.documents, Report())


def page() -> str:
    """Handouts with a helpline of two groups, an age range, an address and a passage of English."""
    content = Content(Library((installed(),)), Report())
    colours = look(content.theme, "9-12", content.library.one("assets/fonts"), content.brand)
    leaf = Leaf(voice(content), colours, content.scenes, frozenset({NUMBER}), filled_in=True)
    pieces = (
        Para(ar("للأعمار 9-12: اتصل على 116 111 أو زر www.example.org اليوم.")),
        Heading(ar("عنوان")),
        Para(Said("Some words in English, for 9-12 too.", "en")),
        Task(1, ar("اختر"), (Tick((ar("نعم"), ar("لا")), "circle"), Blank(2, 0, ar("اكتب")))),
    )
    frames = (Frame("x/sheet", "worksheet", ar("ورقة"), pieces, picture="kite-plan", alt=ar("طائرة ورقية")),)
    card = HelpCard((Help("child", ar("خط نجدة الطفل"), NUMBER, ar("مجاني · 24/7")),), (ar("اسم"),), ar("المصدر"), ar("بالغ أثق به"))
    rules: Html = style(colours, content.phone_style, night(colours))
    return handouts(leaf, Document("handouts", ar("معًا"), frames, "X", "CC BY 4.0", "2026-11-23"), card, ar("9–12 سنة"), rules)
