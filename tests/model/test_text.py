"""Markup and words."""

from hypothesis import given
from hypothesis import strategies as st

from builder.model.text import Span, plain, spans, words


def test_bold_and_emphasis_are_cut_out():
    assert spans("**Stop** and *breathe*.") == (Span("Stop", bold=True), Span(" and "), Span("breathe", emphasis=True), Span("."))


def test_words_are_counted_as_a_reader_counts_them():
    assert words("Don't **reply**: save, block, tell!") == 5
    assert words("¿Qué harías tú?") == 3


@given(st.text(alphabet="ab *"))
def test_no_letter_is_ever_lost(string):
    assert plain(string).replace("*", "") == string.replace("*", "")
