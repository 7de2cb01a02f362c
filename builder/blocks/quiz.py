"""Quiz: questions with answers to choose from, and why."""

from __future__ import annotations

from collections.abc import Iterator

from builder.blocks.base import Block, Fault, Item, Room, Words
from builder.model.document import NOTHING, Frame
from builder.model.pieces import LETTERS, Choice, Choices, Points
from builder.model.voice import Said


class Answer(Item):
    """One answer; `correct` where it is."""

    text: Words
    correct: bool = False


class Question(Item):
    """A question, its answers, and why the right one is right."""

    ask: Words
    answers: tuple[Answer, ...]
    why: Words


class Quiz(Block):
    """Each question becomes a pair of slides: choose, then see why."""

    questions: tuple[Question, ...]

    def slides(self, room: Room) -> list[Frame]:
        """For each question the choices, then the reveal."""
        frames: list[Frame] = []
        for question in room.kept(self.questions):
            frames += self._pair(room, question, len(frames) + 1)
        return frames

    def faults(self) -> Iterator[Fault]:
        """A question without exactly one right answer."""
        for question in self.questions:
            right = sum(answer.correct for answer in question.answers)
            if right != 1:
                code = "quiz-several-correct-answers" if right else "quiz-no-correct-answer"
                yield Fault(code, question.ask.place, (("n", str(len(question.answers))),))
            if not 2 <= len(question.answers) <= 4:
                yield Fault("quiz-answer-count", question.ask.place, (("n", str(len(question.answers))),))

    def question_cards(self, room: Room) -> tuple[Frame, ...]:
        """A card for each question, with its answers."""
        say = room.voice.say
        asked = [
            (say(each.ask), Points(tuple(say(answer.text) for answer in room.kept(each.answers)))) for each in room.kept(self.questions)
        ]
        return tuple(
            Frame(f"{self.address}/card/{number}", "question-card", title, (answers,), room.section)
            for number, (title, answers) in enumerate(asked, 1)
        )

    def answers(self, room: Room) -> tuple[Said, ...]:
        """The right answer of each question and why, then what else to expect."""
        told = [self._told(room, question) for question in room.kept(self.questions)]
        return (*told, *room.guide.lines(self.expect))

    def _pair(self, room: Room, question: Question, number: int) -> list[Frame]:
        voice, guide = room.voice, room.guide
        items = tuple(
            Choice(letter, voice.say(answer.text), answer.correct, NOTHING)
            for letter, answer in zip(LETTERS, room.kept(question.answers), strict=False)
        )
        asked, why = voice.say(question.ask), voice.say(question.why)
        ask_notes = self.notes(
            room,
            say=(*(guide.lines(self.say) if number == 1 else ()), guide.say(question.ask)),
            expect=(self._told(room, question),),
            minutes=self.takes(room.audience) if number == 1 else 0,
        )
        why_notes = self.notes(room, say=(guide.say(question.why),), do=(guide.word("ask-who-chose"),), expect=(), minutes=0)
        return [
            self.frame(room, number, "choices", asked, [Choices(items)], notes=ask_notes),
            self.frame(room, number + 1, "reveal", asked, [Choices(items, True, why)], notes=why_notes, lead=False),
        ]

    def _told(self, room: Room, question: Question) -> Said:
        kept = room.kept(question.answers)
        letter, right = next((pair for pair in zip(LETTERS, kept, strict=False) if pair[1].correct), ("?", kept[0]))
        guide = room.guide
        text = guide.say(right.text).string.rstrip(".")
        return guide.word("right-answer", letter=letter, text=text, why=guide.say(question.why).string)
