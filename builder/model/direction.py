"""Which way a language is written, and what keeps its own way inside text that runs to the left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import bidirectional

from builder.model.language import primary

_LEFTWARDS = {"ar": "Arab", "ckb": "Arab", "dv": "Thaa", "fa": "Arab", "he": "Hebr", "ks": "Arab", "pnb": "Arab", "ps": "Arab",
              "sd": "Arab", "syr": "Syrc", "ug": "Arab", "ur": "Arab", "yi": "Hebr"}  # fmt: skip
"""Languages that are written from right to left, and their scripts (CLDR, likely subtags)."""


def runs_leftwards(tag: str) -> bool:
    """Whether lines of this language run from right to left; `qps-rtl`, the trial language, written `qps-Arab`, does too."""
    return primary(tag) in _LEFTWARDS or tag.startswith(("qps-rtl", "qps-Arab"))


def script_of(tag: str) -> str:
    """The script that signs and digits of this language belong to where no letter stands by them (ISO 15924)."""
    return _LEFTWARDS.get(primary(tag), "Arab" if runs_leftwards(tag) else "Latn")


class Isolate(NamedTuple):
    """Characters that stand by themselves from left to right, `start` to `end`; a `number` holds together on a line."""

    start: int
    end: int
    number: bool = False


_BETWEEN = r"(?:[ \u00a0\u202f]|[-\u2010-\u2014\u2212/.,:'’٫٬]|[ \u00a0][-\u2010-\u2014][ \u00a0]|(?=\())"
_CODE = r"\(\+?\d+\)[ \u00a0-]?(?=\d)"
_NUMBER = rf"[*#]+\d+(?:[*#]\d+)*#?|(?:[+\u2212](?=[\d(]))?(?:{_CODE})?\d+(?:{_BETWEEN}(?:{_CODE})?\d+)*[%٪]?"
_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>«»“”،؛؟]*[\w/=&#-]"
    r"|[\w.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+"
    r"|[@#][a-zA-Z0-9_](?:[a-zA-Z0-9_.]*[a-zA-Z0-9_])?"
    r"|(?:[a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}(?:/[^\s<>«»“”،؛؟]*[\w/=&#-]|/)?"
    r"|[a-zA-Z]\w*[+#]+(?!\w)"
    r"|--[a-z][a-z0-9-]*(?:[ =][a-z0-9][a-z0-9-]*(?![\w-]))?"
    r"|[A-Z]{2,9}(?:[ \u00a0-][A-Z]{2,9}){0,3}[ \u00a0]\d+(?:\.\d+)+(?!\w)"
    r"|[a-zA-Z\u00c0-\u024f][\w.]*(?:[-/][\w.]+)*[-/]\d+(?:[-\u2013/.]\d+)+(?!\w)"
    r"|[a-zA-Z\u00c0-\u024f]\w*[ \u00a0]\d+(?:[-\u2013/.]\d+)+(?!\w)"
)
_ISOLATED = re.compile(rf"(?<![A-Za-z0-9_\u00c0-\u024f@])(?:(?P<number>(?:{_NUMBER})(?![\dA-Za-z\u00c0-\u024f@]))|{_ADDRESS})")


def isolates(text: str) -> list[Isolate]:
    """Phone numbers, ranges, dates, times, addresses of pages and mail, names with signs (@ana, Disney+), options, in order.

    A version stays with its name (CC BY 4.0, COVID-19/20, iOS 9-12): by itself the number would change places with it.
    """
    found = ((match.start(), match.end(), match["number"]) for match in _ISOLATED.finditer(text))
    return [Isolate(start, end, bool(number)) for start, end, number in found if not (number and number.isdecimal())]


_LRM, _RLM, _LRE, _PDF = "\u200e", "\u200f", "\u202a", "\u202c"
_HELD = {" ": "\u00a0", "\u2014": "\u2060\u2014\u2060"} | {dash: f"{dash}\u2060" for dash in "\u2010\u2012\u2013"}
"""What keeps the signs in a number from ending a line; lines end before an em dash, too (UAX #14, B2)."""
_LETTERS, _DIGITS = ("L", "R", "AL"), ("EN", "AN")


def marked(text: str, rtl: bool) -> list[str]:
    """What a word processor must be given for each character, so that it shows isolated what `isolates` finds.

    An embedding (U+202A, U+202C) keeps it from left to right; a mark on either side (U+200E, U+200F) stands for the direction that an
    isolate would take there, so that neighbours do not join. A number stays on one line: its spaces become no-break spaces, its
    dashes are followed by a word joiner. Not U+2066 to U+2069:
    programs older than Unicode 6.3 show boxes for them. `rtl` is the direction of the paragraph.
    """
    given, found = list(text), isolates(text)
    kinds = [bidirectional(character) for character in text]
    for start, end, _ in found:
        kinds[start:end] = ["ON"] * (end - start)
    for start, end, number in found:
        if number:
            given[start:end] = [_HELD.get(character, character) for character in given[start:end]]
        around = _around(kinds, start, end, rtl)
        mark = _RLM if around == (True, True) or (rtl and True in around) else _LRM
        given[start] = mark + _LRE + given[start]
        given[end - 1] += _PDF + mark
    return given


_DASH = re.compile(r"(?<=\d)[\u2010\u2012-\u2014](?=\d)")


def held(lines: Sequence[str]) -> list[str]:
    """What a word processor must be given for each character of these lines, so that no range is torn from one to the next.

    Only where a range begins a line could its first number end the line before, so only there a word joiner follows the dash:
    everywhere else a reader finds and copies the text as it was written.
    """
    text, given, start = "".join(lines), list("".join(lines)), 0
    for line in lines[:-1]:
        start += len(line)
        end = text.find(" ", start)
        for dash in _DASH.finditer(text, start, end if end > 0 else len(text)):
            given[dash.start()] = _HELD[dash[0]]
    return given


def turning(text: str) -> str:
    """The first hidden character that may turn text around, such as `U+202E`; nothing where the text has none.

    Overrides and embeddings are never needed here, where numbers and names are isolated anyway; an isolate must end where its text ends.
    """
    depth = 0
    for character in text:
        if character in "\u202a\u202b\u202c\u202d\u202e":
            return f"U+{ord(character):04X}"
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        if depth < 0:
            return "U+2069"
    return "U+2066" if depth else ""


def apart(string: str, tag: str) -> str:
    """A text that is put into another, of this language: where that runs leftwards, Latin letters in it draw no neighbour along."""
    return f"{_RLM}{string}{_RLM}" if runs_leftwards(tag) and any(bidirectional(each) == "L" for each in string) else string


def _around(kinds: Sequence[str], start: int, end: int, rtl: bool) -> tuple[bool, bool]:
    """Whether what stands before and after runs leftwards; digits run as the letters before them (UAX #9, W7 and N1)."""
    before = next((kind != "L" for kind in reversed(kinds[:start]) if kind in _LETTERS), rtl)
    after = next((kind for kind in kinds[end:] if kind in _LETTERS or kind in _DIGITS), "")
    if after in _DIGITS:
        return before, before
    return before, after != "L" if after else rtl
