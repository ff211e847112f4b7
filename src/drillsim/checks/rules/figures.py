"""FIG-01 and FIG-02: figures that cannot be so, whatever the plant: a slip of the pen, or a thing to be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drillsim.checks.inputs import Inputs, site_about
from drillsim.checks.rule import About, Result, absent, failed, over, unknown
from drillsim.checks.trade_figures import (
    AUTONOMY,
    BATTERY_AGE_YEARS,
    COMES_IN,
    DECIDE,
    LOWEST_LEVEL,
    OF_PLAN,
    OF_SITE,
    SILENCE,
    SPREAD,
    STEP_LONG,
    STEP_TIMES,
    TRAVEL,
    Bounds,
)
from drillsim.schema import VERBS, Drawn, Fixed, Lognormal, Model

Times = tuple[int, int]
_DAYS_A_YEAR = 365.25
_KINDS = {"dc_supplies": "dc_supply"}


def figures_plausible(inputs: Inputs) -> Iterator[Result]:
    """FIG-01: what the files state lies where the trade's figures lie."""
    found: list[Result] = []
    count = 0
    for bounds in (*OF_SITE, *OF_PLAN):
        for about, value in _stated(inputs, bounds):
            count += 1
            found += _held(about, bounds.field, value, bounds)
    for about, field, took, times in _durations(inputs):
        count += 1
        found += _within(about, field, took.median_ms, times)
    for about, field, took in _spreads(inputs):
        if isinstance(took, Lognormal) and took.p90_ms > SPREAD * took.median_ms:
            found.append(failed(about, "spread", subject=about.id, field=field, usual_ms=took.median_ms,
                                late_ms=took.p90_ms))  # fmt: skip
    found += [*_autonomy(inputs), *_levels(inputs)]
    yield from over(count, found, inputs.about_customer, none="no-figure")


def batteries_in_life(inputs: Inputs) -> Iterator[Result]:
    """FIG-02: no UPS or control battery is older than its life."""
    supplies = inputs.dossier.site.dc_supplies.items()
    stated = [(inputs.about_source(name), each.installed) for name, each in inputs.upses.items()]
    stated += [(site_about("dc_supply", name, "dc_supplies", name), each.installed) for name, each in supplies]
    found = []
    for about, installed in stated:
        if installed is None:
            found.append(absent(about, "installed"))
        elif inputs.as_of is None:
            found.append(unknown(about, "as-of", battery=about.id))
        elif (inputs.as_of - installed).days > BATTERY_AGE_YEARS * _DAYS_A_YEAR:
            found.append(failed(about, battery=about.id, since=installed.isoformat(), most=BATTERY_AGE_YEARS))
    yield from over(len(stated), found, inputs.about_customer, none="no-battery")


# --- what stands in tables ---


def _stated(inputs: Inputs, bounds: Bounds) -> Iterator[tuple[About, Any]]:
    """Rows of the table that state the field themselves; a default is the trade's."""
    of_site = bounds in OF_SITE
    whole = inputs.dossier.site if of_site else inputs.dossier.plan
    for name, row in getattr(whole, bounds.table).items():
        if bounds.kind and getattr(row, "kind", "") != bounds.kind:
            continue
        first = bounds.field.split(".")
        kind = _KINDS.get(bounds.table, bounds.table.removesuffix("s"))
        file = "site.yaml" if of_site else "plan.yaml"
        about = About(kind=kind, id=name, file=file, path=(bounds.table, name, first[0]))
        yield from ((about, value) for value in _fields(row, first))


def _fields(row: Any, parts: list[str]) -> Iterator[Any]:
    if isinstance(row, tuple | dict):
        for each in row.values() if isinstance(row, dict) else row:
            yield from _fields(each, parts)
    elif not parts:
        yield row
    elif isinstance(row, Model):
        name = next((n for n, f in type(row).model_fields.items() if parts[0] in (n, f.alias)), "")
        if name in row.model_fields_set and getattr(row, name) is not None:
            yield from _fields(getattr(row, name), parts[1:])


