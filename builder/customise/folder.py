"""The files of a partner's folder, read with suspicion: nothing outside it, no links, nothing ignored in silence."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from builder.model.report import Report
from builder.model.source import Place, Word

MOST_ENTRIES = 5_000
KNOWN_FILES = {"partner.yaml", "partner.lock", "partner.schema.json", "theme.yaml"}
KNOWN_FOLDERS = {"modules", "plans", "collections", "programmes", "countries", "locale", "illustrations", "fonts"}
WRITTEN = "output"
"""The folder that a build writes, also when it is run inside the partner's folder."""
_READ_BY_PEOPLE = re.compile(r"(README|LICEN[CS]E).*|.*\.(md|(?<!\.yaml\.)(?<!\.yml\.)txt|png|jpe?g|potx|pptx)", re.IGNORECASE)
_WORK = {".yaml", ".yml", ".po"}
"""Endings of files that somebody wrote to be read by the builder."""
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")


def inside(folder: Path, word: Word, report: Report, *, nameless: str = "path-no-ending") -> Path | None:
    """The regular file of this name in the folder, reached without a link; None with the reason told at the word.

    `nameless` is the code for a name that has no ending, as the name of a typeface has none.
    """
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
        _tell_missing(folder, word, nameless, report)
        return None
    if not stat.S_ISREG(kind):
        report.error("path-not-a-file", word.place, found=_short(word))
        return None
    return path


def _tell_missing(folder: Path, word: Word, nameless: str, report: Report) -> None:
    """A file that is not there, with the nearest that is; for a name without an ending the file that has one."""
    names = _names(folder)
    if re.search(r"\.\w{1,5}$", word):
        by_small = {name.lower(): name for name in names}
        near = by_small.get(next(iter(get_close_matches(word[:200].lower(), list(by_small), 1, 0.6)), ""), "")
        report.error("path-missing", word.place, found=_short(word), near=near)
    else:
        wanted = re.split(r"[/\\]", word)[-1].lower()
        near = next((name for name in names if Path(name).stem.lower() == wanted), "")
        report.error(nameless, word.place, found=_short(word), near=near)


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


def meant_as(name: str, folder: Path) -> str:
    """The file of the folder that was probably meant to be called so: `partner.yml`, or `partner.yaml.txt` as Windows saves it."""
    wanted = re.compile(rf"{re.escape(Path(name).stem)}(\.ya?ml)?(\.ya?ml|\.txt)?", re.IGNORECASE)
    found = sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    return next((each for each in found if wanted.fullmatch(each) and each != name), "")


def _everything(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if Path(root) != folder or each != WRITTEN)
        yield from (Path(root) / each for each in sorted((*folders, *files)))


def _is_known(path: Path) -> bool:
    if path.name.startswith("."):
        return True
    if path.is_dir():
        return path.name in KNOWN_FOLDERS or not _holds_work(path)
    return path.name in KNOWN_FILES or bool(_READ_BY_PEOPLE.fullmatch(path.name))


def _holds_work(folder: Path) -> bool:
    """Whether something lies in the folder that would be read elsewhere. A brand's pictures, typefaces, theme may lie anywhere."""
    some = islice(_everything(folder), MOST_ENTRIES)
    return any(path.suffix.lower() in _WORK and path.name != "theme.yaml" for path in some)


def _names(folder: Path) -> list[str]:
    """The names of the files in the folder, seen from it."""
    return [path.relative_to(folder).as_posix() for path in islice(_everything(folder), MOST_ENTRIES) if not path.is_dir()]
