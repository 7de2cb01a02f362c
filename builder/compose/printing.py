"""How a pack is printed: runs of pages, for how many people one copy is, how many copies, how many sheets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from builder.model.document import Made
from builder.model.kinds import KINDS, Kind, Reader

GROUP = 5
"""How many people work together where a document does not say."""
FOR = {Reader.PARTICIPANT: 1, Reader.GROUP: GROUP, Reader.ROOM: 0, Reader.FACILITATOR: 0}
"""For how many people one copy is; 0: one is enough."""


class Run(NamedTuple):
    """Pages `first` to `last` of one document, laid out as `layout` says, which are printed together; `shared_by` 0: for the room."""

    kind: Kind
    first: int
    last: int
    shared_by: int
    copies: int
    layout: str

    @property
    def pages(self) -> int:
        """How many pages they are."""
        return self.last - self.first + 1

    @property
    def sheets_each(self) -> int:
        """Sheets of paper of one copy."""
        return -(-self.pages // self.kind.sides)

    @property
    def sheets(self) -> int:
        """Sheets of paper of all copies."""
        return self.sheets_each * self.copies

    @property
    def sides(self) -> int:
        """Sides that the copier prints, which is what it charges for."""
        return self.pages * self.copies


def runs(made: Made, participants: int) -> Iterator[Run]:
    """How each document on paper is printed for so many people, in the order of the pack."""
    for kind in KINDS:
        pages = made.pages.get(kind.name)
        if pages is None or kind.reader is Reader.SCREEN:
            continue
        own = {frame.id: frame.shared_by for frame in made.documents[kind.name].frames}
        numbered = [(_shared(page.id, own, FOR[kind.reader]), number, page) for number, page in enumerate(pages.pages, 1)]
        for size, some in groupby(numbered, lambda each: each[0]):
            held = list(some)
            copies = -(-participants // size) if size else 1
            yield Run(kind, held[0][1], held[-1][1], size, copies, held[0][2].layout)


def _shared(page: str, own: dict[str, int | None], usual: int) -> int:
    """For how many people a page is; a frame may go on over several pages (`a/sheet.2`, `form/consent/1`)."""
    frame = next((name for name in (page, page.rpartition(".")[0], page.rpartition("/")[0]) if name in own), "")
    found = own.get(frame)
    return usual if found is None else found
