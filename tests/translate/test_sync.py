"""Files kept up to date: nothing is lost, what is outdated says from which source, layers follow the layer below."""

import shutil

import polib
from hypothesis import given
from hypothesis import strategies as st

from builder.library import installed
from builder.translate.sync import Kept, Source, synced
from builder.translating.keeping import standing
from tests.translate.conftest import change_source, edit, entry, fill, po
from tests.translate.conftest import synced as sync

PROMISE = "base/promise"


def counts(root, name="base", tag="es"):
    report, rows = standing(tag, root)
    assert report.problems == []
    return next(row.counts for row in rows if row.name == name)


def test_a_changed_source_is_outdated_and_keeps_the_oldest(space):
    change_source(space, "You will know what to do.", "You will know who helps.")
    sync(space)
    change_source(space, "You will know who helps.", "You will know three people who help.")
    sync(space)
    found = entry(po(space), PROMISE)
    assert (found.msgid, found.previous_msgid) == ("You will know three people who help.", "You will know what to do.")
    assert found.fuzzy
    assert found.msgstr == "You will know what to do."
    assert counts(space).outdated == 1


def test_a_corrected_typing_error_leaves_the_translation_valid(space):
    change_source(space, "You will know what to do.", "You will know what to do!")
    sync(space, minor=True)
    assert not entry(po(space), PROMISE).fuzzy
    change_source(space, "You will know what to do!", "Nobody laughs at anybody here.")
    sync(space, minor=True)
    assert entry(po(space), PROMISE).fuzzy


def test_marks_that_a_program_cleared_do_not_make_it_current(space):
    change_source(space, "You will know what to do.", "You will know who helps.")
    sync(space)
    edit(po(space), PROMISE, flags=[])  # `msgattrib --clear-fuzzy` leaves the previous source
    assert counts(space).outdated == 1
    edit(po(space), PROMISE, flags=[], previous_msgid=None)  # what Poedit does when somebody confirms
    assert counts(space).outdated == 0


def test_what_was_taken_away_and_comes_back_still_has_its_translation(space):
    whole = '  - {id: "later", kind: "discuss", minutes: 10, question: "What did you try?"}'
    other = '  - {id: "other", kind: "discuss", minutes: 10, question: "How was it?"}'
    change_source(space, whole, other)
    sync(space)
    assert any(each.obsolete for each in polib.pofile(str(po(space))))
    change_source(space, other, whole)
    sync(space)
    assert entry(po(space), "base/later/question").msgstr == "What did you try?"


def test_a_layer_is_outdated_when_the_layer_below_changes(space):
    layer = po(space, tag="es@vos")
    layer.parent.mkdir()
    shutil.copy(po(space), layer)
    file = polib.pofile(str(layer), wrapwidth=0)
    for each in [each for each in file if each.msgctxt != PROMISE]:
        file.remove(each)
    file.save(str(layer))
    assert sync(space, "es@vos") == {"base.po"}
    assert counts(space, tag="es@vos")[:3] == (1, 0, 0)
    edit(po(space), PROMISE, msgstr="Otra cosa.")
    sync(space, "es@vos")
    assert counts(space, tag="es@vos")[:3] == (0, 1, 0)


def test_the_files_that_are_shipped_are_up_to_date(tmp_path):
    for name in ("workshops", "assets"):
        shutil.copytree(installed() / name, tmp_path / name)
    report, rows = standing("all", None)
    assert report.problems == []
    assert [(row.language, row.name) for row in rows if row.counts.outdated] == []
    assert [row.name for row in rows if row.language == "es" and row.counts.words] == [], "Spanish is complete"


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


@given(st.lists(texts, min_size=1, max_size=5), st.lists(texts, min_size=1, max_size=5))
def test_any_texts_survive_and_a_second_run_changes_nothing(before, after):
    def sources(some):
        return [Source(f"m/{n}", text, "", "m.yaml", 1, False) for n, text in enumerate(some)]

    kept = Kept("es", "nplurals=2; plural=(n != 1);")
    file = synced(None, sources(before), kept)
    for each in file:
        each.msgstr = f"<{each.msgid}>"
    once = str(synced(file, sources(after), kept))
    again = polib.pofile(once, wrapwidth=0)
    assert str(synced(again, sources(after), kept)) == once
    said = {each.msgctxt: each.msgstr for each in again}
    assert all(said[f"m/{n}"] == f"<{text}>" for n, text in enumerate(before))


def test_fill_makes_everything_current(space):
    fill(po(space))
    assert counts(space).missing == counts(space).outdated == 0
