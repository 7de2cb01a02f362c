"""`workshop check`: every problem in the content, with its place and remedy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from builder.commands import show
from builder.wording import say


@click.command("check", help=say("help-check"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--partner", default="", help=say("opt-partner"))
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), help=say("opt-workspace"))
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", help=say("opt-format"))
@click.option("--helplines", is_flag=True, help=say("opt-helplines"))
@click.option("--accessibility", is_flag=True, help=say("opt-accessibility"))
def command(paths: tuple[Path, ...], partner: str, workspace: Path | None, style: str, helplines: bool, accessibility: bool) -> int:
    """Reads everything, or the files and folders named, and tells what is wrong."""
    from builder.checking import checked
    from builder.request import content_for

    others = {"--helplines": helplines, "--partner": partner, "--workspace": workspace}
    for other in (name for name, given in others.items() if accessibility and given):
        raise click.UsageError(say("not-together", one="--accessibility", other=other))
    if helplines:
        return _helplines(workspace, partner)
    if accessibility:
        return _readable(paths, style)
    content = content_for(workspace, partner)
    count = checked(content, paths, date.today()) if not content.report.errors else 0
    report = content.report
    show.problems(report, style)
    if style == "text":
        found = len(report.problems)
        show.line(say("check-found", n=found) if found else say("check-clean", n=count))
    return 1 if report.errors else 0


def _readable(paths: tuple[Path, ...], style: str) -> int:
    """What would keep somebody from reading finished files; the folder of packs where none is named."""
    from builder.accessibility.looking import kinds, looked_at

    unclear = frozenset(each.strip().casefold() for each in say("unclear-links").split("|"))
    named = paths or (Path("output"),)
    found, count = looked_at(named, unclear)
    show.findings(found, style)
    if style == "text":
        counts = {kind: sum(each.severity.value == kind for each in found) for kind in ("error", "warning", "tip")}
        show.line(say("readable-found", n=count, **counts) if found else say("readable-clean", n=count))
        for kind in sorted(kinds(named) - {"deck"}):
            show.line(say(f"not-judged-{kind}"))
    return 1 if any(each.severity.value == "error" for each in found) else 0


def _helplines(workspace: Path | None, partner: str) -> int:
    """Each number with its source's date, and what a person should find out about it."""
    from builder.checking import helplines
    from builder.request import content_for

    today = date.today()
    content = content_for(workspace, partner)
    rows, report = helplines(content, today), content.report
    show.problems(report)
    for row in rows:
        why, each = row.why(today), row.contact
        printed = say("due-printed" if row.printed else "due-not-printed")
        state = say(why) if why else say("due-fine", day=each.called_on)
        click.echo(f"{row.country}  {each.called('en')}: {each.number}  {each.source_dated or '–'} ({each.grade})  {printed}; {state}")
    return 1 if report.errors else 0
