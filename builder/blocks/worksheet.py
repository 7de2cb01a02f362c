"""Worksheet: tasks on one sheet of paper, with real room to write, circle and draw."""

from __future__ import annotations

import random
from typing import Literal

from builder.blocks.activity import timed_steps
from builder.blocks.base import AnItem, Block, Item, Room, Scenes, WordList, Words
from builder.model.document import NOTHING, Frame
from builder.model.pieces import LETTERS, Blank, Pairs, Para, Points, Task, Tick, Tone
from builder.model.voice import Said, Voice


class TaskChoice(Item):
    """Something to circle or tick; `right` where it is the answer."""

    text: Words
    right: bool = False
    picture: Scenes | None = None


class Pair(Item):
    """Two things that belong together."""

    left: Words
    right: Words


class OrderStep(Item):
    """One step of a right order."""

    text: Words


class SheetTask(Item):
    """A task: what to do, and what to do it with."""

    task: Literal["circle", "match", "draw", "order", "write", "tick"]
    instruction: Words
    choices: tuple[TaskChoice, ...] = ()
    pairs: tuple[Pair, ...] = ()
    steps: tuple[OrderStep, ...] = ()
    lines: int = 3
    start: Words | None = None
    height: float = 60
    caption: Words | None = None

    def body(self, room: Room) -> tuple[Blank | Pairs | Tick | Points, ...]:
        """What the child writes on."""
        voice = room.voice
        if self.task in ("circle", "tick"):
            kept = room.kept(self.choices)
            pictures = tuple(room.shown(choice.picture) for choice in kept)
            return (Tick(tuple(voice.say(choice.text) for choice in kept), self.task, pictures),)
        if self.task == "match":
            pairs = room.kept(self.pairs)
            right = tuple(voice.say(pair.right) for pair in mixed(pairs, self.id))
            return (Pairs(tuple(voice.say(pair.left) for pair in pairs), right),)
        if self.task == "order":
            steps = mixed(room.kept(self.steps), self.id)
            return (Tick(tuple(voice.say(step.text) for step in steps), "order"),)
        start = voice.say(self.start or self.caption) if self.start or self.caption else NOTHING
        return (Blank(0, self.height, start),) if self.task == "draw" else (Blank(self.lines, 0, start),)

    def answer(self, room: Room) -> Said:
        """The right answer for the guide; empty where there is none."""
        guide = room.guide
        if self.task in ("circle", "tick"):
            told = [guide.say(choice.text) for choice in room.kept(self.choices) if choice.right]
        elif self.task == "match":
            pairs = [(guide.say(pair.left), guide.say(pair.right)) for pair in room.kept(self.pairs)]
            told = [left._replace(string=f"{left.string} – {right.string}") for left, right in pairs]
        else:
            told = [guide.say(step.text) for step in room.kept(self.steps)] if self.task == "order" else []
        return _joined(told, guide, " → " if self.task == "order" else " · ")


class Worksheet(Block):
    """What children write on; its answers stand only in the guide."""

    title: Words
    steps: WordList | None = None
    tasks: tuple[SheetTask, ...]

    def slides(self, room: Room) -> list[Frame]:
        """“On your sheet”: the clock and what to do."""
        steps = room.voice.lines(self.steps) or tuple(room.voice.say(t.instruction) for t in room.kept(self.tasks))
        return [timed_steps(self, room, steps, (room.voice.word("on-your-sheet"),))]

    def sheet(self, room: Room) -> Frame | None:
        """The sheet with its numbered tasks."""
        tasks = [Task(number, room.voice.say(task.instruction), task.body(room)) for number, task in enumerate(room.kept(self.tasks), 1)]
        meta = Para(room.voice.word("sheet-meta", module=room.section, n=self.takes(room.audience)), Tone.CAPTION)
        title = room.voice.say(self.title)
        key = (self.picture.get(room.audience) if self.picture else "") or ""
        alt = room.voice.say(room.pictures[key]) if key in room.pictures else NOTHING
        return Frame(f"{self.address}/sheet", "worksheet", title, (meta, *tasks), room.section, picture=key, alt=alt)

    def answers(self, room: Room) -> tuple[Said, ...]:
        """The right answers, task by task, then what else to expect."""
        told = [task.answer(room) for task in room.kept(self.tasks)]
        numbered = [answer._replace(string=f"{number}. {answer.string}") for number, answer in enumerate(told, 1) if answer.string]
        return (*numbered, *room.guide.lines(self.expect))


def mixed(items: tuple[AnItem, ...], seed: str) -> tuple[AnItem, ...]:
    """The items in another order – the same at every build – that is never the right one."""
    shuffled = list(items)
    draw = random.Random(seed)  # noqa: S311 - an order on paper, not a secret
    for _ in LETTERS:
        draw.shuffle(shuffled)
        if tuple(shuffled) != items:
            break
    return tuple(shuffled)


def _joined(told: list[Said], guide: Voice, between: str) -> Said:
    return Said(between.join(said.string.rstrip(".") for said in told), guide.language.tag)
