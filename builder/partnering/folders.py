"""Partners named on the command line → their folders."""

from __future__ import annotations

from pathlib import Path

from builder.library import Library
from builder.model.report import Report
from builder.model.source import Place
from builder.validate.fields import near

FILE = "partner.yaml"


def folders(words: str, library: Library, report: Report) -> tuple[Path, ...]:
    """The folder of each partner, named by its id – a folder in `workshops/partners` – or by a path; unknown ones are in the report."""
    known, found = library.known_partners(), []
    for name in (word.strip() for word in words.split(",") if word.strip()):
        path = known.get(name) or Path(name)
        if path.name == FILE:
            path = path.parent
        if path.is_dir() and (path / FILE).is_file():
            found.append(path.resolve())
        elif path.is_dir():
            report.error("no-partner-file", Place(str(path)), file=FILE)
        else:
            report.error("unknown-partner", None, name=name, all=", ".join(known) or "–", near=near(name, list(known)))
    names = [path.name for path in found]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            report.error("partner-twice", None, name=name)
    return tuple(found)
