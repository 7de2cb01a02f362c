"""Where each text is shown, to whom, and how long it may be there: measured on the pages that are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from builder.content import Content
from builder.lesson import Workshop
from builder.model.audience import Audience, Band
from builder.model.combination import Combination
from builder.model.document import Document, Frame
from builder.model.language import Language
from builder.model.page import Pages
from builder.model.report import Report
from builder.model.text import Text, context
from builder.model.voice import Said
from builder.pipeline import draw, session_of

LONGER = (1.1, 1.25, 1.4, 1.6, 1.8, 2.0, 2.5, 3.0, 4.0, 6.0)
"""How much longer than today a text is tried."""


@dataclass(slots=True)
class Shown:
    """One message: for which audiences, on which slides and sheets, how many characters fit, its slide's picture."""

    audiences: list[str] = field(default_factory=list)
    where: list[str] = field(default_factory=list)
    longest: int = 0
    picture: str = ""


@dataclass(slots=True)
class Places:
    """Every message of a lesson or plan by its context, and the pictures of its slides."""

    shown: dict[str, Shown] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)


def places(content: Content, name: str, language: Language, today: date) -> Places:
    """Where the messages of one file are shown; nothing for wording that belongs to no lesson."""
    found = Places()
    library, plan = content.library, name.removeprefix("plan-")
    workshop = content.whole(plan) if plan in {**library.modules(), **library.collections(), **library.plans()} else None
    country = content.country(next(iter(_countries(content, language)), "")) if _countries(content, language) else None
    if workshop is None or country is None:
        return found
    texts = {text.address: text for text in (workshop.own_texts() if name.startswith("plan-") else workshop.texts())}
    for band in content.bands:
        if any(band.is_in(str(key)) for key in workshop.plan.audiences):
            wanted = Combination(Audience((band,)), language, language, country, country.paper, today=today, draft=True)
            _look(content, workshop, wanted, band, texts, found)
    return found


def _countries(content: Content, language: Language) -> list[str]:
    """The countries that offer the language, else all."""
    everyone = list(content.library.countries())
    return [name for name in everyone if (found := content.country(name)) and language.tag in found.languages] or everyone


def _look(content: Content, workshop: Workshop, wanted: Combination, band: Band, texts: dict[str, Text], found: Places) -> None:
    """Notes where one audience meets each text."""
    from builder.compose.handouts import handouts
    from builder.compose.slides import slides
    from builder.render import png

    report = Report()
    session = session_of(content, workshop, wanted, report)
    deck, sheets = slides(session), handouts(session)
    pages = draw(content, session, ("slides",), report).pages["slides"]
    images = dict(zip((page.id for page in pages.pages), png.render(pages, 480), strict=True))
    limits = Limits(content, wanted, session.room.voice)
    for document, frame in [(deck, frame) for frame in deck.frames] + [(sheets, frame) for frame in sheets.frames]:
        for address in sorted(_addresses((frame.title, frame.pieces, frame.notes.say, frame.notes.do, frame.notes.expect))):
            text = texts.get(address)
            variant = text.variant(wanted.audience) if text else None
            if variant is None:
                continue
            shown = found.shown.setdefault(context(address, variant.key), Shown())
            shown.audiences += [band.id] if band.id not in shown.audiences else []
            shown.where += [where] if (where := _where(document, frame, pages)) not in shown.where else []
            if document is deck:
                shown.picture = shown.picture or _kept(found, frame, band, images)
                longest = limits.longest(frame, address)
                shown.longest = min(longest, shown.longest or longest)


def _kept(found: Places, frame: Frame, band: Band, images: dict[str, bytes]) -> str:
    name = f"{frame.id.replace('/', '_')}_{band.id}.png"
    found.pictures[name] = images.get(frame.id, b"")
    return name


def _where(document: Document, frame: Frame, pages: Pages) -> str:
    number = next((n for n, page in enumerate(pages.pages, 1) if page.id == frame.id), 0)
    return f"slide {number}" if number else document.kind


def _addresses(value: Any) -> set[str]:
    if isinstance(value, Said):
        return {value.address} if value.address else set()
    return set().union(*(_addresses(each) for each in value)) if isinstance(value, tuple) else set()


class Limits:
    """How long the texts of slides may be, found by drawing them longer."""

    def __init__(self, content: Content, wanted: Combination, voice: Any) -> None:
        from builder.typeset.measure import Ruler
        from builder.typeset.sketch import Desk
        from builder.validate.theme import look

        made = look(content.theme, wanted.audience.youngest.family, content.library.one("assets/fonts"), content.brand)
        self.desk, self.voice = Desk(made, Ruler(made.faces), {}), voice

    def longest(self, frame: Frame, address: str) -> int:
        """About how many characters fit where this text stands; 0 where it is not on the slide or nothing limits it."""
        today = _longest((frame.title, frame.pieces), address)
        if not today or self._fits(frame, address, LONGER[-1]):
            return 0
        low, high = 0, len(LONGER) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._fits(frame, address, LONGER[middle]) else (low, middle)
        return int(today * (LONGER[low - 1] if low else 1.0))

    def _fits(self, frame: Frame, address: str, factor: float) -> bool:
        from builder.typeset.slide_pages import slide_pages

        longer = replace(frame, title=_longer(frame.title, address, factor), pieces=_longer(frame.pieces, address, factor))
        report = Report()
        slide_pages(Document("slides", frame.title, (longer,), "", "", ""), self.desk, self.voice, self.voice, report)
        return not report.errors


def _longest(value: Any, address: str) -> int:
    if isinstance(value, Said):
        return len(value.string) if value.address == address else 0
    return max((_longest(each, address) for each in value), default=0) if isinstance(value, tuple) else 0


def _longer(value: Any, address: str, factor: float) -> Any:
    """The pieces with this text stretched by words of its own."""
    if isinstance(value, Said):
        return value._replace(string=_stretched(value.string, factor)) if value.address == address else value
    if not isinstance(value, tuple):
        return value
    inner = [_longer(each, address, factor) for each in value]
    return type(value)(*inner) if hasattr(value, "_fields") else tuple(inner)


def _stretched(string: str, factor: float) -> str:
    words, target = string.split(), len(string) * factor
    long = list(words)
    while len(" ".join(long)) < target:
        long.append(words[len(long) % len(words)])
    return " ".join(long)
