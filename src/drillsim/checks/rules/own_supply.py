"""SUP-06 to 09, 11, 12 and EPS-01, 02, 05 to 09: the customer's own emergency power.

Sources: GB 50052-2009 3.0.3–3.0.6, GB/T 29328-2018, GB 12786, GB 51348-2019 13.7.9 / GB 55024-2022 3.1.7, State Council
order 599 article 5; as seen in public pages or from own knowledge, none held against its text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from drillsim.checks.inputs import GRADE_ONE, Inputs, listed
from drillsim.checks.rule import Fact, Result, failed, not_applicable, over, passed, unknown
from drillsim.checks.takeover import genset_ms, quickest_ms
from drillsim.schema.duration import Lognormal
from drillsim.schema.source import Genset

_IMPORTANT = ("SP", "C1", "C2")
_START_TEST_DAYS, _LOAD_TEST_DAYS = 31, 366
"""A month and a year; practice, unverified (NFPA 110 asks for a monthly run under load)."""
_AIR = re.compile("空调|制冷|冷水|冷却|chill|hvac|cooling|air.?condition", re.IGNORECASE)


def emergency_source_only(inputs: Inputs) -> Iterator[Result]:
    """SUP-06: a load of grade 1S has an emergency source beside two feeders, and no other load hangs on it."""
    special = inputs.of_grade("1S")
    on_it = inputs.wiring.emergency_loads
    found = []
    for load in special:
        if load not in on_it and not inputs.wiring.ups_before(load):
            found.append(failed(inputs.about_load(load), "none", load=load))
    for load in on_it if special else ():
        if inputs.loads[load].grade not in GRADE_ONE and not inputs.loads[load].security:
            found.append(failed(inputs.about_load(load), "other", load=load, grade=inputs.loads[load].grade))
    yield from over(len(special), found, inputs.about_customer, none="no-grade-1s")


def emergency_source_kind(inputs: Inputs) -> Iterator[Result]:
    """SUP-07: the emergency source is of an allowed kind, and a genset's fuel does not come from the mains side."""
    sources = (*inputs.gensets, *inputs.upses)
    if sources:
        yield passed(inputs.about_customer, count=len(sources))
    elif inputs.of_grade("1S"):
        yield failed(inputs.about_customer, loads=listed(inputs.of_grade("1S")))
    else:
        yield not_applicable(inputs.about_customer, "no-grade-1s")


def kind_fits_interruption(inputs: Inputs) -> Iterator[Result]:
    """SUP-08: milliseconds ask for a UPS, seconds for automatic transfer, more than 15 s may be a genset's."""
    loads = _limited(inputs)
    found = []
    for load, limit in loads:
        quickest = quickest_ms(inputs, load)
        if quickest is None:
            found.append(failed(inputs.about_load(load), "none", load=load, limit_ms=limit))
        elif limit < 150 and quickest > 0:
            found.append(failed(inputs.about_load(load), "no-break", load=load, limit_ms=limit, quickest_ms=quickest))
        elif limit < 15_000 and quickest > limit:
            found.append(failed(inputs.about_load(load), "slow", load=load, limit_ms=limit, quickest_ms=quickest))
    yield from over(len(loads), found, inputs.about_customer, none="no-limit")


def _limited(inputs: Inputs) -> list[tuple[str, int]]:
    """Grade-1 and safety-critical loads with a limit, and the limit, ms."""
    return [
        (name, load.max_interruption)
        for name, load in inputs.loads.items()
        if load.max_interruption is not None and (load.grade in GRADE_ONE or load.security)
    ]


def takeover_in_time(inputs: Inputs) -> Iterator[Result]:
    """EPS-04: the nominal takeover meets each load's limit. Whether it still does with bad luck, a run says."""
    loads, slow = _limited(inputs), False
    for load, limit in loads:
        nominal = quickest_ms(inputs, load)
        if nominal is None or nominal > limit:
            slow = True
            told: dict[str, Fact] = {} if nominal is None else {"nominal_ms": nominal}
            yield failed(inputs.about_load(load), "none" if nominal is None else "", load=load, limit_ms=limit, **told)
    if not loads:
        yield not_applicable(inputs.about_customer, "no-limit")
    elif not slow:
        yield unknown(inputs.about_customer, "run", count=len(loads))


