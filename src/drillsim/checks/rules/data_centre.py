"""DC-01 to 03: fault tolerance, autonomy and fuel of data centres.

Sources: GB 50174-2017 as seen in public pages, TIA-942 and Uptime from own knowledge; none held against its text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drillsim.checks.inputs import Inputs, listed, site_about
from drillsim.checks.rule import Result, absent, failed, not_applicable, over, unknown
from drillsim.checks.rules.fuel import battery_ms, fuels
from drillsim.checks.single_element import Element, dark_after_switching, dark_at_once, elements, ups_kw, without
from drillsim.units import MS_PER

_AUTONOMY_MS = 15 * MS_PER["min"]
_FUEL_MS = 12 * MS_PER["h"]


def racks(inputs: Inputs) -> tuple[str, ...]:
    """Grade-1S loads that serve IT; every grade-1S load where none says what it serves."""
    special = inputs.of_grade("1S")
    return tuple(name for name in special if inputs.loads[name].serves == "it") or special


def _asked(inputs: Inputs) -> Result | None:
    if inputs.dossier.customer.industry != "data_centre":
        return not_applicable(inputs.about_customer, "no-data-centre")
    if inputs.dossier.customer.sector.data_centre_grade is None:
        return absent(inputs.about_customer, "sector", "data_centre_grade")
    if inputs.dossier.customer.sector.data_centre_grade == "C":
        return not_applicable(inputs.about_customer, "basic-grade")
    return None


def any_single_element(inputs: Inputs) -> Iterator[Result]:
    """DC-01: grade A lives on when any one element is lost, and no UPS left over is overloaded; B when a UPS is."""
    if (why := _asked(inputs)) is not None:
        yield why
        return
    grade, loads = inputs.dossier.customer.sector.data_centre_grade, racks(inputs)
    tried = [each for each in elements(inputs) if grade == "A" or each[0] == "ups"] if loads else []
    found = [result for each in tried for result in _lost(inputs, each, loads)]
    yield from over(len(tried), found, inputs.about_customer, none="no-rack")


def _lost(inputs: Inputs, element: Element, loads: tuple[str, ...]) -> Iterator[Result]:
    dark = dark_at_once(inputs, element, loads)
    about = inputs.about_load(dark[0]) if dark else inputs.about_customer
    if dark:
        yield failed(about, "dark", element=element[1], loads=listed(dark))
        return
    left = without(inputs, element) if element[0] in ("ups", "bus") else None
    for name, kw in ups_kw(left).items() if left else ():
        if kw > inputs.upses[name].rated_kw:
            rated = round(inputs.upses[name].rated_kw)
            yield failed(inputs.about_source(name), "capacity", element=element[1], ups=name, kw=round(kw), rated=rated)


def autonomy_and_fuel(inputs: Inputs) -> Iterator[Result]:
    """DC-02: two sources and gensets, UPS for 15 min, fuel for 12 h or assured delivery, cooling as long as the UPS."""
    if (why := _asked(inputs)) is not None:
        yield why
        return
    parts: tuple[Callable[[Inputs], Iterator[Result]], ...] = (_sources, _autonomy, _fuel)
    grade_a = inputs.dossier.customer.sector.data_centre_grade == "A"
    found = [result for part in (*parts, *((_cooling,) if grade_a else ())) for result in part(inputs)]
    yield from over(len(racks(inputs)), found, inputs.about_customer, none="no-rack")


def _sources(inputs: Inputs) -> Iterator[Result]:
    if len(inputs.feeders) < 2 or not inputs.gensets:
        yield failed(inputs.about_customer, "sources", feeders=len(inputs.feeders), gensets=len(inputs.gensets))


def _autonomy(inputs: Inputs) -> Iterator[Result]:
    for load in racks(inputs):
        lasts = battery_ms(inputs, load)
        if lasts < _AUTONOMY_MS:
            yield failed(inputs.about_load(load), "autonomy", load=load, lasts_ms=lasts, due_ms=_AUTONOMY_MS)


def _fuel(inputs: Inputs) -> Iterator[Result]:
    groups = fuels(inputs)
    bare = tuple(name for name, genset in inputs.gensets.items() if genset.fuel is None)
    if bare:
        yield unknown(inputs.about_source(bare[0], "fuel"), "fuel-store", source=listed(bare))
    for fuel in groups:
        about = site_about("store", fuel.store, "stores", fuel.store, "level_l")
        assured = inputs.dossier.customer.sector.fuel_delivery_assured
        if fuel.all_ms < _FUEL_MS and assured is None:
            yield absent(inputs.about_customer, "sector", "fuel_delivery_assured")
        elif fuel.all_ms < _FUEL_MS and not assured:
            yield failed(about, "fuel", store=fuel.store, lasts_ms=fuel.all_ms, due_ms=_FUEL_MS)


def _cooling(inputs: Inputs) -> Iterator[Result]:
    """Cold store against the battery: what the racks live on must not outlast what cools them."""
    longest = max((battery_ms(inputs, load) for load in racks(inputs)), default=0)
    cold = dict(_cold_stores(inputs))
    if not cold:
        yield absent(site_about("site", inputs.dossier.folder, "stores"), "out")
    for store, lasts in cold.items():
        if lasts < longest:
            about = site_about("store", store, "stores", store, "level_l")
            yield failed(about, "cooling", store=store, lasts_ms=lasts, due_ms=longest)


def _cold_stores(inputs: Inputs) -> Iterator[tuple[str, int]]:
    """Stores that are drawn from while chillers stand, with how long they last, ms."""
    for name, store in inputs.dossier.site.stores.items():
        draw = sum(flow.l_per_min or 0 for flow in store.out if flow.while_dead)
        if draw:
            yield name, round(store.level_l / draw * MS_PER["min"])


def tier_claimed(inputs: Inputs) -> Iterator[Result]:
    """DC-03: what the claimed tier asks: III maintainable while running, IV fault tolerant; fuel for 12 h on site."""
    tier = inputs.dossier.customer.sector.uptime_tier
    if inputs.dossier.customer.industry != "data_centre" or tier is None:
        yield not_applicable(inputs.about_customer, "no-tier")
        return
    loads, found = racks(inputs), list(_own_fuel(inputs))
    if tier in ("III", "IV"):
        dark = dark_at_once if tier == "IV" else dark_after_switching
        for element in elements(inputs):
            if lost := dark(inputs, element, loads):
                told = failed(inputs.about_load(lost[0]), "dark", element=element[1], loads=listed(lost), tier=tier)
                found.append(told)
    yield from over(len(loads), found, inputs.about_customer, none="no-rack")


def _own_fuel(inputs: Inputs) -> Iterator[Result]:
    bare = tuple(name for name, genset in inputs.gensets.items() if genset.fuel is None)
    if bare:
        yield unknown(inputs.about_source(bare[0], "fuel"), "fuel-store", source=listed(bare))
    for fuel in fuels(inputs):
        if fuel.all_ms < _FUEL_MS:
            about = site_about("store", fuel.store, "stores", fuel.store, "level_l")
            yield failed(about, "fuel", store=fuel.store, lasts_ms=fuel.all_ms, due_ms=_FUEL_MS)
