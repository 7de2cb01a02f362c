"""A brand as it is written + the partner's folder → logos, colours and typefaces ready to use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from builder.customise.folder import inside
from builder.customise.fonts import face
from builder.customise.images import image
from builder.model.page import Face
from builder.model.partner import Brand, Image, Logo
from builder.model.report import Report
from builder.model.source import Word

if TYPE_CHECKING:
    from builder.validate.partner_brand import BrandRows, LogoRow


@dataclass(slots=True)
class Shelf:
    """The files of a partner's folder that were read, and what was wrong with them."""

    folder: Path
    inputs: set[Path]
    report: Report
    images: dict[str, Image] = field(default_factory=dict)

    def path(self, word: Word, nameless: str = "path-no-ending") -> Path | None:
        """The file of this name, noted as read."""
        found = inside(self.folder, word, self.report, nameless=nameless)
        if found:
            self.inputs.add(found)
        return found

    def image(self, word: Word | None) -> Image | None:
        """The picture of this name, noted in `images`."""
        path = self.path(word) if word else None
        found = image(path, word, self.report) if path and word else None
        if found and word:
            self.images[word] = found
        return found

    def logo(self, row: LogoRow | None, name: str) -> Logo | None:
        """The mark with both its files."""
        light = self.image(row.light) if row else None
        return Logo(name, light, self.image(row.dark)) if row and light else None

    def faces(self, files: Mapping[str, Word]) -> dict[str, Face]:
        """Key → typeface. A family without an italic face has its bold one stand for emphasis."""
        found: dict[str, Face] = {}
        for key, word in files.items():
            path = self.path(word, "font-no-file")
            made = face(key, path, word, self.report) if path else None
            if made:
                found[key] = made
        if "bold" in found and "body" in found and "emphasis" not in files:
            found["emphasis"] = found["bold"]._replace(key="emphasis")
        return found


def brand(rows: BrandRows, name: str, shelf: Shelf) -> Brand:
    """The brand; whatever is wrong with its files is in the shelf's report. `name` is the partner's."""
    own = shelf.logo(rows.logo, rows.name or name)
    beside = [shelf.logo(row, row.name) for row in rows.co_brands]
    colours: dict[str, dict[str, str]] = {}
    for row in rows.colours:
        colours.setdefault(str(row.family), {})[row.role] = str(row.value)
    faces = shelf.faces(rows.fonts)
    footer, credit = dict(rows.footer), dict(rows.credit)
    logos = tuple(each for each in (own, *beside) if each)
    return Brand(logos, colours, faces, footer, credit, rows.place, tuple(row.name for row in rows.co_brands))
