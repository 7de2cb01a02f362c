"""Text boxes by chance – real texts, widths, sizes, faces – in one deck, and the lines LibreOffice draws in each."""

import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import polib
import pypdfium2
import pypdfium2.raw as pdfium

from builder.library import installed
from builder.model.look import BODY_PITCH, HEADING_PITCH, Look, Style
from builder.model.page import Align, Box, Page, Pages, Text
from builder.model.voice import Said
from builder.render import pptx
from builder.typeset.deck import deck_theme
from builder.typeset.measure import Ruler
from builder.typeset.sketch import Desk, Sketch, Spoken
from tests.tools import our_fonts, run

LANGUAGES = ("en", "es", "fr", "rw", "gn", "ar", "vi")
HERE = Path(__file__).parent
WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 20.0
SHORTEST = 12
"""Labels of a word or two are never broken."""


class Case(NamedTuple):
    """A text box: what it says, how it is set, as it was measured."""

    language: str
    said: str
    style: Style
    box: Text

    @property
    def lines(self) -> list[str]:
        """The lines as we broke them."""
        paragraph = self.box.paragraphs[0]
        return ["".join(run.text for run in line.runs) for line in paragraph.lines]

    @property
    def first(self) -> float:
        """Where the first baseline was measured."""
        return self.box.paragraphs[0].lines[0].baseline


@cache
def texts(language: str) -> tuple[str, ...]:
    """Real texts of a language, in a fixed order: those kept in `texts/`, and those of the lessons."""
    kept = HERE / "texts" / f"{language}.txt"
    found = dict.fromkeys(kept.read_text("utf-8").splitlines() if kept.is_file() else ())
    folder = installed() / "workshops" / "locale" / ("es" if language == "en" else language)
    for path in sorted(folder.glob("*.po")):
        if path.stem in ("commands", "problems"):
            continue
        for entry in polib.pofile(str(path)):
            text = entry.msgid if language == "en" else entry.msgstr
            found |= dict.fromkeys(line for line in text.splitlines() if len(line) >= SHORTEST and "{" not in line)
    return tuple(found)


def cases(count: int, look: Look, seed: int = 1) -> Iterator[Case]:
    """So many boxes, languages in turn; every word is narrower than its box and every text lower than a slide."""
    chance, desk = random.Random(seed), Desk(look, Ruler(look.faces), {})
    for number in range(count):
        language = LANGUAGES[number % len(LANGUAGES)]
        made = None
        while made is None:
            made = _case(language, chance, desk)
        yield made


def _case(language: str, chance: random.Random, desk: Desk) -> Case | None:
    said = chance.choice(texts(language))
    heading = chance.random() < 0.25
    size = chance.randrange(24, 81) / 2
    pitch = round(size * HEADING_PITCH) if heading else round(size * BODY_PITCH, 1)
    style = Style("heading" if heading else "body", size, pitch, desk.look.colours["ink"], chance.choice((Align.START, Align.CENTRE)))
    return boxed(language, said, style, chance.uniform(120, WIDTH - 2 * MARGIN), desk)


def boxed(language: str, said: str, style: Style, width: float, desk: Desk) -> Case | None:
    """A text in a box so wide; None where a slide does not hold it."""
    sketch = Sketch(desk)
    height = sketch.text(Box(MARGIN, MARGIN, round(width, 1), HEIGHT), Spoken(Said(said, language), style), spare=0)
    if height > HEIGHT - 2 * MARGIN - style.pitch or sketch.overflows:
        return None
    box = sketch.items[0]
    assert isinstance(box, Text)
    return Case(language, said, style, box)


def deck(made: Sequence[Case], look: Look) -> bytes:
    """A deck with a box on each slide."""
    pages = [Page(f"box/{number}", WIDTH, HEIGHT, (case.box,), "", case.language) for number, case in enumerate(made)]
    return pptx.render(Pages("slides", "Boxes", "en", tuple(pages)), deck_theme(look))


def as_pdf(content: bytes, folder: Path, fonts: str = "") -> Path:
    """The PDF that LibreOffice makes of a deck, with our typefaces or with those of another fontconfig file."""
    path = folder / "deck.pptx"
    path.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    words = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path)
    run(*words, FONTCONFIG_FILE=fonts or our_fonts(folder))
    return path.with_suffix(".pdf")


def drawn_lines(path: Path, made: Sequence[Case]) -> list[dict[int, str]]:
    """For each box the lines that were drawn in it: their number from the top, by the baselines, and what is written there."""
    document = pypdfium2.PdfDocument(path)
    assert len(document) == len(made)
    found = [_lines(document[number], case) for number, case in enumerate(made)]
    document.close()
    return found


def _lines(page: pypdfium2.PdfPage, case: Case) -> dict[int, str]:
    textpage = page.get_textpage()
    scale = HEIGHT / page.get_height()
    lines: dict[int, str] = {}
    for number in range(pdfium.FPDFPage_CountObjects(page.raw)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, number)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        text = text_of(drawn, textpage)
        if text.strip():
            baseline = HEIGHT - _baseline(drawn) * scale
            at = round((baseline - case.first) / case.style.pitch)
            lines[at] = lines.get(at, "") + text
    textpage.close()
    return lines


def _baseline(drawn: object) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
    return float(matrix.f)


def text_of(drawn: object, textpage: pypdfium2.PdfTextPage) -> str:
    """What is written by a text object of a page."""
    length = pdfium.FPDFTextObj_GetText(drawn, textpage.raw, None, 0)
    buffer = (pdfium.FPDF_WCHAR * max(1, length // 2))()
    pdfium.FPDFTextObj_GetText(drawn, textpage.raw, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
