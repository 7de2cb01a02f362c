"""`workshop proof`: how a pack looks when it comes out of a school's photocopier."""

from __future__ import annotations

from pathlib import Path

import click

from builder.commands import show
from builder.wording import say


@click.command("proof", help=say("help-proof"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), help=say("opt-proof-output"))
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", help=say("opt-format"))
def command(paths: tuple[Path, ...], output: Path | None, style: str) -> int:
    """Copies every page of the packs or files named, tells what would vanish, and writes the pictures where that is asked for."""
    from builder.accessibility.copies import copies
    from builder.accessibility.seen import Finding

    found: list[Finding] = []
    count = 0
    for file in _files(paths):
        for each in copies(file):
            found += each.found
            count += bool(each.picture)
            if output and each.picture:
                output.mkdir(parents=True, exist_ok=True)
                (output / f"{file.parent.name}_{file.stem}_{each.page:03}.png").write_bytes(each.picture)
    show.findings(found, style)
    if style == "text":
        show.line(say("proof-found", n=count, errors=sum(each.severity.value == "error" for each in found), all=len(found)))
    return 1 if not count or any(each.severity.value == "error" for each in found) else 0


def _files(paths: tuple[Path, ...]) -> list[Path]:
    """The PDFs of packs – without the slides, which go to a screen – or the files named themselves."""
    some: list[Path] = []
    for path in paths:
        some += sorted(each for each in path.rglob("*.pdf") if each.name != "slides.pdf") if path.is_dir() else [path]
    return some
