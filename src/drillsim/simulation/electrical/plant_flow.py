"""The power flow of a whole plant: the answers of its live islands put together, by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from drillsim.network import Answer, CannotSay, FlowResult, Island, net_of
from drillsim.plant import voltage_bands
from drillsim.schema import Compiled
from drillsim.simulation.core.compiled import branch_limits, capacities_kw, pick_up_a

Solved = tuple[Island, Answer]


@dataclass(frozen=True, slots=True, eq=False)
class PlantFlow:
    """Not to be changed: the runs of a process share it."""

    vm_pu: Mapping[str, float] = field(default_factory=dict)
    """Voltage of live buses, per unit."""
    loading: Mapping[str, float] = field(default_factory=dict)
    """Loading of live lines and transformers, per cent."""
    switch_a: Mapping[str, float] = field(default_factory=dict)
    """Current through closed switches, A, as far as it can be told."""
    source_kw: Mapping[str, float] = field(default_factory=dict)
    """Power of each source, kW."""
    unsaid: tuple[tuple[tuple[str, ...], str], ...] = ()
    """Buses of islands without an answer, and why."""
    odd: frozenset[str] = frozenset()
    """Buses whose voltage is not permitted."""
    over: tuple[str, ...] = ()
    """Branches loaded beyond their limit."""
    is_heavy: bool = False
    """True where any branch, any device with stages or any feeder carries more than it minds."""
    lowest_pu: float = 1.0
    """The lowest of the voltages; 1 where there is none."""
    highest_percent: float = 0.0
    """The highest of the loadings."""

    def says_the_same_as(self, other: PlantFlow) -> bool:
        """Return whether both say the same."""
        mine = (self.vm_pu, self.loading, self.switch_a, self.source_kw, self.unsaid)
        return mine == (other.vm_pu, other.loading, other.switch_a, other.source_kw, other.unsaid)


def gathered(dossier: Compiled, found: Iterable[Solved]) -> PlantFlow:
    """The answers of all islands as one."""
    net, bands, limits = net_of(dossier), voltage_bands(dossier), branch_limits(dossier)
    loading, voltage, amperes, kw = dict[str, float](), dict[str, float](), dict[str, float](), dict[str, float]()
    unsaid = []
    for island, answer in found:
        if isinstance(answer, CannotSay):
            unsaid.append((tuple(net.bus_ids[i] for i in range(net.bus_count) if island.nodes[i]), answer.reason))
        else:
            loading.update(_said(net.branch_ids, answer.loading_percent))
            voltage.update(_said(net.bus_ids, answer.vm_pu))
            amperes.update(_said(net.switch_ids, answer.switch_a))
            kw.update(_source_kw(island, answer))
    odd = frozenset(bus for bus, pu in voltage.items() if not bands[bus][0] <= pu <= bands[bus][1])
    over = tuple(name for name, percent in loading.items() if percent > limits.get(name, 100.0))
    lowest = min(voltage.values(), default=1.0)
    highest = max(loading.values(), default=0.0)
    heavy = bool(over) or _exceeds(amperes, pick_up_a(dossier)) or _exceeds(kw, capacities_kw(dossier))
    return PlantFlow(voltage, loading, amperes, kw, tuple(unsaid), odd, over, heavy, lowest, highest)


def _exceeds(found: Mapping[str, float], limits: Mapping[str, float]) -> bool:
    return any(found.get(name, 0.0) > limit for name, limit in limits.items())


def _said(names: Iterable[str], values: Iterable[float | None]) -> dict[str, float]:
    return {name: value for name, value in zip(names, values, strict=True) if value is not None}


def _source_kw(island: Island, answer: FlowResult) -> dict[str, float]:
    return {source.id: watts / 1000 for source, watts in zip(island.sources, answer.source_w, strict=True)}
