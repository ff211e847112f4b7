"""Hospital, both feeders lost at night with auto-start failing: which wait cost most, what would change it, and three
twins of the hospital in which it is another one, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drillsim.files.document import Tree
from drillsim.journal.record import Journal
from drillsim.revision.recommendation import FileEdit
from drillsim.revision.wait_cost import CostliestWait, protected_outages
from helpers.hospital import NIGHT, added, costs_of, edited, hospital, put, reviewed, run_of, script

CLOSER = put("customer.yaml", "people", "li", "off_duty", "comes_in", to={"median": "5 min", "p90": "6 min"})
NIGHT_SHIFT: Tree = {"days": "mon-sun", "from": "20:00", "to": "08:00", "place": "duty-room"}
SECOND_ON_DUTY = added("customer.yaml", ("people", "li", "shifts"), NIGHT_SHIFT)


@pytest.mark.full
def test_the_wait_that_cost_most_is_the_second_electrician_coming_in() -> None:
    worst = reviewed(NIGHT).costliest
    assert worst is not None
    assert (worst.step, worst.clause) == ("S303", "9.3-3")
    assert worst.reason in ("travel", "person_busy")
    assert "li" in worst.on
    assert worst.cost_ms > 10 * 60_000


def test_the_change_that_answers_it_is_proved_to_shorten_it_and_the_worst_outage() -> None:
    found = reviewed(NIGHT)
    answer = found.answer
    assert answer is not None
    assert found.costliest is not None
    assert answer.verdict == "proposed"
    assert answer.before is not None
    assert answer.after is not None
    assert answer.after["worst_outage_ms"] < answer.before["worst_outage_ms"] - 60_000
    assert answer.clause or answer.place.kind == "equipment"
    assert answer.new.zh
    assert answer.new.en
    proof = next(each for each in found.proofs if each.recommendation == answer.id)
    seen = protected_outages(hospital().dossier, proof.journal)
    assert answer.after["outages"] == {name: ms for name, ms in seen.items() if ms}


@pytest.mark.parametrize("edit", [CLOSER, SECOND_ON_DUTY], ids=["five minutes away", "second on duty"])
def test_a_hospital_whose_second_electrician_is_near_names_another_wait(edit: FileEdit) -> None:
    _, worst = costs_of(edited(edit), script(NIGHT))
    assert _named(worst) != _named(reviewed(NIGHT).costliest)


def test_with_auto_start_repaired_no_wait_or_another_one_costs_most() -> None:
    broken = script(NIGHT)
    events = tuple(event for event in broken.scenario.events if event.fault != "fails_to_start")
    repaired = replace(broken, scenario=broken.scenario.model_copy(update={"events": events}))
    assert len(events) < len(broken.scenario.events)
    _, worst = costs_of(hospital(), repaired)
    assert _named(worst) != _named(reviewed(NIGHT).costliest)


def test_a_change_that_helps_here_and_harms_in_another_scenario_is_rejected_with_its_name() -> None:
    found = reviewed(NIGHT)
    elsewhere = [
        each
        for each in found.recommendations
        if each.verdict == "rejected" and each.reasons[-1].facts.get("scenario", NIGHT) != NIGHT
    ]
    assert elsewhere
    for each in elsewhere:
        scenario = each.reasons[-1].facts["scenario"]
        assert scenario in found.scenarios
        assert scenario in {proof.scenario for proof in found.proofs if proof.recommendation == each.id}


def test_the_proving_runs_meet_the_same_faults() -> None:
    base = _faults(run_of(hospital(), script(NIGHT)))
    proved = [proof for proof in reviewed(NIGHT).proofs if proof.scenario == NIGHT]
    assert len(proved) >= 5
    assert [proof.recommendation for proof in proved if _faults(proof.journal) != base] == []


def _faults(journal: Journal) -> list[object]:
    return [(event.t_ms, event.type, event.data) for event in journal.of("fault_begins", "fault_ends")]


def _named(worst: CostliestWait | None) -> tuple[str, str] | None:
    return (worst.step, worst.reason) if worst else None
