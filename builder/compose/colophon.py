"""The truth about the texts: at the head of the guide in a sentence, at its end document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.blocks.base import Room
from builder.lesson import Session
from builder.model.combination import PHONE
from builder.model.document import NOTHING, Document, Frame
from builder.model.pieces import Heading, Notice, Para, Piece, Points, Tone
from builder.model.review import Review
from builder.model.voice import Said, Voice


def with_colophon(guide: Document, reviews: Mapping[str, Review], session: Session, changed: Mapping[str, int]) -> Document:
    """The guide, with who looked at the texts of each document, who changed how many places, whose brands it carries.

    It says what stands in another language, too.
    """
    room = session.room
    last = Frame("guide/colophon", "more", NOTHING, tuple(_colophon(reviews, session, changed)))
    told = with_state(guide, reviews, room.guide)
    return replace(told, frames=(*told.frames, last))


def with_state(document: Document, reviews: Mapping[str, Review], voice: Voice) -> Document:
    """The document with a notice behind its first paragraph: whether people have looked at its texts."""
    first, *others = document.frames
    after = 1 if isinstance(first.pieces[0], Para) else 0
    notice = Notice((voice.word(_state(reviews)),), "note")
    first = replace(first, pieces=(*first.pieces[:after], notice, *first.pieces[after:]))
    return replace(document, frames=(first, *others))


def _state(reviews: Mapping[str, Review]) -> str:
    if all(review.complete for review in reviews.values()):
        return "guide-reviewed"
    return "guide-partly-reviewed" if any(any(review.signed.values()) for review in reviews.values()) else "guide-draft"


def author(voice: Voice, partners: Iterable[str]) -> str:
    """Who made a document, as its metadata say: the workshops, then the partners."""
    return " · ".join((voice.word("organisation").string, *partners))


def made_of(session: Session, kind: str, frames: tuple[Frame, ...], *, guide: bool = False) -> Document:
    """A document of the session: its frames with the plan's title in the voice of its readers, its makers, its licence, its day."""
    voice = session.room.guide if guide else session.room.voice
    title, day = voice.say(session.workshop.plan.title), session.room.today.isoformat()
    return Document(kind, title, frames, author(voice, session.partners), "CC BY 4.0", day)


def _colophon(reviews: Mapping[str, Review], session: Session, changed: Mapping[str, int]) -> Iterator[Piece]:
    room = session.room
    voice = room.guide
    yield Heading(voice.word("colophon-title"))
    yield Para(voice.word("colophon-lead"))
    end = "html" if session.edition == PHONE else "pdf"
    yield Points(tuple(_document(name, review, room, end) for name, review in reviews.items()))
    fell_back = [each.fell_back for each in (room.voice, room.voice.second, room.guide) if each]
    shown = Counter((address.split("/")[0], tag) for address, tag in {pair for found in fell_back for pair in found.items()})
    if shown:
        yield Para(voice.word("colophon-fell-back"))
        yield Points(tuple(Said(f"{name}: {count} [{tag}]", voice.language.tag) for (name, tag), count in sorted(shown.items())))
    # CC BY 4.0, section 3(a)(1)(B): whoever shares adapted material says that it was changed.
    for partner, count in changed.items():
        yield Para(voice.word("colophon-changed", n=count, partner=partner))
    names = dict.fromkeys((*session.partners, *session.beside))
    if names:
        yield Para(voice.word("colophon-with", names=voice.word("listed").string.join(names)))
    yield Para(voice.word("colophon"), Tone.CAPTION)


def _document(name: str, review: Review, room: Room, end: str) -> Said:
    voice = room.guide
    roles = []
    for role, count in review.signed.items():
        by = voice.word("listed").string.join(review.by[role])
        roles.append(voice.word(f"colophon-{role}", n=count, of=review.texts).string + (f" ({by})" if by else ""))
    file = "slides.pptx" if name == "slides" else f"{name}.{end}"
    return Said(f"**{file}:** {voice.word('between').string.join(roles)}.", voice.language.tag)
