"""What hangs on walls and is held up, drawn once a run, and laid on virtual paper."""

import io
from functools import cache
from typing import Any

import pypdfium2
from PIL import Image, ImageChops

from builder.model.page import Box, Page, Pages, Text
from builder.model.report import Report
from builder.pipeline import Drawn, draw
from builder.render import pdf
from builder.typeset.paper.sheet import LIVE_HEIGHT, LIVE_WIDTH, origin
from tests.conftest import Combination, request_for, session_for, shipped

KINDS = ("flipchart", "slides-handout", "posters", "posters-tiled", "print-plan")
CONTENT = shipped()
QUIZ = (Combination("children-one-visit", "9-12", "en", "PY"), {"modules": "under-pressure"})
"""A room in which answers are chosen and then told."""
ROOMS = [
    (Combination("children-90-minutes", "9-12", "en", "PY"), {}),
    (Combination("children-90-minutes", "5-8", "es+gn", "PY"), {}),
    (Combination("children-90-minutes", "13-17", "fr", "TD"), {"paper": "letter"}),
    (Combination("children-90-minutes", "9-12", "ar", "TD"), {"draft": True}),
    (Combination("children-one-visit", "13-17", "fr+ar", "TD"), {"draft": True}),
    (Combination("children-one-visit", "9-12", "en+rw", "RW"), {"paper": "oficio"}),
    (Combination("teens-half-day", "13-17", "es", "PY"), {}),
    (Combination("caregivers-evening", "caregivers", "es", "PY"), {"paper": "letter"}),
    (Combination("educators-half-day", "educators", "en", "RW"), {}),
    (Combination("decision-makers-session", "decision-makers", "en", "RW"), {}),
    QUIZ,
]
"""Audiences × languages × papers."""


@cache
def _drawn(wanted: Combination, options: tuple[tuple[str, Any], ...]) -> tuple[Drawn, Report]:
    report = Report()
    return draw(CONTENT, session_for(CONTENT, request_for(wanted, **dict(options)), report), KINDS, report), report


def made(wanted: Combination, more: dict[str, Any]) -> tuple[Drawn, Report]:
    """The documents of a room, and what was told of them."""
    return _drawn(wanted, tuple(more.items()))


def pages_of(kind: str, room: tuple[Combination, dict[str, Any]]) -> Pages:
    """The pages of one document."""
    return made(*room)[0].pages[kind]


def on_paper(pages: Pages, scale: float, at: slice = slice(None)) -> list[Image.Image]:
    """Some pages as they come out of a printer, grey, `scale` pixels to the point."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf.render(pages)))
    found = [document[number].render(scale=scale).to_pil().convert("L") for number in range(len(document))[at]]
    document.close()
    return found


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around everything that is printed."""
    return ImageChops.invert(image).point(lambda value: 255 if value > 60 else 0).getbbox() or (0, 0, 0, 0)


def live(paper: str) -> Box:
    """What A4 and letter paper share."""
    return Box(*origin(paper), LIVE_WIDTH, LIVE_HEIGHT)


def sizes(page: Page) -> dict[str, float]:
    """The smallest type of each kind of text on a page."""
    found: dict[str, float] = {}
    for item in page.items:
        for paragraph in item.paragraphs if isinstance(item, Text) else ():
            for run in (run for line in paragraph.lines for run in line.runs):
                name = item.name if isinstance(item, Text) else ""
                found[name] = min(run.size, found.get(name, run.size))
    return found
