"""What holds blocks: a module is one lesson, a plan is a workshop made of modules and blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pydantic import Field

from builder.blocks.base import Block, Duration, Id, Item, Minutes, Names, Room, Scenes, Topics, WordList, Words, Written
from builder.model.source import Place
from builder.model.text import Text


class Objectives(Written):
    """What participants know, understand and can do afterwards."""

    know: WordList
    understand: WordList
    do: WordList


class Term(Item):
    """A word of the lesson and what it means."""

    word: Words
    meaning: Words


class CommonQuestion(Item):
    """What participants ask, and what to answer."""

    ask: Words
    answer: Words


class Module(Written):
    """One lesson on one topic. The blocks are validated one by one and put in afterwards."""

    id: Id
    language: str
    title: Words
    promise: Words
    audiences: Names
    topics: Topics
    minutes: Minutes
    objectives: Objectives
    question: Words
    vocabulary: tuple[Term, ...] = ()
    key_points: WordList
    risks: Names
    rights: Names
    strands: Names = ()
    picture: Scenes | None = None
    common_questions: tuple[CommonQuestion, ...] = ()
    shorter: Words
    longer: Words | None = None
    without_projector: Words
    large_group: Words | None = None
    adaptations: Words | None = None
    blocks: tuple[Any, ...] = Field(min_length=1)
    at_home: tuple[Any, ...] = Field(min_length=1)
    booster: tuple[Any, ...] = Field(min_length=1)


class PartRule(Written):
    """A line of a plan that brings in a module, whole or by some of its blocks."""

    module: Id
    blocks: Names = ()


class Handouts(Written):
    """Which worksheets a participant gets: in the full edition, and on a single sheet."""

    child: Names
    one_sheet: Names


class Plan(Written):
    """A workshop: its parts in order. The parts are validated one by one."""

    id: Id
    language: str
    title: Words
    subtitle: Words | None = None
    audiences: Names
    minutes: Duration | None = None
    fit: Duration | None = None
    parts: tuple[Any, ...] = Field(min_length=1)
    several_visits: Words | None = None
    handouts: Handouts


@dataclass(frozen=True, slots=True)
class Lesson:
    """A validated module with its blocks, and where it is written."""

    module: Module
    blocks: tuple[Block, ...]
    at_home: tuple[Block, ...]
    booster: tuple[Block, ...]
    place: Place

    def texts(self) -> Iterator[Text]:
        """Every text of the module and its blocks, in their order."""
        for each in (self.module, *self.blocks, *self.at_home, *self.booster):
            yield from each.texts()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a plan: one block of its own, or a lesson with the blocks chosen from it."""

    blocks: tuple[Block, ...]
    lesson: Lesson | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """A validated plan with its parts, and where it is written."""

    plan: Plan
    parts: tuple[Part, ...]
    place: Place

    def own_texts(self) -> Iterator[Text]:
        """Every text of the plan itself and of its own blocks, in their order."""
        for each in (self.plan, *(block for part in self.parts if not part.lesson for block in part.blocks)):
            yield from each.texts()

    def texts(self) -> Iterator[Text]:
        """Every text of the plan and of the lessons it brings in."""
        yield from self.own_texts()
        for part in self.parts:
            yield from part.lesson.texts() if part.lesson else ()


def alone(lesson: Lesson, frame: Workshop) -> Workshop:
    """The whole lesson, also what no plan chooses from it, as a workshop in the frame of another."""
    sheets = tuple(block.address for block in lesson.blocks if block.kind == "worksheet")
    handouts = frame.plan.handouts.model_copy(update={"child": sheets, "one_sheet": sheets[:1]})
    plan = frame.plan.model_copy(update={"audiences": lesson.module.audiences, "fit": None, "handouts": handouts})
    return Workshop(plan, (Part(lesson.blocks, lesson),), frame.place)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the gate: who it may be said to, and why."""

    id: str
    audiences: tuple[str, ...]
    reason: str
    small_group: bool = False


class Forbidden(NamedTuple):
    """Words that must not be said to some audiences, in one language, and why."""

    audiences: tuple[str, ...]
    language: str
    words: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Session:
    """One workshop for one room: its parts with the blocks that are kept, and the room."""

    workshop: Workshop
    parts: tuple[Part, ...]
    room: Room
    participants: int
    left_out: tuple[Block, ...] = ()
    start: int | None = None
    edition: str = ""
    paper: str = "a4"
    place: str = ""

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons in order."""
        return tuple(part.lesson for part in self.parts if part.lesson)

    @property
    def minutes(self) -> int:
        """How long it takes with this room."""
        return sum(block.takes(self.room.audience) for part in self.parts for block in part.blocks)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One session of an event; `start` in minutes after midnight, or None."""

    plan: str
    audience: str
    language: str
    start: int | None
    room: str
    track: str
    participants: int


@dataclass(frozen=True, slots=True)
class Event:
    """One real occasion: where, when, its sessions."""

    name: str
    place: str
    country: str
    day: date
    sittings: tuple[Sitting, ...]
