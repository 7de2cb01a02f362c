"""The deck's theme: the look's colours and typefaces, and a layout for each archetype."""

from __future__ import annotations

from dataclasses import replace

from builder.model.direction import runs_leftwards, script_of
from builder.model.look import Look
from builder.model.page import Box
from builder.model.theme import DeckTheme, LayoutStyle
from builder.typeset.mirror import flipped
from builder.typeset.slides import ARCHETYPES
from builder.typeset.slides.frame import WIDTH

_ROLES = ("deep", "main", "soft", "wash", "pop", "help", "ink", "paper")


def deck_theme(look: Look, language: str = "") -> DeckTheme:
    """What the slide master and its layouts are made from, mirrored for a language that runs from right to left."""
    rtl, script = runs_leftwards(language), script_of(language)
    inks = {True: look.colours["white"], False: look.colours["deep"]}
    layouts = tuple(
        LayoutStyle(name, _facing(each.title, rtl), look.colours[each.ground_for(look.family)], *look.title, inks[each.dark])
        for name, each in ARCHETYPES.items()
    )
    colours = {role: look.colours[role].value for role in _ROLES}
    heading, body = look.faces["heading"], look.faces["body"]
    name = look.brand.logos[0].name if look.brand.logos else "Open door"
    bare = DeckTheme(name, colours, heading.family, body.family, layouts, heading.bold, rtl)
    complex_faces = tuple(look.faces[key].family for key in (f"heading/{script}", f"body/{script}") if key in look.faces)
    return replace(bare, footer=_facing(bare.footer, rtl), number=_facing(bare.number, rtl), complex_faces=complex_faces)


def _facing(box: Box, rtl: bool) -> Box:
    return flipped(box, WIDTH) if rtl else box
