"""LOD-02: in normal operation nothing is loaded beyond its rating and the voltage holds everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs
from drillsim.checks.loading import flows, of_ratings
from drillsim.checks.rule import About, Result, failed, passed, unknown
from drillsim.network import FlowResult, Island
from drillsim.plant import voltage_bands
from drillsim.schema import kinds

FULL = 100.0


def normal_state_sound(inputs: Inputs) -> Iterator[Result]:
    """LOD-02: with every feeder there and the switches as in normal operation, at the heaviest demand of every load."""
    found: list[Result] = []
    count = 0
    for solved in flows(inputs, inputs.wiring.normal, list(inputs.feeders)):
        if solved is None:
            yield unknown(inputs.about_customer, "flow-normal")
            return
        count += 1
        found += [*_overloaded(inputs, *solved), *_voltage(inputs, solved[1])]
    yield from found or (passed(inputs.about_customer, count=count),)


def _overloaded(inputs: Inputs, island: Island, answer: FlowResult) -> Iterator[Result]:
    for name, percent in of_ratings(inputs, island, answer):
        if percent > FULL:
            yield failed(_about(inputs, name), element=name, percent=round(percent))


def _voltage(inputs: Inputs, answer: FlowResult) -> Iterator[Result]:
    bands, along = voltage_bands(inputs.dossier), _steepest(inputs, answer)
    for name, pu in zip(inputs.wiring.net.bus_ids, answer.vm_pu, strict=True):
        least, most = bands[name]
        if pu is not None and not least <= pu <= most:
            told = {"least": f"{least:g}", "most": f"{most:g}"}
            yield failed(_about(inputs, name), "voltage", bus=name, pu=f"{pu:.3f}", along=along, **told)


def _steepest(inputs: Inputs, answer: FlowResult) -> str:
    """The line or transformer along which most of the voltage is lost."""
    network, vm = inputs.dossier.network, dict(zip(inputs.wiring.net.bus_ids, answer.vm_pu, strict=True))
    ends = [(row.name, row.from_bus, row.to_bus) for row in network.line]
    ends += [(row.name, row.hv_bus, row.lv_bus) for row in network.trafo]
    drops = {name: abs((vm[one] or 0) - (vm[other] or 0)) for name, one, other in ends if vm[one] and vm[other]}
    return max(drops, key=lambda name: drops[name], default="–")


def _about(inputs: Inputs, name: str) -> About:
    network, kind = inputs.dossier.network, kinds(inputs.dossier)[name]
    if kind == "source":
        return inputs.about_source(name, "capacity_kw")
    row = [each.name for each in getattr(network, kind)].index(name)
    return About(kind=kind, id=name, file="network", path=(kind, row))
