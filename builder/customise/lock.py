"""A partner's lock: what upstream said when each change was made, so that a later change of upstream is seen word by word."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.model.change import Basis
from builder.model.report import Report
from builder.model.source import Place

NAME = "partner.lock"
ABOUT = "Written by `workshop`: what each change was made from. Leave it as it is, and keep it with partner.yaml."
MOST_BYTES = 5_000_000


def read(path: Path, name: str, report: Report) -> dict[str, Basis]:
    """Change key → what it was made from; nothing where there is no lock yet."""
    if not path.is_file():
        if path.exists():
            report.error("lock-unreadable", Place(name))
        return {}
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError
        found = json.loads(path.read_text("utf-8"))["changes"]
        return {str(key): _basis(row) for key, row in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        report.error("lock-unreadable", Place(name))
        return {}


def _basis(row: Mapping[str, Any]) -> Basis:
    source, said = dict(row["source"].items()), dict(row["said"].items())
    texts = (*source.values(), *said.values(), *row["marks"], *row["blocks"])
    made = Basis(source, said, tuple(row["marks"]), tuple(row["blocks"]))
    "".join(texts).encode()  # what cannot be written again was not written by us
    if not all(isinstance(each, str) for each in texts) or made.fingerprint != row["fingerprint"]:
        raise ValueError
    return made


def written(bases: Mapping[str, Basis], version: str) -> str:
    """The lock's text."""
    rows = {
        key: {"fingerprint": each.fingerprint, **each._asdict(), "marks": list(each.marks), "blocks": list(each.blocks)}
        for key, each in sorted(bases.items())
    }
    return json.dumps({"about": ABOUT, "builder": version, "changes": rows}, ensure_ascii=False, indent=1) + "\n"
