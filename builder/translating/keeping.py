"""Translation files kept up to date with the source, and how far they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from builder.content import Content
from builder.library import Library
from builder.model.language import Language
from builder.model.report import Report
from builder.translate import catalogue
from builder.translate.ledger import Ledger
from builder.translate.sync import Counts, Kept, Source, counts, saved, synced
from builder.translating.messages import messages


class Written(NamedTuple):
    """A file that was written: its path, its messages, how many of them wait for a person."""

    path: Path
    messages: int
    outdated: int


class Shelf:
    """The translation files of one language or layer, in the content and in the workspace above it."""

    def __init__(self, library: Library, tag: str, report: Report) -> None:
        self.library, self.tag, self.report = library, tag, report
        self.home = library.roots[-1] / "workshops" / "locale" / tag

    def opened(self, name: str) -> Any | None:
        """The file of this name as polib reads it; the workspace's own before the content's."""
        for root in reversed(self.library.roots):
            path = root / "workshops" / "locale" / self.tag / f"{name}.po"
            if path.is_file():
                return catalogue.opened(path, self.library.name_of(path), self.report)
        return None

    def mine(self, name: str, found: list[Source], whole: bool) -> list[Source]:
        """The messages that belong into this shelf's own file: all, or – above other layers – what it says differently."""
        path = self.home / f"{name}.po"
        ours = any((self.library.roots[-1] / source.file).is_file() for source in found)
        if whole or (ours and "@" not in self.tag):
            return found
        file = catalogue.opened(path, self.library.name_of(path), self.report) if path.is_file() else None
        kept = {entry.msgctxt for entry in file or () if not entry.obsolete}
        return [source for source in found if source.context in kept]


def whole(library: Library, tag: str, language: Language) -> bool:
    """Whether the last root keeps this language complete: it is no layer of another, and described in this root."""
    if "@" in tag or language.chain[1:]:
        return False
    return len(library.roots) == 1 or library.languages()[tag].is_relative_to(library.roots[-1])


def synchronise(tag: str, workspace: Path | None, *, minor: bool = False) -> tuple[Report, list[Written]]:
    """Writes each PO file of a language (or of a layer such as `es@vos`, where only what is there is kept up)."""
    from builder.request import library_for

    report = Report()
    content = Content(library_for(workspace), report)
    language = content.language(tag.split("@", maxsplit=1)[0])
    if language is None or tag == "en":
        return report, []
    shelf, everything = Shelf(content.library, tag, report), messages(content)
    ready: list[tuple[Path, Any, int]] = []
    for name, found in everything.items() if not report.errors else ():
        wanted = shelf.mine(name, found, whole(content.library, tag, language))
        if wanted:
            old = shelf.opened(name)
            kept = Kept(tag, language.plurals, parent(content.library, language, tag, name, report), minor)
            ready.append((shelf.home / f"{name}.po", synced(old, wanted, kept), len(wanted)))
    written = []
    for path, file, count in ready if not report.errors else ():
        saved(file, path)
        written.append(Written(path, count, sum(catalogue.outdated(entry) for entry in file if not entry.obsolete)))
    return report, written


def parent(library: Library, language: Language, tag: str, name: str, report: Report) -> dict[str, str]:
    """What the layer below `tag` says, by context: `es` for `es@vos`; nothing for a language without one."""
    below = tag.split("@", maxsplit=1)[0] if "@" in tag else next(iter(language.chain[1:]), "")
    found = Shelf(library, below, report).opened(name) if below else None
    return {entry.msgctxt: catalogue.target(entry) for entry in found or () if not entry.obsolete}


class Row(NamedTuple):
    """One line of the status: a language, a file, its counts."""

    language: str
    name: str
    counts: Counts


def standing(words: str, workspace: Path | None) -> tuple[Report, list[Row]]:
    """How far every file of every language asked for is."""
    from builder.request import library_for

    report = Report()
    content = Content(library_for(workspace), report)
    known = [tag for tag in content.library.languages() if tag != "en"]
    asked = known if words == "all" else words.split(",")
    everything = messages(content)
    rows = []
    for tag in asked:
        if tag.split("@")[0] not in known:
            content.language(tag.split("@")[0])
            continue
        shelf = Shelf(content.library, tag, report)
        for name, found in everything.items():
            wanted = found if "@" not in tag else shelf.mine(name, found, whole=False)
            if wanted:
                rows.append(Row(tag, name, counts(shelf.opened(name), wanted, signed(content, tag, name))))
    return report, rows


def signed(content: Content, tag: str, name: str) -> Ledger:
    """The signatures given for one file."""
    return content.ledger(tag, frozenset([name]))
