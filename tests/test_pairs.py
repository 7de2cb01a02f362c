"""Packs of every kind, proven by programs of others: no fault in any deck and in any PDF.

A run proves the pairwise sample; WORKSHOP_DRAW_ALL proves every plan, audience, language and country.
"""

import re
import zipfile
from itertools import combinations, product
from pathlib import Path

import page as checker
import pytest
from openxml_audit import validate_pptx

from builder.accessibility.looking import looked_at
from builder.library import installed
from builder.request import EDITIONS, PAPERS
from tests import pairs
from tests.conftest import EVERYTHING, drawn
from tests.tools import needs_ooxml_validator, open_xml_faults


def audit_faults(path: Path) -> list[str]:
    return [f"{fault.part_uri} {fault.path}: {fault.description}" for fault in validate_pptx(str(path)).errors]


PROOFS = {"openxml-audit": audit_faults, "open-xml-sdk": open_xml_faults}


def faults(path: Path, validator: str) -> list[str]:
    """What a file is blamed for: PDF/UA-1, the schemas of Office Open XML, errors and reading orders of `check --accessibility`."""
    told = [each for each in looked_at((path,), frozenset())[0] if each.severity.value == "error" or each.code == "reading-order"]
    found = [f"{each.page}: {each.code} {each.values}" for each in told]
    if path.suffix == ".pdf":
        report = checker.validate_pdf_bytes(path.read_bytes(), profile=checker.ValidationProfile.PDF_UA_1)
        return found + [f"{fault.rule_id}: {fault.message}" for fault in report.failures]
    if path.suffix == ".html":
        return found
    proofs = [PROOFS[validator]] if validator else list(PROOFS.values())
    return found + [fault for proof in proofs for fault in proof(path)]


@needs_ooxml_validator()
@pytest.mark.parametrize("offer", pairs.sample(), ids=lambda offer: offer.name)
def test_no_validator_finds_a_fault_in_a_pack(offer, tmp_path):
    for name, content in pairs.files(offer).items():
        path = tmp_path / name
        if path.suffix in (".pptx", ".pdf", ".html"):
            path.write_bytes(content)
            assert faults(path, offer.validator) == [], name


def test_the_sample_holds_each_two_that_may_meet_and_all_there_is():
    sample = pairs.pairs()
    of_a_kind = {each.id for each in pairs.kinds()}
    may = [row.columns for row in pairs.everything() if row.country in of_a_kind]
    columns = [row.columns for row in sample]
    for one, other in combinations((0, 1, 2, 3, -1), 2):
        assert {(row[one], row[other]) for row in columns} == {(row[one], row[other]) for row in may}, (one, other)
    for one in range(len(columns[0])):
        for setting in (4, 5, 6):
            values, settings = ({row[at] for row in columns} for at in (one, setting))
            assert one == setting or {(row[one], row[setting]) for row in columns} == set(product(values, settings))
    folders = {path.stem for path in (installed() / "workshops" / "plans").glob("*.yaml")}
    assert {row.plan for row in sample} == folders
    assert {row.edition for row in sample} == {"", *EDITIONS}
    assert {row.paper for row in sample} == set(PAPERS)
    assert {row.validator for row in sample} == set(PROOFS)
    assert {tag for row in sample for tag in row.language.split("+")} == {
        tag for each in pairs.countries() for tag in pairs.languages(each)[:-1]
    }
    assert {row.country for row in pairs.everything()} == {path.stem for path in (installed() / "workshops" / "countries").glob("*.yaml")}


PLANTED = {
    "an attribute's value": (r'(<a:rPr [^>]*?)sz="\d+"', r'\1sz="large"'),
    "an element that does not exist": ("<p:spTree>", "<p:spTrees/><p:spTree>"),
    "the order of elements": (r"(<p:nvSpPr>.*?</p:nvSpPr>)(<p:spPr>.*?</p:spPr>)", r"\2\1"),
}


@needs_ooxml_validator()
@pytest.mark.parametrize("fault", PLANTED)
@pytest.mark.parametrize("validator", PROOFS)
def test_a_planted_fault_is_found(fault, validator, tmp_path):
    from builder.render import pptx
    from builder.typeset.deck import deck_theme

    whole, broken = tmp_path / "whole.pptx", tmp_path / "broken.pptx"
    made = drawn(EVERYTHING[0])
    whole.write_bytes(pptx.render(made.pages["slides"], deck_theme(made.look)))
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "ppt/slides/slide2.xml":
                content = re.sub(PLANTED[fault][0], PLANTED[fault][1], content.decode("utf-8"), count=1, flags=re.DOTALL).encode("utf-8")
                assert content != old.read(name)
            new.writestr(name, content)
    assert PROOFS[validator](broken) != []
