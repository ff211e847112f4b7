"""The effect of an operation on a state: whether it can be done, what it changes, how automatics answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from drillsim.checks.inputs import Inputs
from drillsim.checks.islands import Positions
from drillsim.checks.reachable.hazard_check import HazardCheck
from drillsim.checks.reachable.operation import Operation, Operations
from drillsim.checks.reachable.state import State, added, without
from drillsim.checks.walk import Limits, Start, transferred
from drillsim.checks.wiring import Plugged
from drillsim.network import conducting, reached
from drillsim.plant import fixed_sets
from drillsim.schema import Ats, Sts


class Doing:
    """Changes states of one customer in one operating mode."""

    def __init__(self, inputs: Inputs, judge: HazardCheck, limits: Limits, mode: str) -> None:
        self._inputs, self._judge, self._limits, self._mode = inputs, judge, limits, mode
        self._wiring, self._site = inputs.wiring, inputs.dossier.site
        self._sets = fixed_sets(self._site)
        self._moved = lru_cache(maxsize=100_000)(self._asked)
        """Movements of transfer switches, by the state they go by."""

    def begins(self, start: Start) -> State:
        """The state a walk begins in: beside positions and sources, what the mode earths, sets and racks out."""
        mode = self._site.modes.get(self._mode)
        trucks = {name: each.position for name, each in self._site.devices.items()}
        trucks |= dict(mode.positions) if mode else {}
        out = tuple(sorted(name for name, position in trucks.items() if position != "working"))
        put = mode.set if mode else {}
        running = (name for name, to in put.items() if name in self._sets and to == "on")
        return State(
            self._wiring.changed(start.closed, opened=out),
            tuple(dict.fromkeys((*start.alive, *running))),
            earths=tuple(sorted(mode.earthed)) if mode else (),
            locked=out,
            off=tuple(sorted(n for n, to in put.items() if n in self._wiring.net.load_index and to == "off")),
        )

    def batteries(self, operations: Operations) -> tuple[str, ...]:
        """UPSs with a battery whose output the plan's steps touch."""
        net = self._wiring.net
        touched = {
            node
            for card in self._inputs.dossier.plan.all_cards()
            for _, each in operations.of(card)
            for operation in each
            for node in self._nodes(operation.target)
        }
        charged = [n for n, each in self._wiring.upses.items() if each.mode == "online" and each.battery_kwh > 0]
        links = conducting(net, self._wiring.of_mode(self._mode), self._wiring.out)
        reach = {name: reached(net, links, [self._wiring.bus_of(name)]) for name in charged}
        return tuple(name for name in charged if any(reach[name][node] for node in touched))

    def _nodes(self, target: str) -> tuple[int, ...]:
        """The nodes a device, earth, bus or branch stands at."""
        net = self._wiring.net
        if target in net.switch_index:
            return net.switch_nodes(net.switch_index[target])
        at = self._site.earths[target].at if target in self._site.earths else target
        return (net.node(at),) if at in net.bus_index or at in net.branch_index else ()

    def known(self, state: State) -> Start:
        """The state as conditions are tested on it."""
        earthed = tuple(self._site.earths[name].at for name in state.earths)
        return Start(state.closed, state.alive, state.plugged, state.proved, earthed)

    def single(self, operation: Operation, state: State) -> tuple[Operation, ...]:
        """The operation as movements of single devices: a transfer opens one side, then closes the other."""
        spec = self._site.transfers.get(operation.target)
        if operation.do != "transfer" or not isinstance(spec, Ats | Sts):
            return (operation,)
        movements = transferred(self._inputs, spec, operation.step.to, self.known(state))
        return tuple(replace(operation, do="closes" if shut else "opens", target=each) for each, shut in movements)

    def moves(self, state: State, operation: Operation) -> bool:
        """Return whether the device moves as the hand wants: neither padlock nor truck holds it open."""
        return operation.do not in ("close", "closes") or operation.target not in state.locked

    def possible(self, state: State, operation: Operation) -> bool:
        """Return whether nobody and nothing keeps the hand from it."""
        name, closed = operation.target, state.closed
        match operation.do:
            case "open" | "close":
                device = self._site.devices.get(name)
                to_hand = device is None or device.by_hand or device.remote
                moves = self._wiring.is_closed(closed, name) != (operation.do == "close")
                return to_hand and moves and (operation.do == "open" or self._may_close(state, name))
            case "closes":
                return self._may_close(state, name)
            case "earth":
                held = self._site.earths[name].interlocked_with
                return name not in state.earths and not any(self._wiring.is_closed(closed, each) for each in held)
            case "lock" | "rack_out":
                return not self._wiring.is_closed(closed, name)
            case "start" if name not in self._sets:
                return name in dict(state.plugged)
        return True

    def _may_close(self, state: State, name: str) -> bool:
        """Neither interlock nor earth forbids it."""
        if any(name in self._site.earths[e].interlocked_with for e in state.earths):
            return False
        return all(
            sum(self._wiring.is_closed(state.closed, each) for each in of if each != name) < most
            for of, most in self._limits
            if name in of
        )

    def put(self, state: State, operation: Operation) -> State:
        """The state once it is done."""
        name, wiring = operation.target, self._wiring
        match operation.do:
            case "open" | "opens":
                return state.at(wiring.changed(state.closed, opened=(name,)))
            case "close" | "closes":
                return state.at(wiring.changed(state.closed, close=(name,)))
            case "start":
                return state.with_(alive=tuple(dict.fromkeys((*state.alive, name))))
            case "stop":
                opened = (self._sets[name].breaker,) if name in self._sets and name in state.alive else ()
                return state.with_(alive=without(state.alive, name), closed=wiring.changed(state.closed, opened=opened))
            case "earth":
                return state.with_(earths=added(state.earths, name))
            case "unearth":
                return state.with_(earths=without(state.earths, name))
            case "prove_dead" if not self._judge.is_live(state, name):
                return state.with_(proved=added(state.proved, name))
            case "connect":
                return self._plugged(state, operation)
        return _secured(state, operation)

    def _plugged(self, state: State, operation: Operation) -> State:
        """The vehicle at the box, where both are free and it fits; hands are laid on the box in any case."""
        point, source = operation.target, operation.source
        taken = {each for pair in state.plugged for each in pair}
        if not source or taken & {point, source} or not self._judge.box_bus(point):
            return state
        return state.with_(plugged=tuple(sorted({*state.plugged, (source, point)})))

    def automatics(self, state: State) -> State:
        """Transfer switches that act on it, and proofs that hold no longer."""
        for _, after in self.answers(state):
            state = after
        return self.still_proved(state)

    def with_bus_ties(self, state: State) -> State:
        """The state once every transfer that is in automatic has answered, bus ties too."""
        closed = self._wiring.settled(state.closed, state.alive, self._mode, plugged=state.plugged, manual=state.manual)
        return self.still_proved(state.at(closed))

    def still_proved(self, state: State) -> State:
        """The state without the proofs of buses that are live by now."""
        if not state.proved:
            return state
        live = self._wiring.live(state.closed, state.alive, plugged=state.plugged)
        proved = tuple(bus for bus in state.proved if not live[self._wiring.net.bus_index[bus]])
        return state.with_(proved=proved) if proved != state.proved else state

    def _asked(
        self, closed: Positions, alive: tuple[str, ...], plugged: Plugged, manual: tuple[str, ...]
    ) -> tuple[tuple[str, bool], ...]:
        return tuple(self._wiring.transfer_moves(closed, alive, self._mode, plugged=plugged, manual=manual))

    def answers(self, state: State) -> Iterator[tuple[tuple[str, bool], State]]:
        """Yield the movements of transfer switches in answer, one after the other, each with the state after it."""
        for switch, closed in self._moved(state.closed, state.alive, state.plugged, state.manual):
            change = {"close" if closed else "opened": (switch,)}
            state = state.at(self._wiring.changed(state.closed, **change))
            yield (switch, closed), state

    def closed(self, state: State) -> tuple[str, ...]:
        """Switches that are closed and are not in the mode, and those that are open and are not, with a minus."""
        normal, ids = self._wiring.of_mode(self._mode), self._wiring.net.switch_ids
        rows = zip(ids, normal, state.closed, strict=True)
        return tuple(f"{'+' if now else '-'}{name}" for name, was, now in rows if was != now)


def _secured(state: State, operation: Operation) -> State:
    name = operation.target
    match operation.do:
        case "lock" | "rack_out":
            return state.with_(locked=added(state.locked, name))
        case "rack_in":
            return state.with_(locked=without(state.locked, name))
        case "unlock":
            return state.with_(locked=without(state.locked, name), tagged=without(state.tagged, name))
        case "tag":
            return state.with_(tagged=added(state.tagged, name))
        case "off":
            return state.with_(off=added(state.off, name))
        case "on":
            return state.with_(off=without(state.off, name))
        case "disable":
            return state.with_(manual=added(state.manual, name))
        case "enable":
            return state.with_(manual=without(state.manual, name))
    return state
