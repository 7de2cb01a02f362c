"""Pages → PNG, drawn from our own PDF (PDFium)."""

from __future__ import annotations

import io
from collections.abc import Iterable

from PIL import Image

from builder.model.page import Pages
from builder.render import pdf


def coverage(pages: Iterable[Pages]) -> float:
    """How much of the paper is covered with black, as a share: what toner is used for."""
    from PIL import ImageStat

    shares: list[float] = []
    for each in pages:
        for picture in render(each, 600, grey=True):
            with Image.open(io.BytesIO(picture)) as image:
                shares.append(1 - ImageStat.Stat(image.convert("L")).mean[0] / 255)
    return sum(shares) / len(shares) if shares else 0.0


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
