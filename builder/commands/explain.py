"""`workshop explain`: what a problem means and how to mend it, or a page of the documentation."""

from __future__ import annotations

from pathlib import Path

import click

from builder.commands import show
from builder.wording import codes, explain, message, say

PAGES = ("lessons", "events", "printing", "partners", "brand", "translating")
"""Pages that travel with the builder, so that they can be read offline."""


@click.command("explain", help=say("help-explain"))
@click.argument("code")
def command(code: str) -> int:
    """Prints the problem, its remedy and the reason – or the page –; what is unknown is told with the nearest."""
    text = _page(code) or _problem(code)
    if text:
        click.echo(text)
        return 0
    from difflib import get_close_matches

    near = get_close_matches(code, [*codes(), *PAGES], 1)
    show.line(say("explain-unknown", code=code) + (f" – {say('did-you-mean', name=near[0])}" if near else ""))
    return 2


def _problem(code: str) -> str:
    """What a problem says – its values left open –, how to mend it, and why."""
    from builder.model.report import Problem

    text = explain(code)
    if text is None:
        return ""
    what, remedy = message(Problem(code, None, (("near", "…"),)))
    return f"{what[:1].upper()}{what[1:]}.\n{say('hint')}: {remedy}\n\n{text}"


def _page(name: str) -> str:
    from builder.library import installed

    path: Path = installed() / "docs" / f"{name}.md"
    return path.read_text("utf-8") if name in PAGES and path.is_file() else ""
