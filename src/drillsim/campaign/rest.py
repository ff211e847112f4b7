"""A case of single failures is played until nothing of it is on its way any more: until the last store has run out or
the supply is back, and whoever is without and still within their limit is supplied again or late; at most 72 hours.

A subject that then still lives on a store alone was not tested: it may go dark an hour later. Scenarios are played as
written.
"""

from __future__ import annotations

from dataclasses import replace

from drillsim.campaign.outcome import Outcome, outcome_of
from drillsim.campaign.runner import Runner, Subject
from drillsim.findings import Feeding, interruptions, needed_loads
from drillsim.journal import Journal
from drillsim.schema import Case, Compiled, Genset, MobileGenset, Ups
from drillsim.simulation import Run
from drillsim.units import MS_PER

MOST_MS = 72 * MS_PER["h"]
"""So long at most is waited for stores and restorations."""
STEP_MS = 8 * MS_PER["h"]
_STATES = ("source_running", "source_stopped", "ups_on_battery", "ups_on_mains", "battery_empty", "ups_mode")


def open_ended(runner: Runner, case: Case) -> Case:
    """The case with time to come to rest; a scenario of the library or the customer as it is written."""
    if case.scenario_id in runner.library:
        return case
    longest = max(case.scenario.horizon, MOST_MS)
    return replace(case, scenario=case.scenario.model_copy(update={"horizon": longest}))


def play_to_rest(run: Run, case: Case, last_ms: int) -> Journal:
    """Everything until the horizon of `case`, and on until it is at rest, at `last_ms` at the latest."""
    run.advance(case.scenario.horizon)
    while run.now < last_ms and not run.journal().complete and not _at_rest(case.dossier, run.journal(), run.now):
        run.advance(min(run.now + STEP_MS, last_ms))
    return run.finish()


def rest_outcome(runner: Runner, case: Case, journal: Journal) -> Outcome:
    """Return the part the campaign keeps of a run that was played to rest."""
    written = case.scenario_id in runner.library
    open_ = frozenset() if written else left_open(case.dossier, journal, runner.subjects)
    return outcome_of(case, journal, runner.subjects, open_)


def at_rest(runner: Runner, case: Case, draw: int) -> Case:
    """The case with the horizon at which this draw of it came to rest."""
    last = open_ended(runner, case)
    run = Run(last, seed=runner.spec.seed, draw=draw, flow=runner.flow)
    horizon = play_to_rest(run, case, last.scenario.horizon).end_ms
    return replace(case, scenario=case.scenario.model_copy(update={"horizon": horizon}))


def strikes_nothing(runner: Runner, case: Case, run: Run) -> bool:
    """Return whether it is a scenario whose faults strike only what is dead anyway: it does not apply, as in a single
    run."""
    return case.scenario_id in runner.library and bool(run.dead_targets())


def left_open(dossier: Compiled, journal: Journal, subjects: tuple[Subject, ...]) -> frozenset[str]:
    """Ids of those that at the end of `journal` live on a store that is running down, alone or by what they need."""
    if not _draining(dossier, journal):
        return frozenset()
    feeding = Feeding(dossier, journal)
    own = {row.name for row in dossier.network.loads if (fed := feeding.of(row.name)) and fed[-1].fed.own}
    return frozenset(
        each.id
        for each in subjects
        if own.intersection((each.id,) if each.kind == "load" else needed_loads(dossier, each.id))
    )


def _at_rest(dossier: Compiled, journal: Journal, now_ms: int) -> bool:
    if _draining(dossier, journal):
        return False
    waiting = (each for each in interruptions(dossier, journal) if each.spans and each.spans[-1].open)
    limits = ((each.stated.max_interruption, now_ms - each.spans[-1].start_ms) for each in waiting)
    return not any(limit is not None and out_ms <= limit for limit, out_ms in limits)


def _draining(dossier: Compiled, journal: Journal) -> bool:
    """Return whether a battery gives, or a set burns fuel of a store."""
    last = {str(event.data["source"]): event for event in journal.of(*_STATES)}
    for name, event in last.items():
        spec = dossier.site.sources.get(name)
        if isinstance(spec, Ups) and event.type == "ups_on_battery":
            return True
        if isinstance(spec, Genset) and event.type == "source_running" and spec.fuel:
            return True
        if isinstance(spec, MobileGenset) and event.type == "source_running" and spec.tank_l:
            return True
    return False
