"""Every block of every lesson – also those that no plan chooses – fits, in every language, for everybody it is for."""

import pytest

from builder.request import Request, run
from tests.conftest import DAY

PLAN = """id: "whole-{band}"
language: "en"
title: "Everything"
audiences: [{band}]
minutes: {minutes}
parts: [{{module: "cyberbullying"}}, {{module: "identity-theft"}}, {{module: "what-i-share"}}]
handouts: {{child: [], one_sheet: []}}
"""


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("band", "minutes"), [("5-8", 120), ("9-12", 135), ("13-17", 135)])
def test_a_whole_lesson_fits(band, minutes, language, tmp_path):
    plans = tmp_path / "workshops" / "plans"
    plans.mkdir(parents=True)
    (plans / f"whole-{band}.yaml").write_text(PLAN.format(band=band, minutes=minutes), encoding="utf-8")
    if language == "es":
        locale = tmp_path / "workshops" / "locale" / "es"
        locale.mkdir(parents=True)
        entry = f'msgctxt "plan-whole-{band}/title"\nmsgid "Everything"\nmsgstr "Todo"\n'
        (locale / f"plan-whole-{band}.po").write_text(f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n{entry}', "utf-8")
    words = {"audience": band, "language": language, "country": "PY", "workspace": tmp_path}
    outcome = run(Request(f"whole-{band}", tmp_path / "output", DAY, **words), lambda _: None)
    assert [f"{p.code} {p.place} {dict(p.values)}" for p in outcome.report.errors] == []
