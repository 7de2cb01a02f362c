"""`workshop translate`: translation files brought up to date, and how far they are."""

from __future__ import annotations

import json
from pathlib import Path

import click

from builder.commands import show
from builder.wording import say


@click.group("translate", help=say("help-translate"))
def command() -> None:
    """Holds the two commands."""


@command.command("sync", help=say("help-sync"))
@click.option("--language", default="es", help=say("opt-language"))
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), help=say("opt-workspace"))
def sync(language: str, workspace: Path | None) -> int:
    """Writes a PO file for each content file; nothing a translator wrote is lost."""
    from builder.translating import synchronise

    report, written = synchronise(language, workspace)
    show.problems(report)
    for path, count in written:
        click.echo(say("synced", path=path, n=count))
    return 1 if report.errors else 0


@command.command("status", help=say("help-status"))
@click.option("--language", default="all", help=say("opt-language"))
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), help=say("opt-workspace"))
@click.option("--json", "as_json", is_flag=True, help=say("opt-json"))
def status(language: str, workspace: Path | None, as_json: bool) -> int:
    """Prints for each language and file how much is translated, outdated and to do."""
    from builder.translating import standing

    report, rows = standing(language, workspace)
    show.problems(report)
    if as_json:
        keys = ("language", "name", "translated", "outdated", "missing", "words")
        click.echo(json.dumps([dict(zip(keys, (tag, name, *found), strict=True)) for tag, name, found in rows], indent=2))
        return 0
    for tag, name, found in rows:
        click.echo(
            say("status-row", language=tag, name=name, done=found.translated, total=found.total, stale=found.outdated, words=found.words)
        )
    return 0
