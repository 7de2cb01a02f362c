"""What holds blocks: a module is one lesson, a plan is a workshop made of modules and blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field

from builder.blocks.base import Block, Durations, Id, Item, Minutes, Name, Names, Room, Scenes, Topics, WordList, Words, Written, is_for
from builder.model.audience import Audience, Band, ByAudience
from builder.model.combination import Attendee, Price
from builder.model.look import GREY
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
    areas: Names = ()
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
    """A line of a plan that brings in a module, whole or by some of its blocks – or what it has for one week later."""

    module: Id
    section: Literal["blocks", "booster"] = "blocks"
    audiences: Names = ()
    blocks: Names = ()


class CollectionRule(Written):
    """A line of a plan that brings in blocks of a collection."""

    collection: Id
    audiences: Names = ()
    blocks: Names = Field(min_length=1)


class Shared(Written):
    """Blocks that many plans use: openings, games, breaks, closes. The blocks are validated one by one."""

    id: Id
    language: str
    title: Words
    audiences: Names
    blocks: tuple[Any, ...] = Field(min_length=1)


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
    minutes: Durations | None = None
    fit: Durations | None = None
    lessons: Annotated[int, Field(ge=1)] | None = None
    parts: tuple[Any, ...] = Field(min_length=1)
    several_visits: Words | None = None
    handouts: Handouts
    extras: Names = ()


class Track(Item):
    """Sessions that one group of people attends, while others are elsewhere."""

    name: Words


class Slot(Item):
    """One entry of a programme: a session of a plan, or something else with a title; without a track it is for everybody."""

    day: Annotated[int, Field(ge=1, le=14)] = 1
    start: Name
    minutes: Annotated[int, Field(ge=5, le=600)]
    track: Name | None = None
    plan: Name | None = None
    audience: str = ""
    modules: Names = ()
    participants: Annotated[int, Field(ge=1, le=5000)] = 30
    title: Words | None = None
    text: Words | None = None

    @property
    def begins(self) -> int:
        """Minutes after midnight."""
        hours, _, minutes = str(self.start).partition(":")
        return int(hours) * 60 + int(minutes)


class Programme(Written):
    """An event of one or more days: parallel tracks, one schedule; each session is a pack of its own."""

    id: Id
    language: str
    title: Words
    subtitle: Words | None = None
    tracks: tuple[Track, ...]
    slots: tuple[Slot, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A validated module with its blocks, and where it is written."""

    module: Module
    blocks: tuple[Block, ...]
    at_home: tuple[Block, ...]
    booster: tuple[Block, ...]
    place: Place

    def texts(self, audience: Audience | None = None) -> Iterator[Text]:
        """Every text of the module and its blocks, in their order – or those that one audience hears."""
        if audience is None or is_for(self.module.audiences, audience):
            for each in (self.module, *self.blocks, *self.at_home, *self.booster):
                yield from each.texts(audience)


