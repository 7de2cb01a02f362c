"""Whether a .pptx holds together: what validators miss or take long to find (ECMA-376 parts 1 and 2).

It reads what this builder writes – attributes in our order, no CDATA –, so that bytes can be searched, not parsed twice.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from xml.parsers import expat  # our own bytes: no entity in them comes from anybody else

from builder.prove import UnsoundError

_TYPES = "[Content_Types].xml"
_TAG = re.compile(rb"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
_RELATION = re.compile(rb'<Relationship Id="([^"]*)" Type="[^"]*" Target="([^"]*)"( TargetMode="External")?/>')


def prove(content: bytes) -> bytes:
    """The same bytes; raises UnsoundError with every fault."""
    found = list(faults(content))
    if found:
        raise UnsoundError("slides.pptx", found)
    return content


def faults(content: bytes) -> Iterator[str]:
    """What is wrong in the file, part by part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    if len(parts) < len(names):
        yield "a part is there twice"
    yield from _types(parts)
    for name, xml in parts.items():
        if name.endswith((".xml", ".rels")):
            words, outlines = _parted(xml)
            yield from (f"{name}: {each}" for each in (*_malformed(words, outlines), *_of_part(name, words, parts)))


def _types(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Parts without a content type, and content types without a part."""
    types = parts.get(_TYPES, b"")
    named = {each.decode().lstrip("/") for each in _values(types, b" PartName")}
    ends = {each.decode() for each in _values(types, b" Extension")}
    yield from (f"{name}: no such part, but a content type" for name in sorted(named - parts.keys()))
    for name in parts:
        if name == _TYPES:
            continue
        end = name.rpartition(".")[2]
        if name not in named and (end not in ends or (end == "xml")):
            yield f"{name}: no content type"


def _parted(xml: bytes) -> tuple[bytes, bytes]:
    """A part without the points of its drawings, and those: three quarters of it, in which there are only tags and numbers."""
    first, *rest = xml.split(b"<a:custGeom>")
    ends = [piece.find(b"</a:custGeom>") for piece in rest]
    words = [first, *(b"<a:custGeom>" + piece[end:] for piece, end in zip(rest, ends, strict=True))]
    return b"".join(words), b"".join(piece[:end] for piece, end in zip(rest, ends, strict=True))


def _malformed(words: bytes, outlines: bytes) -> Iterator[str]:
    """Why the part cannot be parsed; of the points only that each tag is closed, which takes an eighth of the time."""
    try:
        expat.ParserCreate().Parse(words, True)
    except expat.ExpatError as error:
        yield f"not well formed: {error}"
    if outlines.count(b"<") != outlines.count(b">") or b"&" in outlines:
        yield "not well formed: the points of a drawing"


def _of_part(name: str, xml: bytes, parts: Mapping[str, bytes]) -> Iterator[str]:
    if name.endswith(".rels"):
        yield from _targets(name, xml, parts)
        return
    ids = _all(xml, b"<p:cNvPr id")
    if len(set(ids)) < len(ids):
        yield "a shape id is there twice"
    yield from (f"“{tag.decode('utf-8', 'replace')}” is no language" for tag in sorted(_values(xml, b" lang")) if not _is_tag(tag))
    if _runs(xml) > xml.count(b'><a:rPr lang="'):
        yield "a run without its language"
    wanted = {piece.split(b'"', 2)[1] for piece in xml.split(b" r:")[1:]}
    if wanted:
        yield from (f"{key.decode()} leads nowhere" for key in sorted(wanted - _known(name, parts)))
    yield from _tables(xml)


def _all(xml: bytes, name: bytes) -> list[bytes]:
    """Every value of an attribute: splitting is five times as fast as a regular expression here."""
    return [piece[: piece.find(b'"')] for piece in xml.split(name + b'="')[1:]]


def _values(xml: bytes, name: bytes) -> set[bytes]:
    return set(_all(xml, name))


@cache
def _is_tag(tag: bytes) -> bool:
    return bool(_TAG.fullmatch(tag))


def _runs(xml: bytes) -> int:
    """How many runs and fields there are: each begins with its properties, and those with the language."""
    return xml.count(b"<a:r>") + xml.count(b"<a:fld ")


def _relations_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _known(name: str, parts: Mapping[str, bytes]) -> set[bytes]:
    """The ids of the part's relations."""
    return _values(parts.get(_relations_of(name), b""), b"<Relationship Id")


def _targets(name: str, xml: bytes, parts: Mapping[str, bytes]) -> Iterator[str]:
    """Relations that lead to no part, or that hang on none."""
    folder = posixpath.dirname(posixpath.dirname(name))
    source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
    if source and source not in parts:
        yield "relations of a part that is not there"
    ids = []
    for key, target, is_outside in _RELATION.findall(xml):
        ids.append(key)
        if not is_outside and posixpath.normpath(posixpath.join(folder, target.decode())) not in parts:
            yield f"{target.decode()} is not there"
    if len(set(ids)) < len(ids):
        yield "a relation id is there twice"


def _tables(xml: bytes) -> Iterator[str]:
    for table in xml.split(b"<a:tbl>")[1:]:
        inner = table[: table.find(b"</a:tbl>")]
        columns = inner.count(b"<a:gridCol ")
        for row in inner.split(b"<a:tr ")[1:]:
            if row.count(b"<a:tc>") != columns:
                yield f"a row of {row.count(b'<a:tc>')} cells in a table of {columns} columns"
