"""Fixed wording, safeguarding pages and picture descriptions: plain files → texts with addresses."""

from __future__ import annotations

from builder.model.audience import EVERYONE
from builder.model.report import Report
from builder.model.source import Fields, Items, Word
from builder.model.text import Text, Variant


def fixed(raw: Fields, report: Report) -> dict[str, Text]:
    """Name → text; a text with plural forms has one line a form (one, other)."""
    found: dict[str, Text] = {}
    for name, value in raw.items():
        if isinstance(value, Fields):
            forms = tuple(str(value[form]) for form in ("one", "other") if form in value)
            found[name] = Text(value.address, (Variant(EVERYONE, forms, value.place),), listed=True)
        elif isinstance(value, Word):
            found[name] = Text(value.address, (Variant(EVERYONE, (str(value),), value.place),))
        else:
            report.error("text-expected", value.place, field=name)
    return found


def described(raw: Fields, key: str, report: Report) -> Text | None:
    """The text that stands for a picture."""
    alt = raw.get("alt")
    if isinstance(alt, Word) and alt.strip():
        return Text(f"pictures/{key}", (Variant(EVERYONE, (str(alt),), alt.place),))
    report.error("missing-field", raw.place, field="alt")
    return None


def listed(raw: Items | Word, address: str) -> Text:
    """A list of texts as one message."""
    lines = tuple(str(each) for each in raw) if isinstance(raw, Items) else (str(raw),)
    return Text(address, (Variant(EVERYONE, lines, raw.place),), listed=isinstance(raw, Items))
