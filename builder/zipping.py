"""A pack as one file to carry or to send: everything in it, and where that is large a smaller one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from builder.model.kinds import KINDS
from builder.packing import Bundle

SMALL = 5_000_000
"""How many bytes go through most phones and mailboxes."""
SPARED = ("print-all", "fonts/", "slides.pptx", "flipchart", "posters", "slides.pdf", "guide")
"""What a small one leaves out, first what is also elsewhere; never what children take home."""


def zipped(bundle: Bundle) -> Bundle:
    """The same pack with `pack.zip`, and `pack-small.zip` where that is too large to send. Files with people's names stay out."""
    private = tuple(kind.name for kind in KINDS if kind.private)
    files = {name: content for name, content in bundle.files.items() if not (private and name.startswith(private))}
    made = {"pack.zip": _zip(files)}
    if len(made["pack.zip"]) > SMALL:
        made["pack-small.zip"] = _small(files)
    return bundle._replace(files=bundle.files | made)


def _small(files: Mapping[str, bytes]) -> bytes:
    """As much of the pack as there is room for."""
    kept = dict(files)
    for spared in SPARED:
        kept = {name: content for name, content in kept.items() if not name.startswith(spared)}
        made = _zip(kept)
        if len(made) <= SMALL:
            break
    return made


def _zip(files: Mapping[str, bytes]) -> bytes:
    """The files in their order; the same files give the same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in _sorted(files.items()):
            info = ZipInfo(name)  # of 1980, whenever it is made
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, content)
    return out.getvalue()


def _sorted(files: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """In the order in which a person looks for them: the papers, then what lies in folders."""
    return sorted(files, key=lambda each: ("/" in each[0], each[0]))
