"""HTML as a type of its own, so that no text of an author gets into a page without being escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

Html = NewType("Html", str)
EMPTY = Html("")
VOID = frozenset({"br", "hr", "img", "input", "meta"})


def text(string: str) -> Html:
    """The string as it stands between tags and in attributes."""
    return Html(escape(string, quote=True))


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Several pieces of HTML one after the other; `between` is a text."""
    return Html(text(between).join(parts))


def tag(name: str, /, *inner: Html, **attributes: str | bool | int | None) -> Html:
    """An element. None and False leave an attribute out, True gives it no value; lines in its name become hyphens, one at its end none."""
    told = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None and value is not False)
    return Html(f"<{name}{told}>") if name in VOID else Html(f"<{name}{told}>{''.join(inner)}</{name}>")


def _attribute(key: str, value: str | bool | int) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"'
