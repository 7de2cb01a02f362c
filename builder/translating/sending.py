"""Texts on their way to a translator: as PO, as a spreadsheet, or as a page to read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from builder.content import Content
from builder.model.language import tag_of
from builder.model.report import Report
from builder.translate import catalogue, glossary, page, sheet
from builder.translate.rows import Outgoing
from builder.translate.sync import Kept, Source, saved, synced
from builder.translating.keeping import Shelf, parent, source_of
from builder.translating.messages import messages
from builder.translating.places import Places, Shown, places
from builder.validate.fields import near

FORMATS = ("po", "xlsx", "html")


def export(words: tuple[str, str, str], output: Path, workspace: Path | None, today: date, partner: str = "") -> tuple[Report, list[Path]]:
    """Writes one file for each module, plan or wording asked for (`language, names, format`), and its slides' pictures."""
    from builder.request import content_for

    tag, names, form = words
    report = Report()
    content = content_for(workspace, partner, report)
    everything = messages(content) if not report.errors else {}
    content.translated(tag)
    asked = list(everything) if names == "all" else names.split(",")
    for name in asked:
        if name not in everything:
            report.error("unknown-file", None, name=name, near=near(name, list(everything)), all=", ".join(everything))
    if report.errors:
        return report, []
    shelf = Shelf(content, tag, report)
    written = [_sent(content, shelf, name, everything[name], form, output, today) for name in asked]
    return report, [path for path in written if path]


def _sent(content: Content, shelf: Shelf, name: str, found: list[Source], form: str, output: Path, today: date) -> Path | None:
    language = content.language(tag_of(shelf.tag))
    assert language
    above = parent(content, language, shelf.tag, name, Report())
    kept = Kept(shelf.tag, language.plurals, above, source=source_of(content))
    some = "@" in shelf.tag or content.library.partners
    file = synced(shelf.opened(name), shelf.mine(name, found, whole=False) if some else found, kept)
    seen = places(content, name, language, today)
    rows = _rows(file, found, seen, content.glossary(tag_of(shelf.tag)))
    if not rows or content.report.errors:
        return None
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{name}.{shelf.tag}.{form}"
    if form == "html":
        title = f"{name}: {source_of(content)} → {shelf.tag}"
        path.write_text(page.written(rows, shelf.tag, title, seen.pictures, rtl=language.rtl), encoding="utf-8", newline="\n")
        return path
    if form == "xlsx":
        path.write_bytes(sheet.written(rows, shelf.tag))
    else:
        _explain(file, rows)
        saved(file, path)
    _pictures(seen, output / "pictures")
    return path


def _pictures(seen: Places, folder: Path) -> None:
    for name, image in seen.pictures.items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(image)


def _rows(file: Any, found: list[Source], seen: Places, words: tuple[glossary.Term, ...]) -> list[Outgoing]:
    sources = {source.context: source for source in found}
    rows = []
    for entry in file:
        if entry.obsolete:
            continue
        source, shown = sources[entry.msgctxt], seen.shown.get(entry.msgctxt, Shown())
        says = catalogue.target(entry)
        status = "to do" if not says else "outdated" if catalogue.outdated(entry) else "translated"
        rows.append(
            Outgoing(
                entry.msgctxt, source.text, "" if source.plural else says, catalogue.plurals(entry), source.plural, status,
                source.listed and not source.plural, entry.previous_msgid or "", ", ".join(shown.audiences), ", ".join(shown.where),
                shown.longest, glossary.hints(source.text, words), shown.picture,
            )
        )  # fmt: skip
    return rows


def _explain(file: Any, rows: list[Outgoing]) -> None:
    """What a translator should know, as comments that every PO editor shows beside the text."""
    by_context = {row.context: row for row in rows}
    for entry in file:
        if entry.msgctxt in by_context:
            own = [entry.comment] if entry.comment and entry.comment != "One item a line." else []
            entry.comment = "\n".join([*own, *by_context[entry.msgctxt].notes()])
