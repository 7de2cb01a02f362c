"""How many plural forms a language has: what its rule tells apart, in its files, from the translator and back."""

import gettext

import polib
import pytest

from builder.load import read_yaml
from builder.model.report import Report
from builder.translating.receiving import receive
from builder.translating.sending import export
from builder.validate import settings
from tests.conftest import DAY
from tests.translate.conftest import po, synced

SIX = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"


def language(tmp_path, text):
    path, report = tmp_path / "language.yaml", Report()
    path.write_text(text, encoding="utf-8")
    raw = read_yaml(path, path.name, report)
    assert raw is not None
    return settings.language(raw, "xx", report), [problem.code for problem in report.problems]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ('name: "x"', "nplurals=2; plural=(n != 1);"),
        ('plural: "n > 1"', "nplurals=2; plural=(n > 1);"),
        ('plural: "0"', "nplurals=1; plural=(0);"),
        (f'plural: "{SIX}"', f"nplurals=6; plural=({SIX});"),
        (f'plural: "{SIX}"\nplurals: "2"', f"nplurals=6; plural=({SIX});"),
        ('plural: "n > 1"\nplurals: "3"', "nplurals=3; plural=(n > 1);"),
    ],
)
def test_there_are_as_many_forms_as_the_rule_tells_apart(tmp_path, text, header):
    found, problems = language(tmp_path, text)
    assert problems == []
    assert found.plurals == header


@pytest.mark.parametrize("text", ['plural: "n"', 'plural: "n / 0"', 'plurals: "many"', 'plurals: "99999999"', 'plural: "n !!"'])
def test_a_rule_that_no_language_has_is_a_problem(tmp_path, text):
    assert language(tmp_path, text) == (None, ["bad-plural"])


@pytest.mark.parametrize("form", ["po", "xlsx"])
def test_six_forms_go_to_a_translator_and_come_back(space, form):
    own = space / "workshops" / "locale" / "sk-six"
    own.mkdir(parents=True)
    (own / "language.yaml").write_text(f'name: "Six"\nplural: "{SIX}"\n', encoding="utf-8")
    synced(space, "sk-six")
    path = po(space, "documents", "sk-six")
    file = polib.pofile(str(path), wrapwidth=0)
    assert gettext.c2py(file.metadata["Plural-Forms"].partition("plural=")[2].rstrip(";"))(11) == 4
    for entry in file:
        assert len(entry.msgstr_plural) == (6 if entry.msgid_plural else 0), entry.msgctxt
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, entry.msgid_plural)
    file.save(str(path))
    before = path.read_bytes()
    report, written = export(("sk-six", "documents", form), space / "out", space, DAY)
    assert report.errors == []
    assert receive(written[0], "sk-six", space, DAY).report.errors == []
    assert path.read_bytes() == before
