"""The deck's theme: the look's colours and typefaces, and a layout for each archetype."""

from __future__ import annotations

from builder.model.look import Look
from builder.model.theme import DeckTheme, LayoutStyle
from builder.typeset.slides import ARCHETYPES

_ROLES = ("deep", "main", "soft", "wash", "pop", "help", "ink", "paper")


def deck_theme(look: Look) -> DeckTheme:
    """What the slide master and its layouts are made from."""
    layouts = tuple(
        LayoutStyle(
            name, each.title, look.colours[each.ground_for(look.family)], *look.title, look.colours["white" if each.dark else "deep"]
        )
        for name, each in ARCHETYPES.items()
    )
    colours = {role: look.colours[role].value for role in _ROLES}
    heading, body = look.faces["heading"], look.faces["body"]
    name = look.brand.logos[0].name if look.brand.logos else "Open door"
    return DeckTheme(name, colours, heading.family, body.family, layouts, heading.bold)
