"""Voltage left while something pulls it down: a dip of a source, a short circuit until cleared, motors that start.

Each cause leaves a share of the voltage at each live bus, and shares multiply:
- a dip of a source: its residual voltage on everything it feeds; sources in parallel count by short-circuit power;
- a short circuit: the residual voltages of the fault study, until a device has opened;
- starting motors: ΔU = S_start ÷ (S_sc + S_start) at their bus, less at others as a short circuit there would leave
  more (both by the impedances of the fault study, at c = 1, all at one angle); motors at several buses weaken one
  another's start.

A UPS that makes its own voltage passes no dip on; one that passes the mains on does. Below 0.9 pu is a dip
(IEC 61000-4-30); a dead bus is an interruption, not a dip, and what lasts 0 ms is neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from drillsim.journal import rounded
from drillsim.network import C_MAX, FaultLevel
from drillsim.plant import upses
from drillsim.schema import BusTieTransfer, Compiled, follows_from
from drillsim.simulation.core.grid import Feeding
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.usable import HEALTHY_PU, least_pu
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.protection import Protection
from drillsim.simulation.electrical.supply import Supply
from drillsim.simulation.sources.sources import Sources

SWEEPS, EXACT = 200, 1e-9
DIP_BELOW_PU = 0.9
"""Voltage below this is a dip (IEC 61000-4-30)."""


@dataclass(slots=True)
class _Low:
    since: int
    least: float
    cause: str


class Voltages:
    """Residual voltages of one run."""

    def __init__(self, world: World, sources: Sources, protection: Protection, supply: Supply) -> None:
        self._world, self._sources, self._protection, self._supply = world, sources, protection, supply
        self._least = least_minded_pu(world.case.dossier)
        self.is_sound = True
        """True where every live bus has enough voltage for whatever is plugged in; open phases stand apart."""
        self._links = b""
        self._dips: dict[str, list[float]] = {}
        """Sources in a dip, with what each dip leaves, per unit."""
        self.start_a: dict[str, float] = {}
        """Current of starting motors through closed switches, A."""
        self.cause = ""
        """Cause that pulls the voltage down now: `short_circuit`, `dip` or `motors`."""
        self._left: dict[int, float] = {}
        self._low: dict[str, _Low] = {}

    def dip(self, source: str, left: float) -> None:
        """A dip of a source begins; so much is left, per unit."""
        self._dips.setdefault(source, []).append(left)
        self._world.moved(Moved.DIPS)

    def dip_over(self, source: str, left: float) -> None:
        """That dip is over."""
        self._dips[source].remove(left)
        if not self._dips[source]:
            del self._dips[source]
        self._world.moved(Moved.DIPS)

    def at(self, bus: int) -> float:
        """Voltage at a bus, per unit of what it is without a dip; 0 when dead."""
        return self._left.get(bus, 1.0) if self._world.live[bus] else 0.0

    def at_load(self, load: str) -> float:
        """The best voltage any of the load's cords is plugged into, on its worst phase."""
        cords = self._world.cords[self._world.net.load_index[load]]
        return max(self.at(bus) * self._world.phases.get(bus, 1.0) for bus, _ in cords)

    def phase_at(self, load: str) -> float:
        """Return the voltage an open phase leaves at the load's best live cord, per unit; 1 where no phase is open."""
        cords = self._world.cords[self._world.net.load_index[load]]
        return max((self._world.phases.get(bus, 1.0) for bus, _ in cords if self._world.live[bus]), default=1.0)

    def minds_grid(self) -> bool:
        """Return whether anything pulls voltages down, or did: then it counts what is joined to what."""
        w = self._world
        causes = self._dips or w.loads.starting_kva or self._protection.faults or self._left or self._low
        return bool(causes or w.vm_pu is not self._supply.answer.vm_pu or self._behind_upses())

    def look(self) -> None:
        """Works out what is left at every live bus, and says which dips are over."""
        w, answer, start_a = self._world, self._supply.answer, self.start_a
        before = w.vm_pu, self._left, self.cause, self._links
        self._links = w.links
        self.start_a, self._left, self.cause = {}, {}, ""
        faults = [f.level for f in self._protection.faults.values() if f.level is not None]
        if faults or self._dips or w.loads.starting_kva:
            self._work_out(faults)
        if self.start_a != start_a:
            w.moved(Moved.START_CURRENT)
        if self._left or self._low:
            self._note()
        w.vm_pu = self._pulled_down(self._handed_on(answer.vm_pu))
        was_sound, self.is_sound = self.is_sound, self._lowest() >= self._least
        if not (was_sound and self.is_sound) and (w.vm_pu, self._left, self.cause, w.links) != before:
            w.moved(Moved.VOLTAGE)

    def _lowest(self) -> float:
        vm_pu, answer = self._world.vm_pu, self._supply.answer
        return answer.lowest_pu if vm_pu is answer.vm_pu else min(vm_pu.values(), default=1.0)

    def _pulled_down(self, vm_pu: Mapping[str, float]) -> Mapping[str, float]:
        if not self._left:
            return vm_pu
        names = {self._world.net.bus_ids[bus]: left for bus, left in self._left.items()}
        return {**vm_pu, **{name: rounded(vm_pu.get(name, 1.0) * left, 6) for name, left in names.items()}}

    # -- causes ----------------------------------------------------------------------------------------------------
    def _work_out(self, faults: list[FaultLevel]) -> None:
        for level in faults:
            self._pull_down("short_circuit", self._residual(level))
        if self._dips:
            self._pull_down("dip", self._dipped())
        if self._world.loads.starting_kva:
            self._pull_down("motors", self._started())
        self._pass_on()

    def _pull_down(self, cause: str, left: dict[int, float]) -> None:
        for bus, share in left.items():
            if self._world.live[bus] and share < 1:
                self._left[bus] = self._left.get(bus, 1.0) * max(share, 0.0)
                self.cause = self.cause or cause

    def _residual(self, level: FaultLevel) -> dict[int, float]:
        return {bus: left for bus, left in enumerate(level.residual_pu) if left is not None}

    def _feeding(self) -> list[Feeding]:
        sources = self._sources
        return [Feeding(name, sources.bus_of(name)) for name in sources.in_order if name in sources.feeding]

    def _dipped(self) -> dict[int, float]:
        """Sources that feed one part together weigh by their short-circuit power."""
        net = self._world.net
        labels = self._world.grid.labels
        power: dict[int, float] = {}
        left: dict[int, float] = {}
        for one in self._feeding():
            part, va = labels[net.bus_index[one.bus_id]], self._fault_va(one.id)
            power[part] = power.get(part, 0.0) + va
            left[part] = left.get(part, 0.0) + va * min(self._dips.get(one.id, ()), default=1.0)
        return {bus: left[labels[bus]] / power[labels[bus]] for bus in range(net.bus_count) if labels[bus] in power}

    def _fault_va(self, name: str) -> float:
        source = self._sources.as_island_source(name)
        if source.kind == "feeder":
            return float(source.rated_va)
        return source.rated_va / self._protection.currents.xdss_pu(name)

    def _started(self) -> dict[int, float]:
        """Each motor is an impedance at its bus: u_i = 1 − Σ z_ij s_j u_j, solved by Gauss and Seidel."""
        studies = {bus: self._study(bus, kva) for bus, kva in sorted(self._starting_at().items())}
        found = {bus: study for bus, study in studies.items() if study is not None}
        shares = _solved({bus: (share, level.residual_pu) for bus, (share, level) in found.items()})
        drop: dict[int, float] = {}
        for bus, (_, level) in found.items():
            self._note_currents(level, shares[bus])
            for other, left in self._residual(level).items():
                drop[other] = drop.get(other, 0.0) + shares[bus] * (1 - left)
        return {bus: 1 - share for bus, share in drop.items()}

    def _starting_at(self) -> dict[int, float]:
        w, at_bus = self._world, dict[int, float]()
        for load, kva in w.loads.starting_kva.items():
            fed = [bus for bus, _ in w.cords[w.net.load_index[load]] if w.live[bus]]
            for bus in fed[:1]:
                at_bus[bus] = at_bus.get(bus, 0.0) + kva
        return at_bus

    def _study(self, bus: int, kva: float) -> tuple[float, FaultLevel] | None:
        """Starting power as a share of the short-circuit power at the bus, and the study there."""
        level = self._protection.currents.at(bus, self._world.links, self._feeding())
        if level is None:
            return None
        return kva / (sqrt(3) * self._world.net.bus_kv[bus] * level.ik_a / C_MAX), level

    def _note_currents(self, level: FaultLevel, share: float) -> None:
        for switch, current in zip(self._world.net.switch_ids, level.switch_a, strict=True):
            if current:
                self.start_a[switch] = self.start_a.get(switch, 0.0) + current / C_MAX * share

    def _pass_on(self) -> None:
        """Work out what a UPS without a voltage of its own passes on of a dip."""
        for part, sources in self._behind_upses().items():
            left = max(self._left.get(bus, 1.0) for bus in sources)
            for bus in range(self._world.net.bus_count) if left < 1 else ():
                if self._world.grid.labels[bus] == part:
                    self._left[bus] = self._left.get(bus, 1.0) * left

    def _handed_on(self, vm_pu: Mapping[str, float]) -> Mapping[str, float]:
        """The voltages of the power flow, behind such a UPS by that of what it passes on."""
        parts, net = self._behind_upses(), self._world.net
        if not parts:
            return vm_pu
        found = dict(vm_pu)
        for part, sources in parts.items():
            pu = max(found.get(net.bus_ids[bus], 1.0) for bus in sources)
            for bus, name in enumerate(net.bus_ids):
                if name in found and self._world.grid.labels[bus] == part:
                    found[name] = rounded(found[name] * pu, 6)
        return found

    def _behind_upses(self) -> dict[int, list[int]]:
        """Parts of the network nothing but such UPSs feed, with the buses these pass on, in file order."""
        feeding, index = self._sources.feeding, self._world.net.bus_index
        passing = [u for name, u in self._sources.ups.items() if name in feeding and not u.has_charge and u.passes_on]
        if not passing:
            return {}
        labels, found = self._world.grid.labels, dict[int, list[int]]()
        for unit in passing:
            found.setdefault(labels[index[unit.spec.output]], []).append(index[unit.passes_on])
        own = {labels[index[each.bus_id]] for each in self._sources.certain()}
        return {part: sources for part, sources in found.items() if part not in own}

    # -- saying so -------------------------------------------------------------------------------------------------
    def _note(self) -> None:
        w = self._world
        over: dict[tuple[int, str], list[tuple[str, float]]] = {}
        for position, bus in enumerate(w.net.bus_ids):
            left = self._left.get(position, 1.0)
            if w.live[position] and left < DIP_BELOW_PU:
                low = self._low.setdefault(bus, _Low(w.now, left, self.cause))
                low.least = min(low.least, left)
            elif bus in self._low:
                low = self._low.pop(bus)
                over.setdefault((low.since, low.cause), []).append((bus, low.least))
        for (since, cause), found in over.items():
            if w.now > since:
                least = rounded(min(left for _, left in found), 4)
                buses = [bus for bus, _ in found]
                w.emit("voltage_dip", buses=buses, residual_pu=least, for_ms=w.now - since, cause=cause)


