"""`workshop trace`: where a text comes from, layer by layer, in the manner of `git config --show-origin`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.commands import show
from builder.model.source import Place
from builder.wording import say

if TYPE_CHECKING:
    from builder.content import Content
    from builder.model.audience import Audience
    from builder.tracing import Trace


@click.command("trace", help=say("help-trace"))
@click.argument("address", metavar=say("arg-address"))
@click.option("--audience", help=say("opt-audience"))
@click.option("--language", default="en", help=say("opt-language"))
@click.option("--country", help=say("opt-country"))
@click.option("--partner", default="", help=say("opt-partner"))
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), help=say("opt-workspace"))
@click.option("--json", "as_json", is_flag=True, help=say("opt-json"))
def command(
    address: str, audience: str | None, language: str, country: str | None, partner: str, workspace: Path | None, as_json: bool
) -> int:
    """Prints every layer that has a say; the one that wins is marked."""
    from builder.request import content_for

    content = content_for(workspace, partner)
    if content.report.errors:
        show.problems(content.report)
        return 1
    found = _found(content, address, audience, language, country)
    show.problems(content.report)
    if content.report.errors:
        return 1
    if as_json:
        rows = [
            {
                "address": each.address,
                "values": {name: value for name, value, _ in each.values},
                "layers": [layer._asdict() | {"place": _where(layer.place)} for layer in each.layers],
            }
            for each in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for each in found:
        _tell(each)
    return 0


def _found(content: Content, address: str, audience: str | None, language: str, country: str | None) -> list[Trace]:
    """The traces, each variant once."""
    from builder.tracing import traces

    spoken = content.translated(language)
    where = content.country(country or next(iter(content.library.countries())))
    known = content.audiences()
    for name in [name for name in (audience or "").split("+") if name and name not in known]:
        content.report.error("unknown-audience", None, name=name, all=", ".join(known))
    rooms = {audience: rooms_of(audience, known)} if audience else dict(known)
    found: dict[str, Trace] = {}
    for room in rooms.values() if spoken and where and not content.report.errors else ():
        for each in traces(content, address, room, spoken, where) if room and not content.report.errors else ():  # type: ignore[arg-type]
            found.setdefault(each.address, each)
    if not found and not content.report.errors:
        content.report.error("not-said", None, address=address, audience=audience or "–")
    return list(found.values())


def rooms_of(words: str, known: Mapping[str, Audience]) -> Audience | None:
    """The room of one audience, or of several in one: `9-12+13-17`."""
    from builder.model.audience import Audience

    parts = [known[name] for name in words.split("+") if name in known]
    bands = sorted({band for part in parts for band in part.bands}, key=lambda band: band.low)
    return (parts[0] if len(parts) == 1 else Audience(tuple(bands))) if parts else None


def _where(place: Place) -> str:
    """`file:line`; the file alone where nothing stands."""
    return f"{place.file}:{place.line}" if place.line else place.file


def _tell(each: Trace) -> None:
    click.echo(each.address)
    wide, tall = (max([8, *map(len, column)]) for column in ([x.name for x in each.layers], [say(x.state) for x in each.layers]))
    for layer in each.layers:
        mark = "→" if layer.wins else " "
        words = layer.text.replace("\n", " / ")
        why = f"  ({say('trace-why', reason=layer.why)})" if layer.why else ""
        click.echo(f"  {mark} {layer.name:{wide}} {say(layer.state):{tall}} {_where(layer.place)}  {words}".rstrip() + why)
    for name, value, place in each.values:
        click.echo(f"    {{{name}}} = {value or '–'}  ({_where(place)})")
