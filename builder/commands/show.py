"""How results and problems look on a terminal, in JSON and as GitHub annotations."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder.model.report import Problem, Report, Severity
from builder.model.text import context
from builder.wording import message, say, system_language

if TYPE_CHECKING:
    from builder.accessibility.seen import Finding
    from builder.content import Content
    from builder.model.text import Text


def line(text: str) -> None:
    """A line on stderr."""
    click.echo(text, err=True, color=False if os.environ.get("NO_COLOR") else None)


def spoken(content: Content, text: Text) -> str:
    """A text of the content in the system's language, where it is translated."""
    tag, variant = system_language(), text.ordinary[-1]
    names = frozenset({text.address.split("/")[0]})
    message_ = content.catalogues((tag,), names)[tag].get(context(text.address, variant.key))
    return message_.text if message_ and message_.text else variant.lines[0]


def usage(error: click.UsageError) -> None:
    """A wrong command line, in the system's language where click's message is one we know."""
    text = error.format_message()
    option = getattr(error, "option_name", None)
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        text = say("no-such-option", name=option) + (" – " + say("did-you-mean", name=near) if near else "")
    elif isinstance(error, click.MissingParameter):
        param = error.param
        text = say("missing-argument", name=(param.metavar or param.opts[0] or param.name or "").upper() if param else "")
    elif isinstance(error, click.BadOptionUsage):
        text = say("option-needs-value", name=option)
    elif isinstance(error, click.BadParameter) and error.param:
        text = say("bad-value", value=_value(error), name=error.param.opts[0])
    elif text.startswith("Got unexpected extra argument"):
        text = say("unexpected-argument", value=text.partition("(")[2].rstrip(")"))
    command = error.ctx.command_path if error.ctx else "workshop"
    line(f"workshop: {say('error')}: {text}\n  {say('hint')}: {say('try-help', command=command)}")


def _value(error: click.BadParameter) -> str:
    quoted = error.message.split("'")
    return quoted[1] if len(quoted) > 2 else error.message


def problems(report: Report, style: str = "text") -> None:
    """All problems, sorted by place: as text on stderr, as JSON or annotations on stdout."""
    found = report.sorted()
    if style == "json":
        click.echo(json.dumps([as_json(problem) for problem in found], ensure_ascii=False, indent=2))
    elif style == "github":
        for problem in found:
            click.echo(_annotation(problem))
    else:
        for problem in found:
            line(as_text(problem, report.folders))


def as_text(problem: Problem, folders: Mapping[str, Path] | None = None) -> str:
    """`file:line:column: error[code]: what`, the line itself, and the remedy."""
    what, remedy = message(problem)
    place = problem.place
    where = ""
    if place and place.file:
        where = f"{place.file}:{place.line}:{place.column}: " if place.line else f"{place.file}: "
    rows = [f"{where}{_weight(problem)}: {what}", *_excerpt(problem, folders or {}), f"  {say('hint')}: {remedy}"]
    return "\n".join(rows)


def _weight(problem: Problem) -> str:
    colour = {"error": "red", "warning": "yellow", "tip": "cyan"}[problem.severity]
    return click.style(f"{say(problem.severity.value)}[{problem.code}]", fg=colour, bold=True)


def findings(found: Iterable[Finding], style: str = "text") -> None:
    """What stands in a reader's way, file by file and page by page: as text on stderr, as JSON or annotations on stdout."""
    if style == "json":
        rows = [as_json(each.problem) | {"page": each.page, "shape": each.shape, "text": each.excerpt} for each in found]
        click.echo(json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=2))
        return
    for each in found:
        if style == "github":
            click.echo(_annotation(each.problem))
        else:
            line(_finding(each))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Pages instead of lines and columns, which finished files have not."""
    return {name: value for name, value in row.items() if name not in ("line", "column")}


def _finding(found: Finding) -> str:
    """`file, slide 3, “Picture 4”: error[code]: what – “words”`, and the remedy."""
    what, remedy = message(found.problem)
    page = say("at-page" if found.file.endswith(".pdf") else "at-slide", page=found.page) if found.page else ""
    where = ", ".join(each for each in (found.file, page, f"“{found.shape}”" if found.shape else "") if each)
    words = f" – “{found.excerpt}”" if found.excerpt and found.excerpt not in what else ""
    return f"{where}: {_weight(found.problem)}: {what}{words}\n  {say('hint')}: {remedy}"


def _excerpt(problem: Problem, folders: Mapping[str, Path]) -> list[str]:
    place = problem.place
    if not place or not place.line:
        return []
    path = _found(place.file, folders)
    if path is None:
        return []
    try:
        lines = path.read_bytes().decode("utf-8-sig", "replace").splitlines()
        text = lines[place.line - 1].replace("\t", " ")
    except (OSError, IndexError):
        return []
    shown = text[:100] + ("…" if len(text) > 100 else "")
    caret = " " * min(place.column - 1, 100) + "^"
    return [f"{place.line:>5} | {shown}", f"      | {caret}"]


def _found(name: str, folders: Mapping[str, Path]) -> Path | None:
    from builder.library import installed

    first, _, rest = name.partition("/")
    inside = [folders[first] / rest] if first in folders else []
    return next((path for path in (*inside, Path(name), installed() / name) if path.is_file()), None)


def as_json(problem: Problem) -> dict[str, Any]:
    """The problem as plain values."""
    what, remedy = message(problem)
    place = problem.place
    at = {"file": place.file, "line": place.line, "column": place.column} if place else {}
    return {"severity": problem.severity.value, "code": problem.code, **at, "message": what, "hint": remedy}


def _annotation(problem: Problem) -> str:
    """GitHub's workflow command for annotations."""
    what, remedy = message(problem)
    place = problem.place
    at = f" file={place.file},line={max(1, place.line)},col={max(1, place.column)}" if place else ""
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "notice"}[problem.severity]
    return f"::{kind}{at},title={problem.code}::{what} – {remedy}".replace("\n", "%0A")


def on_terminal() -> bool:
    """Whether somebody watches stderr."""
    return sys.stderr.isatty()
