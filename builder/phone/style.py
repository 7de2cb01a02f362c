"""How a page looks: the theme's colours by day and by night, then the rules that all pages share."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.model.look import Look
from builder.phone.markup import Html

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*([{};,])\s*")


def style(look: Look, rules: str, night: Mapping[str, str]) -> Html:
    """The style sheet; `night` holds the same names as the day's colours. Paper is printed by day."""
    day = {name: look.colours[role].value for name, role in DAY.items()}
    size = min(max(look.sheet[0] / 13, 1.0625), 1.375)
    shared = {"corner": f"{look.radius * 0.6:.0f}px", "size": f"{size:g}rem"}
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_values(night)}}}}}"
    return Html(f":root{{{_values(day | shared)}}}{dark}{_short(rules)}")


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
