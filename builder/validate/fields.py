"""Raw tree → typed model: every field that is missing, unknown or of the wrong kind, at its place."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from builder.model.report import Report
from builder.model.source import Fields, Place, place_of

Model = TypeVar("Model", bound=BaseModel)


def read(model: type[Model], raw: Fields, report: Report) -> Model | None:
    """The typed value, or None with every reason in the report."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            _tell(fault, model, raw, report)
        return None


def _tell(fault: Any, model: type[BaseModel], raw: Fields, report: Report) -> None:
    path, kind, values = fault["loc"], fault["type"], fault.get("ctx", {})
    place = place_of(raw, path)
    field = str(next((step for step in reversed(path) if isinstance(step, str)), ""))
    if isinstance(values.get("at"), Place):
        report.error(kind, values["at"], **{"field": field, **{k: v for k, v in values.items() if k != "at"}})
    elif kind == "missing":
        report.error("missing-field", place, field=field)
    elif kind == "extra_forbidden":
        report.error("unknown-field", place, field=field, near=near(field, _fields_near(model, path)))
    elif kind == "literal_error":
        report.error("not-one-of", place, found=fault["input"], field=field, allowed=str(values["expected"]).replace("'", ""))
    elif kind == "string_pattern_mismatch":
        report.error("bad-month" if field == "source_dated" else "bad-id", place, found=fault["input"])
    else:
        report.error(_KINDS.get(kind, "wrong-kind"), place, field=field, found=_shown(fault["input"]))


_KINDS = {
    "int_parsing": "not-a-number",
    "float_parsing": "not-a-number",
    "int_type": "not-a-number",
    "greater_than": "not-a-number",
    "bool_parsing": "not-yes-or-no",
    "tuple_type": "list-expected",
    "list_type": "list-expected",
    "too_short": "empty-list",
    "string_type": "text-expected",
    "string_too_long": "bad-id",
    "model_type": "fields-expected",
    "model_attributes_type": "fields-expected",
}


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else ""


def near(word: str, known: Iterator[str] | list[str]) -> str:
    """The known word most like this one, or nothing."""
    return next(iter(get_close_matches(word, list(known), 1, 0.6)), "")


def _fields_near(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The fields an author may use where the path ends."""
    current: Any = model
    for step in path[:-1]:
        if isinstance(step, str) and step in getattr(current, "model_fields", {}):
            current = _inner(current.model_fields[step].annotation) or current
    return [field.alias or name for name, field in current.model_fields.items()]


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _inner(part))), None)
