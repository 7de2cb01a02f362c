"""Tasks on a screen: boxes to choose, letters and numbers to pick, fields to write in. Nothing here knows an answer."""

from __future__ import annotations

from string import ascii_uppercase
from typing import assert_never

from builder.model.pieces import Blank, HelpCard, Pairs, Points, Task, Tick
from builder.model.voice import NEUTRAL, Said
from builder.phone.leaf import Leaf
from builder.phone.markup import EMPTY, Html, joined, tag, text
from builder.phone.picture import picture

# Browsers keep what is typed, and some send it away to look for mistakes: not what a child writes here.
PRIVATE = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "sentences"}


def task(leaf: Leaf, each: Task, level: int) -> Html:
    """What to do, and what to do it with. Where a sheet says to join with a line, what can be done here comes first."""
    name = leaf.id("task")
    number = tag("span", text(f"{each.number} "), class_="number")
    own = leaf.said(each.instruction)
    joins = any(isinstance(body, Pairs) for body in each.body)
    heading = tag(f"h{level}", number, tag("span", leaf.word("phone-match") if joins else own), id=name)
    below = tag("p", own, class_="caption") if joins else EMPTY
    return tag("section", heading, below, *(_body(leaf, body, name) for body in each.body), class_="task")


def _body(leaf: Leaf, body: Blank | Pairs | Tick | Points, name: str) -> Html:
    match body:
        case Blank():
            return blank(leaf, body, name)
        case Pairs():
            return pairs(leaf, body, name)
        case Tick():
            return tick(leaf, body, name)
        case Points():
            return tag("ul", leaf.lines(body.items), class_="points")
        case _:
            assert_never(body)


def blank(leaf: Leaf, each: Blank, heading: str = "") -> Html:
    """A field to write in; where nobody writes on the page, and for drawings, a line that sends to paper."""
    start = tag("span", leaf.said(each.start)) if each.start else EMPTY
    if each.height or not leaf.filled_in:
        told = tag("span", leaf.word("phone-draw" if each.height else "phone-on-paper"), class_="paper")
        return tag("p", start, text(" ") if start else EMPTY, told, class_="room" if each.height else "blank")
    return field(leaf, each.start, each.lines, heading)


def field(leaf: Leaf, label: Said, lines: int = 1, heading: str = "") -> Html:
    """A field of so many lines, its label above it: its own words, else the heading's."""
    name = leaf.id()
    shown = tag("label", leaf.said(label), for_=name) if label else EMPTY
    named = {} if label else {"aria_labelledby": heading}
    if label and heading:
        label_name = leaf.id("label")
        shown = tag("label", leaf.said(label), for_=name, id=label_name)
        named = {"aria_labelledby": f"{heading} {label_name}"}
    box = tag("textarea", id=name, rows=max(1, lines), **named, **PRIVATE)
    return tag("div", shown, box, class_="field")


def tick(leaf: Leaf, each: Tick, heading: str) -> Html:
    """Things to choose – a circle is a tick here –, or to put in order by numbers."""
    if each.shape == "order":
        return _order(leaf, each, heading)
    hint = tag("p", leaf.word("phone-tick"), class_="hint") if each.shape == "circle" else EMPTY
    pictures = each.pictures or (None,) * len(each.items)
    rows = []
    for said, shown in zip(each.items, pictures, strict=True):
        drawn = picture(leaf, shown.key, "", "small") if shown else EMPTY  # its words stand beside it
        box = tag("input", type="checkbox", autocomplete="off")
        rows.append(tag("li", tag("label", box, drawn, tag("span", leaf.said(said)))))
    class_ = "choices tiles" if any(pictures) else "choices"
    return joined((hint, _group(heading, tag("ul", *rows, class_=class_))))


def _order(leaf: Leaf, each: Tick, heading: str) -> Html:
    numbers = tuple(str(number) for number in range(1, len(each.items) + 1))
    rows = (tag("li", _pick(leaf, said, numbers)) for said in each.items)
    hint = tag("p", leaf.word("phone-order"), class_="hint")
    return joined((hint, _group(heading, tag("ul", *rows, class_="picks"))))


def pairs(leaf: Leaf, each: Pairs, heading: str) -> Html:
    """What stands on the right has a letter; each on the left picks one."""
    letters = tuple(ascii_uppercase[at % 26] * (at // 26 + 1) for at in range(len(each.right)))
    lettered = (
        tag("li", tag("span", text(f"{letter} "), class_="number"), tag("span", leaf.said(said)))
        for letter, said in zip(letters, each.right, strict=True)
    )  # fmt: skip
    rows = (tag("li", _pick(leaf, said, letters)) for said in each.left)
    return joined((tag("ul", *lettered, class_="lettered"), _group(heading, tag("ul", *rows, class_="picks"))))


def _group(heading: str, inner: Html) -> Html:
    """Boxes and lists to pick from that belong together; a screen reader says under which heading."""
    return tag("div", inner, role="group", aria_labelledby=heading)


def _pick(leaf: Leaf, said: Said, values: tuple[str, ...]) -> Html:
    """A text, and one of the values to pick for it."""
    options = tuple(tag("option", text(value)) for value in ("–", *values))
    return tag("label", tag("select", *options, autocomplete="off"), tag("span", leaf.said(said)))


def help_card(leaf: Leaf, card: HelpCard, level: int = 3) -> Html:
    """Who helps – each number one tap away –, and an adult to trust. What is to stay goes to paper: a field would forget it."""
    rows, keep = [], tag("p", leaf.word("phone-keep"))
    for each in card.contacts:
        number = tag("p", leaf.one(Said(f"**{each.number}**", NEUTRAL)), class_="call") if each.number else EMPTY
        says = each.facts and (each.number or each.kind != "child")  # of a child line that is not known they say to write it here
        facts = tag("p", leaf.said(each.facts), class_="facts") if says else EMPTY
        rows.append(tag("li", tag("p", leaf.said(each.name), class_="who"), number, facts, keep if not each.number else EMPTY))
    lines = tag("ul", leaf.lines(card.lines), class_="points")
    trusted = tag("div", tag(f"h{level}", leaf.said(card.heading)), lines, keep, class_="trusted")
    return joined(
        (tag("ul", *rows, class_="contacts"), trusted, tag("p", leaf.said(card.source), class_="source") if card.source else EMPTY)
    )
