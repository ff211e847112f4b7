"""Who has nothing to do goes back to their post, where the displays are."""

from __future__ import annotations

from helpers.hospital import hospital, run_of, script


def test_a_restart_nobody_knows_to_be_due_keeps_nobody_from_their_post() -> None:
    """The plant operator has started set 2 in building B while supply of the main building came back. Nothing tells of
    that where they stand; at their post they see it, and restart the medical gas."""
    journal = run_of(hospital(), script("ats-fails"))
    back = [e for e in journal.of("travel_begins") if e.data["person"] == "gao" and not e.data["step"]]
    waited = [e for e in journal.of("wait_ends") if e.data["step"] == "restart[medical-gas]"]
    there = [e for e in journal.of("arrived") if e.data["person"] == "gao" and e.data["place"] == "plant-room"]
    assert waited[0].data["reason"] == "not_known"
    assert waited[0].t_ms == there[0].t_ms > back[0].t_ms
