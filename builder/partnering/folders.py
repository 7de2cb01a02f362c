"""Partners named on the command line → their folders."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from builder.customise.folder import meant_as
from builder.library import Library
from builder.load import read_yaml
from builder.model.report import Report
from builder.model.source import Place
from builder.validate.fields import near

FILE = "partner.yaml"


def folders(words: str, library: Library, report: Report) -> dict[str, Path]:
    """Partner id → folder, of partners named by id – a folder in `workshops/partners` – or by path; unknown ones are in the report."""
    known = library.known_partners()
    found: dict[str, Path] = {}
    for name in (word.strip() for word in words.split(",") if word.strip()):
        path = known.get(name) or Path(name)
        if path.name == FILE:
            path = path.parent
        try:
            there = (path / FILE).is_file()
        except (OSError, ValueError) as error:
            report.error("cannot-read", Place(name[:80]), reason=getattr(error, "strerror", "") or "–")
            continue
        if not there:
            _tell(name, path, known, report)
            continue
        own = _id_of(path)
        if own in found:
            report.error("partner-twice", Place(str(path / FILE)), name=own, first=found[own])
        found[own] = path.resolve()
    return found


def _tell(name: str, path: Path, known: Mapping[str, Path], report: Report) -> None:
    if path.is_dir():
        report.error("no-partner-file", Place(str(path)), file=FILE, found=meant_as(FILE, path) or "–")
    elif path.suffix.lower() == ".zip":
        report.error("partner-zipped", Place(str(path)))
    else:
        report.error("unknown-partner", None, name=name, near=near(name, list(known)))


def _id_of(folder: Path) -> str:
    """The id that a partner's file gives itself; the folder's name where it gives none – then the file is told to be wrong."""
    raw = read_yaml(folder / FILE, FILE, Report())
    return str((raw.get("id") if raw else "") or folder.resolve().name)
