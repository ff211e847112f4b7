"""A proposed clause names role, limit, act and criterion; words that stand for none of them never come."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import drillsim.texts
from drillsim.texts import LANGS, Lang

NEVER: dict[Lang, str] = {
    "zh": r"立即|尽快|加强|专人负责|改为并行|改为自动|高度重视|及时",
    "en": r"\bat once\b|\bas soon as\b|\bimmediately\b|\bpromptly\b|\bstrengthen|\bby automatics\b",
}


@pytest.mark.parametrize("lang", LANGS)
def test_no_proposed_clause_says_at_once(lang: Lang) -> None:
    lines = (Path(drillsim.texts.__file__).parent / lang / "revision.ftl").read_text(encoding="utf-8").splitlines()
    clauses = [line for line in lines if line.startswith("revision-new-")]
    assert len(clauses) > 80
    assert [line for line in clauses if re.search(NEVER[lang], line)] == []
