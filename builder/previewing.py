"""Slides as PNG files: of a plan, of a module, or of a single block by its address."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builder.content import Content
from builder.lesson import Workshop
from builder.model.combination import Combination
from builder.model.page import Pages
from builder.model.report import BuildFailed, Report
from builder.pipeline import draw, session_of
from builder.request import Outcome, Request, combinations, content_for
from builder.validate.fields import near


def pictures(request: Request, width: int) -> tuple[Report, list[Path]]:
    """The problems, and the files that were written."""
    outcome = Outcome(Report())
    try:
        return outcome.report, _pictures(request, width, outcome)
    except BuildFailed:
        return outcome.report, []


def _pictures(request: Request, width: int, outcome: Outcome) -> list[Path]:
    content = content_for(request.workspace, request.partner, outcome.report)
    outcome.report.stop_on_errors()
    workshop = content.whole(request.plan.split("/", maxsplit=1)[0])
    wanted = combinations(request, content, workshop, outcome) if workshop else []
    outcome.report.stop_on_errors()
    assert workshop is not None
    folders = [request.output / _name(each) if wanted[1:] else request.output for each in wanted]
    drawn = [_written(content, workshop, each, request, width, folder) for each, folder in zip(wanted, folders, strict=True)]
    if wanted and not any(drawn):
        module, _, block = request.plan.partition("/")
        known = sorted(str(each.id) for each in workshop.blocks)
        outcome.report.error("unknown-block", None, block=block, module=module, near=near(block, known))
        outcome.report.stop_on_errors()
    return [path for paths in drawn for path in paths]


def _name(wanted: Combination) -> str:
    return f"{wanted.audience.id}_{wanted.language.tag}_{wanted.country.id}"


def _written(content: Content, workshop: Workshop, wanted: Combination, request: Request, width: int, folder: Path) -> list[Path]:
    """The pictures of one combination, in its folder."""
    from builder.render import png

    session = session_of(content, workshop, wanted, content.report)
    content.report.stop_on_errors()
    pages = draw(content, session, ("slides",), content.report).pages["slides"]
    content.report.stop_on_errors()
    chosen = _chosen(pages, request.plan)
    written: list[Path] = []
    if not chosen.pages:
        return written
    folder.mkdir(parents=True, exist_ok=True)
    for page, image in zip(chosen.pages, png.render(chosen, width), strict=True):
        path = folder / f"{page.id.replace('/', '_')}.png"
        path.write_bytes(image)
        written.append(path)
    return written


def _chosen(pages: Pages, address: str) -> Pages:
    """The pages of a block; all of them for a plan or a module."""
    some = tuple(page for page in pages.pages if page.id.startswith(f"{address}/") or page.id == address)
    return replace(pages, pages=some) if "/" in address else pages
