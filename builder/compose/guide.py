"""The facilitator's guide: at a glance, safeguarding, step by step with answers, and what helps on the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.blocks.base import Block
from builder.compose.colophon import made_of
from builder.compose.games import where_words_are
from builder.compose.printing import runs
from builder.compose.steps import clock, labelled, name_of, parts, sentence
from builder.lesson import KINDS_OF_FRAMES, Lesson, Session
from builder.model.combination import PHONE
from builder.model.document import NOTHING, Document, Frame, Made
from builder.model.kinds import Reader
from builder.model.look import LARGE_PRINT
from builder.model.pieces import Blank, Grid, Heading, Mark, Notice, Para, Piece, Points, Row, Tone
from builder.model.voice import Said, Voice


def guide(session: Session, made: Made, audience: Said) -> Document:
    """The guide in the facilitator's language. `audience` is what the room is called."""
    voice = session.room.guide
    title = voice.say(session.workshop.plan.title)
    frames = (
        Frame("guide/glance", "guide", title, tuple(_glance(session, made, audience)), voice.word("guide")),
        Frame("guide/safeguarding", "guide", voice.word("guide-safeguarding"), tuple(_safeguarding(session))),
        *parts(session, made),
        Frame("guide/help", "guide", voice.word("guide-help"), tuple(_help(session))),
        *((Frame("guide/coverage", "guide", voice.word("guide-coverage"), tuple(_coverage(session))),) if session.lessons else ()),
        *((Frame("guide/word-search", "more", NOTHING, where_words_are(session)),) if "word-search" in made.documents else ()),
        Frame("guide/feedback", "guide", voice.word("guide-feedback"), tuple(_feedback(voice))),
    )
    return made_of(session, "guide", frames, guide=True)


def _glance(session: Session, made: Made, audience: Said) -> Iterator[Piece]:
    voice = session.room.guide
    country, language = voice.say(session.room.country.name).string, session.room.voice.language.name
    fits = voice.word("guide-fits", audience=audience.string, language=language, country=country)
    yield Para(fits, Tone.LEAD)
    if session.lessons:
        yield Heading(voice.word("guide-objectives"))
        yield Points(tuple(_aim(lesson, voice) for lesson in session.lessons))
    yield Heading(voice.word("guide-schedule"))
    yield _schedule(session, made)
    if session.left_out:
        names = voice.word("between").string.join(voice.say(name_of(block)).string for block in session.left_out)
        yield Para(voice.word("guide-left-out", minutes=session.minutes, blocks=names))
    visits = session.workshop.plan.several_visits
    if visits:
        yield Para(labelled(voice, "guide-several-visits", visits))
    yield Heading(voice.word("guide-materials"))
    yield Points(tuple(_materials(session)), Mark.TICK)
    yield Heading(voice.word("guide-room"))
    yield Para(voice.word("guide-room-text"))
    groups = max(1, round(session.participants / 5))
    yield Para(voice.word("guide-groups", n=session.participants, groups=groups))
    yield Heading(voice.word("guide-print"))
    if session.edition == LARGE_PRINT:
        yield Para(voice.word("guide-print-large"))
    yield Points(tuple(_print_list(session, made)), Mark.TICK)


def _aim(lesson: Lesson, voice: Voice) -> Said:
    """A lesson's title and what participants can do after it."""
    return voice.word("labelled", label=voice.say(lesson.module.title), text=sentence(voice, voice.lines(lesson.module.objectives.do)))


def _schedule(session: Session, made: Made) -> Grid:
    """Each part with its time – of day when the event says when it starts –, its slides and its minutes."""
    voice = session.room.guide
    when = "guide-time" if session.start is not None else "guide-from-start"
    head = Row(tuple(voice.word(name) for name in (when, "guide-what", "guide-slides", "guide-minutes")))
    rows, starts = [], 0
    for part in session.parts:
        minutes = sum(block.takes(session.room.audience) for block in part.blocks)
        if not minutes:
            continue
        what = part.lesson.module.title if part.lesson else name_of(part.blocks[0])
        numbers = _slide_numbers(made, part.blocks, part.lesson)
        tag = voice.language.tag
        cells = (Said(clock(session, starts), tag), voice.say(what), Said(numbers, tag), Said(str(minutes), tag))
        rows.append(Row(cells))
        starts += minutes
    return Grid(head, tuple(rows), (0.16, 0.54, 0.15, 0.15))


def _slide_numbers(made: Made, blocks: Iterable[Block], lesson: Lesson | None) -> str:
    ids = tuple(f"{block.address}/" for block in blocks)
    opener = f"{lesson.module.id}/opener" if lesson else ""
    found = [n for n, page in enumerate(made.pages["slides"].pages, 1) if page.id.startswith(ids) or page.id == opener]
    return f"{found[0]}–{found[-1]}" if len(found) > 1 else "".join(str(n) for n in found)


