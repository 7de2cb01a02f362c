"""Story: scenes with characters, one slide each, then a question."""

from __future__ import annotations

from builder.blocks.base import Block, Item, Room, Scenes, Words
from builder.model.document import NOTHING, Frame
from builder.model.pieces import Card, Cards, Heading, Para, Piece, Tone


class StoryScene(Item):
    """One scene: what happens, and its picture."""

    text: Words
    picture: Scenes | None = None


class Story(Block):
    """A story to read aloud."""

    title: Words
    scenes: tuple[StoryScene, ...]
    question: Words | None = None

    def slides(self, room: Room) -> list[Frame]:
        """A slide for each scene, and one for the question."""
        voice, title, frames = room.voice, room.voice.say(self.title), list[Frame]()
        scenes = room.kept(self.scenes)
        for number, scene in enumerate(scenes, 1):
            picture, told = scene.picture.get(room.audience) if scene.picture else None, room.guide.say(scene.text)
            notes = self.notes(room) if number == 1 else self.notes(room, say=(told,), do=(), expect=(), minutes=0)
            pieces = [Para(voice.say(scene.text))]
            frames.append(
                self.frame(
                    room, number, "story", title.part(number, len(scenes)) if scenes[1:] else title, pieces, notes=notes, picture=picture
                )
            )
        if self.question:
            frames.append(self._question(room, len(frames) + 1))
        return frames

    def ideas(self, room: Room) -> tuple[Piece, ...]:
        """The title, then scene by scene."""
        scenes = [(room.voice.say(scene.text), room.shown(scene.picture)) for scene in room.kept(self.scenes)]
        return (Heading(room.voice.say(self.title)), Cards(tuple(Card(NOTHING, said, NOTHING, picture) for said, picture in scenes)))

    def _question(self, room: Room, number: int) -> Frame:
        asked, told = room.voice.say(self.question), room.guide.say(self.question)
        notes = self.notes(room, say=(told,), do=(room.guide.word("wait-for-answers"),), minutes=0)
        cue = Para(room.voice.own_word("think-then-tell"), Tone.CUE)
        return self.frame(room, number, "question", asked, [cue], notes=notes, picture=thinker(room))


def thinker(room: Room) -> str:
    """The scene of somebody who thinks, of the room's age; the youngest take turns from lesson to lesson."""
    youngest = "question-teo" if room.number % 2 == 0 else "question-bibi"
    scenes = {"5-8": youngest, "9-12": "question-luan", "13-17": "question-amal"}
    return scenes.get(room.audience.youngest.id, "question-kito")
