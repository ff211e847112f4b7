"""A unit's case as a scenario the engine plays."""

from __future__ import annotations

from drillsim.campaign.bench import Bench
from drillsim.campaign.failure import Failure
from drillsim.campaign.spec import Spec
from drillsim.campaign.unit import Unit
from drillsim.schema import NO_WORDS, Case, Scenario, Start, unmatched
from drillsim.units import MS_PER

AFTER_REPAIR_MS = 2 * MS_PER["h"]
"""How long a case is watched after its repairs, for people to switch back."""
LONGEST_MS = 60 * MS_PER["d"]
SURE = 0.95
"""A case is watched until its repair is over with this chance."""


def case_of(bench: Bench, unit: Unit, hidden: tuple[int, ...] = ()) -> Case | None:
    """The unit's base with hidden failures added; None for a scenario that does not apply to the customer."""
    if unit.scenario:
        return _of_library(bench, unit)
    members = [bench.failures[place] for place in (*unit.members, *hidden)]
    start = Start.model_construct(date=bench.spec.date, time=unit.hour.time, load=unit.hour.load)
    scenario = Scenario.model_construct(
        format=1,
        title=NO_WORDS,
        start=start,
        horizon=horizon_ms(bench, members),
        events=tuple(each.event() for each in members),
    )
    return Case(bench.dossier, name_of(bench, unit, hidden), scenario)


def name_of(bench: Bench, unit: Unit, hidden: tuple[int, ...] = ()) -> str:
    """What the case is called: its failures joined, or the scenario, and the hour."""
    members = [bench.failures[place].id for place in (*unit.members, *hidden)]
    return f"{unit.scenario or '+'.join(members) or 'nothing'}@{unit.hour.name}"


def _of_library(bench: Bench, unit: Unit) -> Case | None:
    scenario = bench.library[unit.scenario]
    start = scenario.start.model_copy(update={"time": unit.hour.time, "load": unit.hour.load})
    case = Case(bench.dossier, unit.scenario, scenario.model_copy(update={"start": start}))
    return None if unmatched(case) else case


def horizon_ms(bench: Bench, members: list[Failure]) -> int:
    """How long a case is watched: until what fails is repaired, and people have switched back."""
    spec: Spec = bench.spec
    repairs = [ms for each in members if (ms := _repair_ms(bench, each)) is not None]
    return min(max([spec.least_horizon_ms, *(ms + AFTER_REPAIR_MS for ms in repairs)]), LONGEST_MS)


def _repair_ms(bench: Bench, failure: Failure) -> int | None:
    facts = bench.dossier.site.elements.get(failure.target)
    lasts = failure.lasts or (facts.repair if facts and failure.group == "element" else None)
    return None if lasts is None else lasts.at(SURE)
