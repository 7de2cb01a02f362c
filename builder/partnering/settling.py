"""A change settled: kept as it is on today's text, dropped, or upstream's correction taken into it."""

from __future__ import annotations

import io
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


def _rewritten(content: Content, partner: Partner, change: Change, edit: Callable[[Any], bool]) -> bool:
    """Whether the partner's file was written with the edit – its comments and its other lines as they were."""
    from ruamel.yaml import YAML

    path = folder_of(content, partner) / FILE
    name = content.library.name_of(path)
    text = read_text(path, name, content.report)
    if text is None:
        return False
    yaml = YAML()
    yaml.preserve_quotes, yaml.width = True, 100_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    file = yaml.load(text)
    if not edit(file):
        content.report.error("change-not-found", change.place, change=change.key)
        return False
    made = io.StringIO()
    yaml.dump(file, made)
    return _saved(path, made.getvalue(), name, content.report)


def _saved(path: Path, text: str, name: str, report: Report) -> bool:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        report.error("cannot-write", Place(name), reason=error.strerror or "")
        return False
    return True


def _cut(file: Any, way: tuple[str, ...]) -> bool:
    """Takes the end of the way out, and what is empty then – an edit of which only its reason is left, too."""
    nodes = [file]
    for step in way[:-1]:
        if step not in nodes[-1]:
            return False
        nodes.append(nodes[-1][step])
    for node, step in zip(reversed(nodes), reversed(way), strict=True):
        node.pop(step, None)
        if any(key not in ("reason", "acknowledge") for key in node):
            break
    return True


def _put(file: Any, way: tuple[str, ...], lines: list[str]) -> bool:
    """Sets the text at the end of the way: its lines in the order in which it has them."""
    node = file
    for step in way[:-1]:
        if step not in node:
            return False
        node = node[step]
    rest = iter(lines)
    node[way[-1]] = _filled(node[way[-1]], rest, lines)
    return True


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
