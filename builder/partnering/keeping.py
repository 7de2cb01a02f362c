"""Partners' locks kept up to date: a new change is noted with what it was made from, a change that is gone is forgotten."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from builder import __version__
from builder.content import Content
from builder.customise import lock
from builder.lesson import Workshop
from builder.model.change import Basis, Op
from builder.model.combination import Combination
from builder.model.partner import Partner
from builder.model.source import Place
from builder.partnering.states import TO_SETTLE, Standing, bases, standings


def folder_of(content: Content, partner: Partner) -> Path:
    """Where a partner's files lie."""
    return content.library.partners[partner.id]


def held(content: Content, names: Collection[str]) -> None:
    """Holds the changes of these files against upstream before a build: notes new ones, warns of those to settle."""
    if not content.layers.partners:
        return
    rows = standings(content, names)
    content.report.stop_on_errors()
    noted(content, rows)
    content.layers.states |= {row.change.key: str(row.state) for row in rows}
    tell(content, rows)


def tell(content: Content, rows: list[Standing]) -> None:
    """Warns of each change that waits to be settled."""
    for row in rows:
        if row.state in TO_SETTLE:
            content.report.warning("stale-change", row.change.place, change=row.change.key, state=row.state)


def warned(content: Content, workshop: Workshop, wanted: Combination) -> None:
    """Warns of what a partner would expect in a pack and does not get.

    Blocks the plan has no place for, words of another language, numbers that nobody can vouch for, a plan as long as it was.
    """
    layers, report = content.layers, content.report
    language, audience, short = wanted.language, wanted.audience, bool(wanted.minutes or workshop.plan.fit)
    for contact in wanted.country.contacts:
        if contact.own and contact.kind == "child" and not contact.on_sheets(wanted.today):
            why = f"{contact.source_dated or '–'}, {contact.grade}"
            report.warning("helpline-not-printed", contact.place, name=contact.called(language.tag), why=why)
    used = {block.address for block in workshop.blocks}
    around = {block.address for part in workshop.parts if part.lesson for block in part.lesson.blocks}
    for address, own in layers.own.items():
        if address in around - used and own.change.op is Op.ADD:
            report.warning("added-not-in-plan", own.change.place, block=address)
    planned = workshop.planned.get(audience) if workshop.planned else None
    takes = workshop.plan.minutes.get(audience) if workshop.plan.minutes else None
    if planned and takes and takes > planned and not short:
        values = {"plan": workshop.plan.id, "found": takes, "said": planned, "audience": audience.id}
        report.warning("plan-takes-longer", layers.partners[0].place, **values)
    for partner in layers.partners:
        mine = [change for _, change in layers.edited.values() if change.partner == partner.id and change.target in workshop.names]
        if mine and partner.language not in language.chain:
            values = {"n": len(mine), "partner": partner.name, "written": partner.language, "language": language.tag}
            report.warning("partner-other-language", partner.place, **values)


def unsettled(content: Content, names: Collection[str]) -> dict[str, int]:
    """Partner → how many of its changes in these files wait to be settled."""
    states = content.layers.states
    counted = {
        partner.name: sum(change.target in names and states.get(change.key) in TO_SETTLE for change in partner.changes)
        for partner in content.layers.partners
    }
    return {name: count for name, count in counted.items() if count}


def noted(content: Content, rows: list[Standing]) -> None:
    """Writes the locks of partners who have changes that no lock knows, or none that one still knows."""
    for partner in content.layers.partners:
        wanted = dict(bases(rows, partner))
        if wanted != dict(partner.lock):
            write(content, partner, wanted)


def write(content: Content, partner: Partner, wanted: dict[str, Basis]) -> None:
    """Writes a lock, whole; a folder that cannot be written to is told, and nothing else happens."""
    path = folder_of(content, partner) / lock.NAME
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(lock.written(wanted, __version__), encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        content.report.warning("lock-not-written", Place(content.library.name_of(path)), reason=error.strerror or "")
