"""A workspace with a module and a plan of its own, its Spanish files complete: each text says what its source says."""

from pathlib import Path

import polib
import pytest

from builder.translating.keeping import synchronise
from tests.problems.test_elsewhere import BASE, PLAN


@pytest.fixture
def space(tmp_path: Path) -> Path:
    root = tmp_path / "space"
    module = root / "workshops" / "modules" / "base" / "module.yaml"
    module.parent.mkdir(parents=True)
    module.write_text(BASE.read_text("utf-8"), encoding="utf-8")
    (root / "workshops" / "plans").mkdir()
    (root / "workshops" / "plans" / "ours.yaml").write_text(PLAN, encoding="utf-8")
    assert synced(root) == {"base.po", "plan-ours.po"}
    for path in (root / "workshops" / "locale" / "es").glob("*.po"):
        fill(path)
    return root


def synced(root: Path, tag: str = "es", **settings: bool) -> set[str]:
    """Brings a language up to date; the names of the files written."""
    report, written = synchronise(tag, root, **settings)
    assert report.problems == []
    return {each.path.name for each in written}


def fill(path: Path) -> None:
    """Each message says what its source says."""
    file = polib.pofile(str(path), wrapwidth=0)
    for entry in file:
        if entry.msgid_plural:
            entry.msgstr_plural = {n: entry.msgid if n == 0 else entry.msgid_plural for n in entry.msgstr_plural}
        else:
            entry.msgstr = entry.msgid
        entry.flags, entry.previous_msgid = [], None
    file.save(str(path))


def po(root: Path, name: str = "base", tag: str = "es") -> Path:
    return root / "workshops" / "locale" / tag / f"{name}.po"


def entry(path: Path, context: str) -> polib.POEntry:
    """One message of a file."""
    return next(each for each in polib.pofile(str(path), wrapwidth=0) if each.msgctxt == context and not each.obsolete)


def edit(path: Path, context: str, **values: object) -> None:
    """Changes one message of a file as a translator's program would."""
    file = polib.pofile(str(path), wrapwidth=0)
    for each in file:
        if each.msgctxt == context:
            for name, value in values.items():
                setattr(each, name, value)
    file.save(str(path))


def change_source(root: Path, old: str, new: str) -> None:
    """Changes the module's English text."""
    path = root / "workshops" / "modules" / "base" / "module.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
