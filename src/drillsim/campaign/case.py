"""A unit's case as a scenario the engine plays."""

from __future__ import annotations

from drillsim.campaign.failure import Failure
from drillsim.campaign.runner import Runner
from drillsim.campaign.spec import Spec
from drillsim.campaign.unit import Unit
from drillsim.schema import NO_WORDS, Case, Scenario, Start, unmatched
from drillsim.units import MS_PER

AFTER_REPAIR_MS = 2 * MS_PER["h"]
"""Time a case is watched after its repairs, for people to switch back, ms."""
LONGEST_MS = 60 * MS_PER["d"]
SURE = 0.95
"""A case is watched until its repair is over with this chance."""


def case_of(runner: Runner, unit: Unit, hidden: tuple[int, ...] = ()) -> Case | None:
    """The unit's base with hidden failures added; None for a scenario that does not apply to the customer."""
    if unit.scenario:
        return _of_library(runner, unit)
    members = [runner.failures[place] for place in (*unit.members, *hidden)]
    start = Start.model_construct(
        mode=runner.spec.mode, date=runner.spec.date, time=unit.hour.time, load=unit.hour.load
    )
    scenario = Scenario.model_construct(
        format=1,
        title=NO_WORDS,
        start=start,
        horizon=horizon_ms(runner, members),
        events=tuple(each.event() for each in members),
    )
    return Case(runner.dossier, name_of(runner, unit, hidden), scenario)


def name_of(runner: Runner, unit: Unit, hidden: tuple[int, ...] = ()) -> str:
    """Return the name of the case: its failures joined, or the scenario, and the hour."""
    members = [runner.failures[place].id for place in (*unit.members, *hidden)]
    return f"{unit.scenario or '+'.join(members) or 'nothing'}@{unit.hour.name}"


def _of_library(runner: Runner, unit: Unit) -> Case | None:
    scenario = runner.library[unit.scenario]
    start = scenario.start.model_copy(update={"time": unit.hour.time, "load": unit.hour.load})
    case = Case(runner.dossier, unit.scenario, scenario.model_copy(update={"start": start}))
    return None if unmatched(case) else case


def horizon_ms(runner: Runner, members: list[Failure]) -> int:
    """Return how long a case is watched, ms: until what fails is repaired, and people have switched back."""
    spec: Spec = runner.spec
    repairs = [ms for each in members if (ms := _repair_ms(runner, each)) is not None]
    return min(max([spec.least_horizon_ms, *(ms + AFTER_REPAIR_MS for ms in repairs)]), LONGEST_MS)


def _repair_ms(runner: Runner, failure: Failure) -> int | None:
    facts = runner.dossier.site.elements.get(failure.target)
    lasts = failure.lasts or (facts.repair if facts and failure.group == "element" else None)
    return None if lasts is None else lasts.at(SURE)
