"""`workshop translate`: translation files kept up to date, sent out, taken back, counted and signed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from builder.commands import show
from builder.wording import say

_workspace = click.option(
    "--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), default=None, help=say("opt-workspace")
)
_partner = click.option("--partner", default="", help=say("opt-one-partner"))


def _language(default: str | None, what: str = "opt-tag") -> Callable[[Any], Any]:
    return click.option("--language", default=default, required=default is None, help=say(what))


@click.group("translate", help=say("help-translate"))
def command() -> None:
    """Holds the commands."""


@command.command("sync", help=say("help-sync"))
@_language(None)
@click.option("--minor", is_flag=True, help=say("opt-minor"))
@_workspace
@_partner
def sync(language: str, minor: bool, workspace: Path | None, partner: str) -> int:
    """Writes a PO file for each content file; nothing a translator wrote is lost."""
    from builder.translating.keeping import synchronise

    report, written = synchronise(language, workspace, partner, minor=minor)
    show.problems(report)
    for path, count, outdated in written:
        click.echo(say("synced", path=path, n=count) + (f" – {say('outdated', n=outdated)}" if outdated else ""))
    return 1 if report.errors else 0


@command.command("status", help=say("help-status"))
@_language("all")
@_workspace
@_partner
@click.option("--json", "as_json", is_flag=True, help=say("opt-json"))
def status(language: str, workspace: Path | None, partner: str, as_json: bool) -> int:
    """Prints for each language and file how much is translated, outdated, unsigned and to do."""
    from builder.translating.keeping import standing

    report, rows = standing(language, workspace, partner)
    show.problems(report)
    if as_json:
        click.echo(json.dumps([{"language": tag, "name": name, **found._asdict()} for tag, name, found in rows], indent=2))
        return 1 if report.errors else 0
    for tag, name, found in rows:
        values = {"done": found.translated, "total": found.total, "stale": found.outdated, "words": found.words}
        click.echo(say("status-row", language=tag, name=name, unsigned=found.unsigned, **values))
    return 1 if report.errors else 0


@command.command("export", help=say("help-export"))
@_language(None)
@click.option("--module", "names", default="all", help=say("opt-names"))
@click.option("--format", "form", type=click.Choice(["po", "xlsx", "html"]), default="xlsx", help=say("opt-exchange"))
@click.option("--output", type=click.Path(path_type=Path), default=Path("output/translate"), help=say("opt-output"))
@_workspace
@_partner
def export(language: str, names: str, form: str, output: Path, workspace: Path | None, partner: str) -> int:
    """Writes files that a translator opens in Poedit, in a spreadsheet or in a browser."""
    from builder.translating.sending import export as send

    report, written = send((language, names, form), output, workspace, date.today(), partner)
    show.problems(report)
    for path in written:
        click.echo(say("new-written", path=path))
    return 1 if report.errors else 0


@command.command("import", help=say("help-import"))
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE…")
@click.option("--language", default="", help=say("opt-tag"))
@_workspace
@_partner
def take(files: tuple[Path, ...], language: str, workspace: Path | None, partner: str) -> int:
    """Takes what keeps placeholders, items and markup; what does not is refused and kept in a file of its own."""
    from builder.translating.receiving import receive

    wrong = False
    for path in files:
        done = receive(path, language, workspace, date.today(), partner)
        show.problems(done.report)
        counts = {"taken": done.taken, "outdated": done.outdated, "same": done.unchanged, "refused": len(done.refused)}
        show.line(say("imported", file=path.name, **counts))
        if done.kept_in:
            show.line(say("refused-kept", path=done.kept_in))
        for written in done.written:
            click.echo(say("new-written", path=written))
        wrong = wrong or bool(done.report.errors)
    return 1 if wrong else 0


@command.command("sign", help=say("help-sign"))
@click.option("--module", "name", required=True, help=say("opt-name"))
@_language(None)
@click.option("--role", required=True, help=say("opt-role"))
@click.option("--by", required=True, help=say("opt-by"))
@_workspace
@_partner
def sign(name: str, language: str, role: str, by: str, workspace: Path | None, partner: str) -> int:
    """Writes into the ledger that somebody looked at these texts, exactly as they stand."""
    from builder.translating.signing import sign as write_down

    report, signed = write_down(name, language, role, by, workspace, date.today(), partner)
    show.problems(report)
    if signed:
        click.echo(say("signed-texts", n=signed.texts, path=signed.path))
        if signed.left:
            show.line(say("not-signed-texts", n=signed.left))
    return 1 if report.errors else 0
