"""Every weak point is answered by edits that are tried, or says why no edit can; what changes the network says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from drillsim.findings import CODES as WEAK_POINTS
from drillsim.revision.propose import CODES, no_edit
from drillsim.texts import LANGS, has, text
from helpers.small_folder import review_of
from unit.findings.weak_point_cases import CASES


@pytest.mark.parametrize("code", list(WEAK_POINTS))
def test_a_code_has_changes_to_try_or_the_reason_why_none_can_be(code: str) -> None:
    assert (code in CODES) != has(f"revision-no-edit-{code}"), "one or the other, and not both"
    assert (no_edit(code) is None) == (code in CODES)


def test_the_usual_answer_gives_the_reason(tmp_path: Path) -> None:
    _, found = review_of(CASES["M08"].fires, tmp_path)
    answer = next(each for each in found.recommendations if each.codes == ("M08",))
    assert [told.text for told in answer.reasons[1:]] == ["revision-no-edit-M08", "revision-wording-only"]
    for lang in LANGS:
        assert text(lang, "revision-no-edit-M08")


def test_a_larger_transformer_is_bought_without_an_edit_and_says_that_it_changes_the_network(
    tmp_path: Path,
) -> None:
    _, found = review_of(CASES["S03"].fires, tmp_path)
    bought = [each for each in found.recommendations if each.id.endswith("larger") and each.codes[0] == "S03"]
    assert bought
    for each in bought:
        assert (each.kind, each.edits, each.verdict, each.before) == ("purchase", (), "untested", None)
        assert each.reasons[-1].text == "revision-network-change"
