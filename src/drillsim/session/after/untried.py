"""The parts of plan and plant a drill did not exercise: of these it says nothing, neither good nor bad."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drillsim.findings import View, not_tested
from drillsim.schema import Msel
from drillsim.session.after.said import Told, told
from drillsim.session.log import Entry

OF_PLAN = (
    "card-never-triggered", "steps-never-begun", "branch-not-exercised", "transfer-never-called", "genset-never-called",
    "limit-beyond-horizon", "still-dark", "dark-not-judged", "no-limit", "endurance", "no-power-flow",
    "no_plant_carries_this", "dead-at-start", "oscillation", "incomplete",
)  # fmt: skip


def untried(view: View, msel: Msel | None, entries: Sequence[Entry]) -> tuple[Told, ...]:
    """Return what was not exercised: roles the plan played, injects never given, cards, steps, switches."""
    return (*_roles(view, entries), *_injects(view, msel, entries), *_tested(view), *_switches(view))


def played(view: View, entries: Sequence[Entry]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the roles people played all the time, and those they played for a part of it; the plan played all
    others."""
    roles = list(view.plan.actors)
    now: set[str] = set()
    ever: set[str] = set()
    always: set[str] = set(roles)
    begun = False
    for entry in entries:
        if entry.what == "opened":
            now = set(entry.data["played"])
        elif entry.what == "played_by":
            (now.add if entry.data["participant"] else now.discard)(entry.data["role"])
        begun = begun or entry.what in ("started", "jumped")
        if begun and entry.what != "stopped":
            ever |= now
            always &= now
    always = always if begun else set()
    return tuple(r for r in roles if r in always), tuple(r for r in roles if r in ever and r not in always)


def _roles(view: View, entries: Sequence[Entry]) -> Iterator[Told]:
    always, partly = played(view, entries)
    decided = {
        role
        for role, actor in view.plan.actors.items()
        if any(e.data.get("wall_time") and e.data["by"] in actor.held_by for e in view.journal.of("decision"))
    }
    by_plan = [role for role in view.plan.actors if role not in always and role not in partly]
    if by_plan:
        yield told("untried-roles", ids=by_plan, n=len(by_plan))
    if partly:
        yield told("untried-roles-partly", ids=list(partly), n=len(partly))
    silent = [role for role in always if role not in decided]
    if silent:
        yield told("untried-roles-silent", ids=silent, n=len(silent))


def _injects(view: View, msel: Msel | None, entries: Sequence[Entry]) -> Iterator[Told]:
    states = {entry.data["line"]: entry.data["state"] for entry in entries if entry.what == "line"}
    injects = msel.injects if msel is not None else {}
    lines = list(injects)
    scenario = view.case.scenario
    lines += [f"event-{n}" for n, event in enumerate(scenario.events, 1) if event.at > 0]
    lines += [f"word-{n}" for n in range(1, len(scenario.information) + 1)]
    never = [name for name in lines if states.get(name) != "given"]
    if never:
        yield told("untried-injects", ids=never, n=len(never))


def _tested(view: View) -> Iterator[Told]:
    for each in not_tested(view.case, view.journal, view.verdicts):
        if each.code in OF_PLAN:
            yield Told(f"not-tested:{each.code}", each.facts)


def _switches(view: View) -> Iterator[Told]:
    """Yield the switches of the plan's own steps that nothing moved."""
    moved = {e.data["switch"] for e in view.journal.of("switch_moved")}
    named = [
        name
        for _, step in view.plan.steps()
        if step.do in ("open", "close", "trip", "reset")
        for name in step.all_targets
        if name in view.site.devices and name not in moved
    ]
    idle = list(dict.fromkeys(named))
    if idle:
        yield told("untried-switches", ids=idle, n=len(idle))
