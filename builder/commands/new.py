"""`workshop new`: a module, a plan or a partner that builds at once, or a language with its files to translate."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from builder.commands import show
from builder.model.report import Problem
from builder.wording import message, say

STARTER = '# A folder with this file adds its workshops/ and assets/ to the installed content.\nname: "My workspace"\n'
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""A language tag: language, script, region (RFC 5646)."""
_FIELD = re.compile(r"'([^']*)'|d+|M+|y+")


@click.command("new", help=say("help-new"))
@click.argument("what", type=click.Choice(["module", "plan", "language", "partner"]))
@click.argument("name", metavar="ID")
@click.option("--module", "module", default="", help=say("opt-modules"))
@click.option("--workspace", type=click.Path(path_type=Path), default=Path(), help=say("opt-workspace"))
def command(what: str, name: str, module: str, workspace: Path) -> int:
    """Writes the file into a workspace; never over one that is there."""
    from builder.library import installed

    if not (_TAG if what == "language" else _ID).fullmatch(name) or len(name) > MOST_ID:
        raise click.BadParameter(" – ".join(message(Problem("bad-id", None, (("found", name[:60]),)))), param=click.Argument(["ID"]))
    if what == "partner" and _is_taken(name):
        raise click.BadParameter(" – ".join(message(Problem("partner-id-taken", None, (("id", name),)))), param=click.Argument(["ID"]))
    places = {"module": f"modules/{name}/module.yaml", "plan": f"plans/{name}.yaml", "language": f"locale/{name}/language.yaml",
              "partner": f"partners/{name}/partner.yaml"}  # fmt: skip
    path = workspace / "workshops" / places[what]
    if path.exists() or (installed() / "workshops" / places[what]).exists():
        show.line(say("new-exists", path=path))
        return 1
    template = (installed() / "workshops" / "templates" / f"{what}.yaml").read_text("utf-8")
    title = name.replace("-", " ").capitalize()
    if what == "language":
        text = template.format(**_language(name))
    elif what == "partner":
        text = template.format(**_partner(name, title, path))
    else:
        plan = what == "plan"
        text = _plan(template, name, title, module, workspace) if plan else template.replace("{id}", name).replace("{title}", title)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        marker = workspace / "workshop.yaml"
        if not marker.exists():
            marker.write_text(STARTER, encoding="utf-8")
    except OSError as error:
        show.line(" – ".join(message(Problem("cannot-write", None, (("reason", error.strerror or ""),)))))
        return 1
    click.echo(say("new-written", path=path))
    if what == "language":
        return _with_files(name, path, workspace)
    if what == "partner":
        _with_schema(path.parent)
    click.echo(say("partner-next", folder=path.parent) if what == "partner" else say("new-next", folder=workspace))
    return 0


MOST_ID = 60


def _is_taken(name: str) -> bool:
    """Whether a partner cannot be called so."""
    from builder.content import Content
    from builder.model.report import Report
    from builder.request import library_for
    from builder.validate.partner_settings import RESERVED

    return name in {*Content(library_for(None), Report()).taken(), *RESERVED}


def _partner(name: str, title: str, path: Path) -> dict[str, str]:
    """What a partner's first file says: its name, its folder, the language of the system."""
    from builder.wording import system_language

    return {"id": name, "title": title, "folder": path.parent.as_posix(), "language": system_language()}


def _with_schema(folder: Path) -> None:
    """The schema for editors beside the file, so that the folder works wherever it is copied to."""
    from builder.library import installed

    (folder / "partner.schema.json").write_bytes((installed() / "workshops" / "schema" / "partner.json").read_bytes())


def _with_files(tag: str, path: Path, workspace: Path) -> int:
    """The language's files to translate, written beside its description."""
    from builder.translating.keeping import synchronise

    report, written = synchronise(tag, workspace.resolve())
    show.problems(report)
    for file, count, _ in written:
        click.echo(say("synced", path=file, n=count))
    click.echo(say("language-next", folder=path.parent, tag=tag))
    return 1 if report.errors else 0


def _language(tag: str) -> dict[str, Any]:
    """What the Unicode CLDR knows of a language (through Babel); English forms where it knows nothing."""
    import babel
    from babel.messages.plurals import get_plural

    try:
        known = babel.Locale.parse(tag, sep="-")
    except (babel.UnknownLocaleError, ValueError):
        known, name = babel.Locale("en"), tag
    else:
        name = known.get_display_name() or tag
    plural = get_plural(known.language)
    months = ", ".join(f'"{known.months["format"]["wide"][n]}"' for n in range(1, 13))
    names = {"d": "{day}", "M": "{month}", "y": "{year}"}
    date = _FIELD.sub(lambda field: field[1] if field[1] is not None else names[field[0][0]], known.date_formats["long"].pattern)
    direction = "rtl" if known.text_direction == "rtl" else "ltr"
    wider = tag.split("-", maxsplit=1)[0] if "-" in tag else ""
    rule = {"plural": plural.plural_expr.strip("()"), "plurals": plural.num_plurals}
    return {"name": name, "direction": direction, "fallback": wider, "months": months, "date": date, **rule}


def _plan(template: str, name: str, title: str, module: str, workspace: Path) -> str:
    from builder.content import Content
    from builder.model.report import Report
    from builder.request import library_for

    home = workspace if (workspace / "workshop.yaml").exists() else None
    content = Content(library_for(home), Report())
    if module and module not in content.library.modules():
        told = message(Problem("unknown-module", None, (("all", ", ".join(content.library.modules())), ("name", module))))
        raise click.BadParameter(" – ".join(told), param=click.Option(["--module"]))
    lesson = content.lesson(module) if module else None
    parts = f'  - {{module: "{module}"}}'
    if lesson is None:
        return template.format(id=name, title=title, minutes=5, audiences="9-12, 13-17", parts="", sheets="")
    takes = {str(key): number + 5 for key, number in lesson.module.minutes.variants}
    minutes = takes.get("everyone") or "{" + ", ".join(f"{key}: {number}" for key, number in takes.items()) + "}"
    sheets = ", ".join(block.address for block in lesson.blocks if block.kind == "worksheet")
    audiences = ", ".join(lesson.module.audiences)
    return template.format(id=name, title=title, minutes=minutes, audiences=audiences, parts=parts, sheets=sheets)
