"""`workshop coverage`: the map from lessons to the frames that donors and ministries use."""

from __future__ import annotations

import json
from pathlib import Path

import click

from builder.commands import show
from builder.wording import say


@click.command("coverage", help=say("help-coverage"))
@click.argument("plan", required=False, metavar=say("arg-plan"))
@click.option("--partner", default="", help=say("opt-partner"))
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), help=say("opt-workspace"))
@click.option("--json", "as_json", is_flag=True, help=say("opt-json"))
def command(plan: str | None, partner: str, workspace: Path | None, as_json: bool) -> int:
    """Prints each item with the lessons that cover it; what none covers is marked."""
    from builder.coverage import coverage
    from builder.request import content_for

    content = content_for(workspace, partner)
    rows = coverage(content, plan or "") if not content.report.errors else []
    if content.report.errors:
        show.problems(content.report)
        return 1
    if as_json:
        told = [{"frame": row.kind, "id": row.id, "name": show.spoken(content, row.name), "lessons": dict(row.lessons)} for row in rows]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    kind = ""
    for row in rows:
        if row.kind != kind:
            kind = row.kind
            click.echo(("" if row is rows[0] else "\n") + say(f"coverage-{kind}"))
        lessons = "; ".join(f"{name} ({', '.join(audiences)})" for name, audiences in row.lessons)
        click.echo(f"  {row.id:32}  {show.spoken(content, row.name):48}  {lessons or say('coverage-none')}")
    return 0
