"""Pages → a text that a reviewer can read: what stands where, line by line."""

from __future__ import annotations

from builder.model.page import Box, Group, Item, Link, Page, Pages, Paragraph, Picture, Shape, Table, Text


def render(pages: Pages) -> str:
    """The outline of a document: a line for each text, figure and table; decoration only counted."""
    return f"{pages.kind} [{pages.language}] {pages.title}\n" + "\n".join(_page(n, page) for n, page in enumerate(pages.pages, 1))


def _page(number: int, page: Page) -> str:
    rows = [f"\n== {number} {page.id} ({page.layout}) {page.width:.0f} × {page.height:.0f}"]
    shapes = 0
    for item in page.items:
        if isinstance(item, Shape):
            shapes += 1
        else:
            rows += _item(item)
    rows.append(f"  {shapes} shapes")
    rows += [f'  note "{note.label}: {note.text}"' for note in page.notes]
    return "\n".join(rows)


def _item(item: Item) -> list[str]:
    match item:
        case Text():
            return [f"  {item.role.value} {_box(item.box)} {_lines(item.paragraphs)}"]
        case Group():
            return [f'  figure {_box(item.box)} {item.name} "{item.alt}"'] if item.alt else []
        case Table():
            return [f"  row {' | '.join(_lines(cell.paragraphs) for cell in row)}" for row in item.rows]
        case Picture():
            return [f'  picture {_box(item.box)} "{item.alt}"']
        case Link():
            return [f"  link {_box(item.box)} {item.target}"]
        case _:
            return []


def _box(box: Box | None) -> str:
    return "[" + " ".join(f"{length:.0f}" for length in box) + "]" if box else "[]"


def _lines(paragraphs: tuple[Paragraph, ...]) -> str:
    """The size, then each line in quotes."""
    sizes = {run.size for paragraph in paragraphs for line in paragraph.lines for run in line.runs}
    lines = ["".join(run.text for run in line.runs).rstrip() for paragraph in paragraphs for line in paragraph.lines]
    return "/".join(f"{size:g}" for size in sorted(sizes)) + " " + " ".join(f'"{line}"' for line in lines)
