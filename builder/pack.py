"""Packs: documents → files, written whole or not at all; what somebody edited is never overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from builder.model.report import Report
from builder.model.source import Place

MANIFEST = "manifest.json"
FONTS = "fonts"


class Written(NamedTuple):
    """What became of a file: where it was written, and whether an edited one was kept beside it."""

    path: Path
    kept: bool


@dataclass(frozen=True, slots=True)
class Pack:
    """One folder that was written: its documents with their pages, what was kept, how much toner it saves in percent."""

    folder: Path
    documents: tuple[tuple[str, int], ...]
    kept: tuple[tuple[str, str], ...]
    less_toner: int | None = None


def fingerprint(content: bytes) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def write_pack(folder: Path, files: Mapping[str, bytes], manifest: dict[str, Any], report: Report) -> list[Written]:
    """Writes every file of a pack, then its manifest.

    Only files whose hash stands in the old manifest are replaced; another file of that name was edited
    or is the user's own: it stays, and the new one is called `slides.new.pptx`.
    """
    known = _known(folder)
    targets = {name: _target(folder / name, known) for name in files}
    hashes = {path.relative_to(folder).as_posix(): fingerprint(files[name]) for name, (path, _) in targets.items()}
    manifest = manifest | {"files": dict(sorted(hashes.items()))}
    content = (json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=False) + "\n").encode("utf-8", "backslashreplace")
    staged: list[tuple[Path, Path]] = []
    try:
        for path, bytes_ in [*((path, files[name]) for name, (path, _) in targets.items()), (folder / MANIFEST, content)]:
            path.parent.mkdir(parents=True, exist_ok=True)
            staged.append((path.with_name(f".{path.name}.part"), path))
            staged[-1][0].write_bytes(bytes_)
        for temporary, path in staged:
            temporary.replace(path)
    except OSError as error:
        _tell(error, folder, report)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
    return [Written(path, kept) for path, kept in targets.values()]


def _known(folder: Path) -> dict[str, str]:
    """File name → hash, as the last build wrote it."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
        return {str(name): str(value) for name, value in found.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def _target(path: Path, known: Mapping[str, str]) -> tuple[Path, bool]:
    """Where the file may be written: its own name, else `name.new.ext`, `name.new-2.ext` … beside what is there."""
    names = [path.name, *(f"{path.stem}.new{number}{path.suffix}" for number in ("", *(f"-{n}" for n in range(2, 100))))]
    for name in names:
        found = path.with_name(name)
        if not found.exists() or (found.is_file() and fingerprint(found.read_bytes()) == known.get(_below(path, name))):
            return found, name != path.name
    return path.with_name(names[-1]), True


def _below(path: Path, name: str) -> str:
    """The file's name as the manifest has it: with its folder for files below the pack's own folder."""
    return f"{path.parent.name}/{name}" if path.parent.name == FONTS else name


def _tell(error: OSError, folder: Path, report: Report) -> None:
    code = "file-in-use" if isinstance(error, PermissionError) and error.filename2 else "cannot-write"
    at = error.filename2 or error.filename or folder
    report.error(code, Place(str(at)), reason=error.strerror or "")
