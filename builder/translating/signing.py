"""Signatures under translations: given for exactly the texts as they stand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from builder.content import Content
from builder.model.report import Report
from builder.model.review import ROLES
from builder.translate import catalogue, ledger
from builder.translate.ledger import Signature, mark
from builder.translating.keeping import Shelf
from builder.translating.messages import messages
from builder.validate.fields import near

_BY = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,4}@[\w.-]{2,40}")


class Signed(NamedTuple):
    """The file of signatures, how many texts were signed now, how many could not be: outdated or missing."""

    path: Path
    texts: int
    left: int


def sign(name: str, tag: str, role: str, by: str, workspace: Path | None, today: date) -> tuple[Report, Signed | None]:
    """Signs every up-to-date text of one file in one role."""
    from builder.request import library_for

    report = Report()
    content = Content(library_for(workspace), report)
    everything = messages(content)
    content.language(tag.split("@", maxsplit=1)[0])
    if name not in everything:
        report.error("unknown-file", None, name=name, near=near(name, list(everything)), all=", ".join(everything))
    if role not in ROLES:
        report.error("unknown-role", None, name=role, all=", ".join(ROLES))
    if not _BY.fullmatch(by):
        report.error("bad-signer", None, found=by)
    if report.errors:
        return report, None
    shelf = Shelf(content.library, tag, report)
    found = everything[name] if "@" not in tag else shelf.mine(name, everything[name], whole=False)
    said = {source.context: (source.text, source.text) for source in found} if tag == "en" else _translated(shelf, name)
    current = [source for source in found if source.context in said and said[source.context][0] == source.text]
    signatures = [
        Signature(source.context, mark(source.text), mark(said[source.context][1]), role, by, today.isoformat()) for source in current
    ]
    path = shelf.home / f"{name}.signed.csv"
    old = ledger.read(path, content.library.name_of(path), report) if path.is_file() else []
    given = {(each.context, each.source, each.target, each.role) for each in signatures}
    kept = [each for each in old if (each.context, each.source, each.target, each.role) not in given]
    if not report.errors and signatures:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ledger.written([*kept, *signatures]), encoding="utf-8", newline="\n")
    return report, Signed(path, len(signatures), len(found) - len(signatures))


def _translated(shelf: Shelf, name: str) -> dict[str, tuple[str, str]]:
    """Context → source and translation of every message that is up to date."""
    return {
        entry.msgctxt: (entry.msgid, catalogue.target(entry))
        for entry in shelf.opened(name) or ()
        if not entry.obsolete and catalogue.target(entry) and not catalogue.outdated(entry)
    }
