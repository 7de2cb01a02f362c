"""A change settled: kept as it is on today's text, dropped, or upstream's correction taken into it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from builder.content import Content
from builder.load import read_text
from builder.model.change import Change, Op
from builder.model.partner import Partner
from builder.model.report import Report
from builder.model.source import Items, Place
from builder.partnering.keeping import folder_of, write
from builder.partnering.states import TO_SETTLE, Standing, bases, lines_of
from builder.partnering.words import merged
from builder.validate.fields import near

FILE = "partner.yaml"


def chosen(rows: list[Standing], name: str, report: Report) -> Standing | None:
    """The change that is called so, by its address or with what it does before it; None with the nearest in the report."""
    found = [row for row in rows if name in (row.change.key, row.change.address)]
    if len(found) == 1:
        return found[0]
    known = [row.change.key for row in rows]
    alike = near(name, known) or near(name, [row.change.address for row in rows])
    report.error("unknown-change", None, name=name, near=found[0].change.key if found else alike)
    return None


def keep(content: Content, partner: Partner, rows: list[Standing], row: Standing) -> None:
    """The change stays as it is, and counts from now on as made from today's text."""
    if row.now is None:
        content.report.error("nothing-to-keep", row.change.place, change=row.change.key)
        return
    marks = [mark for mark in row.now.marks if mark not in row.change.acknowledged]
    if marks and row.change.op in (Op.REMOVE, Op.REPLACE):
        content.report.error("needs-acknowledgement", row.change.place, block=row.change.address, marks=", ".join(row.now.marks))
        return
    _rebased(content, partner, rows, row)


def drop(content: Content, partner: Partner, rows: list[Standing], row: Standing) -> None:
    """The change is taken out of the partner's file; upstream's text is used again."""
    if _rewritten(content, partner, row.change, lambda file: _cut(file, _way(row.change))):
        left = {key: basis for key, basis in bases(rows, partner).items() if key != row.change.key}
        write(content, partner, left)


def take(content: Content, partner: Partner, rows: list[Standing], row: Standing) -> None:
    """Upstream's correction is put into the partner's words, where the two do not meet."""
    change, then, now = row.change, row.then, row.now
    is_text = change.address in content.layers.edited
    if change.op is not Op.EDIT or then is None or now is None or row.state not in TO_SETTLE or not is_text:
        content.report.error("nothing-to-take", change.place, change=change.key)
        return
    old, new = row.words("said") if then.said else row.words("source")
    if old == new or not new:
        content.report.error("not-translated-yet", change.place, change=change.key, language=change.language)
        return
    mine = list(lines_of(change.value))
    both = merged(old, "\n".join(mine), new)
    lines = both.split("\n") if both is not None else []
    single = isinstance(change.value, Items)
    if both is None or (len(lines) != len(mine) and not single):
        content.report.error("both-changed", change.place, change=change.key)
        return
    if _rewritten(content, partner, change, lambda file: _put(file, _way(change), lines)):
        _rebased(content, partner, rows, row)


def _rebased(content: Content, partner: Partner, rows: list[Standing], row: Standing) -> None:
    kept = dict(bases(rows, partner))
    if row.now:
        kept[row.change.key] = row.now
    write(content, partner, kept)


def _way(change: Change) -> tuple[str, ...]:
    """The keys that lead to a change in the partner's file."""
    name = change.target.removeprefix("plan-") if change.group == "plans" else change.target
    return (change.group, name, change.op, *change.path)


def _rewritten(content: Content, partner: Partner, change: Change, edit: Callable[[Any], int]) -> bool:
    """Whether the partner's file was written with the edit – its comments and its other lines as they were."""
    path = folder_of(content, partner) / FILE
    name = content.library.name_of(path)
    if read_text(path, name, content.report) is None:
        return False
    text = path.read_bytes().decode("utf-8-sig")
    yaml = _round_trip(text)
    file = yaml.load(text)
    depth = edit(file)
    if depth < 0:
        content.report.error("change-not-found", change.place, change=change.key)
        return False
    cut = without_lines(text, _way(change)[: depth + 1]) if depth else None
    if cut is None or yaml.load(cut) != file:
        made = io.StringIO()
        yaml.dump(file, made)
        cut = made.getvalue().replace("\r\n", "\n").replace("\n", "\r\n" if "\r\n" in text else "\n")
    return _saved(path, BOM * path.read_bytes().startswith(BOM) + cut.encode(), name, content.report)


BOM = b"\xef\xbb\xbf"


def _round_trip(text: str) -> Any:
    """ruamel.yaml, which keeps comments and quotes, with the indentation that the file uses."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes, yaml.width = True, 100_000
    wide = next((len(found[1]) for found in re.finditer(r"^( +)\S", text, re.MULTILINE)), 2)
    yaml.indent(mapping=wide, sequence=wide + 2, offset=wide)
    return yaml


def without_lines(text: str, way: tuple[str, ...]) -> str | None:
    """The text without the lines of a field that stands on lines of its own, all others as they are; None for one inside braces."""
    holder = _round_trip(text).load(text)
    for step in way[:-1]:
        holder = holder[step]
    if holder.fa.flow_style():
        return None
    start, column = holder.lc.key(way[-1])
    lines = text.split("\n")
    end = start + 1
    while end < len(lines) and (_indent(lines[end]) > column or _is_aside(lines[end])):
        end += 1
    while end > start + 1 and _is_aside(lines[end - 1]) and _indent(lines[end - 1]) <= column:
        end -= 1
    return "\n".join([*lines[:start], *lines[end:]])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_aside(line: str) -> bool:
    """Whether a line is empty or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def _saved(path: Path, text: bytes, name: str, report: Report) -> bool:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(text)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        report.error("cannot-write", Place(name), reason=error.strerror or "")
        return False
    return True


def _cut(file: Any, way: tuple[str, ...]) -> int:
    """Takes the end of the way out, and what is empty then – an edit of which only its reason is left, too.

    Gives how many steps of the way lead to what was taken out; -1 where the way leads nowhere.
    """
    nodes = [file]
    for step in way[:-1]:
        if step not in nodes[-1]:
            return -1
        nodes.append(nodes[-1][step])
    for depth in reversed(range(len(way))):
        nodes[depth].pop(way[depth], None)
        if any(key not in ("reason", "acknowledge") for key in nodes[depth]):
            return depth
    return 0


def _put(file: Any, way: tuple[str, ...], lines: list[str]) -> int:
    """Sets the text at the end of the way: its lines in the order in which it has them; -1 where the way leads nowhere."""
    node = file
    for step in way[:-1]:
        if step not in node:
            return -1
        node = node[step]
    rest = iter(lines)
    node[way[-1]] = _filled(node[way[-1]], rest, lines)
    return 0


def _filled(value: Any, rest: Iterator[str], lines: list[str]) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, dict):
        for key in value:
            value[key] = _filled(value[key], rest, [])
        return value
    if isinstance(value, list):
        new = [DoubleQuotedScalarString(line) for line in (lines or [next(rest) for _ in value])]
        value[:] = new
        return value
    return DoubleQuotedScalarString(next(rest))
