"""DCS-01 and 02: what trips and moves the switchgear outlasts the outage, and was tested. Practice, unverified."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, site_about
from drillsim.checks.rule import About, Result, absent, failed, over, unknown
from drillsim.plant import switch_kind
from drillsim.schema import DcSupply, Exponential, Feeder, Fixed, Lognormal, Triangular

_TEST_DAYS = 3 * 366
"""Discharge test at least every three years; practice (DL/T 724), unverified."""
_HIGH_VOLTAGE_KV = 1.0


def _about(name: str) -> About:
    return site_about("dc_supply", name, "dc_supplies", name)


def lasts_through_outage(inputs: Inputs) -> Iterator[Result]:
    """DCS-01: the control supply is recharged from own supply, or its battery outlasts the longest likely outage."""
    supplies = inputs.dossier.site.dc_supplies
    breakers = _high_voltage_breakers(inputs)
    found = [result for name, supply in supplies.items() for result in _lasts(inputs, name, supply)]
    if breakers and not supplies:
        found.append(absent(site_about("site", inputs.dossier.folder), "dc_supplies"))
    for device in breakers if supplies else ():
        if inputs.dossier.site.devices[device].control_supply is None:
            found.append(absent(site_about("device", device, "devices", device), "control_supply"))
    yield from over(len(supplies) + len(breakers), found, inputs.about_customer, none="no-high-voltage")


def _high_voltage_breakers(inputs: Inputs) -> tuple[str, ...]:
    """The customer's breakers above 1 kV that the site file describes."""
    net = inputs.wiring.net
    found = []
    for name, device in inputs.dossier.site.devices.items():
        if name not in net.switch_index or device.side != "customer":
            continue
        if switch_kind(device, net.switch_types[net.switch_index[name]]) == "breaker":
            buses = [node for node in net.switch_nodes(net.switch_index[name]) if net.is_bus(node)]
            if any(net.bus_kv[bus] > _HIGH_VOLTAGE_KV for bus in buses):
                found.append(name)
    return tuple(found)


def _lasts(inputs: Inputs, name: str, supply: DcSupply) -> Iterator[Result]:
    if _recharged(inputs, supply):
        return
    longest, silent = _longest_outage(inputs)
    if "lasts" not in supply.model_fields_set:
        yield absent(_about(name), "lasts")
    elif silent:
        yield absent(inputs.about_source(silent), "outage")
    elif supply.lasts < longest:
        yield failed(_about(name), supply=name, lasts_ms=supply.lasts, due_ms=longest)


def _recharged(inputs: Inputs, supply: DcSupply) -> bool:
    """Return whether the charger lives in the emergency positions."""
    wiring = inputs.wiring
    nodes = wiring.live(wiring.emergency, inputs.gensets) if inputs.gensets else b""
    for name in supply.fed_by:
        if name in inputs.wiring.emergency_loads or name in inputs.gensets:
            return True
        if nodes and name in wiring.net.bus_index and nodes[wiring.net.bus_index[name]]:
            return True
    return False


def _longest_outage(inputs: Inputs) -> tuple[int, str]:
    """The longest likely outage of a feeder (one in ten is longer), ms, and the first feeder that states none."""
    longest, silent = 0, ""
    for name, feeder in inputs.feeders.items():
        if feeder is None or feeder.outage is None:
            silent = silent or name
        else:
            longest = max(longest, _long_ms(feeder))
    return longest, silent


def _long_ms(feeder: Feeder) -> int:
    outage = feeder.outage
    assert isinstance(outage, Fixed | Lognormal | Exponential | Triangular)
    return outage.at(0.9)


def discharge_tested(inputs: Inputs) -> Iterator[Result]:
    """DCS-02: the battery passed a discharge test within three years."""
    supplies, found = inputs.dossier.site.dc_supplies, []
    for name, supply in supplies.items():
        if supply.last_discharge_test is None:
            found.append(absent(_about(name), "last_discharge_test"))
        elif inputs.as_of is None:
            found.append(unknown(_about(name), "as-of"))
        elif (inputs.as_of - supply.last_discharge_test).days > _TEST_DAYS:
            days = (inputs.as_of - supply.last_discharge_test).days
            found.append(failed(_about(name), supply=name, date=supply.last_discharge_test.isoformat(), days=days))
    yield from over(len(supplies), found, inputs.about_customer, none="no-control-supply")
