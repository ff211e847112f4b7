"""The cases a plan is asked to stand: every event that calls it, alone and with one thing that does not go as planned;
the scenario library by day, by night and at the change of shift.

    required_units(dossier, library, flow, seed)   what is played, in order
    unit.cases()                                   the cases of one unit, each with its run

One luck: the seed's first draw. A case counts where the plan is called, that is, a card is triggered, or where a
protected limit is missed though nobody calls it. Each is watched until it has come to rest with the plan as it is, and
no longer with any other plan. A scenario as it is written, or the cases of a campaign, may be asked instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from drillsim.campaign.case import case_of
from drillsim.campaign.play import with_one_more
from drillsim.campaign.replay import case_named
from drillsim.campaign.rest import open_ended, play_to_rest, strikes_nothing
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import Spec, hours_of
from drillsim.campaign.unit import Unit, units
from drillsim.journal import Journal
from drillsim.network import PowerFlow
from drillsim.schema import NORMAL, Case, Compiled, Edition, Scenario, unmatched
from drillsim.simulation import Run


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """One case with the plan as it is."""

    name: str
    """`<failures>@<hour>`, or `<scenario>@<hour>`."""
    scenario: Scenario
    """Its horizon is where the run came to rest."""
    journal: Journal
    draw: int = 0
    """The seed's draw of luck."""


class Asked(Protocol):
    """One or more cases that are asked of the plan."""

    def cases(self) -> Iterator[Played]:
        """The cases that apply to the customer, each played to rest with the plan as it is."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class RequiredUnit:
    """One event, state or scenario at one hour: alone, and with each thing beside that may change it."""

    runner: Runner
    unit: Unit

    def cases(self) -> Iterator[Played]:
        """The base first, then each thing beside that its first draw asked about or rested on."""
        if case_of(self.runner, self.unit) is not None:
            for beside in ((), *with_one_more(self.runner, self.unit)):
                yield from _played(self.runner, case_of(self.runner, self.unit, beside), self.unit.hour.name, 0)


@dataclass(frozen=True, slots=True, eq=False)
class CampaignCase:
    """One case of a campaign with one draw of luck."""

    runner: Runner
    members: tuple[str, ...]
    hour: str
    scenario: str
    draw: int

    def cases(self) -> Iterator[Played]:
        """The case, where it applies."""
        case = case_named(self.runner, self.members, self.hour, self.scenario)
        yield from _played(self.runner, case, self.hour, self.draw)


@dataclass(frozen=True, slots=True, eq=False)
class WrittenCase:
    """A scenario as it is written, at its own time."""

    case: Case
    seed: int
    flow: PowerFlow

    def cases(self) -> Iterator[Played]:
        """The scenario, where it applies and strikes something live."""
        run = Run(self.case, seed=self.seed, flow=self.flow)
        if not unmatched(self.case) and not run.dead_targets():
            run.advance(self.case.scenario.horizon)
            yield Played(self.case.scenario_id, self.case.scenario, run.finish())


def required_units(
    dossier: Compiled,
    library: Mapping[str, Scenario],
    flow: PowerFlow,
    seed: int = 1,
    edition: Edition | None = None,
) -> tuple[RequiredUnit, ...]:
    """Everything that is asked of the plan: single events by day and by night, with an edition on its first day and in
    its mode, then the library."""
    alone = Spec(order=2, one_event=True, hours=hours_of(dossier, ("day", "night")), draws=1, seed=seed)
    if edition is not None:
        alone = replace(alone, mode=edition.mode or NORMAL, date=edition.from_)
    written = Spec(
        order=0, scenarios=tuple(library), hours=hours_of(dossier, ("day", "night", "shift-change")), draws=1, seed=seed
    )
    runners = runner_of(dossier, {}, alone, flow), runner_of(dossier, library, written, flow)
    return tuple(RequiredUnit(runner, unit) for runner in runners for unit in units(runner.failures, runner.spec))


def _played(runner: Runner, case: Case | None, hour: str, draw: int) -> Iterator[Played]:
    if case is None:
        return
    last = open_ended(runner, case)
    run = Run(last, seed=runner.spec.seed, draw=draw, flow=runner.flow)
    if not strikes_nothing(runner, case, run):
        journal = play_to_rest(run, case, last.scenario.horizon)
        rested = case.scenario.model_copy(update={"horizon": journal.end_ms})
        name = case.scenario_id if "@" in case.scenario_id else f"{case.scenario_id}@{hour}"
        yield Played(name, rested, journal, draw)
