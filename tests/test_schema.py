"""The schemas for editors: up to date, and every lesson that ships agrees with them."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from PIL import Image

from builder.cli import main
from builder.library import installed
from builder.request import Request, run
from builder.schema import schemas
from tests.conftest import DAY

ROOT = Path(__file__).parent.parent
FOLDER = installed() / "workshops" / "schema"


@pytest.mark.parametrize("name", ["module.json", "collection.json", "plan.json", "programme.json", "partner.json"])
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


def test_a_new_partner_agrees_with_the_schema(tmp_path):
    assert main(["new", "partner", "red-contigo", "--workspace", str(tmp_path)]) == 0
    folder = tmp_path / "workshops" / "partners" / "red-contigo"
    schema = json.loads((folder / "partner.schema.json").read_text("utf-8"))
    jsonschema.validate(_as_an_editor_reads(folder / "partner.yaml"), schema)
    text = (folder / "partner.yaml").read_text("utf-8")
    examples = re.sub(r"^#", "", re.sub(r"^# (?! ).*", "", text, flags=re.M), flags=re.M)
    (folder / "partner.yaml").write_text(examples, encoding="utf-8")
    jsonschema.validate(_as_an_editor_reads(folder / "partner.yaml"), schema)


def test_the_examples_of_the_page_agree_with_the_schema(tmp_path):
    page = (ROOT / "docs" / "partners.md").read_text("utf-8")
    (tmp_path / "partner.yaml").write_text("\n".join(re.findall(r"```yaml\n(.*?)```", page, re.S)), encoding="utf-8")
    jsonschema.validate(_as_an_editor_reads(tmp_path / "partner.yaml"), json.loads(schemas()["partner.json"]))


def test_the_examples_of_the_page_build(tmp_path):
    page = (ROOT / "docs" / "partners.md").read_text("utf-8")
    folder = tmp_path / "red-contigo"
    (folder / "fonts").mkdir(parents=True)
    (folder / "partner.yaml").write_text("\n".join(re.findall(r"```yaml\n(.*?)```", page, re.S)), encoding="utf-8")
    for name in ("logo.png", "logo-white.png", "unicef.png", "unicef-white.png"):
        Image.new("RGB", (600, 300), "#1D3557" if "white" not in name else "white").save(folder / name)
    for name, font in (("Ours.ttf", "Andika-Regular.ttf"), ("Ours-Bold.ttf", "Andika-Bold.ttf")):
        (folder / "fonts" / name).write_bytes((installed() / "assets" / "fonts" / font).read_bytes())
    for language, audience in (("es", "9-12"), ("es", "7-10"), ("en", "13-17")):
        words = {"audience": audience, "language": language, "country": "PY", "partner": str(folder)}
        outcome = run(Request("children-90-minutes", tmp_path / "output", DAY, **words), lambda _: None)
        assert not outcome.report.errors, [(problem.code, problem.place) for problem in outcome.report.errors]


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
