"""Pages → PDF. Everything is drawn with y going down, as the page model has it."""

from __future__ import annotations

import io
from calendar import timegm
from datetime import date
from time import gmtime
from typing import Any

from builder.model.page import Page, Pages
from builder.render.pdf_fonts import FontShelf
from builder.render.pdf_items import Pen


def render(pages: Pages) -> bytes:
    """The document as PDF bytes; the same pages give the same bytes."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # binary streams: no printer needs them in seven bits any more
    out = io.BytesIO()
    first = pages.pages[0]
    canvas: Any = Canvas(out, pagesize=(first.width, first.height), pageCompression=1, invariant=1, lang=pages.language)
    _describe(canvas, pages)
    fonts = FontShelf()
    section = ""
    for page in pages.pages:
        canvas.setPageSize((page.width, page.height))
        canvas._preamble = f"1 0 0 -1 0 {page.height:g} cm"
        canvas._code = []
        _draw(canvas, page, fonts)
        if page.section and page.section != section:
            canvas.addOutlineEntry(page.section, page.id, level=0)
            section = page.section
        if page.title and section:
            canvas.addOutlineEntry(page.title, page.id, level=1)
        canvas.showPage()
    _use(canvas, fonts)
    canvas.save()
    return out.getvalue()


def _draw(canvas: Any, page: Page, fonts: FontShelf) -> None:
    canvas.bookmarkPage(page.id)
    pen = Pen(canvas, fonts, page.height)
    pen.ground(page)
    for item in page.items:
        pen.item(item)


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
    day = date.fromisoformat(pages.date or "2000-01-01")
    stamp = canvas._doc._timeStamp
    stamp.t = timegm((day.year, day.month, day.day, 0, 0, 0))
    stamp.lt = gmtime(stamp.t)
    stamp.YMDhms = tuple(stamp.lt)[:6]
