"""S05, G10, G12: how far own supply reaches: its size, what was out for repair, what hangs on it that need not."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings.facts import G10, G12, S05
from drillsim.findings.finding import Finding
from drillsim.findings.reach import behind
from drillsim.findings.rules.make import finding
from drillsim.findings.rules.supply import without_mains_ms
from drillsim.findings.severity import by_device
from drillsim.findings.view import View
from drillsim.journal import Event
from drillsim.schema import Ats, Genset, Ups, resolve

MARGIN_PERCENT = 120
"""Capacity due, percent of the safety-critical load (EPS-02); an older edition, unverified."""


def below_margin(view: View) -> Iterator[Finding]:
    """S05: own supply was called, and its sets together are rated less than 120 % of the safety-critical load."""
    called = view.first("genset_called")
    gensets = {name: spec.rated_kw for name, spec in view.site.sources.items() if isinstance(spec, Genset)}
    loads = [name for name, spec in view.site.loads.items() if spec.security]
    kw = sum(demand_kw(view, load) for load in loads)
    if called is None or not kw or sum(gensets.values()) >= kw * MARGIN_PERCENT / 100:
        return
    facts = S05(
        gensets=tuple(gensets),
        rated_kw=round(sum(gensets.values())),
        load_kw=round(kw),
        due_kw=round(kw * MARGIN_PERCENT / 100),
        percent=MARGIN_PERCENT,
        at_ms=called.t_ms,
    )
    yield finding(view, "S05", called.data["source"], facts, (0, called.seq))


def demand_kw(view: View, load: str) -> float:
    """Demand of a load at the start of the run, kW."""
    state = view.journal.initial.get("loads", {}).get(load)
    return float(state["demand_kw"]) if state else 0.0


def out_without_substitute(view: View) -> Iterator[Finding]:
    """G10: an own source or its transfer was out of service when the mains of its loads were lost, and nothing was
    arranged to stand in for it."""
    for name in own_out(view):
        lost = _mains_lost(view, name)
        if lost is None or name in _stood_in_for(view):
            continue
        loads = behind(view.dossier, name)
        ran = view.first("source_running", after=lost.t_ms, source=name)
        until = ran.t_ms if ran else view.journal.end_ms
        facts = G10(
            loads=loads,
            at_ms=lost.t_ms,
            mains_away_ms=min((ms for load in loads if (ms := without_mains_ms(view, load))), default=0),
            ran="yes" if ran else "no",
            ran_after_ms=until - lost.t_ms if ran else 0,
        )
        evidence = (0, lost.seq, *((ran.seq,) if ran else ()))
        yield finding(view, "G10", name, facts, evidence, by_device(view, name, lost.t_ms, until))


def own_out(view: View) -> tuple[str, ...]:
    """Own sources and transfer switches that are out of service from the start of the run."""
    start = view.case.scenario.start
    mode = view.site.modes.get(start.mode)
    named = [name for target in start.out_of_service for name in resolve(view.dossier, target)]
    named += [*mode.out_of_service, *mode.disabled] if mode else []
    own = (Genset, Ups, Ats)
    known = {**view.site.sources, **view.site.transfers}
    return tuple(dict.fromkeys(name for name in named if isinstance(known.get(name), own)))


def _mains_lost(view: View, name: str) -> Event | None:
    """The first loss of a load behind the source, or of a feeder while such a load was without mains."""
    loads = behind(view.dossier, name)
    first = next((e for e in view.events("load_lost") if e.data["load"] in loads), None)
    away = any(without_mains_ms(view, load) for load in loads)
    return first or (view.first("source_lost") if away else None)


def _stood_in_for(view: View) -> tuple[str, ...]:
    """Return the things a planned outage of the day names a substitute for."""
    day = view.case.scenario.start.date
    outages = view.dossier.customer.outages
    return tuple(name for each in outages if each.substitute and each.from_ <= day <= each.to for name in each.of)


def others_on_it(view: View) -> Iterator[Finding]:
    """G12: a genset for grade-1S loads carried others that are neither grade 1 nor safety-critical, put there by no
    step."""
    restored = {target for _, step in view.plan.steps() if step.do in ("restore", "start") for target in step.target}
    carried: dict[str, dict[str, int]] = {}
    for load, spec in view.site.loads.items():
        stated = "grade" in spec.model_fields_set and spec.grade in ("2", "3")
        if stated and not spec.security and load not in restored and load in view.feeding.net.load_index:
            for genset, ms in _fed_by_gensets(view, load).items():
                carried.setdefault(genset, {})[load] = ms
    carried = {genset: loads for genset, loads in carried.items() if _feeds_special(view, genset)}
    for genset, loads in carried.items():
        called = view.first("source_running", source=genset)
        kw = sum(demand_kw(view, load) for load in loads)
        rated = getattr(view.site.sources[genset], "rated_kw", 0.0)
        facts = G12(
            loads=tuple(loads),
            kw=round(kw, 1),
            rated_kw=rated,
            percent=round(100 * kw / rated) if rated else 0,
            longest_ms=max(loads.values()),
        )
        yield finding(view, "G12", genset, facts, (called.seq,) if called else (0,))


def _feeds_special(view: View, genset: str) -> bool:
    """Return whether a load of grade 1S hangs on the set: only its supply is kept free of others (GB 50052 3.0.3)."""
    known = view.site.loads
    return any(load in known and known[load].grade == "1S" for load in behind(view.dossier, genset))


def _fed_by_gensets(view: View, load: str) -> dict[str, int]:
    """Return how long each genset fed the load without mains, ms."""
    found: dict[str, int] = {}
    for segment in view.feeding.of(load):
        for genset in segment.fed.gensets if not segment.fed.mains else ():
            found[genset] = found.get(genset, 0) + segment.ms
    return found
