"""Events of a scenario that do not fit together are refused where they stand, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from drillsim.errors import InvalidInput
from drillsim.files.scenario_file import load_scenario
from drillsim.schema.target import unmatched
from drillsim.texts import problem_line
from helpers.grids import grid
from helpers.play import case, dossier

HEAD = "format: 1\ntitle: t\nstart: {mode: normal, date: 2026-07-15, time: 02:30}\nhorizon: 1 h\nevents:\n"

BAD = (
    ("{at: 0 s, fault: dip, on: feeder-S1, for: 200 ms}", "A dip lacks residual_percent."),
    ("{at: 0 s, fault: dip, on: feeder-S1, residual_percent: 40}", "A dip lacks for."),
    ("{at: 0 s, fault: source_lost, on: feeder-S1, residual_percent: 40}", "it is for dip, open_phase."),
    ("{at: 0 s, fault: short_circuit, on: A, to: open}", "it is for fails_to_operate, maloperates."),
    (
        "{at: 0 s, fault: dip, on: feeder-S1, residual_percent: 40, for: 1 s, attempts: auto}",
        "it is for fails_to_start.",
    ),
    ("{at: 0 s, fault: wrong_action, on: S02, action: neighbour}", "The action neighbour lacks instead."),
)


@pytest.mark.parametrize(("event", "said"), BAD)
def test_what_does_not_fit_together_is_refused_in_its_line(event: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"{HEAD}  - {event}\n", encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        load_scenario(path)
    (problem,) = refused.value.problems
    line = problem_line("en", problem)
    assert ":6:" in line
    assert said in line


def test_a_fault_its_targets_cannot_have_does_not_apply() -> None:
    of = dossier(grid("S1 A cb", loads={"A": 0.1}))
    wrong = {"at": "0 s", "fault": "source_lost", "on": "load-A"}
    assert unmatched(case(of, [wrong])) == ("events.0.on",)
    assert (
        unmatched(case(of, [{"at": "0 s", "fault": "dip", "on": "feeder-S1", "residual_percent": "40", "for": "1 s"}]))
        == ()
    )
