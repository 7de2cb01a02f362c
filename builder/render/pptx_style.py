"""The theme's colours and typefaces as DrawingML names them, so that a new theme restyles the deck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.page import Colour
from builder.model.theme import DeckTheme
from builder.render.pptx_package import escaped

# Slot of the theme → the role that fills it.
SLOTS = (
    ("dk1", "ink"),
    ("lt1", "paper"),
    ("dk2", "deep"),
    ("lt2", "wash"),
    ("accent1", "main"),
    ("accent2", "soft"),
    ("accent3", "pop"),
    ("accent4", "help"),
    ("accent5", "help_wash"),
    ("accent6", "cream"),
)
# A slide speaks of text and background; the master's colour map leads them back to dark and light.
_ON_SLIDES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


@dataclass(frozen=True, slots=True)
class Style:
    """Colours and typefaces of one deck, looked up while its slides are written."""

    theme: DeckTheme
    colours: Mapping[tuple[str, str], str]
    families: Mapping[str, str]
    language: str = ""

    def spoken(self, tag: str) -> str:
        """The language to say text in: that of the deck for numbers and letters, which have none (`zxx` means nothing to Office)."""
        return self.language if tag == "zxx" and self.language else tag

    def ink(self, colour: Colour) -> str:
        """The colour element: the theme's where the role has this very value, else the value."""
        known = self.colours.get((colour.role, colour.value.upper()))
        return known or f'<a:srgbClr val="{colour.value.lstrip("#").upper()}"/>'

    def fill(self, colour: Colour | None) -> str:
        """The fill element; no colour fills nothing."""
        return f"<a:solidFill>{self.ink(colour)}</a:solidFill>" if colour else "<a:noFill/>"

    def typeface(self, family: str) -> str:
        """The elements that set one family for every script."""
        return self.families.get(family) or _typefaces(*[escaped(family)] * 3)


def style_of(theme: DeckTheme, language: str = "") -> Style:
    """The theme, ready to be looked up, for a deck in this language."""
    colours = {
        (role, theme.colours[role].upper()): f'<a:schemeClr val="{_ON_SLIDES.get(slot, slot)}"/>'
        for slot, role in SLOTS
        if role in theme.colours
    }
    # Where the theme's face for complex scripts is another, numbers between Arabic words would be set in that one.
    own = bool(theme.complex_faces)
    families = {
        family: _typefaces(f"+{key}-lt", f"+{key}-ea", escaped(family) if own else f"+{key}-cs") for family, key in _families(theme)
    }
    return Style(theme, colours, families, language)


def _families(theme: DeckTheme) -> tuple[tuple[str, str], tuple[str, str]]:
    return (theme.heading, "mj"), (theme.body, "mn")


def _typefaces(latin: str, asian: str, complex_script: str) -> str:
    return f'<a:latin typeface="{latin}"/><a:ea typeface="{asian}"/><a:cs typeface="{complex_script}"/>'
