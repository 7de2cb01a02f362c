"""A partner's pictures: refused with a remedy, or clean and the same every time."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from builder.customise.images import LARGEST, MOST_BYTES, image, picture, shades
from builder.model.report import Report
from tests.customise.pictures import png, word


def read(content: bytes):
    report = Report()
    return picture(content, word("logo.png"), report), [problem.code for problem in report.problems]


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_picture_keeps_its_transparency_and_is_the_same_every_time():
    made, codes = read(png(600, 200, (228, 0, 43, 128)))
    assert codes == []
    assert (made.width, made.height) == (600, 200)
    assert opened(made.content).mode == "RGBA"
    assert read(png(600, 200, (228, 0, 43, 128)))[0] == made
    assert read(made.content)[0].content == made.content


def test_a_photo_is_turned_upright_and_loses_its_metadata():
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "A child's name"
    Image.new("RGB", (600, 200), (9, 99, 9)).save(out, "JPEG", exif=exif, comment=b"secret", icc_profile=b"p" * 200)
    made, codes = read(out.getvalue())
    assert codes == []
    assert (made.width, made.height) == (200, 600)
    assert b"name" not in made.content
    assert b"secret" not in made.content
    assert set(opened(made.content).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_where_a_photo_was_taken_is_not_kept():
    out, exif = io.BytesIO(), Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (25.0, 17.0, 12.3), 3: "W", 4: (57.0, 38.0, 9.9)})
    Image.new("RGB", (600, 200), (9, 99, 9)).save(out, "JPEG", exif=exif)
    assert opened(out.getvalue()).getexif().get_ifd(0x8825)
    made, codes = read(out.getvalue())
    assert codes == []
    assert not dict(opened(made.content).getexif())
    assert b"Exif" not in made.content


def test_of_a_moving_picture_the_first_one_is_taken():
    out = io.BytesIO()
    frames = [Image.new("RGB", (600, 200), colour) for colour in ("red", "blue", "green")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:], duration=100)
    made, codes = read(out.getvalue())
    assert codes == []
    assert shades(made) == {"#FF0000": 1}
    assert getattr(opened(made.content), "n_frames", 1) == 1


def test_what_is_large_becomes_smaller_and_what_is_seen_through_is_cut():
    assert read(png(3000, 900))[0].width == LARGEST
    made, _ = read(padded("RGBA", (0, 0, 0, 0), (1, 2, 3, 255)))
    assert (made.width, made.height) == (208, 108)


def padded(mode: str, ground: tuple[int, ...], colour: tuple[int, ...], kind: str = "PNG") -> bytes:
    """A mark of 200 × 100 in the middle of a picture of 400 × 400, its ground a little uneven as in a photo."""
    picture = Image.new(mode, (400, 400), ground)
    picture.paste(colour, (100, 150, 300, 250))
    picture.putpixel((0, 0), tuple(max(0, value - 3) for value in ground))
    out = io.BytesIO()
    picture.save(out, kind, **({"quality": 60} if kind == "JPEG" else {}))
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_white_border_is_cut_and_the_picture_is_boxed(kind):
    made, _ = read(padded("RGB", (255, 255, 255), (228, 0, 43), kind))
    assert abs(made.width - 208) <= 16
    assert abs(made.height - 108) <= 16
    assert made.boxed
    again, _ = read(made.content)
    assert kind == "JPEG" or again == made


def test_a_coloured_field_keeps_room_around_its_mark_and_is_not_boxed():
    made, _ = read(padded("RGB", (28, 171, 226), (255, 255, 255)))
    assert (made.width, made.height) == (250, 150)
    assert not made.boxed
    assert not read(padded("RGBA", (0, 0, 0, 0), (1, 2, 3, 255)))[0].boxed


def test_an_uneven_border_and_an_empty_one_stay():
    out = io.BytesIO()
    Image.linear_gradient("L").resize((500, 300)).save(out, "PNG")
    assert (read(out.getvalue())[0].width, read(png(500, 300, (255, 255, 255)))[0].width) == (500, 500)


def test_shades_are_of_what_is_seen():
    assert shades(read(padded("RGBA", (0, 0, 0, 0), (255, 0, 0, 255)))[0]) == {"#FF0000": 1}
    found = shades(read(padded("RGB", (255, 255, 255), (255, 0, 0)))[0])
    assert found["#FF0000"] > 0.9
    assert "#FFFFFF" not in found
    assert shades(read(png(500, 300, (255, 255, 255)))[0]) == {"#FFFFFF": 1}


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


@pytest.mark.parametrize(("size", "small"), [((399, 199), True), ((400, 50), False), ((120, 200), False)])
def test_small_is_what_is_both_narrow_and_low(size, small):
    report = Report()
    assert picture(png(*size), word("logo.png"), report)
    assert [(p.code, dict(p.values)["shown"]) for p in report.problems] == ([("image-small", "32")] if small else [])


@given(st.integers(0, 2000), st.binary(max_size=40))
def test_any_damage_is_a_picture_or_a_problem(cut, noise):
    whole = png(200, 80)
    made, codes = read(whole[:cut] + noise + whole[cut + len(noise) :])
    assert made is not None or codes
    made, codes = read(whole[: min(cut, len(whole) // 2)])
    assert made is None
    assert codes
