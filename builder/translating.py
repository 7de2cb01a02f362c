"""What there is to translate: every text a person reads, by the file it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder import load
from builder.content import Content
from builder.lesson import Lesson, Workshop
from builder.model.report import Report
from builder.model.source import Fields
from builder.model.text import Text
from builder.translate.sync import Counts, Source, counts, sources, synced
from builder.validate.fields import texts_in
from builder.validate.wording import fixed


def messages(content: Content) -> dict[str, list[Source]]:
    """PO name → its messages in document order."""
    library, report = content.library, content.report
    found = {name: sources(_lesson_texts(lesson)) for name in library.modules(report) if (lesson := content.lesson(name))}
    found |= {f"plan-{name}": sources(_plan_texts(plan)) for name in library.plans(report) if (plan := content.workshop(name))}
    found |= {f"country-{name}": sources(_country_texts(content, name)) for name in library.countries(report)}
    found["audiences"] = sources(content.labels.values())
    found["pictures"] = sources(content.pictures.values())
    found["safeguarding"] = sources(content.safety.values())
    found["documents"] = sources(content.documents.values(), plural=True)
    for name in ("commands", "problems"):
        found[name] = sources(_wording(content, name), plural=True)
    return found


def _lesson_texts(lesson: Lesson) -> Iterator[Text]:
    yield from texts_in(lesson.module)
    for block in (*lesson.blocks, *lesson.at_home, *lesson.booster):
        yield from texts_in(block)


def _plan_texts(workshop: Workshop) -> Iterator[Text]:
    yield from texts_in(workshop.plan)
    for part in workshop.parts:
        if not part.lesson:
            for block in part.blocks:
                yield from texts_in(block)


def _country_texts(content: Content, name: str) -> Iterator[Text]:
    country = content.country(name)
    if country:
        yield country.name
        for contact in country.contacts:
            yield from (text for text in (contact.hours, contact.cost, contact.source) if text)


def _wording(content: Content, name: str) -> Iterator[Text]:
    """The sentences of the command line and of problems; a problem's three are messages of their own."""
    raw = load.read_yaml(content.library.one(f"workshops/wording/{name}.yaml"), f"workshops/wording/{name}.yaml", content.report, name)
    for value in (raw or {}).values():
        if isinstance(value, Fields) and "message" in value:
            yield from fixed(value, content.report).values()
    flat = Fields({key: value for key, value in (raw or {}).items() if not (isinstance(value, Fields) and "message" in value)})
    yield from fixed(flat, content.report).values()


def synchronise(tag: str, workspace: Path | None) -> tuple[Report, list[tuple[Path, int]]]:
    """Writes each PO file of a language (or of a layer such as `es@vos`, where only what is there is kept up)."""
    from builder.request import library_for

    report = Report()
    content = Content(library_for(workspace), report)
    language = content.language(tag.split("@", maxsplit=1)[0])
    written: list[tuple[Path, int]] = []
    if language is None:
        return report, written
    folder = content.library.roots[-1] / "workshops" / "locale" / tag
    everything = messages(content)
    for name, found in everything.items() if not report.errors else ():
        path = folder / f"{name}.po"
        if "@" in tag and not path.is_file():
            continue
        wanted = found if "@" not in tag else _only(found, path)
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(synced(path, wanted, tag, "n != 1"), encoding="utf-8", newline="\n")
        written.append((path, len(wanted)))
    return report, written


def _only(found: list[Source], path: Path) -> list[Source]:
    """The messages that a layer such as `es@vos` says in its own way."""
    import polib

    kept = {entry.msgctxt for entry in polib.pofile(str(path), encoding="utf-8")}
    return [source for source in found if source.context in kept]


def standing(words: str, workspace: Path | None) -> tuple[Report, list[tuple[str, str, Counts]]]:
    """Language, PO name and counts, for every language asked for."""
    from builder.request import library_for

    report = Report()
    content = Content(library_for(workspace), report)
    tags = [tag for tag in content.library.languages() if tag != "en"] if words == "all" else words.split(",")
    everything = messages(content)
    root = content.library.roots[-1] / "workshops" / "locale"
    return report, [(tag, name, counts(root / tag / f"{name}.po", found)) for tag in tags for name, found in everything.items()]
