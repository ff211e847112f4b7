"""SUP-06 to 09, 11, 12 and EPS-01, 02, 05 to 09: the customer's own emergency power.

Sources: GB 50052-2009 3.0.3–3.0.6, GB/T 29328-2018, GB 12786, GB 51348-2019 13.7.9 / GB 55024-2022 3.1.7, State Council
order 599 article 5; as seen in public pages or from own knowledge, none held against its text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from drillsim.checks.inputs import GRADE_ONE, Inputs, listed, site_about
from drillsim.checks.rule import About, Fact, Result, absent, failed, not_applicable, over, passed, unknown
from drillsim.checks.takeover import all_lost_ms, genset_ms, quickest_ms
from drillsim.plant import breakers, never_closed
from drillsim.schema import ConnectionPoint, Genset, Load, Lognormal, MobileGenset, SupplyChange

_IMPORTANT = ("SP", "C1", "C2")
_START_TEST_DAYS, _LOAD_TEST_DAYS = 31, 366
"""A month and a year; practice, unverified (NFPA 110 asks for a monthly run under load)."""
_FIRE = re.compile("消防.{0,2}泵|fire.?pump", re.IGNORECASE)
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
    """EPS-04: the nominal takeover meets each load's limit, when any one feeder is lost and when all are.

    The loss of all is asked of what must live through it: safety-critical loads and grade 1S. A run says whether the
    takeover still comes in time with bad luck.
    """
    loads = _limited(inputs)
    found = [result for load, limit in loads for result in _taken_over(inputs, load, limit)]
    if not loads:
        yield not_applicable(inputs.about_customer, "no-limit")
    elif found:
        yield from found
    else:
        yield unknown(inputs.about_customer, "run", count=len(loads))


def _taken_over(inputs: Inputs, load: str, limit: int) -> Iterator[Result]:
    facts = inputs.loads[load]
    asked = [("", quickest_ms(inputs, load))]
    if len(inputs.feeders) > 1 and (facts.security or facts.grade == "1S"):
        asked.append(("all", all_lost_ms(inputs, load)))
    for losing, nominal in asked:
        if nominal is None or nominal > limit:
            told: dict[str, Fact] = {} if nominal is None else {"nominal_ms": nominal}
            variant = "-".join(part for part in (losing, "none" if nominal is None else "") if part)
            yield failed(inputs.about_load(load), variant, load=load, limit_ms=limit, **told)


def connected_once_started(inputs: Inputs) -> Iterator[Result]:
    """EPS-13: of a set that the plan starts by hand something closes the breaker."""
    dossier = inputs.dossier
    started = {target for _, step, _ in inputs.steps() if step.do == "start" for target in step.all_targets}
    sets = [(name, breaker, board) for name, breaker, board in breakers(dossier) if name in started]
    found = (
        failed(inputs.about_source(name), source=name, breaker=breaker, board=board, steps=listed(steps))
        for name, breaker, board in sets
        if (steps := never_closed(dossier, name, breaker))
    )
    yield from over(len(sets), found, inputs.about_plan, none="no-set-started")


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
    """EPS-02b: the gensets carry all safety-critical load, start its largest motor, and take its largest load step."""
    for result in capacity(inputs, 100):
        found = tuple(_starting(inputs)) if result.outcome == "pass" and inputs.gensets else ()
        yield from found or (result,)


_MOTORS = ("fire_pump", "smoke_control", "cooling", "ventilation", "water", "lift", "medical_gas", "fuel_pump")
"""Uses that are served by motors."""


def _starting(inputs: Inputs) -> Iterator[Result]:
    loads = [name for name in inputs.security_loads if name in inputs.wiring.emergency_loads]
    silent = [name for name in loads if _may_be_motor(inputs.loads[name])]
    yield from (absent(inputs.about_load(name), "motor") for name in silent)
    motors = {name: motor.starting_kva for name in loads if (motor := inputs.loads[name].motor)}
    if motors:
        yield from _largest_motor(inputs, max(motors, key=lambda name: motors[name]), max(motors.values()))
    yield from _largest_step(inputs, max(loads, key=inputs.demand_kw, default=""))


def _largest_step(inputs: Inputs, load: str) -> Iterator[Result]:
    bare = [name for name, each in inputs.gensets.items() if each.step_load_percent is None]
    if load and bare:
        yield absent(inputs.about_source(bare[0]), "step_load_percent")
        return
    steps = [each.rated_kw * (each.step_load_percent or 0) / 100 for each in inputs.gensets.values()]
    if load and inputs.demand_kw(load) > max(steps):
        kw, limit = round(inputs.demand_kw(load)), round(max(steps))
        yield failed(inputs.about_load(load), "step", load=load, kw=kw, limit=limit)


def _may_be_motor(load: Load) -> bool:
    """Nobody has said what it serves, or it is served by a motor nobody has described."""
    unsaid = not {"serves", "motor"} & load.model_fields_set
    return load.motor is None and (unsaid or load.serves in _MOTORS)


def _largest_motor(inputs: Inputs, load: str, kva: float) -> Iterator[Result]:
    """A motor starts on the whole group where sets run in parallel, else on the largest set."""
    grouped = [name for group in inputs.dossier.site.genset_groups.values() for name in group.of]
    bare = tuple(name for name, genset in inputs.gensets.items() if genset.starting_kva is None)
    if bare:
        yield absent(inputs.about_source(bare[0]), "starting_kva")
        return
    have = {name: genset.starting_kva or 0.0 for name, genset in inputs.gensets.items()}
    together = sum(have[name] for name in grouped if name in have)
    if kva > max(together, *have.values()):
        limit = round(max(together, *have.values()))
        yield failed(inputs.about_load(load), "motor", load=load, kva=round(kva), limit=limit)


def periodic_tests(inputs: Inputs) -> Iterator[Result]:
    """EPS-06: start test within a month, test under load within a year."""
    found: list[Result] = []
    for name, genset in inputs.gensets.items():
        found += _tested(inputs, name, "last_start_test", genset.last_start_test, _START_TEST_DAYS)
        found += _tested(inputs, name, "last_load_test", genset.last_load_test, _LOAD_TEST_DAYS)
        found += _transfer_tested(inputs, genset)
    yield from over(len(inputs.gensets), found, inputs.about_customer, none="no-genset")


def _tested(inputs: Inputs, name: str, field: str, tested: dt.date | None, days: int) -> Iterator[Result]:
    about = inputs.about_source(name, field)
    if tested is None:
        yield unknown(about, "test-date", source=name, field=field)
    elif inputs.as_of is None:
        yield unknown(about, "as-of", source=name)
    elif (inputs.as_of - tested).days > days:
        age = (inputs.as_of - tested).days
        yield failed(about, source=name, field=field, date=tested.isoformat(), days=age, due=days)


def _transfer_tested(inputs: Inputs, genset: Genset) -> Iterator[Result]:
    """The transfers that call the set were tried within a year."""
    for name in genset.called_by:
        dates = [t.date for t in inputs.dossier.customer.tests if t.kind == "transfer" and name in t.of and t.passed]
        about = About(kind="transfer", id=name, file="customer.yaml", path=("tests",))
        if not dates:
            yield unknown(about, "test-record", of=name, kind="transfer")
        elif inputs.as_of is not None and (inputs.as_of - max(dates)).days > _LOAD_TEST_DAYS:
            days = (inputs.as_of - max(dates)).days
            yield failed(about, "transfer", transfer=name, date=max(dates).isoformat(), days=days, due=_LOAD_TEST_DAYS)


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
            found.append(_unstated(inputs, name, silent))
    yield from over(len(inputs.gensets), found, inputs.about_customer, none="no-genset")


def _not_stated(genset: Genset, fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(field for field in fields if field not in genset.model_fields_set)


def _unstated(inputs: Inputs, name: str, silent: tuple[str, ...]) -> Result:
    return unknown(inputs.about_source(name, silent[0]), "genset-settings", source=name, fields=listed(silent))


def _odd_start(genset: Genset) -> tuple[str, ...]:
    fits = {
        "attempts": genset.attempts == 3,
        "crank": 8_000 <= genset.crank <= 12_000,
        "pause": 5_000 <= genset.pause <= 10_000,
        "fails_to_start": genset.fails_to_start <= 0.02,
    }
    return tuple(field for field, fine in fits.items() if not fine)


def supplies_in_time(inputs: Inputs) -> Iterator[Result]:
    """EPS-09: a low-voltage genset supplies within 30 s, a high-voltage one within 60 s, and stands in automatic; a UPS
    stands online, for in bypass its battery helps nobody."""
    aside = [(name, ups) for name, ups in inputs.upses.items() if ups.mode != "online"]
    found = [failed(inputs.about_source(n, "mode"), "bypass", source=n, mode=ups.mode) for n, ups in aside]
    found += _behind_another(inputs)
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
            found.append(_unstated(inputs, name, silent))
    yield from over(len(inputs.gensets) + len(inputs.upses), found, inputs.about_customer, none="no-genset")


def _behind_another(inputs: Inputs) -> list[Result]:
    """UPSs that in normal operation only another UPS feeds: it carries both, and its battery empties the sooner."""
    wiring = inputs.wiring
    direct, all_ = (wiring.live(wiring.normal, inputs.feeders, through_ups=through) for through in (False, True))
    inside = [n for n, ups in inputs.upses.items() if all_[at := wiring.net.bus_index[ups.input]] and not direct[at]]
    return [
        failed(inputs.about_source(name, "input"), "behind", source=name, input=inputs.upses[name].input)
        for name in inside
    ]


def _spread_ms(genset: Genset) -> int:
    """Return how much longer one start in ten takes, ms."""
    return genset.ready.p90_ms - genset.ready.median_ms if isinstance(genset.ready, Lognormal) else 0


def fire_pumps(inputs: Inputs) -> tuple[str, ...]:
    """Loads that serve as fire pumps; by their name where no load says what it serves."""
    stated = tuple(name for name, load in inputs.loads.items() if load.serves == "fire_pump")
    named = (n for n, load in inputs.loads.items() if _FIRE.search(f"{n} {load.name.zh} {load.name.en}"))
    return stated or tuple(named)


def fire_pumps_in_time(inputs: Inputs) -> Iterator[Result]:
    """EPS-10: a fire pump changes between mains within 2 s, between mains and engine within 15 s."""
    pumps = fire_pumps(inputs)
    found = []
    for pump in pumps:
        quickest = quickest_ms(inputs, pump)
        if quickest is None:
            found.append(failed(inputs.about_load(pump), "none", load=pump))
        elif quickest > 15_000:
            found.append(failed(inputs.about_load(pump), load=pump, quickest_ms=quickest))
    yield from over(len(pumps), found, inputs.about_customer, none="no-fire-pump")


def air_conditioning_grade(inputs: Inputs) -> Iterator[Result]:
    """SUP-11: cooling that keeps a special load's function going is grade 1; told by what it serves or its name."""
    site, found, count = inputs.dossier.site, [], 0
    for name in site.functions:
        needs = all_loads(inputs, name, frozenset())
        if not any(inputs.loads[each].grade == "1S" for each in needs):
            continue
        for load in needs:
            facts = inputs.loads[load]
            if _cools(load, facts):
                count += 1
                if facts.grade not in GRADE_ONE:
                    found.append(failed(inputs.about_load(load), load=load, grade=facts.grade, function=name))
    yield from over(count, found, inputs.about_customer, none="no-cooling-known")


