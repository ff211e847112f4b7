"""HOSP-01 to 03 and 07 to 09: the safety supply of medical locations.

Sources: GB 51039-2014 8.5 and IEC 60364-7-710, JGJ 312-2013 3.0.3, NFPA 99/110; as seen in public pages or from own
knowledge, none held against its text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, listed, site_about
from drillsim.checks.rule import About, Result, absent, failed, not_applicable, over, unknown
from drillsim.checks.rules.fuel import battery_ms, fuels
from drillsim.checks.takeover import quickest_ms
from drillsim.schema import Ats, MedicalLocation, TestRecord
from drillsim.units import MS_PER

_CLASS_MS = {"0.5": 500, "15": 15_000}
_LIGHT_MS = 15_000
_LIGHT_PERCENT = 50
_VOLTAGE_PU = 0.9
_RUN_MINUTES, _RUN_PERCENT, _RUN_DAYS = 30, 30, 31
_LONG_MINUTES, _LONG_DAYS = 240, 3 * 366

Location = tuple[str, MedicalLocation, About]


def _locations(inputs: Inputs, *groups: str) -> list[Location]:
    found = inputs.dossier.customer.sector.medical_locations.items()
    return [
        (name, each, About(kind="location", id=name, file="customer.yaml", path=("sector", "medical_locations", name)))
        for name, each in found
        if each.group in groups
    ]


def _asked(inputs: Inputs) -> Result | None:
    """Return the reason there is nothing to judge: no hospital, or nobody wrote its medical locations down; None where
    there is something."""
    if inputs.dossier.customer.industry != "hospital":
        return not_applicable(inputs.about_customer, "no-hospital")
    if not inputs.dossier.customer.sector.medical_locations:
        return absent(inputs.about_customer, "sector", "medical_locations")
    return None


def starts_by_itself(inputs: Inputs) -> Iterator[Result]:
    """HOSP-01: the safety supply of groups 1 and 2 starts by itself when a conductor's voltage drops by over 10 %."""
    if (why := _asked(inputs)) is not None:
        yield why
        return
    places = _locations(inputs, "1", "2")
    found = [result for place in places for load in place[1].loads for result in _starts(inputs, place, load)]
    yield from over(len(places), list(dict.fromkeys(found)), inputs.about_customer, none="no-medical-group")


def _starts(inputs: Inputs, place: Location, load: str) -> Iterator[Result]:
    if load not in inputs.loads or inputs.wiring.ups_before(load):
        return
    callers = {
        name: inputs.atses[name]
        for genset in inputs.gensets.values()
        for name in genset.called_by
        if genset.control == "auto" and name in inputs.atses and inputs.atses[name].enabled
    }
    if load not in inputs.wiring.emergency_loads or not callers:
        yield failed(place[2], "none", load=load, location=place[0])
    for name, ats in callers.items() if load in inputs.wiring.emergency_loads else ():
        yield from _threshold(name, ats)


def _threshold(name: str, ats: Ats) -> Iterator[Result]:
    about = site_about("transfer", name, "transfers", name)
    if ats.acts_below_pu is None:
        yield absent(about, "acts_below_pu")
    elif ats.acts_below_pu < _VOLTAGE_PU:
        yield failed(about, "threshold", transfer=name, pu=f"{ats.acts_below_pu:g}")


def back_within_class(inputs: Inputs) -> Iterator[Result]:
    """HOSP-02: the safety supply is there within the location's class: 0.5 s, 15 s, or more."""
    if (why := _asked(inputs)) is not None:
        yield why
        return
    places, found = _locations(inputs, "1", "2"), []
    for name, place, about in places:
        limit = _CLASS_MS.get(place.safety_class or "")
        if place.safety_class is None:
            found.append(absent(about, "safety_class"))
        for load in place.loads if limit is not None else ():
            quickest = quickest_ms(inputs, load) if load in inputs.loads else None
            if limit is not None and (quickest is None or quickest > limit):
                found.append(_too_late(about, name, load, limit, quickest))
    yield from over(len(places), found, inputs.about_customer, none="no-medical-group")


def _too_late(about: About, location: str, load: str, limit: int, quickest: int | None) -> Result:
    if quickest is None:
        return failed(about, "none", load=load, location=location, limit_ms=limit)
    return failed(about, "slow", load=load, location=location, limit_ms=limit, quickest_ms=quickest)


def safety_lighting(inputs: Inputs) -> Iterator[Result]:
    """HOSP-03: safety lighting within 15 s; in group 2 at least half the luminance from the safety supply."""
    if (why := _asked(inputs)) is not None:
        yield why
        return
    places, found = _locations(inputs, "1", "2"), []
    for name, place, about in places:
        if not place.lighting:
            found.append(absent(about, "lighting"))
        for load in place.lighting:
            quickest = quickest_ms(inputs, load) if load in inputs.loads else None
            if quickest is None or quickest > _LIGHT_MS:
                found.append(failed(about, "late", load=load, location=name))
        found += _luminance(name, place, about) if place.group == "2" else ()
    yield from over(len(places), found, inputs.about_customer, none="no-medical-group")


