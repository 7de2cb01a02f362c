"""`workshop new`: a module or a plan that builds at once."""

from __future__ import annotations

import re
from pathlib import Path

import click

from builder.commands import show
from builder.wording import say

STARTER = '# A folder with this file adds its workshops/ and assets/ to the installed content.\nname: "My workspace"\n'


@click.command("new", help=say("help-new"))
@click.argument("what", type=click.Choice(["module", "plan"]))
@click.argument("name", metavar="ID")
@click.option("--module", "module", default="", help=say("opt-modules"))
@click.option("--workspace", type=click.Path(path_type=Path), default=Path(), help=say("opt-workspace"))
def command(what: str, name: str, module: str, workspace: Path) -> int:
    """Writes the file into a workspace; never over one that is there."""
    from builder.library import installed

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise click.BadParameter(f"'{name}'", param=click.Argument(["ID"]))
    template = (installed() / "workshops" / "templates" / f"{what}.yaml").read_text("utf-8")
    title = name.replace("-", " ").capitalize()
    path = workspace / "workshops" / ("modules" if what == "module" else "plans")
    path = path / name / "module.yaml" if what == "module" else path / f"{name}.yaml"
    if path.exists():
        show.line(say("new-exists", path=path))
        return 1
    text = template.replace("{id}", name).replace("{title}", title) if what == "module" else _plan(template, name, title, module)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    marker = workspace / "workshop.yaml"
    if not marker.exists():
        marker.write_text(STARTER, encoding="utf-8")
    click.echo(say("new-written", path=path))
    click.echo(say("new-next", folder=workspace))
    return 0


def _plan(template: str, name: str, title: str, module: str) -> str:
    parts = f'  - {{module: "{module}"}}' if module else ""
    minutes = _minutes(module) + 5 if module else 5
    return template.format(id=name, title=title, minutes=minutes, parts=parts, sheets="")


def _minutes(module: str) -> int:
    """How long the module takes in its first audience; 30 where it cannot be read."""
    from builder.content import Content
    from builder.model.report import Report
    from builder.request import library_for

    lesson = Content(library_for(None), Report()).lesson(module)
    return lesson.module.minutes.variants[0][1] if lesson else 30
