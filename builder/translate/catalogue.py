"""Translation files: PO → messages by context (GNU gettext, “The Format of PO Files”)."""

from __future__ import annotations

from pathlib import Path

from builder.model.report import Report
from builder.model.source import Place
from builder.model.voice import Message


def read(path: Path, name: str, report: Report) -> dict[str, Message]:
    """Context → message. A file that cannot be read is a problem and gives nothing."""
    import polib

    try:
        entries = polib.pofile(str(path), encoding="utf-8", check_for_duplicates=False)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        report.error("po-unreadable", Place(name, _line(str(error)), 1))
        return {}
    found: dict[str, Message] = {}
    for entry in entries:
        if entry.obsolete or not entry.msgctxt:
            continue
        place = Place(name, entry.linenum, 1)
        if entry.msgctxt in found:
            report.error("po-context-twice", place, context=entry.msgctxt)
        plurals = tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural))
        found[entry.msgctxt] = Message(entry.msgid, entry.msgstr, entry.fuzzy, plurals if all(plurals) else (), place)
    return found


def _line(message: str) -> int:
    digits = "".join(c if c.isdigit() else " " for c in message).split()
    return int(digits[-1]) if digits else 0
