"""One run of the small customer, from changes of its files and a few lines of scenario; and its weak points."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from drillsim.findings.assess import assess
from drillsim.findings.finding import Finding, Verdict
from drillsim.findings.verdict import verdicts
from drillsim.journal.record import Journal
from drillsim.network import Memo, PandapowerFlow
from drillsim.schema.dossier import Case
from drillsim.schema.scenario import Scenario
from drillsim.simulation.run import simulate
from helpers.small_customer import Change, small_customer

Event = dict[str, Any]


@dataclass(frozen=True)
class Script:
    """The changes of the files, and the faults."""

    events: tuple[Event, ...] = ()
    changes: tuple[Change, ...] = ()
    start: dict[str, Any] = field(default_factory=dict)
    horizon: str = "8 h"
    expect: tuple[dict[str, Any], ...] = ()
    seed: int = 1

    def case(self) -> Case:
        """The small customer with the changes, and the scenario."""
        scenario = {
            "format": 1,
            "title": "t",
            "start": {"mode": "normal", "date": "2026-07-15", "time": "02:30", **self.start},
            "horizon": self.horizon,
            "events": list(self.events),
            "expect": list(self.expect),
        }
        return Case(small_customer(*self.changes), "scenario", Scenario.model_validate(scenario))


@dataclass(frozen=True)
class Played:
    """One script played."""

    case: Case
    journal: Journal

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Its weak points."""
        return assess(self.case, self.journal)

    def of(self, code: str) -> tuple[Finding, ...]:
        """Its weak points of one code."""
        return tuple(found for found in self.findings if found.code == code)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """Its verdicts by id."""
        return {verdict.id: verdict for verdict in verdicts(self.case, self.journal)}


@cache
def _flow(key: str) -> Memo:
    from drillsim.schema.network import Network

    return Memo(PandapowerFlow(Network.model_validate_json(key)))


def play(script: Script) -> Played:
    """Simulates the script; runs of one network share their power flows."""
    case = script.case()
    flow = _flow(case.dossier.network.model_dump_json(by_alias=True))
    return Played(case, simulate(case, seed=script.seed, flow=flow))


def lost(source: str, at: str = "0 s", **more: Any) -> Event:
    """A feeder is lost, to the end unless `for` is given (as `for_`)."""
    return event("source_lost", source, at, **more)


def event(fault: str, on: Any, at: str = "0 s", **more: Any) -> Event:
    """One thing that goes wrong."""
    return {"at": at, "fault": fault, "on": on, **{key.rstrip("_"): value for key, value in more.items()}}


EAST, WEST = lost("feeder-east"), lost("feeder-west")
BOTH = (EAST, WEST)
"""Both feeders lost, to the end of the run."""
