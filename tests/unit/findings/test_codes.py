from __future__ import annotations

from collections import Counter

import pytest

from drillsim.findings.codes import CODES
from drillsim.texts import has, message_ids

PARTS = ("", "-title", "-means", "-detected", "-remedy")


def test_there_are_61_codes_in_seven_families() -> None:
    counts = Counter(code.family for code in CODES.values())
    assert counts == {"S": 8, "A": 9, "G": 14, "O": 8, "P": 8, "D": 6, "M": 8}


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_title_and_every_implemented_one_all_its_texts(code: str) -> None:
    for part in PARTS if CODES[code].implemented else ("-title",):
        assert has(f"finding-{code}{part}")


def test_no_text_stands_for_a_code_there_is_not() -> None:
    known = {f"finding-{code}{part}" for code in CODES for part in PARTS}
    extra = {"finding-not-implemented", "finding-unverified", *(f"finding-family-{f}" for f in "SAGOPDM")}
    assert {each for each in message_ids() if each.startswith("finding-")} <= known | extra


def test_every_code_names_its_source() -> None:
    assert all(code.source for code in CODES.values())


def test_codes_judged_from_a_run_say_that_they_need_one() -> None:
    assert all(("run" in code.needs) == code.implemented for code in CODES.values())
