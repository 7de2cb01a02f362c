"""Word searches: words hidden in a square of letters, each exactly once, in any script; the same words give the same square."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

ACROSS, DOWN, FALLING, RISING = (0, 1), (1, 0), (1, 1), (-1, 1)
"""Steps of (row, column), as the language is read."""
Step = tuple[int, int]
TRIES = 400


class Hidden(NamedTuple):
    """A word and where it stands: its first letter's row and column from 0, its step."""

    word: str
    letters: tuple[str, ...]
    row: int
    column: int
    step: Step


class Puzzle(NamedTuple):
    """A square of letters, and the words in it."""

    rows: tuple[tuple[str, ...], ...]
    hidden: tuple[Hidden, ...]


def letters_of(word: str) -> tuple[str, ...]:
    """The letters of a word in capitals, a letter with its marks as one (g̃); what is no letter is left out."""
    found: list[str] = []
    for character in unicodedata.normalize("NFC", word.upper()):
        if unicodedata.combining(character) and found:
            found[-1] += character
        elif unicodedata.category(character).startswith("L"):
            found.append(character)
    return tuple(found)


def puzzle(words: Sequence[str], size: int, steps: Sequence[Step]) -> Puzzle | None:
    """The words in a square of at least `size` letters a side; None where they cannot all stand in one without doubt."""
    wanted = [(word, letters_of(word)) for word in words]
    wanted = [each for each in wanted if not any(_inside(each[1], other) for _, other in wanted if other is not each[1])]
    side = max([size, *(len(letters) for _, letters in wanted)])
    for larger in range(3):
        for attempt in range(TRIES):
            made = _made(wanted, side + larger, steps, random.Random(f"{'|'.join(words)}/{attempt}"))  # noqa: S311 - a game
            if made:
                return made
    return None


def _inside(letters: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a word stands in another, forwards or backwards: it would be found twice."""
    both = (letters, letters[::-1])
    return any(other[at : at + len(letters)] in both for at in range(len(other) - len(letters) + 1)) and len(letters) <= len(other)


def _made(wanted: list[tuple[str, tuple[str, ...]]], side: int, steps: Sequence[Step], chance: random.Random) -> Puzzle | None:
    cells: dict[tuple[int, int], str] = {}
    hidden = []
    for word, letters in sorted(wanted, key=lambda each: (-len(each[1]), each[0])):
        places = [(row, column, step) for step in steps for row in range(side) for column in range(side)]
        chance.shuffle(places)
        at = next((each for each in places if _fits(letters, *each, side, cells)), None)
        if at is None:
            return None
        hidden.append(Hidden(word, letters, *at))
        cells.update({(at[0] + n * at[2][0], at[1] + n * at[2][1]): letter for n, letter in enumerate(letters)})
    alphabet = [letter for _, letters in wanted for letter in letters]
    rows = tuple(tuple(cells.get((row, column)) or chance.choice(alphabet) for column in range(side)) for row in range(side))
    found = [len(list(places_of(rows, each.letters))) for each in hidden]
    return Puzzle(rows, tuple(hidden)) if all(count == 1 for count in found) else None


def _fits(letters: tuple[str, ...], row: int, column: int, step: Step, side: int, cells: dict[tuple[int, int], str]) -> bool:
    ends = (row + (len(letters) - 1) * step[0], column + (len(letters) - 1) * step[1])
    if not all(0 <= end < side for end in ends):
        return False
    return all(cells.get((row + n * step[0], column + n * step[1]), letter) == letter for n, letter in enumerate(letters))


def places_of(rows: Sequence[Sequence[str]], letters: tuple[str, ...]) -> Iterator[tuple[int, int, Step]]:
    """Where a word stands in a square, in all eight directions."""
    side = len(rows)
    steps = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0)]
    for row in range(side):
        for column in range(side):
            for step in steps:
                ends = (row + (len(letters) - 1) * step[0], column + (len(letters) - 1) * step[1])
                if all(0 <= end < side for end in ends) and all(
                    rows[row + n * step[0]][column + n * step[1]] == letter for n, letter in enumerate(letters)
                ):
                    yield row, column, step
                    if len(letters) == 1:
                        break
