"""Milliseconds a page for typesetting – breaking, fitting, placing – of slides, sheets and guide, in three languages.

Each language in a process of its own: cold is the first pack there, imports and typefaces included; warm the quickest of more.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

PACKS = {"en": ("en", "PY"), "es": ("es", "PY"), "ar": ("ar", "TD")}
RUNS = 5
SETTERS = (("slides", "builder.typeset.slide_pages", "slide_pages"), ("handouts", "builder.typeset.paper.editions", "handouts"),
           ("guide", "builder.typeset.paper.editions", "guide"))  # fmt: skip


def timed(setter: Callable[..., Any], found: list[tuple[str, float, int]], name: str) -> Callable[..., Any]:
    """The setter, which notes how long it took and how many pages it made."""

    def set_(*words: Any) -> Any:
        started = time.perf_counter()
        made = setter(*words)
        found.append((name, time.perf_counter() - started, len(made.pages)))
        return made

    return set_


def measured(language: str, country: str) -> None:
    """Draws one pack again and again and prints a row for each document."""
    from importlib import import_module

    from builder.content import Content
    from builder.library import Library, installed
    from builder.model.report import Report
    from builder.pipeline import draw, session_of
    from builder.request import DOCUMENTS, Outcome, Request, combinations

    found: list[tuple[str, float, int]] = []
    for name, module, function in SETTERS:
        home = import_module(module)
        setattr(home, function, timed(getattr(home, function), found, name))
    content = Content(Library((installed(),)), Report())
    request = Request(
        "children-one-visit", Path("output"), date(2026, 11, 25), "9-12", language, country, modules="cyberbullying", draft=True
    )
    workshop = content.workshop(request.plan)
    assert workshop
    for _ in range(RUNS):
        report = Report()
        wanted = combinations(request, content, workshop, Outcome(report))[0]
        draw(content, session_of(content, workshop, wanted, report), DOCUMENTS, report)
        assert not report.errors
    for name, _, _ in SETTERS:
        rows = [1000 * seconds / pages for each, seconds, pages in found if each == name]
        print(f"{language}  {name:<9} {rows[0]:5.1f} ms a page cold  {min(rows[1:]):5.1f} warm")


if __name__ == "__main__":
    if sys.argv[1:]:
        measured(*sys.argv[1:])
    else:
        for words in PACKS.values():
            subprocess.run([sys.executable, __file__, *words], check=True)
