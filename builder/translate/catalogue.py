"""Translation files: PO → messages by context (GNU gettext, “The Format of PO Files”)."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path
from typing import Any

from builder.model.direction import turning
from builder.model.report import Report
from builder.model.source import Place
from builder.model.voice import Message


def opened(path: Path, name: str, report: Report) -> Any | None:
    """The file as polib reads it – each entry's line that of its msgctxt –, or None with the reason in the report."""
    import polib

    try:
        text = path.read_text("utf-8-sig")
        file = polib.pofile(text, check_for_duplicates=False, wrapwidth=0)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        report.error("po-unreadable", at(name, _line(str(error))))
        return None
    begins = [number for number, line in enumerate(text.split("\n"), 1) if line.startswith("msgctxt")]
    for entry in file:
        after = bisect_left(begins, entry.linenum)
        entry.linenum = begins[after] if entry.msgctxt and not entry.obsolete and after < len(begins) else entry.linenum
    return file


def read(path: Path, name: str, report: Report) -> dict[str, Message]:
    """Context → message. A file that cannot be read is a problem and gives nothing."""
    found: dict[str, Message] = {}
    for entry in opened(path, name, report) or ():
        if entry.obsolete or not entry.msgctxt:
            continue
        place = at(name, entry.linenum)
        if entry.msgctxt in found:
            report.error("po-context-twice", place, context=entry.msgctxt)
        forms = plurals(entry)
        hidden = next(filter(None, map(turning, (entry.msgstr, *forms))), "")
        if hidden:
            report.error("hidden-direction", place, character=hidden)
        found[entry.msgctxt] = Message(entry.msgid, entry.msgstr, outdated(entry), forms if all(forms) else (), place)
    return found


def outdated(entry: Any) -> bool:
    """Whether a message waits for a person.

    It is marked fuzzy, or it still carries the source it was made from: Poedit and Weblate drop both when somebody
    confirms it, while a tool that only clears the marks leaves the second.
    """
    return bool(entry.fuzzy or entry.previous_msgid)


def plurals(entry: Any) -> tuple[str, ...]:
    """The plural forms of an entry, in order."""
    return tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural))


def target(entry: Any) -> str:
    """What an entry says: its text, or its plural forms a line each; empty while one is missing."""
    forms = plurals(entry)
    return "\n".join(forms) if forms and all(forms) else str(entry.msgstr)


def at(name: str, line: int = 0) -> Place:
    """A place in a translation file."""
    return Place(name, line, 1)


def _line(message: str) -> int:
    digits = "".join(c if c.isdigit() else " " for c in message).split()
    return int(digits[-1]) if digits else 0