def _cools(name: str, load: Load) -> bool:
    if "serves" in load.model_fields_set:
        return load.serves in ("cooling", "ventilation")
    return bool(_AIR.search(f"{name} {load.name.zh} {load.name.en}"))


def all_loads(inputs: Inputs, function: str, seen: frozenset[str]) -> tuple[str, ...]:
    """Loads the function needs, through other functions too."""
    found: dict[str, None] = {}
    for leaf in inputs.dossier.site.functions[function].needs.leaves():
        subject = leaf.subject or ""
        if subject in inputs.loads:
            found[subject] = None
        elif subject in inputs.dossier.site.functions and subject not in seen:
            found.update(dict.fromkeys(all_loads(inputs, subject, seen | {function})))
    return tuple(found)


def non_electrical_measures(inputs: Inputs) -> Iterator[Result]:
    """SUP-12: every safety-critical load, or a function that stands on it or on what it fills, has a measure that needs
    no electricity."""
    site, loads = inputs.dossier.site, inputs.security_loads
    bridged = {each.replaces for each in site.measures.values()}
    needs = {name: (*all_loads(inputs, name, frozenset()), *_filling(inputs, name)) for name in site.functions}
    through = {load for name, needed in needs.items() if name in bridged for load in needed}
    bare = tuple(load for load in loads if load not in bridged and load not in through)
    stand = tuple(name for name, needed in needs.items() if not {*bare}.isdisjoint(needed))
    found = []
    if bare:
        about = site_about("site", inputs.dossier.folder)
        told = {"loads": listed(bare), "functions": listed(stand), "stand": "yes" if stand else "no"}
        found.append(failed(about, **told) if site.measures else absent(about, "measures"))
    yield from over(len(loads), found, inputs.about_customer, none="no-security-load")