def security_loads_on_it(inputs: Inputs) -> Iterator[Result]:
    """EPS-12: every safety-critical load hangs on the emergency supply."""
    loads, on_it = inputs.security_loads, inputs.wiring.emergency_loads
    found = [
        failed(inputs.about_load(load), load=load, grade=inputs.loads[load].grade)
        for load in loads
        if load not in on_it and not inputs.wiring.ups_before(load)
    ]
    yield from over(len(loads), found, inputs.about_customer, none="no-security-load")


def own_source_present(inputs: Inputs) -> Iterator[Result]:
    """EPS-01: an important customer has emergency power of its own."""
    about = inputs.about_customer
    if inputs.dossier.customer.importance.level not in _IMPORTANT:
        yield not_applicable(about, "not-important")
    elif inputs.gensets or inputs.upses:
        yield passed(about, count=len(inputs.gensets) + len(inputs.upses))
    else:
        yield failed(about, level=inputs.dossier.customer.importance.level)


def capacity(inputs: Inputs, percent: int) -> Iterator[Result]:
    """EPS-02 (120 %) and EPS-02b (100 %): the gensets can carry the safety-critical load with that margin."""
    about, loads = inputs.about_customer, inputs.security_loads
    if not loads:
        yield not_applicable(about, "no-security-load")
        return
    due = sum(inputs.demand_kw(name) for name in loads) * percent / 100
    sources = {n: g.rated_kw for n, g in inputs.gensets.items()} or {n: u.rated_kw for n, u in inputs.upses.items()}
    have = sum(sources.values())
    facts: dict[str, Fact] = {
        "have_kw": round(have),
        "due_kw": round(due),
        "percent": percent,
        "sources": listed(tuple(sources)) or "-",
    }
    yield passed(about, **facts) if have >= due else failed(about, "", **facts)


def capacity_with_margin(inputs: Inputs) -> Iterator[Result]:
    """EPS-02: 120 % of the safety-critical load."""
    yield from capacity(inputs, 120)


def capacity_to_run(inputs: Inputs) -> Iterator[Result]:
    """EPS-02b: at least all of the safety-critical load; whether motors can be started, the files cannot say yet."""
    for result in capacity(inputs, 100):
        yield unknown(result.about, "format-motor") if result.outcome == "pass" else result


def periodic_tests(inputs: Inputs) -> Iterator[Result]:
    """EPS-06: start test within a month, test under load within a year."""
    found: list[Result] = []
    for name, genset in inputs.gensets.items():
        found += _tested(inputs, name, "last_start_test", genset.last_start_test, _START_TEST_DAYS)
        found += _tested(inputs, name, "last_load_test", genset.last_load_test, _LOAD_TEST_DAYS)
    yield from over(len(inputs.gensets), found, inputs.about_customer, none="no-genset")


def _tested(inputs: Inputs, name: str, field: str, tested: dt.date | None, days: int) -> Iterator[Result]:
    about = inputs.about_source(name, *((field,) if tested else ()))
    if tested is None:
        yield unknown(about, "test-date", source=name, field=field)
    elif inputs.as_of is None:
        yield unknown(about, "as-of", source=name)
    elif (inputs.as_of - tested).days > days:
        age = (inputs.as_of - tested).days
        yield failed(about, source=name, field=field, date=tested.isoformat(), days=age, due=days)


_START_FIELDS = ("attempts", "crank", "pause", "fails_to_start")


def start_by_itself(inputs: Inputs) -> Iterator[Result]:
    """EPS-08: three attempts of 8–12 s with pauses of 5–10 s, and the chance of starting is at least 98 %.

    drillsim's defaults fit the rule, so a field nobody stated is unknown and no pass.
    """
    found = []
    for name, genset in inputs.gensets.items():
        silent = _not_stated(genset, _START_FIELDS)
        odd = tuple(field for field in _odd_start(genset) if field not in silent)
        if odd:
            found.append(failed(inputs.about_source(name), source=name, fields=listed(odd)))
        elif silent:
            found.append(unknown(inputs.about_source(name), "genset-settings", source=name, fields=listed(silent)))
    yield from over(len(inputs.gensets), found, inputs.about_customer, none="no-genset")


