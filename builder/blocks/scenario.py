"""Scenario: something happens – often in a chat – and the room decides what could be done."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block, Item, Room, Words
from builder.model.document import NOTHING, Frame
from builder.model.pieces import LETTERS, Chat, Choice, Choices, Message, Para, Piece, Points, Tone
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

    def question_cards(self, room: Room) -> tuple[Frame, ...]:
        """The situation with its question and choices; which of them help is not on it."""
        voice, choices = room.voice, room.kept(self.choices)
        answers = (Points(tuple(voice.say(choice.text) for choice in choices)),) if choices else ()
        pieces = (*self._happens(room), Para(voice.say(self.question), Tone.LEAD), *answers)
        return (Frame(f"{self.address}/card", "question-card", voice.say(self.title), pieces, room.section),)

    def answers(self, room: Room) -> tuple[Said, ...]:
        """What else to expect: after the choices where there are some, with the question where there are none."""
        return () if room.kept(self.choices) else room.guide.lines(self.expect)

    def told(self, room: Room) -> tuple[Said, ...]:
        """Each choice with why it helps or not, then what else to expect."""
        guide = room.guide
        choices = [_told(letter, choice, guide) for letter, choice in zip(LETTERS, room.kept(self.choices), strict=False)]
        return (*choices, *guide.lines(self.expect))

    def _situation(self, room: Room) -> Frame:
        pieces = (*self._happens(room), Para(room.voice.say(self.question), Tone.LEAD))
        archetype = "scenario" if room.kept(self.messages) else "situation"
        return self.frame(room, 1, archetype, room.voice.say(self.title), pieces)

    def _happens(self, room: Room) -> tuple[Piece, ...]:
        """The story, smaller where there are messages, and the messages."""
        voice = room.voice
        messages = tuple(Message(voice.say(each.text), each.sender == "own") for each in room.kept(self.messages))
        story = (Para(voice.say(self.story), Tone.CAPTION if messages else Tone.BODY),) if self.story else ()
        return (*story, Chat(messages)) if messages else story

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
