"""Where a text comes from: every layer that has a say, which one wins, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from builder.content import Content
from builder.model.audience import Audience, is_easy
from builder.model.country import Country
from builder.model.language import Language, tag_of
from builder.model.source import Place
from builder.model.text import PLACEHOLDER, Text, context
from builder.translating.messages import texts
from builder.validate.fields import near


class Layer(NamedTuple):
    """One layer's say: what it is, where it stands, its state (a wording of the command line), its words, whether it wins.

    `why` is the reason that a partner gives.
    """

    name: str
    place: Place
    state: str
    text: str
    wins: bool = False
    why: str = ""


class Trace(NamedTuple):
    """One text as one room hears it: its address with its variant, its layers from the source up, what its placeholders become."""

    address: str
    layers: tuple[Layer, ...]
    values: tuple[tuple[str, str, Place], ...]


def traces(content: Content, address: str, audience: Audience, language: Language, country: Country) -> list[Trace]:
    """The text of this address, or all below it; nothing – and a problem – where there is none. `…@easy-read` is that variant."""
    name = address.split("/", maxsplit=1)[0]
    wanted, _, key = address.partition("@")
    audience = replace(audience, easy=audience.easy or is_easy(key))
    everything = texts(content)
    known = list(everything.get(name, ()))
    here = {text.address: text for text in known}
    upstream = content.layers.upstream(name)
    kept = {text.address for text in upstream if text.address in here and _stays(content, here[text.address], language)}
    old = [text for text in upstream if text.address not in here or text.address in kept]
    some = _below(wanted, [*(text for text in known if text.address not in kept), *old])
    if not some:
        nearest = near(wanted, [text.address for text in known]) or near(name, list(everything))
        content.report.error("unknown-address", None, address=address, near=nearest)
    heard = content.heard(name, audience)
    return [
        _trace(content, text, audience, language, country)
        for text in some if text.variant(audience) and (heard is None or text.address in heard or text in old)
    ]  # fmt: skip


def _stays(content: Content, text: Text, language: Language) -> bool:
    """Whether upstream's block stays in this language: the partner's, which stands for it, has no words in it."""
    own, layers = content.layers.own_block(text), content.layers
    if own is None or not own.change.elsewhere or tag_of(layers.source_of(text)) in language.spoken:
        return False
    found = content.catalogues(layers.layers(language.chain), frozenset({text.address.split("/")[0]}))
    contexts = {context(text.address, variant.key) for variant in text.variants}
    return not any(contexts & set(messages) for messages in found.values())


def _below(wanted: str, some: list[Text]) -> list[Text]:
    return [text for text in some if text.address == wanted] or [text for text in some if text.address.startswith(f"{wanted}/")]


def _trace(content: Content, text: Text, audience: Audience, language: Language, country: Country) -> Trace:
    variant = text.variant(audience)
    assert variant
    rows = list(_stack(content, text, audience, language, country))
    change = content.layers.taken_away(text)
    if change and not (change.elsewhere and change.language not in language.chain):
        rows = [*rows, Layer(f"{change.language}@{change.partner}", change.place, f"trace-{change.op}", "", why=change.reason)]
        winner: int | None = len(rows) - 1
    else:
        winner = next((n for n in reversed(range(len(rows))) if rows[n].state in WINNING and _in_language(rows[n], language)), None)
    rows = [row._replace(wins=number == winner) for number, row in enumerate(rows)]
    said = rows[winner].text if winner is not None else rows[0].text
    return Trace(context(text.address, variant.key), tuple(rows), tuple(_values(content, said, language, country)))


WINNING = ("trace-source", "trace-up-to-date", "trace-edit", "trace-own")
"""States of layers that may speak; of those the topmost does."""


def _in_language(layer: Layer, language: Language) -> bool:
    return tag_of(layer.name) in language.spoken


def _stack(content: Content, text: Text, audience: Audience, language: Language, country: Country) -> Iterator[Layer]:
    """The layers from the source up: upstream's words where a partner's block stands now, the source, translations, a partner's edit."""
    variant = text.variant(audience)
    assert variant
    layers, source = content.layers, "\n".join(variant.lines)
    own = layers.own_block(text)
    written = layers.source_of(text)
    if own:
        for old in (each for each in layers.upstream(text.address.split("/")[0]) if each.address == text.address):
            first = old.variants[0]
            yield Layer("en", first.place, "trace-replace", "\n".join(first.lines))
    reason = own.change.reason if own else ""
    yield Layer(written, variant.place, "trace-own" if own else "trace-source", source, why=reason)
    chain = [layer for layer in (*layers.layers(language.chain), *language.layers(country.address_form)) if layer != written]
    above = list(_above(content, context(text.address, variant.key), source, chain))
    yield from (layer for layer in reversed(above) if not own or layer.state != "trace-nothing")
    for own_words, change in (found for address, found in layers.edited.items() if address == text.address):
        mine = own_words.text.variant(audience)
        state, said = ("trace-edit", mine) if mine else ("trace-other-ages", own_words.text.variants[0])
        yield Layer(own_words.layer, said.place, state, "\n".join(said.lines), why=change.reason)


def _above(content: Content, address: str, source: str, chain: list[str]) -> Iterator[Layer]:
    name = address.split("/", maxsplit=1)[0]
    for layer in chain:
        message = content.catalogues((layer,), frozenset({name}))[layer].get(address)
        place = message.place if message and message.place else Place(f"workshops/locale/{layer}/{name}.po")
        if message is None or not (message.text or message.plurals):
            if layer.rpartition("@")[2] not in {partner.id for partner in content.layers.partners} and layer != "en":
                yield Layer(layer, place, "trace-nothing", "")
        else:
            current = not message.fuzzy and message.source == source
            yield Layer(layer, place, "trace-up-to-date" if current else "trace-outdated", message.text or message.plurals[-1])


def _values(content: Content, said: str, language: Language, country: Country) -> Iterator[tuple[str, str, Place]]:
    """What each placeholder becomes, and the file that says so."""
    tag = next((tag for tag in (*language.chain, "en") if country.values.get(tag)), "en")
    for name in dict.fromkeys(PLACEHOLDER.findall(said)):
        place = content.layers.place_of(country.id, tag, name) or Place(country.place.file)
        yield name, country.values.get(tag, {}).get(name, ""), place
