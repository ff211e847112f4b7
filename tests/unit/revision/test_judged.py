"""A wait is as grave as the run without it says; the journal alone gives a bound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from drillsim.findings.assess import assess
from drillsim.findings.finding import Finding
from drillsim.findings.view import View
from drillsim.revision.judged import by_counterfactual
from drillsim.revision.player import Player, player_of
from drillsim.revision.pool import Pool
from drillsim.revision.wait_cost import without_waits
from drillsim.schema.dossier import Case
from drillsim.simulation import simulate
from helpers.cards import LIGHTS, LOST, card, step
from helpers.grids import grid
from helpers.play import PEOPLE, case, dossier


@dataclass(frozen=True)
class Again:
    """A run to be played again."""

    case: Case

    @property
    def player(self) -> Player:
        return player_of(self.case.dossier)


DARK = {"load": "load-A", "is": "dead"}
PERMITS = {"P1": {"covers": ["A-B"], "from": "dispatcher", "decides_in": "20 min", "channel": "phone"}}


def _both(verb: str, target: str, **people: Any) -> tuple[Finding, Finding]:
    """The permit's finding as the journal has it, and as judged by the run without the wait."""
    network = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.1, "B": 0.1})
    site = {"observations": LIGHTS, "loads": {"load-A": {"security": "true", "max_interruption": "1 min"}}}
    steps = (
        step("S0", "electrician", "request", target="P1"),
        step("S1", "electrician", verb, target=target, after=["S0"]),
    )
    cards = [card("k", "electrician", DARK, *steps)]
    of = dossier(network, site=site, permits=PERMITS, people={**PEOPLE, **people}, cards=cards)
    played = case(of, [{**LOST, "for": "40 min"}], "1 h", time="10:00")
    journal = simulate(played)
    found = assess(played, journal)
    without = without_waits(played, journal, Pool(Again(played)))
    judged = by_counterfactual(View(played, journal), found, without)
    return tuple(next(each for each in all_ if each.code == "O05") for all_ in (found, judged))  # type: ignore[return-value]


def test_a_wait_whose_end_brings_the_load_back_stays_as_grave_as_it_looked() -> None:
    before, after = _both("close", "A-B")
    assert (before.severity, before.severity_basis, before.is_bound) == ("A", "journal", True)
    assert (after.severity, after.severity_basis, after.severity_journal) == ("A", "counterfactual", "A")
    assert after.endangers == ("load-A",)


def test_a_wait_whose_end_brings_nothing_back_is_lowered_and_the_bound_stays_on_record() -> None:
    before, after = _both("open", "S1-A")
    assert (before.severity, before.endangers) == ("A", ("load-A",))
    assert (after.severity, after.severity_basis, after.severity_journal) == ("C", "counterfactual", "A")
    assert after.endangers == ()


@pytest.mark.parametrize("verb", ["close", "open"])
def test_every_missed_limit_keeps_a_line(verb: str) -> None:
    network = grid("S1 A cb", loads={"A": 0.1})
    site = {"observations": LIGHTS, "loads": {"load-A": {"security": "true", "max_interruption": "1 min"}}}
    of = dossier(
        network,
        site=site,
        cards=[card("k", "electrician", DARK, step("S1", "electrician", verb, target="S1-A", place="hv"))],
    )
    played = case(of, [LOST], "1 h", time="10:00")
    journal = simulate(played)
    without = without_waits(played, journal, Pool(Again(played)))
    judged = by_counterfactual(View(played, journal), assess(played, journal), without)
    assert any("load-A" in each.endangers for each in judged)
