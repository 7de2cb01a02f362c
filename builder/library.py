"""Where content lies: what came with the builder, and workspaces that add to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from builder.model.report import Report
from builder.model.source import Place


def installed() -> Path:
    """The folder with `workshops/` and `assets/`: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    return package if (package / "workshops").is_dir() else package.parent


@dataclass(frozen=True, slots=True)
class Library:
    """Roots with `workshops/` and `assets/`, the installed one first, and the folders of the partners that were asked for.

    `partners` holds id → folder. A partner's folder is small: what a root has in `workshops/` lies in it directly, its pictures in
    `illustrations/`.
    """

    roots: tuple[Path, ...]
    partners: dict[str, Path] = field(default_factory=dict)

    def name_of(self, path: Path) -> str:
        """How problems call a file: from its root, or from the folder one works in; a partner's file with its folder's name."""
        for folder in self.partners.values():
            if path.is_relative_to(folder):
                near = path if path.is_relative_to(Path.cwd()) else None
                return (near.relative_to(Path.cwd()) if near else Path(folder.name) / path.relative_to(folder)).as_posix()
        for root in (*self.roots, Path.cwd()):
            if path.is_relative_to(root):
                return path.relative_to(root).as_posix()
        return path.as_posix()

    def known_partners(self) -> dict[str, Path]:
        """Partner id → its folder, of those that lie in a root."""
        return {path.parent.name: path.parent for root in self.roots for path in sorted(root.glob("workshops/partners/*/partner.yaml"))}

    def partner_of(self, path: Path) -> str:
        """The id of the partner whose folder a file lies in; nothing for the content's own."""
        return next((name for name, folder in self.partners.items() if path.is_relative_to(folder)), "")

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
        places = [
            *((root, "assets/illustrations/*.yaml") for root in self.roots),
            *((each, "illustrations/*.yaml") for each in self.partners.values()),
        ]
        return {path.stem: path for root, pattern in places for path in sorted(root.glob(pattern))}

    def catalogues(self, layer: str, names: set[str], ending: str = ".po") -> Iterator[tuple[str, Path]]:
        """The translation files of one layer (`es`, `es@vos`) for the files named – or what lies beside them: (name, path).

        The layer of a partner, `es@plan-vida`, is the folder `locale/es` of the partner.
        """
        tag, _, last = layer.rpartition("@")
        own = [self.partners[last] / "locale" / tag] if tag and last in self.partners else []
        for folder in own or [root / "workshops" / "locale" / layer for root in self.roots]:
            for name in sorted(names):
                path = folder / f"{name}{ending}"
                if path.is_file():
                    yield name, path

    def home(self, tag: str) -> Path:
        """Where the translation files of the topmost layer lie: the last partner's, else the last root's."""
        last = next(reversed(self.partners.values()), None)
        return last / "locale" / tag if last else self.roots[-1] / "workshops" / "locale" / tag

    def homes(self, tag: str) -> list[Path]:
        """Where translation files of a language or layer are looked for, the topmost first – a partner's only where there is one."""
        return [self.home(tag)] if self.partners else [root / "workshops" / "locale" / tag for root in reversed(self.roots)]

    def wordings(self) -> list[str]:
        """The names of the files with the fixed wording of documents, `documents` first."""
        found = [path.stem for path in sorted(self.one("workshops/wording").glob("*.yaml"))]
        return sorted(set(found) - {"commands", "problems", "safeguarding"}, key=lambda name: (name != "documents", name))

    def one(self, path: str) -> Path:
        """A file that exists once, such as `workshops/topics.yaml`."""
        return self.roots[0] / path

    def _ids(self, pattern: str, report: Report | None, id_of: object = None) -> dict[str, Path]:
        found: dict[str, Path] = {}
        places = [
            *((root, pattern) for root in self.roots),
            *((each, pattern.removeprefix("workshops/")) for each in self.partners.values()),
        ]
        for root, below in places:
            for path in sorted(root.glob(below)):
                name = id_of(path) if callable(id_of) else path.stem
                if name in found and report:
                    first = self.name_of(found[name])
                    report.error("id-clash", Place(self.name_of(path)), id=name, first=first)
                found.setdefault(name, path)
        return found
