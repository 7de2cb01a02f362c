"""The rules of docs/ARCHITECTURE.md, checked: who may import whom, which file knows which library, how long things are."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILDER = ROOT / "builder"
FILES = sorted(BUILDER.rglob("*.py"))

LAYERS = [
    {"cli"},
    {"commands"},
    {"accessibility", "checking", "previewing", "tracing", "theming"},
    {"translating"},
    {"fitting", "coverage"},
    {"request", "edits"},
    {"partnering"},
    {"occasion", "timetable"},
    {"zipping"},
    {"packing"},
    {"handheld"},
    {"pipeline"},
    {"papers"},
    {"voices"},
    {"proofreading"},
    {"content", "schema"},
    {"branding", "layers"},
    {"load", "roster", "validate", "customise", "select", "compose", "typeset", "phone", "render", "prove", "pack", "translate", "reading"},
    {"shorten"},
    {"lesson"},
    {"blocks"},
    {"drawing"},
    {"wording", "library"},
    {"model"},
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
STAGES = next(names for names in LAYERS if "load" in names)
LIBRARIES = {
    "yaml": {"load", "wording"},
    "pydantic": {"blocks", "lesson", "validate"},
    "pydantic_core": {"blocks"},
    "uharfbuzz": {"typeset/measure", "typeset/itemise", "render", "customise/fonts"},
    "pptx": {"render", "edits", "theming", "accessibility/deck", "accessibility/colours"},
    "lxml": {"render"},
    "reportlab": {"render"},
    "pypdfium2": {"render/png", "accessibility/paper", "accessibility/copies"},
    "PIL": {"render", "load", "customise/images", "accessibility/copies"},
    "polib": {"translate", "translating", "wording"},
    "openpyxl": {"translate"},
    "ruamel": {"partnering"},
    "babel": {"commands"},
    "click": {"cli", "commands"},
}


def imports(path: Path) -> list[str]:
    """Every module a file imports at run time."""
    tree = ast.parse(path.read_text("utf-8"))
    typing_only = {
        id(each) for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for each in ast.walk(node)
    }  # fmt: skip
    found = []
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            deeper = [f"{node.module}.{alias.name}" for alias in node.names]
            found += deeper if node.module == "builder" else [node.module]
    return found


def room(path: Path) -> str:
    """The first part of a module's name inside the package."""
    return path.relative_to(BUILDER).with_suffix("").parts[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(BUILDER).as_posix())
def test_imports_go_down(path):
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    for name in imports(path):
        if name.startswith("builder.") and name != "builder.__version__":
            there = name.split(".")[1]
            assert RANK[there] >= RANK[here], f"{here} may not import {there}"
            assert not (here in STAGES and there in STAGES and here != there), f"the stage {here} imports the stage {there}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(BUILDER).as_posix())
def test_libraries_are_known_to_few(path):
    name = path.relative_to(BUILDER).with_suffix("").as_posix()
    for module in imports(path):
        allowed = LIBRARIES.get(module.split(".")[0])
        if allowed is not None:
            assert any(name == each or name.startswith(f"{each}/") for each in allowed), f"{name} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(BUILDER).as_posix())
def test_files_and_functions_are_short(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 500
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{node.name} is too long"
        if isinstance(node, ast.ExceptHandler) and path.name != "cli.py":
            assert node.type is not None
            assert getattr(node.type, "id", "") not in ("Exception", "BaseException")


def test_model_uses_the_standard_library_only():
    for path in (BUILDER / "model").glob("*.py"):
        assert not [name for name in imports(path) if name.split(".")[0] in LIBRARIES], path


def test_pipeline_stays_short():
    assert (BUILDER / "pipeline.py").read_text("utf-8").count("\n") <= 120


def test_architecture_page_names_every_room():
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
    for name in sorted(RANK):
        assert f"`{name}" in page, name
