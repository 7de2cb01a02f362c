"""`workshop explain`: what a problem means and how to mend it."""

from __future__ import annotations

import click

from builder.commands import show
from builder.wording import codes, explain, say


@click.command("explain", help=say("help-explain"))
@click.argument("code")
def command(code: str) -> int:
    """Prints the explanation; an unknown code is told with the nearest."""
    text = explain(code)
    if text is not None:
        click.echo(text)
        return 0
    from difflib import get_close_matches

    near = get_close_matches(code, codes(), 1)
    show.line(say("explain-unknown", code=code) + (f" – {say('did-you-mean', name=near[0])}" if near else ""))
    return 2
