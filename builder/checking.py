"""Checking content without building it: all of it, or the files that are named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from builder.content import Content
from builder.customise.folder import KNOWN_FOLDERS
from builder.fitting import check_fit, check_papers
from builder.model import easy
from builder.model.audience import is_easy
from builder.model.country import Contact
from builder.model.language import tag_of
from builder.model.partner import Partner
from builder.model.report import Report
from builder.model.source import Place
from builder.model.text import Text
from builder.model.voice import Message
from builder.partnering.keeping import noted, tell
from builder.partnering.states import standings
from builder.proofreading import proofread, proofread_own
from builder.translate.checks import faults
from builder.translate.glossary import Term, wrong
from builder.translate.sync import Source
from builder.translating.messages import messages, texts
from builder.validate import lessons


def checked(content: Content, paths: tuple[Path, ...], today: date) -> int:
    """How many files were read; the problems are in the content's report."""
    if paths:
        for path in paths:
            _check_path(path, content)
    elif content.library.partners:
        _check_partners(content, today)
    else:
        _check_all(content, today)
    return len(content.inputs) or len(paths)


class Due(NamedTuple):
    """A contact with what a person should find out: its country, how old its source is, when it was called."""

    country: str
    contact: Contact
    printed: bool

    def why(self, today: date) -> str:
        """Why it is due: no date, an old source, no test call; nothing where it is fine."""
        if not self.contact.source_dated:
            return "due-undated"
        if self.contact.months_old(today) > WARN_MONTHS:
            return "due-old"
        return "" if self.contact.called_on else "due-uncalled"


WARN_MONTHS = 18
"""A source that is older will soon be too old for sheets."""


def helplines(content: Content, today: date) -> list[Due]:
    """Every contact of every country, those for children first."""
    countries = [country for name in content.library.countries(content.report) if (country := content.country(name))]
    rows = [Due(each.id, contact, contact.on_sheets(today)) for each in countries for contact in each.contacts]
    return sorted(rows, key=lambda row: (row.country, row.contact.kind != "child", row.contact.id))


def _check_all(content: Content, today: date) -> None:
    library, report = content.library, content.report
    _ = content.topics, content.documents, content.safety, list(content.scenes.items())
    _read_all(content)
    for name in library.programmes(report):
        content.programme(name)
    for tag in library.languages(report):
        content.language(tag)
    if not report.errors:
        everything = messages(content)
        _check_translations(content, everything)
        proofread(content, everything)
        check_fit(content, tuple(library.languages(report)), today)
        check_papers(content, tuple(library.languages(report)), today)


def _read_all(content: Content) -> None:
    """Reads every lesson, collection, plan and country, so that whatever is wrong with them is in the report."""
    library, report = content.library, content.report
    for name in library.modules(report):
        content.lesson(name)
    for name in library.collections(report):
        content.collection(name)
    for name in library.plans(report):
        content.workshop(name)
    for name in library.countries(report):
        content.country(name)


def _check_partners(content: Content, today: date) -> None:
    """Everything that is wrong with the partners that the content holds, and what a careful reader would mark."""
    report = content.report
    rows = standings(content)
    _read_all(content)
    _ = content.brand
    if report.errors:
        return
    noted(content, rows)
    _check_unread(content, messages(content))
    tell(content, rows)
    _check_translations(content, messages(content))
    for partner in content.layers.partners:
        mine = _own_texts(content, partner)
        proofread_own(content, partner.language, mine)
        names = {text.address.split("/")[0] for text in mine} | {change.target for change in partner.changes}
        check_fit(content, [partner.language], today, names)


def _check_unread(content: Content, everything: Mapping[str, object]) -> None:
    """Tells of files in the folders of partners that nothing reads: of a name, an ending or a place that is not looked for."""
    library, report = content.library, content.report
    known = {path for found in (library.modules(), library.collections(), library.plans(), library.programmes()) for path in found.values()}
    known |= {*library.countries().values(), *library.languages().values(), *library.pictures().values(), *content.inputs}
    for folder in library.partners.values():
        texts = {folder / "locale" / path.parent.name / f"{name}.po" for path in folder.glob("locale/*/*.po") for name in everything}
        for path in sorted(folder.glob("*/**/*")):
            if path.suffix in (".yaml", ".yml", ".po") and path not in known | texts and path.parts[len(folder.parts)] in KNOWN_FOLDERS:
                report.warning("file-not-read", Place(library.name_of(path)), found=path.name, near="")


def _own_texts(content: Content, partner: Partner) -> list[Text]:
    """Every text that a partner wrote: its own files, the blocks it added, the words it edited."""
    layer = partner.layer(partner.language)
    found = [text for some in texts(content).values() for text in some if content.layers.written.get(text.place.file) == layer]
    return found + [own.text for own, change in content.layers.edited.values() if change.partner == partner.id]


def _check_translations(content: Content, everything: dict[str, list[Source]]) -> None:
    """What translations must keep of their source, and the words that the glossary fixes."""
    for layer in _layers(content):
        terms = content.glossary(tag_of(layer))
        for name, found in everything.items():
            said = content.catalogues((layer,), frozenset([name]))[layer]
            for source in found:
                message = said.get(source.context)
                if message and not message.fuzzy and message.source == source.text:
                    _check_message(source, message, terms, content.report)


def _layers(content: Content) -> list[str]:
    """The layers that have translation files – with partners those of the partners alone."""
    library = content.library
    if library.partners:
        own = {f"{path.parent.name}@{name}" for name, folder in library.partners.items() for path in folder.glob("locale/*/*.po")}
        return sorted(own)
    return sorted({path.parent.name for root in library.roots for path in root.glob("workshops/locale/*/*.po")})


def _check_message(source: Source, message: Message, terms: tuple[Term, ...], report: Report) -> None:
    for text in message.plurals or (message.text,):
        for fault in faults(source.text, text, listed=source.listed, plural=bool(source.plural)) if text else ():
            report.error(fault.code, message.place, context=source.context, **fault.values)
        if is_easy(source.context.rpartition("@")[2]):
            for hard in easy.faults(text.split("\n"), listed=source.listed):
                report.error(hard.code, message.place, **dict(hard.values))
        for term, word in wrong(source.text, text, terms):
            report.warning("glossary-term", message.place, word=word, term=term.term, use=term.use)


def _check_path(path: Path, content: Content) -> None:
    if path.is_dir():
        for each in sorted((*path.rglob("module.yaml"), *path.glob("**/collections/*.yaml"), *path.glob("**/plans/*.yaml"))):
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
    if "blocks" in raw and path.parent.name == "collections":
        lessons.collection(raw, folder, content.bands, pictures, content.report)
    elif "blocks" in raw:
        content.read_lesson(raw, folder)
    elif "parts" in raw:
        lessons.workshop(raw, folder, content.held(raw), content.bands, pictures, content.report)
    else:
        content.report.error("not-a-lesson", Place(name, 1, 1))