def _not_stated(genset: Genset, fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(field for field in fields if field not in genset.model_fields_set)


def _odd_start(genset: Genset) -> tuple[str, ...]:
    fits = {
        "attempts": genset.attempts == 3,
        "crank": 8_000 <= genset.crank <= 12_000,
        "pause": 5_000 <= genset.pause <= 10_000,
        "fails_to_start": genset.fails_to_start <= 0.02,
    }
    return tuple(field for field, fine in fits.items() if not fine)


def supplies_in_time(inputs: Inputs) -> Iterator[Result]:
    """EPS-09: a low-voltage genset supplies within 30 s, a high-voltage one within 60 s, and stands in automatic."""
    found = []
    for name, genset in inputs.gensets.items():
        kv = inputs.wiring.net.bus_kv[inputs.wiring.bus_of(name)]
        limit = 30_000 if kv <= 1 else 60_000
        usual = genset_ms(inputs, name)
        if genset.control != "auto" or usual is None:
            found.append(failed(inputs.about_source(name), "auto", source=name, control=genset.control))
        elif usual + _spread_ms(genset) > limit:
            told = failed(
                inputs.about_source(name), "slow", source=name, takes_ms=usual + _spread_ms(genset), limit_ms=limit
            )
            found.append(told)
        elif silent := _not_stated(genset, ("control", "ready")):
            found.append(unknown(inputs.about_source(name), "genset-settings", source=name, fields=listed(silent)))
    yield from over(len(inputs.gensets), found, inputs.about_customer, none="no-genset")


def _spread_ms(genset: Genset) -> int:
    """How much longer one start in ten takes."""
    return genset.ready.p90_ms - genset.ready.median_ms if isinstance(genset.ready, Lognormal) else 0


def fire_pumps_in_time(inputs: Inputs) -> Iterator[Result]:
    """EPS-10: a fire pump changes between mains within 2 s, between mains and engine within 15 s."""
    pumps = [
        n
        for n, load in inputs.loads.items()
        if re.search("消防.{0,2}泵|fire.?pump", f"{n} {load.name.zh} {load.name.en}", re.I)
    ]
    found = []
    for pump in pumps:
        quickest = quickest_ms(inputs, pump)
        if quickest is None:
            found.append(failed(inputs.about_load(pump), "none", load=pump))
        elif quickest > 15_000:
            found.append(failed(inputs.about_load(pump), load=pump, quickest_ms=quickest))
    yield from over(len(pumps), found, inputs.about_customer, none="no-fire-pump")


def air_conditioning_grade(inputs: Inputs) -> Iterator[Result]:
    """SUP-11: cooling that keeps a special load's function going is a grade-1 load itself. Found by its name."""
    site, found, count = inputs.dossier.site, [], 0
    for name in site.functions:
        needs = _all_loads(inputs, name, frozenset())
        if not any(inputs.loads[each].grade == "1S" for each in needs):
            continue
        for load in needs:
            facts = inputs.loads[load]
            if _AIR.search(f"{load} {facts.name.zh} {facts.name.en}"):
                count += 1
                if facts.grade not in GRADE_ONE:
                    found.append(failed(inputs.about_load(load), load=load, grade=facts.grade, function=name))
    yield from over(count, found, inputs.about_customer, none="no-cooling-known")


def _all_loads(inputs: Inputs, function: str, seen: frozenset[str]) -> tuple[str, ...]:
    """Loads the function needs, through other functions too."""
    found: dict[str, None] = {}
    for leaf in inputs.dossier.site.functions[function].needs.leaves():
        subject = leaf.subject or ""
        if subject in inputs.loads:
            found[subject] = None
        elif subject in inputs.dossier.site.functions and subject not in seen:
            found.update(dict.fromkeys(_all_loads(inputs, subject, seen | {function})))
    return tuple(found)


def non_electrical_measures(inputs: Inputs) -> Iterator[Result]:
    """SUP-12: measures without electricity beside the safety-critical load; the files cannot hold them yet."""
    yield from _beyond_format(inputs, "format-measures")


def access_for_mobile_sets(inputs: Inputs) -> Iterator[Result]:
    """EPS-05: a connection point for a mobile genset; the files cannot hold it yet."""
    yield from _beyond_format(inputs, "format-connection-point")


def changes_filed(inputs: Inputs) -> Iterator[Result]:
    """EPS-07: changes of what hangs on the emergency source are filed; the files cannot hold the log yet."""
    yield from _beyond_format(inputs, "format-change-log")


def _beyond_format(inputs: Inputs, missing: str) -> Iterator[Result]:
    if inputs.security_loads:
        yield unknown(inputs.about_customer, missing, loads=listed(inputs.security_loads))
    else:
        yield not_applicable(inputs.about_customer, "no-security-load")
