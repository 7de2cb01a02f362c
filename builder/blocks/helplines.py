"""Helplines: where help is in this country."""

from __future__ import annotations

from collections.abc import Iterator

from builder.blocks.base import Block, Room, Words
from builder.model.country import Contact
from builder.model.document import NOTHING, Frame
from builder.model.pieces import Help, HelpCard
from builder.model.voice import Said, Voice, joined


class Helplines(Block):
    """The help card: the child helpline, who to call in danger, an adult to trust."""

    title: Words

    def slides(self, room: Room) -> list[Frame]:
        """One help card; a number that is not proven leaves a line to write on."""
        title = room.voice.say(self.title)
        return [self.frame(room, 1, "help", title, [help_card(room)], picture="help-door")]


def help_card(room: Room) -> HelpCard:
    """The country's child helpline and emergency number as they may be printed on this day."""
    voice = room.voice
    child, danger = (room.country.helpline(room.today, kind) for kind in ("child", "emergency"))
    own = [each for each in room.country.contacts if each.own and each is not child and each.kind == "child" and each.on_sheets(room.today)]
    contacts = (_child(child, room), _danger(danger, room), *(_child(each, room) for each in own[:1]))
    lines = tuple(voice.own_word(name) for name in ("write-name", "write-reach", "write-school"))
    known = [each for each in (child, *own[:1]) if each]
    sources = voice.word("between").string.join(_sources(known, voice))
    source = voice.word("source-line", source=sources, dated=_dated(known[-1])) if known else NOTHING
    if known and not all(each.called_on for each in known):
        source = source._replace(string=f"{source.string} · {voice.word('not-called').string}")
    if room.drafts:
        source = joined((source, room.unreviewed()), " · ", voice.language.tag)
    return HelpCard(contacts, lines, source, voice.own_word("trusted-adult"), room.unreviewed())


def _sources(contacts: list[Contact], voice: Voice) -> Iterator[str]:
    """Where each number is known from, and when that was – the last one's date stands in the wording itself."""
    for number, contact in enumerate(contacts, 1):
        name = voice.say(contact.source)
        yield (name if number == len(contacts) else voice.word("source-dated", source=name, dated=_dated(contact))).string


def _child(contact: Contact | None, room: Room) -> Help:
    if contact is None:
        return Help("child", room.voice.own_word("ask-locally"), "", room.voice.word("ask-locally-facts"))
    voice = room.voice
    facts = joined((voice.say(text) for text in (contact.cost, contact.hours)), " · ", voice.language.tag)
    return Help("child", Said(contact.called(voice.language.tag), voice.language.tag), contact.number, facts)


def _danger(contact: Contact | None, room: Room) -> Help:
    name = room.voice.word("in-danger")
    if contact is None:
        return Help("emergency", name, "", room.voice.word("ask-locally-number"))
    return Help("emergency", name, contact.number, room.voice.word("emergency-number"))


def _dated(contact: Contact) -> str:
    year, _, month = contact.source_dated.partition("-")
    return f"{month}/{year}" if month else year
