"""What the builder itself says – problems, help, questions – in the system's language, from data."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from builder.library import installed
from builder.model.report import Problem

ON_WINDOWS = {"spanish": "es", "french": "fr"}
"""Names of languages as Windows says them."""


def system_language() -> str:
    """The language that LC_ALL, LC_MESSAGES, LANGUAGE or LANG name – on Windows the system –, where it is translated, else `en`."""
    value = next((found for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG") if (found := os.environ.get(name, ""))), "")
    if not value and os.name == "nt":
        import locale

        value = locale.getlocale()[0] or ""
    name = re.split(r"[_.@:-]", value.lower())[0]
    tag = ON_WINDOWS.get(name, name)
    return tag if tag.isalpha() and (installed() / "workshops" / "locale" / tag / "commands.po").is_file() else "en"


def say(name: str, /, **values: object) -> str:
    """A sentence of the command line by its name."""
    forms = _sentences("commands")[name]
    number = values.get("n", 2)
    return forms[0 if number == 1 else -1].format(**values)


def message(problem: Problem) -> tuple[str, str]:
    """What a problem says and its remedy. A “did you mean” without a suggestion gives the explanation."""
    row = _sentences("problems")
    values = dict(problem.values)
    hint = row[f"{problem.code}/hint"][0]
    if "{near}" in hint and not values.get("near"):
        hint = row[f"{problem.code}/explain"][0]
    return _filled(row[f"{problem.code}/message"][0], values), _filled(hint, values)


def explain(code: str) -> str | None:
    """What `workshop explain` prints for a code, or None when there is no such code."""
    row = _sentences("problems")
    return row[f"{code}/explain"][0] if f"{code}/explain" in row else None


def codes() -> list[str]:
    """Every problem code."""
    return sorted({name.split("/")[0] for name in _sentences("problems")})


MOST_SHOWN = 400
"""How much of a value a problem shows."""


def _readable(value: str) -> str:
    """A value without what would upset a terminal, cut where it is very long."""
    plain = "".join(c if c.isprintable() else "�" for c in value)
    return plain if len(plain) <= MOST_SHOWN else f"{plain[:MOST_SHOWN]}…"


def _filled(sentence: str, values: Mapping[str, str]) -> str:
    values = {name: _readable(value) for name, value in values.items()}

    class Missing(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return "…"

    return sentence.format_map(Missing(values))


def _sentences(file: str) -> dict[str, tuple[str, ...]]:
    """Name → the sentence's forms in the system's language."""
    return _sentences_in(system_language(), file)


@cache
def _sentences_in(tag: str, file: str) -> dict[str, tuple[str, ...]]:
    """Name → the sentence's forms in a language, source where it is not translated."""
    import yaml

    root = installed() / "workshops"
    text = (root / "wording" / f"{file}.yaml").read_text("utf-8")
    raw: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    found = {name: _forms(value) for name, value in _flat(raw)}
    path = root / "locale" / tag / f"{file}.po"
    if tag != "en" and path.is_file():
        found |= _translated(str(path), file)
    return found


def _flat(raw: Mapping[str, Any]) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    for name, value in raw.items():
        if isinstance(value, dict) and "other" not in value:
            rows += [(f"{name}/{inner}", each) for inner, each in value.items()]
        else:
            rows.append((name, value))
    return rows


def _forms(value: Any) -> tuple[str, ...]:
    return (value["one"], value["other"]) if isinstance(value, dict) else (str(value),)


def _translated(path: str, file: str) -> dict[str, tuple[str, ...]]:
    import polib

    found = {}
    for entry in polib.pofile(path, encoding="utf-8"):
        forms = tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)) or (entry.msgstr,)
        if all(forms) and not entry.fuzzy and not entry.obsolete:
            found[entry.msgctxt.removeprefix(f"{file}/")] = forms
    return found
