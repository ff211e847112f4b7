"""EPS-11, FUEL-01, SUP-09 and the hospital rules: how long own supply lasts, litres over burn.

Sources: GB 50016 (day tank of at most 1 m³ in the genset room), GB 50052-2009 3.0.6, JGJ 312-2013 4.4; as seen in
public pages, none held against its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drillsim.checks.inputs import Inputs, listed, site_about
from drillsim.checks.rule import About, Fact, Result, absent, failed, not_applicable, over, passed, unknown
from drillsim.plant import burn_l_per_h
from drillsim.schema import Store
from drillsim.units import MS_PER


@dataclass(frozen=True, slots=True)
class Fuel:
    """The tank a group of gensets burns from, and what is asked of it."""

    store: str
    gensets: tuple[str, ...]
    burn_l_per_h: float
    """At the heaviest demand of the loads the gensets feed in the emergency positions."""
    tank_ms: int
    """Level over burn."""
    all_ms: int
    """With every tank a pump alive in the emergency positions can draw from."""
    due_ms: int
    """Longest required supply time of the loads behind; 0 if none has one."""
    due_load: str
    pumps: tuple[str, ...]
    dead_pumps: tuple[str, ...]
    """Inflow pumps the gensets do not feed: they stand still in this very outage."""


def fuels(inputs: Inputs) -> tuple[Fuel, ...]:
    """One entry a store gensets burn from, in file order."""
    return tuple(
        _fuel(inputs, name, tuple(n for n, genset in inputs.gensets.items() if genset.fuel == name))
        for name in inputs.dossier.site.stores
        if any(genset.fuel == name for genset in inputs.gensets.values())
    )


def _fuel(inputs: Inputs, store: str, gensets: tuple[str, ...]) -> Fuel:
    behind = inputs.wiring.emergency_loads
    rated = sum(genset.rated_kw for genset in inputs.gensets.values())
    kw = min(sum(inputs.demand_kw(load) for load in behind), rated)
    sets = [inputs.gensets[name] for name in gensets]
    burn = sum(burn_l_per_h(genset, kw * genset.rated_kw / rated) for genset in sets)
    due = {name: inputs.loads[name].min_supply_time or 0 for name in behind}
    due_load = max(due, key=lambda name: due[name], default="")
    facts = inputs.dossier.site.stores[store]
    pumps = tuple(inflow.by for inflow in facts.in_)
    dead = tuple(pump for pump in pumps if pump not in behind)
    litres = _litres(inputs, store, frozenset())
    return Fuel(
        store,
        gensets,
        burn,
        _lasts(facts.level_l, burn),
        _lasts(litres, burn),
        due.get(due_load, 0),
        due_load,
        pumps,
        dead,
    )


def _lasts(litres: float, burn_l_per_h: float) -> int:
    """Return how long `litres` last, ms; ten years where nothing is burnt, which is longer than anybody asks."""
    return round(litres / burn_l_per_h * MS_PER["h"]) if burn_l_per_h else 3_660 * MS_PER["d"]


def _litres(inputs: Inputs, store: str, seen: frozenset[str]) -> float:
    """Level of the tank and of the tanks pumped into it by pumps that run in the emergency positions."""
    facts = inputs.dossier.site.stores[store]
    more = 0.0
    for inflow in facts.in_:
        upper = inflow.from_
        if inflow.by in inputs.wiring.emergency_loads and upper in inputs.dossier.site.stores and upper not in seen:
            more += _litres(inputs, upper, seen | {store})
    return facts.level_l + more


def tank_alone(inputs: Inputs) -> Iterator[Result]:
    """FUEL-01: the day tank alone lasts as long as the loads behind it need; if not, what it rests on is named."""
    groups = [fuel for fuel in fuels(inputs) if fuel.due_ms]
    found = [
        failed(
            site_about("store", fuel.store, "stores", fuel.store, "level_l"),
            "pump" if fuel.pumps else "",
            **_told(fuel),
        )
        for fuel in groups
        if fuel.tank_ms < fuel.due_ms
    ]
    silent = _unfuelled(inputs)
    yield from over(len(groups) + len(silent), [*found, *silent], inputs.about_customer, none="no-fuel-due")


PLAUSIBLE_L_PER_KWH = (0.18, 0.4)
"""Burn of diesel sets at full load, l/kWh, the smallest ones most. Public consumption charts, unverified."""


def burns_as_sets_do(inputs: Inputs) -> Iterator[Result]:
    """FUEL-02: a set burns what diesel sets burn; endurance rests on this one figure."""
    least, most = PLAUSIBLE_L_PER_KWH
    found = [
        failed(inputs.about_source(name, "fuel_l_per_kwh"), source=name, burns=f"{each.fuel_l_per_kwh:g}",
               least=f"{least:g}", most=f"{most:g}")
        for name, each in inputs.gensets.items()
        if not each.burn and not least <= each.fuel_l_per_kwh <= most
    ]  # fmt: skip
    yield from over(len(inputs.gensets), found, inputs.about_customer, none="no-genset")


def _told(fuel: Fuel) -> dict[str, Fact]:
    return {
        "store": fuel.store, "gensets": listed(fuel.gensets), "burn": f"{fuel.burn_l_per_h:.0f}", "load": fuel.due_load,
        "lasts_ms": fuel.tank_ms, "all_ms": fuel.all_ms, "due_ms": fuel.due_ms, "pumps": listed(fuel.pumps),
    }  # fmt: skip


def _unfuelled(inputs: Inputs) -> list[Result]:
    """Gensets whose tank nobody wrote down, where some load needs them to last."""
    if not any(inputs.loads[name].min_supply_time for name in inputs.wiring.emergency_loads):
        return []
    return [
        unknown(inputs.about_source(name, "fuel"), "fuel-store", source=name)
        for name, genset in inputs.gensets.items()
        if genset.fuel is None
    ]


def refuelling_arranged(inputs: Inputs) -> Iterator[Result]:
    """EPS-11: where the day tank is too short, a pump that runs in the outage fills it from enough, or the plan has a
    step to refuel it; and a tank in the genset room holds at most 1 m³."""
    steps = {target for _, step, _ in inputs.steps() if step.do == "refuel" for target in step.target}
    groups = [fuel for fuel in fuels(inputs) if fuel.due_ms]
    found = [result for fuel in groups for result in _arrangement(inputs, fuel, steps)]
    silent = _unfuelled(inputs)
    yield from over(len(groups) + len(silent), [*found, *silent], inputs.about_customer, none="no-fuel-due")


def _arrangement(inputs: Inputs, fuel: Fuel, steps: set[str]) -> Iterator[Result]:
    store = inputs.dossier.site.stores[fuel.store]
    about = site_about("store", fuel.store, "stores", fuel.store)
    rooms = {inputs.gensets[name].place for name in fuel.gensets}
    if store.capacity_l > 1_000 and store.place and store.place in rooms:
        yield failed(
            replace(about, path=(*about.path, "capacity_l")), "size", **_told(fuel), litres=round(store.capacity_l)
        )
    if fuel.tank_ms >= fuel.due_ms:
        return
    yield from _slow_pumps(fuel, store, about)
    if _is_refilled(inputs, fuel.store, steps):
        return
    if fuel.dead_pumps:
        yield failed(about, "dead-pump", **_told(fuel), dead=listed(fuel.dead_pumps))
    elif fuel.all_ms < fuel.due_ms:
        yield failed(about, "none", **_told(fuel))


def _slow_pumps(fuel: Fuel, store: Store, about: About) -> Iterator[Result]:
    """Pumps that run in the outage and together give less than the sets burn: the tank runs dry beside full ones."""
    running = [inflow for inflow in store.in_ if inflow.by not in fuel.dead_pumps]
    gives = sum(inflow.l_per_min for inflow in running) * 60
    if running and gives < fuel.burn_l_per_h:
        yield failed(about, "slow-pump", **_told(fuel), running=listed([each.by for each in running]),
                     gives=f"{gives:.0f}")  # fmt: skip


def _is_refilled(inputs: Inputs, store: str, steps: set[str]) -> bool:
    """Return whether a step refuels it, or a tank a running pump draws from."""
    upper = {
        inflow.from_ for inflow in inputs.dossier.site.stores[store].in_ if inflow.by in inputs.wiring.emergency_loads
    }
    return store in steps or bool(upper & steps)


def lasts_to_safe_stop(inputs: Inputs) -> Iterator[Result]:
    """SUP-09: own supply, every tank and battery of it, lasts as long as each special load needs."""
    loads = [
        (n, load.min_supply_time)
        for n, load in inputs.loads.items()
        if load.min_supply_time and load.grade in ("1S", "1")
    ]
    all_ms = max((fuel.all_ms for fuel in fuels(inputs)), default=0)
    unwritten = any(genset.fuel is None for genset in inputs.gensets.values())
    found = []
    for load, due in loads:
        about = inputs.about_load(load)
        lasts = all_ms if load in inputs.wiring.emergency_loads else battery_ms(inputs, load)
        if load in inputs.wiring.emergency_loads and unwritten:
            bare = tuple(name for name, genset in inputs.gensets.items() if genset.fuel is None)
            found.append(unknown(inputs.about_source(bare[0], "fuel"), "fuel-store", source=listed(bare)))
        elif lasts < due and not _refuel_step(inputs):
            found.append(failed(about, load=load, lasts_ms=lasts, due_ms=due))
    yield from over(len(loads), found, inputs.about_customer, none="no-supply-time")


def _refuel_step(inputs: Inputs) -> bool:
    return any(step.do == "refuel" for _, step, _ in inputs.steps())


def battery_ms(inputs: Inputs, load: str) -> int:
    """Return how long the UPSs before `load` carry all their loads, as charged and aged, ms; 0 without a UPS."""
    names = inputs.wiring.ups_before(load)
    upses = [inputs.upses[name] for name in names]
    kwh = sum(each.battery_kwh * each.charged_percent / 100 * each.battery_percent / 100 for each in upses)
    beside = [name for name in inputs.loads if inputs.wiring.ups_before(name) == names]
    kw = sum(inputs.demand_kw(name) for name in beside)
    return round(kwh / kw * MS_PER["h"]) if names and kw else 0


def hospital_has_genset(inputs: Inputs) -> Iterator[Result]:
    """HOSP-04: a tertiary hospital has a diesel set, a secondary one should have."""
    about, level = inputs.about_customer, inputs.dossier.customer.sector.hospital_level
    if inputs.dossier.customer.industry != "hospital" or level == "lower":
        yield not_applicable(about, "no-hospital")
    elif inputs.gensets:
        yield passed(about, count=len(inputs.gensets))
    else:
        yield failed(about, level or "")


_FUEL_HOURS = {"tertiary": 24, "secondary": 12, "lower": 3}


def hospital_fuel(inputs: Inputs) -> Iterator[Result]:
    """HOSP-05: fuel for more than 24 h (tertiary), 12 h (secondary), 3 h (others)."""
    if inputs.dossier.customer.industry != "hospital" or not inputs.gensets:
        yield not_applicable(inputs.about_customer, "no-hospital-genset")
        return
    yield from _unfuelled(inputs)
    for fuel in fuels(inputs):
        yield _hospital_fuel(inputs, fuel)


def _hospital_fuel(inputs: Inputs, fuel: Fuel) -> Result:
    """Without the hospital's level only what suits every level passes, and what suits none fails."""
    about = site_about("store", fuel.store, "stores", fuel.store)
    level = inputs.dossier.customer.sector.hospital_level
    hours = [_FUEL_HOURS[level]] if level else list(_FUEL_HOURS.values())
    if fuel.all_ms > max(hours) * MS_PER["h"]:
        return passed(about, **_told(fuel), due=max(hours))
    if fuel.all_ms <= min(hours) * MS_PER["h"]:
        return failed(about, "", **{**_told(fuel), "due": min(hours)})
    return absent(inputs.about_customer, "sector", "hospital_level")


def hospital_ups(inputs: Inputs) -> Iterator[Result]:
    """HOSP-06: a load that bears at most 0.5 s stands behind an online UPS that lasts 15 min."""
    if inputs.dossier.customer.industry != "hospital":
        yield not_applicable(inputs.about_customer, "no-hospital")
        return
    loads = [
        n for n, load in inputs.loads.items() if load.max_interruption is not None and load.max_interruption <= 500
    ]
    found = []
    for load in loads:
        if not inputs.wiring.ups_before(load):
            found.append(failed(inputs.about_load(load), "none", load=load))
        elif battery_ms(inputs, load) < 15 * MS_PER["min"]:
            found.append(failed(inputs.about_load(load), "short", load=load, lasts_ms=battery_ms(inputs, load)))
    yield from over(len(loads), found, inputs.about_customer, none="no-limit")
