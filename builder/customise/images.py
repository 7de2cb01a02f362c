"""A partner's pictures: PNG or JPEG, looked at before they are decoded, without metadata."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageOps

from builder.model.partner import Image
from builder.model.report import Report
from builder.model.source import Word

MOST_BYTES = 5_000_000
MOST_PIXELS = 40_000_000
LARGEST, SMALLEST = 1_200, 64
"""Pixels: what is larger is made smaller – a cover shows a logo 144 points wide –, what is narrower looks blurred."""
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
    if made.width < SMALLEST:
        report.warning("image-small", word.place, found=word, width=made.width, least=SMALLEST)
    return Image(_saved(made), made.width, made.height)


def _plain(opened: Pillow.Image) -> Pillow.Image | None:
    """The pixels upright, in RGB or with transparency, cut to what can be seen, at most 1,200 pixels long; None when there are none."""
    upright = ImageOps.exif_transpose(opened)
    if upright.mode.startswith("I"):  # 16 bits a pixel
        upright = upright.convert("I").point(lambda value: value / 256).convert("L")
    has_alpha = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    pixels = upright.convert("RGBA" if has_alpha else "RGB")
    if has_alpha:
        seen = pixels.getchannel("A").getbbox()
        if seen is None:
            return None
        pixels = pixels.crop(seen)
        if pixels.getchannel("A").getextrema() == (255, 255):
            pixels = pixels.convert("RGB")
    scale = LARGEST / max(pixels.width, pixels.height, LARGEST)
    if scale < 1:
        size = max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale))
        pixels = pixels.resize(size, Pillow.Resampling.LANCZOS)
    pixels.info = {"jpeg": opened.format == "JPEG"}
    return pixels


def _saved(pixels: Pillow.Image) -> bytes:
    """The file's bytes: the same for the same pixels."""
    is_photo = pixels.info.pop("jpeg") and pixels.mode == "RGB"
    out = io.BytesIO()
    if is_photo:
        pixels.save(out, "JPEG", quality=90, optimize=True)
    else:
        pixels.save(out, "PNG", compress_level=9)
    return out.getvalue()
