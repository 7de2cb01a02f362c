"""Slides: frames → pages of 960 × 540 points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from builder.model.audience import Audience
from builder.model.document import NOTHING, Document, Frame, Notes
from builder.model.page import Note, Page, Pages, Role, Text
from builder.model.partner import Brand, line_in
from builder.model.pieces import Para, Tone
from builder.model.report import Report
from builder.model.text import plain, words
from builder.model.voice import Said, Voice
from builder.typeset.fit import fitted, tell, tell_over
from builder.typeset.mirror import facing
from builder.typeset.sketch import Desk, Overflow, Sketch
from builder.typeset.slides import ARCHETYPES
from builder.typeset.slides.frame import HEIGHT, STRIP_TEXT, WIDTH, footer


def slide_pages(document: Document, desk: Desk, voice: Voice, guide: Voice, report: Report) -> Pages:
    """Every slide with its lines and positions decided."""
    pages: list[Page] = []
    seen: Counter[str] = Counter()
    brand = brand_line(desk.look.brand, voice)
    for frame in _with_line(document.frames, brand) if desk.look.large else document.frames:
        seen[frame.archetype] += 1
        turned = seen[frame.archetype] % 2 == 0

        def empty(part: Frame, bilingual: bool = voice.second is not None, turned: bool = turned) -> Sketch:
            return Sketch(desk, turned=turned, bilingual=bilingual and part.archetype == "help", subtitled=bilingual, voice=voice)

        def draw(part: Frame, size: float, bilingual: bool, empty: Callable[..., Sketch] = empty) -> Sketch:
            sketch = empty(part, bilingual)
            ARCHETYPES[part.archetype].lay(part, sketch, size)
            return sketch

        for part, sketch in _made(frame, desk, draw, empty, voice.second is not None, report):
            check_words(part, sketch, voice.audience, report)
            before = len(sketch.overflows)
            pages.append(_page(part, sketch, len(pages) + 1, desk, voice, guide))
            _tell_line(part, sketch, brand, report)
            _tell_footer(part, sketch.overflows[before:], brand, report)
    tag = voice.language.tag  # a draft's title may still be in another
    made = Pages(document.kind, document.title.string, tag, tuple(pages), document.author, document.licence, document.date)
    return facing(made, voice.language.rtl)


def _made(
    frame: Frame, desk: Desk, draw: Callable[..., Sketch], empty: Callable[[Frame], Sketch], bilingual: bool, report: Report
) -> list[tuple[Frame, Sketch]]:  # fmt: skip
    """The slide, or the slides it is split into; a second language stands on it where it fits – in large print on more slides.

    In large print what its archetype cannot hold stands plainly on more slides.
    """
    sizes, scratch = desk.look.ladder, Report()
    alone = fitted(frame, sizes, partial(draw, bilingual=False), scratch if desk.look.large else report)
    if scratch.errors:
        from builder.typeset.slides.plain import plain  # nothing else needs it

        made = plain(frame, sizes, empty)
        tell(made, report)
        return made
    if not bilingual:
        return alone
    scratch = Report()
    made = fitted(frame, sizes, partial(draw, bilingual=True), scratch)
    more = len(made) > len(alone) and not desk.look.large
    return alone if scratch.errors or more else made


_PART = re.compile(r"\u00a0\(\d+/\d+\)$")
"""Which slide of several it is, behind a title (`Said.part`)."""


def check_words(frame: Frame, sketch: Sketch, audience: Audience, report: Report) -> None:
    """Warns of a slide with more words than its youngest readers should meet; strip, footer, labels and the help card do not count."""
    if frame.archetype in ("help", "closing"):
        return
    texts = [item for item in sketch.items if isinstance(item, Text) and item.name != STRIP_TEXT]
    title = words(_PART.sub("", frame.title.string)) if any(text.role is Role.TITLE for text in texts) else 0
    body = sum(_words(text) for text in texts if text.role not in (Role.TITLE, Role.LABEL))
    asked = frame.archetype in ("question", "choices", "reveal", "cover")
    for what, found, most in (("title", 0 if asked else title, audience.title_words), ("text", body, audience.slide_words)):
        if found > most:
            report.warning("too-many-words", frame.title.place, what=what, found=found, most=most, slide=frame.id)


def brand_line(brand: Brand, voice: Voice) -> Said:
    """The brand's line in the footer of slides, in the voice's language."""
    string, tag = line_in(brand.footer, voice.language.chain)
    return Said(string, tag, place=getattr(string, "place", brand.place)) if string else NOTHING


def _with_line(frames: tuple[Frame, ...], brand: Said) -> tuple[Frame, ...]:
    """The frames with the brand's line on the cover, for footers that have no room for it."""
    line = (Para(brand, Tone.CAPTION),) if brand else ()
    return tuple(replace(each, pieces=(*each.pieces, *line)) if each.archetype == "cover" else each for each in frames)


def _tell_line(frame: Frame, sketch: Sketch, brand: Said, report: Report) -> None:
    """A brand's line that finds no room beside a lesson's title, told at the line."""
    for over in sketch.overflows:
        if brand and over.place == brand.place and over.wide:
            report.error("brand-line-too-long", brand.place, line=brand.string, beside=frame.section.string, by=round(over.by))


def _tell_footer(frame: Frame, overflows: Iterable[Overflow], brand: Said, report: Report) -> None:
    """What else finds no room in the footer: a lesson's title, the source of a number, the minutes."""
    for over in overflows:
        if not (brand and over.place == brand.place):
            tell_over(over, frame, report)


def _words(text: Text) -> int:
    return sum(words(paragraph.text) for paragraph in text.paragraphs)


def _page(frame: Frame, sketch: Sketch, number: int, desk: Desk, voice: Voice, guide: Voice) -> Page:
    archetype = ARCHETYPES[frame.archetype]
    ground = archetype.ground_for(desk.look.family)
    if archetype.footer:
        minutes = voice.word("minutes-short", n=frame.notes.minutes).string
        on_column = frame.archetype in ("activity", "columns")
        line = NOTHING if desk.look.large else brand_line(desk.look.brand, voice)
        footer(sketch, frame, number, minutes, archetype.dark, ground, column=on_column, brand=line)
    return Page(
        frame.id, WIDTH, HEIGHT, tuple(sketch.items), plain(frame.title.string), voice.language.tag,
        frame.archetype, frame.section.string, desk.look.colours[ground], notes(frame.notes, guide),
    )  # fmt: skip


def notes(found: Notes, guide: Voice) -> tuple[Note, ...]:
    """Speaker notes: the running clock, then what to say, do and expect."""
    tag = guide.language.tag
    hours, minutes = divmod(found.starts, 60)
    clock = guide.word("notes-clock", n=found.minutes, clock=f"{hours}:{minutes:02d}").string
    rows = [(guide.word("notes-time").string, clock)] if found.minutes or found.starts else []
    for name, said in (("notes-say", found.say), ("notes-do", found.do), ("notes-expect", found.expect)):
        rows += [(guide.word(name).string if number == 0 else "", plain(each.string)) for number, each in enumerate(said)]
    return tuple(Note(label, text, tag) for label, text in rows)
