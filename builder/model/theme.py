"""What a deck looks like, whatever stands on it: colours by role, typefaces, one layout per archetype."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.page import Align, Anchor, Box, Colour

_FOOTER = Box(132, 507, 420, 24)
_NUMBER = Box(872, 507, 40, 24)


@dataclass(frozen=True, slots=True)
class LayoutStyle:
    """One slide layout: its ground, and where and how the title stands on it.

    `name` is what `Page.layout` says (`big_question`).
    """

    name: str
    title: Box
    ground: Colour
    title_size: float
    title_pitch: float
    title_colour: Colour
    title_anchor: Anchor = Anchor.BOTTOM
    title_align: Align = Align.START

    @property
    def label(self) -> str:
        """The name as people read it in the slide program: `Big question`."""
        return self.name.replace("_", " ").replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class DeckTheme:
    """Colours (role → `#RRGGBB`), typeface families and layouts of one deck, in one direction.

    The first layout serves pages that name none. `heading_bold` is for a heading family without a
    heavy face of its own. `complex_faces` are the families of headings and body in a script such as Arabic, where the
    deck's language has one.
    """

    name: str
    colours: Mapping[str, str]
    heading: str
    body: str
    layouts: tuple[LayoutStyle, ...]
    heading_bold: bool = False
    rtl: bool = False
    complex_faces: tuple[str, ...] = ()
    body_size: float = 24.0
    body_pitch: float = 33.0
    footer: Box = _FOOTER
    number: Box = _NUMBER
    footer_size: float = 14.0
    footer_pitch: float = 22.0
