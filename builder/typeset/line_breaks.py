"""Where a line may end in any script (UAX #14, Unicode 15.0, numbers as in its example 7)."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache

from builder.library import installed

_HARD = {"BK", "CR", "LF", "NL"}
_KEEPS_MARK = {*_HARD, "SP", "ZW"}
_LETTER = {"AL", "HL"}
_CLOSING = {"CL", "CP", "EX", "IS", "SY"}
_SYLLABLE = {"JL", "JV", "JT", "H2", "H3"}
_JAMO = {
    *(("JL", each) for each in ("JL", "JV", "H2", "H3")),
    *((each, after) for each in ("JV", "H2") for after in ("JV", "JT")),
    ("JT", "JT"),
    ("H3", "JT"),
}
_PICTURES = {"ID", "EB", "EM"}
_MONEY = {"PR", "PO"}


@lru_cache(maxsize=4096)
def kind(character: str) -> str:
    """The character's line breaking class, resolved by rule LB1 (SA stays: its lines need a dictionary)."""
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return "H3" if (code - 0xAC00) % 28 else "H2"
    firsts, lasts, names = _classes()
    at = bisect_right(firsts, code) - 1
    found = names[at] if at >= 0 and code <= lasts[at] else "AL"
    if found == "CJ":
        return "NS"
    return "CM" if found == "SA" and unicodedata.category(character) in ("Mn", "Mc") else found


@cache
def _classes() -> tuple[list[int], list[int], list[str]]:
    """The ranges of the data file: their first characters, in order, their last ones, their classes."""
    ranges: list[tuple[int, int, str]] = []
    name = ""
    for line in (installed() / "assets" / "unicode" / "line-break.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            name = line.split(" ", 1)[0]
        for pair in line[len(name) if line.startswith(name) else 0 :].split():
            first, _, last = pair.partition("-")
            ranges.append((int(first, 16), int(last or first, 16), name))
    ranges.sort()
    return [first for first, _, _ in ranges], [last for _, last, _ in ranges], [each for _, _, each in ranges]


def breaks(text: str) -> list[int]:
    """Where the text may be cut: the numbers of the characters before which a new line may begin."""
    units = _units(text)
    judged = _Row(text, units)
    return [units[at][1] for at in range(1, len(units)) if judged.may_break(at)]


def _units(text: str) -> list[tuple[str, int]]:
    """(class, where it begins): a character with the marks on it is one (rules LB9 and LB10)."""
    units: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        each = kind(character)
        if each in ("CM", "ZWJ"):
            if units and units[-1][0] not in _KEEPS_MARK:
                continue
            each = "AL"
        units.append(("AL" if each == "SA" else each, at))
    return units


class _Row:
    """One text while it is judged, break by break, from its start."""

    def __init__(self, text: str, units: list[tuple[str, int]]) -> None:
        self.text = text
        self.kinds = [each for each, _ in units]
        self.starts = [at for _, at in units]
        self.numeric: list[str] = self._numbers()

    def may_break(self, at: int) -> bool:
        """Whether a line may begin with this unit."""
        before, after = self.kinds[at - 1], self.kinds[at]
        for rule in (self._by_space, self._by_glue, self._by_kind):
            found = rule(at, before, after)
            if found is not None:
                return found
        return self._by_signs(at, before, after)

    def _by_space(self, at: int, before: str, after: str) -> bool | None:
        """Rules LB4 to LB8a."""
        if before in _HARD:
            return (before, after) != ("CR", "LF")
        if after in _HARD or after in ("SP", "ZW"):
            return False
        if self._beyond_spaces(at) == "ZW":
            return True
        return False if self.text[self.starts[at] - 1] == "\u200d" else None

    def _by_glue(self, at: int, before: str, after: str) -> bool | None:
        """Rules LB11 to LB18."""
        if "WJ" in (before, after) or before == "GL" or (after == "GL" and before not in ("SP", "BA", "HY")):
            return False
        if after in _CLOSING:
            return False
        beyond = self._beyond_spaces(at)
        if beyond == "OP" or (beyond, after) in (("QU", "OP"), ("CL", "NS"), ("CP", "NS"), ("B2", "B2")):
            return False
        return True if before == "SP" else None

    def _by_kind(self, at: int, before: str, after: str) -> bool | None:
        """Rules LB19 to LB22."""
        if "QU" in (before, after):
            return False
        if "CB" in (before, after):
            return True
        if after in ("BA", "HY", "NS", "IN") or before == "BB":
            return False
        if before in ("HY", "BA") and at > 1 and self.kinds[at - 2] == "HL":
            return False
        return False if (before, after) == ("SY", "HL") else None

    def _by_signs(self, at: int, before: str, after: str) -> bool:
        """Rules LB23 to LB31."""
        together = (
            (before in _LETTER and after in (*_LETTER, "NU", *_MONEY))
            or (after in _LETTER and before in ("NU", "IS", *_MONEY))
            or (before == "PR" and after in _PICTURES)
            or (before in _PICTURES and after == "PO")
            or self._in_number(at, before, after)
            or (before, after) in _JAMO
            or (before in _SYLLABLE and after == "PO")
            or (before == "PR" and after in _SYLLABLE)
            or (before in (*_LETTER, "NU") and after == "OP" and self._is_narrow(at))
            or (before == "CP" and after in (*_LETTER, "NU") and self._is_narrow(at - 1))
            or (after == "EM" and (before == "EB" or self._is_future_picture(at - 1)))
            or (before == after == "RI" and self._flags(at) % 2 == 1)
        )
        return not together

    def _in_number(self, at: int, before: str, after: str) -> bool:
        """Rule LB25 with the expression (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?."""
        if after == "NU":
            return before in (*_MONEY, "OP", "HY") or self.numeric[at - 1] == "number"
        if after in ("OP", "HY"):
            return before in _MONEY and at + 1 < len(self.kinds) and self.kinds[at + 1] == "NU"
        return after in _MONEY and self.numeric[at - 1] in ("number", "closed")

    def _numbers(self) -> list[str]:
        """Of each unit, whether it is inside a number, or closes the brackets around one."""
        found: list[str] = []
        for each in self.kinds:
            inside = bool(found) and found[-1] == "number"
            if each == "NU" or (inside and each in ("SY", "IS")):
                found.append("number")
            else:
                found.append("closed" if inside and each in ("CL", "CP") else "")
        return found

    def _beyond_spaces(self, at: int) -> str:
        """The class before the spaces that stand before this unit."""
        at -= 1
        while at >= 0 and self.kinds[at] == "SP":
            at -= 1
        return self.kinds[at] if at >= 0 else ""

    def _is_narrow(self, at: int) -> bool:
        return unicodedata.east_asian_width(self.text[self.starts[at]]) not in ("F", "W", "H")

    def _is_future_picture(self, at: int) -> bool:
        """A place that Unicode keeps for pictures (Extended_Pictographic and unassigned)."""
        character = self.text[self.starts[at]]
        return kind(character) == "ID" and unicodedata.category(character) == "Cn" and ord(character) >= 0x1F000

    def _flags(self, at: int) -> int:
        """How many regional indicators stand before this unit."""
        count = 0
        while at > count and self.kinds[at - 1 - count] == "RI":
            count += 1
        return count