def _luminance(name: str, place: MedicalLocation, about: About) -> Iterator[Result]:
    if place.safety_light_percent is None:
        yield absent(about, "safety_light_percent")
    elif place.safety_light_percent < _LIGHT_PERCENT:
        yield failed(about, "dim", location=name, percent=round(place.safety_light_percent))


def holds_long_enough(inputs: Inputs) -> Iterator[Result]:
    """HOSP-07: loads that bear 0.5 s at most are kept for 3 h, other special loads for 24 h."""
    if inputs.dossier.customer.industry != "hospital":
        yield not_applicable(inputs.about_customer, "no-hospital")
        return
    loads = [name for name in inputs.loads if inputs.loads[name].grade == "1S"]
    yield from over(len(loads), [r for n in loads for r in _held(inputs, n)], inputs.about_customer, none="no-grade-1s")


def _held(inputs: Inputs, load: str) -> Iterator[Result]:
    limit = inputs.loads[load].max_interruption
    due = (3 if limit is not None and limit <= 500 else 24) * MS_PER["h"]
    own = load in inputs.wiring.emergency_loads
    unfuelled = tuple(name for name, genset in inputs.gensets.items() if genset.fuel is None)
    if own and unfuelled:
        yield unknown(inputs.about_source(unfuelled[0], "fuel"), "fuel-store", source=listed(unfuelled))
        return
    lasts = max((fuel.all_ms for fuel in fuels(inputs)), default=0) if own else battery_ms(inputs, load)
    if lasts < due:
        yield failed(inputs.about_load(load), load=load, lasts_ms=lasts, due_ms=due)


def it_system(inputs: Inputs) -> Iterator[Result]:
    """HOSP-08: group 2 has an IT system with insulation monitor, and supply for 24 h; 3 h if it can be evacuated."""
    if (why := _asked(inputs)) is not None:
        yield why
        return
    places, found = _locations(inputs, "2"), []
    for name, place, about in places:
        for field in ("it_system", "insulation_monitor"):
            stated = getattr(place, field)
            if stated is None:
                found.append(absent(about, field))
            elif not stated:
                found.append(failed(about, field.replace("_", "-"), location=name))
        found += _supply_time(inputs, name, place, about)
    yield from over(len(places), found, inputs.about_customer, none="no-medical-group")


def _supply_time(inputs: Inputs, name: str, place: MedicalLocation, about: About) -> Iterator[Result]:
    leaves = inputs.dossier.customer.sector.can_evacuate
    for load in place.loads:
        due = inputs.loads[load].min_supply_time if load in inputs.loads else None
        if due is None:
            yield absent(inputs.about_load(load) if load in inputs.loads else about, "min_supply_time")
        elif 3 * MS_PER["h"] <= due < 24 * MS_PER["h"] and leaves is None:
            yield absent(inputs.about_customer, "sector", "can_evacuate")
        elif due < (3 if leaves else 24) * MS_PER["h"]:
            yield failed(about, "supply", location=name, load=load, lasts_ms=due)


def run_under_load(inputs: Inputs) -> Iterator[Result]:
    """HOSP-09: a monthly run of 30 min at 30 % of the rating or more, and one of 4 h every 36 months (NFPA 110)."""
    if inputs.dossier.customer.industry != "hospital" or not inputs.gensets:
        yield not_applicable(inputs.about_customer, "no-hospital-genset")
        return
    if inputs.as_of is None:
        yield unknown(inputs.about_customer, "as-of")
        return
    found = [result for name in inputs.gensets for result in _runs(inputs, name, inputs.as_of)]
    yield from over(len(inputs.gensets), found, inputs.about_customer, none="no-genset")


def _runs(inputs: Inputs, genset: str, day: dt.date) -> Iterator[Result]:
    runs = [test for test in inputs.dossier.customer.tests if test.kind == "load_run" and genset in test.of]
    about = About(kind="customer", id=genset, file="customer.yaml", path=("tests",))
    if not runs:
        yield unknown(about, "test-record", of=genset, kind="load_run")
        return
    if not any(_good(run, day, _RUN_DAYS, _RUN_MINUTES, _RUN_PERCENT) for run in runs):
        yield failed(about, "monthly", source=genset)
    if not any(_good(run, day, _LONG_DAYS, _LONG_MINUTES, 0) for run in runs):
        yield failed(about, "long", source=genset)


def _good(run: TestRecord, day: dt.date, days: int, minutes: int, percent: int) -> bool:
    recent = (day - run.date).days <= days
    return recent and run.passed and (run.minutes or 0) >= minutes and (run.load_percent or 0) >= percent
