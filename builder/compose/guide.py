"""The facilitator's guide: at a glance, safeguarding, step by step with answers, and what helps on the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from builder.blocks.base import Block
from builder.lesson import Lesson, Session
from builder.model.document import NOTHING, Document, Frame
from builder.model.page import Pages
from builder.model.pieces import Blank, Grid, Heading, Mark, Notice, Para, Piece, Points, Row, Step, Tone
from builder.model.text import Text
from builder.model.voice import Said, Voice


@dataclass(frozen=True, slots=True)
class Printed:
    """What the guide says about the other documents: the slides' pages, the frames they came from, the sheets."""

    slides: Pages
    frames: tuple[Frame, ...]
    child_pages: int
    card_pages: int


def guide(session: Session, printed: Printed, audience: Said) -> Document:
    """The guide in the facilitator's language. `audience` is what the room is called."""
    voice = session.room.guide
    title = voice.say(session.workshop.plan.title)
    frames = (
        Frame("guide/glance", "guide", title, tuple(_glance(session, printed, audience)), voice.word("guide")),
        Frame("guide/safeguarding", "guide", voice.word("guide-safeguarding"), tuple(_safeguarding(session))),
        *_parts(session, printed),
        Frame("guide/help", "guide", voice.word("guide-help"), tuple(_help(session))),
        Frame("guide/feedback", "guide", voice.word("guide-feedback"), tuple(_feedback(voice))),
    )
    author, day = voice.word("organisation").string, session.room.today.isoformat()
    return Document("guide", title, frames, author, "CC BY 4.0", day)


def _glance(session: Session, printed: Printed, audience: Said) -> Iterator[Piece]:
    voice = session.room.guide
    country, language = voice.say(session.room.country.name).string, session.room.voice.language.name
    fits = voice.word("guide-fits", audience=audience.string, language=language, country=country)
    yield Para(fits, Tone.LEAD)
    if session.lessons:
        yield Heading(voice.word("guide-objectives"))
        yield Points(tuple(_aim(lesson, voice) for lesson in session.lessons))
    yield Heading(voice.word("guide-schedule"))
    yield _schedule(session, printed)
    if session.left_out:
        names = "; ".join(voice.say(_name(block)).string for block in session.left_out)
        yield Para(voice.word("guide-left-out", minutes=session.minutes, blocks=names))
    visits = session.workshop.plan.several_visits
    if visits:
        yield Para(_labelled(voice, "guide-several-visits", visits))
    yield Heading(voice.word("guide-materials"))
    yield Points(tuple(_materials(session)), Mark.TICK)
    yield Heading(voice.word("guide-room"))
    yield Para(voice.word("guide-room-text"))
    groups = max(1, round(session.participants / 5))
    yield Para(voice.word("guide-groups", n=session.participants, groups=groups))
    yield Heading(voice.word("guide-print"))
    yield Points(tuple(_print_list(session, printed, groups)), Mark.TICK)


def _aim(lesson: Lesson, voice: Voice) -> Said:
    """A lesson's title and what participants can do after it."""
    done = " ".join(said.string for said in voice.lines(lesson.module.objectives.do))
    return Said(f"**{voice.say(lesson.module.title).string}:** {done}", voice.language.tag)


def _schedule(session: Session, printed: Printed) -> Grid:
    """Each part with its time – of day when the event says when it starts –, its slides and its minutes."""
    voice = session.room.guide
    when = "guide-time" if session.start is not None else "guide-from-start"
    head = Row(tuple(voice.word(name) for name in (when, "guide-what", "guide-slides", "guide-minutes")))
    rows, starts = [], 0
    for part in session.parts:
        minutes = sum(block.takes(session.room.audience) for block in part.blocks)
        if not minutes:
            continue
        what = part.lesson.module.title if part.lesson else _name(part.blocks[0])
        numbers = _slide_numbers(printed, part.blocks, part.lesson)
        tag = voice.language.tag
        cells = (Said(clock(session, starts), tag), voice.say(what), Said(numbers, tag), Said(str(minutes), tag))
        rows.append(Row(cells))
        starts += minutes
    return Grid(head, tuple(rows), (0.16, 0.54, 0.15, 0.15))