def _filling(inputs: Inputs, function: str) -> tuple[str, ...]:
    """Loads that fill the stores a function stands on, such as a compressor its receiver."""
    site = inputs.dossier.site
    stores = [leaf.subject for leaf in site.functions[function].needs.leaves() if leaf.subject in site.stores]
    return tuple(flow.by for store in stores for flow in site.stores[store or ""].in_)


def access_for_mobile_sets(inputs: Inputs) -> Iterator[Result]:
    """EPS-05: a box for a mobile genset with plug, cable length, parking, marked phases and an earth, which fits it."""
    points = inputs.dossier.site.connection_points
    if not inputs.security_loads:
        yield not_applicable(inputs.about_customer, "no-security-load")
        return
    found = [result for name, point in points.items() for result in _point(inputs, name, point)]
    if not points:
        found.append(absent(site_about("site", inputs.dossier.folder), "connection_points"))
    yield from over(1, found, inputs.about_customer, none="no-security-load")


def _point(inputs: Inputs, name: str, point: ConnectionPoint) -> Iterator[Result]:
    about = site_about("connection_point", name, "connection_points", name)
    stated = point.model_fields_set
    for field in ("plug", "cable_m", "place", "parking", "phase_marked", "earth_point"):
        if field not in stated:
            yield absent(about, field)
    for field in ("phase_marked", "earth_point"):
        if field in stated and not getattr(point, field):
            yield failed(about, field.replace("_", "-"), point=name)
    for source, each in inputs.dossier.site.sources.items():
        if isinstance(each, MobileGenset):
            yield from _fits(name, point, source, each, about)


