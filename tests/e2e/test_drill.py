"""A drill in which people do whatever comes to their minds: it goes on, plays again, is judged and reported."""

from __future__ import annotations

from random import Random
from typing import get_args

import pytest

from drillsim.journal import lines_of
from drillsim.network import flow_for
from drillsim.schema import Case, FaultKind
from drillsim.schema.fault_targets import FITTING
from drillsim.simulation import (
    FACILITATOR,
    Act,
    Ask,
    Correct,
    Decision,
    Go,
    Inform,
    Inject,
    PlanOperator,
    Refused,
    Run,
    Tell,
    replay,
)
from helpers.sample_report import sample_report
from helpers.shipped import AIRPORT, DATA_CENTRE, HOSPITAL, WATERWORKS, scenario, shipped
from helpers.thinned import thinned

DRILLS = [
    (HOSPITAL, "both-lost-night-autostart-fails"),
    (WATERWORKS, "ring-line-fault"),
    (DATA_CENTRE, "side-a-lost-fully-let"),
    (AIRPORT, "north-intake-lost"),
]
SETTINGS = {
    "set": ("auto", "off", "on", "bypass", "online"),
    "rack": ("withdrawn", "working"),
    "transfer": ("", "normal"),
}
FAULTS = get_args(FaultKind)


class Whim:
    """Says something for somebody, some of it nonsense."""

    def __init__(self, run: Run, luck: Random) -> None:
        self._run, self._luck, self._acts = run, luck, run.acts()
        dossier = run.case.dossier
        self._people, self._roles = list(dossier.customer.people), list(dossier.plan.actors)
        self._places, self._buses = list(dossier.site.places), [row.name for row in dossier.network.bus]
        self._ids = [*self._people, *self._roles, *self._buses, *(n for names in self._acts.values() for n in names)]

    def says(self) -> Decision:
        """One decision."""
        luck, person = self._luck, self._luck.choice(self._people)
        bus = luck.choice(self._buses)
        kind = luck.randrange(8)
        if kind == 0:
            verb = luck.choice([verb for verb in self._acts if self._acts[verb]])
            to, watcher = luck.choice(SETTINGS.get(verb, ("",))), luck.choice(["", *self._people])
            return Act(verb, (luck.choice(self._acts[verb]),), person, to, watcher)
        if kind == 1:
            return Go(luck.choice(self._places), person)
        if kind == 2:
            to, about = luck.choice(self._people + self._roles), (luck.choice(self._ids),)
            return Tell(to, about, person) if luck.random() < 0.5 else Ask(to, about, person)
        if kind == 3:
            fault = luck.choice(FAULTS)
            fitting = [name for name in self._ids if self._run._world.kind_of[name] in FITTING[fault]] or self._ids
            left = 50.0 if fault in ("dip", "open_phase") else None
            lasts, is_over = luck.choice([None, 60_000]), luck.random() < 0.3
            return Inject(fault, (luck.choice(fitting),), for_ms=lasts, over=is_over, residual_percent=left)
        if kind == 4:
            return Correct(people=(person,), facts=(("bus", bus, luck.choice(["live", "dead", None])),))
        if kind == 5:
            return Inform((luck.choice(self._people + self._roles),), "k1", facts=(("bus", bus, "dead"),))
        offers = [*self._run.options(person), *self._run.options(FACILITATOR)]
        return luck.choice(offers).decision if offers else Go(luck.choice(self._places), person)


@pytest.mark.parametrize("seed", thinned(range(40), 40))
@pytest.mark.parametrize(("customer", "name"), DRILLS)
def test_whatever_people_do_the_run_goes_on_and_is_judged_and_reported(customer: str, name: str, seed: int) -> None:
    case, luck = Case(shipped(customer), name, scenario(customer, name)), Random(f"{name}/{seed}")
    roles = sorted(case.dossier.plan.actors)
    flow = flow_for(case.dossier.network)
    run = Run(case, flow=flow, operators=[PlanOperator(frozenset(role for role in roles if luck.random() < 0.5))])
    run.advance(0)
    whim, refused = Whim(run, luck), 0
    for _ in range(60):
        before = len(run.journal().events)
        refused += isinstance(run.submit(whim.says()), Refused)
        assert len(run.journal().events) == before
        if luck.random() < 0.6:
            later = luck.choice([0, 0, 1_000, 30_000, 300_000])
            run.advance(min(case.scenario.horizon, run.now + later))
    run.advance(case.scenario.horizon)
    journal = run.finish()
    assert journal.events[-1].type == "run_ended"
    assert 0 < refused < 60
    assert list(lines_of(replay(case, journal, flow=flow))) == list(lines_of(journal))
    for lang in ("zh", "en"):
        assert sample_report(lang, case, journal, costs={}).status
