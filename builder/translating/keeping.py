"""Translation files kept up to date with the source, and how far they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from builder.content import Content
from builder.library import Library
from builder.model.language import Language, tag_of
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
    """The translation files of one language or layer: in the content and in the workspace above it, or in a partner's folder."""

    def __init__(self, content: Content, tag: str, report: Report) -> None:
        self.content, self.library, self.tag, self.report = content, content.library, tag, report
        self.home = self.library.home(tag)

    def opened(self, name: str) -> Any | None:
        """The file of this name as polib reads it; the workspace's own before the content's."""
        for folder in self.library.homes(self.tag):
            path = folder / f"{name}.po"
            if path.is_file():
                return catalogue.opened(path, self.library.name_of(path), self.report)
        return None

    def mine(self, name: str, found: list[Source], whole: bool) -> list[Source]:
        """The messages that belong into this shelf's own file: all, or – above other layers – what it says differently.

        A partner's file holds what the partner wrote in another language.
        """
        if self.library.partners:
            known = self.content.layers.said(self.content.layers.partners[-1].layer(self.tag))
            return [each for each in found if self.writes(each) not in ("", tag_of(self.tag)) and each.context not in known]
        path = self.home / f"{name}.po"
        ours = any((self.library.roots[-1] / source.file).is_file() for source in found)
        if whole or (ours and "@" not in self.tag):
            return found
        file = catalogue.opened(path, self.library.name_of(path), self.report) if path.is_file() else None
        kept = {entry.msgctxt for entry in file or () if not entry.obsolete}
        return [source for source in found if source.context in kept]

    def writes(self, source: Source) -> str:
        """The language in which the partner wrote a text; nothing for texts of others."""
        layer, key = self.content.layers.written.get(source.file, ""), next(reversed(self.library.partners))
        return layer.removesuffix(f"@{key}") if layer.endswith(f"@{key}") else ""


def whole(library: Library, tag: str, language: Language) -> bool:
    """Whether the last root keeps this language complete: it is no layer of another, and described in this root."""
    if "@" in tag or language.chain[1:]:
        return False
    return len(library.roots) == 1 or library.languages()[tag].is_relative_to(library.roots[-1])


def synchronise(tag: str, workspace: Path | None, partner: str = "", *, minor: bool = False) -> tuple[Report, list[Written]]:
    """Writes each PO file of a language (or of a layer such as `es@vos`, where only what is there is kept up)."""
    from builder.request import content_for

    report = Report()
    content = content_for(workspace, partner, report)
    language = content.translated(tag) if not report.errors else None
    if language is None or (tag == "en" and not partner):
        return report, []
    shelf, everything = Shelf(content, tag, report), messages(content)
    ready: list[tuple[Path, Any, int]] = []
    for name, found in everything.items() if not report.errors else ():
        wanted = shelf.mine(name, found, whole(content.library, tag, language))
        if wanted:
            old = shelf.opened(name)
            kept = Kept(tag, language.plurals, parent(content, language, tag, name, report), minor, source_of(content))
            ready.append((shelf.home / f"{name}.po", synced(old, wanted, kept), len(wanted)))
    written = []
    for path, file, count in ready if not report.errors else ():
        saved(file, path)
        written.append(Written(path, count, sum(catalogue.outdated(entry) for entry in file if not entry.obsolete)))
    return report, written


def source_of(content: Content) -> str:
    """The language that is translated from: the partner's, else English."""
    return content.layers.partners[-1].language if content.layers.partners else "en"


def parent(content: Content, language: Language, tag: str, name: str, report: Report) -> dict[str, str]:
    """What the layer below `tag` says, by context: `es` for `es@vos`; nothing for a language without one."""
    below = tag_of(tag) if "@" in tag else next(iter(language.chain[1:]), "")
    found = Shelf(content, below, report).opened(name) if below else None
    return {entry.msgctxt: catalogue.target(entry) for entry in found or () if not entry.obsolete}


class Row(NamedTuple):
    """One line of the status: a language, a file, its counts."""

    language: str
    name: str
    counts: Counts


def standing(words: str, workspace: Path | None, partner: str = "") -> tuple[Report, list[Row]]:
    """How far every file of every language asked for is."""
    from builder.request import content_for

    report = Report()
    content = content_for(workspace, partner, report)
    if report.errors:
        return report, []
    known = [tag for tag in content.library.languages() if tag != source_of(content)]
    asked = known if words == "all" else words.split(",")
    everything = messages(content)
    rows = []
    for tag in asked:
        if tag_of(tag) not in known:
            content.translated(tag)
            continue
        shelf = Shelf(content, tag, report)
        for name, found in everything.items():
            wanted = found if "@" not in tag and not partner else shelf.mine(name, found, whole=False)
            if wanted:
                rows.append(Row(tag, name, counts(shelf.opened(name), wanted, signed(content, tag, name))))
    return report, rows


def signed(content: Content, tag: str, name: str) -> Ledger:
    """The signatures given for one file."""
    return content.ledger(layer_of(content, tag), frozenset([name]))


def layer_of(content: Content, tag: str) -> str:
    """The layer that a file of this tag belongs to: the partner's of it, where there is a partner."""
    return content.layers.partners[-1].layer(tag) if content.layers.partners else tag
