"""`workshop preview`: slides as pictures, to look at while writing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from builder.commands import show
from builder.wording import say


@click.command("preview", help=say("help-preview"))
@click.argument("address")
@click.option("--audience", help=say("opt-audience"))
@click.option("--language", help=say("opt-language"))
@click.option("--country", help=say("opt-country"))
@click.option("--draft", is_flag=True, help=say("opt-draft"))
@click.option("--width", type=click.IntRange(100, 4000), default=960, help=say("opt-width"))
@click.option("--output", type=click.Path(path_type=Path), default=Path("output/preview"), help=say("opt-output"))
@click.option("--partner", default="", help=say("opt-partner"))
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), help=say("opt-workspace"))
def command(address: str, width: int, output: Path, **words: str | Path | bool | None) -> int:
    """Writes a PNG for each slide of the plan, module or block."""
    from builder.previewing import pictures
    from builder.request import Request

    request = Request(plan=address, output=output, today=date.today(), documents="slides", **words)  # type: ignore[arg-type]
    report, written = pictures(request, width)
    show.problems(report)
    for path in written:
        click.echo(path)
    return 1 if report.errors else 0
