"""What travels between us and a translator: one row a message, whatever the file is."""

from __future__ import annotations

from typing import NamedTuple

from builder.model.source import Place


class Outgoing(NamedTuple):
    """A message on its way to a translator.

    `forms` holds its plural forms, or is empty. `status` is `to do`, `outdated` or `translated`; `earlier` the source an
    outdated translation was made from. `audience`, `where`, `longest`, `use` tell who hears it, on which slides or
    sheets, how many characters fit there (0: no box limits it), which words the glossary fixes. `picture` is the file
    name of the slide's picture.
    """

    context: str
    source: str
    target: str
    forms: tuple[str, ...]
    plural: str
    status: str
    listed: bool
    earlier: str = ""
    audience: str = ""
    where: str = ""
    longest: int = 0
    use: str = ""
    picture: str = ""

    def notes(self) -> list[str]:
        """What a translator should know, a line each."""
        rows = [("For", self.audience), ("Where", self.where), ("Fits", f"about {self.longest} characters" if self.longest else "")]
        rows += [("Use", self.use), ("Picture", self.picture), ("Items", "one a line" if self.listed else "")]
        return [f"{label}: {text}" for label, text in rows if text]


class Incoming(NamedTuple):
    """A message that came back: where it stands in the file, what it was made from, and what it says.

    `confirmed`: True where somebody says that it holds, False where only a change would say so, None where it is marked
    as waiting for a person.
    """

    place: Place
    context: str
    source: str
    target: str
    forms: tuple[str, ...] = ()
    confirmed: bool | None = None
