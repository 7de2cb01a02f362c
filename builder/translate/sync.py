"""Bringing PO up to date with today's source: merged by context, nothing a translator wrote is lost."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from builder.model.text import Text, context


class Source(NamedTuple):
    """One message to translate: its context, the text, its plural, the file and line it comes from."""

    context: str
    text: str
    plural: str
    file: str
    line: int
    listed: bool


class Counts(NamedTuple):
    """How far a file is translated, in messages, and the words still to do."""

    translated: int
    outdated: int
    missing: int
    words: int

    @property
    def total(self) -> int:
        """All messages."""
        return self.translated + self.outdated + self.missing


def sources(texts: Iterable[Text], *, plural: bool = False) -> list[Source]:
    """A message for each variant, in document order; the lines of a list are one message."""
    found = []
    for text in texts:
        for variant in text.variants:
            lines, forms = variant.lines, plural and text.listed and len(variant.lines) == 2
            message = lines[0] if forms else "\n".join(lines)
            at = variant.place
            found.append(Source(context(text.address, variant.key), message, lines[1] if forms else "", at.file, at.line, text.listed))
    return found


def synced(path: Path, messages: list[Source], tag: str, plural: str) -> str:
    """The file's new content. A changed source keeps its old translation as fuzzy, with the oldest source."""
    import polib

    old = polib.pofile(str(path), encoding="utf-8", wrapwidth=0) if path.is_file() else polib.POFile()
    by_context = {entry.msgctxt: entry for entry in old}
    new = polib.POFile(wrapwidth=0)
    new.metadata = old.metadata or _header(tag, plural)
    for source in messages:
        new.append(_merged(source, by_context.pop(source.context, None), polib))
    for gone in by_context.values():
        if gone.msgstr or any(gone.msgstr_plural.values()):
            gone.obsolete = True
            new.append(gone)
    return str(new) + "\n"


def _merged(source: Source, old: Any, polib: Any) -> Any:
    entry = polib.POEntry(msgctxt=source.context, msgid=source.text, occurrences=[(source.file, "")])
    if source.listed and not source.plural:
        entry.comment = "One item a line."
    if source.plural:
        entry.msgid_plural = source.plural
        entry.msgstr_plural = dict(old.msgstr_plural) if old and old.msgstr_plural else {0: "", 1: ""}
    elif old:
        entry.msgstr = old.msgstr
    if old is None:
        return entry
    entry.flags, entry.tcomment = list(old.flags), old.tcomment
    entry.previous_msgid = old.previous_msgid
    if old.msgid != source.text and (old.msgstr or old.msgstr_plural):
        entry.previous_msgid = old.previous_msgid or old.msgid
        if not entry.fuzzy:
            entry.flags.append("fuzzy")
    return entry


def _header(tag: str, plural: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "workshop materials",
        "Language": tag.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals=2; plural=({plural});",
        "X-Source-Language": "en",
    }


def counts(path: Path, messages: list[Source]) -> Counts:
    """How far the file is translated, measured against today's source."""
    import polib

    from builder.model.text import words

    have: dict[str, Any] = {entry.msgctxt: entry for entry in polib.pofile(str(path), encoding="utf-8")} if path.is_file() else {}
    done = stale = missing = to_do = 0
    for source in messages:
        entry = have.get(source.context)
        text = entry and (entry.msgstr or (all(entry.msgstr_plural.values()) and entry.msgstr_plural))
        if entry is None or not text:
            missing, to_do = missing + 1, to_do + words(source.text)
        elif entry.fuzzy or entry.msgid != source.text:
            stale, to_do = stale + 1, to_do + words(source.text)
        else:
            done += 1
    return Counts(done, stale, missing, to_do)
