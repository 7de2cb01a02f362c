"""The phone edition: a session → its guide and handouts, each one file of HTML."""

from __future__ import annotations

from dataclasses import replace

from builder.content import Content
from builder.lesson import Session
from builder.model.country import Contact
from builder.model.document import Made
from builder.model.look import Look
from builder.model.report import Report
from builder.phone.leaf import Leaf
from builder.phone.markup import Html
from builder.phone.style import style
from builder.pipeline import Drawn, Heard, check
from builder.validate.contrast import tint
from builder.validate.theme import look as look_of
from builder.voices import review_of


def draw_for_phones(content: Content, session: Session, documents: tuple[str, ...], report: Report) -> Drawn:
    """The files of the documents asked for. Slides are typeset too where there is a guide, which counts them."""
    room = session.room
    look = look_of(content.theme, room.audience.youngest.family, content.library.one("assets/fonts"), content.brand)
    heard: Heard = {}
    made = _composed(content, session, heard, report)
    rules = style(look, content.phone_style, night(look))
    leaves: dict[str, str] = {}
    if "handouts" in documents:
        leaves["handouts"] = _handouts(content, session, made, look, rules)
        heard["handouts"] += room.heard()
    if "guide" in documents and not report.errors:
        leaves["guide"] = _guide(content, session, made, look, rules, heard, report)
    voices = tuple(voice for voice in (room.voice, room.voice.second, room.guide) if voice)
    reviews = {name: review_of(content, heard[name]) for name in leaves}
    return Drawn(session, look, {}, voices, reviews, leaves)


def _composed(content: Content, session: Session, heard: Heard, report: Report) -> Made:
    """The frames of slides and sheets – those for groups behind those for each participant –, their words held against the gate."""
    from builder.compose.cards import group_sheets
    from builder.compose.handouts import handouts
    from builder.compose.slides import slides

    made = Made({"slides": slides(session)})
    heard["slides"] = session.room.heard()
    sheets = handouts(session)
    made.documents["handouts"] = replace(sheets, frames=(*sheets.frames, *group_sheets(session)))
    heard["handouts"] = session.room.heard()
    for document in made.documents.values():
        check(content, document, session, report)
    return made


def _handouts(content: Content, session: Session, made: Made, look: Look, rules: Html) -> str:
    from builder.blocks.helplines import help_card
    from builder.phone.page import handouts

    room = session.room
    leaf = Leaf(room.voice, look, content.scenes, _calls(session), filled_in=True)
    return handouts(leaf, made.documents["handouts"], help_card(room), content.called(room.voice), rules)


def _guide(content: Content, session: Session, made: Made, look: Look, rules: Html, heard: Heard, report: Report) -> str:
    """The guide, which tells what stands on the slides of the other edition, and who looked at the texts."""
    from builder.compose.colophon import with_colophon
    from builder.compose.guide import guide
    from builder.phone import page
    from builder.typeset.measure import Ruler
    from builder.typeset.sketch import Desk
    from builder.typeset.slide_pages import slide_pages

    room = session.room
    desk = Desk(look, Ruler(look.faces), content.scenes)
    made.pages["slides"] = slide_pages(made.documents["slides"], desk, room.voice, room.guide, report)
    desk.ruler.tell(report)
    told = guide(session, made, content.called(room.guide))
    heard["guide"] = heard["slides"] + room.heard()
    reviews = {name: review_of(content, heard[name]) for name in ("handouts", "guide")}
    told = with_colophon(told, reviews, session, content.layers.counted(session.workshop.names))
    leaf = Leaf(room.guide, look, content.scenes, _calls(session), filled_in=False)
    made_page = page.guide(leaf, told, rules)
    heard["guide"] += room.heard()
    return made_page


def _calls(session: Session) -> frozenset[str]:
    """The numbers that a tap dials: those that may be printed for children."""
    contacts: tuple[Contact, ...] = session.room.country.contacts
    dialled = [each for each in contacts if each.channel in ("phone", "mobile") and each.on_sheets(session.room.today)]
    return frozenset(each.number for each in dialled)


def night(look: Look) -> dict[str, str]:
    """The colours of the dark: the same hues, so light or so dark that text on them is legible whatever the brand."""

    def of(role: str, light: float, share: float = 1.0) -> str:
        return tint(look.colours[role].value, light, share)

    strong, ground = of("deep", 0.87, 0.8), of("ink", 0.2)
    return {
        "ground": ground, "box": of("deep", 0.28, 0.4), "ink": look.colours["cream"].value, "mute": of("mute", 0.82),
        "strong": strong, "edge": of("main", 0.62, 0.8), "rule": of("ink", 0.42), "help": of("help", 0.88, 0.8),
        "help-box": of("help", 0.3, 0.6), "plate": look.colours["wash"].value, "number": strong, "on-number": ground,
    }  # fmt: skip
