"""Slides: frames → pages of 960 × 540 points."""

from __future__ import annotations

from collections import Counter

from builder.model.document import Document, Frame, Notes
from builder.model.page import Note, Page, Pages
from builder.model.report import Report
from builder.model.text import plain
from builder.model.voice import Voice
from builder.typeset.fit import fitted
from builder.typeset.sketch import Desk, Sketch
from builder.typeset.slides import ARCHETYPES
from builder.typeset.slides.frame import HEIGHT, WIDTH, footer


def slide_pages(document: Document, desk: Desk, voice: Voice, guide: Voice, report: Report) -> Pages:
    """Every slide with its lines and positions decided."""
    pages: list[Page] = []
    seen: Counter[str] = Counter()
    for frame in document.frames:
        seen[frame.archetype] += 1
        turned = seen[frame.archetype] % 2 == 0

        def draw(part: Frame, size: float, turned: bool = turned) -> Sketch:
            sketch = Sketch(desk, turned=turned)
            ARCHETYPES[part.archetype].lay(part, sketch, size)
            return sketch

        for part, sketch in fitted(frame, desk.look.ladder, draw, report):
            pages.append(_page(part, sketch, len(pages) + 1, desk, voice, guide))
    return Pages(
        document.kind, document.title.string, document.title.language, tuple(pages), document.author, document.licence, document.date
    )


def _page(frame: Frame, sketch: Sketch, number: int, desk: Desk, voice: Voice, guide: Voice) -> Page:
    archetype = ARCHETYPES[frame.archetype]
    ground = archetype.ground_for(desk.look.family)
    if archetype.footer:
        minutes = voice.word("minutes-short", n=frame.notes.minutes).string
        on_column = frame.archetype in ("activity", "columns")
        footer(sketch, frame, number, minutes, archetype.dark, ground, column=on_column)
    return Page(
        frame.id, WIDTH, HEIGHT, tuple(sketch.items), plain(frame.title.string), voice.language.tag.split("@")[0],
        frame.archetype, frame.section.string, desk.look.colours[ground], notes(frame.notes, guide),
    )  # fmt: skip


def notes(found: Notes, guide: Voice) -> tuple[Note, ...]:
    """Speaker notes: the running clock, then what to say, do and expect."""
    tag = guide.language.tag.split("@")[0]
    hours, minutes = divmod(found.starts, 60)
    clock = guide.word("notes-clock", n=found.minutes, clock=f"{hours}:{minutes:02d}").string
    rows = [(guide.word("notes-time").string, clock)] if found.minutes or found.starts else []
    for name, said in (("notes-say", found.say), ("notes-do", found.do), ("notes-expect", found.expect)):
        rows += [(guide.word(name).string if number == 0 else "", plain(each.string)) for number, each in enumerate(said)]
    return tuple(Note(label, text, tag) for label, text in rows)
