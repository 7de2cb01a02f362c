"""Programmes: raw tree → the slots of an event, in their order, none across another of its track."""

from __future__ import annotations

import re
from collections.abc import Collection

from builder.lesson import Programme, Slot
from builder.model.audience import Band
from builder.model.report import Report
from builder.model.source import Fields, Place
from builder.validate.fields import near, read
from builder.validate.texts import check_texts


def programme(raw: Fields, name: str, bands: tuple[Band, ...], plans: Collection[str], report: Report) -> Programme | None:
    """The programme, or None when its fields cannot be read; whatever else is wrong is in the report."""
    found = read(Programme, raw, report)
    if found is None:
        return None
    if found.id != name:
        report.error("id-not-file-name", raw["id"].place, found=found.id, expected=name)
    check_texts(found, bands, bands, report)
    tracks = [str(track.id) for track in found.tracks]
    good = [slot for slot in found.slots if _is_good(slot, tracks, plans, raw, bands, report)]
    for number, slot in enumerate(good):
        for other in good[:number]:
            if _cross(slot, other):
                report.error("slots-cross", _place(slot, raw), one=other.id, other=slot.id)
    return None if report.errors else found


def _is_good(
    slot: Slot, tracks: list[str], plans: Collection[str], raw: Fields, bands: tuple[Band, ...], report: Report
) -> bool:  # fmt: skip
    check_texts(slot, bands, bands, report)
    if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", str(slot.start)):
        report.error("bad-event", _place(slot, raw), field="start", found=str(slot.start))
        return False
    if slot.track and slot.track not in tracks:
        report.error("unknown-track", _place(slot, raw), name=slot.track, near=near(slot.track, tracks), all=", ".join(tracks))
    if slot.plan and slot.plan not in plans:
        report.error("unknown-plan", _place(slot, raw), name=slot.plan, near=near(slot.plan, list(plans)), all=", ".join(plans))
    if not slot.plan and not slot.title:
        report.error("missing-field", _place(slot, raw), field="title")
    return True


def _cross(one: Slot, other: Slot) -> bool:
    """Whether somebody would have to be in two rooms: same day, same track or for everybody, at the same time."""
    together = not one.track or not other.track or one.track == other.track
    return together and one.day == other.day and one.begins < other.begins + other.minutes and other.begins < one.begins + one.minutes


def _place(slot: Slot, raw: Fields) -> Place:
    return next((each.place for each in raw["slots"] if isinstance(each, Fields) and each.get("id") == slot.id), raw.place)
