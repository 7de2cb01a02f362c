"""How paper is laid out: as designed sheets, as rows of easy read, or in one column of large print; facing its reader.

What only an edition needs is imported when it is asked for.
"""

from __future__ import annotations

from builder.model.document import NOTHING, Document
from builder.model.page import Pages
from builder.model.voice import Said, Voice
from builder.typeset.mirror import facing
from builder.typeset.paper.guide import credited_at_end, guide_pages, reading_pages
from builder.typeset.paper.handouts import Press
from builder.typeset.paper.sheet import Setting
from builder.typeset.sketch import Desk


def sheets(document: Document, setting: Setting) -> Pages:
    """Handouts, cards and boards as pages of paper."""
    made = press(setting.desk, setting.voice)(setting).pages(document)
    return facing(made, setting.voice.language.rtl)


def press(desk: Desk, voice: Voice) -> type[Press]:
    """What turns frames of handouts into pages for these readers."""
    if desk.look.large:
        from builder.typeset.paper.large_handouts import LargePress

        return LargePress
    if voice.audience.easy:
        from builder.typeset.paper.easy import EasyPress

        return EasyPress
    return Press


def readings(document: Document, setting: Setting) -> Pages:
    """Flowing text for participants, families or guests as pages of paper."""
    told = credited_at_end(document, setting.desk, setting.voice)
    if setting.desk.look.large:
        from builder.typeset.paper.large_handouts import large_reading

        return facing(large_reading(told, setting), setting.voice.language.rtl)
    return facing(reading_pages(told, setting), setting.voice.language.rtl)


def guide(document: Document, slides: Pages, desk: Desk, voice: Voice, paper: str, draft: Said = NOTHING) -> Pages:
    """The guide, or another document of flowing text for facilitators, as pages of paper; `draft` says that its language is one."""
    told = credited_at_end(document, desk, voice)
    if not desk.look.large:
        return facing(guide_pages(told, slides, desk, voice, paper, draft), voice.language.rtl)
    from builder.typeset.paper.large_guide import large_guide

    return facing(large_guide(told, desk, voice, paper), voice.language.rtl)
