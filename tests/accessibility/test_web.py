"""Web pages: faults planted one by one, and pages of our own, of which nothing is said."""

import pytest

from builder.accessibility.looking import looked_at
from builder.cli import main
from tests.conftest import Combination
from tests.phone.made import made

WHOLE = '<!doctype html><html lang="en"><head><title>Page</title></head><body>{}</body></html>'


def codes(page: str, folder) -> list[str]:
    (folder / "page.html").write_text(page, encoding="utf-8")
    found, count = looked_at((folder,), frozenset({"here"}))
    assert count == 1
    return [each.code for each in found]


def test_a_page_that_speaks_has_no_findings(tmp_path):
    assert codes(WHOLE.format('<h1>A</h1><h2>B</h2><a href="x">The guide</a><img alt=""><label>Name <input></label>'), tmp_path) == []


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ('<html lang="en"><title></title>', "page-without-title"),
        ("<html><title>A</title>", "page-without-language"),
        (WHOLE.format('<img src="a.png">'), "figure-without-alt"),
        (WHOLE.format("<svg><title>x</title></svg>"), "figure-without-alt"),
        (WHOLE.format('<input id="a">'), "field-without-label"),
        (WHOLE.format("<textarea></textarea>"), "field-without-label"),
        (WHOLE.format("<table><tr><td>1</td></tr></table>"), "page-table-without-head"),
        (WHOLE.format("<h1>A</h1><h3>B</h3>"), "heading-left-out"),
        (WHOLE.format('<a href="x">Here</a>'), "link-unclear"),
        (WHOLE.format('<a href="x">https://example.org</a>'), "link-unclear"),
        (WHOLE.format('<a href="x"></a>'), "link-empty"),
        (WHOLE.format("<button></button>"), "button-empty"),
        (WHOLE.format('<button><img src="a.png" alt=""></button>'), "button-empty"),
        (WHOLE.format('<iframe src="x"></iframe>'), "frame-without-title"),
        (WHOLE.format('<meta name="viewport" content="width=device-width, user-scalable=no">'), "zoom-forbidden"),
        (WHOLE.format('<audio src="a.mp3" autoplay></audio>'), "plays-by-itself"),
        (WHOLE.format('<video src="a.mp4"></video>'), "media-without-captions"),
        (WHOLE.format('<div onclick="go()">Go</div>'), "click-on-text"),
        (WHOLE.format('<p id="a">A</p><p id="a">B</p>'), "page-id-twice"),
        ("", "page-unreadable"),
        ("only words", "page-unreadable"),
        ("<html>\0", "page-unreadable"),
    ],
)
def test_each_fault_is_told_once(page, code, tmp_path):
    assert codes(page, tmp_path) == [code]


@pytest.mark.parametrize(
    "inner",
    [
        '<label for="a">Name</label><input id="a">',
        '<input aria-label="Name">',
        '<input type="hidden">',
        '<svg aria-hidden="true"></svg>',
        '<svg role="img" aria-label="A child"></svg>',
        '<a href="x"><img src="a.png" alt="The guide"></a>',
        '<button aria-label="Close"></button>',
        '<button><img src="a.png" alt="Close"></button>',
        '<video src="a.mp4"><track kind="captions" src="a.vtt"></video>',
        '<video src="a.mp4" autoplay muted><track src="a.vtt"></video>',
        '<div role="button" onclick="go()">Go</div>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<h2>A</h2>",
        '<table role="presentation"><tr><td>1</td></tr></table>',
        "<p>a < b & c<br><b>open",
    ],
)
def test_what_speaks_in_another_way_is_left_alone(inner, tmp_path):
    assert codes(WHOLE.format(inner), tmp_path) == []


def test_bytes_that_are_no_page_are_not_fatal(tmp_path):
    assert codes("\x00\x01<<<>>>&#xFFFFFFF;</a></a><", tmp_path) == ["page-unreadable"]


@pytest.mark.parametrize("document", ["handouts", "guide"])
def test_pages_for_phones_are_sound(document, tmp_path):
    assert codes(made(Combination("children-one-visit", "9-12", "es+gn", "PY")).leaves[document], tmp_path) == []


def test_the_command_names_the_field(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")
    (tmp_path / "page.html").write_text(WHOLE.format('<input id="name">'), encoding="utf-8")
    assert main(["check", "--accessibility", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "the field “name”" in told
    assert "Not looked at in web pages: colours" in told


def test_options_that_do_not_go_together_are_a_wrong_command_line(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")
    for other in (["--helplines"], ["--partner", "nobody"]):
        assert main(["check", "--accessibility", *other]) == 2
        assert f"--accessibility and {other[0]} do not go together" in capsys.readouterr().err
