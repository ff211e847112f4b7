"""The airport in tests: its runs, how long they took, and twins of it with other teams, cards or intakes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from statistics import median

from drillsim.files.folder import CustomerFolder, load_customer
from drillsim.files.scenario_file import load_scenario
from drillsim.journal.record import Journal
from drillsim.journal.timeline import function_outages, load_outages
from drillsim.network import Memo, PandapowerFlow
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.plan import Step, Tell
from drillsim.simulation import simulate
from helpers.airport_table import substations
from helpers.shipped import MIN, ROOT

UNWARNED, WARNED = "north-intake-lost-unwarned", "north-intake-lost"
NEVER_MIN = 10_000
IN_TERMINALS = tuple(sub.load for sub in substations() if sub.load[0] == "T" and sub.load[1].isdigit())


@cache
def airport() -> CustomerFolder:
    """As shipped."""
    return load_customer(ROOT / "plans" / "airport")


@cache
def flow() -> Memo:
    """Power flows of all its runs."""
    return Memo(PandapowerFlow(airport().dossier.network))


@dataclass(frozen=True)
class Minutes:
    """From the loss of intake North."""

    power: float
    """Until every load in every terminal is live."""
    restart: float
    """From then until passenger flights are normal."""


def case(of: Compiled, name: str) -> Case:
    """A scenario of the airport's on this twin of it."""
    file = load_scenario(ROOT / "scenarios" / "airport" / f"{name}.yaml")
    return Case(of, file.id, file.scenario)


def play(of: Compiled, seed: int = 1, name: str = UNWARNED) -> Journal:
    """One run."""
    return simulate(case(of, name), seed=seed, flow=flow())


def minutes(journal: Journal) -> Minutes:
    """Return how long it took, minutes."""
    dark = load_outages(journal)
    power = max((NEVER_MIN if s.open else s.end_ms / MIN) for load in IN_TERMINALS for s in dark.get(load, ()))
    flights = function_outages(journal)["passenger-flights"]
    return Minutes(power, max((NEVER_MIN if s.open else s.end_ms / MIN) for s in flights) - power)


def medians(of: Compiled, seeds: range, name: str = UNWARNED) -> Minutes:
    """Medians over the seeds."""
    found = [minutes(play(of, seed, name)) for seed in seeds]
    return Minutes(median(each.power for each in found), median(each.restart for each in found))


# -- twins -------------------------------------------------------------------------------------------------------------
def with_teams(count: int) -> Compiled:
    """The airport with so many switching teams; added ones are like the third and told like the third."""
    of = airport().dossier
    people, actors = dict(of.customer.people), dict(of.plan.actors)
    for number in range(4, count + 1):
        for half in "ab":
            people[f"team-{number}-{half}"] = people[f"team-3-{half}"]
        for role, halves in (("team", "ab"), ("mate", "b")):
            held = tuple(f"team-{number}-{half}" for half in halves)
            actors[f"{role}-{number}"] = actors[f"{role}-3"].model_copy(update={"held_by": held})
    everybody = tuple(f"team-{number}-{half}" for number in range(1, count + 1) for half in "ab")
    actors["switching-teams"] = actors["switching-teams"].model_copy(update={"held_by": everybody})
    cards = tuple(
        card.model_copy(update={"steps": tuple(_for_teams(step, count) for step in card.steps)})
        for card in of.plan.cards
    )
    plan = of.plan.model_copy(update={"actors": actors, "cards": cards})
    return replace(of, customer=of.customer.model_copy(update={"people": people}), plan=plan)


def _for_teams(step: Step, count: int) -> Step:
    each = step.for_each
    if each is not None and each.pool:
        pool = tuple(f"team-{number}" for number in range(1, count + 1))
        each = each.model_copy(update={"pool": pool})
    tells = tuple(more for tell in step.tells for more in _told(tell, count))
    return step.model_copy(update={"for_each": each, "tells": tells})


def _told(tell: Tell, count: int) -> tuple[Tell, ...]:
    role, _, number = tell.to.rpartition("-")
    if role not in ("team", "mate") or int(number) > count:
        return () if role in ("team", "mate") else (tell,)
    added = range(4, count + 1) if number == "3" else ()
    return (tell, *(tell.model_copy(update={"to": f"{role}-{more}"}) for more in added))


def without_warning_card() -> Compiled:
    """The utility sees the first transformer trip and tells nobody, as it was in March 2025."""
    of = airport().dossier
    cards = tuple(card for card in of.plan.cards if card.id != "U-W")
    return replace(of, plan=of.plan.model_copy(update={"cards": cards}))


def with_capacity(kw: float) -> Compiled:
    """East and South can give no more than `kw` each."""
    of = airport().dossier
    sources = dict(of.site.sources)
    for name in ("east", "south"):
        sources[name] = sources[name].model_copy(update={"capacity_kw": kw})
    return replace(of, site=of.site.model_copy(update={"sources": sources}))
