"""Where content lies: what came with the builder, and workspaces that add to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.model.report import Report
from builder.model.source import Place


def installed() -> Path:
    """The folder with `workshops/` and `assets/`: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    return package if (package / "workshops").is_dir() else package.parent


@dataclass(frozen=True, slots=True)
class Library:
    """Roots with `workshops/` and `assets/`, the installed one first."""

    roots: tuple[Path, ...]

    def name_of(self, path: Path) -> str:
        """How problems call a file: from its root, or from the folder one works in."""
        for root in (*self.roots, Path.cwd()):
            if path.is_relative_to(root):
                return path.relative_to(root).as_posix()
        return path.as_posix()

    def modules(self, report: Report | None = None) -> dict[str, Path]:
        """Module id → its file."""
        return self._ids("workshops/modules/*/module.yaml", report, lambda path: path.parent.name)

    def collections(self, report: Report | None = None) -> dict[str, Path]:
        """Collection id → its file."""
        return self._ids("workshops/collections/*.yaml", report)

    def plans(self, report: Report | None = None) -> dict[str, Path]:
        """Plan id → its file."""
        return self._ids("workshops/plans/*.yaml", report)

    def programmes(self, report: Report | None = None) -> dict[str, Path]:
        """Programme id → its file."""
        return self._ids("workshops/programmes/*.yaml", report)

    def countries(self, report: Report | None = None) -> dict[str, Path]:
        """Country code → its file."""
        return self._ids("workshops/countries/*.yaml", report)

    def languages(self, report: Report | None = None) -> dict[str, Path]:
        """Language tag → its description."""
        return self._ids("workshops/locale/*/language.yaml", report, lambda path: path.parent.name)

    def pictures(self) -> dict[str, Path]:
        """Picture key → the scene that draws it; a workspace may replace one."""
        return {path.stem: path for root in self.roots for path in sorted(root.glob("assets/illustrations/*.yaml"))}

    def catalogues(self, layer: str, names: set[str], ending: str = ".po") -> Iterator[tuple[str, Path]]:
        """The translation files of one layer (`es`, `es@vos`) for the files named – or what lies beside them: (name, path)."""
        for root in self.roots:
            for name in sorted(names):
                path = root / "workshops" / "locale" / layer / f"{name}{ending}"
                if path.is_file():
                    yield name, path

    def one(self, path: str) -> Path:
        """A file that exists once, such as `workshops/topics.yaml`."""
        return self.roots[0] / path

    def _ids(self, pattern: str, report: Report | None, id_of: object = None) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for root in self.roots:
            for path in sorted(root.glob(pattern)):
                name = id_of(path) if callable(id_of) else path.stem
                if name in found and report:
                    first = self.name_of(found[name])
                    report.error("id-clash", Place(self.name_of(path)), id=name, first=first)
                found.setdefault(name, path)
        return found