def _held(about: About, field: str, value: Any, bounds: Bounds) -> Iterator[Result]:
    if bounds.is_time:
        usual = value if isinstance(value, int) else value.median_ms
        yield from _within(about, field, usual, (int(bounds.least), int(bounds.most)))
    elif not bounds.least <= value <= bounds.most:
        told = {"least": f"{bounds.least:g}", "most": f"{bounds.most:g}"}
        yield failed(about, subject=about.id, field=field, value=f"{value:g}", **told)


def _within(about: About, field: str, usual: int, times: Times) -> Iterator[Result]:
    least, most = times
    if not least <= usual <= most:
        yield failed(about, "time", subject=about.id, field=field, usual_ms=usual, least_ms=least, most_ms=most)


# --- what stands elsewhere ---


def _durations(inputs: Inputs) -> Iterator[tuple[About, str, Drawn, Times]]:
    """Usual times of ways, of coming in, of deciding and of steps, with their bounds."""
    dossier = inputs.dossier
    for number, way in enumerate(dossier.site.travel):
        yield site_about("place", way.to, "travel", number, "takes"), f"{way.from_} → {way.to}", way.takes, TRAVEL
    for name, person in dossier.customer.people.items():
        if person.off_duty and person.off_duty.comes_in is not None:
            path = ("people", name, "off_duty", "comes_in")
            about = About(kind="person", id=name, file="customer.yaml", path=path)
            yield about, "comes_in", person.off_duty.comes_in, COMES_IN
    for number, card in enumerate(dossier.plan.all_cards()):
        if card.activation.decide is not None:
            place = ("cards", number) if card in dossier.plan.cards else ("restoration",)
            about = About(kind="card", id=card.id, file="plan.yaml", path=(*place, "activation"), clause=card.clause)
            yield about, "decide", card.activation.decide, DECIDE
    for _, step, about in inputs.steps():
        usual = VERBS[step.do].takes
        if step.takes is not None:
            most = max(STEP_TIMES * usual.at(0.9), STEP_LONG)
            yield about, "takes", step.takes, (usual.median_ms // STEP_TIMES, most)
        for tell in step.tells:
            if "no_answer" in tell.model_fields_set:
                yield about, "no_answer", Fixed(tell.no_answer.after), SILENCE


def _spreads(inputs: Inputs) -> Iterator[tuple[About, str, Drawn]]:
    """Whatever may be drawn."""
    yield from ((about, field, took) for about, field, took, _ in _durations(inputs))
    for bounds in (*OF_SITE, *OF_PLAN):
        for about, value in _stated(inputs, bounds):
            if isinstance(value, Lognormal):
                yield about, bounds.field, value


def _levels(inputs: Inputs) -> Iterator[Result]:
    """Fuel tanks that begin nearly empty."""
    burnt = {genset.fuel for genset in inputs.gensets.values()}
    for name, store in inputs.dossier.site.stores.items():
        fuel = store.holds == "fuel" or name in burnt
        if fuel and store.level_l < LOWEST_LEVEL * store.capacity_l:
            about = site_about("store", name, "stores", name, "level_l")
            least, most = (f"{part * store.capacity_l:g}" for part in (LOWEST_LEVEL, 1))
            yield failed(about, subject=name, field="level_l", value=f"{store.level_l:g}", least=least, most=most)


def _autonomy(inputs: Inputs) -> Iterator[Result]:
    least, most = AUTONOMY
    for name, ups in inputs.upses.items():
        lasts = round(ups.battery_kwh / ups.rated_kw * 3_600_000)
        if not least <= lasts <= most:
            about = inputs.about_source(name, "battery_kwh")
            yield failed(about, "time", subject=name, field="battery_kwh", usual_ms=lasts, least_ms=least, most_ms=most)
