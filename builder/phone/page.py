"""A document as one HTML file: head, help within one tap, contents, parts, who made it."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from builder.model.document import Document, Frame
from builder.model.partner import Logo, line_in
from builder.model.pieces import Heading, HelpCard, Piece, Task
from builder.model.voice import Said
from builder.phone import tasks
from builder.phone.flow import flow
from builder.phone.leaf import Leaf, isolated
from builder.phone.markup import EMPTY, Html, joined, tag, text
from builder.phone.picture import mark, picture
from builder.phone.style import on_every_page

# Nothing may be fetched, run or sent, whatever gets into a page.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"


class Part(NamedTuple):
    """One part of the page: its name, its title, what stands in it."""

    name: str
    title: Html
    section: Html


class Inside(NamedTuple):
    """What stands above the page's title and below it, before the first part, in the parts."""

    above: Html
    below: Html
    lead: Html
    parts: tuple[Part, ...]


def handouts(leaf: Leaf, document: Document, card: HelpCard, label: Said, style: Html) -> str:
    """What participants take with them: their sheets, what groups use, where help is. `label` is what they are called."""
    parts = [_part(leaf, frame) for frame in _distinct(leaf, document.frames)]
    title = leaf.voice.word("guide-help")
    inner = (tag("h2", leaf.said(title)), tasks.help_card(leaf, card))
    parts.append(Part("help", leaf.said(title), tag("section", *inner, id="help")))
    private = tag("p", leaf.word("phone-private"), class_="private")
    pill = tag("p", tag("span", leaf.one(label), class_="pill"), class_="kicker")
    inside = Inside(pill, _strip(leaf, card), private, tuple(parts))
    return _page(leaf, document, inside, joined((style, on_every_page(leaf, _help(leaf, card)))))


def guide(leaf: Leaf, document: Document, style: Html) -> str:
    """What the facilitator reads."""
    first, *others = document.frames
    lead = flow(leaf, first.pieces, 2)
    parts = tuple(_part(leaf, frame) for frame in _distinct(leaf, tuple(_gathered(others))))
    kicker = tag("p", leaf.said(first.section), class_="kicker")
    return _page(leaf, document, Inside(kicker, EMPTY, lead, parts), style)


def _gathered(frames: Iterable[Frame]) -> Iterator[Frame]:
    """The frames with a title; what goes on without one belongs to the frame before it, unless it begins with a heading."""
    held: Frame | None = None
    for frame in frames:
        head = frame.pieces[0] if frame.pieces else None
        if held and not frame.title and not isinstance(head, Heading):
            held = _with(held, frame.pieces)
            continue
        if held:
            yield held
        held = frame
        if not frame.title and isinstance(head, Heading):
            held = Frame(frame.id, frame.archetype, head.said, frame.pieces[1:], frame.section)
    if held:
        yield held


def _distinct(leaf: Leaf, frames: Sequence[Frame]) -> Iterator[Frame]:
    """The frames; those of one title are counted, such as a game's board and its cards."""
    count, seen = Counter(frame.title.string for frame in frames), Counter[str]()
    for frame in frames:
        name = frame.title.string
        seen[name] += 1
        if not name or count[name] == 1:
            yield frame
            continue
        told = leaf.voice.word("part-of", title=frame.title, n=seen[name], of=count[name])
        yield replace(frame, title=frame.title._replace(string=told.string, second=told.second))


def _with(frame: Frame, pieces: tuple[Piece, ...]) -> Frame:
    return Frame(frame.id, frame.archetype, frame.title, (*frame.pieces, *pieces), frame.section)


def _part(leaf: Leaf, frame: Frame) -> Part:
    """A sheet, or a chapter of the guide."""
    name = frame.id.replace("/", "-")
    heading = tag("h2", leaf.said(frame.title))
    has_meta = any(isinstance(each, Task) for each in frame.pieces)  # a worksheet says in its first paragraph where it belongs
    group = frame.archetype in ("cards", "board")
    meta = tag("p", leaf.said(frame.section), class_="meta") if frame.section and not has_meta else EMPTY
    how = tag("p", leaf.word("phone-group"), class_="hint") if group else EMPTY
    drawn = picture(leaf, frame.picture, leaf.plain(frame.alt))
    first = 1 if has_meta else 0
    inner = (heading, meta, how, flow(leaf, frame.pieces[:first], 3), drawn, flow(leaf, frame.pieces[first:], 3))
    return Part(name, leaf.said(frame.title), tag("section", *inner, id=name))


def _strip(leaf: Leaf, card: HelpCard) -> Html:
    """The child helpline, one tap away – or an adult to trust."""
    told = leaf.said(_help(leaf, card))
    # Without a number, a tap leads to where help is.
    return tag("p", mark("handset"), tag("span", told) if card.contacts[0].number else tag("a", told, href="#help"), class_="strip")


def _help(leaf: Leaf, card: HelpCard) -> Said:
    child = card.contacts[0]
    return leaf.voice.word("strip-help", number=child.number, name=child.name) if child.number else leaf.voice.word("strip-no-help")


def _page(leaf: Leaf, document: Document, inside: Inside, style: Html) -> str:
    """The whole file."""
    logos = tag("div", *(_logo(logo) for logo in leaf.look.brand.logos), class_="logos") if leaf.look.brand.logos else EMPTY
    body = tag(
        "body",
        tag("a", leaf.word("phone-skip"), href="#main", class_="skip"),
        tag("header", logos, inside.above, tag("h1", leaf.said(document.title)), inside.below),
        _contents(leaf, inside.parts),
        tag("main", inside.lead, *(part.section for part in inside.parts), id="main", tabindex="-1"),
        _foot(leaf, document),
    )
    way = "rtl" if leaf.voice.language.rtl else "ltr"
    return f"<!DOCTYPE html>\n{tag('html', _head(leaf, document, style), body, lang=leaf.language, dir=way)}\n"


def _head(leaf: Leaf, document: Document, style: Html) -> Html:
    kind = leaf.plain(leaf.voice.word("guide" if document.kind == "guide" else "phone-handouts"))
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="format-detection", content="telephone=no"),
        tag("meta", name="author", content=document.author),
        tag("title", text(f"{leaf.plain(document.title)} · {kind}")),
        tag("style", style),
    )


def _contents(leaf: Leaf, parts: Iterable[Part]) -> Html:
    heading = tag("h2", leaf.word("phone-contents"), id="contents")
    rows = (tag("li", tag("a", tag("span", part.title), href=f"#{part.name}")) for part in parts)
    return tag("nav", heading, tag("ul", *rows), aria_labelledby="contents")


def _logo(logo: Logo) -> Html:
    """A mark; on a white plate by night, where it has no other."""
    image = logo.light
    kind = "png" if image.content.startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(image.content).decode('ascii')}"
    return tag("img", src=source, alt=logo.name, width=image.width, height=image.height, class_="plate")


def _foot(leaf: Leaf, document: Document) -> Html:
    """Who made it, under which licence."""
    brand = leaf.look.brand
    credit, language = line_in(brand.credit, leaf.voice.language.chain)
    licence = tag("bdi", text(document.licence), dir="ltr")  # in any text
    lines = [tag("p", isolated(document.author), text(" · "), licence, text(" · "), isolated(document.date))]
    lines += [tag("p", leaf.said(Said(credit, language)))] if credit else []
    return tag("footer", *lines, tag("a", leaf.word("phone-contents"), href="#contents"))
