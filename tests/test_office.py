"""Decks as LibreOffice draws them: the same lines at the same places, nothing outside its slide.

A run draws a few decks and takes others at each commit; WORKSHOP_DRAW_ALL draws all.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from builder.model.page import Text
from builder.render import pptx
from builder.typeset.deck import deck_theme
from tests.conftest import EVERYTHING, Combination, drawn
from tests.tools import needs, our_fonts, run

HOW_MANY = 4


def sample() -> list[Combination]:
    """The decks of this run: neighbours in the list differ in language or country, and every commit starts elsewhere."""
    if os.environ.get("WORKSHOP_DRAW_ALL"):
        return EVERYTHING
    words = ["git", "rev-parse", "HEAD"]
    head = subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip() if shutil.which("git") else ""
    start = int(head[:8] or "0", 16) % len(EVERYTHING)
    step = 5  # prime to the number of combinations: audiences, languages and countries all change
    return [EVERYTHING[(start + number * step) % len(EVERYTHING)] for number in range(HOW_MANY)]


def lines_drawn(deck: Path, folder: Path) -> list[list[tuple[float, float, float, str]]]:
    """For each slide the lines LibreOffice drew: left, right, baseline side (all in points), text."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, deck, FONTCONFIG_FILE=our_fonts(folder))
    run("pdftotext", "-bbox-layout", folder / "deck.pdf", folder / "deck.html")
    text = re.sub(r"<!DOCTYPE[^>]*>|&#x?[0-9a-f]+;", "", (folder / "deck.html").read_text("utf-8", "replace"))
    tree = ElementTree.fromstring(text)
    space = "{http://www.w3.org/1999/xhtml}"
    slides = []
    for page in tree.iter(f"{space}page"):
        scale = 960 / float(page.get("width", "960"))
        words = list(page.iter(f"{space}word"))
        slides.append(
            [
                (float(w.get("xMin", "0")) * scale, float(w.get("xMax", "0")) * scale, float(w.get("yMax", "0")) * scale, w.text or "")
                for w in words
            ]
        )
    return slides


@pytest.mark.office
@needs("soffice", "pdftotext")
@pytest.mark.parametrize("wanted", sample(), ids=lambda wanted: wanted.name)
def test_libreoffice_draws_what_was_measured(wanted, tmp_path):
    made = drawn(wanted)
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(pptx.render(made.pages["slides"], deck_theme(made.look)))
    slides = lines_drawn(deck, tmp_path)
    pages = made.pages["slides"].pages
    assert len(slides) == len(pages)
    agreed = found = 0
    for page, words in zip(pages, slides, strict=True):
        for left, right, bottom, text in words:
            assert left >= -1, (page.id, text)
            assert right <= 961, (page.id, text)
            assert bottom <= 545, (page.id, text)
        for last in (line for item in page.items if isinstance(item, Text) for p in item.paragraphs for line in p.lines):
            word = "".join(r.text for r in last.runs).split()[-1:]
            near = [
                w for w in words if word and w[3] == word[0] and abs(w[1] - (last.x + last.width)) < 12 and abs(w[2] - last.baseline) < 24
            ]
            found += 1
            agreed += bool(near)
    assert agreed / found > 0.95, f"{agreed} of {found} lines end where they were measured"
