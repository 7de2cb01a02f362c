"""Rows as a page to read and to comment on: the slide's picture beside its texts in both languages."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape

from builder.translate.rows import Outgoing

_STYLE = """
:root { color-scheme: light; }
body { font: 17px/1.5 Andika, "Noto Sans", sans-serif; max-width: 1180px; margin: 2rem auto; padding: 0 1rem; color: #241c1c; }
h1 { font-size: 1.7rem; } section { border-top: 2px solid #d8cfc6; padding: 1rem 0; break-inside: avoid; }
section img { width: 100%; border: 1px solid #d8cfc6; } .side { display: grid; grid-template-columns: 320px 1fr; gap: 1.5rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td { vertical-align: top; padding: .4rem .6rem; white-space: pre-line; }
tr + tr td { border-top: 1px solid #e8e0d8; } .note { font-size: .82rem; color: #5c5148; } .todo { background: #fdf0d5; }
.context { font: .78rem/1.4 monospace; color: #5c5148; overflow-wrap: anywhere; white-space: normal; }
@media (max-width: 760px) { .side { grid-template-columns: 1fr; } }
"""


def written(rows: Iterable[Outgoing], tag: str, title: str, pictures: Mapping[str, bytes], *, rtl: bool = False) -> str:
    """One HTML file that needs nothing else: each slide once, with all its texts; then what stands on no slide."""
    by_picture: dict[str, list[Outgoing]] = {}
    for row in sorted(rows, key=lambda row: not row.picture):
        by_picture.setdefault(row.picture, []).append(row)
    direction = "rtl" if rtl else "ltr"
    sections = "".join(_section(picture, some, tag, pictures, direction) for picture, some in by_picture.items())
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>{sections}</body></html>\n"
    )


def _section(picture: str, rows: list[Outgoing], tag: str, pictures: Mapping[str, bytes], direction: str) -> str:
    table = "<table>" + "".join(_row(row, tag, direction) for row in rows) + "</table>"
    if picture not in pictures:
        return f"<section>{table}</section>"
    data = b64encode(pictures[picture]).decode("ascii")
    return f'<section class="side"><div><img alt="{escape(picture)}" src="data:image/png;base64,{data}"></div>{table}</section>'


def _row(row: Outgoing, tag: str, direction: str) -> str:
    said = "\n".join(row.forms) if row.forms else row.target
    notes = "".join(f'<div class="note">{escape(note)}</div>' for note in row.notes() if not note.startswith("Picture"))
    earlier = f'<div class="note">Made from: {escape(row.earlier)}</div>' if row.earlier else ""
    todo = "" if row.status == "translated" else ' class="todo"'
    source = row.source + (f"\n{row.plural}" if row.plural else "")
    return (
        f'<tr{todo}><td><div class="context">{escape(row.context)}</div><span lang="en">{escape(source)}</span>{notes}</td>'
        f'<td lang="{escape(tag)}" dir="{direction}">{escape(said) or "–"}<div class="note">{escape(row.status)}</div>{earlier}</td></tr>'
    )
