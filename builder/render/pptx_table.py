"""A table as slides know it: columns, rows, and margins that put the words where the model has them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from builder.model.page import Align, Anchor, Cell, Table
from builder.model.units import emu
from builder.render.pptx_geometry import line
from builder.render.pptx_style import Style
from builder.render.pptx_text import body_properties, paragraphs

_BORDERS = ("a:lnL", "a:lnR", "a:lnT", "a:lnB")
_NO_CELL = "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>"


def grid(table: Table, style: Style, scale: float) -> str:
    """The `a:tbl` element. Columns run from left to right: LibreOffice 7.4 ignores `rtl` on tables."""
    rows = [sorted(row, key=lambda cell: cell.box.x) for row in table.rows if row]
    edges = _edges(rows)
    columns = "".join(f'<a:gridCol w="{emu((right - left) * scale)}"/>' for left, right in pairwise(edges))
    body = "".join(_row(row, len(edges) - 1, table, style, scale) for row in rows)
    heads = f'firstRow="{_is_head(rows[:1]):d}" firstCol="{_is_head([row[:1] for row in rows]):d}"'
    return f'<a:tbl><a:tblPr {heads} bandRow="0"/><a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl>'


def _edges(rows: Sequence[Sequence[Cell]]) -> list[float]:
    """The left edge of every column and the right edge of the last, from the fullest row."""
    fullest = max(rows, key=len, default=())
    return [cell.box.x for cell in fullest] + [fullest[-1].box.right] if fullest else [0.0]


def _is_head(part: Sequence[Sequence[Cell]]) -> bool:
    cells = [cell for row in part for cell in row]
    return bool(cells) and all(cell.head for cell in cells)


def _row(row: Sequence[Cell], columns: int, table: Table, style: Style, scale: float) -> str:
    """A row with as many cells as there are columns: PowerPoint refuses any other."""
    height = max(cell.box.height for cell in row) * scale
    borders = "".join(line(table.stroke, style, scale, side) for side in _BORDERS)
    cells = "".join(_cell(cell, borders, style, scale) for cell in row)
    return f'<a:tr h="{emu(height)}">{cells}{_NO_CELL * (columns - len(row))}</a:tr>'


def _cell(cell: Cell, borders: str, style: Style, scale: float) -> str:
    rtl = any(paragraph.rtl for paragraph in cell.paragraphs)
    left, right, top = (emu(max(0.0, margin) * scale) for margin in _margins(cell))
    return (
        f"<a:tc><a:txBody>{body_properties(Anchor.TOP, rtl)}<a:lstStyle/>{paragraphs(cell.paragraphs, style, scale)}"
        f'</a:txBody><a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="0" anchor="t">'
        f"{borders}{style.fill(cell.fill)}</a:tcPr></a:tc>"
    )


def _margins(cell: Cell) -> tuple[float, float, float]:
    """Left, right and top margin as the broken lines tell: equal at both sides, less where a line needs it."""
    lines = [line for paragraph in cell.paragraphs for line in paragraph.lines]
    if not lines or not lines[0].runs:
        return 0.0, 0.0, 0.0
    first, box = cell.paragraphs[0], cell.box
    left = min(line.x for line in lines) - box.x
    right = box.right - max(line.x + line.width for line in lines)
    # The first baseline stands a pitch less a fifth of the size below the top, measured in LibreOffice.
    top = lines[0].baseline - first.pitch + 0.2 * lines[0].runs[0].size - box.y
    starts_left = (first.align is Align.START) != first.rtl
    if first.align is Align.CENTRE:
        return 0.0, 0.0, top
    return (left, min(left, right), top) if starts_left else (min(left, right), right, top)
