"""A partner's folder and an upstream that may be changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.content import Content
from builder.library import Library, installed
from builder.model.report import Report

HEAD = 'id: "acme"\nname: "Acme"\nlanguage: "es"\n'
Write = Callable[..., Path]


@pytest.fixture
def partner(tmp_path: Path) -> Write:
    """Writes a partner's file and gives its folder."""

    def write(text: str, name: str = "acme", head: str = HEAD) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "partner.yaml").write_text(head.replace("acme", name) + text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """A copy of the lessons that a test may change."""
    root = tmp_path / "upstream"
    shutil.copytree(installed() / "workshops", root / "workshops")
    (root / "assets").symlink_to(installed() / "assets")
    return root


def content_of(*folders: Path, root: Path | None = None) -> Content:
    """The content with these partners."""
    return Content(Library((root or installed(),), {folder.name: folder for folder in folders}), Report())


def change(root: Path, file: str, old: str, new: str) -> None:
    """Changes one sentence of upstream."""
    path = root / "workshops" / file
    text = path.read_text("utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(content: Content) -> set[str]:
    """The codes of all errors."""
    return {problem.code for problem in content.report.errors}
