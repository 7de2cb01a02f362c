"""Pages of the phone edition, made once a run and kept in memory."""

from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple

from builder.content import Content
from builder.handheld import draw_for_phones
from builder.lesson import Session
from builder.model.combination import PHONE
from builder.model.report import Report
from builder.pipeline import Drawn
from tests.conftest import Combination, request_for, session_for, shipped


class Made(NamedTuple):
    """A pack of the phone edition, and what it was made from."""

    session: Session
    drawn: Drawn
    content: Content

    @property
    def leaves(self) -> dict[str, str]:
        """Document → its page."""
        return dict(self.drawn.leaves)


@cache
def made(wanted: Combination, guide_language: str | None = None) -> Made:
    """The pages of one pack; a problem fails the test that asked."""
    report = Report()
    content = shipped(report)
    session = session_for(content, request_for(wanted, edition=PHONE, guide_language=guide_language), report)
    drawn = draw_for_phones(content, session, ("guide", "handouts"), report)
    assert report.errors == []
    return Made(session, drawn, content)


class _Heard(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.style = tag == "style"
        self.parts += [value or "" for name, value in attrs if name in ("aria-label", "alt")]

    def handle_data(self, data: str) -> None:
        if not self.style:
            self.parts.append(data)


def heard(page: str) -> str:
    """Every text of a page as one string: words, and what stands for pictures."""
    reader = _Heard()
    reader.feed(page)
    return squeezed(" ".join(reader.parts))


def squeezed(text: str) -> str:
    """The text without its spaces, of whatever kind."""
    return "".join(text.split())
