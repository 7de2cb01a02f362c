"""The print plan: what to print, how many, on what, for how much; what to print if there is money for one thing only."""

from __future__ import annotations

from collections.abc import Iterator

from builder.compose.colophon import made_of
from builder.compose.help_cards import WALLET
from builder.compose.printing import Run, runs
from builder.lesson import Session
from builder.model.combination import Price
from builder.model.document import Document, Frame, Made
from builder.model.kinds import BY_NAME, Reader
from builder.model.pieces import Grid, Heading, Mark, Notice, Para, Piece, Points, Row, Tone
from builder.model.voice import Said, Voice

OWN_WORDS = ("wallet", "half")
"""Layouts that the plan calls by words of their own."""


def print_plan(session: Session, made: Made) -> Document:
    """One page for whoever prints, in the facilitator's language."""
    voice = session.room.guide
    frame = Frame("print-plan", "guide", voice.word("print-plan"), tuple(_pieces(session, made)), voice.say(session.workshop.plan.title))
    return made_of(session, "print-plan", (frame,), guide=True)


def _pieces(session: Session, made: Made) -> Iterator[Piece]:
    voice, n = session.room.guide, session.participants
    found = list(runs(made, n))
    yield Para(voice.word("print-plan-lead", n=n, paper=voice.word(f"paper-{session.paper}")), Tone.LEAD)
    yield _table(found, voice)
    yield from _cost(found, session.price, voice)
    one = _one_thing(found, n, voice)
    if one:
        yield Notice((one,))
    yield Heading(voice.word("print-how"), 3)
    cut = any(run.kind.sides == 1 and run.kind.reader is not Reader.ROOM for run in found)
    sizes = ("print-size", "print-copier", "print-cut", "print-booklet") if cut else ("print-size",)
    yield Points(tuple(voice.word(name) for name in (*sizes, *_of_some(made))), Mark.TICK)


def _of_some(made: Made) -> Iterator[str]:
    """The names of what there is to know about documents that not every pack has."""
    if "family" in made.pages:
        yield "print-send"
    if "flipchart" in made.pages:
        yield "print-flipchart-how"
    if "posters" in made.pages:
        yield "print-a3-how" if "posters-tiled" in made.pages else "print-a3-alone"
    if "posters-tiled" in made.pages:
        yield "print-tiled-how"


def _table(found: list[Run], voice: Voice) -> Grid:
    """A row for each run of pages that is printed alike, in the order to print in."""
    tag = voice.language.tag
    head = Row(tuple(voice.word(f"print-{name}") for name in ("file", "what", "for-whom", "sides", "copies", "sheets")))
    several = {run.kind.name for run in found if run.first > 1}
    rows = []
    for run in found:
        pages = f", {_pages(run, voice)}" if run.kind.name in several else ""
        cells = [
            Said(f"**{run.kind.name}.pdf**{pages}", tag),
            voice.word(f"document-{run.layout if run.layout in OWN_WORDS else run.kind.name}"),
            _for_whom(run, voice),
        ]
        sheets = voice.word(f"print-{run.kind.paper}", n=run.sheets) if run.kind.paper else Said(str(run.sheets), tag)
        rows.append(Row((*cells, voice.word(f"print-sides-{run.kind.sides}"), Said(str(run.copies), tag), sheets)))
    total = voice.word("print-total")
    rows.append(Row((total, *[Said("", tag)] * 4, Said(f"**{sum(run.sheets for run in found if not run.kind.paper)}**", tag))))
    return Grid(head, tuple(rows), (0.2, 0.28, 0.19, 0.13, 0.1, 0.1))


def _pages(run: Run, voice: Voice) -> str:
    return voice.word("print-pages", pages=f"{run.first}–{run.last}" if run.last > run.first else str(run.first)).string


def _for_whom(run: Run, voice: Voice) -> Said:
    """Who gets one copy; how many share it."""
    if not run.shared_by and run.kind.reader is Reader.PARTICIPANT and not run.kind.private:
        return voice.word("print-for-room")
    if run.shared_by == 1:
        return voice.word("print-for-participant")
    if run.shared_by > 1:
        return voice.word("print-for-shared" if run.kind.reader is Reader.PARTICIPANT else "print-for-group", n=run.shared_by)
    return voice.word(f"print-for-{run.kind.reader.value}")


def _cost(found: list[Run], price: Price | None, voice: Voice) -> Iterator[Piece]:
    """What the printed sides cost at the event's price, or how to reckon it; other paper has other prices."""
    sides = sum(run.sides for run in found if not run.kind.paper)
    if price is None:
        yield Para(voice.word("print-cost-unknown", n=sides))
    else:
        yield Para(voice.word("print-cost", n=sides, price=price.said(price.side), cost=price.said(price.side * sides)))


def _one_thing(found: list[Run], participants: int, voice: Voice) -> Said | None:
    """What serves children most for the least paper: the help cards; else the handouts."""
    names = {run.kind.name for run in found}
    if BY_NAME["help-card"].name in names:
        return voice.word("print-one-help-card", n=-(-participants // WALLET), people=participants)
    return voice.word("print-one-handouts") if "handouts" in names else None
