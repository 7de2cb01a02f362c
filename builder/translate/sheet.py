"""Rows as a spreadsheet (Office Open XML, ISO/IEC 29500), with the columns that Weblate reads too."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from builder.model.report import Report
from builder.model.source import Place
from builder.translate.rows import Incoming, Outgoing

COLUMNS = ("context", "source", "target", "status", "audience", "where", "longest", "use", "earlier source", "picture", "note")
_WIDTHS = (34, 52, 52, 12, 12, 30, 10, 30, 40, 26, 16)
_NEEDED = COLUMNS[:3]
_FORM = re.compile(r"\[(\d+)\]$")
_CONFIRMED = ("translated", "ok", "done", "yes", "x", "sí", "si")
_BROKEN = (OSError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, SyntaxError)
"""What openpyxl and its parsers raise at files that are broken, cut short or of another kind."""
MOST_BYTES = 60_000_000
"""The largest content of a file that is read, unpacked."""


def written(rows: Iterable[Outgoing], tag: str) -> bytes:
    """The workbook: a sheet of rows, every cell text, and the language's tag in its properties."""
    import openpyxl

    book = openpyxl.Workbook()
    book.properties.language = tag
    book.properties.creator = book.properties.title = "workshop materials"
    sheet: Any = book.active
    sheet.title = "translate"
    sheet.append(COLUMNS)
    for row in rows:
        for cells in _cells(row):
            _append(sheet, cells, row.status)
    _set_up(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _append(sheet: Any, cells: tuple[str, ...], status: str) -> None:
    """A line as tall as its longest text; what is to be done has a coloured field to write in."""
    from openpyxl.styles import Alignment, PatternFill

    sheet.append([""] * len(COLUMNS))
    for cell, value in zip(sheet[sheet.max_row], cells, strict=True):
        cell.value, cell.data_type, cell.number_format = value, "s", "@"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    lines = max(sum(1 + len(line) // (wide - 4) for line in value.split("\n")) for value, wide in zip(cells, _WIDTHS, strict=True))
    sheet.row_dimensions[sheet.max_row].height = 15.5 * lines + 3
    if status != "translated":
        sheet.cell(sheet.max_row, 3).fill = PatternFill("solid", fgColor="FDF0D5")


def _set_up(sheet: Any) -> None:
    """Widths, a head that stays, and a page that prints on its side, as wide as the paper."""
    from openpyxl.styles import Font

    for number, wide in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[sheet.cell(1, number).column_letter].width = wide
        sheet.cell(1, number).font = Font(bold=True)
    sheet.freeze_panes = "D2"
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _cells(row: Outgoing) -> Iterator[tuple[str, ...]]:
    """A line, or one for each plural form."""
    more = (row.status, row.audience, row.where, str(row.longest or ""), row.use, row.earlier, row.picture)
    note = "one item a line" if row.listed and not row.forms else ""
    if not row.forms:
        yield (row.context, row.source, row.target, *more, note)
    for number, form in enumerate(row.forms):
        yield (f"{row.context}[{number}]", row.source if number == 0 else row.plural, form, *more, note)


def read(path: Path, name: str, report: Report) -> tuple[str, list[Incoming]]:
    """The language's tag – empty when the file does not say – and its rows; what cannot be read is a problem."""
    import openpyxl

    try:
        with zipfile.ZipFile(path) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_BYTES:
                report.error("file-too-large", Place(name), most=MOST_BYTES)
                return "", []
        book = openpyxl.load_workbook(path)
    except _BROKEN as error:
        report.error("sheet-unreadable", Place(name), reason=str(error).split("\n")[0][:120] or type(error).__name__)
        return "", []
    sheet: Any = book.worksheets[0]
    columns = {str(cell.value).strip().lower(): cell.column for cell in sheet[1] if cell.value is not None}
    missing = [column for column in _NEEDED if column not in columns]
    for merged in sheet.merged_cells.ranges:
        report.error("sheet-merged", Place(name, merged.min_row, merged.min_col), cells=merged.coord)
    if missing:
        report.error("sheet-columns", Place(name, 1, 1), missing=", ".join(missing))
    if report.errors:
        return "", []
    return str(book.properties.language or ""), _gathered(_rows(sheet, columns, name, report))


def _rows(sheet: Any, columns: dict[str, int], name: str, report: Report) -> Iterator[Incoming]:
    for number in range(2, sheet.max_row + 1):
        texts: dict[str, str] = {}
        for column in (*_NEEDED, "status"):
            cell = sheet.cell(number, columns[column]) if column in columns else None
            value = cell.value if cell is not None else None
            if cell is not None and (cell.data_type in "dnbef" and value is not None):
                report.error("sheet-not-text", Place(name, number, columns[column]), cell=cell.coordinate, found=str(value)[:60])
            texts[column] = str(value or "").replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
        if texts["context"].strip():
            done = texts["status"].strip().lower() in _CONFIRMED
            yield Incoming(Place(name, number, columns["target"]), texts["context"].strip(), texts["source"], texts["target"], (), done)


def _gathered(rows: Iterable[Incoming]) -> list[Incoming]:
    """Plural forms, which take a line each, put together again."""
    found: dict[str, Incoming] = {}
    singles: list[Incoming] = []
    for row in rows:
        form = _FORM.search(row.context)
        if not form:
            singles.append(row)
            continue
        context = row.context[: form.start()]
        first = found.setdefault(context, row._replace(context=context, target=""))
        found[context] = first._replace(forms=(*first.forms, row.target))
    return singles + list(found.values())
