"""An event's file: where, when, and its sessions – a list even when there is one."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from builder.blocks.base import Item, Written
from builder.lesson import Event, Sitting
from builder.model.combination import Price
from builder.model.report import Report
from builder.model.source import Fields, Word, place_of
from builder.validate.fields import read


class SessionRow(Item):
    """One session of an event."""

    id: str = "session"
    plan: str
    audience: str = ""
    language: str = ""
    start: str = ""
    room: str = ""
    track: str = ""
    participants: int = 30


class PriceRow(Written):
    """What a copier charges for one printed side, in a currency: `{side: "0.20", currency: "Bs"}`."""

    side: str
    currency: str = ""


class EventFile(Written):
    """An event's file."""

    name: str
    place: str = ""
    country: str = ""
    language: str = ""
    date: str
    programme: str = ""
    rooms: Any = None
    price: PriceRow | None = None
    sessions: tuple[SessionRow, ...] = ()


def event(raw: Fields, report: Report) -> Event | None:
    """The event, or None with the reasons in the report."""
    file = read(EventFile, raw, report)
    if file is None:
        return None
    try:
        day = date.fromisoformat(file.date)
    except ValueError:
        report.error("bad-event", place_of(raw, ("date",)), field="date", found=file.date)
        return None
    if not file.programme and not file.sessions:
        report.error("missing-field", raw.place, field="sessions")
    rooms = {str(track): str(room) for track, room in file.rooms.items()} if isinstance(file.rooms, Fields) else {}
    sittings = tuple(
        Sitting(
            row.id, row.plan, row.audience, row.language, _minutes(row.start, raw, number, report), row.room, row.track, row.participants
        )
        for number, row in enumerate(file.sessions)
    )
    price = _price(file.price, raw, report) if file.price else None
    return Event(file.name, file.place, file.country, file.language, day, file.programme, rooms, sittings, price)


def _price(row: PriceRow, raw: Fields, report: Report) -> Price | None:
    """The price of a side as it was written, with a point or a comma."""
    found = re.fullmatch(r"\d{1,9}([.,]\d{1,4})?", row.side.strip())
    if found is None:
        report.error("bad-event", place_of(raw, ("price", "side")), field="side", found=Word(row.side))
        return None
    return Price(Decimal(found[0].replace(",", ".")), row.currency.strip())


def _minutes(start: str, raw: Fields, number: int, report: Report) -> int | None:
    """Minutes after midnight of `09:30`; None when nothing was said."""
    if not start:
        return None
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", start)
    if found is None:
        place = place_of(raw, ("sessions", number, "start"))
        report.error("bad-event", place, field="start", found=Word(start))
        return None
    return int(found[1]) * 60 + int(found[2])
