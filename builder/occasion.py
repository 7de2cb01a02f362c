"""An event or a programme as requests: one for each of its sessions, each in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from builder.content import Content
from builder.lesson import Event, Programme, Sitting, Slot

if TYPE_CHECKING:
    from builder.request import Request


class Occasion(NamedTuple):
    """What a command is about: an event, a programme, both, or neither."""

    event: Event | None = None
    programme: Programme | None = None


def occasion_of(request: Request, content: Content) -> Occasion:
    """The event that the command names, and the programme – named by the command or by the event."""
    event = content.event(request.event) if request.event else None
    named = request.plan if request.plan in content.library.programmes() else ""
    if event and not request.plan:
        named = event.programme
    return Occasion(event, content.programme(named) if named else None)


def sessions(request: Request, occasion: Occasion, content: Content) -> list[Request]:
    """The request itself, or one for each session of the event or programme."""
    event, programme = occasion
    asked = request
    if event:
        country, language = request.country or event.country or None, request.language or event.language or None
        asked = replace(request, country=country, language=language, today=event.day, place=event.place or event.name, price=event.price)
    if programme:
        return [each for slot in programme.slots if slot.plan for each in _of_slot(asked, slot, programme)]
    if event is None:
        return [asked]
    wanted = [sitting for sitting in event.sittings if request.plan in ("", sitting.plan)]
    return [_of_sitting(asked, sitting, event, request) for sitting in wanted] or ([asked] if request.plan else [])


def _of_slot(asked: Request, slot: Slot, programme: Programme) -> Iterator[Request]:
    if asked.audience and slot.audience and asked.audience != slot.audience:
        return
    day = asked.today + timedelta(days=slot.day - 1) if asked.event else asked.today
    clock = str(slot.start).replace(":", "").zfill(4)
    yield replace(
        asked, plan=str(slot.plan), audience=slot.audience or None, modules=",".join(slot.modules), today=day, start=slot.begins,
        minutes=asked.minutes or slot.minutes, participants=asked.participants or slot.participants,
        within=str(programme.id), folder=f"{slot.day}-{clock}_{slot.id}",
    )  # fmt: skip


def _of_sitting(asked: Request, sitting: Sitting, event: Event, typed: Request) -> Request:
    """What was typed wins over the session, the session over the event."""
    language = typed.language or sitting.language or event.language or None
    alike = [
        each for each in event.sittings if (each.plan, each.audience, each.language) == (sitting.plan, sitting.audience, sitting.language)
    ]
    return replace(
        asked, plan=sitting.plan, audience=asked.audience or sitting.audience or None, language=language, start=sitting.start,
        participants=asked.participants or sitting.participants, folder=sitting.id if alike[1:] else "",
    )  # fmt: skip
