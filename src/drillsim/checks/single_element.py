"""The loss of one element: the network computed again without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drillsim.checks.inputs import Inputs
from drillsim.network import carried, conducting, reached
from drillsim.plant import BRANCH_KINDS, TRANSFORMERS
from drillsim.schema import Compiled

Element = tuple[str, str]
"""Kind and id: `ext_grid`, `bus`, a kind of branch, `ups`."""

_BRANCHES = (*TRANSFORMERS, *(kind for kind in BRANCH_KINDS if kind not in TRANSFORMERS))
"""Transformers first."""


def elements(inputs: Inputs) -> Iterator[Element]:
    """Every feeder, bus and branch in service and every UPS, in file order."""
    network = inputs.dossier.network
    for table in ("ext_grid", "bus", *_BRANCHES):
        yield from ((table, row.name) for row in getattr(network, table) if row.in_service)
    yield from (("ups", name) for name in inputs.upses)


def without(inputs: Inputs, element: Element) -> Inputs:
    """The same customer with the element gone."""
    kind, name = element
    dossier = inputs.dossier
    if kind == "ups":
        sources = {key: each for key, each in dossier.site.sources.items() if key != name}
        changed = replace(dossier, site=dossier.site.model_copy(update={"sources": sources}))
    else:
        changed = _out_of_service(dossier, kind, name)
    return Inputs(changed, inputs.as_of, inputs.flow)


def _out_of_service(dossier: Compiled, kind: str, name: str) -> Compiled:
    rows = getattr(dossier.network, kind)
    new = tuple(row.model_copy(update={"in_service": False}) if row.name == name else row for row in rows)
    return replace(dossier, network=dossier.network.model_copy(update={kind: new}))


def dark_at_once(inputs: Inputs, element: Element, loads: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of `loads` that are dark although batteries hold and automatics have acted."""
    left = without(inputs, element)
    closed = left.wiring.after_automatics([], tuple(left.upses))
    nodes = left.wiring.live(closed, (*left.feeders, *left.upses))
    return tuple(name for name in loads if not left.wiring.is_fed(name, nodes))


def dark_after_switching(inputs: Inputs, element: Element, loads: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of `loads` nobody can feed from the feeders by switching within the interlocks."""
    left = without(inputs, element)
    nodes = left.wiring.live(left.wiring.after_switching([]), tuple(left.feeders))
    return tuple(name for name in loads if not left.wiring.is_fed(name, nodes))


def ups_kw(inputs: Inputs) -> dict[str, float]:
    """Return the load of each UPS in the normal positions, kW; UPSs on one bus share by rating."""
    wiring = inputs.wiring
    links = conducting(wiring.net, wiring.after_automatics([], tuple(inputs.upses)))
    index = wiring.net.bus_index
    live = wiring.live(wiring.normal, (*inputs.feeders, *inputs.upses))
    behind = {name: reached(wiring.net, links, [index[ups.output]]) for name, ups in inputs.upses.items()}
    found = dict.fromkeys(inputs.upses, 0.0)
    for load in inputs.loads:
        for bus, part in carried(wiring.cords[wiring.net.load_index[load]], live):
            feeding = [name for name in inputs.upses if behind[name][bus]]
            rated = sum(inputs.upses[name].rated_kw for name in feeding)
            for name in feeding:
                found[name] += inputs.demand_kw(load) * part * inputs.upses[name].rated_kw / rated
    return found
