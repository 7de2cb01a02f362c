"""A PowerPoint file from anywhere, looked at before anything in it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from builder.model.report import Report
from builder.model.source import Place

MOST_BYTES = 200_000_000
RATIO, RATIO_FROM = 200, 10_000_000
MOST_PARTS = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_MAIN = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:template|slideshow)"
    rb"|ms-powerpoint\.\w+\.macroEnabled)\.main\+xml"
)
_PRESENTATION = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_TYPES = "[Content_Types].xml"


def opened(path: Path, report: Report) -> bytes | None:
    """The file as a plain presentation – a template or a show becomes one –, or None with the reason told."""
    try:
        if not path.is_file():  # a pipe would never end
            raise OSError
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
        code, reason = _kind(content)
        if content and not code:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                reason = _danger(archive)
                if not reason:
                    return _plain(archive)
            code = "deck-hostile"
    # What Python's zipfile raises on a damaged, encrypted or oddly packed archive is no one kind.
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        code, reason = "deck-broken", ""
    report.error(code or "deck-broken", Place(path.name), reason=reason)
    return None


def _kind(content: bytes | None) -> tuple[str, str]:
    """The code of a file that is no zip, and why; empty for what may be one."""
    if content is None:
        return "deck-hostile", "> 200 MB"
    if content.startswith(_OLE):
        return ("deck-locked" if _LOCKED in content else "deck-old-format"), ""
    return "", ""


def _danger(archive: zipfile.ZipFile) -> str:
    """Why the archive is not to be unpacked; nothing when it may be."""
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        return "zip bomb"
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names):
        return f"2 × {_shown(next(name for name in names if names.count(name) > 1))}"
    for entry in entries:
        if entry.filename.startswith(("/", "\\")) or re.search(r"(^|[/\\])\.\.([/\\]|$)|^[A-Za-z]:|\0", entry.filename):
            return f"../ ({_shown(entry.filename)})"
        if entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(entry.compress_size, 1):
            return f"zip bomb ({_shown(entry.filename)})"
        if entry.filename.lower().endswith((".xml", ".rels", ".vml")) and _defines_entities(archive.read(entry)):
            return f"DOCTYPE ({_shown(entry.filename)})"
    return ""


def _defines_entities(content: bytes) -> bool:
    """Whether the XML declares a document type or entities, in any encoding; Office writes UTF-8 or UTF-16 and neither."""
    found = _ENCODING.search(content[:400].replace(b"\0", b""))
    if found and found[1].lower() not in (b"utf-8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"):
        return True
    bare = content.replace(b"\0", b"").upper()
    return b"<!DOCTYPE" in bare or b"<!ENTITY" in bare


def _plain(archive: zipfile.ZipFile) -> bytes:
    """The same parts, the main one called a presentation; each read once more, so that none holds more than it says."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as written:
        for entry in archive.infolist():
            content = archive.read(entry)
            written.writestr(entry.filename, _MAIN.sub(_PRESENTATION, content) if entry.filename == _TYPES else content)
    return out.getvalue()


def _shown(name: str) -> str:
    return "".join(each for each in name if each.isprintable())[-60:]
