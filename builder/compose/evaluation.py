"""Evaluation: the same five statements before and after for everybody, in every language, so that countries can be compared."""

from __future__ import annotations

from builder.compose.colophon import made_of
from builder.compose.forms import TALL, occasion
from builder.lesson import Session
from builder.model.document import NOTHING, Document, Frame
from builder.model.pieces import Blank, Grid, Heading, Mark, Para, Piece, Points, Row, Task, Tick
from builder.model.voice import Said, Voice

ITEMS = ("E1", "E2", "E3", "E4", "E5")
LEVELS = ("yes", "bit", "no")


def evaluation(session: Session) -> Document:
    """A page with the five statements, before and after, and a page to say what helped. Nothing about what a child has lived through."""
    voice = session.room.voice
    levels = Tick(tuple(voice.word(f"level-{level}") for level in LEVELS), "face")
    parts = (Heading(voice.word("evaluation-before")), Heading(voice.word("evaluation-after")))
    rating = Frame("evaluation/rating", "evaluation", voice.own_word("evaluation"), (*parts, Points(_items(voice)), levels))
    asked = ("feedback-helped", "feedback-change", "feedback-ask")
    draws = session.room.audience.youngest.family == "5-8"
    body = Blank(0, 38) if draws else Blank(3)
    tasks = tuple(Task(number, voice.own_word(name), (body,)) for number, name in enumerate(asked, 1))
    feedback = Frame("evaluation/feedback", "worksheet", voice.word("feedback"), (Para(NOTHING), *tasks))
    return made_of(session, "evaluation", (rating, feedback))


def _items(voice: Voice) -> tuple[Said, ...]:
    return tuple(voice.own_word(f"evaluation-{item}") for item in ITEMS)


def tally(session: Session) -> Document:
    """For the facilitator: what to read aloud, and a table to count the answers in."""
    voice = session.room.guide
    tag = voice.language.tag
    head = [Said("", tag)]
    for when in ("before", "after"):
        name = voice.word(f"evaluation-{when}").string
        head += [Said(f"{name}: {voice.word(f'level-{level}').string}", tag) for level in LEVELS]
    rows = tuple(Row((Said(item, tag), *[NOTHING] * 6)) for item in ITEMS)
    told = tuple(said._replace(string=f"**{item}** {said.string}") for item, said in zip(ITEMS, _items(voice), strict=True))
    pieces: tuple[Piece, ...] = (
        Para(voice.word("tally-lead")), Points(told), Grid(Row(tuple(head)), rows, (0.1, *[0.15] * 6), TALL * 1.4),
        Points(tuple(voice.word(f"tally-{name}") for name in ("count", "compare", "send")), Mark.TICK),
    )  # fmt: skip
    frame = Frame("evaluation/tally", "form", voice.word("tally"), pieces, occasion(session, voice), shared_by=0)
    return made_of(session, "evaluation-tally", (frame,), guide=True)
