"""How a page looks: the theme's colours by day and by night, then the rules that all pages share."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.model.direction import isolates
from builder.model.look import Look
from builder.model.voice import Said
from builder.phone.leaf import Leaf
from builder.phone.markup import Html

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LEFT_TO_RIGHT, RIGHT_TO_LEFT, END = "\u2066", "\u2067", "\u2069"
"""Isolates: what stands between two of them is in its own order."""
_SPACE = re.compile(r"\s*([{};,])\s*")


def style(look: Look, rules: str, night: Mapping[str, str]) -> Html:
    """The style sheet; `night` holds the same names as the day's colours. Paper is printed by day."""
    day = {name: look.colours[role].value for name, role in DAY.items()}
    size = min(max(look.sheet[0] / 13, 1.0625), 1.375)
    shared = {"corner": f"{look.radius * 0.6:.0f}px", "size": f"{size:g}rem"}
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_values(night)}}}}}"
    return Html(f":root{{{_values(day | shared)}}}{dark}{_short(rules)}")


def on_every_page(leaf: Leaf, said: Said) -> Html:
    """The rule that prints a text at the foot of every page, where browsers know how; numbers keep their order in any language."""
    string = leaf.plain(said)
    for start, stop, _ in reversed(list(isolates(string))):
        string = f"{string[:start]}{LEFT_TO_RIGHT}{string[start:stop]}{END}{string[stop:]}"
    told = f"{RIGHT_TO_LEFT if leaf.voice.language.rtl else LEFT_TO_RIGHT}{string}{END}"
    escaped = "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in told)
    return Html(f'@page{{@bottom-center{{content:"{escaped}";font:10pt sans-serif}}}}')


DAY = {
    "ground": "paper", "box": "wash", "ink": "ink", "mute": "mute", "strong": "deep", "edge": "main", "rule": "line",
    "help": "help", "help-box": "help_wash", "plate": "wash", "number": "deep", "on-number": "white",
}  # fmt: skip
"""What the rules call a colour → its role in the theme."""


def _values(values: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in values.items())


def _short(rules: str) -> str:
    """The rules without comments and without spaces that mean nothing."""
    return _SPACE.sub(r"\1", _COMMENT.sub("", rules)).strip()
