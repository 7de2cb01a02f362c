"""What there is to translate: every text a person reads, by the file it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from builder import load
from builder.content import Content
from builder.model.source import Fields
from builder.model.text import Text
from builder.translate.sync import Source, sources
from builder.validate.wording import fixed


def messages(content: Content) -> dict[str, list[Source]]:
    """PO name → its messages in document order."""
    library, report = content.library, content.report
    found = {name: sources(lesson.texts()) for name in library.modules(report) if (lesson := content.lesson(name))}
    found |= {name: sources(shared.texts()) for name in library.collections(report) if (shared := content.collection(name))}
    found |= {f"plan-{name}": sources(plan.own_texts()) for name in library.plans(report) if (plan := content.workshop(name))}
    found |= {f"country-{name}": sources(_country_texts(content, name)) for name in library.countries(report)}
    for name in library.programmes(report):
        programme = content.programme(name)
        found |= {f"programme-{name}": sources(programme.texts())} if programme else {}
    found["audiences"] = sources(content.labels.values())
    found["frames"] = sources(text for named in content.frames.values() for text in named.values())
    found["pictures"] = sources(content.pictures.values())
    found["safeguarding"] = sources(content.safety.values())
    found["documents"] = sources(content.documents.values(), plural=True)
    for name in ("commands", "problems"):
        found[name] = sources(_wording(content, name), plural=True)
    return found


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