@follows_from("network", "site")
def least_minded_pu(dossier: Compiled) -> float:
    """The highest of the voltages below which something of the customer's minds: while every live bus has as much, what
    it is exactly makes no difference to anything."""
    site, loads = dossier.site, dossier.site.loads
    minded = [HEALTHY_PU, *least_pu(dossier).values()]
    for load in loads.values():
        minded += [load.motor.stalls_below_pu] if load.motor else []
        minded += [load.contactor.drops_below_pu] if load.contactor else []
    minded += [unit.input_below_pu for unit in upses(site).values()]
    minded += [each.undervoltage_release.below_pu for each in site.devices.values() if each.undervoltage_release]
    for transfer in site.transfers.values():
        if isinstance(transfer, BusTieTransfer):
            minded += [transfer.undervoltage_pu, transfer.standby_above_pu]
        else:
            minded += [transfer.acts_below_pu or HEALTHY_PU]
    return max(minded)


def _solved(starts: Mapping[int, tuple[float, tuple[float | None, ...]]]) -> dict[int, float]:
    """Return the drop starting motors make at each of their buses: share of the short-circuit power × voltage left.

    `starts` gives the share and the voltages a short circuit at the bus would leave. The system is that of a passive
    network, so the sweeps converge.
    """
    volts = dict.fromkeys(starts, 1.0)
    for _ in range(SWEEPS):
        before = dict(volts)
        for bus, (share, _) in starts.items():
            others = sum(s * volts[b] * _joined(r[bus]) for b, (s, r) in starts.items() if b != bus)
            volts[bus] = (1 - others) / (1 + share)
        if all(abs(volts[bus] - before[bus]) < EXACT for bus in volts):
            break
    return {bus: share * volts[bus] for bus, (share, _) in starts.items()}


def _joined(left: float | None) -> float:
    """Return how much of a drop at one bus another feels; none in another island."""
    return 0.0 if left is None else 1 - left
