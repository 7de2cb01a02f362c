"""Tracing: what is told agrees with the files, and the layer that wins is what is printed."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.cli import main
from builder.content import Content
from builder.library import Library, installed
from builder.model.audience import Audience
from builder.model.report import Report
from builder.model.voice import Voice
from builder.tracing import traces
from builder.translating.messages import texts

CONTENT = Content(Library((installed(),)), Report())
EVERY = [text for name, found in texts(CONTENT).items() if name not in ("problems", "commands") for text in found]


@given(text=st.sampled_from(EVERY), tag=st.sampled_from(["en", "es", "fr"]), code=st.sampled_from(["PY", "CR"]), number=st.integers(0, 5))
@settings(max_examples=150, deadline=None)
def test_the_layer_that_wins_is_what_a_voice_says(text, tag, code, number):
    audience = Audience((CONTENT.bands[number],))
    language, country = CONTENT.language(tag), CONTENT.country(code)
    assert language
    assert country
    variant = text.variant(audience)
    found = traces(CONTENT, text.address, audience, language, country)
    heard = CONTENT.heard(text.address.split("/")[0], audience)
    if variant is None or (heard is not None and text.address not in heard):
        assert text.address not in {each.address.split("@")[0] for each in found}
        return
    told = next(each for each in found if each.address.split("@")[0] == text.address)
    assert sum(layer.wins for layer in told.layers) <= 1
    form = country.address_form.get(tag, "")
    layers = (f"{tag}@{form}", tag) if form else (tag,)
    catalogues = CONTENT.catalogues(layers, frozenset({text.address.split("/")[0]})) if tag != "en" else {}
    voice = Voice(replace(language, chain=layers), "en", audience, catalogues, {}, {}, Report())
    said = voice.found(text, variant)
    winner = next((layer for layer in told.layers if layer.wins), None)
    if winner and len(text.variants[0].lines) == len(said.lines):
        assert winner.name == said.layer


def test_what_an_age_does_not_hear_is_told(capsys):
    assert main(["trace", "cyberbullying/what-is-it/say", "--audience", "5-8"]) == 1
    assert "not-said" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["cyberbullying/what-is-it", "opening/ground-rules/items", "documents/signed"])
def test_each_line_names_a_place_that_holds_the_text(address, capsys):
    assert main(["trace", address, "--language", "es", "--country", "PY", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows
    for row in rows:
        for layer in row["layers"]:
            if layer["text"]:
                path, line = re.fullmatch(r"(.*):(\d+)", layer["place"]).groups()
                lines = (installed() / path).read_text("utf-8").splitlines()
                words = layer["text"].split("\n")[0][:20]
                assert words in "\n".join(lines[int(line) - 1 : int(line) + 12]).replace('\\"', '"')


def test_an_address_that_is_not_there_is_told(capsys):
    assert main(["trace", "cyberbullying/what-isit"]) == 1
    assert "unknown-address" in capsys.readouterr().err