def _fits(name: str, point: ConnectionPoint, source: str, mobile: MobileGenset, about: About) -> Iterator[Result]:
    if "plug" not in mobile.model_fields_set:
        yield absent(site_about("source", source, "sources", source), "plug")
    elif "plug" in point.model_fields_set and mobile.plug != point.plug:
        yield failed(about, "plug", point=name, source=source, plug=point.plug or "–", other=mobile.plug or "–")
    if mobile.cable_m is None:
        yield absent(site_about("source", source, "sources", source), "cable_m")
    elif point.cable_m is not None and mobile.cable_m < point.cable_m:
        yield failed(about, "cable", point=name, source=source, due=f"{point.cable_m:g}", have=f"{mobile.cable_m:g}")


def changes_filed(inputs: Inputs) -> Iterator[Result]:
    """EPS-07: the supply company agreed to what was put on the emergency source, and the change was filed."""
    changes = inputs.dossier.customer.supply_changes
    if not inputs.security_loads:
        yield not_applicable(inputs.about_customer, "no-security-load")
    elif changes is None:
        yield absent(inputs.about_customer, "supply_changes")
    else:
        found = [result for number, change in enumerate(changes) for result in _filed(number, change)]
        yield from over(len(changes) + 1, found, inputs.about_customer, none="nothing")


def _filed(number: int, change: SupplyChange) -> Iterator[Result]:
    about = About(kind="change", id=change.load, file="customer.yaml", path=("supply_changes", number))
    for field in ("agreed", "filed"):
        if getattr(change, field) is None:
            yield absent(about, field)
    if change.agreed is not None and change.agreed > change.date:
        yield failed(about, load=change.load, date=change.date.isoformat(), agreed=change.agreed.isoformat())
