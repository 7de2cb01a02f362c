"""Outlines of whole documents that a reviewer can read; `pytest --update` writes them anew."""

from pathlib import Path

import pytest

from builder.render import outline
from tests.conftest import Combination, drawn

GOLDENS = Path(__file__).parent / "goldens"
PACKS = [Combination("children-90-minutes", "5-8", "en", "CR"), Combination("children-90-minutes", "13-17", "es", "PY")]


@pytest.mark.parametrize("document", ["slides", "handouts"])
@pytest.mark.parametrize("wanted", PACKS, ids=lambda wanted: wanted.name)
def test_the_document_is_as_it_was(wanted, document, same_as_file):
    same_as_file(GOLDENS / f"{wanted.name}_{document}.txt", outline.render(drawn(wanted).pages[document]) + "\n")
