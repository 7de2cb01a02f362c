"""Pictures and typefaces that tests write into a partner's folder."""

import io
import struct
from pathlib import Path

from PIL import Image

from builder.library import installed
from builder.model.source import Place, Word


def word(name: str) -> Word:
    """A name as it stands in a file."""
    return Word.at(name, Place("partner.yaml", 3, 9))


def png(width: int = 600, height: int = 200, colour: tuple[int, ...] = (228, 0, 43, 255)) -> bytes:
    """A plain picture."""
    out = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def face_file(name: str = "Andika-Regular.ttf") -> Path:
    """A typeface that the builder brings."""
    return installed() / "assets" / "fonts" / name


def with_table(content: bytes, old: bytes, new: bytes, at: int = 0, value: bytes = b"") -> bytes:
    """The font with a table renamed, or with some of its bytes changed."""
    made = bytearray(content)
    (count,) = struct.unpack_from(">H", content, 4)
    for number in range(count):
        row = 12 + 16 * number
        if content[row : row + 4] == old:
            (start,) = struct.unpack_from(">I", content, row + 8)
            made[row : row + 4] = new
            made[start + at : start + at + len(value)] = value
    return bytes(made)
