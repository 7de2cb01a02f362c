"""The slide master and one layout per archetype: what a facilitator gets who adds a slide of their own."""

from __future__ import annotations

from typing import NamedTuple

from builder.model.page import Align, Anchor, Box, Colour
from builder.model.theme import DeckTheme, LayoutStyle
from builder.model.units import emu
from builder.render.pptx_geometry import NO_LINE, transform
from builder.render.pptx_package import NAMESPACES, escaped
from builder.render.pptx_shapes import PLACEHOLDERS
from builder.render.pptx_slide import AS_MASTER, ROOT_GROUP, ground
from builder.render.pptx_style import Style
from builder.render.pptx_text import FIELD_ID, aligned, body_properties, hundredths, spacing

COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_FIRST_LAYOUT = 2_147_483_649
_LEVELS = range(1, 6)
_INDENT = 24.0


class _Letters(NamedTuple):
    """How the words of a placeholder look: size, pitch, colour, side, and whether they are a heading."""

    size: float
    pitch: float
    colour: Colour
    align: Align = Align.START
    is_heading: bool = False


class _Place(NamedTuple):
    """An empty place for text: its id, its name, what kind of placeholder it is, where it stands."""

    id: int
    name: str
    kind: str
    box: Box
    anchor: Anchor = Anchor.TOP


def master(style: Style, language: str, targets: list[str]) -> str:
    """The slide master; `targets` are the relation ids of its layouts."""
    theme = style.theme
    first = theme.layouts[0]
    content = _Place(3, "Content", '<p:ph type="body" idx="1"/>', _content_box(first.title, theme.footer))
    ids = "".join(f'<p:sldLayoutId id="{_FIRST_LAYOUT + n}" r:id="{key}"/>' for n, key in enumerate(targets))
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{ground(first.ground, style)}<p:spTree>{ROOT_GROUP}"
        f"{_title(first, style, language)}{_shape(content, '', _end(language), style)}{_footers(style, language)}"
        f"</p:spTree></p:cSld>{COLOUR_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0" dt="0"/>{_text_styles(style)}</p:sldMaster>'
    )


def layout_part(layout: LayoutStyle, style: Style, language: str) -> str:
    """The layout of one archetype: its ground, its title, footer and slide number."""
    return (
        f'<p:sldLayout {NAMESPACES} type="titleOnly" preserve="1" userDrawn="1">'
        f'<p:cSld name="{escaped(layout.label)}">{ground(layout.ground, style)}<p:spTree>{ROOT_GROUP}'
        f"{_title(layout, style, language)}{_footers(style, language)}</p:spTree></p:cSld>{AS_MASTER}</p:sldLayout>"
    )


def _content_box(title: Box, footer: Box) -> Box:
    top = title.bottom + 20
    return Box(title.x, top, title.width, max(footer.y - 16 - top, 40.0))


def _title(layout: LayoutStyle, style: Style, language: str) -> str:
    """The title's place, showing the layout's name while it is empty."""
    place = _Place(2, "Title", PLACEHOLDERS["title"], layout.title, layout.title_anchor)
    prompt = f'<a:r><a:rPr lang="{escaped(language)}"/><a:t>{escaped(layout.label)}</a:t></a:r>{_end(language)}'
    return _shape(place, _level(1, _title_letters(layout), style), prompt, style)


def _title_letters(layout: LayoutStyle) -> _Letters:
    return _Letters(layout.title_size, layout.title_pitch, layout.title_colour, layout.title_align, True)


def _footers(style: Style, language: str) -> str:
    theme = style.theme
    start = _Letters(theme.footer_size, theme.footer_pitch, _ink(theme, "mute"))
    number = f'<a:fld id="{FIELD_ID}" type="slidenum"><a:rPr lang="{escaped(language)}"/><a:t>&#8249;#&#8250;</a:t></a:fld>'
    return _shape(_Place(4, "Footer", PLACEHOLDERS["footer"], theme.footer), _level(1, start, style), _end(language), style) + _shape(
        _Place(5, "Slide number", PLACEHOLDERS["number"], theme.number),
        _level(1, start._replace(align=Align.END), style),
        number,
        style,
    )


def _end(language: str) -> str:
    return f'<a:endParaRPr lang="{escaped(language)}"/>'


def _shape(place: _Place, level: str, words: str, style: Style) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{place.id}" name="{place.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{place.kind}</p:nvPr></p:nvSpPr><p:spPr>{transform(place.box)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>{NO_LINE}</p:spPr>'
        f"<p:txBody>{body_properties(place.anchor, style.theme.rtl)}<a:lstStyle>{level}</a:lstStyle>"
        f"<a:p>{words}</a:p></p:txBody></p:sp>"
    )


def _ink(theme: DeckTheme, role: str) -> Colour:
    name = role if role in theme.colours else "ink"
    return Colour(theme.colours.get(name, "#000000"), name)


def _level(number: int, letters: _Letters, style: Style) -> str:
    """The properties of one level of a list, the first being plain paragraphs."""
    theme = style.theme
    side = f'algn="{aligned(letters.align, theme.rtl)}" rtl="{theme.rtl:d}"'
    bold = letters.is_heading and theme.heading_bold
    family = theme.heading if letters.is_heading else theme.body
    return (
        f'<a:lvl{number}pPr marL="{emu(_INDENT) * (number - 1)}" indent="0" {side} eaLnBrk="1" latinLnBrk="0" '
        f'hangingPunct="0">{spacing(letters.pitch)}<a:buNone/><a:defRPr sz="{hundredths(letters.size)}" b="{bold:d}" '
        f'i="0" u="none" strike="noStrike" kern="0" cap="none" spc="0" baseline="0">{style.fill(letters.colour)}'
        f"{style.typeface(family)}</a:defRPr></a:lvl{number}pPr>"
    )


def _text_styles(style: Style) -> str:
    theme = style.theme
    body = _Letters(theme.body_size, theme.body_pitch, _ink(theme, "ink"))
    levels = "".join(_level(number, body, style) for number in _LEVELS)
    return (
        f"<p:txStyles><p:titleStyle>{_level(1, _title_letters(theme.layouts[0]), style)}</p:titleStyle>"
        f"<p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{levels}</p:otherStyle></p:txStyles>"
    )
