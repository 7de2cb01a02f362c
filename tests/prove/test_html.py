"""The last look at a page for phones: faults planted one by one, and found."""

import pytest

from builder.prove import UnsoundError
from builder.prove.html import faults, prove

GOOD = """<!DOCTYPE html>
<html lang="es" dir="ltr"><head><meta charset="utf-8">
<meta name="viewport" content="x"><meta http-equiv="Content-Security-Policy" content="y">
<title>T</title><style>p{color:red}</style></head>
<body><h1>One</h1><nav><a href="#a">A</a> <a href="tel:+595147">147</a></nav>
<main id="a"><h2 id="b">Two</h2><p lang="en">Hi</p><h3>Three</h3>
<svg role="img" aria-label="A cat"><use href="#c"></use></svg><svg aria-hidden="true"><g id="c"></g></svg>
<img alt="L" src="data:image/png;base64,AA==">
<label><input type="checkbox"><span>Yes</span></label>
<label for="f">Say</label><textarea id="f"></textarea><textarea aria-labelledby="b"></textarea>
<table><tr><th scope="col">x</th></tr></table></main></body></html>
"""

PLANTED = {
    "a tag left open": ("</main></body>", "</body>", "</body> closes nothing"),
    "a tag that closes nothing": ("<h3>Three</h3>", "<h3>Three</h3></p>", "</p> closes nothing"),
    "an attribute twice": ('<p lang="en">', '<p lang="en" lang="fr">', "<p> has an attribute twice"),
    "no doctype": ("<!DOCTYPE html>\n", "", "no doctype"),
    "no language": ('<html lang="es"', "<html", "<html> without language or direction"),
    "no direction": ('lang="es" dir="ltr"', 'lang="es"', "<html> without language or direction"),
    "two titles": ("<h3>Three</h3>", "<h1>Three</h1>", "2 × <h1>"),
    "no title": ("<title>T</title>", "", "0 × <title>"),
    "no main": ('<main id="a">', '<div id="a">', "0 × <main>"),
    "no viewport": ('name="viewport"', 'name="other"', "no viewport"),
    "no policy": ('http-equiv="Content-Security-Policy"', 'name="policy"', "no Content-Security-Policy"),
    "a name twice": ('<g id="c">', '<g id="c"></g><g id="c">', "the id “c” is there twice"),
    "a link to nowhere": ('href="#a"', 'href="#z"', "“z” leads nowhere"),
    "a label for nothing": ('for="f"', 'for="g"', "“g” leads nowhere"),
    "a level left out": ("<h2 ", "<h2>x</h2><h4>y</h4><h2 ", "a heading of level 4 under one of level 2"),
    "a drawing without a text": ('role="img" aria-label="A cat"', "", "a drawing without a text"),
    "a picture without a text": ('<img alt="L"', "<img", "a picture without a text"),
    "a field without a label": ("<label><input", "<input", "a field without a label"),
    "a head for nothing": ('<th scope="col">', "<th>", "a head of a table for nothing"),
    "a script": ("<h3>", "<script>1</script><h3>", "there is <script>"),
    "a form": ("<h3>", "<form></form><h3>", "there is <form>"),
    "a handler": ("<h3>", '<h3 onclick="x()">', "<h3> runs something (onclick)"),
    "a link outside": ('href="#a"', 'href="https://example.org"', "<a> leads outside: https://example.org"),
    "a picture from outside": ("data:image/png;base64,AA==", "//example.org/x.png", "<img> leads outside: //example.org/x.png"),
    "a drawing from outside": ('<use href="#c">', '<use href="x.svg#c">', "<use> leads outside: x.svg#c"),
    "a style that fetches": ("color:red", "background:url(x)", "the style fetches something"),
    "an import": ("p{color:red}", '@import "x";', "the style fetches something"),
    "no language at all": ('<p lang="en">', '<p lang="English">', "“English” is no language"),
    "no direction at all": ('<p lang="en">', '<p dir="auto">', "“auto” is no direction"),
}


def test_a_good_page_is_given_back_as_it_is():
    assert prove("guide.html", GOOD) is GOOD


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(name):
    old, new, said = PLANTED[name]
    assert old in GOOD
    assert said in list(faults(GOOD.replace(old, new, 1)))


def test_what_is_found_is_said_with_the_file():
    with pytest.raises(UnsoundError, match=r"guide\.html: no doctype"):
        prove("guide.html", GOOD.replace("<!DOCTYPE html>\n", ""))
