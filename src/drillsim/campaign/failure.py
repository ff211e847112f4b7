"""Everything that can go wrong with one customer, one thing at a time, with how often: what the files say, else the
shipped rates.

A failure is of one of three natures:

- an *event* starts something: a short circuit, a supply lost, a zone under water. It may have a yearly frequency.
- a *state* is there beforehand and anybody may notice it: a person absent, a tank empty, a display dark.
- a *hidden* one shows only when something asks for it: a breaker that will not move, a set that will not start, a step
  somebody leaves out or is late with. The engine notes who asked (`World.asked`), so a hidden failure nobody asked
  about is known to change nothing; that is where a campaign may leave a case out.

A common cause (a zone) is one event. Spurious trips of breakers are left to the scenario library: what they darken a
short circuit beyond them darkens too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drillsim.campaign.default_rate import BUS, TRAFO, ZONE, line_rate, switch_on_demand, transfer_on_demand
from drillsim.plant import is_set
from drillsim.schema import (
    LATE_MS,
    AnyTransfer,
    Device,
    Dossier,
    Drawn,
    FaultEvent,
    FaultKind,
    Feeder,
    Fixed,
    Selector,
    Ups,
)

Nature = Literal["event", "state", "hidden"]
Group = Literal[
    "element", "source", "zone", "transfer", "device", "store", "person", "channel", "protection", "control", "step",
    "resource", "permit",
]  # fmt: skip
HOURS_A_YEAR = 8760.0
_MS_AN_HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that can go wrong."""

    id: str
    """`<target>:<fault>`, unique; a step left out is `S10:omitted`, one that is late `S10:late`."""
    target: str
    fault: FaultKind
    group: Group
    nature: Nature
    per_year: float | None = None
    """Rate of the event a year, where the files or the shipped rates give it."""
    unavailable: float | None = None
    """Share of the year it is down: rate × mean repair; None where either is unknown."""
    on_demand: float | None = None
    """Chance each time it is asked for, for a hidden failure whose chance the files give. A run draws it itself."""
    assumed_on_demand: float | None = None
    """The shipped chance, where the files give none. Runs do not draw it; it only says how often a set comes about."""
    lasts: Drawn | None = None
    """Time it lasts, where the files say; else until repaired, or to the end."""
    late_ms: int | None = None
    """By how much a step is late; None for anything else."""
    assumed: bool = False
    """True where its rate, or its chance in `assumed_on_demand`, is a shipped one and not the customer's own."""

    @property
    def acts_alone(self) -> bool:
        """Return whether it is a state that does something on a day on which nothing else happens: an empty tank, no
        control supply. A person absent does nothing then."""
        return self.nature == "state" and self.group in ("store", "control")

    def event(self) -> FaultEvent:
        """It as an event of a scenario, at T0."""
        on = Selector.model_construct(id=(self.target,))
        if self.late_ms is None:
            return FaultEvent.model_construct(at=0, fault=self.fault, on=on, for_=self.lasts)
        return FaultEvent.model_construct(at=0, fault=self.fault, on=on, action="late", late_by=self.late_ms)


def failures(dossier: Dossier, late_ms: int = LATE_MS) -> tuple[Failure, ...]:
    """Every failure of the customer: events, then states, then hidden ones, each in file order. `late_ms`: by how much
    a step is late that is late."""
    found = tuple(_all(dossier, late_ms))
    natures: tuple[Nature, ...] = ("event", "state", "hidden")
    return tuple(each for nature in natures for each in found if each.nature == nature)


def _all(dossier: Dossier, late_ms: int) -> Iterator[Failure]:
    yield from _elements(dossier)
    yield from _sources(dossier)
    yield from _places(dossier)
    yield from _controls(dossier)
    yield from _hidden(dossier)
    yield from _people(dossier)
    yield from _steps(dossier, late_ms)


def _elements(dossier: Dossier) -> Iterator[Failure]:
    network = dossier.network
    assumed = (
        *((row.name, line_rate(row)) for row in network.line),
        *((row.name, TRAFO) for row in (*network.trafo, *network.trafo3w, *network.impedance)),
        *((row.name, BUS) for row in network.bus),
    )
    for name, otherwise in assumed:
        facts = dossier.site.elements.get(name)
        stated = facts.failures_per_year if facts else None
        rate = otherwise.per_year if stated is None else stated
        repair = facts.repair if facts and facts.repair else Fixed(otherwise.repair_ms)
        yield Failure(
            f"{name}:short_circuit",
            name,
            "short_circuit",
            "element",
            "event",
            rate,
            _down(rate, repair),
            assumed=stated is None,
        )


