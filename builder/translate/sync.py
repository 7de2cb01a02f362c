"""Bringing PO up to date with today's source: merged by context, nothing a translator wrote is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from builder.model.review import ROLES
from builder.model.source import Place
from builder.model.text import Text, context, words
from builder.translate.catalogue import outdated, plurals, target
from builder.translate.checks import faults
from builder.translate.ledger import Ledger, mark

SMALL = 0.8
"""How alike two sources must be (difflib's ratio) for a change to count as a corrected typing error."""


class Source(NamedTuple):
    """One message to translate: its context, the text, its plural, the file and line it comes from."""

    context: str
    text: str
    plural: str
    file: str
    line: int
    listed: bool

    @property
    def place(self) -> Place:
        """Where its source is written."""
        return Place(self.file, self.line)


class Counts(NamedTuple):
    """How far a file is, in messages – translated, outdated, missing, translated without both signatures – and the words to do."""

    translated: int
    outdated: int
    missing: int
    unsigned: int
    words: int

    @property
    def total(self) -> int:
        """All messages."""
        return self.translated + self.outdated + self.missing


class Kept(NamedTuple):
    """How a file is kept: its layer, its plural rule, what a layer above says, whether changes are only typing errors.

    `source` is the language it is translated from.
    """

    tag: str
    plurals: str
    parent: Mapping[str, str] = {}
    minor: bool = False
    source: str = "en"


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


def synced(old: Any | None, messages: Iterable[Source], kept: Kept) -> Any:
    """The file (polib) with today's messages. A changed source keeps its translation, outdated, with the oldest source."""
    import polib

    by_context = {entry.msgctxt: entry for entry in old or ()}
    new = polib.POFile(wrapwidth=0)
    new.header = old.header if old is not None else ""
    new.metadata = dict(old.metadata) if old is not None and old.metadata else _header(kept)
    for source in messages:
        new.append(_merged(source, by_context.pop(source.context, None), kept))
    for gone in by_context.values():
        if target(gone):
            gone.obsolete = True
            new.append(gone)
    return new


def entry_of(source: Source, forms: int) -> Any:
    """An empty entry for a message."""
    import polib

    entry = polib.POEntry(msgctxt=source.context, msgid=source.text, occurrences=[(source.file, "")])
    if source.listed and not source.plural:
        entry.comment = "One item a line."
    if source.plural:
        entry.msgid_plural = source.plural
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    return entry


def _merged(source: Source, old: Any, kept: Kept) -> Any:
    entry = entry_of(source, forms_of(kept.plurals))
    above = kept.parent.get(source.context, "")
    if above:
        entry.comment = _above(above)
    if old is None:
        return entry
    _take(entry, old)
    entry.flags, entry.tcomment, entry.previous_msgid = list(old.flags), old.tcomment, old.previous_msgid
    if not target(entry):
        entry.previous_msgid = None
        entry.flags = [flag for flag in old.flags if flag != "fuzzy"]
        return entry
    moved = above and old.comment and old.comment != entry.comment
    if (old.msgid != source.text and not (kept.minor and not outdated(old) and _small(old.msgid, source))) or moved:
        entry.previous_msgid = old.previous_msgid or old.msgid
        entry.flags = [*dict.fromkeys([*entry.flags, "fuzzy"])]
    return entry


def _take(entry: Any, old: Any) -> None:
    """The old translation, also where the message became a plural or stopped being one."""
    if entry.msgid_plural:
        said = plurals(old) or (old.msgstr,)
        entry.msgstr_plural = {n: said[n] if n < len(said) else "" for n in entry.msgstr_plural}
    else:
        entry.msgstr = old.msgstr or next(iter(plurals(old)[::-1]), "")


def _small(old: str, source: Source) -> bool:
    """Whether a source was only corrected: much alike, with the same placeholders, markup and items."""
    alike = SequenceMatcher(None, old, source.text, autojunk=False).ratio() >= SMALL
    return alike and not any(faults(old, source.text, listed=source.listed))


def _above(text: str) -> str:
    """The comment in a layer that says what it differs from; when that changes, the layer is outdated."""
    return "Instead of:\n" + text


def forms_of(rule: str) -> int:
    """How many plural forms a Plural-Forms header asks for."""
    digits = "".join(c for c in rule.partition("nplurals=")[2].partition(";")[0] if c.isdigit())
    return int(digits or 2)


def _header(kept: Kept) -> dict[str, str]:
    tag, _, form = kept.tag.partition("@")
    return {
        "Project-Id-Version": "workshop materials",
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "nobody yet <>",
        "Language-Team": tag,
        "Language": tag.replace("-", "_") + (f"@{form}" if form else ""),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": kept.plurals,
        "X-Source-Language": kept.source,
    }


def counts(file: Any | None, messages: Iterable[Source], signed: Ledger) -> Counts:
    """How far the file is, measured against today's source."""
    have = {entry.msgctxt: entry for entry in file or () if not entry.obsolete}
    done = stale = missing = unsigned = to_do = 0
    for source in messages:
        entry = have.get(source.context)
        if entry is None or not target(entry):
            missing, to_do = missing + 1, to_do + words(source.text)
        elif outdated(entry) or entry.msgid != source.text:
            stale, to_do = stale + 1, to_do + words(source.text)
        else:
            done += 1
            roles = signed.get((source.context, mark(source.text), mark(target(entry))), {})
            unsigned += len(roles) < len(ROLES)
    return Counts(done, stale, missing, unsigned, to_do)


def saved(file: Any, path: Path) -> None:
    """Writes the file whole, or leaves the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    aside.write_text(str(file) + "\n", encoding="utf-8", newline="\n")
    aside.replace(path)
