"""A change against the costliest wait says what that wait cost, for every reason there is an answer to."""

from __future__ import annotations

from typing import get_args

import pytest

from drillsim.revision.propose import WAITS
from drillsim.texts import Lang, text


@pytest.mark.parametrize("lang", get_args(Lang))
def test_every_reason_that_is_answered_has_its_own_words(lang: Lang) -> None:
    said = {
        reason: text(lang, "revision-wait", step="S1", reason=reason, wait_ms="2 min", cost_ms="1 min")
        for reason in WAITS
    }
    assert len(set(said.values())) == len(WAITS)
    assert all("S1" in each and "2 min" in each and "1 min" in each for each in said.values())
