"""Pages → tagged PDF (PDF/UA-1). Everything is drawn with y going down, as the page model has it."""

from __future__ import annotations

import io
from calendar import timegm
from datetime import date
from functools import partial
from time import gmtime
from typing import Any

from builder.model.direction import runs_leftwards
from builder.model.page import Page, Pages
from builder.render.pdf_file import packed
from builder.render.pdf_fonts import FontShelf
from builder.render.pdf_forms import Forms
from builder.render.pdf_items import Pen
from builder.render.pdf_structure import add_metadata, add_structure
from builder.render.pdf_tags import Bookmark, Tags

OUTLINE = 3
"""How many levels of headings the outline lists."""


def render(pages: Pages) -> bytes:
    """The document as PDF bytes; the same pages give the same bytes."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # binary streams: no printer needs them in seven bits any more
    out = io.BytesIO()
    first = pages.pages[0]
    canvas: Any = Canvas(out, pagesize=(first.width, first.height), pageCompression=1, invariant=1, lang=pages.language, pdfVersion=(1, 7))
    _describe(canvas, pages)
    fonts, tags, forms = FontShelf(), Tags(pages.language, len(pages.pages)), Forms(pages.pages)
    for page in pages.pages:
        canvas.setPageSize((page.width, page.height))
        canvas._preamble = f"1 0 0 -1 0 {page.height:g} cm"
        canvas._code = []
        canvas.bookmarkPage(page.id)
        seen = len(tags.bookmarks)
        Pen(canvas, fonts, tags, forms, page.height).page(page)
        _list(canvas, page, tags.bookmarks, seen)
        canvas.showPage()
    _use(canvas, fonts)
    add_structure(canvas._doc, tags)
    add_metadata(canvas._doc, pages, tags)
    canvas._doc.format = partial(packed, canvas._doc)
    canvas.save()
    return out.getvalue()


def _list(canvas: Any, page: Page, bookmarks: list[Bookmark], seen: int) -> None:
    """Adds the page's headings – down to the third level – to the outline: the first leads to the page, others to their line."""
    for number, mark in enumerate(bookmarks[seen:], seen):
        if mark.level <= OUTLINE:
            key = f"heading {number}"
            if number == seen:
                canvas.bookmarkPage(key)
            else:
                canvas.bookmarkPage(key, fit="XYZ", left=0, top=page.height - mark.y)
            canvas.addOutlineEntry(mark.title, key, level=mark.level - 1, closed=mark.level > 1)


def _use(canvas: Any, fonts: FontShelf) -> None:
    """Puts our fonts where every page looks for its fonts, in the place of the built-in ones."""
    shelf = canvas._doc.idToObject["BasicFonts"].dict
    shelf.clear()
    shelf.update(fonts.embed(canvas._doc))


def _describe(canvas: Any, pages: Pages) -> None:
    canvas.setTitle(pages.title)
    canvas.setAuthor(pages.author)
    canvas.setSubject(pages.licence)
    canvas.setCreator(pages.author)
    canvas.setProducer("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if runs_leftwards(pages.language):
        canvas.setViewerPreference("Direction", "R2L")
    day = date.fromisoformat(pages.date or "2000-01-01")
    stamp = canvas._doc._timeStamp
    stamp.t = timegm((day.year, day.month, day.day, 0, 0, 0))
    stamp.lt = gmtime(stamp.t)
    stamp.YMDhms = tuple(stamp.lt)[:6]
