"""FIRE-01 and IND-01 to 04: fire loads are never shed; what mines, chemical plants, metallurgy and traffic must keep.

Sources: GB 50974-2014 as seen in public pages; the rest from own knowledge, unverified (ICAO Annex 14 for runways).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import Result, absent, failed, not_applicable, over
from drillsim.checks.rules.fuel import battery_ms
from drillsim.checks.rules.sources import reaching
from drillsim.checks.takeover import quickest_ms
from drillsim.units import MS_PER

_FIRE = re.compile("消防.{0,2}泵|fire.?pump", re.IGNORECASE)
Process = Callable[[Inputs, str], Iterator[Result]]


def fire_loads(inputs: Inputs) -> tuple[str, ...]:
    """Fire pumps and smoke control by what they serve; fire pumps by name where nobody said what they serve."""
    return tuple(name for name, load in inputs.loads.items() if load.serves in ("fire_pump", "smoke_control")) or tuple(
        name for name, load in inputs.loads.items() if _FIRE.search(f"{name} {load.name.zh} {load.name.en}")
    )


def fire_never_shed(inputs: Inputs) -> Iterator[Result]:
    """FIRE-01: fire loads are in no tier, no step sheds them, and they are marked so."""
    loads, plan, found = fire_loads(inputs), inputs.dossier.plan, []
    tiers = {load: name for name, tier in plan.tiers.items() for load in tier.loads}
    shed = {target: (step, about) for _, step, about in inputs.steps() if step.do == "shed" for target in step.target}
    for load in loads:
        if load in tiers:
            found.append(failed(inputs.about_load(load), "tier", load=load, tier=tiers[load]))
        if load in shed:
            found.append(failed(shed[load][1], "step", load=load, step=shed[load][0].id))
        if "shed" not in inputs.loads[load].model_fields_set:
            found.append(absent(inputs.about_load(load), "shed"))
        elif inputs.loads[load].shed != "never":
            found.append(failed(inputs.about_load(load), "allowed", load=load))
    yield from over(len(loads), found, inputs.about_customer, none="no-fire-pump")


def _by_trade(inputs: Inputs, trades: tuple[str, ...], asked: dict[str, Process]) -> Iterator[Result]:
    """Each process of the trade: who is it, and does it have what it needs."""
    if inputs.dossier.customer.industry not in trades:
        yield not_applicable(inputs.about_customer, "other-trade")
        return
    known = inputs.dossier.customer.sector.processes
    found: list[Result] = []
    for process, judge in asked.items():
        stated = next((loads for name, loads in known.items() if name == process), None)
        if stated is None:
            found.append(absent(inputs.about_customer, "sector", "processes", process))
        for load in stated or ():
            found += judge(inputs, load) if load in inputs.loads else ()
    yield from over(len(asked), found, inputs.about_customer, none="other-trade")


def _dual(inputs: Inputs, load: str) -> Iterator[Result]:
    feeders = reaching(inputs, load)
    if len(feeders) < 2:
        yield failed(inputs.about_load(load), "source", load=load, feeders=listed(feeders) or "–")


def _within(limit_ms: int) -> Process:
    def judge(inputs: Inputs, load: str) -> Iterator[Result]:
        quickest = quickest_ms(inputs, load)
        if quickest is None:
            yield failed(inputs.about_load(load), "by-hand", load=load, limit_ms=limit_ms)
        elif quickest > limit_ms:
            yield failed(inputs.about_load(load), "slow", load=load, limit_ms=limit_ms, quickest_ms=quickest)

    return judge


def _kept(inputs: Inputs, load: str) -> Iterator[Result]:
    if load not in inputs.wiring.emergency_loads and not inputs.wiring.ups_before(load):
        yield failed(inputs.about_load(load), "own", load=load)


def _both(*judges: Process) -> Process:
    def judge(inputs: Inputs, load: str) -> Iterator[Result]:
        for each in judges:
            yield from each(inputs, load)

    return judge


def _on_battery(inputs: Inputs, load: str) -> Iterator[Result]:
    lasts = battery_ms(inputs, load)
    if lasts < 30 * MS_PER["min"]:
        yield failed(inputs.about_load(load), "battery", load=load, lasts_ms=lasts, due_ms=30 * MS_PER["min"])


def mine(inputs: Inputs) -> Iterator[Result]:
    """IND-01: main fan, hoist and gas drainage have two sources; the main fan is back within 10 min."""
    fan = _both(_dual, _within(10 * MS_PER["min"]))
    yield from _by_trade(inputs, ("mine",), {"main_fan": fan, "hoist": _dual, "gas_drainage": _dual})


def chemical(inputs: Inputs) -> Iterator[Result]:
    """IND-02: control systems on a UPS of 30 min; cooling water, agitation, flare, instrument air on own supply."""
    own: dict[str, Process] = dict.fromkeys(("cooling_water", "agitation", "flare", "instrument_air"), _kept)
    yield from _by_trade(inputs, ("chemical",), {"control_system": _on_battery, **own})


def metallurgy(inputs: Inputs) -> Iterator[Result]:
    """IND-03: furnace cooling and ladle cranes have two sources and own supply."""
    both = _both(_dual, _kept)
    yield from _by_trade(inputs, ("metallurgy",), {"furnace_cooling": both, "ladle_crane": both})


def traffic(inputs: Inputs) -> Iterator[Result]:
    """IND-04: runway lights of precision approaches within 1 s, others 15 s; signalling and ventilation twice fed."""
    if inputs.dossier.customer.industry == "airport":
        lights = {"runway_precision": _within(1_000), "runway_other": _within(15_000)}
        yield from _by_trade(inputs, ("airport",), lights)
    else:
        yield from _by_trade(inputs, ("metro",), {"signalling": _dual, "ventilation": _dual})
