"""An Open Packaging file: parts with content types and relations, zipped the same way every time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_TYPE_PREFIX = "application/vnd.openxmlformats-"
_IMAGE_TYPES = ((b"\x89PNG", "png", "image/png"), (b"\xff\xd8", "jpeg", "image/jpeg"), (b"GIF8", "gif", "image/gif"))
_DEFAULTS = (
    ("rels", f"{_TYPE_PREFIX}package.relationships+xml"),
    ("xml", "application/xml"),
    *((extension, media) for _, extension, media in _IMAGE_TYPES),
)

# XML 1.0 forbids control characters even as references; a pasted vertical tab must not break a deck.
_FORBIDDEN: dict[int, str | None] = dict.fromkeys((*range(0x20), 0x7F, 0xFFFE, 0xFFFF))
_ESCAPES = _FORBIDDEN | str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": " ", "\n": " "})


def escaped(text: str) -> str:
    """The text as it may stand in XML, as content or as an attribute's value."""
    return text.translate(_ESCAPES)


class Relations:
    """What one part points at: each target once, under an id of its own (`rId1`, `rId2` …)."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, bool], str] = {}

    def to(self, kind: str, target: str, external: bool = False) -> str:
        """The id under which the part knows this target."""
        return self._ids.setdefault((kind, target, external), f"rId{len(self._ids) + 1}")

    @property
    def xml(self) -> str:
        """The relations part."""
        rows = "".join(_relation(row, key) for row, key in self._ids.items())
        return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}relationships">{rows}</Relationships>'


def _relation(row: tuple[str, str, bool], key: str) -> str:
    kind, target, external = row
    full = kind if kind.startswith("http") else _OFFICE + kind
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{full}" Target="{escaped(target)}"{mode}/>'


class Images:
    """The pictures of a deck, each distinct one stored once."""

    def __init__(self) -> None:
        self._names: dict[bytes, str] = {}

    def name(self, image: bytes) -> str:
        """The file name of this picture in the deck, ending as its first bytes tell."""
        return self._names.setdefault(image, f"image{len(self._names) + 1}.{_extension(image)}")

    def parts(self) -> list[tuple[str, bytes]]:
        """(path, bytes) of every picture, in the order of first use."""
        return [(f"ppt/media/{name}", image) for image, name in self._names.items()]


def _extension(image: bytes) -> str:
    for magic, extension, _ in _IMAGE_TYPES:
        if image.startswith(magic):
            return extension
    raise ValueError("a slide takes PNG, JPEG or GIF pictures only")


@dataclass
class Package:
    """Parts in the order they were added."""

    _types: dict[str, str] = field(default_factory=dict)
    _files: dict[str, bytes] = field(default_factory=dict)

    def add(self, path: str, kind: str, xml: str, relations: Relations | None = None) -> None:
        """Adds a part; `kind` is its content type after `application/vnd.openxmlformats-`."""
        self._types[path] = f"{_TYPE_PREFIX}{kind}+xml"
        # A lone surrogate cannot be encoded; it is nothing anybody could read.
        self._files[path] = (DECLARATION + xml).encode("utf-8", "ignore")
        if relations is not None:
            folder, _, name = path.rpartition("/")
            self._files[f"{folder}/_rels/{name}.rels".lstrip("/")] = relations.xml.encode()

    def add_root(self, relations: Relations) -> None:
        """Adds the relations of the package itself."""
        self._files["_rels/.rels"] = relations.xml.encode()

    def add_images(self, images: Images) -> None:
        """Adds the pictures' bytes as they are."""
        self._files.update(images.parts())

    def zipped(self) -> bytes:
        """The file: content types first, every date the same (zip knows none before 1980)."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in {"[Content_Types].xml": self._content_types().encode(), **self._files}.items():
                entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
                entry.create_system, entry.external_attr = 3, 0o644 << 16
                stored = path.startswith("ppt/media/")
                archive.writestr(entry, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _content_types(self) -> str:
        defaults = "".join(f'<Default Extension="{end}" ContentType="{media}"/>' for end, media in _DEFAULTS)
        parts = "".join(f'<Override PartName="/{path}" ContentType="{kind}"/>' for path, kind in self._types.items())
        return f'{DECLARATION}<Types xmlns="{_PACKAGE}content-types">{defaults}{parts}</Types>'
