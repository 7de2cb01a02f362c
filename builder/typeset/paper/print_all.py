"""Everything that is printed, in one file: in printing order, with blank backs so that each document begins on a new sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from builder.model.kinds import KINDS, Kind, Reader
from builder.model.page import Page, Pages

BACKS = "card-backs"
"""What is printed behind the cards."""


def on_paper(pages: Mapping[str, Pages]) -> list[tuple[Kind, Pages]]:
    """The documents that are printed, in the order of printing; without those that hold people's names, or are for other paper."""
    return [
        (kind, pages[kind.name])
        for kind in KINDS
        if kind.name in pages and kind.reader is not Reader.SCREEN and not (kind.private or kind.paper)
    ]


def print_all(pages: Mapping[str, Pages]) -> Pages:
    """One copy of every page for a printer that prints on both sides."""
    some = [(kind, made) for kind, made in on_paper(pages) if kind.name != BACKS]
    first, backs = some[0][1], pages[BACKS].pages if BACKS in pages else ()
    leaves = tuple(page for kind, made in some for page in _sheets(kind, made, backs if kind.name == "cards" else ()))
    return Pages("print-all", first.title, first.language, leaves, first.author, first.licence, first.date)


def _sheets(kind: Kind, made: Pages, backs: tuple[Page, ...]) -> Iterator[Page]:
    """The pages of one document; behind each that is printed on one side its back, or – also at an odd end – a blank one."""
    for number, page in enumerate(made.pages, 1):
        yield replace(page, id=f"{kind.name}/{page.id}")
        if backs:
            yield replace(backs[number - 1], id=f"{kind.name}/{page.id}/back")
        elif kind.sides == 1 or (number == len(made.pages) and number % 2):
            yield replace(page, id=f"{kind.name}/{page.id}/back", items=(), notes=(), title="")
