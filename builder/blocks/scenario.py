"""Scenario: something happens – often in a chat – and the room decides what could be done."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import LETTERS, Block, Item, Room, Words
from builder.model.document import NOTHING, Frame
from builder.model.pieces import Chat, Choice, Choices, Message, Para, Tone
from builder.model.voice import Said, Voice


class ChatMessage(Item):
    """A message of the chat; `own` is the child we read along with."""

    sender: Literal["other", "own"] = Field("other", alias="from")
    text: Words


class ScenarioChoice(Item):
    """Something that could be done; `good` where it helps, and why."""

    text: Words
    good: bool = False
    why: Words | None = None


class Scenario(Block):
    """A question and choices; with messages it is drawn as a chat."""

    title: Words
    story: Words | None = None
    messages: tuple[ChatMessage, ...] = ()
    question: Words
    choices: tuple[ScenarioChoice, ...] = ()

    def slides(self, room: Room) -> list[Frame]:
        """The situation with its question, then – where there are any – the choices."""
        frames = [self._situation(room)]
        if room.kept(self.choices):
            frames.append(self._choices(room))
        return frames

    def answers(self, room: Room) -> tuple[Said, ...]:
        """What else to expect: after the choices where there are some, with the question where there are none."""
        return () if room.kept(self.choices) else room.guide.lines(self.expect)

    def told(self, room: Room) -> tuple[Said, ...]:
        """Each choice with why it helps or not, then what else to expect."""
        guide = room.guide
        choices = [_told(letter, choice, guide) for letter, choice in zip(LETTERS, room.kept(self.choices), strict=False)]
        return (*choices, *guide.lines(self.expect))

    def _situation(self, room: Room) -> Frame:
        voice, asked = room.voice, room.voice.say(self.question)
        messages = tuple(Message(voice.say(m.text), m.sender == "own") for m in room.kept(self.messages))
        if messages:
            pieces: list[object] = [Chat(messages), Para(asked, Tone.LEAD)]
            if self.story:
                pieces.insert(0, Para(voice.say(self.story), Tone.CAPTION))
            return self.frame(room, 1, "scenario", voice.say(self.title), pieces)
        pieces = [Para(voice.say(self.story)), Para(asked, Tone.LEAD)] if self.story else [Para(asked, Tone.LEAD)]
        return self.frame(room, 1, "situation", voice.say(self.title), pieces)

    def _choices(self, room: Room) -> Frame:
        voice, guide = room.voice, room.guide
        items = tuple(
            Choice(letter, voice.say(choice.text), choice.good, voice.say(choice.why) if choice.why else NOTHING)
            for letter, choice in zip(LETTERS, room.kept(self.choices), strict=False)
        )
        notes = self.notes(room, say=(guide.say(self.question),), do=(guide.word("vote-then-why"),), expect=self.told(room), minutes=0)
        return self.frame(room, 2, "choices", voice.say(self.question), [Choices(items)], notes=notes)


def _told(letter: str, choice: ScenarioChoice, guide: Voice) -> Said:
    text, why = guide.say(choice.text), guide.say(choice.why) if choice.why else NOTHING
    name = "choice-helps" if choice.good else "choice-does-not-help"
    return guide.word(name, letter=letter, text=text.string.rstrip("."), why=why.string)
