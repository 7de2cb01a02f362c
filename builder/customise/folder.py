"""The files of a partner's folder, read with suspicion: nothing outside it, no links, nothing ignored in silence."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from builder.model.report import Report
from builder.model.source import Place, Word

MOST_ENTRIES = 5_000
KNOWN_FILES = {"partner.yaml", "partner.lock", "partner.schema.json", "theme.yaml"}
KNOWN_FOLDERS = {"modules", "plans", "collections", "programmes", "countries", "locale", "illustrations", "fonts"}
_READ_BY_PEOPLE = re.compile(r"(README|LICEN[CS]E).*|.*\.(md|txt|png|jpe?g)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")


def inside(folder: Path, word: Word, report: Report) -> Path | None:
    """The regular file of this name in the folder, reached without a link; None with the reason told at the word."""
    steps = _steps(word, report)
    if steps is None:
        return None
    path, kind = folder, stat.S_IFDIR
    try:
        for step in steps:
            path = path / step
            kind = path.lstat().st_mode
            if stat.S_ISLNK(kind):
                report.error("path-link", word.place, found=_short(word), link=_short(path.name))
                return None
    except (OSError, ValueError):  # not there, a name too long, a zero byte in it
        report.error("path-missing", word.place, found=_short(word), near=_near(folder, word[:200]))
        return None
    if not stat.S_ISREG(kind):
        report.error("path-not-a-file", word.place, found=_short(word))
        return None
    return path


def _short(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:79]}…"


def _steps(word: Word, report: Report) -> list[str] | None:
    """The steps from the folder to the file, `..` resolved; none when they lead out of it."""
    if _ABSOLUTE.match(word):
        report.error("path-absolute", word.place, found=_short(word))
        return None
    steps: list[str] = []
    for step in re.split(r"[/\\]", word):
        if step == ".." and not steps:
            report.error("path-climbs", word.place, found=_short(word))
            return None
        if step == "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return steps


def clean(folder: Path, name: str, report: Report) -> None:
    """Tells of links, of a folder too large, and of what stands in it but is read by nothing. `name` is what problems call it."""
    for count, path in enumerate(_everything(folder), 1):
        here = f"{name}/{path.relative_to(folder).as_posix()}"
        if count > MOST_ENTRIES:
            report.error("folder-too-large", Place(name), most=f"{MOST_ENTRIES:,}")
            return
        if path.is_symlink():
            report.error("path-link", Place(here), found=path.name, link=path.name)
        elif path.parent == folder and not _is_known(path):
            known = sorted(KNOWN_FOLDERS if path.is_dir() else KNOWN_FILES)
            report.warning("file-not-read", Place(here), found=path.name, near=next(iter(get_close_matches(path.name, known, 1, 0.6)), ""))


def _everything(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders.sort()
        yield from (Path(root) / each for each in sorted((*folders, *files)))


def _is_known(path: Path) -> bool:
    if path.name.startswith("."):
        return True
    return path.name in KNOWN_FOLDERS if path.is_dir() else path.name in KNOWN_FILES or bool(_READ_BY_PEOPLE.fullmatch(path.name))


def _near(folder: Path, word: str) -> str:
    """The file of the folder whose name is most like this one."""
    names = []
    for count, path in enumerate(_everything(folder)):
        if count > MOST_ENTRIES:
            break
        names.append(path.relative_to(folder).as_posix())
    by_small = {name.lower(): name for name in names}
    return by_small.get(next(iter(get_close_matches(word.lower(), list(by_small), 1, 0.6)), ""), "")
