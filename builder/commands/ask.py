"""`workshop` alone: five questions, then the pack."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.commands import show
from builder.wording import say

if TYPE_CHECKING:
    from builder.content import Content


def ask() -> int:
    """Asks which workshop, for whom, where, in which language and for how many; builds; gives the exit code."""
    from builder.commands.build import told
    from builder.content import Content
    from builder.model.report import Report
    from builder.request import Request, library_for, run

    content = Content(library_for(None), Report())
    plans = list(content.library.plans())
    plan = _choose(say("ask-plan"), [(name, _title(content, name)) for name in plans])
    workshop = content.workshop(plan)
    audiences = [str(name) for name in workshop.plan.audiences] if workshop else []
    audience = _choose(say("ask-audience"), [(name, show.spoken(content, content.labels[name])) for name in audiences])
    countries = [(name, _country(content, name)) for name in content.library.countries()]
    country = _choose(say("ask-country"), countries)
    found = content.country(country)
    known = content.library.languages()
    tags = [tag for tag in found.languages if tag in known] if found else []
    language = _choose(say("ask-language"), [(tag, getattr(content.language(tag), "name", tag)) for tag in tags])
    count = _number(say("ask-participants"), 30)
    request = Request(plan, Path("output"), date.today(), audience, language, country, participants=count)
    outcome = run(request, show.line)
    told(outcome, False)
    return 1 if outcome.report.errors else 0


def _title(content: Content, name: str) -> str:
    workshop = content.workshop(name)
    return show.spoken(content, workshop.plan.title) if workshop else name


def _country(content: Content, name: str) -> str:
    country = content.country(name)
    return show.spoken(content, country.name) if country else name


def _choose(question: str, rows: list[tuple[str, str]]) -> str:
    """The id of the row whose number was typed; the first when only Enter was pressed."""
    show.line(f"\n{question}")
    for number, (name, label) in enumerate(rows, 1):
        show.line(f"  {number}  {label}  ({name})")
    while True:
        typed = click.prompt("", prompt_suffix="> ", default="1", show_default=False, err=True).strip()
        if typed.isdigit() and 1 <= int(typed) <= len(rows):
            return rows[int(typed) - 1][0]
        if typed in dict(rows):
            return typed
        show.line(say("ask-again"))


def _number(question: str, usual: int) -> int:
    show.line(f"\n{question} ({usual})")
    while True:
        typed = click.prompt("", prompt_suffix="> ", default=str(usual), show_default=False, err=True).strip()
        if typed.isdigit() and 1 <= int(typed) <= 5000:
            return int(typed)
        show.line(say("ask-number"))
