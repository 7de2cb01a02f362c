"""Paragraphs as DrawingML text: whole, exact line spacing, every attribute set and none inherited."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from builder.model.direction import held, marked
from builder.model.page import Align, Anchor, Paragraph, Run, Text
from builder.model.units import emu
from builder.render.pptx_package import escaped
from builder.render.pptx_style import Style

ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
FIELD_ID = "{5E0B8A43-7D0C-5C0E-9B57-4B1D0F6A2C11}"


def hundredths(points: float) -> int:
    """Points in 1/100, as DrawingML writes sizes and line spacing (ECMA-376 part 1, 20.1.10.74)."""
    return round(points * 100)


def aligned(align: Align, rtl: bool) -> str:
    """The side the lines stand at: `l`, `ctr` or `r`."""
    if align is Align.CENTRE:
        return "ctr"
    return "r" if (align is Align.START) == rtl else "l"


def body_properties(anchor: Anchor, rtl: bool, top: float = 0.0) -> str:
    """A text body that neither grows nor shrinks: the model has decided the sizes. `top` is its upper inset."""
    return (
        '<a:bodyPr rot="0" spcFirstLastPara="0" vertOverflow="overflow" horzOverflow="overflow" vert="horz" '
        f'wrap="square" lIns="0" tIns="{emu(top)}" rIns="0" bIns="0" numCol="1" spcCol="0" rtlCol="{rtl:d}" '
        f'fromWordArt="0" anchor="{ANCHORS[anchor]}" anchorCtr="0" forceAA="0" compatLnSpc="0">'
        "<a:noAutofit/></a:bodyPr>"
    )


def text_body(text: Text, style: Style, scale: float) -> str:
    """The `p:txBody` of a text box; a number is a field, so that it follows its slide."""
    rtl = any(paragraph.rtl for paragraph in text.paragraphs)
    # Programs disagree on the space before a first paragraph; on an inset they agree.
    top = text.paragraphs[0].before * scale if text.paragraphs else 0.0
    inner = paragraphs(text.paragraphs, style, scale, text.placeholder == "number")
    return f"<p:txBody>{body_properties(text.anchor, rtl, top)}<a:lstStyle/>{inner}</p:txBody>"


def paragraphs(broken: Sequence[Paragraph], style: Style, scale: float = 1.0, field: bool = False) -> str:
    """The `a:p` elements, the first without space above it; a text body must hold at least one."""
    befores = (0.0, *(paragraph.before for paragraph in broken[1:]))
    pairs = zip(broken, befores, strict=False)
    return "".join(_paragraph(paragraph, before, style, scale, field) for paragraph, before in pairs) or "<a:p/>"


def _paragraph(paragraph: Paragraph, before: float, style: Style, scale: float, field: bool) -> str:
    pieces = _pieces(paragraph)
    runs = "".join(_run(text, run, style, scale, field) for text, run in pieces if text)
    end = run_properties("endParaRPr", pieces[-1][1], style, scale) if pieces else ""
    properties = _paragraph_properties(paragraph, spacing(paragraph.pitch * scale, before * scale))
    return f"<a:p>{properties}{runs}{end}</a:p>"


def _pieces(paragraph: Paragraph) -> list[tuple[str, Run]]:
    """The joined runs without the space that ends the last line; numbers held together, where some text runs leftwards addresses, too."""
    pieces = paragraph.joined_runs()
    if pieces:
        pieces[-1] = (pieces[-1][0].rstrip(" "), pieces[-1][1])
    if paragraph.rtl or any(run.leftwards for _, run in pieces):
        given = iter(marked("".join(text for text, _ in pieces), paragraph.rtl))
    else:
        given = iter(held(["".join(run.text for run in line.runs) for line in paragraph.lines]))
    return [("".join(islice(given, len(text))), run) for text, run in pieces]


def _paragraph_properties(paragraph: Paragraph, space: str) -> str:
    return (
        f'<a:pPr marL="0" marR="0" lvl="0" indent="0" algn="{aligned(paragraph.align, paragraph.rtl)}" '
        f'rtl="{paragraph.rtl:d}" eaLnBrk="1" fontAlgn="base" latinLnBrk="0" hangingPunct="0">'
        f"{space}<a:buNone/></a:pPr>"
    )


def spacing(pitch: float, before: float = 0.0) -> str:
    """Exact line spacing: a percentage means another height in every program."""
    return (
        f'<a:lnSpc><a:spcPts val="{hundredths(pitch)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{hundredths(before)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
    )


def _run(text: str, run: Run, style: Style, scale: float, field: bool) -> str:
    content = f"{run_properties('rPr', run, style, scale)}<a:t>{escaped(text)}</a:t>"
    if field and text.strip().isdecimal():
        return f'<a:fld id="{FIELD_ID}" type="slidenum">{content}</a:fld>'
    return f"<a:r>{content}</a:r>"


def run_properties(tag: str, run: Run, style: Style, scale: float = 1.0) -> str:
    """The character properties. Kerning starts at size 0: the ruler has kerned at every size."""
    return (
        f'<a:{tag} lang="{escaped(style.spoken(run.language))}" sz="{max(100, hundredths(run.size * scale))}" b="{run.face.bold:d}" '
        f'i="{run.face.italic:d}" u="none" strike="noStrike" kern="0" cap="none" spc="0" baseline="0" dirty="0">'
        f"{style.fill(run.colour)}{style.typeface(run.face.family)}</a:{tag}>"
    )
