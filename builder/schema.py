"""JSON Schema for editors, made from the models: what completes and underlines while somebody writes a lesson."""

from __future__ import annotations

import json
from typing import Any

from builder.blocks import KINDS as KINDS_OF_BLOCKS
from builder.blocks import kind_of
from builder.lesson import CollectionRule, Module, PartRule, Plan, Programme, Shared
from builder.validate.partner import KINDS, MARKS, PartnerFile
from builder.validate.partner_brand import BrandFile
from builder.validate.partner_settings import SPOKEN, VALUES
from builder.validate.settings import ContactRow

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """File name → schema, for modules, collections and plans."""
    blocks = {"block": {"anyOf": [_block(kind) for kind in KINDS_OF_BLOCKS]}}
    one = {"$ref": "#/$defs/block"}
    rules = [PartRule.model_json_schema(), CollectionRule.model_json_schema()]
    module = _with_lists(Module.model_json_schema(), {"blocks": one, "at_home": one, "booster": one})
    plan = _with_lists(Plan.model_json_schema(), {"parts": {"anyOf": [*rules, one]}})
    shared = _with_lists(Shared.model_json_schema(), {"blocks": one})
    files = {"module.json": (module, "A lesson"), "collection.json": (shared, "Blocks for many plans"), "plan.json": (plan, "A workshop")}
    made = {name: _text(schema | {"$defs": blocks}, title) for name, (schema, title) in files.items()}
    programme = _with_lists(Programme.model_json_schema(), {})
    partner = _text(_partner_schema(), "A partner's layer")
    return made | {"programme.json": _text(programme, "An event of several sessions"), "partner.json": partner}


_REASON = {"type": "string", "minLength": 1, "description": "Why; it stands in the manifest and in “workshop trace”."}
_WHERE = {name: {"type": "string"} for name in ("after", "before", "section")}
_ELSEWHERE = {"const": "upstream", "description": "Other languages keep what upstream has there."}
_MARK = {"enum": list(MARKS)}
_KNOWING = {"description": "What upstream protects and this takes away knowingly.", "oneOf": [_MARK, {"type": "array", "items": _MARK}]}


def _partner_schema() -> dict[str, Any]:
    """A partner's file: its brand, its numbers and names by country, its changes by id."""
    schema = _with_lists(PartnerFile.model_json_schema(), {})
    fields: dict[str, Any] = schema["properties"]
    brand = BrandFile.model_json_schema()
    fields["brand"] = {**_inlined(brand, brand.pop("$defs", {})), "title": "brand"}
    contact = ContactRow.model_json_schema()
    rows = {"type": "array", "items": _inlined(contact, contact.pop("$defs", {}))}
    for name in SPOKEN:
        rows["items"]["properties"][name] = {"oneOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
    fields["helplines"] = {"type": "object", "additionalProperties": rows}
    for name in VALUES:
        fields[name] = {"type": "object", "additionalProperties": {"type": "object"}}
    changes = {"type": "object", "additionalProperties": _changes()}
    return schema | {"properties": fields | dict.fromkeys(KINDS, changes)}


def _changes() -> dict[str, Any]:
    """What is done to the blocks of one file: change → block id → its fields."""

    def fields(more: dict[str, Any], *, only: bool = False) -> dict[str, Any]:
        closed = {"additionalProperties": False} if only else {}
        return {"type": "object", "required": ["reason"], "properties": {"reason": _REASON, **more}, **closed}

    kind, known = {"kind": {"enum": list(KINDS_OF_BLOCKS)}, "other_languages": _ELSEWHERE}, {"acknowledge": _KNOWING}
    ops = {
        "edit": fields(known),
        "replace": fields({**kind, **known}),
        "remove": {"oneOf": [_REASON, fields(known, only=True)]},
        "add": fields({**kind, **_WHERE}),
        "move": fields(_WHERE, only=True),
    }
    each = {name: {"type": "object", "additionalProperties": change} for name, change in ops.items()}
    return {"type": "object", "additionalProperties": False, "properties": each}


def _block(kind: str) -> dict[str, Any]:
    """The fields of one kind; the kind itself is fixed."""
    cls = kind_of(kind)
    schema = cls.model_json_schema(by_alias=True)
    schema["properties"]["kind"] = {"const": kind}
    done: dict[str, Any] = _inlined(schema, schema.pop("$defs", {}))
    return done | {"title": kind}


def _inlined(value: Any, definitions: dict[str, Any]) -> Any:
    """The schema without references, so that blocks can stand side by side."""
    if isinstance(value, dict):
        if "$ref" in value:
            return _inlined(definitions[value["$ref"].rpartition("/")[2]], definitions)
        return {key: _inlined(each, definitions) for key, each in value.items() if key != "default"}
    return [_inlined(each, definitions) for each in value] if isinstance(value, list) else value


def _with_lists(schema: dict[str, Any], items: dict[str, Any]) -> dict[str, Any]:
    """The schema whose lists hold these items."""
    done: dict[str, Any] = _inlined(schema, schema.pop("$defs", {}))
    for name, item in items.items():
        done["properties"][name] = {"type": "array", "minItems": 1, "items": item}
    return done


def _text(schema: dict[str, Any], title: str) -> str:
    return json.dumps({"$schema": DIALECT} | schema | {"title": title}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
