"""The names of participants, from a table that a school keeps: one column of a CSV file. They are kept nowhere else."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from builder.model.combination import Attendee
from builder.model.direction import turning
from builder.model.report import Report
from builder.model.source import Place

MOST_BYTES, MOST_NAMES, LONGEST = 5_000_000, 5000, 120
HEADS = (
    "name", "full name", "participant", "nombre", "nombre completo", "nombres", "participante", "nom", "nom complet", "prénom et nom",
    "izina", "amazina", "téra", "tera", "jina", "jina kamili", "الاسم", "الاسم الكامل", "اسم",
)  # fmt: skip
"""What the column with the names is called in the languages of the workshops."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_names(path: Path, report: Report) -> tuple[Attendee, ...]:
    """The names of a file, in its order; what is wrong is in the report. The file is called by its last part alone."""
    text = _text(path, report)
    if text is None:
        return ()
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        report.error("names-unreadable", Place(path.name, 1, 1), reason=str(error))
        return ()
    column, first = _column(rows, path.name, report)
    if column is None:
        return ()
    found = tuple(_names(rows[first:], column, path.name, report))
    if not found and not report.errors:
        report.error("names-none", Place(path.name, 1, 1))
    if len(found) > MOST_NAMES:
        report.error("names-too-many", found[MOST_NAMES].place, n=len(found), most=MOST_NAMES)
    return found


def _text(path: Path, report: Report) -> str | None:
    """The file as text, in the encoding that its first bytes say, else UTF-8, else what Windows writes, which is told."""
    place = Place(path.name, 1, 1)
    try:
        if path.stat().st_size > MOST_BYTES:
            report.error("file-too-large", place, most=f"{MOST_BYTES:,}")
            return None
        content = path.read_bytes()
    except OSError as error:
        report.error("cannot-read", place, reason=error.strerror or "")
        return None
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
        report.warning("names-encoding", place)
    if "\0" in text or "\ufffd" in text:
        report.error("names-unreadable", place, reason="not a text")
        return None
    return text.removeprefix("\ufeff")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row; cells are parted by what the first lines hold most of: `;` as in Excel, tab or comma."""
    head = "\n".join(text.splitlines()[:5])
    parted = max(";\t,", key=head.count)
    reader = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter=parted)
    line = 1
    for row in reader:
        yield line, [cell.strip() for cell in row]
        line = reader.line_num + 1


def _column(rows: list[tuple[int, list[str]]], name: str, report: Report) -> tuple[int | None, int]:
    """Which column holds the names, and the first row of names: by its head, or the only column that there is."""
    filled = [(number, row) for number, row in rows if any(row)]
    if not filled:
        report.error("names-none", Place(name, 1, 1))
        return None, 0
    line, head = filled[0]
    at = next((at for at, cell in enumerate(head) if cell.casefold().rstrip(":") in HEADS), None)
    first = rows.index((line, head))
    if at is not None:
        return at, first + 1
    if max(len([cell for cell in row if cell]) for _, row in filled) == 1:
        return next(at for at, cell in enumerate(head) if cell), first
    report.error("names-no-column", Place(name, line, 1), found=", ".join(cell for cell in head if cell)[:80])
    return None, 0


def _names(rows: list[tuple[int, list[str]]], column: int, file: str, report: Report) -> Iterator[Attendee]:
    """The names, each once for each row; rows without one are passed over where they are empty, else told."""
    seen: dict[tuple[str, ...], int] = {}
    for line, row in rows:
        if not any(row):
            continue
        place = Place(file, line, 1)
        name = " ".join(unicodedata.normalize("NFC", row[column] if column < len(row) else "").split())
        code = _fault(name)
        if code:
            report.error(code, place, most=LONGEST)
        first = seen.setdefault(tuple(row), line)
        if first != line:
            report.warning("names-twice", place, first=first)
        yield Attendee(name, place)


def _fault(name: str) -> str:
    """The code of what is wrong with a name; nothing where nothing is."""
    if not name:
        return "names-empty"
    if len(name) > LONGEST:
        return "names-too-long"
    if turning(name):
        return "names-hidden"
    if name.startswith(("=", "+", "@", "-")) or any(unicodedata.category(each) in ("Cc", "Co", "Cn") for each in name):
        return "names-formula"
    return ""
