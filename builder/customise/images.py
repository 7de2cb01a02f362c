"""A partner's pictures: PNG or JPEG, looked at before they are decoded, without metadata."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageChops, ImageOps

from builder.model.partner import COVER_LOGO, Image
from builder.model.report import Report
from builder.model.source import Word

MOST_BYTES = 5_000_000
MOST_PIXELS = 40_000_000
LARGEST = 1_200
"""Pixels: what is longer is made smaller."""
CLEAR = (400, 200)
"""Pixels: what is both narrower and lower looks blurred where it is projected or printed."""
MARGIN, FIELD = 0.02, 0.25
"""What stays of a plain border, by the size of what it surrounds: of none and of white, and of the coloured field that a mark stands on."""
ALIKE = 20
"""How far (of 255) the noise of a JPEG makes one colour differ from itself."""
WHITE = 240
SEEN = 16
"""Of 255: fainter than this is not seen."""
_KINDS = (
    (b"GIF8", "GIF"), (b"RIFF", "WebP"), (b"%PDF", "PDF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"<svg", "SVG"),
    (b"<?xml", "SVG"), (b"%!PS", "EPS"), (b"8BPS", "PSD"), (b"\0\0\0", "HEIC"),
)  # fmt: skip
_BROKEN = (
    OSError, SyntaxError, ValueError, struct.error, zlib.error, EOFError, IndexError, KeyError, TypeError, OverflowError, MemoryError,
)  # fmt: skip
"""What Pillow raises for files that are not what they say."""


def image(path: Path, word: Word, report: Report) -> Image | None:
    """The picture ready for slides and paper, or None with the reason told at the word."""
    try:
        if path.stat().st_size > MOST_BYTES:
            report.error("image-too-large", word.place, found=word, most=f"{MOST_BYTES // 1_000_000} MB")
            return None
        content = path.read_bytes()
    except OSError as error:
        report.error("cannot-read", word.place, reason=error.strerror or "")
        return None
    return picture(content, word, report)


def picture(content: bytes, word: Word, report: Report) -> Image | None:
    """The picture of these bytes ready for slides and paper, or None with the reason told at the word."""
    if not content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        kind = next((name for magic, name in _KINDS if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(magic)), "–")
        report.error("image-kind", word.place, found=word, kind=kind)
        return None
    return _read(content, word, report)


def _read(content: bytes, word: Word, report: Report) -> Image | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata, which is thrown away
            with Pillow.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise Pillow.DecompressionBombError
                made = _plain(opened)
    except Pillow.DecompressionBombError:
        report.error("image-too-many-pixels", word.place, found=word, most=f"{MOST_PIXELS // 1_000_000}")
        return None
    except _BROKEN:
        made = None
    if made is None:
        report.error("image-broken", word.place, found=word)
        return None
    found = Image(_saved(made), made.width, made.height, _is_boxed(made))
    if made.width < CLEAR[0] and made.height < CLEAR[1]:
        shown = round(found.within(*COVER_LOGO)[0] / 72 * 25.4)
        report.warning("image-small", word.place, found=word, width=made.width, height=made.height, shown=shown, least=CLEAR[0])
    return found


def _plain(opened: Pillow.Image) -> Pillow.Image | None:
    """The pixels upright, in RGB or with transparency, without a plain border, at most 1,200 pixels long; None when none is seen."""
    upright = ImageOps.exif_transpose(opened)
    if upright.mode.startswith("I"):  # 16 bits a pixel
        upright = upright.convert("I").point(lambda value: value / 256).convert("L")
    has_alpha = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    pixels = upright.convert("RGBA" if has_alpha else "RGB")
    if has_alpha and pixels.getchannel("A").getextrema() == (255, 255):
        pixels = pixels.convert("RGB")
    trimmed = _trimmed(pixels)
    if trimmed is None:
        return None
    pixels = trimmed
    scale = LARGEST / max(pixels.width, pixels.height, LARGEST)
    if scale < 1:
        size = max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale))
        pixels = pixels.resize(size, Pillow.Resampling.LANCZOS)
    pixels.info = {"jpeg": opened.format == "JPEG"}
    return pixels


def _trimmed(pixels: Pillow.Image) -> Pillow.Image | None:
    """The pixels without a plain border, of which a margin stays; None when nothing is seen at all."""
    if pixels.mode == "RGBA":
        seen = pixels.getchannel("A").point(lambda value: 255 if value >= SEEN else 0).getbbox()
        cut = pixels.crop(_with_margin(seen, MARGIN, pixels.size)) if seen else None
        return cut.convert("RGB") if cut and cut.getchannel("A").getextrema() == (255, 255) else cut
    edge = _edge(pixels)
    seen = _differing(pixels, edge).getbbox() if edge else None
    if edge is None or seen is None:
        return pixels
    return pixels.crop(_with_margin(seen, MARGIN if min(edge) >= WHITE else FIELD, pixels.size))


def _edge(pixels: Pillow.Image) -> tuple[int, ...] | None:
    """The one colour along all four sides; None where they have several."""
    wide, tall = pixels.size
    corner = pixels.getpixel((0, 0))
    assert isinstance(corner, tuple)
    for box in ((0, 0, wide, 1), (0, tall - 1, wide, tall), (0, 0, 1, tall), (wide - 1, 0, wide, tall)):
        if _differing(pixels.crop(box), corner).getbbox():
            return None
    return corner


def _is_boxed(pixels: Pillow.Image) -> bool:
    """Whether something stands on a white ground that belongs to the picture."""
    edge = _edge(pixels) if pixels.mode == "RGB" else None
    return edge is not None and min(edge) >= WHITE and _differing(pixels, edge).getbbox() is not None


def _differing(pixels: Pillow.Image, colour: tuple[int, ...]) -> Pillow.Image:
    """White where a pixel is another colour."""
    difference = ImageChops.difference(pixels, Pillow.new("RGB", pixels.size, colour))
    red, green, blue = difference.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda value: 255 if value > ALIKE else 0)


def _with_margin(seen: tuple[int, int, int, int], share: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, top, right, bottom = seen
    margin = round(share * (max if share == MARGIN else min)(right - left, bottom - top))
    return max(0, left - margin), max(0, top - margin), min(size[0], right + margin), min(size[1], bottom + margin)


def shades(image: Image) -> dict[str, float]:
    """Colour → how much of what is seen of the picture it makes, about 1 in all; the white ground of one that is boxed is not seen."""
    with Pillow.open(io.BytesIO(image.content), formats=("PNG", "JPEG")) as opened:
        pixels = opened.convert("RGBA").reduce(max(1, max(opened.size) // 100))
    found: dict[tuple[int, ...], int] = {}
    for number, value in pixels.getcolors(pixels.width * pixels.height) or []:
        assert isinstance(value, tuple)
        *colour, alpha = value
        if alpha >= SEEN and not (image.boxed and min(colour) >= WHITE):
            key = tuple((each & 0xF8) | (each >> 5) for each in colour)
            found[key] = found.get(key, 0) + number * alpha
    whole = sum(found.values())
    return {"#" + "".join(f"{value:02X}" for value in colour): weight / whole for colour, weight in sorted(found.items())}


def _saved(pixels: Pillow.Image) -> bytes:
    """The file's bytes: the same for the same pixels."""
    is_photo = pixels.info.pop("jpeg") and pixels.mode == "RGB"
    out = io.BytesIO()
    if is_photo:
        pixels.save(out, "JPEG", quality=90, optimize=True)
    else:
        pixels.save(out, "PNG", compress_level=9)
    return out.getvalue()
