"""What there is to translate: every text a person reads, by the file it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from builder import load
from builder.content import Content
from builder.model.country import Contact
from builder.model.partner import Partner
from builder.model.source import Fields
from builder.model.text import Text
from builder.translate.sync import Source, sources
from builder.validate.wording import fixed


def texts(content: Content) -> dict[str, list[Text]]:
    """PO name → its texts in document order."""
    library, report = content.library, content.report
    found = {name: list(lesson.texts()) for name in library.modules(report) if (lesson := content.lesson(name))}
    found |= {name: list(shared.texts()) for name in library.collections(report) if (shared := content.collection(name))}
    found |= {f"plan-{name}": list(plan.own_texts()) for name in library.plans(report) if (plan := content.workshop(name))}
    found |= {f"programme-{name}": list(made.texts()) for name in library.programmes(report) if (made := content.programme(name))}
    found |= {f"country-{name}": list(_country_texts(content, name)) for name in library.countries(report)}
    found |= {f"partner-{partner.id}": list(_partner_texts(partner)) for partner in content.layers.partners if partner.contacts}
    found["audiences"] = list(content.labels.values())
    found["frames"] = [text for named in content.frames.values() for text in named.values()]
    found["pictures"] = list(content.pictures.values())
    found["safeguarding"] = list(content.safety.values())
    for name in content.library.wordings():
        found[name] = [text for text in content.documents.values() if text.address.startswith(f"{name}/")]
    return found | {name: list(_wording(content, name)) for name in ("commands", "problems")}


def messages(content: Content) -> dict[str, list[Source]]:
    """PO name → its messages in document order."""
    plurals = (*content.library.wordings(), "commands", "problems")
    return {name: sources(found, plural=name in plurals) for name, found in texts(content).items()}


def _country_texts(content: Content, name: str) -> Iterator[Text]:
    country = content.country(name)
    if country:
        yield country.name
        for contact in (each for each in country.contacts if not each.own):
            yield from _facts(contact)


def _partner_texts(partner: Partner) -> Iterator[Text]:
    """What a partner says of its own helplines, without what is the same in every language."""
    for contacts in partner.contacts.values():
        yield from (text for each in contacts for text in _facts(each) if text.address not in partner.neutral)


def _facts(contact: Contact) -> Iterator[Text]:
    yield from (text for text in (contact.hours, contact.cost, contact.source) if text)


def _wording(content: Content, name: str) -> Iterator[Text]:
    """The sentences of the command line and of problems; a problem's three are messages of their own."""
    raw = load.read_yaml(content.library.one(f"workshops/wording/{name}.yaml"), f"workshops/wording/{name}.yaml", content.report, name)
    for value in (raw or {}).values():
        if isinstance(value, Fields) and "message" in value:
            yield from fixed(value, content.report).values()
    flat = Fields({key: value for key, value in (raw or {}).items() if not (isinstance(value, Fields) and "message" in value)})
    yield from fixed(flat, content.report).values()
