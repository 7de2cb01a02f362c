"""Texts that come back from a translator: checked, taken, or refused without losing a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from builder.content import Content
from builder.fitting import check_fit
from builder.model.language import tag_of
from builder.model.report import Report
from builder.translate import catalogue, glossary, sheet
from builder.translate.checks import faults
from builder.translate.rows import Incoming
from builder.translate.sync import Kept, Source, entry_of, forms_of, saved, synced
from builder.translating.keeping import Shelf, parent, source_of, whole
from builder.translating.messages import messages


@dataclass(slots=True)
class Received:
    """What became of a file: messages taken, kept as outdated, unchanged, refused; the files written."""

    report: Report
    taken: int = 0
    outdated: int = 0
    unchanged: int = 0
    refused: list[tuple[Incoming, str]] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    kept_in: Path | None = None


def receive(path: Path, tag: str, workspace: Path | None, today: date, partner: str = "") -> Received:
    """Takes every message of a PO file or a spreadsheet that keeps what it must; the rest goes to a file beside it."""
    from builder.request import content_for

    report = Report()
    content = content_for(workspace, partner, report)
    done = Received(report)
    said, rows = _read(path, content, report)
    tag = tag or said
    language = content.translated(tag) if tag and not report.errors else None
    if not tag and not report.errors:
        report.error("language-not-said", None, file=path.name)
    if said and said != tag:
        report.error("other-language", None, file=path.name, found=said, wanted=tag)
    everything = messages(content) if language else {}
    if report.errors or language is None:
        return done
    shelf = Shelf(content, tag, report)
    files: dict[str, Any] = {}
    for name, some in _by_name(rows).items():
        found = {source.context: source for source in everything.get(name, [])}
        if content.library.partners:
            found = {source.context: source for source in shelf.mine(name, list(found.values()), whole=False)}
        wanted = shelf.mine(name, list(found.values()), whole(content.library, tag, language))
        kept = Kept(tag, language.plurals, parent(content, language, tag, name, report), source=source_of(content))
        files[name] = synced(shelf.opened(name), wanted, kept)
        intake = Intake(files[name], found, kept, content.glossary(tag_of(tag)), done)
        for row in some:
            intake.take(row)
    _write(files, shelf, done)
    _keep_refused(path, tag, language.plurals, done)
    if done.written:
        check_fit(Content(content.library, report), (tag_of(tag),), today, files)
    return done


def _read(path: Path, content: Content, report: Report) -> tuple[str, list[Incoming]]:
    name = content.library.name_of(path.resolve())
    if path.suffix.lower() == ".xlsx":
        return sheet.read(path, name, report)
    if path.suffix.lower() != ".po":
        report.error("unknown-format", None, file=path.name)
        return "", []
    file = catalogue.opened(path, name, report)
    if file is None:
        return "", []
    if "charset=utf-8" not in file.metadata.get("Content-Type", "charset=utf-8").lower():
        report.error("po-not-utf8", catalogue.at(name), found=file.metadata["Content-Type"])
    rows = [
        Incoming(
            catalogue.at(name, entry.linenum), entry.msgctxt or "", entry.msgid, entry.msgstr, catalogue.plurals(entry),
            None if catalogue.outdated(entry) else True,
        )
        for entry in file
        if not entry.obsolete
    ]  # fmt: skip
    return file.metadata.get("Language", "").replace("_", "-"), rows


def _by_name(rows: Iterable[Incoming]) -> dict[str, list[Incoming]]:
    found: dict[str, list[Incoming]] = {}
    for row in rows:
        found.setdefault(row.context.split("/")[0], []).append(row)
    return found


@dataclass(slots=True)
class Intake:
    """One file being filled: our messages by context, and what became of those that came."""

    file: Any
    sources: dict[str, Source]
    kept: Kept
    words: tuple[glossary.Term, ...]
    done: Received

    def take(self, row: Incoming) -> None:
        """Puts one message into the file, or says why not."""
        source = self.sources.get(row.context)
        entry = next((each for each in self.file if each.msgctxt == row.context and not each.obsolete), None)
        said = "\n".join(row.forms) if row.forms else row.target
        if source is None:
            self._refuse(row, "translation-unknown", {"context": row.context})
        elif not said.strip() or (row.forms and not all(form.strip() for form in row.forms)):
            self.done.unchanged += 1
        elif self._is_faulty(row, source):
            return
        elif entry is not None and catalogue.target(entry) == said and not self._settles(row, entry, source):
            self.done.unchanged += 1
        elif _same(row.source, source.text):
            self._put(row, source, entry, "" if row.confirmed is not None else (entry and entry.previous_msgid) or row.source)
            self.done.taken += row.confirmed is not None
            self.done.outdated += row.confirmed is None
        elif entry is not None and catalogue.target(entry) and not catalogue.outdated(entry):
            self._refuse(row, "translation-older", {"context": row.context, "source": source.text[:60]})
        else:
            self._put(row, source, entry, row.source)
            self.done.outdated += 1

    def _settles(self, row: Incoming, entry: Any, source: Source) -> bool:
        """Whether a text that stays as it is was outdated, and somebody says it still holds."""
        return bool(row.confirmed) and catalogue.outdated(entry) and _same(row.source, source.text)

    def _is_faulty(self, row: Incoming, source: Source) -> bool:
        wanted = forms_of(self.kept.plurals) if source.plural else 0
        if len(row.forms) != wanted:
            self._refuse(row, "translation-forms", {"context": row.context, "wanted": str(wanted or 1), "found": str(len(row.forms) or 1)})
            return True
        for text in row.forms or (row.target,):
            for fault in faults(source.text, text.strip("\n"), listed=source.listed, plural=bool(source.plural)):
                self._refuse(row, fault.code, {"context": row.context, **fault.values})
                return True
            for term, word in glossary.wrong(source.text, text, self.words):
                self.done.report.warning("glossary-term", row.place, word=word, term=term.term, use=term.use)
        return False

    def _put(self, row: Incoming, source: Source, entry: Any, earlier: str) -> None:
        if entry is None:
            entry = entry_of(source, forms_of(self.kept.plurals))
            self.file.append(entry)
        if row.forms:
            entry.msgstr_plural = dict(enumerate(row.forms))
        else:
            entry.msgstr = row.target.strip("\n")
        entry.previous_msgid = earlier or None
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"] + (["fuzzy"] if earlier else [])

    def _refuse(self, row: Incoming, code: str, values: dict[str, str]) -> None:
        self.done.report.error(code, row.place, **values)
        self.done.refused.append((row, code))


def _same(one: str, other: str) -> bool:
    """Whether two sources are one text, whatever a program did to their ends of line and spaces."""
    return one.split() == other.split()


def _write(files: dict[str, Any], shelf: Shelf, done: Received) -> None:
    """Writes the files that changed."""
    for name, file in files.items() if done.taken or done.outdated else ():
        path = shelf.home / f"{name}.po"
        if len(file) and (not path.is_file() or path.read_text("utf-8") != str(file) + "\n"):
            saved(file, path)
            done.written.append(path)


def _keep_refused(path: Path, tag: str, rule: str, done: Received) -> None:
    """What was not taken, with the reason, in a PO file beside the one that came."""
    import polib

    if not done.refused:
        return
    file = synced(None, (), Kept(tag, rule))
    for row, code in done.refused:
        plural = {"msgid_plural": row.source, "msgstr_plural": dict(enumerate(row.forms))} if row.forms else {"msgstr": row.target}
        file.append(polib.POEntry(msgctxt=row.context, msgid=row.source, comment=f"not taken: {code}", **plural))
    done.kept_in = path.with_name(f"{path.stem}.refused.po")
    saved(file, done.kept_in)
