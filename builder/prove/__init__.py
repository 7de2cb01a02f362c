"""A last look at a file before it is written: what programs would repair or refuse in it is our mistake, and nothing is written."""

from __future__ import annotations

from collections.abc import Sequence


class UnsoundError(Exception):
    """A file of ours that programs would repair or refuse; it says which file and why, for whoever mends the builder."""

    def __init__(self, name: str, faults: Sequence[str]) -> None:
        super().__init__(f"{name}: {'; '.join(faults[:20])}")
        self.faults = tuple(faults)
