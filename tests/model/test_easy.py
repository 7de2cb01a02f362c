"""Easy read: which variant a room hears, and what a variant keeps to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content import Content
from builder.library import Library, installed
from builder.model.audience import Audience, Band, is_easy, key_for, readers_of
from builder.model.easy import MOST_WORDS, faults, one_by_one
from builder.model.language import Language
from builder.model.report import Report
from builder.model.source import Place
from builder.model.text import Text, Variant
from builder.model.voice import Ease, Message, Own, Voice

YOUNG, MIDDLE, TEENS = (Band(f"{low}-{high}", low, high, False, 30, 7, "x") for low, high in ((5, 8), (9, 12), (13, 17)))
CAREGIVERS = Band("caregivers", 18, 99, True, 60, 9, "x")


def room(*bands: Band, easy: bool = True) -> Audience:
    return Audience(bands, easy=easy)


@pytest.mark.parametrize(
    ("audience", "keys", "expected"),
    [
        (room(MIDDLE), ("9-12", "9-12-easy-read"), "9-12-easy-read"),
        (room(MIDDLE, easy=False), ("9-12", "9-12-easy-read"), "9-12"),
        (room(MIDDLE), ("everyone", "easy-read"), "easy-read"),
        (room(MIDDLE), ("9-17-easy-read", "9-12-easy-read", "9-12"), "9-12-easy-read"),
        (room(YOUNG), ("5-8", "9-17", "9-17-easy-read"), "5-8"),
        (room(MIDDLE, TEENS), ("9-17", "9-17-easy-read", "9-12-easy-read"), "9-17-easy-read"),
        (room(MIDDLE, TEENS), ("9-17", "9-12-easy-read"), "9-12-easy-read"),
        (room(MIDDLE, TEENS), ("9-12", "13-17", "13-17-easy-read"), "9-12"),
        (room(CAREGIVERS), ("everyone", "adults-easy-read"), "adults-easy-read"),
        (room(TEENS), ("9-12", "9-12-easy-read"), None),
    ],
)
def test_a_room_that_reads_easily_hears_its_easy_read_variant(audience, keys, expected):
    assert key_for(audience, keys) == expected


def test_a_key_says_who_it_is_for():
    assert [readers_of(key) for key in ("9-12-easy-read", "easy-read", "9-12")] == ["9-12", "everyone", "9-12"]
    assert not any(band.is_in("9-12-easy-read") for band in (YOUNG, MIDDLE, TEENS))
    assert not is_easy("easy")


PLACE = Place("module.yaml", 1, 1)
TEXT = Text(
    "a/b/points",
    (Variant("everyone", ("A longer sentence, and one more.",), PLACE), Variant("easy-read", ("Short.", "Shorter."), PLACE, ("cat", ""))),
    listed=True,
)
ORDINARY, EASY = (Message("\n".join(each.lines), said) for each, said in zip(TEXT.variants, ("Larga.", "Corta.\nMás corta."), strict=True))


def voice(tag: str, said: dict[str, Message], *, easy: bool = True, second: Voice | None = None) -> Voice:
    return Voice(language_of(tag), "en", room(MIDDLE, easy=easy), {tag: said}, {}, {}, Report(), second=second)


def language_of(tag: str) -> Language:
    found = Content(Library((installed(),)), Report()).language(tag)
    assert found
    return found


def strings(some: tuple) -> list[str]:
    return [each.string for each in some]


BOTH = {"a/b/points": ORDINARY, "a/b/points@easy-read": EASY}


def test_the_source_says_its_easy_read_lines_with_their_pictures():
    said = voice("en", {}).lines(TEXT)
    assert [(each.string, each.picture) for each in said] == [("Short.", "cat"), ("Shorter.", "")]
    assert strings(voice("en", {}, easy=False).lines(TEXT)) == ["A longer sentence, and one more."]


def test_a_translation_says_its_own_easy_read_lines():
    assert strings(voice("es", BOTH).lines(TEXT)) == ["Corta.", "Más corta."]


@pytest.mark.parametrize("easy", [None, replace(EASY, fuzzy=True)])
def test_where_it_is_not_translated_or_outdated_the_ordinary_words_of_the_language_are_said(easy):
    speaker = voice("es", {"a/b/points": ORDINARY} | ({"a/b/points@easy-read": easy} if easy else {}))
    assert strings(speaker.lines(TEXT)) == ["Larga."]
    assert speaker.report.problems == []


def test_two_languages_say_the_same_variant():
    spoken = voice("es", BOTH, second=voice("gn", {"a/b/points": replace(ORDINARY, text="Puku.")}))
    assert [(each.string, each.second.string) for each in spoken.lines(TEXT) if each.second] == [("Larga.", "Puku.")]


def test_a_partners_words_stand_in_easy_read_too():
    own = Text("a/b/points", (Variant("everyone", ("Nuestras palabras.",), PLACE),), listed=True)
    speaker = voice("es", BOTH)
    speaker.own = {"a/b/points": Own(own, "es@ours")}
    assert strings(speaker.lines(TEXT)) == ["Nuestras palabras."]
    speaker.own = {"a/b/points": Own(replace(own, variants=(*own.variants, Variant("easy-read", ("Lo nuestro.",), PLACE))), "es@ours")}
    assert strings(speaker.lines(TEXT)) == ["Lo nuestro."]


def test_it_notes_what_is_short_enough():
    speaker = voice("es", {"a/b/points": replace(ORDINARY, text="palabra " * (MOST_WORDS + 1))})
    speaker.lines(TEXT)
    assert speaker.easy == {"a/b/points": Ease(written=False, hard="palabra " * (MOST_WORDS + 1))}
    speaker = voice("es", BOTH)
    speaker.lines(TEXT)
    assert speaker.easy == {"a/b/points": Ease(written=True)}


def test_a_partners_long_words_are_noted_where_they_stand():
    long = "palabra " * (MOST_WORDS + 1)
    for words, hard in ((long, long), ("Corto.", "")):
        speaker = voice("es", BOTH)
        speaker.own = {"a/b/points": Own(Text("a/b/points", (Variant("everyone", (words,), PLACE),), listed=True), "es@ours")}
        speaker.lines(TEXT)
        assert speaker.easy == {"a/b/points": Ease(written=False, hard=hard, partner=PLACE)}


def test_what_is_too_hard_is_told():
    assert [hard.code for hard in faults(["one " * 13], listed=False)] == ["easy-read-long-sentence"]
    assert [hard.code for hard in faults(["It *is* so."], listed=False)] == ["easy-read-emphasis"]
    assert [hard.code for hard in faults(["It is. It was."], listed=True)] == ["easy-read-two-ideas"]
    assert list(faults(["It is **so**. It was."], listed=False)) == []


@pytest.mark.parametrize(
    ("string", "parts"),
    [
        ("Who? **Write** it.", ("Who?", "**Write** it.")),
        ("**Area 1.** Write.", ("**Area 1.**", "Write.")),
        ("Say: “Stop. Please.”", ("Say: “Stop.", "Please.”")),
        ("Je dis : « Stop. » Puis je pars.", ("Je dis : « Stop. »", "Puis je pars.")),
        ("**One. Two.**", ("**One. Two.**",)),
        ("", ("",)),
    ],
)
def test_sentences_stand_one_by_one(string, parts):
    assert one_by_one(string) == parts


@given(st.text(alphabet="ab. *”»?\n"))
def test_no_letter_is_lost_between_sentences(string):
    assert "".join("".join(one_by_one(string)).split()) == "".join(string.split())
