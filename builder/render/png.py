"""Pages → PNG, drawn from our own PDF (PDFium)."""

from __future__ import annotations

import io

from builder.model.page import Pages
from builder.render import pdf


def render(pages: Pages, width: int = 960, *, grey: bool = False) -> list[bytes]:
    """One PNG a page, `width` pixels wide; `grey` ones are small: 16 levels of grey."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf.render(pages))
    images = []
    for number, page in enumerate(pages.pages):
        bitmap = document[number].render(scale=width / page.width)
        out = io.BytesIO()
        image = bitmap.to_pil()
        (image.convert("L").quantize(16) if grey else image).save(out, "PNG", optimize=grey)
        images.append(out.getvalue())
    document.close()
    return images
