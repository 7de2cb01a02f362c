"""Who speaks in a session: the participants' voice, in one language or two, and the facilitator's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from builder.blocks.base import Room
from builder.content import Content
from builder.lesson import Workshop
from builder.model.combination import Combination
from builder.model.language import Language
from builder.model.report import Report
from builder.model.review import Review
from builder.model.voice import Used, Voice
from builder.translate.ledger import reviewed


def room_of(content: Content, workshop: Workshop, wanted: Combination, report: Report) -> Room:
    """The room of one session, with its voices."""
    names = frozenset(
        {f"plan-{workshop.plan.id}", "documents", "safeguarding", "audiences", "pictures", f"country-{wanted.country.id}"}
        | {part.lesson.module.id for part in workshop.parts if part.lesson}
    )
    spoken = _voice(content, wanted, wanted.language, names, report)
    if wanted.second:
        spoken.second = _voice(content, wanted, wanted.second, names, report)
    guide = _voice(content, wanted, wanted.guide_language, names, report)
    return Room(spoken, guide, wanted.country, wanted.today, content.pictures, content.safety)


def _voice(content: Content, wanted: Combination, language: Language, names: frozenset[str], report: Report) -> Voice:
    country = wanted.country
    form = next((country.address_form[tag] for tag in language.chain if tag in country.address_form), "")
    chain = tuple(layer for tag in language.chain for layer in ((f"{tag}@{form}", tag) if form else (tag,)))
    language = replace(language, chain=chain)
    child = country.helpline(wanted.today)
    for kind in ("child", "emergency"):
        if country.helpline(wanted.today, kind) is None:
            report.warning("no-printable-helpline", country.place, country=country.id, kind=kind)
    others = (*language.others, "en") if wanted.draft else ()
    values = dict(next((country.values[tag] for tag in (*chain, *others) if tag in country.values), {}))
    if child:
        values |= {"helpline.child.number": child.number, "helpline.child.name": child.name}
    catalogues = content.catalogues((*chain, *others), names) if language.tag != "en" else {}
    return Voice(language, "en", wanted.audience, catalogues, values, content.documents, report, wanted.draft)


def review_of(content: Content, heard: Collection[tuple[str, Used]]) -> Review:
    """How much of what was said is signed."""
    names = frozenset(context.split("/")[0] for context, _ in heard)
    return reviewed(heard, {layer: content.ledger(layer, names) for layer in {said.layer for _, said in heard}})


def is_complete(content: Content, workshop: Workshop, wanted: Combination) -> bool:
    """Whether everything that the workshop says to this room is there in its language."""
    report = Report()
    room = room_of(content, workshop, wanted, report)
    for text in (*workshop.texts(), *content.safety.values()):
        room.voice.lines(text)
    for name in content.documents:
        room.voice.word(name)
    return not any(problem.code == "missing-translation" for problem in report.problems)
