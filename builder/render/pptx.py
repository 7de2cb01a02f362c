"""Slides as native, editable PowerPoint (ECMA-376), written part by part: no template, no default to inherit.

The parts are text joined once and zipped: a shape costs microseconds, and adding slides stays linear.
"""

from __future__ import annotations

from itertools import count

from builder.model.page import Page, Pages
from builder.model.theme import DeckTheme
from builder.render.pptx_master import layout_part, master
from builder.render.pptx_notes import notes_master, notes_slide
from builder.render.pptx_package import Images, Package, Relations
from builder.render.pptx_pen import Pen
from builder.render.pptx_presentation import (
    PROPERTIES,
    TABLE_STYLES,
    VIEW,
    Targets,
    core_properties,
    extended_properties,
    presentation,
)
from builder.render.pptx_slide import slide
from builder.render.pptx_style import Style, style_of
from builder.render.pptx_theme import theme_part

_PML = "officedocument.presentationml."
_THEME = "officedocument.theme"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def render(pages: Pages, theme: DeckTheme) -> bytes:
    """The .pptx file of the pages; the same pages and theme give the same bytes."""
    package, style, images = Package(), style_of(theme, pages.language), Images()
    _add_root(package, pages)
    _add_presentation(package, pages, theme)
    _add_masters(package, pages, style)
    names = {page.id: f"slide{number}.xml" for number, page in enumerate(pages.pages, 1)}
    for number, page in enumerate(pages.pages, 1):
        relations = Relations()
        pen = Pen(style, count(2), relations, images, names)
        _add_slide(package, number, page, pen)
    package.add_images(images)
    return package.zipped()


def _add_root(package: Package, pages: Pages) -> None:
    root = Relations()
    root.to("officeDocument", "ppt/presentation.xml")
    root.to(_CORE_KIND, "docProps/core.xml")
    root.to("extended-properties", "docProps/app.xml")
    package.add_root(root)
    package.add("docProps/core.xml", "package.core-properties", core_properties(pages))
    package.add("docProps/app.xml", "officedocument.extended-properties", extended_properties(pages))


def _add_presentation(package: Package, pages: Pages, theme: DeckTheme) -> None:
    relations = Relations()
    targets = Targets(
        relations.to("slideMaster", "slideMasters/slideMaster1.xml"),
        relations.to("notesMaster", "notesMasters/notesMaster1.xml"),
        [relations.to("slide", f"slides/slide{number}.xml") for number in range(1, len(pages.pages) + 1)],
    )
    for kind, name in (("presProps", "presProps"), ("viewProps", "viewProps"), ("theme", "theme/theme1")):
        relations.to(kind, f"{name}.xml")
    relations.to("tableStyles", "tableStyles.xml")
    package.add("ppt/presentation.xml", f"{_PML}presentation.main", presentation(pages, targets, theme.rtl), relations)
    package.add("ppt/presProps.xml", f"{_PML}presProps", PROPERTIES)
    package.add("ppt/viewProps.xml", f"{_PML}viewProps", VIEW)
    package.add("ppt/tableStyles.xml", f"{_PML}tableStyles", TABLE_STYLES)


def _add_masters(package: Package, pages: Pages, style: Style) -> None:
    theme = style.theme
    of_master, of_notes = Relations(), Relations()
    layouts = [of_master.to("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in range(1, len(theme.layouts) + 1)]
    of_master.to("theme", "../theme/theme1.xml")
    of_notes.to("theme", "../theme/theme2.xml")
    written = master(style, pages.language, layouts)
    package.add("ppt/slideMasters/slideMaster1.xml", f"{_PML}slideMaster", written, of_master)
    for number, layout in enumerate(theme.layouts, 1):
        relations = Relations()
        relations.to("slideMaster", "../slideMasters/slideMaster1.xml")
        path = f"ppt/slideLayouts/slideLayout{number}.xml"
        package.add(path, f"{_PML}slideLayout", layout_part(layout, style, pages.language), relations)
    package.add("ppt/notesMasters/notesMaster1.xml", f"{_PML}notesMaster", notes_master(), of_notes)
    # Each master owns its theme part: sharing one makes PowerPoint repair the file.
    package.add("ppt/theme/theme1.xml", _THEME, theme_part(theme))
    package.add("ppt/theme/theme2.xml", _THEME, theme_part(theme))


def _add_slide(package: Package, number: int, page: Page, pen: Pen) -> None:
    layouts = pen.style.theme.layouts
    position = [layout.name for layout in layouts].index(page.layout) if page.layout else 0
    pen.relations.to("slideLayout", f"../slideLayouts/slideLayout{position + 1}.xml")
    written = slide(page, layouts[position], pen)
    if page.notes:
        pen.relations.to("notesSlide", f"../notesSlides/notesSlide{number}.xml")
        _add_notes(package, number, page)
    package.add(f"ppt/slides/slide{number}.xml", f"{_PML}slide", written, pen.relations)


def _add_notes(package: Package, number: int, page: Page) -> None:
    relations = Relations()
    relations.to("notesMaster", "../notesMasters/notesMaster1.xml")
    relations.to("slide", f"../slides/slide{number}.xml")
    path = f"ppt/notesSlides/notesSlide{number}.xml"
    package.add(path, f"{_PML}notesSlide", notes_slide(page.notes), relations)
