"""The presentation part and the small parts beside it: slides in order, sections, properties of the file."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from builder.model.page import Pages
from builder.model.units import emu
from builder.render.pptx_notes import SIZE as NOTES_SIZE
from builder.render.pptx_package import NAMESPACES, escaped

_FIRST_SLIDE = 256
_MASTER = 2_147_483_648
_SECTION_SPACE = uuid.UUID("6f2b7d1a-4c0e-5d53-9a47-0d5f3b6e1c82")
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
PROPERTIES = f"<p:presentationPr {NAMESPACES}/>"
VIEW = f"<p:viewPr {NAMESPACES}/>"
TABLE_STYLES = (
    '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>'
)


class Targets(NamedTuple):
    """The relation ids of what a presentation points at."""

    master: str
    notes_master: str
    slides: Sequence[str]


def presentation(pages: Pages, targets: Targets, rtl: bool) -> str:
    """The presentation part."""
    slides = "".join(f'<p:sldId id="{_FIRST_SLIDE + n}" r:id="{key}"/>' for n, key in enumerate(targets.slides))
    notes = f'<p:notesMasterId r:id="{targets.notes_master}"/>' if targets.notes_master else ""
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0" rtl="{rtl:d}">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{_MASTER}" r:id="{targets.master}"/></p:sldMasterIdLst>'
        f"{_listed('notesMasterIdLst', notes)}{_listed('sldIdLst', slides)}{_sizes(pages)}"
        f"{_default_text(pages.language)}{_sections(pages)}</p:presentation>"
    )


def _listed(tag: str, inner: str) -> str:
    return f"<p:{tag}>{inner}</p:{tag}>" if inner else ""


def _sizes(pages: Pages) -> str:
    width, height = (pages.pages[0].width, pages.pages[0].height) if pages.pages else (960.0, 540.0)
    return f'<p:sldSz cx="{emu(width)}" cy="{emu(height)}"/><p:notesSz cx="{emu(NOTES_SIZE.width)}" cy="{emu(NOTES_SIZE.height)}"/>'


def _default_text(language: str) -> str:
    """What text gets that nobody styled: the body typeface in the deck's language."""
    return (
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{escaped(language)}"/></a:defPPr><a:lvl1pPr marL="0" '
        'algn="l" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800" kern="0"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        '<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle>'
    )


def _sections(pages: Pages) -> str:
    """The sections of the slide sorter: neighbours with one name; nameless ones bear the deck's title."""
    if not any(page.section for page in pages.pages):
        return ""
    slide_ids = iter(range(_FIRST_SLIDE, _FIRST_SLIDE + len(pages.pages)))
    runs = groupby(pages.pages, key=lambda page: page.section or pages.title)
    inner = "".join(_section(position, name, [next(slide_ids) for _ in run]) for position, (name, run) in enumerate(runs))
    return f'<p:extLst><p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_P14}">{inner}</p14:sectionLst></p:ext></p:extLst>'


def _section(position: int, name: str, slide_ids: list[int]) -> str:
    guid = str(uuid.uuid5(_SECTION_SPACE, f"{position}/{name}")).upper()
    slides = "".join(f'<p14:sldId id="{number}"/>' for number in slide_ids)
    return f'<p14:section name="{escaped(name)}" id="{{{guid}}}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>'


def core_properties(pages: Pages) -> str:
    """Title, organisation, licence, language and date of the file; no person, no program."""
    moment = _moment(pages.date)
    said = (
        ("dc:title", pages.title),
        ("dc:creator", pages.author),
        ("cp:category", pages.kind),
        ("dc:description", pages.licence),
        ("dc:language", pages.language),
        ("cp:lastModifiedBy", pages.author),
        ("cp:revision", "1"),
    )
    words = "".join(f"<{tag}>{escaped(value)}</{tag}>" for tag, value in said if value)
    dates = "".join(f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{tag}>' for tag in ("created", "modified"))
    return f"<cp:coreProperties {_CORE}>{words}{dates if moment else ''}</cp:coreProperties>"


def _moment(date: str) -> str:
    """The date as the file's metadata wants it, or nothing if it is no ISO date."""
    try:
        return datetime.fromisoformat(date).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return ""


def extended_properties(pages: Pages) -> str:
    """The counts that file managers show."""
    with_notes = sum(bool(page.notes) for page in pages.pages)
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<TotalTime>0</TotalTime><Slides>{len(pages.pages)}</Slides><Notes>{with_notes}</Notes>"
        f"<HiddenSlides>0</HiddenSlides><Company>{escaped(pages.author)}</Company></Properties>"
    )
