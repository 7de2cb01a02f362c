"""Files → raw trees in which every key and value knows its file, line, column and address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from builder.model.direction import turning
from builder.model.report import Report
from builder.model.source import Fields, Items, Place, Raw, Word

MOST_BYTES = 1_000_000
_FLAT_LISTS = {"blocks", "at_home", "booster", "parts", "slots"}
"""Lists whose items are addressed without the list's name: ids are unique in the whole file."""

_SAFE_TAGS = re.compile(r"tag:yaml\.org,2002:(str|int|float|bool|null|timestamp|seq|map|merge|value)")


def read_yaml(path: Path, name: str, report: Report, address: str = "") -> Fields | None:
    """The file's tree, or None with the reason in the report. `name` is how problems call the file."""
    text = read_text(path, name, report)
    if text is None:
        return None
    try:
        root = yaml.compose(text, Loader=_loader())
    except yaml.YAMLError as error:
        _report_syntax(error, text, name, report)
        return None
    except RecursionError:
        report.error("yaml-too-deep", Place(name))
        return None
    try:
        tree = _Reader(name, text.splitlines(), report).read(root, address) if root else None
    except RecursionError:
        report.error("yaml-too-deep", Place(name))
        return None
    if isinstance(tree, Fields):
        return tree
    report.error("not-fields", Place(name, 1, 1))
    return None


def read_text(path: Path, name: str, report: Report) -> str | None:
    """The file as text – a byte order mark and Windows line ends are fine – or None with the reason told."""
    try:
        if not path.is_file():
            report.error("cannot-read", Place(name), reason="–")
            return None
        if path.stat().st_size > MOST_BYTES:
            report.error("file-too-large", Place(name), most=f"{MOST_BYTES:,}")
            return None
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        report.error("not-utf8", Place(name, line, 1))
    except OSError as error:
        report.error("cannot-read", Place(name), reason=error.strerror or "")
    return None


def _loader() -> Any:
    """The C composer where PyYAML was built with it; the same trees either way."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Reader:
    """Turns composed nodes into raw trees, telling what YAML would do behind the author's back."""

    def __init__(self, name: str, lines: list[str], report: Report) -> None:
        self.name, self.lines, self.report = name, lines, report
        self.seen: set[int] = set()

    def read(self, node: yaml.Node, address: str) -> Raw:
        place = self.place(node.start_mark)
        if id(node) in self.seen:
            self.report.error("yaml-alias", place)
            return Word.at("", place, address)
        self.seen.add(id(node))
        if node.tag and not _SAFE_TAGS.fullmatch(node.tag):
            self.report.error("yaml-tag", place, tag=node.tag)
        if isinstance(node, yaml.MappingNode):
            return self.fields(node, place, address)
        if isinstance(node, yaml.SequenceNode):
            return self.items(node, place, address)
        assert isinstance(node, yaml.ScalarNode)
        return self.word(node, place, address)

    def place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + 1, mark.column + 1)

    def word(self, node: yaml.ScalarNode, place: Place, address: str) -> Word:
        if not node.style:
            self.tell_cut_hash(node)
        hidden = turning(node.value)
        if hidden:
            self.report.error("hidden-direction", place, character=hidden)
        return Word.at("" if node.value == "~" and not node.style else node.value, place, address)

    def tell_cut_hash(self, node: yaml.ScalarNode) -> None:
        """`Call #147` without quotes loses its number to a comment."""
        end = node.end_mark
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if node.value and re.match(r"\s*#\S", line[end.column :]) and line[end.column - 1 : end.column + 1] != "\n":
            self.report.error("yaml-cut-by-hash", self.place(end), kept=node.value)

    def items(self, node: yaml.SequenceNode, place: Place, address: str) -> Items:
        items = Items()
        items.place, items.address = place, address
        for child in node.value:
            items.append(self.read(child, self.item_address(child, address)))
        return items

    def item_address(self, child: yaml.Node, address: str) -> str:
        """An item with an id is addressed by it; the names of the flat lists are left out."""
        own = next((value.value for key, value in _pairs(child) if key.value == "id"), "")
        parent, _, last = address.rpartition("/")
        return f"{parent if last in _FLAT_LISTS and parent else address}/{own}" if own else address

    def fields(self, node: yaml.MappingNode, place: Place, address: str) -> Fields:
        fields = Fields()
        fields.place, fields.address, fields.keys_at = place, address, {}
        for key_node, value_node in node.value:
            key_place = self.place(key_node.start_mark)
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key is None:
                self.report.error("yaml-odd-key", key_place)
            elif key in fields:
                self.report.error("duplicate-key", key_place, key=key, first=fields.keys_at[key].line)
            else:
                fields.keys_at[key] = key_place
                fields[key] = self.read(value_node, f"{address}/{key}" if address else key)
        return fields


def _pairs(node: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, yaml.ScalarNode]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
                yield key, value


def _report_syntax(error: yaml.YAMLError, text: str, name: str, report: Report) -> None:
    """What stopped the parser, in the words of somebody who wrote a lesson."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "flow" in str(getattr(error, "context", "")):
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        report.error("yaml-unreadable", Place(name))
        return
    lines = text.splitlines() or [""]
    number, column = min(mark.line, len(lines) - 1), mark.column
    what = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    braces = _open_brace(lines[: number + 1]) if "flow" in what else None
    if braces:
        number, column = braces
    code = "yaml-braces" if braces else _syntax_code(what, lines[number], lines, number)
    report.error(code, Place(name, number + 1, column + 1))


def _open_brace(lines: list[str]) -> tuple[int, int] | None:
    """The last line – and its column – whose braces do not close, what follows a # left out."""
    for number, line in reversed(list(enumerate(lines))):
        bare = re.sub(r"\"(\\.|[^\"])*\"|'[^']*'", '""', line)
        bare = re.sub(r"(^|\s)#.*", "", bare)
        if "{" in bare and not re.search(r"(:|-)\s+\{[a-z]+\.[a-z0-9.]+\}", line):
            closed = bare.count("{") == bare.count("}")
            return (number, line.index("{")) if not closed or re.search(r'"\s+\w+:', bare) else None
    return None


def _syntax_code(problem: str, line: str, lines: list[str], number: int) -> str:
    """The first of the usual slips that fits what the parser says and what stands there."""
    near = lines[max(0, number - 1) : number + 1]
    slips = (
        ("yaml-backslash", "escape" in problem or "hexdecimal" in problem),
        ("yaml-tab", any("\t" in each[: len(each) - len(each.lstrip())] for each in near)),
        ("yaml-placeholder-first", _any(r"(:|-)\s+\{[a-z]+\.[a-z0-9.]+\}", near)),
        ("yaml-star-first", _any(r"(:|-)\s+\*", near)),
        ("yaml-quotes", _any(r"(:|-)\s+[\"'][^\"']*$|[\"'][^\"']+[\"']\s*\w", near)),
        ("yaml-colon", line.count(": ") > 1),
    )
    return next((code for code, fits in slips if fits), "yaml-unreadable")


def _any(pattern: str, lines: list[str]) -> bool:
    return any(re.search(pattern, line) for line in lines)
