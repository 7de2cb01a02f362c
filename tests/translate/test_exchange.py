"""Files that go to translators and come back: unchanged through real tools, refused with a reason when they broke."""

import re
import shutil
import subprocess
from datetime import datetime

import openpyxl
import polib
import pytest
from openpyxl.cell import Cell

from builder.library import installed
from builder.translating.receiving import receive
from builder.translating.sending import export
from tests.conftest import DAY
from tests.tools import needs, run
from tests.translate.conftest import change_source, edit, entry, fill, po, synced

PROMISE = "base/promise"


def sent(space, form, name="base"):
    report, written = export(("es", name, form), space / "out", space, DAY)
    assert report.errors == []
    return written[0]


def taken(path, space, tag="es"):
    done = receive(path, tag, space, DAY)
    return done, {problem.code for problem in done.report.problems}


def cell(path, context, column="target") -> tuple[openpyxl.Workbook, Cell]:
    """The cell of one message in a spreadsheet."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    heads = [head.value for head in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == context)
    return book, row[heads.index(column)]


def test_an_exported_file_tells_what_a_translator_asks(space):
    found = polib.pofile(str(sent(space, "po")))
    title = next(each for each in found if each.msgctxt == "base/what-it-is/title")
    assert "For: 9-12, 13-17" in title.comment
    assert "Where: slide 2" in title.comment
    assert "Picture: base_what-it-is_1_9-12.png" in title.comment
    limits = [int(number) for each in found for number in re.findall(r"Fits: about (\d+) characters", each.comment)]
    assert limits
    assert all(10 < limit < 400 for limit in limits)
    assert (space / "out" / "pictures" / "base_what-it-is_1_9-12.png").read_bytes().startswith(b"\x89PNG")
    page = sent(space, "html").read_text("utf-8")
    assert "data:image/png;base64" in page
    assert "Tell an adult" in page


@pytest.mark.parametrize("form", ["po", "xlsx"])
def test_what_comes_back_untouched_changes_nothing(space, form):
    before = po(space).read_bytes()
    done, codes = taken(sent(space, form), space)
    assert (codes, done.taken, done.refused, done.written) == (set(), 0, [], [])
    assert po(space).read_bytes() == before


@needs("soffice")
def test_a_spreadsheet_survives_libreoffice_calc(space):
    path = sent(space, "xlsx")
    book, target = cell(path, PROMISE)
    target.value = "=¿Qué hacer? 9-12"
    target.data_type = "s"
    book.save(path)
    run("soffice", f"-env:UserInstallation=file://{space}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
        "--outdir", space / "calc", path)  # fmt: skip
    done, codes = taken(space / "calc" / path.name, space)
    assert (codes, done.taken, done.refused) == (set(), 1, [])
    assert entry(po(space), PROMISE).msgstr == "=¿Qué hacer? 9-12"


def test_a_file_survives_translate_toolkit(space):
    from translate.storage import pypo

    path = sent(space, "po")
    store = pypo.pofile.parsefile(str(path))
    store.wrapper.width = 40
    store.save()
    done, codes = taken(path, space)
    assert (codes, done.taken, done.refused) == (set(), 0, [])


@needs("msgcat", "msgattrib", "msgfmt")
def test_a_file_survives_gettext(space):
    change_source(space, "You will know what to do.", "You will know who helps.")
    synced(space)
    path = sent(space, "po")
    for words in (["msgcat", "--width=40"], ["msgattrib", "--clear-fuzzy"]):
        path.write_bytes(subprocess.run([*words, path], check=True, capture_output=True).stdout)
    assert "Where:" in path.read_text("utf-8")
    run("msgfmt", "--check", "--output-file=/dev/null", path)
    done, codes = taken(path, space)
    assert (codes, done.taken, done.refused) == (set(), 0, [])
    assert entry(po(space), PROMISE).fuzzy, "a program that only clears marks confirms nothing"


@needs("msgfmt")
def test_every_file_that_is_shipped_is_clean():
    for path in sorted(installed().glob("workshops/locale/*/*.po")):
        run("msgfmt", "--check", "--output-file=/dev/null", path)
        assert polib.pofile(str(path)).metadata["Language"].replace("_", "-") == path.parent.name


def test_a_translation_is_taken_and_an_outdated_one_confirmed(space):
    change_source(space, "You will know what to do.", "You will know who helps.")
    synced(space)
    path = sent(space, "xlsx")
    book, status = cell(path, PROMISE, "status")
    assert status.value == "outdated"
    status.value = "ok"
    book.save(path)
    done, codes = taken(path, space)
    assert (codes, done.taken) == (set(), 1)
    assert not entry(po(space), PROMISE).fuzzy


def test_a_text_marked_as_unfinished_stays_so(space):
    path = sent(space, "po")
    edit(path, PROMISE, msgstr="Casi", flags=["fuzzy"])
    done, _ = taken(path, space)
    assert (done.taken, done.outdated) == (0, 1)
    assert entry(po(space), PROMISE).fuzzy


def test_an_older_copy_never_replaces_newer_work(space):
    old = sent(space, "po")
    edit(old, PROMISE, msgstr="De la copia vieja")
    change_source(space, "You will know what to do.", "You will know who helps.")
    synced(space)
    done, codes = taken(old, space)
    assert (codes, done.outdated) == (set(), 1)
    assert (entry(po(space), PROMISE).msgstr, entry(po(space), PROMISE).previous_msgid) == (
        "De la copia vieja",
        "You will know what to do.",
    )
    edit(po(space), PROMISE, msgstr="Nueva", flags=[], previous_msgid=None)
    done, codes = taken(old, space)
    assert codes == {"translation-older"}
    assert entry(po(space), PROMISE).msgstr == "Nueva"
    assert polib.pofile(str(done.kept_in))[0].msgstr == "De la copia vieja"


REFUSED = {
    "translation-placeholders": (PROMISE, "Con {name.girl1}."),
    "translation-markup": (PROMISE, "Con **negrita."),
    "translation-brace": (PROMISE, "Con {llave"),
    "translation-items": ("base/key_points", "Uno.\nDos."),
    "translation-lines": (PROMISE, "Uno.\nDos."),
    "translation-empty-item": ("base/objectives/do", "Uno.\n \nDos."),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_does_not_keep_its_source_is_refused_and_kept_aside(space, code):
    context, said = REFUSED[code]
    change_source(space, 'do: ["Tell somebody"]', 'do: ["Tell", "Ask", "Stay"]')
    synced(space)
    fill(po(space))
    path, before = sent(space, "po"), po(space).read_bytes()
    edit(path, context, msgstr=said)
    done, codes = taken(path, space)
    assert code in codes
    assert po(space).read_bytes() == before
    refused = next(each for each in polib.pofile(str(done.kept_in)) if each.msgctxt == context)
    assert (refused.msgctxt, refused.msgstr.strip()) == (context, said.strip())
    assert refused.comment == f"not taken: {code}"


def test_a_plural_that_is_half_translated_is_refused(space):
    path = sent(space, "po", "documents")
    file = polib.pofile(str(path))
    several = next(each for each in file if each.msgid_plural)
    several.msgstr_plural = {0: "{n} solo"}
    file.save(str(path))
    _, codes = taken(path, space)
    assert codes == {"translation-forms"}


def test_a_text_that_is_not_there_any_more(space):
    path = sent(space, "po")
    edit(path, PROMISE, msgctxt="base/gone")
    assert taken(path, space)[1] == {"translation-unknown"}


def test_a_word_that_the_glossary_replaces(space):
    change_source(space, "You will know what to do.", "You will know a good password.")
    synced(space)
    path = sent(space, "po")
    edit(path, PROMISE, msgstr="Van a saber una buena contraseña.", flags=[], previous_msgid=None)
    done, codes = taken(path, space)
    assert codes == {"glossary-term"}
    assert done.taken == 1


def test_a_text_that_does_not_fit_is_told_at_its_line_with_how_much(space):
    path = sent(space, "po")
    edit(path, "base/what-it-is/points@9-12", msgstr="Alguien trata mal a otra persona una y otra vez. " * 14)
    done, _ = taken(path, space)
    found = next(problem for problem in done.report.errors if problem.code == "does-not-fit")
    assert found.place.file == "workshops/locale/es/base.po"
    assert po(space).read_text("utf-8").splitlines()[found.place.line - 1].startswith('msgctxt "base/what-it-is/points@9-12"')
    assert int(dict(found.values)["characters"]) > 50


BROKEN = {
    "sheet-not-text": lambda sheet: setattr(sheet["C3"], "value", datetime(2026, 9, 12)),
    "sheet-merged": lambda sheet: sheet.merge_cells("C3:C5"),
    "sheet-columns": lambda sheet: setattr(sheet["C1"], "value", "Traducción"),
}


@pytest.mark.parametrize("code", BROKEN)
def test_spreadsheets_that_a_program_broke(space, code):
    path, before = sent(space, "xlsx"), po(space).read_bytes()
    book = openpyxl.load_workbook(path)
    BROKEN[code](book.active)
    book.save(path)
    assert code in taken(path, space)[1]
    assert po(space).read_bytes() == before


def test_files_that_are_cut_short_or_of_another_kind(space):
    path = sent(space, "xlsx")
    path.write_bytes(path.read_bytes()[:2000])
    assert taken(path, space)[1] == {"sheet-unreadable"}
    path.write_text("no spreadsheet", encoding="utf-8")
    assert taken(path, space)[1] == {"sheet-unreadable"}
    latin = sent(space, "po")
    latin.write_bytes(
        latin.read_text("utf-8").replace("Andika", "").replace("charset=UTF-8", "charset=ISO-8859-1").encode("latin-1", "replace")
    )
    assert taken(latin, space)[1] & {"po-unreadable", "po-not-utf8"}
    other = shutil.copy(po(space), space / "x.txt")
    assert taken(other, space)[1] == {"unknown-format"}


def test_a_file_in_another_language(space):
    path = sent(space, "po")
    assert taken(path, space, "es@vos")[1] == {"other-language"}
    book = openpyxl.load_workbook(sent(space, "xlsx"))
    book.properties.language = None
    book.save(space / "x.xlsx")
    assert taken(space / "x.xlsx", space, "")[1] == {"language-not-said"}
    assert export(("es", "bass", "po"), space, space, DAY)[0].errors[0].code == "unknown-file"
