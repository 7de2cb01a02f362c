"""Page items as slide shapes: each item one element, with an id, a name and what a screen reader says."""

from __future__ import annotations

from typing import assert_never

from builder.model.page import Group, Item, Link, Picture, Role, Segment, Shape, Table, Text
from builder.model.units import emu
from builder.render.pptx_geometry import NO_LINE, geometry, line, transform
from builder.render.pptx_package import escaped
from builder.render.pptx_pen import Pen, extent, shown
from builder.render.pptx_table import grid
from builder.render.pptx_text import text_body

PLACEHOLDERS = {
    "title": '<p:ph type="title"/>',
    "footer": '<p:ph type="ftr" sz="quarter" idx="11"/>',
    "number": '<p:ph type="sldNum" sz="quarter" idx="12"/>',
}
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
# Without any fill PowerPoint takes clicks on the edge only; a wholly transparent one takes them everywhere.
_GLASS = '<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="0"/></a:srgbClr></a:solidFill>'


def drawn(item: Item, pen: Pen) -> str:
    """The elements that draw the item."""
    match item:
        case Text():
            return _text(item, pen)
        case Shape():
            return _shape(item, pen)
        case Group():
            return _group(item, pen)
        case Picture():
            return _picture(item, pen)
        case Table():
            return _table(item, pen)
        case Link():
            return _link(item, pen)
        case other:
            assert_never(other)


def _identity(pen: Pen, name: str, kind: str, alt: str = "", inner: str = "") -> str:
    number = next(pen.ids)
    label = escaped(name or f"{kind} {number}")
    said = f' descr="{escaped(alt)}"' if alt else ""
    return f'<p:cNvPr id="{number}" name="{label}"{said}>{inner}</p:cNvPr>'


def _mark(alt: str, pen: Pen) -> str:
    """The mark of what only decorates; inside a group that has an alt text or decorates, the group says it for all."""
    return "" if alt or pen.is_told else _DECORATIVE


def _text(text: Text, pen: Pen) -> str:
    placeholder = "" if pen.is_grouped else PLACEHOLDERS.get(text.placeholder, "")
    kind = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if placeholder else '<p:cNvSpPr txBox="1"/>'
    mark = _mark("", pen) if text.role is Role.ARTIFACT and not placeholder else ""
    identity = _identity(pen, text.name, text.role.value.replace("-", " ").capitalize(), inner=mark)
    return (
        f"<p:sp><p:nvSpPr>{identity}{kind}<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{transform(pen.placing.box(text.box))}{_RECTANGLE}<a:noFill/>{NO_LINE}</p:spPr>"
        f"{text_body(text, pen.style, pen.placing.scale)}</p:sp>"
    )


def _shape(shape: Shape, pen: Pen) -> str:
    is_line = isinstance(shape.outline, Segment)
    identity = _identity(pen, shape.name, "Line" if is_line else "Shape", shape.alt, _mark(shape.alt, pen))
    properties = (
        f"<p:spPr>{transform(pen.placing.box(shape.box))}{geometry(shape)}"
        f"{pen.style.fill(None if is_line else shape.fill)}{line(shape.stroke, pen.style, pen.placing.scale)}"
        "<a:effectLst/></p:spPr>"
    )
    if is_line:
        return f"<p:cxnSp><p:nvCxnSpPr>{identity}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>{properties}</p:cxnSp>"
    return f"<p:sp><p:nvSpPr>{identity}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>{properties}</p:sp>"


def _group(group: Group, pen: Pen) -> str:
    """A group whose items have the slide's coordinates, so that text and strokes are scaled with it."""
    box = extent(group, pen.placing)
    if box is None:
        return ""
    if _holds_table(group):  # PowerPoint cannot keep a table in a group.
        return _items(group, pen.within(group, is_grouped=False))
    is_told = bool(group.alt) or not _speaks(group)
    mark = _mark(group.alt, pen) if is_told else ""
    identity = _identity(pen, group.name, "Figure" if group.alt else "Group", group.alt, mark)
    x, y, width, height = (emu(length) for length in box)
    frame = f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
    return (
        f'<p:grpSp><p:nvGrpSpPr>{identity}<p:cNvGrpSpPr><a:grpSpLocks noChangeAspect="1"/></p:cNvGrpSpPr><p:nvPr/>'
        f'</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/>'
        f"</a:xfrm></p:grpSpPr>{_items(group, pen.within(group, is_told=is_told))}</p:grpSp>"
    )


def _items(group: Group, pen: Pen) -> str:
    return "".join(drawn(item, pen) for item in shown(group, pen.placing))


def _holds_table(group: Group) -> bool:
    return any(isinstance(item, Table) or (isinstance(item, Group) and _holds_table(item)) for item in group.items)


def _speaks(item: Item) -> bool:
    """Whether a screen reader has something to say at the item."""
    match item:
        case Group():
            return bool(item.alt) or any(_speaks(inner) for inner in item.items)
        case Text():
            return item.role is not Role.ARTIFACT
        case Shape() | Picture():
            return bool(item.alt)
        case Table() | Link():
            return True
        case other:
            assert_never(other)


def _picture(picture: Picture, pen: Pen) -> str:
    target = pen.relations.to("image", f"../media/{pen.images.name(picture.image)}")
    identity = _identity(pen, picture.name, "Picture", picture.alt, _mark(picture.alt, pen))
    return (
        f'<p:pic><p:nvPicPr>{identity}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{target}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{transform(pen.placing.box(picture.box))}{_RECTANGLE}{NO_LINE}</p:spPr></p:pic>"
    )


def _table(table: Table, pen: Pen) -> str:
    identity = _identity(pen, table.name, "Table", table.alt)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{identity}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{transform(pen.placing.box(table.box), 'p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"{grid(table, pen.style, pen.placing.scale)}</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _link(link: Link, pen: Pen) -> str:
    """A clear sheet over the place; a link on the words themselves would recolour and underline them."""
    click = _click(link.target, pen)
    if not click:
        return ""
    identity = _identity(pen, "", "Link", link.target, click)
    return (
        f"<p:sp><p:nvSpPr>{identity}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(pen.placing.box(link.box))}{_RECTANGLE}{_GLASS}{NO_LINE}</p:spPr></p:sp>"
    )


def _click(target: str, pen: Pen) -> str:
    if not target.startswith("#"):
        return f'<a:hlinkClick r:id="{pen.relations.to("hyperlink", target, external=True)}"/>'
    slide = pen.slides.get(target[1:])
    if slide is None:
        return ""
    return f'<a:hlinkClick r:id="{pen.relations.to("slide", slide)}" action="ppaction://hlinksldjump"/>'
