"""What is dangerous about an operation in a state: the same predicates as in a run, on topology and device facts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from drillsim.checks.inputs import Inputs
from drillsim.checks.reachable.operation import Operation
from drillsim.checks.reachable.state import State
from drillsim.checks.wiring import Positions
from drillsim.network import components, conducting
from drillsim.schema.source import Feeder

HIGH_VOLTAGE_KV = 1.0
Found = tuple[str, tuple[str, ...]]
"""A hazard and the things it is between."""


class Judge:
    """Looks at states of one customer."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs, self._wiring = inputs, inputs.wiring
        self._labels = lru_cache(maxsize=100_000)(self._components)

    def live(self, closed: Positions, alive: tuple[str, ...]) -> bytes:
        """One byte a node: whether it is live."""
        return self._wiring.live(closed, alive)

    def _components(self, closed: Positions) -> tuple[int, ...]:
        return tuple(components(self._wiring.net, conducting(self._wiring.net, closed)))

    # -- before an operation ---------------------------------------------------------------------------------------
    def of_operation(self, operation: Operation, before: State, *, as_written: bool) -> Iterator[Found]:
        """Hazards of doing this now. Permit and supervisor are asked of what is written, not of a slip."""
        if operation.do in ("open", "close"):
            yield from self._switching(operation, before, as_written=as_written)
        elif operation.do == "earth":
            yield from self._earthing(operation, before)
        elif operation.do in ("repair", "connect"):
            yield from self._work(operation, before)
        if as_written and operation.do in ("prove_dead", "earth", "unearth"):
            yield from self._supervisor(operation, self._kv_of_bus(self._bus(operation)))

    def _switching(self, operation: Operation, before: State, *, as_written: bool) -> Iterator[Found]:
        name = operation.target
        if as_written:
            yield from self._permit(operation)
            if not self._device_remote(name):
                yield from self._supervisor(operation, self._kv(name))
        if operation.do == "open" and self._kind(name) == "isolator" and self._carries_load(name, before):
            yield "isolator_under_load", (name,)

    def _earthing(self, operation: Operation, before: State) -> Iterator[Found]:
        bus = self._bus(operation)
        if self._is_live(bus, before):
            yield "earthing_live", (operation.target, bus)
        elif bus not in before.proved:
            yield "earth_without_proof", (operation.target, bus)

    def _work(self, operation: Operation, before: State) -> Iterator[Found]:
        for bus in self._touched(operation):
            if not self._is_safe(bus, before):
                yield "unsafe_work", (bus,)

    def _permit(self, operation: Operation) -> Iterator[Found]:
        plan, name = self._inputs.dossier.plan, operation.target
        device = self._inputs.dossier.site.devices.get(name)
        due = device is not None and device.dispatch in ("ordered", "permitted")
        own = device is not None and device.side == "utility" == self._inputs.side_of(operation.step.by.operator)
        covered = any(name in permit.covers or operation.step.id in permit.steps for permit in plan.permits.values())
        spared = plan.order_rules.danger_to_life_first and operation.step.danger_to_life
        if due and not own and not covered and not spared:
            yield "without_permit", (name,)

    def _supervisor(self, operation: Operation, kv: float) -> Iterator[Found]:
        if kv > HIGH_VOLTAGE_KV and operation.step.by.supervisor is None:
            yield "without_supervisor", (operation.target,)

    # -- in a state ------------------------------------------------------------------------------------------------
    def of_state(self, state: State, *, permitted: bool) -> Iterator[Found]:
        """Hazards of the state itself. `permitted`: the dispatcher allowed the operation that led here."""
        for name in state.earths:
            bus = self._inputs.dossier.site.earths[name].at
            if self._is_live(bus, state):
                yield "closing_onto_earth", (name, bus)
        for group in self._groups(state):
            yield from self._joined(group, state, permitted)

    def _groups(self, state: State) -> list[list[str]]:
        labels = self._labels(state.closed)
        groups: dict[int, list[str]] = {}
        for name in (*self._wiring.feeders, *self._inputs.gensets):
            groups.setdefault(labels[self._wiring.bus_of(name)], []).append(name)
        return [group for group in groups.values() if len(group) > 1]

    def _joined(self, group: list[str], state: State, permitted: bool) -> Iterator[Found]:
        dead = [name for name in group if name in self._wiring.feeders and name not in state.alive]
        live = [name for name in group if name in state.alive]
        if live and dead:
            yield "back_feed", (*live, *dead)
        only_feeders = all(name in self._wiring.feeders for name in live)
        if len({self._system(name) for name in live}) > 1 and not (permitted and only_feeders):
            yield "paralleling", tuple(live)

    def _system(self, name: str) -> str:
        spec = self._inputs.dossier.site.sources.get(name)
        if isinstance(spec, Feeder):
            return spec.system or name
        groups = self._inputs.dossier.site.genset_groups
        return next((group for group, each in groups.items() if name in each.of), name)

    # -- facts -----------------------------------------------------------------------------------------------------
    def permitted(self, operation: Operation) -> bool:
        """Whether a permit of the plan covers the device or the task."""
        permits = self._inputs.dossier.plan.permits.values()
        return any(operation.target in each.covers or operation.step.id in each.steps for each in permits)

    def _bus(self, operation: Operation) -> str:
        if operation.do == "prove_dead":
            return operation.target
        earth = self._inputs.dossier.site.earths.get(operation.target)
        return earth.at if earth is not None else ""

    def _touched(self, operation: Operation) -> tuple[str, ...]:
        point = self._inputs.dossier.site.connection_points.get(operation.target)
        if point is not None:
            return ()  # its own switch stands between the box and the bus; that it is open is a step's condition
        net = self._wiring.net
        if operation.target in net.switch_index:
            nodes = net.switch_nodes(net.switch_index[operation.target])
            return tuple(net.bus_ids[node] for node in nodes if net.is_bus(node))
        known = operation.target in self._wiring.net.bus_index or operation.target in self._wiring.net.branch_index
        return (operation.target,) if known else ()

    def _is_live(self, bus: str, state: State) -> bool:
        return bool(self.live(state.closed, state.alive)[self._wiring.net.node(bus)])

    def _is_safe(self, bus: str, state: State) -> bool:
        net, labels = self._wiring.net, self._labels(state.closed)
        here = labels[net.node(bus)]
        earthed = [self._inputs.dossier.site.earths[name].at for name in state.earths]
        return (
            not self._is_live(bus, state)
            and any(labels[net.bus_index[each]] == here for each in state.proved)
            and any(labels[net.bus_index[each]] == here for each in earthed)
        )

    def _carries_load(self, switch: str, state: State) -> bool:
        """Whether opening it darkens a load."""
        if not self._wiring.is_closed(state.closed, switch):
            return False
        after = self._wiring.changed(state.closed, opened=(switch,))
        lit, left = self.live(state.closed, state.alive), self.live(after, state.alive)
        return any(lit[bus] and not left[bus] for bus in self._load_buses)

    @cached_property
    def _load_buses(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._wiring.net.load_bus))

    def _kind(self, switch: str) -> str:
        device = self._inputs.dossier.site.devices.get(switch)
        return str(device.kind) if device is not None and device.kind else self._kind_of_row[switch]

    @cached_property
    def _kind_of_row(self) -> dict[str, str]:
        types = {"DS": "isolator", "CB": "breaker"}
        net = self._wiring.net
        return {
            name: types.get(kind or "", "load_switch")
            for name, kind in zip(net.switch_ids, net.switch_types, strict=True)
        }

    def _device_remote(self, switch: str) -> bool:
        device = self._inputs.dossier.site.devices.get(switch)
        return device is not None and device.remote

    def _kv(self, switch: str) -> float:
        net = self._wiring.net
        return max(
            (net.bus_kv[n] for n in net.switch_nodes(net.switch_index[switch]) if net.is_bus(n)),
            default=0.0,
        )

    def _kv_of_bus(self, bus: str) -> float:
        net = self._wiring.net
        return net.bus_kv[net.bus_index[bus]] if bus in net.bus_index else 0.0
