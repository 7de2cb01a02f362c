"""Speaker notes: one notes page per slide that has any, and the master they stand on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from builder.model.direction import marked, runs_leftwards
from builder.model.page import Box, Note
from builder.render.pptx_geometry import NO_LINE, transform
from builder.render.pptx_master import COLOUR_MAP
from builder.render.pptx_package import NAMESPACES, escaped
from builder.render.pptx_slide import AS_MASTER, ROOT_GROUP

SIZE = Box(0, 0, 540, 720)
_PICTURE_BOX = Box(66, 54, 408, 229.5)
_WORDS_BOX = Box(54, 306, 432, 360)
_PICTURE_PLACE = '<p:ph type="sldImg" idx="2"/>'
_WORDS_PLACE = '<p:ph type="body" sz="quarter" idx="3"/>'
_FRAME = '<a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>'
_SPACING = (
    '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="300"/></a:spcBef>'
    '<a:spcAft><a:spcPts val="300"/></a:spcAft><a:buNone/>'
)
_CHARACTERS = (
    '<a:defRPr sz="1200" b="0" i="0" kern="0"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
)


def notes_slide(notes: Sequence[Note]) -> str:
    """The notes page: the slide's picture, and a paragraph for each line of each note."""
    words = "".join(_paragraph(label, text, note.language) for note in notes for label, text in _lines(note))
    return f"<p:notes {NAMESPACES}>{_tree('', words)}{AS_MASTER}</p:notes>"


def notes_master() -> str:
    """The master of all notes pages: black words of 12 pt on white, under the slide's picture."""
    white = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    level = (
        f'<a:lvl1pPr marL="0" indent="0" algn="l" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">{_SPACING}{_CHARACTERS}</a:lvl1pPr>'
    )
    return f"<p:notesMaster {NAMESPACES}>{_tree(white, '<a:p/>')}{COLOUR_MAP}<p:notesStyle>{level}</p:notesStyle></p:notesMaster>"


def _tree(background: str, words: str) -> str:
    body = (
        '<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/>'
        f"</a:bodyPr><a:lstStyle/>{words}</p:txBody>"
    )
    return (
        f"<p:cSld>{background}<p:spTree>{ROOT_GROUP}"
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f"</p:cNvSpPr><p:nvPr>{_PICTURE_PLACE}</p:nvPr></p:nvSpPr>{_frame(_PICTURE_BOX, _FRAME)}</p:sp>"
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{_WORDS_PLACE}</p:nvPr></p:nvSpPr>{_frame(_WORDS_BOX, NO_LINE)}{body}</p:sp></p:spTree></p:cSld>"
    )


def _frame(box: Box, line: str) -> str:
    return f'<p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>{line}</p:spPr>'


def _lines(note: Note) -> Iterator[tuple[str, str]]:
    """(label, text) of each paragraph; only the first carries the label."""
    first, *rest = note.text.splitlines() or [""]
    yield note.label, first
    yield from (("", line) for line in rest if line.strip())


def _paragraph(label: str, text: str, language: str) -> str:
    rtl = _runs_leftwards(text, language)
    if rtl:
        label, text = ("".join(marked(each, rtl)) for each in (label, text))
    labelled = _run(_with_colon(label), language, True) + _run(" ", language, False) if label else ""
    return (
        f'<a:p><a:pPr marL="0" indent="0" algn="{"r" if rtl else "l"}" rtl="{rtl:d}">{_SPACING}</a:pPr>'
        f"{labelled}{_run(text, language, False)}</a:p>"
    )


def _with_colon(label: str) -> str:
    """The label with its colon; a language that sets a space before it brings its own."""
    return label if label.endswith(":") else f"{label}:"


def _run(text: str, language: str, bold: bool) -> str:
    return f'<a:r><a:rPr lang="{escaped(language)}" b="{bold:d}" dirty="0"/><a:t>{escaped(text)}</a:t></a:r>'


def _runs_leftwards(text: str, language: str) -> bool:
    """Whether the text runs from right to left: in such a language where it has any letter that does, else by its first letter.

    The second is UAX #9, rule P2; the first holds for a text that begins with a name in Latin letters.
    """
    kinds = [kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")]
    return any(kind != "L" for kind in (kinds if runs_leftwards(language) else kinds[:1]))
