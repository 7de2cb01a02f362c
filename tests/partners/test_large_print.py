"""A partner's brand in large print: its colours made clear, its line on the cover, its credit once, its logos larger."""

from pathlib import Path

from PIL import Image

from builder.model.kinds import DOCUMENTS
from builder.model.look import Look
from builder.model.page import Item, Pages, Picture, Text
from builder.model.report import Report
from builder.pipeline import draw
from builder.request import Request
from builder.validate.contrast import ratio
from tests.conftest import DAY, session_for
from tests.partners.conftest import content_of

BRAND = """brand:
  colours: {deep: "#1F5F8B", soft: "#CFE3F0"}
  footer: "Acme, for every child in every town of the country, since 1971"
  credit: "Adapted by Acme."
"""


def pages(folder: Path) -> tuple[Look, dict[str, Pages]]:
    """The look and the pages of a pack with the partner's brand."""
    content, report = content_of(folder), Report()
    request = Request("children-90-minutes", Path("output"), DAY, "9-12", "es", "PY", edition="large-print", partner="acme")
    made = draw(content, session_for(content, request, report), DOCUMENTS, report)
    assert content.report.errors == []
    assert report.errors == []
    return made.look, made.pages


def lines(each: tuple[Item, ...]) -> list[str]:
    return [" ".join(paragraph.text for paragraph in item.paragraphs) for item in each if isinstance(item, Text)]


def test_a_brand_keeps_the_rules_of_large_print(partner):
    look, made = pages(partner(BRAND))
    for ground in ("soft", "wash", "paper", "white"):
        assert ratio(look.colours["deep"].value, look.colours[ground].value) >= 7
    cover, *slides = made["slides"].pages
    assert any("since 1971" in line for line in lines(cover.items))
    assert not any("since 1971" in line for slide in slides for line in lines(slide.items))
    for name in ("handouts", "guide"):
        told = [line for page in made[name].pages for line in lines(page.items) if "Adapted by Acme." in line]
        assert len(told) == 1, name


def test_logos_stand_at_the_head_of_the_first_page(partner):
    folder = partner(f'{BRAND}  logo: "logo.png"\n')
    Image.new("RGB", (900, 300), "#123456").save(folder / "logo.png")
    _, made = pages(folder)
    for name in ("handouts", "guide"):
        first, *others = made[name].pages
        logo = next(item for item in first.items if isinstance(item, Picture))
        assert logo.box.height >= 24
        assert not any(isinstance(item, Picture) for page in others for item in page.items)
