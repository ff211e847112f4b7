"""SUP-01 to 05, 10 and BZT-01: how many sources, how independent, and what takes over by itself.

Sources: 电监安全〔2008〕43号 and GB/T 29328-2018 for important customers, GB 50052-2009 for loads, GB 51348-2019 5.9
for automatic transfer; all as seen in public pages or from own knowledge, none held against its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from drillsim.checks.inputs import GRADE_ONE, Inputs, listed
from drillsim.checks.loading import Loading, loading_without
from drillsim.checks.rule import About, Result, failed, not_applicable, over, passed, unknown
from drillsim.dependency import CommonCause, common_causes


def grades_stated(inputs: Inputs) -> Iterator[Result]:
    """LOD-01: the grade of each of the customer's loads is stated. One without counts as grade 3, and the other rules
    pass it over."""
    own = _own_loads(inputs)
    silent = tuple(name for name in own if "grade" not in inputs.loads[name].model_fields_set)
    if silent:
        about = inputs.about_load(silent[0])
        about = replace(about, path=(*about.path, "grade")) if about.file == "site.yaml" else about
        yield unknown(about, "grade", loads=listed(silent))
    else:
        yield from over(len(own), (), inputs.about_customer, none="nothing")


def _own_loads(inputs: Inputs) -> tuple[str, ...]:
    """Loads the site file names, and those beside them or on the emergency supply; every load where it names none.

    A public network around the customer has loads of others, whose grade is nobody's business here.
    """
    named = set(inputs.dossier.site.loads)
    buses = {inputs.load_rows[name].bus for name in named if name in inputs.load_rows}
    beside = {name for name, row in inputs.load_rows.items() if row.bus in buses}
    own = named | beside | set(inputs.wiring.emergency_loads)
    return tuple(name for name in inputs.loads if name in own or not named)


def special_customer(inputs: Inputs) -> Iterator[Result]:
    """SUP-01: an especially important customer has three sources from two substations; any one carries on alone."""
    yield from _by_level(inputs, "SP", sources=3, substations=2, lost=2)


def first_class_customer(inputs: Inputs) -> Iterator[Result]:
    """SUP-02: a first-class customer has two sources from two substations; either carries on alone."""
    yield from _by_level(inputs, "C1", sources=2, substations=2, lost=1)


def _by_level(inputs: Inputs, level: str, *, sources: int, substations: int, lost: int) -> Iterator[Result]:
    about = inputs.about_customer
    if inputs.dossier.customer.importance.level != level:
        yield not_applicable(about, "other-level")
        return
    if len(inputs.feeders) < sources:
        yield failed(about, "sources", count=len(inputs.feeders), due=sources)
        return
    unnamed = tuple(name for name, feeder in inputs.feeders.items() if not feeder or not feeder.substation)
    if unnamed:
        yield unknown(inputs.about_source(unnamed[0], "substation"), "substation", feeders=listed(unnamed))
    elif len({feeder.substation for feeder in inputs.feeders.values() if feeder}) < substations:
        yield failed(about, "substations", count=1, due=substations)
    else:
        yield from _carries_on(inputs, lost)


def _carries_on(inputs: Inputs, lost: int) -> Iterator[Result]:
    """Yield whether what is left carries every load but those of grade 3: each substation out, then each `lost`
    feeders."""
    about, worst = inputs.about_customer, 0
    for out in (*_of_one_substation(inputs, lost), *combinations(inputs.feeders, lost)):
        found: Loading = loading_without(inputs, out)
        if found.dark:
            yield failed(about, "dark", lost=listed(out), loads=listed(found.dark))
            return
        if found.percent is None:
            yield unknown(about, "flow", lost=listed(out))
            return
        if found.percent > 100:
            yield failed(about, "loading", lost=listed(out), element=found.element, percent=round(found.percent))
            return
        worst = max(worst, round(found.percent))
    yield passed(about, count=len(inputs.feeders), percent=worst)


def _of_one_substation(inputs: Inputs, more_than: int) -> Iterator[tuple[str, ...]]:
    """Feeders that go with one substation, where these are more than are taken out anyway."""
    at: dict[str, tuple[str, ...]] = {}
    for name, feeder in inputs.feeders.items():
        if feeder:
            at[feeder.substation] = (*at.get(feeder.substation, ()), name)
    yield from (names for names in at.values() if len(names) > more_than)


def second_class_customer(inputs: Inputs) -> Iterator[Result]:
    """SUP-03: a second-class customer has two circuits from two bus sections."""
    about = inputs.about_customer
    if inputs.dossier.customer.importance.level != "C2":
        yield not_applicable(about, "other-level")
        return
    if len(inputs.feeders) < 2:
        yield failed(about, "sources", count=len(inputs.feeders), due=2)
        return
    sections = [(f.substation, f.section) for f in inputs.feeders.values() if f and f.substation and f.section]
    if len(set(sections)) >= 2:
        yield passed(about, count=len(set(sections)))
    elif len(sections) < len(inputs.feeders):
        bare = next(name for name, each in inputs.feeders.items() if not (each and each.substation and each.section))
        yield unknown(inputs.about_source(bare, "section"), "section", feeders=listed(tuple(inputs.feeders)))
    else:
        yield failed(about, "sections", section=" ".join(sections[0]))


def temporary_customer(inputs: Inputs) -> Iterator[Result]:
    """SUP-04: a temporarily important customer is supplied twice where possible."""
    about = inputs.about_customer
    if inputs.dossier.customer.importance.level != "TMP":
        yield not_applicable(about, "other-level")
    elif len(inputs.feeders) < 2:
        yield failed(about, count=len(inputs.feeders))
    else:
        yield passed(about, count=len(inputs.feeders))


def independent_sources(inputs: Inputs) -> Iterator[Result]:
    """SUP-05: no single trench, room or substation takes both sources of a grade-1 load."""
    loads = [name for name in inputs.of_grade(*GRADE_ONE) if reaching(inputs, name)]
    single = [load for load in loads if len(reaching(inputs, load)) < 2]
    found = [failed(inputs.about_load(n), "one", load=n, feeder=listed(reaching(inputs, n))) for n in single]
    behind: dict[CommonCause, list[str]] = {}
    for load in loads:
        for cause in common_causes(inputs.dossier, load) if load not in single else ():
            behind.setdefault(cause, []).append(load)
    found += [_shared(inputs, cause, tuple(names)) for cause, names in behind.items()]
    bare = tuple(name for name, feeder in inputs.feeders.items() if feeder is None or not feeder.route)
    if loads and bare and not found:
        found.append(unknown(inputs.about_source(bare[0], "route"), "route", feeders=listed(bare)))
    yield from over(len(loads), found, inputs.about_customer, none="no-grade-1")


def _shared(inputs: Inputs, cause: CommonCause, loads: tuple[str, ...]) -> Result:
    about = About(kind=cause.kind, id=cause.id, file="site.yaml", path=("zones", cause.id))
    if cause.kind == "substation":
        about = inputs.about_source(cause.takes[0], "substation")
    return failed(about, cause.kind, cause=cause.id, takes=listed(cause.takes), loads=listed(loads))


def reaching(inputs: Inputs, load: str) -> tuple[str, ...]:
    """Feeders that can feed the load with some switching."""
    wiring = inputs.wiring
    return tuple(name for name in inputs.feeders if wiring.is_fed(load, wiring.live(wiring.all_closed, [name])))


def second_grade_loads(inputs: Inputs) -> Iterator[Result]:
    """SUP-10: a grade-2 load has two circuits; a small or remote one may have one dedicated overhead line of 6 kV+."""
    loads, found = inputs.of_grade("2"), []
    kv = {
        row.name: next(b.vn_kv for b in inputs.dossier.network.bus if b.name == row.bus)
        for row in inputs.dossier.network.ext_grid
    }
    for load in loads:
        feeders = reaching(inputs, load)
        if len(feeders) >= 2:
            continue
        if feeders and kv[feeders[0]] >= 6:
            found.append(unknown(inputs.about_load(load), "dedicated-line", load=load, feeder=feeders[0]))
        else:
            found.append(failed(inputs.about_load(load), load=load))
    yield from over(len(loads), found, inputs.about_customer, none="no-grade-2")


def transfer_present(inputs: Inputs) -> Iterator[Result]:
    """BZT-01: a grade-1 load that another feeder could take over by switching is taken over by itself.

    GB 51348-2019 5.9.1 as seen in public pages: automatic transfer is due at dual-source substations with one open
    standby source and for bus sections with grade-1 load.
    """
    wiring, found, count = inputs.wiring, [], 0
    for load in inputs.of_grade(*GRADE_ONE) if len(inputs.feeders) > 1 else ():
        for feeder in inputs.feeders:
            left = [name for name in inputs.feeders if name != feeder]
            if wiring.is_fed(load, wiring.live(wiring.normal, left)):
                continue
            by_hand = wiring.is_fed(load, wiring.live(wiring.after_switching([feeder]), left))
            count += by_hand
            if by_hand and not wiring.is_fed(load, wiring.live(wiring.after_automatics([feeder]), left)):
                found.append(failed(inputs.about_load(load), load=load, feeder=feeder, others=listed(tuple(left))))
    yield from over(count, found, inputs.about_customer, none="no-open-standby")
