"""One case of a campaign played again with the same luck, for its journal."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.campaign.case import case_of
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import Unit
from drillsim.files import Tree
from drillsim.journal import Journal
from drillsim.schema import NORMAL, Case, Drawn, Exponential, FaultEvent, Fixed, Lognormal, Scenario
from drillsim.simulation import Run
from drillsim.units import format_time_of_day


def case_named(runner: Runner, members: tuple[str, ...], hour: str, scenario: str = "") -> Case:
    """The case with these failures, or of this library scenario, at this hour. Raises: LookupError."""
    when = next(each for each in runner.spec.hours if each.name == hour)
    places = {each.id: place for place, each in enumerate(runner.failures)}
    shown = tuple(places[each] for each in members if runner.failures[places[each]].nature != "hidden")
    hidden = tuple(places[each] for each in members if runner.failures[places[each]].nature == "hidden")
    case = case_of(runner, Unit(0, when, shown, scenario, len(hidden)), hidden)
    if case is None:
        raise LookupError(scenario)
    return case


def play_again(runner: Runner, case: Case, draw: int, header: Mapping[str, object]) -> Journal:
    """The journal of the case with this draw of luck, which its header names."""
    run = Run(case, seed=runner.spec.seed, draw=draw, flow=runner.flow, header=header)
    run.advance(case.scenario.horizon)
    return run.finish()


def scenario_tree(scenario: Scenario, title: Mapping[str, str]) -> dict[str, Tree]:
    """A scenario of single failures as a scenario file says it."""
    start: dict[str, Tree] = {
        **({} if scenario.start.mode == NORMAL else {"mode": scenario.start.mode}),
        "date": scenario.start.date.isoformat(),
        "time": format_time_of_day(scenario.start.time),
    }
    if scenario.start.load:
        start["load"] = scenario.start.load
    return {
        "format": "1",
        "title": dict(title),
        "start": start,
        "horizon": f"{scenario.horizon} ms",
        "events": [_event_tree(event) for event in scenario.events],
    }


def _event_tree(event: FaultEvent) -> dict[str, Tree]:
    found: dict[str, Tree] = {"at": f"{event.at} ms", "fault": event.fault, "on": event.on.id[0]}
    if event.action == "late":
        found |= {"action": event.action, "late_by": f"{event.late_by} ms"}
    if event.for_ is not None:
        found["for"] = _duration_tree(event.for_)
    return found


def _duration_tree(drawn: Drawn) -> Tree:
    if isinstance(drawn, Fixed):
        return f"{drawn.ms} ms"
    if isinstance(drawn, Lognormal):
        return {"median": f"{drawn.median_ms} ms", "p90": f"{drawn.p90_ms} ms"}
    if isinstance(drawn, Exponential):
        return {"mean": f"{drawn.mean_ms} ms"}
    return {"low": f"{drawn.low_ms} ms", "mode": f"{drawn.mode_ms} ms", "high": f"{drawn.high_ms} ms"}
