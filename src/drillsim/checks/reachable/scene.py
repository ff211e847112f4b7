"""A state of the search as hazards are judged on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property

from drillsim.checks.inputs import Inputs
from drillsim.checks.islands import Positions
from drillsim.checks.reachable.state import State
from drillsim.plant import Terminal, mobile_sets, terminal, upses

Labels = Callable[[Positions], Sequence[int]]


class Plant:
    """The values scenes of one customer share."""

    def __init__(self, inputs: Inputs, labels: Labels) -> None:
        self.inputs, self.labels, net = inputs, labels, inputs.wiring.net
        self.site = inputs.dossier.site
        self.upses = upses(self.site)
        self.mobile = tuple(mobile_sets(self.site))
        self.fixed = [Terminal(name, inputs.wiring.bus_of(name), "feeder", False) for name in inputs.feeders]
        self.fixed += [Terminal(name, inputs.wiring.bus_of(name), "genset", False) for name in inputs.gensets]
        self.outputs = {name: terminal(net, each, name) for name, each in self.upses.items()}
        self.drawn: dict[int, list[str]] = {}
        """Loads that draw power, by the buses of their cords."""
        for load, watts, cords in zip(net.load_ids, net.load_w, inputs.wiring.cords, strict=True):
            for bus, _ in cords if watts > 0 else ():
                self.drawn.setdefault(bus, []).append(load)
        self.ups_inputs = {net.bus_index[each.input] for each in self.upses.values()}


class Scene:
    """One state."""

    def __init__(self, plant: Plant, state: State) -> None:
        self._plant, self._state = plant, state

    @cached_property
    def _live(self) -> bytes:
        """One byte a node; asked of few scenes."""
        state = self._state
        return self._plant.inputs.wiring.live(state.closed, state.alive, plugged=state.plugged)

    @property
    def closed(self) -> Positions:
        """Positions."""
        return self._state.closed

    @property
    def out(self) -> Collection[int]:
        """Nodes out of service in the mode."""
        return self._plant.inputs.wiring.out

    @property
    def labels(self) -> Sequence[int]:
        """Components."""
        return self._plant.labels(self._state.closed)

    @property
    def terminals(self) -> list[Terminal]:
        """Every source that is somewhere."""
        plant, alive = self._plant, self._state.alive
        bus_of = plant.inputs.wiring.bus_of
        found = [each._replace(live=each.name in alive) for each in plant.fixed]
        found += [
            Terminal(name, bus_of(name, self._state.plugged), "mobile_genset", name in alive)
            for name, _ in self._state.plugged
        ]
        return found + [Terminal(name, bus, "ups", bool(self._live[bus])) for name, bus in plant.outputs.items()]

    @property
    def earths(self) -> Mapping[str, str]:
        """Earths that are on."""
        return {name: self._plant.site.earths[name].at for name in self._state.earths}

    @property
    def proved(self) -> Collection[str]:
        """Buses proved dead."""
        return self._state.proved

    @property
    def tagged(self) -> Collection[str]:
        """Switches with a notice."""
        return self._state.tagged

    def is_live(self, node: int) -> bool:
        """Return whether it is live."""
        return bool(self._live[node])

    def draws(self, node: int) -> bool:
        """Return whether a load that is not switched off, or a UPS, hangs on the bus."""
        loads = self._plant.drawn.get(node, ())
        return node in self._plant.ups_inputs or any(load not in self._state.off for load in loads)
