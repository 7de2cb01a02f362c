"""Sheets to do more with: a circle of trust, a wall of promises, a word search from the words of the lessons."""

from __future__ import annotations

from dataclasses import replace

from builder.compose.colophon import made_of
from builder.compose.easy import inside
from builder.compose.puzzle import ACROSS, DOWN, FALLING, RISING, Puzzle, Step, letters_of, puzzle
from builder.lesson import Session
from builder.model.document import Document, Frame
from builder.model.pieces import Grid, Heading, Mark, Para, Piece, Points, Row
from builder.model.text import plain
from builder.model.voice import Said

FEWEST, MOST, LONGEST = 4, 10, 14
"""How many words a puzzle holds, and how long they may be."""
SIZES = {"5-8": 8, "9-12": 10}
STEPS: dict[str, tuple[Step, ...]] = {"5-8": (ACROSS, DOWN), "9-12": (ACROSS, DOWN, FALLING)}
DIRECTIONS = {ACROSS: "across", DOWN: "down", FALLING: "falling", RISING: "rising"}


def trust_circle(session: Session) -> Document:
    """Myself in the middle, around me those who help: to write or to draw."""
    voice = session.room.voice
    rings = tuple(voice.own_word(f"trust-{name}") for name in ("me", "near", "around"))
    frame = Frame("trust-circle", "trust-circle", voice.own_word("trust-circle"), (Para(voice.own_word("trust-how")), Points(rings)))
    return made_of(session, "trust-circle", (frame,))


def pledge_wall(session: Session) -> Document:
    """What a group promised, large, with room for everybody's name or hand; nothing where the workshop has no promise."""
    voice = session.room.voice
    block = next((block for part in session.parts for block in part.blocks if block.kind == "pledge"), None)
    if block is None:
        return made_of(session, "pledge-wall", ())
    promises = Points(voice.lines(getattr(block, "promises")), Mark.HEART)  # noqa: B009 - a pledge has promises
    frame = Frame("pledge-wall", "pledge-wall", voice.word("pledge-wall"), (promises, Para(voice.word("pledge-wall-how"))), shared_by=0)
    return made_of(session, "pledge-wall", (frame,))


def board_game(session: Session) -> Document:
    """For each game its rules with pieces to cut, and its board to glue from four sheets."""
    frames: list[Frame] = []
    for part in session.parts:
        for block in (block for block in part.blocks if block.kind == "board-game"):
            room = inside(session, part.lesson)
            rules = Points(room.voice.lines(getattr(block, "steps")), Mark.NUMBER)  # noqa: B009 - a game has steps
            title, pieces = room.voice.say(block.title), (rules, Para(room.voice.word("board-pieces")))
            frames.append(Frame(f"{block.address}/rules", "rules", title, pieces, room.section))
            frames += [frame for frame in block.group_sheets(room) if frame.archetype == "board"]
    return made_of(session, "board-game", tuple(frames))


def word_search(session: Session) -> Document:
    """The words of the lessons hidden in a square of letters; nothing where the lessons have too few."""
    voice = session.room.voice
    made = hidden_words(session)
    if made is None:
        return made_of(session, "word-search", ())
    tag = voice.language.tag
    grid = Grid(Row(()), tuple(Row(tuple(Said(letter, tag) for letter in row)) for row in made.rows), ())
    words = Points(tuple(Said(each.word, tag) for each in sorted(made.hidden, key=lambda each: each.word)), Mark.TICK)
    frame = Frame("word-search", "word-search", voice.word("word-search"), (Para(voice.own_word("word-search-how")), grid, words))
    return made_of(session, "word-search", (frame,))


def hidden_words(session: Session) -> Puzzle | None:
    """The puzzle of a session, in its first language; the same for the same words."""
    room, family = session.room, session.room.audience.youngest.family
    voice = replace(room.voice, second=None)
    terms = [plain(voice.say(term.word).string) for lesson in session.lessons for term in room.kept(lesson.module.vocabulary)]
    words = [word for word in dict.fromkeys(terms) if 3 <= len(letters_of(word)) <= LONGEST][:MOST]
    if len(words) < FEWEST:
        return None
    return puzzle(words, SIZES.get(family, 12), STEPS.get(family, (ACROSS, DOWN, FALLING, RISING)))


def where_words_are(session: Session) -> tuple[Piece, ...]:
    """For the guide: where each word begins and which way it goes."""
    voice, made = session.room.guide, hidden_words(session)
    if made is None:
        return ()
    rows = [
        voice.word(f"word-search-{DIRECTIONS[each.step]}", word=each.word, row=each.row + 1, column=each.column + 1) for each in made.hidden
    ]
    return (Heading(voice.word("word-search-solution")), Points(tuple(rows))) if rows else ()
