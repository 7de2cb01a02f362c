"""Two versions of a text word by word: what changed, and both changes in one where they do not meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_WORD = re.compile(r"\n|[^\S\n]+|\S+")
NEAR = 60
"""How many unchanged characters around a change are shown."""


def words(text: str) -> list[str]:
    """The text cut into words, the spaces between them, and ends of lines."""
    return _WORD.findall(text)


def word_diff(old: str, new: str) -> str:
    """The new text with what is gone as `[-…-]` and what came as `{+…+}`, as `git diff --word-diff` writes it."""
    before, after = words(old), words(new)
    shown = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, came = "".join(before[i1:i2]), "".join(after[j1:j2])
        if what == "equal":
            shown.append(_shortened(came))
        else:
            shown.append((f"[-{gone}-]" if gone else "") + (f"{{+{came}+}}" if came else ""))
    return "".join(shown)


def _shortened(same: str) -> str:
    """Long stretches without a change lose their middle."""
    return same if len(same) <= 2 * NEAR + 5 else f"{same[:NEAR]} … {same[-NEAR:]}"


def merged(base: str, mine: str, theirs: str) -> str | None:
    """The base with both changes, or None where both change the same words (a three-way merge, as diff3 does it)."""
    old = words(base)
    hunks = sorted([*_hunks(old, words(mine)), *_hunks(old, words(theirs))])
    made: list[str] = []
    done = 0
    for number, (start, end, new) in enumerate(hunks):
        if number and (start, end, new) == hunks[number - 1]:
            continue
        if start < done or (number and start == hunks[number - 1][0] and start == hunks[number - 1][1]):
            return None
        made += [*old[done:start], *new]
        done = end
    return "".join([*made, *old[done:]])


def _hunks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """What is put in place of which words of the old text."""
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield i1, i2, tuple(new[j1:j2])