def _materials(session: Session) -> Iterator[Said]:
    voice, seen = session.room.guide, set()
    for part in session.parts:
        for block in part.blocks:
            for said in voice.lines(getattr(block, "materials", None)):
                if said.string not in seen:
                    seen.add(said.string)
                    yield said
    for name in ("guide-material-pens", "guide-material-box", "guide-material-watch"):
        yield voice.word(name)


def _print_list(session: Session, made: Made) -> Iterator[Said]:
    """What to print, how many sheets for this room; what to send where phones take the place of paper."""
    voice, n = session.room.guide, session.participants
    if session.edition == PHONE:
        yield voice.word("guide-print-phone")
        yield voice.word("guide-keep-phone")
        return
    printed = [run for run in runs(made, n) if run.kind.name in ("handouts", "cards")]
    for run in printed:
        name = "guide-print-child" if run.kind.reader is Reader.PARTICIPANT else "guide-print-group"
        yield voice.word(name, n=run.sheets_each, pages=_range(run.first, run.last), size=run.shared_by)
    yield voice.word("guide-print-total", n=n, sheets=sum(run.sheets for run in printed))
    if not session.edition:
        yield voice.word("guide-print-one")


def _range(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(first)


def _safeguarding(session: Session) -> Iterator[Piece]:
    """The safeguarding and disclosure pages in full."""
    voice = session.room.guide
    for name, text in session.room.safety.items():
        if name.startswith("test-call/"):
            continue
        if name.endswith("/title"):
            yield Heading(voice.say(text))
        elif name.endswith("/intro"):
            yield Para(voice.say(text))
        else:
            yield Points(voice.lines(text), Mark.BAR)


def _help(session: Session) -> Iterator[Piece]:
    """Every contact of the country that may be known to the facilitator, with its source and date."""
    voice, room = session.room.guide, session.room
    yield Notice((voice.word("guide-help-check"),))
    head = Row(tuple(voice.word(name) for name in ("help-who", "help-number", "help-facts", "help-source", "help-called")))
    rows = []
    for contact in room.country.contacts:
        if contact.grade == "U":
            continue
        facts = " · ".join(voice.say(text).string for text in (contact.cost, contact.hours) if text)
        tag = voice.language.tag
        when = contact.source_dated or voice.word("help-undated").string
        dated = voice.word("source-graded", source=voice.say(contact.source), dated=when, grade=contact.grade).string
        cells = (contact.called(tag), f"**{contact.number}**", facts, dated, contact.called_on or "____")
        rows.append(Row(tuple(Said(cell, tag) for cell in cells)))
    yield Grid(head, tuple(rows), (0.24, 0.25, 0.19, 0.19, 0.13))
    yield Heading(voice.say(room.safety["test-call/title"]), 3)
    yield Points(voice.lines(room.safety["test-call/items"]), Mark.TICK)
    yield Heading(voice.word("help-local"), 3)
    for name in ("help-focal-point", "help-police", "help-other"):
        yield Blank(1, 0, voice.word(name))


def _coverage(session: Session) -> Iterator[Piece]:
    """For a donor's or ministry's report: each lesson with the risks, rights, strands and areas that it is mapped to."""
    voice, frames = session.room.guide, session.room.frames
    yield Para(voice.word("guide-coverage-lead"))
    head = Row(tuple(voice.word(f"guide-coverage-{name}") for name in ("lesson", *KINDS_OF_FRAMES)))
    rows = []
    for lesson in session.lessons:
        cells = [voice.say(lesson.module.title)]
        for kind in KINDS_OF_FRAMES:
            named = [_framed(kind, str(name), voice.say(frames[kind][str(name)])) for name in getattr(lesson.module, kind)]
            cells.append(Said(voice.word("between").string.join(named), voice.language.tag))
        rows.append(Row(tuple(cells)))
    yield Grid(head, tuple(rows), (0.16, 0.22, 0.24, 0.19, 0.19))


def _framed(kind: str, name: str, said: Said) -> str:
    """Articles and areas are known by their numbers."""
    return f"{name} {said.string}" if kind in ("rights", "areas") else said.string


def _feedback(voice: Voice) -> Iterator[Piece]:
    yield Para(voice.word("guide-feedback-lead"))
    for name in ("numbers", "went", "hard", "changed", "heard"):
        yield Heading(voice.word(f"guide-feedback-{name}"), 3)
        yield Blank(1 if name == "numbers" else 3)
