"""Where a text comes from: every layer that has a say, which one wins, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.content import Content
from builder.model.audience import Audience
from builder.model.country import Country
from builder.model.language import Language
from builder.model.source import Place
from builder.model.text import PLACEHOLDER, Text, Variant, context
from builder.translating.messages import texts
from builder.validate.fields import near


class Layer(NamedTuple):
    """One layer's say: what it is, where it stands, its state (a wording of the command line), its words, whether it wins."""

    name: str
    place: Place
    state: str
    text: str
    wins: bool = False


class Trace(NamedTuple):
    """One text as one room hears it: its address with its variant, its layers from the source up, what its placeholders become."""

    address: str
    layers: tuple[Layer, ...]
    values: tuple[tuple[str, str, Place], ...]


def traces(content: Content, address: str, audience: Audience, language: Language, country: Country) -> list[Trace]:
    """The text of this address, or all below it; nothing – and a problem – where there is none."""
    name = address.split("/", maxsplit=1)[0]
    wanted = address.split("@", maxsplit=1)[0]
    everything = texts(content)
    known = list(everything.get(name, ()))
    some = [text for text in known if text.address == wanted] or [text for text in known if text.address.startswith(f"{wanted}/")]
    if not some:
        nearest = near(wanted, [text.address for text in known]) or near(name, list(everything))
        content.report.error("unknown-address", None, address=address, near=nearest)
    return [_trace(content, text, variant, language, country) for text in some if (variant := text.variant(audience))]


def _trace(content: Content, text: Text, variant: Variant, language: Language, country: Country) -> Trace:
    address = context(text.address, variant.key)
    source = "\n".join(variant.lines)
    chain = language.layers(country.address_form) if language.tag != "en" else ()
    above = list(_above(content, address, source, chain))
    winner = next((number for number, layer in enumerate(above) if layer.state == "trace-up-to-date"), None)
    layers = [Layer("en", variant.place, "trace-source", source, language.tag == "en")]
    layers += [layer._replace(wins=number == winner) for number, layer in reversed(list(enumerate(above)))]
    said = above[winner].text if winner is not None else source
    return Trace(address, tuple(layers), tuple(_values(said, language, country)))


def _above(content: Content, address: str, source: str, chain: tuple[str, ...]) -> Iterator[Layer]:
    name = address.split("/", maxsplit=1)[0]
    for layer in chain:
        message = content.catalogues((layer,), frozenset({name}))[layer].get(address)
        place = message.place if message and message.place else Place(f"workshops/locale/{layer}/{name}.po")
        if message is None or not (message.text or message.plurals):
            yield Layer(layer, place, "trace-nothing", "")
        else:
            current = not message.fuzzy and message.source == source
            yield Layer(layer, place, "trace-up-to-date" if current else "trace-outdated", message.text or message.plurals[-1])


def _values(said: str, language: Language, country: Country) -> Iterator[tuple[str, str, Place]]:
    values = next((country.values[tag] for tag in (*language.chain, "en") if country.values.get(tag)), {})
    for name in dict.fromkeys(PLACEHOLDER.findall(said)):
        yield name, values.get(name, ""), country.place