def _name(block: Block) -> Text | None:
    return block.title or getattr(block, "question", None)


def clock(session: Session, minutes: int) -> str:
    """The time of day, or hours and minutes since the start."""
    hours, rest = divmod((session.start or 0) + minutes, 60)
    return f"{hours}:{rest:02d}"


def _slide_numbers(printed: Printed, blocks: Iterable[Block], lesson: Lesson | None) -> str:
    ids = tuple(f"{block.address}/" for block in blocks)
    opener = f"{lesson.module.id}/opener" if lesson else ""
    found = [n for n, page in enumerate(printed.slides.pages, 1) if page.id.startswith(ids) or page.id == opener]
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


def _print_list(session: Session, printed: Printed, groups: int) -> Iterator[Said]:
    """What to print, how many sheets for this room."""
    voice, n = session.room.guide, session.participants
    child = -(-printed.child_pages // 2)
    yield voice.word("guide-print-child", n=child, pages=_range(1, printed.child_pages))
    total = child * n
    if printed.card_pages:
        first = printed.child_pages + 1
        last = printed.child_pages + printed.card_pages
        yield voice.word("guide-print-group", n=printed.card_pages, pages=_range(first, last))
        total += printed.card_pages * groups
    yield voice.word("guide-print-total", n=n, sheets=total)
    if session.edition != "one-sheet":
        yield voice.word("guide-print-one")


def _range(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(first)


def _safeguarding(session: Session) -> Iterator[Piece]:
    """The safeguarding and disclosure pages in full."""
    voice = session.room.guide
    for name, text in session.room.safety.items():
        if name.endswith("/title"):
            yield Heading(voice.say(text))
        elif name.endswith("/intro"):
            yield Para(voice.say(text))
        else:
            yield Points(voice.lines(text), Mark.BAR)


def _parts(session: Session, printed: Printed) -> Iterator[Frame]:
    """The steps of the opening, of each lesson, of the closing, in order."""
    voice = session.room.guide
    frames = {frame.id: frame for frame in printed.frames}
    for number, part in enumerate(session.parts):
        steps = list(_steps(session, printed, part.blocks, part.lesson, frames))
        if part.lesson:
            title = voice.say(part.lesson.module.title)
            pieces = (*_before(part.lesson, voice), *steps, *_after(part.lesson, session))
            yield Frame(f"guide/{part.lesson.module.id}", "guide", title, pieces, voice.word("guide-step-by-step"))
        elif number == 0:
            yield Frame("guide/opening", "guide", voice.word("guide-step-by-step"), tuple(steps))
        else:
            after_lesson = session.parts[number - 1].lesson is not None
            heading = (Heading(voice.say(_name(part.blocks[0]))),) if after_lesson else ()
            yield Frame(f"guide/part-{number}", "more", NOTHING, (*heading, *steps))


def _steps(session: Session, printed: Printed, blocks: Iterable[Block], lesson: Lesson | None, frames: dict[str, Frame]) -> Iterator[Step]:
    voice = session.room.guide
    wanted = tuple(f"{block.address}/" for block in blocks)
    opener = f"{lesson.module.id}/opener" if lesson else ""
    for number, page in enumerate(printed.slides.pages, 1):
        if not (page.id.startswith(wanted) or page.id == opener):
            continue
        frame = frames[page.id.split(".")[0]]
        notes = frame.notes
        first = page.id == frame.id
        minutes = voice.word("minutes-short", n=notes.minutes) if notes.minutes and first else NOTHING
        where = voice.word("guide-slide-where", n=number, address=page.id)
        warning = voice.word("guide-sensitive") if notes.sensitive and frame.lead and first else NOTHING
        heading = Said(page.title, page.language)
        told = (notes.say, notes.do, notes.expect) if first else ((), (), ())
        yield Step(page.id, heading, minutes, clock(session, notes.starts), where, *told, warning)


def _before(lesson: Lesson, voice: Voice) -> Iterator[Piece]:
    """What to know before the first slide: objectives, question, words, key points, frames."""
    module = lesson.module
    yield Heading(voice.word("guide-objectives"))
    for name, text in (("know", module.objectives.know), ("understand", module.objectives.understand), ("do", module.objectives.do)):
        told = voice.lines(text)
        listed = "; ".join(said.string.rstrip(".;") for said in told)
        yield Para(voice.word("labelled", label=voice.word(f"guide-{name}"), text=f"{listed}."))
    yield Para(_labelled(voice, "guide-question", module.question))
    terms = [term for term in module.vocabulary if term.is_for(voice.audience)]
    if terms:
        yield Heading(voice.word("guide-vocabulary"), 3)
        yield Points(tuple(_pair(voice, "labelled", term.word, term.meaning) for term in terms))
    yield Heading(voice.word("guide-key-points"), 3)
    yield Points(voice.lines(module.key_points))
    risks, rights = ", ".join(module.risks), ", ".join(module.rights)
    yield Para(voice.word("guide-mapping", risks=risks, rights=rights), Tone.CAPTION)


def _after(lesson: Lesson, session: Session) -> Iterator[Piece]:
    """What helps on the day: shorter, longer, without projector …; questions; at home; the booster."""
    module, voice = lesson.module, session.room.guide
    for name, text in (
        ("guide-shorter", module.shorter), ("guide-longer", module.longer), ("guide-without-projector", module.without_projector),
        ("guide-large-group", module.large_group), ("guide-adaptations", module.adaptations),
    ):  # fmt: skip
        if text:
            yield Para(_labelled(voice, name, text))
    asked = [item for item in module.common_questions if item.is_for(voice.audience)]
    if asked:
        yield Heading(voice.word("guide-common-questions"), 3)
        yield Points(tuple(_pair(voice, "answered", item.ask, item.answer) for item in asked))
    yield Heading(voice.word("guide-booster"), 3)
    for block in lesson.booster:
        if session.room.audience.youngest and block.is_for_band(session.room.audience.youngest):
            yield from _in_words(block, session)


def _in_words(block: Block, session: Session) -> Iterator[Piece]:
    """A booster block told in the guide: its title, what to say and do, its answers."""
    room = replace(session.room, voice=session.room.guide)
    voice = room.guide
    title = voice.say(_name(block))
    minutes = voice.word("minutes-short", n=block.takes(room.audience)).string
    said = [title._replace(string=f"**{title.string}** · {minutes}"), voice.say(block.say), voice.say(block.do)]
    yield Para(Said(" ".join(each.string for each in said if each), voice.language.tag))
    answers = block.answers(room)
    if answers:
        yield Points(answers)


def _labelled(voice: Voice, name: str, text: Text) -> Said:
    return voice.word("labelled", label=voice.word(name), text=voice.say(text))


def _pair(voice: Voice, name: str, one: Text, other: Text) -> Said:
    return voice.word(name, label=voice.say(one), text=voice.say(other))


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
        dated = f"{voice.say(contact.source).string}, {when} ({contact.grade})"
        cells = (contact.called(tag), f"**{contact.number}**", facts, dated, contact.called_on or "____")
        rows.append(Row(tuple(Said(cell, tag) for cell in cells)))
    yield Grid(head, tuple(rows), (0.27, 0.17, 0.22, 0.22, 0.12))
    yield Heading(voice.word("help-local"), 3)
    for name in ("help-focal-point", "help-police", "help-other"):
        yield Blank(1, 0, voice.word(name))


def _feedback(voice: Voice) -> Iterator[Piece]:
    yield Para(voice.word("guide-feedback-lead"))
    for name in ("numbers", "went", "hard", "changed", "heard"):
        yield Heading(voice.word(f"guide-feedback-{name}"), 3)
        yield Blank(1 if name == "numbers" else 3)
