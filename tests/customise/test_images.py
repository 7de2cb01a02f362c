"""A partner's pictures: refused with a remedy, or clean and the same every time."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from builder.customise.images import LARGEST, MOST_BYTES, image, picture
from builder.model.report import Report
from tests.customise.pictures import png, word


def read(content: bytes):
    report = Report()
    return picture(content, word("logo.png"), report), [problem.code for problem in report.problems]


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_picture_keeps_its_transparency_and_is_the_same_every_time():
    made, codes = read(png(300, 100, (228, 0, 43, 128)))
    assert codes == []
    assert (made.width, made.height) == (300, 100)
    assert opened(made.content).mode == "RGBA"
    assert read(png(300, 100, (228, 0, 43, 128)))[0] == made
    assert read(made.content)[0].content == made.content


def test_a_photo_is_turned_upright_and_loses_its_metadata():
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "A child's name"
    Image.new("RGB", (300, 100), (9, 99, 9)).save(out, "JPEG", exif=exif, comment=b"secret", icc_profile=b"p" * 200)
    made, codes = read(out.getvalue())
    assert codes == []
    assert (made.width, made.height) == (100, 300)
    assert b"name" not in made.content
    assert b"secret" not in made.content
    assert set(opened(made.content).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_what_is_large_becomes_smaller_and_what_is_seen_through_is_cut():
    assert read(png(3000, 900))[0].width == LARGEST
    padded = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    padded.paste((1, 2, 3, 255), (100, 150, 300, 250))
    out = io.BytesIO()
    padded.save(out, "PNG")
    made, _ = read(out.getvalue())
    assert (made.width, made.height) == (200, 100)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "CMYK"])
def test_every_kind_of_pixels_is_taken(mode):
    out = io.BytesIO()
    Image.new(mode, (100, 80)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    made, codes = read(out.getvalue())
    assert made is not None or codes == ["image-broken"]
    assert (made is None) == (mode == "LA")


KINDS = {b"GIF89a": "GIF", b"RIFF0000WEBP": "WebP", b"%PDF-1.7": "PDF", b"<svg xmlns=": "SVG", b"\n<?xml ": "SVG", b"hello": "–"}


@pytest.mark.parametrize("content", KINDS)
def test_other_kinds_are_named(content):
    report = Report()
    assert picture(content, word("logo"), report) is None
    assert [(p.code, dict(p.values)["kind"]) for p in report.problems] == [("image-kind", KINDS[content])]


def test_a_picture_that_unpacks_to_too_much_is_refused_before_it_is_decoded():
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    for side in (7000, 60_000):
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
        bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(100_000))) + chunk(b"IEND", b"")
        assert read(bomb) == (None, ["image-too-many-pixels"])


def test_files_too_large_small_or_gone(tmp_path):
    path = tmp_path / "logo.png"
    report = Report()
    assert image(path, word("logo.png"), report) is None
    path.write_bytes(png() + bytes(MOST_BYTES))
    assert image(path, word("logo.png"), report) is None
    assert [problem.code for problem in report.problems] == ["cannot-read", "image-too-large"]
    made, codes = read(png(40, 40))
    assert made is not None
    assert codes == ["image-small"]


@given(st.integers(0, 2000), st.binary(max_size=40))
def test_any_damage_is_a_picture_or_a_problem(cut, noise):
    whole = png(200, 80)
    made, codes = read(whole[:cut] + noise + whole[cut + len(noise) :])
    assert made is not None or codes
    made, codes = read(whole[: min(cut, len(whole) // 2)])
    assert made is None
    assert codes
