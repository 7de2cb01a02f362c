"""How easy a text is to read, by the formula that was validated for its language; sentence length everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from builder.model.text import sentences

_GROUPS = {
    "en": re.compile(r"[aeiouy]+"),
    "es": re.compile(r"[aeo]?[iuü][aeoáéó]|[aeoáéó][iuüy](?![aeoáéíóú])|[aeiouáéíóúü]|y(?![aeiouáéíóú])"),
    "fr": re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+"),
}


class Formula(NamedTuple):
    """Constant, weight of words in a sentence, weight of syllables in a word: the higher the result, the easier (100: very)."""

    constant: float
    sentence: float
    word: float


FORMULAS = {
    "en": Formula(206.835, 1.015, 84.6),  # Flesch 1948
    "es": Formula(206.835, 1.0, 62.3),  # Szigriszt-Pazos 1993, scale INFLESZ (Barrio-Cantalejo 2008)
    "fr": Formula(207.0, 1.015, 73.6),  # Kandel and Moles 1958
}


def syllables(word: str, language: str) -> int:
    """About how many syllables a word has: groups of vowels, in English and French without a silent e at the end."""
    word = word.lower()
    count = len(_GROUPS[language].findall(word))
    if language in ("en", "fr") and count > 1 and re.search(r"[^aeiouy]es?$", word) and not re.search(r"[^aeiouy]les?$", word):
        count -= 1
    return max(1, count)


def ease(texts: Iterable[str], language: str) -> float | None:
    """The reading ease of several texts together; None where no formula was validated for the language, or too little is said."""
    formula = FORMULAS.get(language)
    found = [sentence for text in texts for sentence in sentences(text)]
    tokens = [word for sentence in found for word in re.findall(r"[^\W\d_]+", sentence)]
    if formula is None or len(tokens) < FEWEST:
        return None
    per_word = sum(syllables(word, language) for word in tokens) / len(tokens)
    return formula.constant - formula.sentence * len(tokens) / len(found) - formula.word * per_word


FEWEST = 80
"""Words below which a formula says nothing."""
