"""Which way a language is written, and what keeps its own way inside text that runs to the left."""

from __future__ import annotations

import re
from typing import NamedTuple

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
)
_ISOLATED = re.compile(rf"(?<![A-Za-z0-9_\u00c0-\u024f@])(?:(?P<number>(?:{_NUMBER})(?![A-Za-z\u00c0-\u024f@]))|{_ADDRESS})")


def isolates(text: str) -> list[Isolate]:
    """Phone numbers, ranges, dates, times, addresses of pages and mail, and names with signs (@ana, Disney+), in order."""
    found = ((match.start(), match.end(), match["number"]) for match in _ISOLATED.finditer(text))
    return [Isolate(start, end, bool(number)) for start, end, number in found if not (number and number.rstrip("%٪").isdecimal())]
