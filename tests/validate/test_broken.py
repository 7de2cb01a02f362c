"""Modules and plans broken in many ways: always a problem or a lesson, never anything else."""

import copy
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.checking import checked
from builder.commands.show import as_json
from builder.content import Content
from builder.library import Library, installed
from builder.model.report import Report
from tests.conftest import DAY

MODULE = installed() / "workshops" / "modules" / "cyberbullying" / "module.yaml"
PLAN = installed() / "workshops" / "plans" / "children-90-minutes.yaml"
GARBAGE = st.one_of(
    st.none(),
    st.integers(-5, 10**6),
    st.booleans(),
    st.text(max_size=12),
    st.sampled_from(["", "9-12", "{name.girl1}", "**", "{", "everyone", "talk", "0", "*a*", "[x]", "a: b"]),
    st.lists(st.text(max_size=4), max_size=3),
    st.dictionaries(st.sampled_from(["9-12", "id", "x", "5-8", "13-17", "everyone", "kind"]), st.text(max_size=4), max_size=3),
)


def places(tree: object, path: tuple = ()) -> list[tuple]:
    """Every place in a tree, as the path to it."""
    found = [path] if path else []
    if isinstance(tree, dict):
        for key, value in tree.items():
            found += places(value, (*path, key))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            found += places(value, (*path, number))
    return found


def changed(tree: object, path: tuple, value: object, remove: bool) -> object:
    """A copy of the tree with one place changed or removed."""
    tree = copy.deepcopy(tree)
    parent = tree
    for step in path[:-1]:
        parent = parent[step]
    if remove:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    return tree


def check(tree: object, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    report = Report()
    checked(Content(Library((installed(),)), report), (path,), DAY)
    for problem in report.problems:
        assert as_json(problem)["message"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_broken_module_is_a_problem_or_a_module(tmp_path, data):
    tree = yaml.load(MODULE.read_text("utf-8"), Loader=yaml.BaseLoader)
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(places(tree)))
        tree = changed(tree, path, data.draw(GARBAGE), data.draw(st.booleans()))
    check(tree, tmp_path / "cyberbullying" / "module.yaml")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_broken_plan_is_a_problem_or_a_plan(tmp_path, data):
    tree = yaml.load(PLAN.read_text("utf-8"), Loader=yaml.BaseLoader)
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(places(tree)))
        tree = changed(tree, path, data.draw(GARBAGE), data.draw(st.booleans()))
    check(tree, tmp_path / "plans" / "children-90-minutes.yaml")
