"""One small run from a drawn network: `play(network, site={…}, events=[…])` gives the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from drillsim.journal import Journal
from drillsim.network import Memo, NoMemo, PandapowerFlow, PowerFlow
from drillsim.schema.compiled import Compiled
from drillsim.schema.customer import Customer
from drillsim.schema.dossier import Case
from drillsim.schema.network import Network
from drillsim.schema.plan import Plan
from drillsim.schema.scenario import Scenario
from drillsim.schema.site import Site
from drillsim.simulation import Run, simulate

ALL_DAY = [{"from": "00:00", "to": "24:00", "place": "room"}]
PEOPLE: dict[str, Any] = {
    "wang": {"name": "Wang", "side": "customer", "shifts": ALL_DAY},
    "lin": {
        "name": "Lin",
        "side": "utility",
        "shifts": [{"from": "00:00", "to": "24:00", "place": "dispatch"}],
    },
}
ACTORS: dict[str, Any] = {
    "electrician": {"side": "customer", "held_by": ["wang"]},
    "dispatcher": {"side": "utility", "held_by": ["lin"]},
}


def dossier(
    network: Network,
    *,
    site: Mapping[str, Any] | None = None,
    people: Mapping[str, Any] | None = None,
    actors: Mapping[str, Any] | None = None,
    cards: Sequence[Mapping[str, Any]] = (),
    permits: Mapping[str, Any] | None = None,
    plan: Mapping[str, Any] | None = None,
) -> Compiled:
    """A customer around `network`: an electrician (wang, in `room`) and a dispatcher (lin, in `dispatch`)."""
    base = {
        "format": "1",
        "places": {"room": {}, "dispatch": {}, "hv": {}, "home": {}},
        "travel": [{"from": "room", "to": "hv", "takes": "5 min"}],
        "channels": {"phone": {}},
    }
    customer = {
        "format": "1",
        "id": "c-1",
        "name": "Customer",
        "industry": "hospital",
        "importance": {"level": "C1"},
        "people": people or PEOPLE,
    }
    written = {
        "format": "1",
        "id": "p-1",
        "version": "1",
        "status": "draft",
        "actors": actors or ACTORS,
        "permits": permits or {},
        "cards": list(cards),
        **(plan or {}),
    }
    return Compiled(
        "small",
        Customer.model_validate(customer),
        network,
        Site.model_validate(base | dict(site or {})),
        Plan.model_validate(written),
    )


def case(of: Compiled, events: Sequence[Mapping[str, Any]] = (), horizon: str = "1 h", **start: Any) -> Case:
    """A scenario on a summer night, 02:30."""
    scenario = {
        "format": "1",
        "title": "t",
        "start": {"date": "2026-07-15", "time": "02:30", **start},
        "horizon": horizon,
        "events": list(events),
    }
    return Case(of, "s", Scenario.model_validate(scenario))


def play(
    of: Compiled, events: Sequence[Mapping[str, Any]] = (), horizon: str = "1 h", seed: int = 1, **start: Any
) -> Journal:
    """The journal of one run."""
    return simulate(case(of, events, horizon, **start), seed=seed, flow=_flow(of))


@lru_cache(maxsize=8)
def _flow(of: Compiled) -> PowerFlow:
    return Memo(PandapowerFlow(of.network))


def told(journal: Journal, *types: str) -> list[tuple[Any, ...]]:
    """Events of the given types as (t_ms, type, id, rest…): a journal one can read in an assertion."""
    return [(event.t_ms, event.type, *event.data.values()) for event in journal.of(*types)]


def fresh_run(of: Compiled, events: Sequence[Mapping[str, Any]] = (), horizon: str = "1 h", **start: Any) -> Run:
    """A run one can drive oneself, without a memo."""
    return Run(case(of, events, horizon, **start), flow=NoMemo(PandapowerFlow(of.network)))
