"""Slides as PNG files: of a plan, of a module, or of a single block by its address."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builder.content import Content
from builder.lesson import Workshop
from builder.model.page import Pages
from builder.model.report import BuildFailed, Report
from builder.pipeline import draw, session_of
from builder.request import Outcome, Request, combinations, library_for


def pictures(request: Request, width: int) -> tuple[Report, list[Path]]:
    """The problems, and the files that were written."""
    outcome = Outcome(Report())
    try:
        return outcome.report, _pictures(request, width, outcome)
    except BuildFailed:
        return outcome.report, []


def _pictures(request: Request, width: int, outcome: Outcome) -> list[Path]:
    from builder.render import png

    content = Content(library_for(request.workspace), outcome.report)
    workshop = _workshop(content, request.plan)
    wanted = combinations(request, content, workshop, outcome) if workshop else []
    outcome.report.stop_on_errors()
    assert workshop is not None
    written = []
    for each in wanted[:1]:
        session = session_of(content, workshop, each, outcome.report)
        outcome.report.stop_on_errors()
        pages = draw(content, session, ("slides",), outcome.report).pages["slides"]
        outcome.report.stop_on_errors()
        chosen = _chosen(pages, request.plan)
        request.output.mkdir(parents=True, exist_ok=True)
        for page, image in zip(chosen.pages, png.render(chosen, width), strict=True):
            path = request.output / f"{page.id.replace('/', '_')}.png"
            path.write_bytes(image)
            written.append(path)
    return written


def _chosen(pages: Pages, address: str) -> Pages:
    """The pages of the address; all of them for a plan."""
    some = tuple(page for page in pages.pages if page.id.startswith(f"{address}/") or page.id == address)
    return replace(pages, pages=some) if some else pages


def _workshop(content: Content, address: str) -> Workshop | None:
    """The plan, or for a module or block the first plan that holds it."""
    if address in content.library.plans():
        return content.workshop(address)
    module = address.split("/", maxsplit=1)[0]
    for name in content.library.plans():
        found = content.workshop(name)
        if found and any(part.lesson and part.lesson.module.id == module for part in found.parts):
            return found
    return content.workshop(address)
