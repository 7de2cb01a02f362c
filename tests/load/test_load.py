"""Files → raw trees: places, addresses, and what a hostile file can do."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.load import MOST_BYTES, read_yaml
from builder.model.report import Report


def read(tmp_path: Path, content: bytes | str) -> tuple[object, Report]:
    path = tmp_path / "file.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = Report()
    return read_yaml(path, "file.yaml", report, "m"), report


def test_every_value_knows_its_place_and_address(tmp_path):
    tree, report = read(tmp_path, 'id: m\nblocks:\n  - id: one\n    title: "Hello"\n')
    assert report.problems == []
    title = tree["blocks"][0]["title"]
    assert (title, title.place.line, title.place.column, title.address) == ("Hello", 4, 12, "m/one/title")


def test_items_of_other_lists_keep_the_list_in_their_address(tmp_path):
    tree, _ = read(tmp_path, "blocks:\n  - id: quiz\n    questions:\n      - id: q1\n        ask: Why?\n")
    assert tree["blocks"][0]["questions"][0]["ask"].address == "m/quiz/questions/q1/ask"


def test_scalars_stay_what_the_author_wrote(tmp_path):
    tree, _ = read(tmp_path, "a: no\nb: 0147\nc: 12:30\nd: 1.10\ne: 2027-03-14\n")
    assert list(tree.values()) == ["no", "0147", "12:30", "1.10", "2027-03-14"]


def test_byte_order_mark_and_windows_lines_are_fine(tmp_path):
    tree, report = read(tmp_path, b'\xef\xbb\xbfid: m\r\ntitle: "g\xcc\x83"\r\n')
    assert report.problems == []
    assert tree["title"] == "g̃"


def test_other_encodings_are_told_with_their_line(tmp_path):
    tree, report = read(tmp_path, "id: m\ntitle: ñandú\n".encode("latin-1"))
    assert tree is None
    assert [(p.code, p.place.line) for p in report.problems] == [("not-utf8", 2)]


def test_a_bomb_of_aliases_is_refused(tmp_path):
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    _, report = read(tmp_path, bomb)
    assert {p.code for p in report.problems} == {"yaml-alias"}


def test_a_deep_file_is_refused(tmp_path):
    _, report = read(tmp_path, "a: " + "[" * 5000)
    assert report.errors


def test_a_huge_file_is_not_even_read(tmp_path):
    _, report = read(tmp_path, b"a: " + b"x" * MOST_BYTES)
    assert [p.code for p in report.problems] == ["file-too-large"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=300), st.text(alphabet="ab:- \n\t[]{}\"'#&*!|>?%@`,\\", max_size=120)))
def test_any_bytes_give_a_tree_or_a_problem(tmp_path, content):
    tree, report = read(tmp_path, content)
    assert tree is not None or report.errors