@dataclass(frozen=True, slots=True)
class Collection:
    """Validated blocks that many plans use, and where they are written."""

    shared: Shared
    blocks: tuple[Block, ...]
    place: Place

    def texts(self, audience: Audience | None = None) -> Iterator[Text]:
        """Every text of the collection and its blocks, in their order – or those that one audience hears."""
        for each in (self.shared, *self.blocks):
            yield from each.texts(audience)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a plan: one block – of its own, or of a collection –, or a lesson with the blocks chosen from it."""

    blocks: tuple[Block, ...]
    lesson: Lesson | None = None
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workshop:
    """A validated plan with its parts, and where it is written. `planned` are its own minutes where partners changed what it takes."""

    plan: Plan
    parts: tuple[Part, ...]
    place: Place
    planned: ByAudience[int] | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block in order, whoever it is for."""
        return tuple(block for part in self.parts for block in part.blocks)

    def with_lessons(self, modules: tuple[str, ...]) -> Workshop:
        """With only these lessons – or, when none is named, as many as the plan holds at once, the first."""
        held = [str(part.lesson.module.id) for part in self.parts if part.lesson]
        wanted = modules or held[: self.plan.lessons]
        return replace(self, parts=tuple(part for part in self.parts if not part.lesson or part.lesson.module.id in wanted))

    def blocks_for(self, band: Band) -> tuple[Block, ...]:
        """The blocks in order that are for one band."""
        parts = [part for part in self.parts if is_for(part.audiences, Audience((band,)))]
        return tuple(block for part in parts for block in part.blocks if block.is_for_band(band))

    @property
    def names(self) -> frozenset[str]:
        """The PO names of all its texts: the plan's, its lessons', its collections'."""
        return frozenset({f"plan-{self.plan.id}", *(block.address.split("/")[0] for block in self.blocks)})

    def own_texts(self, audience: Audience | None = None) -> Iterator[Text]:
        """Every text of the plan itself and of its own blocks, in their order – or those that one audience hears."""
        own = f"plan-{self.plan.id}/"
        for each in (self.plan, *(block for block in self.blocks if block.address.startswith(own))):
            yield from each.texts(audience)

    def texts(self, audience: Audience | None = None) -> Iterator[Text]:
        """Every text of the plan and of what it brings in – whole lessons, or what is said to one audience."""
        yield from self.plan.texts(audience)
        for part in self.parts:
            if audience and not is_for(part.audiences, audience):
                continue
            if part.lesson and audience is None:
                yield from part.lesson.texts()
                continue
            around = (part.lesson.module, *part.lesson.at_home, *part.lesson.booster) if part.lesson else ()
            for each in (*around, *part.blocks):
                yield from each.texts(audience)


def alone(found: Lesson | Collection, frame: Workshop) -> Workshop:
    """All blocks of a lesson or collection, also those that no plan chooses, as a workshop in the frame of another."""
    lesson = found if isinstance(found, Lesson) else None
    parts = (Part(found.blocks, lesson),) if lesson else tuple(Part((block,)) for block in found.blocks)
    audiences = found.module.audiences if isinstance(found, Lesson) else found.shared.audiences
    sheets = tuple(block.address for block in found.blocks if block.kind == "worksheet")
    handouts = frame.plan.handouts.model_copy(update={"child": sheets, "one_sheet": sheets[:1]})
    title = found.module.title if isinstance(found, Lesson) else found.shared.title
    changed = {"audiences": audiences, "title": title, "subtitle": None, "minutes": None, "fit": None, "lessons": None}
    plan = frame.plan.model_copy(update={**changed, "several_visits": None, "handouts": handouts})
    return Workshop(plan, parts, frame.place)


Frames = dict[str, dict[str, Text]]
"""Risks, rights, strands and areas of the frames that lessons are mapped to: kind → id → name."""
KINDS_OF_FRAMES = ("risks", "rights", "strands", "areas")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the gate: who it may be said to, and why."""

    id: str
    audiences: tuple[str, ...]
    reason: str
    small_group: bool = False
    sensitive: bool = False


class Forbidden(NamedTuple):
    """Words that must not be said to some audiences, in one language, and why."""

    audiences: tuple[str, ...]
    language: str
    words: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Session:
    """One workshop for one room: its parts with the blocks that are kept, and the room.

    `partners` names whose layers it has, `beside` the organisations that stand beside them.
    """

    workshop: Workshop
    parts: tuple[Part, ...]
    room: Room
    participants: int
    left_out: tuple[Block, ...] = ()
    start: int | None = None
    edition: str = ""
    paper: str = "a4"
    place: str = ""
    price: Price | None = None
    names: tuple[Attendee, ...] = ()
    partners: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    print: str = GREY

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

    id: str
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
    language: str
    day: date
    programme: str
    rooms: dict[str, str]
    sittings: tuple[Sitting, ...]
    price: Price | None = None
