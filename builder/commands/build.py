"""`workshop build`: one plan for one or many rooms, languages and countries."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import click

from builder.commands import show
from builder.wording import say


@click.command("build", help=say("help-build"))
@click.argument("plan", metavar=say("arg-plan"), required=False, default="")
@click.option("--audience", help=say("opt-audience"))
@click.option("--language", help=say("opt-language"))
@click.option("--country", help=say("opt-country"))
@click.option("--documents", default="", help=say("opt-documents"))
@click.option("--modules", default="", help=say("opt-modules"))
@click.option("--event", type=click.Path(path_type=Path), help=say("opt-event"))
@click.option("--guide-language", help=say("opt-guide-language"))
@click.option("--paper", help=say("opt-paper"))
@click.option("--print", default="", help=say("opt-print"))
@click.option("--edition", default="", help=say("opt-edition"))
@click.option("--participants", type=click.IntRange(1, 5000), help=say("opt-participants"))
@click.option("--minutes", type=click.IntRange(10, 600), help=say("opt-minutes"))
@click.option("--output", type=click.Path(path_type=Path), default=Path("output"), help=say("opt-output"))
@click.option("--partner", default="", help=say("opt-partner"))
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), help=say("opt-workspace"))
@click.option("--date", "today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
@click.option("--json", "as_json", is_flag=True, help=say("opt-json"))
@click.option("--draft", is_flag=True, help=say("opt-draft"))
@click.option("--release", is_flag=True, help=say("opt-release"))
@click.option("--names", type=click.Path(path_type=Path), help=say("opt-certificate-names"))
@click.option("--zip", is_flag=True, help=say("opt-zip"))
@click.option("--quiet", is_flag=True, help=say("opt-quiet"))
def command(today: datetime | None, as_json: bool, quiet: bool, output: Path, workspace: Path | None, **words: object) -> int:
    """Builds, says where the files are, and gives the exit code."""
    from builder.request import Request, run

    if not words["plan"] and not words["event"]:
        raise click.MissingParameter(param=click.Argument(["plan"]))
    day = today.date() if today else date.today()
    request = Request(output=output, workspace=workspace, today=day, **words)  # type: ignore[arg-type]
    talk = show.line if show.on_terminal() and not quiet and not as_json else _nothing
    outcome = run(request, talk)
    if as_json:
        click.echo(json.dumps(outcome.as_json(show.as_json), ensure_ascii=False, indent=2))
    else:
        told(outcome, quiet)
    return 1 if outcome.report.errors else 0


def _nothing(_: str) -> None:
    """Progress for nobody."""


def _changed(folder: Path, name: str, new: str) -> list[int]:
    """The slides of an edited deck that differ from the new one."""
    from builder.edits import edited_slides

    return edited_slides(folder / name, (folder / new).read_bytes()) if name.endswith(".pptx") else []


def told(outcome: object, quiet: bool) -> None:
    """Says what was built, kept and skipped, or what is wrong."""
    from builder.request import Outcome

    assert isinstance(outcome, Outcome)
    report = outcome.report
    if report.errors or not quiet:
        show.problems(report)
    if report.errors:
        show.line(say("problems-found", n=len(report.errors)))
    if quiet or report.errors:
        return
    for what, why in outcome.skipped:
        show.line(say("skipped", what=what, why=say(why)))
    for pack in outcome.packs:
        for name, new in pack.kept:
            slides = ", ".join(str(number) for number in _changed(pack.folder, name, new))
            show.line(say("kept-slides", name=name, new=new, slides=slides) if slides else say("kept", name=name, new=new))
        rows = ", ".join(f"{file} ({say('pages', n=pages)})" for file, pages in pack.documents)
        click.echo(f"{say('written-to', folder=pack.folder)}\n  {rows}")
        if pack.less_toner is not None:
            show.line(say("eco-saving", share=pack.less_toner))
