"""Text that runs both ways: the level of each character (UAX #9, with isolates), and the order of a line's runs.

Even levels run to the right, odd ones to the left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from builder.model.direction import Isolate

Classes = list[str]
DEEPEST = 125
_OPENERS = {"LRI", "RLI", "FSI"}
_EMBEDDINGS = {"RLE", "LRE", "RLO", "LRO"}
_REMOVED = {*_EMBEDDINGS, "PDF", "BN"}
_NEUTRAL = {"B", "S", "WS", "ON", "PDI", *_OPENERS}
_AT_END = {"WS", "PDI", *_OPENERS, *_REMOVED}
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘"
    "⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""Brackets in pairs (BidiBrackets.txt)."""
CLOSER = {opener: unicodedata.normalize("NFC", closer) for opener, closer in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
_CLOSERS = set(_PAIRS[1::2])


@lru_cache(maxsize=4096)
def kind(character: str) -> str:
    """The character's bidirectional class; one that Unicode does not know yet counts as a letter."""
    return unicodedata.bidirectional(character) or "L"


def levels(text: str, base: int, isolates: Iterable[Isolate] = ()) -> list[int]:
    """The level of each character of a paragraph whose own level is `base`.

    Isolates are set as if U+2066 and U+2069 stood around them, and the digits of numbers as letters, so that groups keep
    their order in any digits.
    """
    classes = [kind(character) for character in text]
    characters, shifted, real = list(text), list(classes), list(range(len(text)))
    for start, end, number in sorted(isolates, reverse=True):
        inside = ["L"] * (end - start) if number else shifted[start:end]
        shifted[start:end] = ["LRI", *inside, "PDI"]
        characters[start:end] = ["\u2066", *characters[start:end], "\u2069"]
        real[start:end] = [-1, *real[start:end], -1]
    found = resolved(characters, shifted, base)
    return [level for level, at in zip(found, real, strict=True) if at >= 0]


def line_levels(text: str, found: Sequence[int], base: int) -> list[int]:
    """The levels on one line: tabs, and spaces at its end or before tabs, take the paragraph's level (rule L1)."""
    return with_end_at([kind(character) for character in text], found, base)


def with_end_at(classes: Sequence[str], found: Sequence[int], base: int) -> list[int]:
    """The levels of one line's characters with rule L1, by their classes."""
    line, at_end = list(found), True
    for at in range(len(classes) - 1, -1, -1):
        at_end = classes[at] in ("S", "B") or (at_end and classes[at] in _AT_END)
        if at_end:
            line[at] = base
    return line


def visual(found: Sequence[int]) -> list[int]:
    """The order from left to right of what has these levels (rule L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), min((each for each in found if each % 2), default=1) - 1, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = end + 1
    return order


def first_strong(classes: Sequence[str]) -> int | None:
    """The level that the first letter gives, isolates skipped (rules P2 and P3); None where there is none."""
    inside = 0
    for each in classes:
        if each in _OPENERS:
            inside += 1
        elif each == "PDI":
            inside = max(0, inside - 1)
        elif not inside and each in ("L", "R", "AL"):
            return int(each != "L")
    return None


def resolved(characters: Sequence[str], classes: Classes, base: int) -> list[int]:
    """The levels by rules X1 to I2. What the rules remove has the level of what stands before it (5.2)."""
    partners = _partners(classes)
    embedded, kinds = _explicit(classes, base, partners)
    found = list(embedded)
    for sequence in _sequences(classes, embedded, partners):
        row = [kinds[at] for at in sequence]
        own = "R" if embedded[sequence[0]] % 2 else "L"
        start, end = _around(sequence, classes, embedded, base)
        _weak(row, start)
        _brackets(row, [characters[at] for at in sequence], [classes[at] for at in sequence], start, own)
        _neutral(row, start, end, own)
        for at, each in zip(sequence, row, strict=True):
            found[at] += (each != "R") if own == "R" else {"L": 0, "R": 1}.get(each, 2)
    for at, each in enumerate(classes):
        if each in _REMOVED:
            found[at] = found[at - 1] if at else base
    return found


def _partners(classes: Sequence[str]) -> dict[int, int]:
    """Each isolate's opener → its closer, and back (BD9)."""
    pairs: dict[int, int] = {}
    open_: list[int] = []
    for at, each in enumerate(classes):
        if each in _OPENERS:
            open_.append(at)
        elif each == "PDI" and open_:
            start = open_.pop()
            pairs[start], pairs[at] = at, start
    return pairs


class _State(NamedTuple):
    level: int
    override: str = ""
    isolate: bool = False


class _Nesting:
    """What is open while a paragraph is read (X1 to X7); what is nested too deeply is only counted."""

    def __init__(self, base: int) -> None:
        self.stack = [_State(base)]
        self.isolates = 0
        self.embeddings = 0

    def open(self, each: str, inside: Sequence[str]) -> None:
        """Begins an embedding, an override or an isolate."""
        leftwards = bool(first_strong(inside)) if each == "FSI" else each[0] == "R"
        before = self.stack[-1].level
        level = before + 1 + (before % 2 if leftwards else (before + 1) % 2)
        if level <= DEEPEST and not self.isolates and not self.embeddings:
            self.stack.append(_State(level, {"RLO": "R", "LRO": "L"}.get(each, ""), each in _OPENERS))
        elif each in _OPENERS:
            self.isolates += 1
        elif not self.isolates:
            self.embeddings += 1

    def close_isolate(self) -> None:
        """Ends the innermost isolate, and what was opened in it."""
        if self.isolates:
            self.isolates -= 1
        elif any(state.isolate for state in self.stack):
            self.embeddings = 0
            while not self.stack.pop().isolate:
                pass

    def close_embedding(self) -> None:
        """Ends the innermost embedding or override."""
        if self.isolates:
            return
        if self.embeddings:
            self.embeddings -= 1
        elif not self.stack[-1].isolate and len(self.stack) > 1:
            self.stack.pop()


def _explicit(classes: Classes, base: int, partners: dict[int, int]) -> tuple[list[int], Classes]:
    """Rules X1 to X8: levels from embeddings, overrides and isolates; classes after overrides."""
    nesting, found, kinds = _Nesting(base), [], list(classes)
    for at, each in enumerate(classes):
        if each == "PDI":
            nesting.close_isolate()
        elif each == "PDF":
            nesting.close_embedding()
        state = nesting.stack[-1]
        found.append(base if each == "B" else state.level)
        if state.override and each not in _REMOVED and each != "B":
            kinds[at] = state.override
        if each in _EMBEDDINGS or each in _OPENERS:
            nesting.open(each, classes[at + 1 : partners.get(at)])
    return found, kinds


def _sequences(classes: Sequence[str], found: Sequence[int], partners: dict[int, int]) -> list[list[int]]:
    """The isolating run sequences (BD13): characters of one level, read on beyond isolates."""
    runs: list[list[int]] = []
    for at, each in enumerate(classes):
        if each in _REMOVED:
            continue
        if runs and found[runs[-1][-1]] == found[at] and classes[runs[-1][-1]] != "B":
            runs[-1].append(at)
        else:
            runs.append([at])
    sequences: list[list[int]] = []
    waiting: dict[int, list[int]] = {}
    for run in runs:
        sequence = waiting.pop(run[0], None)
        if sequence is None:
            sequences.append(sequence := [])
        sequence += run
        if classes[run[-1]] in _OPENERS and run[-1] in partners:
            waiting[partners[run[-1]]] = sequence
    return sequences


def _around(sequence: list[int], classes: Classes, embedded: Sequence[int], base: int) -> tuple[str, str]:
    """The directions before and after a sequence (X10)."""
    first, last = sequence[0], sequence[-1]
    before = next((embedded[at] for at in range(first - 1, -1, -1) if classes[at] not in _REMOVED), base)
    after = next((embedded[at] for at in range(last + 1, len(embedded)) if classes[at] not in _REMOVED), base)
    if classes[last] in _OPENERS:
        after = base
    level = embedded[first]
    return ("R" if max(level, before) % 2 else "L"), ("R" if max(level, after) % 2 else "L")


def _weak(row: Classes, start: str) -> None:
    """Rules W1 to W7: marks, numbers and what belongs to them."""
    strong, before = start, start
    for at, each in enumerate(row):
        if each == "NSM":
            row[at] = "ON" if before in _OPENERS or before == "PDI" else before
        before = row[at]
        if before in ("L", "R", "AL"):
            strong = before
        elif before == "EN" and strong == "AL":
            row[at] = "AN"
    row[:] = ["R" if each == "AL" else each for each in row]
    for at in range(1, len(row) - 1):
        left, right = row[at - 1], row[at + 1]
        if left == right and ((row[at] in ("ES", "CS") and left == "EN") or (row[at] == "CS" and left == "AN")):
            row[at] = left
    _beside_numbers(row)
    strong = start
    for at, each in enumerate(row):
        if each in ("L", "R"):
            strong = each
        elif each in ("ES", "ET", "CS"):
            row[at] = "ON"
        elif each == "EN" and strong == "L":
            row[at] = "L"


def _beside_numbers(row: Classes) -> None:
    """Rule W5: signs such as % and $ beside a number belong to it."""
    at = 0
    while at < len(row):
        end = at
        while end < len(row) and row[end] == "ET":
            end += 1
        if end > at and ((at and row[at - 1] == "EN") or (end < len(row) and row[end] == "EN")):
            row[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)


def _direction(each: str) -> str:
    return "R" if each in ("R", "EN", "AN") else each if each == "L" else ""


def _brackets(row: Classes, characters: Sequence[str], classes: Sequence[str], start: str, own: str) -> None:
    """Rule N0: a pair of brackets runs as what stands in it, or before it."""
    for opener, closer in _bracket_pairs(row, characters):
        inside = {_direction(each) for each in row[opener + 1 : closer]} - {""}
        if not inside:
            continue
        way = own
        if own not in inside:
            context = next((found for at in range(opener - 1, -1, -1) if (found := _direction(row[at]))), start)
            way = context if context in inside else own
        for at in (opener, closer):
            row[at] = way
            follow = at + 1
            while follow < len(row) and classes[follow] == "NSM":
                row[follow] = way
                follow += 1


def _bracket_pairs(row: Sequence[str], characters: Sequence[str]) -> list[tuple[int, int]]:
    """Openers and their closers, by opener (BD16)."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for at, character in enumerate(characters):
        if row[at] != "ON":
            continue
        if character in CLOSER:
            if len(stack) == 63:
                break
            stack.append((CLOSER[character], at))
        elif character in _CLOSERS:
            shape = unicodedata.normalize("NFC", character)
            depth = next((n for n in range(len(stack) - 1, -1, -1) if stack[n][0] == shape), None)
            if depth is not None:
                pairs.append((stack[depth][1], at))
                del stack[depth:]
    return sorted(pairs)


def _neutral(row: Classes, start: str, end: str, own: str) -> None:
    """Rules N1 and N2: what has no direction takes that of both its sides, else the sequence's own."""
    at = 0
    while at < len(row):
        if row[at] not in _NEUTRAL:
            at += 1
            continue
        stop = at
        while stop < len(row) and row[stop] in _NEUTRAL:
            stop += 1
        left = _direction(row[at - 1]) if at else start
        right = _direction(row[stop]) if stop < len(row) else end
        row[at:stop] = [left if left == right else own] * (stop - at)
        at = stop
