"""Signatures: given for exactly these words, void when either text changes, asked for by a release, told in every pack."""

import json

from builder.content import Content
from builder.library import Library, installed
from builder.model.report import Report
from builder.model.review import ROLES
from builder.request import Request, run
from builder.translating.keeping import standing
from builder.translating.messages import messages
from builder.translating.signing import sign
from tests.conftest import DAY
from tests.tools import needs
from tests.tools import run as tool
from tests.translate.conftest import change_source, edit, po, synced


def unsigned(space):
    _, rows = standing("es", space)
    return next(row.counts.unsigned for row in rows if row.name == "base")


def signed(space, name="base", tag="es"):
    for role in ROLES:
        report, done = sign(name, tag, role, "AB@example.org", space, DAY)
        assert report.problems == []
    return done


def test_a_signature_is_void_when_either_text_changes(space):
    everything = unsigned(space)
    assert signed(space).texts == everything
    assert unsigned(space) == 0
    edit(po(space), "base/promise", msgstr="Otra cosa.")
    assert unsigned(space) == 1
    change_source(space, "What would help?", "What would help you?")
    synced(space)
    _, rows = standing("es", space)
    assert next(row.counts.outdated for row in rows if row.name == "base") == 1


def test_one_role_is_not_enough(space):
    everything = unsigned(space)
    sign("base", "es", "language", "AB@example.org", space, DAY)
    assert unsigned(space) == everything


def test_who_may_sign_what(space):
    assert sign("base", "es", "boss", "AB@example.org", space, DAY)[0].errors[0].code == "unknown-role"
    assert sign("base", "es", "language", "somebody", space, DAY)[0].errors[0].code == "bad-signer"
    assert sign("bass", "es", "language", "AB@example.org", space, DAY)[0].errors[0].code == "unknown-file"
    po(space).with_suffix(".signed.csv").write_text("context,source\nx,y\n", encoding="utf-8")
    assert "bad-signature" in {problem.code for problem in standing("es", space)[0].errors}


def built(space, **words):
    request = {
        "plan": "ours",
        "workspace": space,
        "audience": "9-12",
        "language": "en",
        "country": "PY",
        "output": space / "out",
        "today": DAY,
    }
    return run(Request(**{**request, **words}), lambda _: None)


@needs("pdftotext")
def test_a_release_needs_every_text_signed_in_both_roles(space):
    outcome = built(space, release=True)
    assert {problem.code for problem in outcome.report.errors} == {"not-signed"}
    assert not (space / "out").exists()
    content = Content(Library((installed(), space)), Report())
    for name in messages(content):
        if name not in ("problems", "commands"):
            signed(space, name, "en")
    outcome = built(space, release=True)
    assert outcome.report.errors == []
    manifest = json.loads((outcome.packs[0].folder / "manifest.json").read_text("utf-8"))
    assert manifest["reviewed_by_a_person"]
    assert manifest["reviews"]["slides"]["language"]["by"] == ["AB@example.org"]
    text = tool("pdftotext", "-layout", outcome.packs[0].folder / "guide.pdf", "-")
    assert "AB@example.org" in text
    assert "All these texts have been reviewed" in text


@needs("pdftotext")
def test_a_pack_says_that_nobody_looked_at_its_texts(space):
    outcome = built(space)
    manifest = json.loads((outcome.packs[0].folder / "manifest.json").read_text("utf-8"))
    assert not manifest["reviewed_by_a_person"]
    text = tool("pdftotext", "-layout", outcome.packs[0].folder / "guide.pdf", "-")
    assert "language, 0 of" in text
