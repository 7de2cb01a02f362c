"""A partner's brand, read, held against the theme and made ready: files → rows → colours checked → logos and typefaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from builder import load
from builder.customise.brand import Shelf
from builder.customise.brand import brand as made
from builder.customise.folder import inside
from builder.customise.images import shades
from builder.model.partner import PLAIN, Brand, Image
from builder.model.report import Report
from builder.model.source import Fields, Word
from builder.validate.colours import check_colours, replaced
from builder.validate.contrast import ratio
from builder.validate.partner_brand import BrandRows, brand_rows
from builder.validate.theme import numbers, palette
from builder.wording import say

LEAST_OF_LOGOS = 1.8
"""The least mean contrast of a mark with its ground."""
LIGHT, DARK = ("paper", "cream"), ("deep", "help")


@dataclass(slots=True)
class Branding:
    """Where a brand comes from: the partner's folder, what problems call it, the theme's file; `inputs` are the files read.

    With `every` each pair of colours that cannot be read is told, not the worst alone.
    """

    folder: Path
    name: str
    theme: Fields
    report: Report
    languages: Iterable[str] = ()
    inputs: set[Path] = field(default_factory=set)
    every: bool = False

    def brand(self, raw: Fields, partner: str) -> Brand:
        """The brand of a raw `brand:` mapping; `partner` is what the partner is called. What is wrong is in the report."""
        rows = brand_rows(raw, self.report, self.languages)
        if rows is None:
            return PLAIN
        rows = rows.over(self._themed(rows.theme)) if rows.theme else rows
        check_colours(self.theme, rows, self.report, every=self.every)
        shelf = Shelf(self.folder, self.inputs, self.report)
        found = made(rows, partner, shelf)
        self._tell_pale(rows, shelf)
        return found

    def _tell_pale(self, rows: BrandRows, shelf: Shelf) -> None:
        """A mark that can hardly be seen on the grounds it stands on."""
        for logo in (rows.logo, *rows.co_brands):
            for word, kind, grounds in ((logo.light, "light", LIGHT), (logo.dark, "dark", DARK)) if logo else ():
                image = shelf.images.get(word) if word else None
                least = min(self._contrasts(image, rows, grounds)) if image else LEAST_OF_LOGOS
                if word and least < LEAST_OF_LOGOS:
                    values = {"ground": say(f"ground-{kind}"), "ratio": f"{int(least * 100) / 100:.2f}", "least": f"{LEAST_OF_LOGOS:g}"}
                    self.report.warning("logo-pale", word.place, found=word, **values)

    def _contrasts(self, image: Image, rows: BrandRows, grounds: Iterable[str]) -> Iterator[float]:
        """The mean contrast of what is seen of a mark with each ground of each family."""
        tokens, colours = numbers(self.theme), shades(image)
        for family in tokens["colours"]["families"]:
            found = palette(tokens, family, replaced(rows.colours, family))
            for ground in {found[role] for role in grounds}:
                yield sum(share * ratio(colour, ground) for colour, share in colours.items())

    def _themed(self, word: Word) -> BrandRows:
        """What the theme file of the brand says; its files lie beside it."""
        path = inside(self.folder, word, self.report)
        nothing = BrandRows(word.place)
        if path is None:
            return nothing
        self.inputs.add(path)
        here = path.relative_to(self.folder)
        raw = load.read_yaml(path, f"{self.name}/{here.as_posix()}", self.report)
        rows = brand_rows(raw, self.report, self.languages) if raw else None
        if rows and rows.theme:
            self.report.error("unknown-field", rows.theme.place, field="theme", near="")
        where = here.parent.as_posix()
        return rows.files(lambda each: each if where == "." else _beside(where, each)) if rows else nothing


def _beside(where: str, word: Word) -> Word:
    """The name of a file as the folder above knows it; what leads away stays as it is written, and is refused."""
    return word if word.startswith(("/", "\\")) or word[1:2] == ":" else Word.at(f"{where}/{word}", word.place)
