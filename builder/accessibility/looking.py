"""Files and packs → what would keep somebody from reading them."""

from __future__ import annotations

from pathlib import Path

from builder.accessibility import paper, rules, web
from builder.accessibility.deck import BROKEN, deck
from builder.accessibility.seen import Finding
from builder.model.report import Problem, Report, Severity

DECKS = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm", ".ppt", ".pps", ".pot")
PAGES = (".html", ".htm", ".xhtml")
KINDS = (*DECKS, *PAGES, ".pdf")


def looked_at(paths: tuple[Path, ...], unclear: frozenset[str]) -> tuple[list[Finding], int]:
    """What was found in the files and in the packs – folders – named, and how many files were looked at."""
    found: list[Finding] = []
    count = 0
    for path in paths:
        files = _files(path)
        if not files:
            found.append(Finding(str(path), 0, Severity.ERROR, "nothing-to-read"))
        for file in files:
            name = path.name if file == path else f"{path.name}/{file.relative_to(path).as_posix()}"
            found += sorted((each._replace(file=name) for each in _of_file(file, unclear)), key=lambda each: each.page)
            count += 1
    return found, count


def kinds(paths: tuple[Path, ...]) -> set[str]:
    """What is looked at: `pdf`, `page`, `deck`."""
    endings = {file.suffix.lower() for path in paths for file in _files(path)}
    return {"pdf" if ending == ".pdf" else "page" if ending in PAGES else "deck" for ending in endings}


def _files(path: Path) -> list[Path]:
    """The decks, web pages and PDFs in a folder and below it – none that an open program keeps beside them –, or the file itself."""
    if not path.is_dir():
        return [path] if path.suffix.lower() in KINDS else []
    inside = (each for each in path.rglob("*") if each.suffix.lower() in KINDS and not each.name.startswith(("~$", ".")))
    return sorted(each for each in inside if each.is_file())


def _of_file(file: Path, unclear: frozenset[str]) -> list[Finding]:
    if file.suffix.lower() in PAGES:
        return web.findings(file, unclear)
    if file.suffix.lower() not in DECKS:
        return paper.findings(file)
    report = Report()
    read = deck(file, report)
    try:
        return rules.findings(file.name, read, unclear) if read else [_told(each) for each in report.sorted()]
    except BROKEN:  # a theme, a layout or a value that no program writes
        return [Finding(file.name, 0, Severity.ERROR, "deck-broken")]


def _told(problem: Problem) -> Finding:
    """A file that cannot be read, as a finding."""
    return Finding(problem.place.file if problem.place else "", 0, problem.severity, problem.code, values=problem.values)
