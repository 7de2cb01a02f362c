"""Shared packs: every combination that is offered, built once a run and kept in memory."""

import os
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from builder.content import Content
from builder.lesson import Session
from builder.library import Library, installed
from builder.model.kinds import USUAL
from builder.model.report import Report
from builder.pipeline import Drawn, draw, session_of
from builder.request import Outcome, Request, combinations, content_for, offered

DAY = date(2026, 11, 23)


class Combination(NamedTuple):
    """One pack by its words."""

    plan: str
    audience: str
    language: str
    country: str

    @property
    def name(self) -> str:
        return "_".join(self)


EVERYTHING = [
    Combination("children-90-minutes", audience, language, country)
    for audience in ("5-8", "9-12", "13-17", "9-12+13-17")
    for language in ("en", "es")
    for country in ("PY", "CR")
] + [
    Combination("children-90-minutes", "5-8", "es", "BO"),
    Combination("children-90-minutes", "9-12", "es", "SV"),
    Combination("children-90-minutes", "13-17", "en", "RW"),
    Combination("caregivers-evening", "caregivers", "es", "PY"),
    Combination("caregivers-evening", "caregivers", "en", "RW"),
    Combination("educators-half-day", "educators", "es", "SV"),
    Combination("educators-half-day", "educators", "en", "PY"),
    Combination("decision-makers-session", "decision-makers", "en", "RW"),
    Combination("teens-half-day", "13-17", "es", "PY"),
    Combination("booster-20-minutes", "9-12", "en", "GH"),
    Combination("children-90-minutes", "5-8", "fr", "TD"),
]


def shipped(report: Report | None = None) -> Content:
    """What the builder ships, read once more."""
    return Content(Library((installed(),)), report or Report())


def request_for(wanted: Combination, **more: Any) -> Request:
    """The request that a command makes of such words; `more` are options."""
    return Request(wanted.plan, Path("output"), DAY, wanted.audience, wanted.language, wanted.country, **more)


def session_for(content: Content, request: Request, report: Report) -> Session:
    """The first session that a request asks for."""
    workshop = content.workshop(request.plan)
    assert workshop, content.report.problems
    return session_of(content, workshop, combinations(request, content, workshop, Outcome(report))[0], report)


@cache
def drawn(wanted: Combination, documents: tuple[str, ...] = (), **more: Any) -> Drawn:
    """The typeset pages of a pack, the usual ones or those named; a problem fails the test. `more` are options of the request."""
    report = Report()
    content = content_for(None, more["partner"], report) if more.get("partner") else shipped(report)
    documents = documents or tuple(name for name in USUAL if name in offered(more.get("edition", "")))
    pages = draw(content, session_for(content, request_for(wanted, **more), report), documents, report)
    assert report.errors == []
    return pages


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes goldens and schemas anew instead of comparing them."""
    parser.addoption("--update", action="store_true", help="write goldens and schemas anew")


@pytest.fixture
def same_as_file(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a file that is kept; with `--update` writes the file – never in CI."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            assert not os.environ.get("CI"), "CI compares; it never updates"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text("utf-8") == text, f"{path.name} differs; look at the change, then run pytest --update"

    return compare


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Names the tools whose absence skipped tests."""
    reasons = {str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)}
    for reason in sorted(reasons):
        terminalreporter.write_line(f"not looked at: {reason}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI nothing may be skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("WORKSHOP_NO_SKIPS") and reporter and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = 1
