"""The course of a drill in at most a dozen lines worth telling: the gravest first chosen, then told in order."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings import Verdict, View
from drillsim.journal import Event
from drillsim.session.after.said import Told, told

MOST, MOST_LIMITS = 12, 4
"""Lines in all, and those that tell of limits passed: the table of limits has them all."""
ONE_INSTANT_MS = 1_000
"""Events of one kind this close together are one line."""
WEIGHTS = {
    "hazard": 12, "fault_begins": 9, "battery_empty": 9, "load_lost": 8, "load_restored": 8, "start_failed": 8,
    "transfer_failed": 7, "transfer_refused": 6, "source_running": 7, "source_stopped": 6, "card_active": 5,
    "transfer_done": 4, "connected": 7, "store_empty": 8, "permit_refused": 6, "measure_begins": 5, "evacuated": 5,
    "step_overdue": 4, "permit_given": 3, "information_given": 2,
}  # fmt: skip
"""Weight of each kind of event; of the others nothing is told."""
BESIDE = ("information_given", "permit_given", "permit_refused")
"""Events a record of the room tells by the decision behind them."""
_PLURAL = ("load_lost", "load_restored")


def story(view: View, *, whole: bool = False) -> tuple[Told, ...]:
    """Return the lines in order of time; a line of one event says `line-event` with it as its evidence. `whole`: all
    lines but the decisions of people, for a record that has those beside them."""
    passed = sorted(_limits_passed(view), key=lambda each: (-each[0], -len(each[1].facts.get("ids", ()))))
    lines = [*_events(view, BESIDE if whole else ()), *_functions(view), *(passed if whole else passed[:MOST_LIMITS])]
    if not whole:
        lines = sorted([*lines, *_acts(view)], key=lambda each: (-each[0], each[1].at_ms or 0))[:MOST]
    return tuple(sorted((each for _, each in lines), key=lambda each: (each.at_ms or 0, each.evidence)))


def _events(view: View, left_out: tuple[str, ...]) -> Iterator[tuple[int, Told]]:
    last: dict[str, Event] = {}
    for event in view.journal.of(*WEIGHTS):
        if event.type in (*_PLURAL, *left_out, "fault_begins"):
            continue
        before, last[event.type] = last.get(event.type), event
        if before is not None and event.t_ms - before.t_ms <= ONE_INSTANT_MS and event.type == "card_active":
            continue
        yield WEIGHTS[event.type], told("line-event", event.t_ms, [event.seq])
    yield from _faults(view)
    for kind in _PLURAL:
        yield from _together(view, kind)


def _faults(view: View) -> Iterator[tuple[int, Told]]:
    """Yield what begins in one instant as one line."""
    found: dict[int, list[Event]] = {}
    for event in view.events("fault_begins"):
        found.setdefault(event.t_ms, []).append(event)
    for t_ms, events in found.items():
        targets = list(dict.fromkeys(name for event in events for name in event.data["targets"]))
        yield WEIGHTS["fault_begins"] + 2, told("line-faults", t_ms, [event.seq for event in events], targets=targets)


def _together(view: View, kind: str) -> Iterator[tuple[int, Told]]:
    """Yield what one instant has taken from loads with a limit, or given back to them."""
    site = view.site
    asked = {name for name, load in site.loads.items() if load.max_interruption is not None or load.security}
    found: list[Event] = []
    for event in [*view.journal.of(kind), None]:
        if event is not None and event.data["load"] not in asked:
            continue
        if found and (event is None or event.t_ms - found[0].t_ms > ONE_INSTANT_MS):
            loads = list(dict.fromkeys(each.data["load"] for each in found))
            weight = WEIGHTS[kind] + any(site.loads[name].security for name in loads)
            code = "line-loads-lost" if kind == "load_lost" else "line-loads-back"
            yield weight, told(code, found[0].t_ms, [each.seq for each in found], loads=loads)
            found = []
        if event is not None:
            found.append(event)


def _functions(view: View) -> Iterator[tuple[int, Told]]:
    for event in view.journal.of("function_changed"):
        state = event.data["state"]
        if state in ("harmed", "normal"):
            yield 11 if state == "harmed" else 6, told("line-event", event.t_ms, [event.seq])


def _limits_passed(view: View) -> Iterator[tuple[int, Told]]:
    """Yield the limits passed, those of one loss of supply as one line at the first of them."""
    found: dict[tuple[str, int], list[tuple[int, Verdict, bool]]] = {}
    for missed in view.missed:
        verdict = next(v for v in view.verdicts if (v.kind, v.id) == (missed.kind, missed.id))
        limit_ms = verdict.max_interruption_ms
        if limit_ms and missed.start_ms + limit_ms <= view.journal.end_ms:
            key = (missed.kind, missed.start_ms // ONE_INSTANT_MS)
            found.setdefault(key, []).append((missed.start_ms + limit_ms, verdict, missed.critical))
    for passed in found.values():
        times = [each[0] for each in passed]
        evidence = [seq for each in passed for seq in each[1].evidence]
        weight = 10 if any(each[2] for each in passed) else 7
        ids = [each[1].id for each in sorted(passed, key=lambda each: each[0])]
        if len(passed) == 1:
            limit_ms = passed[0][1].max_interruption_ms
            yield weight, told("line-limit-passed", times[0], evidence, id=ids[0], limit_ms=limit_ms)
        else:
            more_ms = max(times) - min(times)
            code = "line-limits-passed" if more_ms else "line-limits-passed-at-once"
            yield weight, told(code, min(times), evidence, ids=ids, n=len(ids), more_ms=more_ms)


def _acts(view: View) -> Iterator[tuple[int, Told]]:
    """Yield acts people chose beside the plan."""
    for event in view.journal.of("decision"):
        if event.data.get("wall_time") and event.data["decision"] == "act":
            what = event.data["what"]
            yield (
                6,
                told("line-act", event.t_ms, [event.seq], do=what["do"], targets=what["target"], by=event.data["by"]),
            )
