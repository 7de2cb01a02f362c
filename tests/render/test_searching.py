"""What a PDF gives back when somebody searches it or has it read aloud."""

from builder.model.look import Style
from builder.model.page import Box, Colour, Page, Pages, Role
from builder.model.voice import Said
from builder.render import pdf
from builder.typeset.measure import Ruler
from builder.typeset.sketch import Desk, Sketch, Spoken
from tests.conftest import EVERYTHING, drawn
from tests.tools import needs, run


@needs("pdftotext")
def test_a_letter_with_a_combining_mark_does_not_mark_its_plain_sisters(tmp_path):
    look = drawn(EVERYTHING[0]).look
    sketch = Sketch(Desk(look, Ruler(look.faces), {}))
    style = Style("body", 14, 20, Colour("#000000"))
    sketch.text(Box(50, 50, 400, 40), Spoken(Said("Hag̃ua grande g̃ G̃ogue Garra", "gn"), style), Role.PARAGRAPH, spare=0)
    page = Page("one", 595, 842, tuple(sketch.items), "One", "gn", "guide", "")
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf.render(Pages("guide", "One", "gn", (page,), "", "", "2026-01-01")))
    assert run("pdftotext", path, "-").split() == ["Hag̃ua", "grande", "g̃", "G̃ogue", "Garra"]
