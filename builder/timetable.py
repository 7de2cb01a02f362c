"""The schedule of a programme as a file: one table for all tracks, times and rooms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builder.content import Content
from builder.lesson import Slot
from builder.model.audience import Audience
from builder.model.combination import Combination
from builder.model.page import Pages
from builder.model.partner import named
from builder.model.report import Report
from builder.model.voice import Said, Voice, joined
from builder.voices import check_signed, review_of, voice_of

if TYPE_CHECKING:
    from builder.occasion import Occasion
    from builder.packing import Bundle


def timetable(content: Content, occasion: Occasion, packs: list[tuple[str, Combination]], release: bool = False) -> Bundle:
    """`schedule.pdf` and its manifest; `packs` are the folders of the sessions with what each is for."""
    from builder.compose.colophon import author, with_state
    from builder.compose.schedule import Occurrence, schedule
    from builder.packing import Bundle, listed_inputs
    from builder.prove.paper import prove
    from builder.render import pdf
    from builder.typeset.measure import Ruler
    from builder.typeset.paper.editions import guide as guide_pages
    from builder.typeset.sketch import Desk
    from builder.validate.theme import look as look_of

    event, programme = occasion
    assert programme is not None  # whoever calls this has one
    wanted = packs[0][1]
    report = Report()
    plans = {str(slot.plan) for slot in programme.slots if slot.plan}
    modules = {str(name) for slot in programme.slots for name in slot.modules}
    names = frozenset({f"programme-{programme.id}", "documents", "audiences", *(f"plan-{plan}" for plan in plans), *modules})
    voice = voice_of(content, wanted, wanted.guide_language, names, report)
    at = Occurrence(event.day, event.place or event.name, event.rooms) if event else Occurrence(None, "", {})
    told = schedule(programme, voice, lambda slot: _named(content, slot, voice), at, [folder for folder, _ in packs])
    reviews = {"schedule": review_of(content, voice.heard())}
    if release:
        check_signed(reviews, (voice,), report)
    told = with_state(replace(told, author=author(voice, named(content.layers.partners))), reviews, voice)
    look = look_of(content.theme, wanted.audience.youngest.family, content.library.one("assets/fonts"), content.brand, wanted.edition)
    nothing = Pages("slides", "", voice.language.tag, (), "", "", "")
    desk = Desk(look, Ruler(look.faces), content.scenes)
    pages = guide_pages(told, nothing, desk, voice, wanted.paper)
    desk.ruler.tell(report)
    for problem in report.problems:
        content.report.add(problem)
    manifest = {
        "programme": str(programme.id), "language": wanted.language.tag, "country": wanted.country.id,
        "date": event.day.isoformat() if event else "", "sessions": [folder for folder, _ in packs], "inputs": listed_inputs(content),
    }  # fmt: skip
    return Bundle(
        {"schedule.pdf": prove("schedule.pdf", pdf.render(pages), len(pages.pages))}, {"schedule.pdf": len(pages.pages)}, manifest
    )


def _named(content: Content, slot: Slot, voice: Voice) -> Said:
    """What happens in a slot, for whom, how long."""
    workshop = content.workshop(str(slot.plan)) if slot.plan else None
    bands = tuple(band for band in content.bands if band.id in slot.audience.split("+"))
    to = replace(voice, audience=Audience(bands)) if bands else voice
    lessons = [lesson for name in slot.modules if (lesson := content.lesson(str(name)))]
    if slot.title or workshop is None:
        title = to.say(slot.title)
    else:
        between = voice.word("listed").string
        title = joined((to.say(lesson.module.title) for lesson in lessons), between, voice.language.tag) or to.say(workshop.plan.title)
    minutes = voice.word("minutes", n=slot.minutes)
    if bands:
        said = voice.word("schedule-slot", title=title, audience=content.called(to), minutes=minutes)
    else:
        said = voice.word("schedule-plain", title=title, minutes=minutes)
    return said._replace(string=f"{said.string}. {to.say(slot.text).string}") if slot.text else said
