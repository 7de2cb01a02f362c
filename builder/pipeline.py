"""The stages in order: content → session → documents → pages → files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from builder.content import Content
from builder.lesson import Session, Workshop
from builder.model.combination import Combination
from builder.model.document import Document, Made
from builder.model.kinds import BY_NAME, Kind, Reader
from builder.model.look import Look
from builder.model.page import Pages
from builder.model.partner import named
from builder.model.report import Report
from builder.model.review import Review
from builder.model.source import Place
from builder.model.voice import Used, Voice
from builder.select import select
from builder.validate.theme import look as look_of
from builder.voices import review_of, room_of, spoken


class Drawn(NamedTuple):
    """The typeset documents of one pack – pages, or whole files of HTML –, and what was said to make them."""

    session: Session
    look: Look
    pages: dict[str, Pages]
    voices: tuple[Voice, ...]
    reviews: dict[str, Review]
    leaves: Mapping[str, str] = {}


Ready = Callable[[Pages, Look], None]


def _nobody(pages: Pages, look: Look) -> None:
    """Hears of final pages and does nothing."""


def session_of(content: Content, workshop: Workshop, wanted: Combination, report: Report) -> Session:
    """The workshop for one room, with its two voices."""
    held = workshop.with_lessons(wanted.modules)
    room = room_of(content, held, wanted, report)
    held = spoken(content, held, room, report)
    session = select(held, room, content.topics, report, participants=wanted.participants, minutes=wanted.minutes)
    kept = replace(session, start=wanted.start, edition=wanted.edition, paper=wanted.paper, place=wanted.place)
    kept = replace(kept, price=wanted.price, names=wanted.names, print=wanted.print)
    return replace(kept, partners=named(content.layers.partners), beside=content.brand.beside)


Heard = dict[str, list[tuple[str, Used]]]
"""Document → what its texts are: contexts and messages."""


def draw(content: Content, session: Session, documents: tuple[str, ...], report: Report, ready: Ready = _nobody) -> Drawn:
    """The pages of the documents asked for, and of those that they tell of; whatever does not fit is in the report.

    `ready` hears of the slides as soon as their pages are final, so that they can be rendered meanwhile.
    """
    from builder.compose.colophon import with_colophon
    from builder.papers import PAPERS, Bench, order
    from builder.typeset.fit import forgive
    from builder.typeset.measure import Ruler
    from builder.typeset.sketch import Desk

    room, heard, made = session.room, Heard(), Made()
    look = look_of(content.theme, room.audience.youngest.family, content.library.one("assets/fonts"), content.brand, session.edition)
    look = replace(look, print=session.print)
    bench = Bench(content, session, Desk(look, Ruler(look.faces), content.scenes), report, made)
    second = room.voice.second
    for name in order(documents):
        room.voice.second = _speaking(second, BY_NAME[name], report)
        document = PAPERS[name].compose(bench)
        heard[name] = room.heard()
        if not document.frames:
            continue
        if name == "guide":
            reviews = {each: review_of(content, heard[each]) for each in heard}
            document = with_colophon(document, reviews, session, content.layers.counted(session.workshop.names))
        elif BY_NAME[name].reader is not Reader.FACILITATOR:
            check(content, document, session, report)
        made.documents[name] = document
        made.pages[name] = PAPERS[name].lay(document, bench)
        if name == "slides" and not report.errors:
            ready(made.pages[name], look)
    room.voice.second = second
    bench.desk.ruler.tell(report)
    voices = tuple(voice for voice in (room.voice, room.voice.second, room.guide) if voice)
    if room.voice.draft:
        forgive(report, made.documents.values(), {tag for voice in voices for tag in voice.language.spoken})
    return Drawn(session, look, made.pages, voices, {name: review_of(content, heard[name]) for name in documents if name in made.pages})


def _speaking(second: Voice | None, kind: Kind, report: Report) -> Voice | None:
    """The second language, if it can say all that such a document says; where it cannot, that is told."""
    if second is None or kind.words == "documents" or kind.reader is Reader.FACILITATOR:
        return second
    texts = [text for text in second.fixed.values() if text.address.startswith(f"{kind.words}/")]
    if all(map(second.can_say, texts)):
        return second
    report.warning("paper-in-one-language", Place(f"workshops/wording/{kind.words}.yaml"), document=kind.name, language=second.language.tag)
    return None


def check(content: Content, document: Document, session: Session, report: Report) -> None:
    """Holds the words of a document for participants against the gate."""
    from builder.compose.gate import check_words

    check_words((document,), content.forbidden, session.room.audience, report, content.lines)
