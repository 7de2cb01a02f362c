"""Problems: what is wrong, where, and with which values; the words stand in `workshops/wording`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from builder.model.source import Place


class Severity(StrEnum):
    """An error stops the build, a warning is told and written to the manifest; a tip makes a finished file better still."""

    ERROR = "error"
    WARNING = "warning"
    TIP = "tip"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an author can mend: its code, its place, and the values its wording needs."""

    code: str
    place: Place | None
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str]:
        """What problems are sorted by: file, line, column, code."""
        place = self.place or Place("")
        return (place.file, place.line, place.column, self.code)


@dataclass(slots=True)
class Report:
    """Everything that a run found, each problem once. `folders` says where the files of partners lie, by their folder's name."""

    problems: list[Problem] = field(default_factory=list)
    folders: dict[str, Path] = field(default_factory=dict)

    def error(self, code: str, at: Place | None, /, **values: object) -> None:
        """Adds an error; it will stop the build."""
        self.add(Problem(code, at, _strings(values)))

    def warning(self, code: str, at: Place | None, /, **values: object) -> None:
        """Adds a warning; the build goes on."""
        self.add(Problem(code, at, _strings(values), Severity.WARNING))

    @property
    def errors(self) -> list[Problem]:
        """The errors, sorted by place."""
        return [problem for problem in self.sorted() if problem.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Problem]:
        """The warnings, sorted by place."""
        return [problem for problem in self.sorted() if problem.severity is Severity.WARNING]

    def sorted(self) -> list[Problem]:
        """All problems by file, line and column."""
        return sorted(self.problems, key=lambda problem: problem.order)

    def stop_on_errors(self) -> None:
        """Raises BuildFailed when there is an error."""
        if any(problem.severity is Severity.ERROR for problem in self.problems):
            raise BuildFailed(self)

    def add(self, problem: Problem) -> None:
        """Adds a problem that another report found; the same one only once."""
        if problem not in self.problems:
            self.problems.append(problem)

    def soften(self, problems: Iterable[Problem]) -> None:
        """Makes warnings of these errors."""
        some = set(problems)
        self.problems = [replace(each, severity=Severity.WARNING) if each in some else each for each in self.problems]


def _strings(values: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in sorted(values.items()))


class BuildFailed(Exception):
    """The content has errors that its author can mend; the report names them all."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{len(report.errors)} errors")
        self.report = report
