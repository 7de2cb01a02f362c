"""`workshop theme`: a theme made from a corporate template, and what is illegible or missing in one."""

from __future__ import annotations

from pathlib import Path

import click

from builder.commands import show
from builder.wording import say


@click.group("theme", help=say("help-theme"))
def command() -> None:
    """Holds the commands."""


@command.command("from-pptx", help=say("help-from-pptx"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE.pptx")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), default=Path(), help=say("opt-output"))
def from_pptx(file: Path, output: Path) -> int:
    """Writes theme.yaml and the logo; never over one that is there."""
    from builder.content import Content
    from builder.model.report import Report
    from builder.model.source import Place
    from builder.request import library_for
    from builder.theming.written import FILE, PARTNER, is_unnamed
    from builder.theming.written import from_pptx as make

    report = Report()
    made = make(file, Content(library_for(None), report).theme, report)
    show.problems(report)
    if made is None or report.errors:
        return 1
    there = next((path for name in made.files if (path := output / name).exists() or path.is_symlink()), None)
    if there:
        show.line(say("new-exists", path=there))
        return 1
    try:
        output.mkdir(parents=True, exist_ok=True)
        for name, content in made.files.items():
            (output / name).write_bytes(content)
            click.echo(say("new-written", path=output / name))
    except OSError as error:
        report.error("cannot-write", Place(str(output)), reason=error.strerror or "")
        show.problems(report)
        return 1
    for note in made.notes:
        show.line(note)
    is_partner = (output / PARTNER).is_file()
    if is_unnamed(output):
        click.echo(say("theme-name-it", file=output / PARTNER))
    click.echo(say("theme-next", file=_quoted(output if is_partner else output / FILE)))
    return 0


def _quoted(path: Path) -> str:
    """The path as a word of a command line."""
    return f'"{path}"' if " " in str(path) else str(path)


@command.command("check", help=say("help-theme-check"))
@click.argument("path", metavar="ID|PATH")
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), help=say("opt-workspace"))
@click.pass_context
def check(context: click.Context, path: str, workspace: Path | None) -> int:
    """Tells what cannot be read, with the nearest colour that can, and what is missing."""
    from builder.content import Content
    from builder.model.report import Report
    from builder.request import library_for
    from builder.theming.written import checked
    from builder.validate.fields import near

    report = Report()
    library = library_for(workspace)
    known = library.known_partners()
    found = known.get(path) or Path(path)
    if not found.exists() and found.suffix:
        raise click.BadParameter(f"'{path}'", context, context.command.params[0])
    if not found.exists():
        report.error("unknown-partner", None, name=path, all=", ".join(known) or "–", near=near(path, list(known)))
    missing = checked(found, Content(library, report).theme, report) if found.exists() else ()
    show.problems(report)
    for each in missing:
        show.line(each)
    if not report.errors:
        show.line(say("theme-fine"))
    return 1 if report.errors else 0
