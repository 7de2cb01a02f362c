"""What a partner changes in a lesson, a collection or a plan: one step at one address, with its reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from builder.model.source import Place, Raw

WHOLE = ("module", "collection", "plan")
"""How a partner calls the file's own fields, beside the ids of its blocks."""


class Op(StrEnum):
    """What is done to a block – or, by `edit`, to one of its fields."""

    EDIT = "edit"
    REPLACE = "replace"
    REMOVE = "remove"
    ADD = "add"
    MOVE = "move"


class Anchor(NamedTuple):
    """Where a block goes: behind a block, or before one; without one at the end of a section."""

    after: str = ""
    before: str = ""
    section: str = ""
    place: Place = Place("")


NOWHERE = Anchor()


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one partner.

    `target` is the file's name in translations (`cyberbullying`, `plan-teens-half-day`), `path` the id of the block and – in an edit – the
    way to its field: (`what-is-it`, `points`). `value` is what an edit puts there, or the fields of a block. `acknowledged` names what
    upstream protects and the partner knows it takes away. `elsewhere` says that other languages keep upstream's block. `group`
    is where it stands in the partner's file: modules, collections, plans.
    """

    op: Op
    partner: str
    language: str
    target: str
    path: tuple[str, ...]
    value: Raw
    reason: str
    place: Place
    acknowledged: tuple[str, ...] = ()
    elsewhere: bool = False
    anchor: Anchor = NOWHERE
    group: str = "modules"

    @property
    def address(self) -> str:
        """Where it acts, as `workshop trace` and the guide call it."""
        return "/".join((self.target, *(self.path[1:] if self.path[0] in WHOLE else self.path)))

    @property
    def key(self) -> str:
        """What the lock and the commands call it: `edit cyberbullying/what-is-it/points`."""
        return f"{self.op} {self.address}"

    @property
    def block(self) -> str:
        """The id of the block."""
        return self.path[0]


def marks_of(block: Mapping[str, object]) -> tuple[str, ...]:
    """How upstream protects a block: what must stay when time is short, what keeps children safe."""
    required = ("required",) if block.get("required") == "true" else ()
    safety = ("safety",) if block.get("safety") == "true" or block.get("kind") == "helplines" else ()
    return required + safety


class Basis(NamedTuple):
    """What a change was made from.

    `source` is upstream's text – by age, or under an empty key –, `said` the same in the language of the change, `marks` how upstream
    protects the block, `blocks` the ids of all its file's blocks in their order.
    """

    source: Mapping[str, str] = {}
    said: Mapping[str, str] = {}
    marks: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What differs when the words or the protection differ (SHA-256, hex)."""
        return hashlib.sha256(json.dumps([self.source, self.said, self.marks, self.blocks], sort_keys=True).encode()).hexdigest()
