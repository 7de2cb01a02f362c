"""`workshop list`: what there is to choose from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.commands import show
from builder.model.trial import TRIALS
from builder.wording import say

if TYPE_CHECKING:
    from builder.content import Content
    from builder.lesson import Plan

Rows = list[dict[str, str]]


@click.command("list", help=say("help-list"))
@click.argument(
    "what",
    type=click.Choice(
        [
            "plans",
            "programmes",
            "modules",
            "collections",
            "blocks",
            "audiences",
            "languages",
            "countries",
            "pictures",
            "documents",
            "partners",
        ]
    ),
)
@click.argument("module", required=False)
@click.option("--partner", default="", help=say("opt-partner"))
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), help=say("opt-workspace"))
@click.option("--json", "as_json", is_flag=True, help=say("opt-json"))
def command(what: str, module: str | None, partner: str, workspace: Path | None, as_json: bool) -> int:
    """Prints a table, or JSON."""
    from builder.request import content_for

    if what == "blocks" and not module:
        raise click.MissingParameter(param=click.Argument(["module"]))
    content = content_for(workspace, partner)
    rows = _ROWS[what](content, module or "") if not content.report.errors else []
    if content.report.errors:
        show.problems(content.report)
        return 1
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    widths = [max((len(list(row.values())[n]) for row in rows), default=0) for n in range(len(rows[0]) if rows else 0)]
    for row in rows:
        click.echo("  ".join(value.ljust(wide) for value, wide in zip(row.values(), widths, strict=True)).rstrip())
    if what == "languages":
        show.line(say("list-trials", names=", ".join(TRIALS)))
    return 0


def _first(text: object) -> str:
    from builder.model.text import Text

    return text.ordinary[-1].lines[0] if isinstance(text, Text) else ""


def _plans(content: Content, _: str) -> Rows:
    found = [(name, content.workshop(name)) for name in content.library.plans(content.report)]
    return [
        {"id": name, "title": _first(w.plan.title), "minutes": _minutes(w.plan), "audiences": ", ".join(w.plan.audiences)}
        for name, w in found if w
    ]  # fmt: skip


def _minutes(plan: Plan) -> str:
    """`90`, or `30, 45` where it differs by audience."""
    found = plan.minutes or plan.fit
    return ", ".join(str(value) for _, value in found.variants) if found else ""


def _modules(content: Content, _: str) -> Rows:
    found = [content.lesson(name) for name in content.library.modules(content.report)]
    return [{"id": x.module.id, "title": _first(x.module.title), "audiences": ", ".join(x.module.audiences)} for x in found if x]


def _programmes(content: Content, _: str) -> Rows:
    found = [content.programme(name) for name in content.library.programmes(content.report)]
    return [{"id": x.id, "title": _first(x.title), "sessions": str(len([slot for slot in x.slots if slot.plan]))} for x in found if x]


def _collections(content: Content, _: str) -> Rows:
    found = [content.collection(name) for name in content.library.collections(content.report)]
    return [{"id": x.shared.id, "title": _first(x.shared.title), "blocks": str(len(x.blocks))} for x in found if x]


def _blocks(content: Content, name: str) -> Rows:
    """The blocks of a module or a collection."""
    if name in content.library.collections():
        shared = content.collection(name)
        blocks = shared.blocks if shared else ()
    else:
        lesson = content.lesson(name)
        blocks = (*lesson.blocks, *lesson.at_home, *lesson.booster) if lesson else ()
    return [
        {"id": b.id, "kind": b.kind, "title": _first(b.title or getattr(b, "question", None)), "for": ", ".join(b.audiences)}
        for b in blocks
    ]


def _audiences(content: Content, _: str) -> Rows:
    own = [{"id": each.id, "label": next(iter(each.labels.values()))} for x in content.layers.partners for each in x.groups]
    return [{"id": band.id, "label": _first(content.labels[band.id])} for band in content.bands] + own


def _languages(content: Content, _: str) -> Rows:
    found = [content.language(tag) for tag in content.library.languages()]
    return [{"id": x.tag, "name": x.name, "standing": say(f"standing-{x.standing}")} for x in found if x]


def _countries(content: Content, _: str) -> Rows:
    found = [content.country(name) for name in content.library.countries()]
    return [{"id": x.id, "name": _first(x.name), "languages": ", ".join(x.languages), "paper": x.paper} for x in found if x]


def _pictures(content: Content, _: str) -> Rows:
    return [{"id": key, "alt": _first(text)} for key, text in content.pictures.items()]


def _partners(content: Content, _: str) -> Rows:
    """The partners that are known by their id: those in the workspace."""
    return [{"id": name, "folder": content.library.name_of(folder)} for name, folder in content.library.known_partners().items()]


def _documents(content: Content, _: str) -> Rows:
    from builder.model.kinds import DOCUMENTS

    return [{"id": name} for name in DOCUMENTS]


_ROWS: dict[str, Callable[[Content, str], Rows]] = {
    "plans": _plans, "programmes": _programmes, "modules": _modules, "collections": _collections, "blocks": _blocks,
    "audiences": _audiences, "languages": _languages, "countries": _countries, "pictures": _pictures, "documents": _documents,
    "partners": _partners,
}  # fmt: skip
