"""The truth about the texts: at the head of the guide in a sentence, at its end document by document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from builder.blocks.base import Room
from builder.model.document import Document, Frame
from builder.model.pieces import Notice, Para, Piece, Points, Tone
from builder.model.review import Review
from builder.model.voice import Said


def with_colophon(guide: Document, reviews: Mapping[str, Review], room: Room) -> Document:
    """The guide, with who looked at the texts of each document and what stands in another language."""
    first, *others = guide.frames
    notice = Notice((room.guide.word(_state(reviews)),), "note")
    first = replace(first, pieces=(first.pieces[0], notice, *first.pieces[1:]))
    last = Frame("guide/colophon", "guide", room.guide.word("colophon-title"), tuple(_colophon(reviews, room)))
    return replace(guide, frames=(first, *others, last))


def _state(reviews: Mapping[str, Review]) -> str:
    if all(review.complete for review in reviews.values()):
        return "guide-reviewed"
    return "guide-partly-reviewed" if any(any(review.signed.values()) for review in reviews.values()) else "guide-draft"


def _colophon(reviews: Mapping[str, Review], room: Room) -> Iterator[Piece]:
    voice = room.guide
    yield Para(voice.word("colophon-lead"))
    yield Points(tuple(_document(name, review, room) for name, review in reviews.items()))
    fell_back = [voice_.fell_back for voice_ in (room.voice, room.voice.second, room.guide) if voice_]
    shown = sorted({(address, tag) for found in fell_back for address, tag in found.items()})
    if shown:
        yield Para(voice.word("colophon-fell-back"))
        yield Points(tuple(Said(f"{address} [{tag}]", "zxx") for address, tag in shown))
    yield Para(voice.word("colophon"), Tone.CAPTION)


def _document(name: str, review: Review, room: Room) -> Said:
    voice = room.guide
    roles = []
    for role, count in review.signed.items():
        by = ", ".join(review.by[role])
        roles.append(voice.word(f"colophon-{role}", n=count, of=review.texts).string + (f" ({by})" if by else ""))
    return Said(f"**{name}:** {'; '.join(roles)}.", voice.language.tag)
