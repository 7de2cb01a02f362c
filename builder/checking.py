"""Checking content without building it: all of it, or the files that are named."""

from __future__ import annotations

from pathlib import Path

from builder.content import Content
from builder.library import Library
from builder.model.report import Report
from builder.model.source import Place
from builder.validate import lessons


def checked(library: Library, paths: tuple[Path, ...]) -> tuple[Report, int]:
    """The problems, and how many files were read."""
    report = Report()
    content = Content(library, report)
    if paths:
        for path in paths:
            _check_path(path, content)
    else:
        _check_all(content)
    return report, len(content.inputs) or len(paths)


def _check_all(content: Content) -> None:
    library, report = content.library, content.report
    _ = content.topics, content.documents, content.safety, list(content.scenes.items())
    for name in library.modules(report):
        content.lesson(name)
    for name in library.plans(report):
        content.workshop(name)
    for name in library.countries(report):
        content.country(name)
    for tag in library.languages(report):
        content.language(tag)


def _check_path(path: Path, content: Content) -> None:
    if path.is_dir():
        for each in sorted((*path.rglob("module.yaml"), *path.glob("**/plans/*.yaml"))):
            _check_path(each, content)
        return
    name = content.library.name_of(path.resolve())
    from builder.load import read_yaml

    folder = path.parent.name if path.name == "module.yaml" else path.stem
    raw = read_yaml(path, name, content.report, folder)
    content.inputs.add(path)
    if raw is None:
        return
    pictures = content.library.pictures()
    if "blocks" in raw:
        lessons.lesson(raw, folder, content.bands, pictures, content.report)
    elif "parts" in raw:
        named = {str(word): content.lesson(word, word.place) for word in lessons.modules_named(raw)}
        found = {key: lesson for key, lesson in named.items() if lesson}
        lessons.workshop(raw, folder, found, content.bands, pictures, content.report)
    else:
        content.report.error("not-a-lesson", Place(name, 1, 1))
