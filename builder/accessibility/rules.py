"""What is looked for on slides: the rules of PowerPoint's accessibility checker, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.accessibility.deck import A, Deck, P
from builder.accessibility.grounds import faint
from builder.accessibility.order import out_of_order
from builder.accessibility.seen import Finding, Seen, Slide
from builder.model.report import Severity

_EXCERPT = 60
_EMPTY_ALT = re.compile(
    r"[\w .()-]*\.(png|jpe?g|gif|bmp|svg|emf|wmf|tiff?|webp)|(image|picture|img|photo|graphic|imagen|foto)[ _-]*\d*", re.I
)
"""Alt texts that programs make of file names."""
_MERGED = ("gridSpan", "rowSpan", "hMerge", "vMerge")


def findings(file: str, deck: Deck, unclear: frozenset[str]) -> list[Finding]:
    """Everything found in a deck, slide by slide; `unclear` are words that do not say where a link leads."""
    found: list[Finding] = []
    if not deck.title:
        found.append(Finding(file, 0, Severity.TIP, "document-without-title"))
    for slide in deck.slides:
        found += _titles(file, slide, deck)
        for shape in slide.shapes:
            found += _shape(file, slide, shape, unclear)
        found += _order(file, slide)
        for each in faint(slide):
            values = (("contrast", f"{each.contrast:.1f}"), ("ground", each.ground), ("ink", each.ink), ("least", f"{each.least:g}"))
            found.append(Finding(file, slide.number, Severity.WARNING, "low-contrast", each.shape.name, _cut(each.words), values))
    return [*found, *_languages(file, deck)]


def _cut(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"


def _at(file: str, slide: Slide, shape: Seen, severity: Severity, code: str, **values: str) -> Finding:
    return Finding(file, slide.number, severity, code, shape.name, _cut(shape.text or shape.alt), tuple(values.items()))


def _titles(file: str, slide: Slide, deck: Deck) -> Iterator[Finding]:
    if not slide.title:
        first = next((shape.text for shape in slide.shapes if shape.text), "")
        yield Finding(file, slide.number, Severity.ERROR, "slide-without-title", "", _cut(first))
        return
    before = next(each.number for each in deck.slides if each.title == slide.title)
    if before < slide.number:
        yield Finding(file, slide.number, Severity.WARNING, "title-twice", "", _cut(slide.title), (("before", str(before)),))


def _shape(file: str, slide: Slide, shape: Seen, unclear: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with one shape; a group with an alt text, or the mark of decoration, speaks for all in it."""
    if _is_mute(shape):
        yield _at(file, slide, shape, Severity.ERROR, "shape-without-alt")
    elif shape.alt and not shape.text and not shape.decorates and _EMPTY_ALT.fullmatch(shape.alt):
        yield _at(file, slide, shape, Severity.WARNING, "alt-says-nothing", alt=_cut(shape.alt))
    elif shape.kind == "grpSp" and not shape.alt and not shape.decorates:
        for each in shape.inner:
            yield from _shape(file, slide, each, unclear)
    if shape.place and not shape.is_margin and not shape.is_title and shape.kind == "sp" and not shape.text:
        yield _at(file, slide, shape, Severity.TIP, "empty-placeholder")
    if shape.kind == "table":
        yield from _table(file, slide, shape)
    for words in _links(shape):
        if words.casefold().strip(" .!:›»>→") in unclear or re.match(r"https?://", words):
            yield _at(file, slide, shape, Severity.WARNING, "link-unclear", words=_cut(words))


def _is_mute(shape: Seen) -> bool:
    """Whether it shows something of which nothing is said."""
    if shape.alt or shape.decorates or shape.text or shape.kind == "table":
        return False
    if shape.kind == "grpSp":
        return not any(each.speaks for each in shape.inner)
    return not (shape.kind == "sp" and (shape.place or shape.element.find(f"{P}nvSpPr/{P}cNvSpPr").get("txBox") == "1"))


def _table(file: str, slide: Slide, shape: Seen) -> Iterator[Finding]:
    properties = next(shape.element.iter(f"{A}tblPr"), None)
    if properties is None or properties.get("firstRow", "0") not in ("1", "true"):
        yield _at(file, slide, shape, Severity.ERROR, "table-without-head")
    if any(cell.get(name) for cell in shape.element.iter(f"{A}tc") for name in _MERGED):
        yield _at(file, slide, shape, Severity.TIP, "table-cells-merged")


def _links(shape: Seen) -> Iterator[str]:
    """The words of each link that leads out of the deck."""
    if shape.inner:
        return
    for run in shape.element.iter(f"{A}r"):
        click = run.find(f"{A}rPr/{A}hlinkClick")
        if click is not None and not click.get("action", "").startswith("ppaction://hlinksldjump"):
            yield "".join(each.text or "" for each in run.iter(f"{A}t")).strip()


def _order(file: str, slide: Slide) -> Iterator[Finding]:
    pair = next(out_of_order(slide.shapes, slide.rtl), None)
    if pair:
        first, second = pair
        values = (("other", second.name), ("words", _cut(second.text or second.alt)))
        yield Finding(file, slide.number, Severity.WARNING, "reading-order", first.name, _cut(first.text or first.alt), values)


def _languages(file: str, deck: Deck) -> Iterator[Finding]:
    """One tip for the whole deck: its first text that says no language, and how many slides have such."""
    missing = [(slide, words) for slide in deck.slides if (words := _without_language(slide.part.element))]
    if missing:
        slide, words = missing[0]
        yield Finding(file, slide.number, Severity.TIP, "text-without-language", "", _cut(words), (("n", str(len(missing))),))


def _without_language(slide: object) -> str:
    for run in slide.iter(f"{A}r"):  # type: ignore[attr-defined]
        properties = run.find(f"{A}rPr")
        words = "".join(each.text or "" for each in run.iter(f"{A}t")).strip()
        if words and (properties is None or not properties.get("lang")):
            return words
    return ""
