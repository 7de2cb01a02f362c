"""Signatures under translations: given for exactly the texts as they stand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from builder.content import Content
from builder.model.audience import Audience
from builder.model.report import Report
from builder.model.review import ROLES
from builder.model.text import context
from builder.translate import catalogue, ledger
from builder.translate.ledger import Signature, mark
from builder.translate.sync import Source
from builder.translating.keeping import Shelf, source_of
from builder.translating.messages import messages
from builder.validate.fields import near

_BY = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,4}@[\w.-]{2,40}")


class Signed(NamedTuple):
    """The file of signatures, how many texts were signed now, how many could not be: outdated or missing."""

    path: Path
    texts: int
    left: int


def sign(name: str, tag: str, role: str, by: str, workspace: Path | None, today: date, partner: str = "") -> tuple[Report, Signed | None]:
    """Signs every up-to-date text of one file in one role."""
    from builder.request import content_for

    report = Report()
    content = content_for(workspace, partner, report)
    everything = messages(content) if not report.errors else {}
    content.translated(tag)
    if name not in everything:
        report.error("unknown-file", None, name=name, near=near(name, list(everything)), all=", ".join(everything))
    if role not in ROLES:
        report.error("unknown-role", None, name=role, all=", ".join(ROLES))
    if not _BY.fullmatch(by):
        report.error("bad-signer", None, found=by)
    if report.errors:
        return report, None
    shelf = Shelf(content, tag, report)
    pairs, count = _pairs(content, shelf, name, everything[name])
    signatures = [Signature(context, mark(source), mark(target), role, by, today.isoformat()) for context, source, target in pairs]
    path = shelf.home / f"{name}.signed.csv"
    old = ledger.read(path, content.library.name_of(path), report) if path.is_file() else []
    given = {(each.context, each.source, each.target, each.role) for each in signatures}
    kept = [each for each in old if (each.context, each.source, each.target, each.role) not in given]
    if not report.errors and signatures:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ledger.written([*kept, *signatures]), encoding="utf-8", newline="\n")
    return report, Signed(path, len(signatures), max(0, count - len(signatures)))


def _pairs(content: Content, shelf: Shelf, name: str, found: list[Source]) -> tuple[list[tuple[str, str, str]], int]:
    """What can be signed – context, source and translation of every text that is up to date –, and how many texts there are."""
    tag = shelf.tag
    if content.library.partners and tag == source_of(content):
        own = [(each.context, each.text, each.text) for each in found if shelf.writes(each) == tag]
        pairs = own + [each for each in _edited(content) if each[0].split("/")[0] == name]
        return pairs, len(pairs)
    told = content.layers.said(content.layers.partners[-1].layer(tag)) if content.library.partners else {}
    own = [(each.context, each.text, told[each.context].text) for each in found if each.context in told]
    mine = found if "@" not in tag and not content.library.partners else shelf.mine(name, found, whole=False)
    said = {each.context: (each.text, each.text) for each in mine} if tag == "en" == source_of(content) else _translated(shelf, name)
    current = [each for each in mine if each.context in said and said[each.context][0] == each.text]
    return own + [(each.context, each.text, said[each.context][1]) for each in current], len(mine) + len(own)


def _edited(content: Content) -> list[tuple[str, str, str]]:
    """Each text that the partner edits: its context, upstream's words, the partner's – for every age that hears them."""
    upstream = {text.address: text for name in content.layers.plain for text in content.layers.upstream(name)}
    pairs = []
    for address, (own, _) in content.layers.edited.items():
        for band in content.bands:
            room = Audience((band,))
            old, new = upstream[address].variant(room), own.text.variant(room)
            if old and new:
                pairs.append((context(address, old.key), "\n".join(old.lines), "\n".join(new.lines)))
    return list(dict.fromkeys(pairs))


def _translated(shelf: Shelf, name: str) -> dict[str, tuple[str, str]]:
    """Context → source and translation of every message that is up to date."""
    return {
        entry.msgctxt: (entry.msgid, catalogue.target(entry))
        for entry in shelf.opened(name) or ()
        if not entry.obsolete and catalogue.target(entry) and not catalogue.outdated(entry)
    }
