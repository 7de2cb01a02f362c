"""How paper is laid out: as designed sheets, or in one column of large print – as the look has it.

What only large print needs is imported when it is asked for.
"""

from __future__ import annotations

from builder.model.document import Document
from builder.model.page import Pages
from builder.model.pieces import HelpCard
from builder.model.report import Report
from builder.model.voice import Voice
from builder.typeset.paper.guide import credited_at_end, guide_pages
from builder.typeset.paper.handouts import Press
from builder.typeset.sketch import Desk


def press(desk: Desk, voice: Voice, help_card: HelpCard, label: str, paper: str, report: Report) -> Press:
    """What turns frames of handouts into pages."""
    if not desk.look.large:
        return Press(desk, voice, help_card, label, paper, report)
    from builder.typeset.paper.large_handouts import LargePress

    return LargePress(desk, voice, help_card, label, paper, report)


def guide(document: Document, slides: Pages, desk: Desk, voice: Voice, paper: str) -> Pages:
    """The guide as pages of paper."""
    told = credited_at_end(document, desk, voice)
    if not desk.look.large:
        return guide_pages(told, slides, desk, voice, paper)
    from builder.typeset.paper.large_guide import large_guide

    return large_guide(told, desk, voice, paper)
