"""A bus-tie transfer whose reason is gone at its last moment does not act, and leaves no section between sources.

feeder-S1 -- I1 -- A -- load-A
                   |
                  tie (open)
                   |
feeder-S2 -- I2 -- B -- load-B
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from helpers.grids import grid
from helpers.play import dossier, play, told

I1, I2, TIE = "S1-A", "S2-B", "A-B"


def two_sections(**transfer: Any) -> Compiled:
    unit = {"kind": "bus_tie_transfer", "incomers": [I1, I2], "tie": TIE, "delay": "3 s", "charge": "10 s", **transfer}
    return dossier(
        grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.4, "B": 0.4}), site={"transfers": {"bzt": unit}}
    )


def one_section() -> Compiled:
    unit = {"kind": "bus_tie_transfer", "incomers": ["S1-A", "S2-A"], "delay": "3 s", "charge": "10 s"}
    return dossier(grid("S1 A cb", "S2 A open", loads={"A": 0.4}), site={"transfers": {"bzt": unit}})


def lost(feeder: str, at_ms: int, until_ms: int | None = None) -> dict[str, Any]:
    more = {} if until_ms is None else {"for": f"{until_ms - at_ms} ms"}
    return {"at": f"{at_ms} ms", "fault": "source_lost", "on": feeder, **more}


def moves(journal: Journal) -> list[tuple[int, str, bool]]:
    return [(row[0], row[2], row[3]) for row in told(journal, "switch_moved")]


def dark(journal: Journal, load: str = "load-A") -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)[load]]


@pytest.mark.parametrize("of", [two_sections(), one_section()])
def test_a_source_back_at_the_delay_is_not_opened(of: Compiled) -> None:
    journal = play(of, [lost("feeder-S1", 30_000, 33_000)])
    assert moves(journal) == []
    assert not any(journal.of("transfer_started", "transfer_refused"))


@pytest.mark.parametrize("of", [two_sections(), one_section()])
@pytest.mark.parametrize("until_ms", [33_001, 33_079, 33_080])
def test_a_source_back_before_the_incomer_has_opened_calls_it_off(of: Compiled, until_ms: int) -> None:
    journal = play(of, [lost("feeder-S1", 30_000, until_ms)])
    assert moves(journal) == []
    assert [row[3] for row in told(journal, "transfer_refused")] == ["voltage_back"]


def test_called_off_it_has_not_acted_and_is_charged_again_after_its_time() -> None:
    late, soon = lost("feeder-S1", 60_000), lost("feeder-S1", 40_000)
    first = lost("feeder-S1", 30_000, 33_050)
    assert [row[1:] for row in moves(play(two_sections(), [first, late]))] == [(I1, False), (TIE, True)]
    assert "not_charged" in [row[3] for row in told(play(two_sections(), [first, soon]), "transfer_refused")]


@pytest.mark.parametrize(("of", "closes"), [(two_sections(), TIE), (one_section(), "S2-A")])
def test_a_standby_gone_while_it_changes_over_sends_it_back_to_a_source_that_is_back(of: Compiled, closes: str) -> None:
    journal = play(of, [lost("feeder-S1", 30_000, 33_100), lost("feeder-S2", 33_120)])
    assert moves(journal) == [(33_080, "S1-A", False), (33_240, "S1-A", True)]
    assert closes not in [row[1] for row in moves(journal)]
    assert dark(journal) == [(30_000, 33_240)]


def test_with_both_gone_while_it_changes_over_it_stays_open() -> None:
    journal = play(two_sections(), [lost("feeder-S1", 30_000), lost("feeder-S2", 33_120)])
    assert moves(journal) == [(33_080, "S1-A", False)]


def test_a_delay_that_ran_for_a_broken_voltage_transformer_begins_anew_when_the_voltage_goes() -> None:
    broken = {"at": "30 s", "fault": "vt_lost", "on": "A", "for": "2 s"}
    journal = play(two_sections(), [broken, lost("feeder-S1", 31_000)])
    assert moves(journal)[0] == (34_080, I1, False)


def test_a_delay_on_one_section_does_not_run_on_for_the_other() -> None:
    journal = play(two_sections(), [lost("feeder-S1", 30_000, 32_000), lost("feeder-S2", 31_000)])
    assert moves(journal) == [(34_080, I2, False), (34_160, TIE, True)]


@pytest.mark.parametrize(("at_ms", "armed"), [(43_080, False), (43_081, True)])
def test_a_charging_that_is_due_as_the_voltage_goes_does_not_arm_it(at_ms: int, armed: bool) -> None:
    journal = play(two_sections(), [lost("feeder-S1", 30_000, 33_050), lost("feeder-S1", at_ms)])
    assert bool(moves(journal)) == armed  # called off at 33.08 s, charged 10 s later
