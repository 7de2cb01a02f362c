"""Archetypes: how each kind of slide is laid out, on which ground, and where its layout has the title."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from builder.model.document import Frame
from builder.model.page import Box
from builder.typeset.sketch import Sketch
from builder.typeset.slides import choices, doing, openers, talks

Lay = Callable[[Frame, Sketch, float], None]


class Archetype(NamedTuple):
    """How to lay a frame out at a body size; its ground's role; dark grounds carry white footers.

    `children` is the ground for the youngest where it differs; `title` the layout's title box.
    """

    lay: Lay
    ground: str
    dark: bool = False
    title: Box = Box(48, 16, 864, 100)
    footer: bool = True
    children: str = ""

    def ground_for(self, family: str) -> str:
        """The ground's role for a family."""
        return self.children if self.children and family == "5-8" else self.ground


_RIGHT = Box(340, 16, 572, 88)

ARCHETYPES = {
    "cover": Archetype(openers.cover, "cream", title=Box(48, 56, 456, 208), footer=False),
    "opener": Archetype(openers.opener, "deep", True, Box(48, 204, 500, 192)),
    "question": Archetype(talks.question, "soft", title=Box(92, 68, 560, 260)),
    "talk": Archetype(talks.talk, "paper", title=Box(48, 16, 520, 138), children="wash"),
    "story": Archetype(talks.story, "wash", title=Box(560, 40, 352, 150)),
    "situation": Archetype(talks.situation, "paper", title=Box(368, 16, 544, 92), children="wash"),
    "scenario": Archetype(choices.scenario, "paper", title=Box(352, 16, 560, 92)),
    "choices": Archetype(choices.choices, "wash"),
    "reveal": Archetype(choices.reveal, "wash"),
    "activity": Archetype(doing.activity, "paper", title=_RIGHT),
    "columns": Archetype(doing.columns, "paper", title=_RIGHT),
    "cards": Archetype(doing.cards, "wash"),
    "rehearsal": Archetype(doing.rehearsal, "paper", children="wash"),
    "pledge": Archetype(doing.pledge, "deep", True, Box(80, 40, 496, 66)),
    "help": Archetype(doing.help_slide, "help", True, Box(48, 12, 864, 88)),
    "break": Archetype(openers.pause, "soft", title=Box(424, 32, 488, 132)),
    "closing": Archetype(openers.closing, "cream", title=Box(48, 16, 864, 104), footer=False),
}