def _sources(dossier: Dossier) -> Iterator[Failure]:
    stated = dossier.site.sources
    for row in dossier.network.ext_grid:
        spec = stated.get(row.name)
        rate, lasts = (spec.failures_per_year, spec.outage) if isinstance(spec, Feeder) else (None, None)
        yield Failure(
            f"{row.name}:source_lost", row.name, "source_lost", "source", "event", rate, _down(rate, lasts), lasts=lasts
        )
    for name, spec in stated.items():
        if isinstance(spec, Ups):
            yield Failure(f"{name}:fails_running", name, "fails_running", "source", "event", spec.failures_per_year)
        elif is_set(spec):
            yield Failure(
                f"{name}:fails_to_start",
                name,
                "fails_to_start",
                "source",
                "hidden",
                on_demand=spec.fails_to_start or None,
                assumed="fails_to_start" not in spec.model_fields_set,
            )


def _places(dossier: Dossier) -> Iterator[Failure]:
    site = dossier.site
    for name, zone in site.zones.items():
        stated = zone.failures_per_year
        rate = ZONE.per_year if stated is None else stated
        yield Failure(f"{name}:zone_lost", name, "zone_lost", "zone", "event", rate, assumed=stated is None)
    for name in site.stores:
        yield Failure(f"{name}:store_empty", name, "store_empty", "store", "state")


def _controls(dossier: Dossier) -> Iterator[Failure]:
    site = dossier.site
    for name in site.dc_supplies:
        yield Failure(f"{name}:dc_lost", name, "dc_lost", "control", "state")
    for name in (
        *(switch for switch, device in site.devices.items() if device.trips),
        *site.protection_groups,
    ):
        yield Failure(f"{name}:relay_disabled", name, "relay_disabled", "protection", "hidden")


def _hidden(dossier: Dossier) -> Iterator[Failure]:
    site = dossier.site
    for row in dossier.network.switch:
        device = site.devices.get(row.name)
        chance = device.fails_to_operate if device else 0.0
        assumed = switch_on_demand(row, device.kind if device else None)
        yield _of_demand(row.name, "device", chance, None if _says_chance(device) else assumed)
    for name, spec in site.transfers.items():
        assumed = None if _says_chance(spec) else transfer_on_demand(spec.kind)
        yield _of_demand(name, "transfer", spec.fails_to_operate, assumed)


def _of_demand(name: str, group: Group, chance: float, assumed: float | None) -> Failure:
    return Failure(
        f"{name}:fails_to_operate",
        name,
        "fails_to_operate",
        group,
        "hidden",
        on_demand=chance or None,
        assumed=assumed is not None,
        assumed_on_demand=assumed,
    )


def _says_chance(stated: Device | AnyTransfer | None) -> bool:
    """Return whether the files give its chance, be it 0."""
    return stated is not None and "fails_to_operate" in stated.model_fields_set


def _people(dossier: Dossier) -> Iterator[Failure]:
    held = {person for actor in dossier.plan.actors.values() for person in actor.held_by}
    for name in dossier.customer.people:
        if name in held:
            yield Failure(f"{name}:person_absent", name, "person_absent", "person", "state")
    for name in dossier.site.channels:
        yield Failure(f"{name}:channel_lost", name, "channel_lost", "channel", "hidden")
    for name in dossier.site.observations:
        yield Failure(f"{name}:channel_lost", name, "channel_lost", "channel", "state")
    for name in dossier.plan.resources:
        yield Failure(f"{name}:resource_unavailable", name, "resource_unavailable", "resource", "state")
    for name in dossier.plan.permits:
        yield Failure(f"{name}:permit_refused", name, "permit_refused", "permit", "hidden")


def _steps(dossier: Dossier, late_ms: int) -> Iterator[Failure]:
    for _, step in dossier.plan.steps():
        yield Failure(f"{step.id}:omitted", step.id, "wrong_action", "step", "hidden")
        yield Failure(f"{step.id}:late", step.id, "wrong_action", "step", "hidden", late_ms=late_ms)


def _down(rate: float | None, lasts: Drawn | None) -> float | None:
    """Share of the year."""
    if rate is None or lasts is None:
        return None
    return min(rate * lasts.mean_ms / _MS_AN_HOUR / HOURS_A_YEAR, 1.0)
