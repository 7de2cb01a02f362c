"""The theme part: our colours and typefaces in the slots where every slide program offers them."""

from __future__ import annotations

from builder.model.theme import DeckTheme
from builder.render.pptx_package import escaped
from builder.render.pptx_style import SLOTS

_MAIN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_LINKS = (("hlink", "help"), ("folHlink", "deep"))
_FALLBACK = {"dk1": "#000000", "lt1": "#FFFFFF", "dk2": "#000000", "lt2": "#FFFFFF"}
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="12700" cap="flat" cmpd="sng" algn="ctr">{_PLAIN}<a:prstDash val="solid"/><a:round/></a:ln>'
# A theme must give three of each; ours are three times the same plain one, without gradient or shadow.
_FORMATS = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_part(theme: DeckTheme) -> str:
    """The theme; roles without a slot follow as custom colours, so that the palette offers them too."""
    name = escaped(theme.name)
    return (
        f'<a:theme {_MAIN} name="{name}"><a:themeElements><a:clrScheme name="{name}">{_colours(theme)}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_fonts(theme)}</a:fontScheme>'
        f"{_FORMATS}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/>{_custom_colours(theme)}</a:theme>"
    )


def _colours(theme: DeckTheme) -> str:
    return "".join(f"<a:{slot}>{_srgb(_colour(theme, slot, role))}</a:{slot}>" for slot, role in (*SLOTS, *_LINKS))


def _colour(theme: DeckTheme, slot: str, role: str) -> str:
    return theme.colours.get(role) or _FALLBACK.get(slot) or theme.colours.get("main", "#000000")


def _srgb(value: str) -> str:
    return f'<a:srgbClr val="{value.lstrip("#").upper()}"/>'


def _fonts(theme: DeckTheme) -> str:
    heading, body = theme.complex_faces or (theme.heading, theme.body)
    return _font("major", theme.heading, heading) + _font("minor", theme.body, body)


def _font(tag: str, family: str, complex_script: str) -> str:
    face, other = escaped(family), escaped(complex_script)
    return f'<a:{tag}Font><a:latin typeface="{face}"/><a:ea typeface="{face}"/><a:cs typeface="{other}"/></a:{tag}Font>'


def _custom_colours(theme: DeckTheme) -> str:
    slotted = {role for _, role in SLOTS}
    rest = [(role, value) for role, value in theme.colours.items() if role not in slotted]
    inner = "".join(f'<a:custClr name="{escaped(role)}">{_srgb(value)}</a:custClr>' for role, value in rest)
    return f"<a:custClrLst>{inner}</a:custClrLst>" if inner else ""
