"""The guide, step by step: each slide with what to say and do, what stands on it, what to expect; around it the lesson."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.blocks.base import Block
from builder.lesson import Lesson, Part, Session
from builder.model.document import NOTHING, Frame, Made
from builder.model.page import Group, Page
from builder.model.pieces import Chat, Choices, Clock, Heading, Mark, Para, Piece, Points, Step, Track
from builder.model.text import Text, plain
from builder.model.voice import Said, Voice

SAID_ANYWAY = ("cover", "opener", "break", "closing", "help", "reveal")
"""Slides whose words the guide does not repeat."""


def parts(session: Session, made: Made) -> Iterator[Frame]:
    """The steps of the opening, of each lesson, of the closing, in order."""
    voice = session.room.guide
    frames = {frame.id: frame for frame in made.documents["slides"].frames}
    for number, part in enumerate(session.parts):
        steps = list(_steps(session, made, part.blocks, part.lesson, frames))
        if part.lesson:
            title = voice.say(part.lesson.module.title)
            later = all(block in part.lesson.booster for block in part.blocks)
            pieces = tuple(steps) if later else (*_before(part.lesson, voice), *steps, *_after(part, part.lesson, session))
            yield Frame(f"guide/{part.lesson.module.id}", "guide", title, pieces, voice.word("guide-step-by-step"))
        elif number == 0:
            yield Frame("guide/opening", "guide", voice.word("guide-step-by-step"), tuple(steps))
        else:
            after_lesson = session.parts[number - 1].lesson is not None
            heading = (Heading(voice.say(name_of(part.blocks[0]))),) if after_lesson else ()
            yield Frame(f"guide/part-{number}", "more", NOTHING, (*heading, *steps))


def _steps(session: Session, made: Made, blocks: Iterable[Block], lesson: Lesson | None, frames: dict[str, Frame]) -> Iterator[Step]:
    voice = session.room.guide
    wanted = tuple(f"{block.address}/" for block in blocks)
    opener = f"{lesson.module.id}/opener" if lesson else ""
    for number, page in enumerate(made.pages["slides"].pages, 1):
        if not (page.id.startswith(wanted) or page.id == opener):
            continue
        frame = frames[page.id.split(".")[0]]
        notes = frame.notes
        first = page.id == frame.id
        minutes = voice.word("minutes-short", n=notes.minutes) if notes.minutes and first else NOTHING
        where = voice.word("guide-slide-where", n=number, address=page.id)
        warning = voice.word("guide-sensitive") if notes.sensitive and frame.lead and first else NOTHING
        heading = Said(page.title, page.language)
        seen = shown(frame, session.room.voice) if frame.archetype not in SAID_ANYWAY else ()
        told = (notes.say, notes.do, seen, notes.expect) if first else ((), (), (), ())
        picture = _picture(session, frame, page, number)
        yield Step(page.id, heading, minutes, clock(session, notes.starts), where, *told, warning, picture)


def _picture(session: Session, frame: Frame, page: Page, number: int) -> Said:
    """What the picture on a slide shows, in the facilitator's language; nothing where the slide has none."""
    shows = frame.picture in session.room.pictures and any(isinstance(item, Group) and item.alt == frame.alt.string for item in page.items)
    voice = session.room.guide
    return voice.word("alt-slide", n=number, picture=voice.say(session.room.pictures[frame.picture])) if shows else NOTHING


def shown(frame: Frame, voice: Voice) -> tuple[Said, ...]:
    """What stands on a slide, to be read aloud where there is no projector."""
    found: list[Said] = []
    for piece in frame.pieces:
        match piece:
            case Clock(below=below):
                found += below
            case Points(items=items, mark=Mark.NUMBER):
                found += [said._replace(string=f"{number}. {said.string}", second=None) for number, said in enumerate(items, piece.first)]
            case Points(items=items):
                found += items
            case Para(said=said):
                found.append(said)
            case Chat(messages=messages):
                found += [message.said._replace(string=voice.word("quoted", text=message.said).string, second=None) for message in messages]
            case Choices(items=choices):
                named = [(each.said, voice.word("lettered", letter=each.letter, text=each.said)) for each in choices]
                found += [said._replace(string=lettered.string, second=None) for said, lettered in named]
            case Track(moves=moves):
                found += [move.line._replace(string=f"**{plain(move.word.string)}:** {move.line.string}", second=None) for move in moves]
    return tuple(said for said in found if said)


def _before(lesson: Lesson, voice: Voice) -> Iterator[Piece]:
    """What to know before the first slide: objectives, question, words, key points, frames."""
    module = lesson.module
    yield Heading(voice.word("guide-objectives"))
    for name, text in (("know", module.objectives.know), ("understand", module.objectives.understand), ("do", module.objectives.do)):
        told = voice.lines(text)
        yield Para(voice.word("labelled", label=voice.word(f"guide-{name}"), text=sentence(voice, told)))
    yield Para(labelled(voice, "guide-question", module.question))
    terms = [term for term in module.vocabulary if term.is_for(voice.audience)]
    if terms:
        yield Heading(voice.word("guide-vocabulary"), 3)
        yield Points(tuple(_pair(voice, "labelled", term.word, term.meaning) for term in terms))
    yield Heading(voice.word("guide-key-points"), 3)
    yield Points(voice.lines(module.key_points))


def _after(part: Part, lesson: Lesson, session: Session) -> Iterator[Piece]:
    """What helps on the day: shorter – where all of it is held –, longer, without projector …; questions; the booster."""
    module, voice = lesson.module, session.room.guide
    whole = all(block in part.blocks for block in lesson.blocks if block.is_for_band(session.room.audience.youngest))
    for name, text in (
        ("guide-shorter", module.shorter if whole else None), ("guide-longer", module.longer),
        ("guide-without-projector", module.without_projector), ("guide-large-group", module.large_group),
        ("guide-adaptations", module.adaptations),
    ):  # fmt: skip
        if text:
            yield Para(labelled(voice, name, text))
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
    title = voice.say(name_of(block))
    minutes = voice.word("minutes-short", n=block.takes(room.audience)).string
    said = [title._replace(string=f"**{plain(title.string)}** · {minutes}"), voice.say(block.say), voice.say(block.do)]
    yield Para(Said(" ".join(each.string for each in said if each), voice.language.tag))
    rehearsed = tuple(said for frame in block.slides(room) if frame.archetype == "rehearsal" for said in shown(frame, room.voice))
    told = (*rehearsed, *block.answers(room))
    if told:
        yield Points(told)


def _pair(voice: Voice, name: str, one: Text, other: Text) -> Said:
    return voice.word(name, label=voice.say(one), text=voice.say(other))


def sentence(voice: Voice, told: Iterable[Said]) -> str:
    """Several short texts in one."""
    return f"{voice.word('between').string.join(said.string.rstrip('.;') for said in told)}."


def labelled(voice: Voice, name: str, text: Text) -> Said:
    """A text behind a bold label, by the label's name."""
    return voice.word("labelled", label=voice.word(name), text=voice.say(text))


def clock(session: Session, minutes: int) -> str:
    """The time of day, or hours and minutes since the start."""
    hours, rest = divmod((session.start or 0) + minutes, 60)
    return f"{hours}:{rest:02d}"


def name_of(block: Block) -> Text | None:
    """What a block is called: its title, or its question."""
    return block.title or getattr(block, "question", None)
