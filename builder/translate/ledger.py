"""Signatures: who looked at which translation, in which role. A changed text – source or translation – voids them."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from builder.model.report import Report
from builder.model.review import ROLES, Review
from builder.model.source import Place
from builder.model.voice import Used


class Signature(NamedTuple):
    """One text signed: its context, the marks of source and translation, the role, initials@organisation, the day."""

    context: str
    source: str
    target: str
    role: str
    by: str
    day: str


Ledger = Mapping[tuple[str, str, str], Mapping[str, Signature]]
"""(context, mark of the source, mark of the translation) → role → its signature."""


def mark(text: str) -> str:
    """Twelve hexadecimal digits that change with the text (SHA-256)."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def read(path: Path, name: str, report: Report) -> list[Signature]:
    """The signatures of a file; lines that cannot be read are problems."""
    found = []
    for number, row in enumerate(csv.reader(io.StringIO(path.read_text("utf-8-sig", errors="replace"))), 1):
        if number == 1 or not row:
            continue
        if len(row) != len(Signature._fields) or row[3] not in ROLES:
            report.error("bad-signature", Place(name, number, 1), roles=", ".join(ROLES))
        else:
            found.append(Signature(*row))
    return found


def written(signatures: Iterable[Signature]) -> str:
    """The file's text: a line each, in the order of context and role."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(Signature._fields)
    rows.writerows(sorted(set(signatures)))
    return out.getvalue()


def ledger(signatures: Iterable[Signature]) -> dict[tuple[str, str, str], dict[str, Signature]]:
    """The signatures by what they were given for."""
    found: dict[tuple[str, str, str], dict[str, Signature]] = {}
    for each in signatures:
        found.setdefault((each.context, each.source, each.target), {})[each.role] = each
    return found


def reviewed(used: Collection[tuple[str, Used]], ledgers: Mapping[str, Ledger]) -> Review:
    """What was said – contexts and messages –, held against the ledgers of its layers."""
    signed, by = dict.fromkeys(ROLES, 0), {role: set[str]() for role in ROLES}
    missing: Counter[tuple[str, str, str]] = Counter()
    for context, said in used:
        entries = ledgers.get(said.layer, {})
        given = entries.get((context, mark(said.source), mark(said.target)), {}) if entries else {}
        for role in ROLES:
            if role in given:
                signed[role] += 1
                by[role].add(given[role].by)
            else:
                missing[said.layer, context.split("/")[0], role] += 1
    return Review(len(used), signed, {role: tuple(sorted(names)) for role, names in by.items()}, dict(missing))
