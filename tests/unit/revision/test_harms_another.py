"""The obvious change that takes an electrician from another card is rejected, and the reason says whom it harms."""

from __future__ import annotations

import pytest

from drillsim.revision.review import review
from helpers.hospital import NIGHT, hospital, run_of, script

CALLED_FIRST = "P01-S303-call-first"
"""The electrician calls the second person in before all else: the opening of 101 and 102 has waited for them."""


@pytest.mark.full
def test_calling_first_helps_here_and_harms_the_loads_behind_the_transfer_switch() -> None:
    """On the night on which the transfer switch fails the same electrician has its card to carry out too."""
    night = script(NIGHT)
    alone = review(hospital(), night, run_of(hospital(), night), others=[])
    both = review(hospital(), night, run_of(hospital(), night), others=[script("ats-fails")])
    found = {each.id: each for each in alone.recommendations}[CALLED_FIRST]
    assert found.verdict == "proposed"
    assert "icu" in {each.subject for each in found.gain}
    found = {each.id: each for each in both.recommendations}[CALLED_FIRST]
    assert found.verdict == "rejected"
    assert "icu" in {each.subject for each in found.gain}, "what it gains is told all the same"
    reason = found.reasons[-1]
    assert reason.text == "revision-worse-outage"
    assert (reason.facts["subject"], reason.facts["scenario"]) == ("gas-compressors", "ats-fails")
    assert reason.facts["is_ms"] > reason.facts["was_ms"] + 1_000
