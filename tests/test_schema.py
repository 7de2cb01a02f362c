"""The schemas for editors: up to date, and every lesson that ships agrees with them."""

import json

import jsonschema
import pytest
import yaml

from builder.library import installed
from builder.schema import schemas

FOLDER = installed() / "workshops" / "schema"


@pytest.mark.parametrize("name", ["module.json", "collection.json", "plan.json", "programme.json"])
def test_the_file_is_what_the_models_say(name, same_as_file):
    same_as_file(FOLDER / name, schemas()[name])


@pytest.mark.parametrize("path", sorted((installed() / "workshops").glob("modules/*/module.yaml")), ids=lambda path: path.parent.name)
def test_lessons_agree_with_the_schema(path):
    schema = json.loads(schemas()["module.json"])
    jsonschema.validate(_as_an_editor_reads(path), schema)


def test_plans_agree_with_the_schema():
    schema = json.loads(schemas()["plan.json"])
    for path in sorted((installed() / "workshops" / "plans").glob("*.yaml")):
        jsonschema.validate(_as_an_editor_reads(path), schema)


def test_a_wrong_field_is_underlined():
    schema = json.loads(schemas()["module.json"])
    lesson = _as_an_editor_reads(installed() / "workshops" / "modules" / "cyberbullying" / "module.yaml")
    lesson["blocks"][0]["qestion"] = "x"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(lesson, schema)


def _as_an_editor_reads(path):
    def plain(value):
        if isinstance(value, dict):
            return {str(key): plain(each) for key, each in value.items()}
        return [plain(each) for each in value] if isinstance(value, list) else value

    return plain(yaml.safe_load(path.read_text("utf-8")))


def test_collections_agree_with_the_schema():
    schema = json.loads(schemas()["collection.json"])
    for path in sorted((installed() / "workshops" / "collections").glob("*.yaml")):
        jsonschema.validate(_as_an_editor_reads(path), schema)


def test_programmes_agree_with_the_schema():
    schema = json.loads(schemas()["programme.json"])
    for path in sorted((installed() / "workshops" / "programmes").glob("*.yaml")):
        jsonschema.validate(_as_an_editor_reads(path), schema)
