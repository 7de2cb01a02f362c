"""One page as one slide: its ground, its items in reading order, its title for whoever cannot see it."""

from __future__ import annotations

from builder.model.page import Box, Colour, Face, Item, Line, Page, Paragraph, Role, Run, Text
from builder.model.theme import LayoutStyle
from builder.render.pptx_package import NAMESPACES
from builder.render.pptx_pen import Pen
from builder.render.pptx_shapes import drawn
from builder.render.pptx_style import Style

ROOT_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
AS_MASTER = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def slide(page: Page, layout: LayoutStyle, pen: Pen) -> str:
    """The slide part; its ground is written where it differs from the layout's."""
    background = "" if page.ground in (None, layout.ground) else ground(page.ground, pen.style)
    unseen = (_unseen_title(page, layout, pen.style),) if page.title and not _has_title(page.items) else ()
    tree = "".join(drawn(item, pen) for item in (*unseen, *page.items))
    return f"<p:sld {NAMESPACES}><p:cSld>{background}<p:spTree>{ROOT_GROUP}{tree}</p:spTree></p:cSld>{AS_MASTER}</p:sld>"


def ground(colour: Colour | None, style: Style) -> str:
    """The background element."""
    return f"<p:bg><p:bgPr>{style.fill(colour)}<a:effectLst/></p:bgPr></p:bg>"


def _has_title(items: tuple[Item, ...]) -> bool:
    return any(isinstance(item, Text) and item.placeholder == "title" for item in items)


def _unseen_title(page: Page, layout: LayoutStyle, style: Style) -> Text:
    """The title above the slide's upper edge, where PowerPoint itself hides one for screen readers."""
    face = Face("", style.theme.heading, style.theme.heading_bold, False, "")
    run = Run(page.title, face, layout.title_size, layout.title_colour, page.language, ())
    paragraph = Paragraph((Line(0, 0, 0, (run,)),), layout.title_pitch, role=Role.TITLE, rtl=style.theme.rtl)
    height = 2 * layout.title_pitch
    box = Box(layout.title.x, -height - layout.title_pitch, layout.title.width, height)
    return Text(box, (paragraph,), Role.TITLE, layout.title_anchor, "title", "Title")
