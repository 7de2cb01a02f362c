"""JSON Schema for editors, made from the models: what completes and underlines while somebody writes a lesson."""

from __future__ import annotations

import json
from typing import Any

from builder.blocks import KINDS, kind_of
from builder.lesson import CollectionRule, Module, PartRule, Plan, Programme, Shared

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """File name → schema, for modules, collections and plans."""
    blocks = {"block": {"anyOf": [_block(kind) for kind in KINDS]}}
    one = {"$ref": "#/$defs/block"}
    rules = [PartRule.model_json_schema(), CollectionRule.model_json_schema()]
    module = _with_lists(Module.model_json_schema(), {"blocks": one, "at_home": one, "booster": one})
    plan = _with_lists(Plan.model_json_schema(), {"parts": {"anyOf": [*rules, one]}})
    shared = _with_lists(Shared.model_json_schema(), {"blocks": one})
    files = {"module.json": (module, "A lesson"), "collection.json": (shared, "Blocks for many plans"), "plan.json": (plan, "A workshop")}
    made = {name: _text(schema | {"$defs": blocks}, title) for name, (schema, title) in files.items()}
    programme = _with_lists(Programme.model_json_schema(), {})
    return made | {"programme.json": _text(programme, "An event of several sessions")}


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
