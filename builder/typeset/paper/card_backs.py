"""The backs of cards: a page behind each page of `cards`, an empty one behind boards."""

from __future__ import annotations

from builder.model.document import Document
from builder.model.page import Page, Pages
from builder.typeset.mirror import facing
from builder.typeset.paper.handouts import Press
from builder.typeset.paper.sheet import PAPERS, Setting, page


def card_backs(document: Document, setting: Setting) -> Pages:
    """As many pages as the cards have, in their order."""
    press, tag = Press(setting), document.title.language
    width, height = PAPERS[setting.paper]
    pages: list[Page] = []
    for frame in document.frames:
        if frame.archetype == "cards":
            pages += [page(each, setting.paper, frame.id, frame.title, frame.section, tag, "card-back") for each in press.backs(frame)]
        else:
            pages += [Page(frame.id, width, height, (), "", tag, "card-back") for _ in press.laid(frame)]
    made = Pages(document.kind, document.title.string, tag, tuple(pages), document.author, document.licence, document.date)
    return facing(made, setting.voice.language.rtl)
