"""`workshop partner`: a partner's changes held against upstream, and settled one by one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder.commands import show
from builder.wording import say

if TYPE_CHECKING:
    from builder.content import Content
    from builder.model.partner import Partner
    from builder.partnering.states import Standing

    Settle = Callable[[Content, Partner, list[Standing], Standing], None]

_partner = click.argument("partner", metavar=say("arg-partner"))
_workspace = click.option(
    "--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), default=None, help=say("opt-workspace")
)
Loaded = tuple["Content", "list[Standing]"]
COLOURS = {"fresh": "green", "stale": "yellow", "gone": "red", "equivalent": "cyan", "safety": "red"}


@click.group("partner", help=say("help-partner"))
def command() -> None:
    """Holds the commands."""


def _loaded(partner: str, workspace: Path | None) -> Loaded:
    from builder.partnering.states import standings
    from builder.request import content_for

    content = content_for(workspace, partner)
    return content, standings(content) if not content.report.errors else []


@command.command("status", help=say("help-partner-status"))
@_partner
@_workspace
@click.option("--json", "as_json", is_flag=True, help=say("opt-json"))
def status(partner: str, workspace: Path | None, as_json: bool) -> int:
    """Says of every change whether upstream is still what it was made from."""
    from builder.partnering.keeping import noted
    from builder.partnering.states import TO_SETTLE

    content, rows = _loaded(partner, workspace)
    if not rows or _is_unreadable(content):
        show.problems(content.report)
        if content.report.errors:
            return 1
        click.echo("[]" if as_json else say("partner-settled", n=0))
        return 0
    if not content.report.errors:
        noted(content, rows)
    if as_json:
        click.echo(json.dumps([_as_json(row) for row in rows], ensure_ascii=False, indent=2))
    else:
        for row in rows:
            _tell(row)
        open_ = sum(row.state in TO_SETTLE for row in rows)
        click.echo(say("partner-to-settle", n=open_) if open_ else say("partner-settled", n=len(rows)))
    show.problems(content.report)
    return 1 if content.report.errors or any(row.state in TO_SETTLE for row in rows) else 0


def _is_unreadable(content: Content) -> bool:
    """Whether something is wrong with the partners' own files, so that nothing can be said of their changes."""
    homes = tuple(f"{content.library.name_of(folder)}/" for folder in content.library.partners.values())
    told = [problem for problem in content.report.errors if problem.code != "needs-acknowledgement"]
    return any(problem.place is None or problem.place.file.startswith(homes) for problem in told)


def _as_json(row: Standing) -> dict[str, Any]:
    source, said = row.words("source"), row.words("said")
    return {
        "change": row.change.key, "state": row.state, "file": row.change.place.file, "line": row.change.place.line,
        "reason": row.change.reason, "then": said[0] or source[0], "now": said[1] or source[1],
        "near": row.near,
    }  # fmt: skip


def _tell(row: Standing, *, whole: bool = False) -> None:
    place = f"{row.change.place.file}:{row.change.place.line}"
    state = click.style(say(f"partner-{row.state}").ljust(12), fg=COLOURS[row.state], bold=True)
    click.echo(f"{state} {row.change.key}  ({place})")
    for line in _details(row, whole):
        click.echo(f"             {line}")


def _details(row: Standing, whole: bool) -> list[str]:
    """What changed upstream, word by word, or what is like a block that is gone."""
    from builder.partnering.words import word_diff

    then, now, tag = row.then, row.now, row.change.language
    source, said = row.words("source"), row.words("said")
    lines = _lost(row) if row.state == "gone" else []
    if then and now and source[0] != source[1]:
        lines += word_diff(*source).split("\n")
    if then and now and said[0] != said[1]:
        found = word_diff(*said).split("\n") if said[1] else [say("partner-said-outdated")]
        lines += [f"{tag}: {line}" for line in found]
    more = sorted(set(now.marks) - set(row.change.acknowledged)) if now and row.state == "safety" else []
    lines += [say("partner-marks", marks=", ".join(more))] if more else []
    if whole:
        lines += (said[1] or source[1] or said[0] or source[0]).split("\n") if not lines else []
        lines += _mine(row)
    return lines


def _lost(row: Standing) -> list[str]:
    """What is gone upstream, what is like it, where a block stands instead."""
    anchor = row.change.anchor.after or row.change.anchor.before
    lines = [say("partner-beside", name=anchor)] if anchor and row.change.op in ("add", "move") else []
    return lines + ([say("did-you-mean", name=row.near)] if row.near else [])


def _mine(row: Standing) -> list[str]:
    """What the partner says, and why."""
    from builder.partnering.states import dump

    told = [f"{say('partner-mine')}: {line}" for line in dump(row.change.value)]
    return [*told, f"{say('partner-why')}: {row.change.reason}"]


@command.command("diff", help=say("help-partner-diff"))
@_partner
@click.argument("change", metavar=say("arg-change"), required=False)
@_workspace
def diff(partner: str, change: str | None, workspace: Path | None) -> int:
    """Prints what upstream said, what it says, and what the partner says; of one change or of all that are to settle."""
    from builder.partnering.settling import chosen
    from builder.partnering.states import TO_SETTLE

    content, rows = _loaded(partner, workspace)
    if change:
        one = chosen(rows, change, content.report) if rows else None
        rows = [one] if one else []
    else:
        rows = [row for row in rows if row.state in TO_SETTLE]
    for row in rows:
        _tell(row, whole=True)
    show.problems(content.report)
    return 1 if content.report.errors else 0


def _settle(
    partner: str, change: str, workspace: Path | None, done: str, how: Callable[[Content, Partner, list[Standing], Standing], None]
) -> int:
    from builder.partnering.settling import chosen

    content, rows = _loaded(partner, workspace)
    row = chosen(rows, change, content.report) if rows or not content.report.errors else None
    if row:
        mine = next(each for each in content.layers.partners if each.id == row.change.partner)
        before = len(content.report.errors)
        how(content, mine, rows, row)
        if len(content.report.errors) == before:
            click.echo(say(done, change=row.change.key))
            return 0
    show.problems(content.report)
    return 1


def _settler(name: str, done: str) -> click.Command:
    """The command that settles a change in one way."""

    @command.command(name, help=say(f"help-partner-{name}"))
    @_partner
    @click.argument("change", metavar=say("arg-change"))
    @_workspace
    def settle(partner: str, change: str, workspace: Path | None) -> int:
        from builder.partnering import settling

        return _settle(partner, change, workspace, done, getattr(settling, name))

    return settle


for _name, _done in (("keep", "partner-kept"), ("drop", "partner-dropped"), ("take", "partner-taken")):
    _settler(_name, _done)
