"""A workshop for one room: the blocks it keeps, after the topic gate, and the voices that say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from builder.blocks.base import Block, Room, is_for
from builder.lesson import Lesson, Session, Topic, Workshop
from builder.model.audience import Audience, Band, ByAudience
from builder.model.report import Report
from builder.model.source import Place
from builder.shorten import shortened

SMALL_GROUP = 30
"""How many children may be in a room in which sexual risk is spoken of."""


def select(
    workshop: Workshop, room: Room, topics: Mapping[str, Topic], report: Report, *, participants: int = 30, minutes: int | None = None,
) -> Session:  # fmt: skip
    """The session; what is not meant for this room, what the gate forbids, what takes too long, is in the report."""
    _check_audiences(workshop, room.audience, report)
    parts = []
    for part in workshop.parts:
        if not is_for(part.audiences, room.audience):
            continue
        kept = tuple(block for block in part.blocks if _is_for(block, room.audience))
        if part.lesson:
            _check_gate(part.lesson.module.topics, part.lesson.place, room.audience, topics, report)
            _check_group(part.lesson, kept, room.audience, topics, participants, report)
        for block in kept:
            _check_gate(block.topics, block.place, room.audience, topics, report)
        if kept:
            parts.append(replace(part, blocks=kept))
    session = Session(workshop, tuple(parts), room, participants)
    fit = workshop.plan.fit
    wanted = minutes or (fit.get(room.audience) if fit else None)
    return session if wanted is None else _in_time(session, wanted, report)


def _in_time(session: Session, minutes: int, report: Report) -> Session:
    """The session in the time there is; a problem where what must stay takes longer."""
    parts, left_out = shortened(session.parts, session.room.audience, minutes)
    short = replace(session, parts=parts, left_out=left_out)
    if short.minutes > minutes:
        plan = session.workshop.plan.id
        report.error("cannot-fit", session.workshop.place, plan=plan, minutes=minutes, least=short.minutes)
    return short


def _is_for(block: Block, audience: Audience) -> bool:
    """In a mixed room a block is kept only when everybody may see it, or it is for the youngest."""
    return all(block.is_for_band(band) for band in audience.bands) or block.is_for_band(audience.youngest)


def _check_audiences(workshop: Workshop, audience: Audience, report: Report) -> None:
    for band in audience.bands:
        if band.id not in workshop.plan.audiences:
            offered = ", ".join(workshop.plan.audiences)
            report.error("plan-not-for-audience", workshop.place, plan=workshop.plan.id, audience=band.id, offered=offered)
        for part in workshop.parts:
            lesson = part.lesson
            if lesson and band.id not in lesson.module.audiences and band.id in workshop.plan.audiences:
                offered = ", ".join(lesson.module.audiences)
                report.error("module-not-for-audience", lesson.place, module=lesson.module.id, audience=band.id, offered=offered)


def _check_gate(
    declared: ByAudience[tuple[str, ...]] | None, place: Place, audience: Audience, topics: Mapping[str, Topic], report: Report
) -> None:  # fmt: skip
    """Every declared topic must be open to every band in the room; nothing loosens this."""
    for band in audience.bands if declared else ():
        for name in (declared.get(Audience((band,))) if declared else None) or ():
            _gate(name, band, getattr(name, "place", place), topics, report)


def _check_group(
    lesson: Lesson, blocks: tuple[Block, ...], audience: Audience, topics: Mapping[str, Topic], participants: int, report: Report
) -> None:  # fmt: skip
    """Some topics are for small groups of children: so that each can leave, ask and be seen."""
    declared = [found for found in (lesson.module.topics, *(block.topics for block in blocks)) if found]
    names = {name for found in declared for name in found.get(audience) or ()}
    small = sorted(name for name in names if name in topics and topics[name].small_group)
    if small and participants > SMALL_GROUP and any(not band.adult for band in audience.bands):
        groups = -(-participants // SMALL_GROUP)
        size = -(-participants // groups)
        report.error("group-too-large", lesson.place, topic=small[0], participants=participants, groups=groups, size=size)


def _gate(name: str, band: Band, place: Place, topics: Mapping[str, Topic], report: Report) -> None:
    topic = topics.get(name)
    if topic is None:
        report.error("unknown-topic", place, topic=name, all=", ".join(topics))
    elif band.id not in topic.audiences:
        report.error("topic-gate", place, topic=name, audience=band.id, reason=topic.reason)
