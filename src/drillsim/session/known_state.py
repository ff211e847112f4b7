"""The state of the plant as a role knows it, or as it is; and both side by side once a drill has ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drillsim.schema import Need
from drillsim.session.session import Session
from drillsim.simulation import Held

KINDS = ("source", "bus", "switch", "load", "function")
"""Kinds a diagram, a ladder and the statement at the end show."""
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PlantState:
    """One state: its value and its age."""

    value: str
    age_ms: int | None = None
    """Time since it was so, as far as the role knows; None for what is so now."""
    before: bool = False
    """True where it stood before the drill and nobody of the role has learned anything since."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One state the role knew otherwise than it was, or not at all."""

    kind: str
    id: str
    known: PlantState | None
    """None where nobody of the role knew."""
    is_so: str


@dataclass(frozen=True, slots=True)
class Rung:
    """A function on the ladder from supply to service."""

    function: str
    state: PlantState | None
    """None where nobody of the role knows."""
    powered: bool | None
    """True if all loads it needs are live, false if one is dead, as far as the role knows; None where it does not, or
    where it needs none."""
    seen: bool
    """True if anything of its supply was learned since the drill began."""
    back: bool
    """True if it is normal again, and has been seen to be so since the drill began."""


def states(session: Session, role: str) -> Mapping[Fact, PlantState]:
    """Return what the role's people on duty know, or with an empty role what is so; before the drill begins how all
    stood before anything happened. Raises: KeyError for a role that is none."""
    if not session.begun:
        return _first(session)
    if not role:
        truth = session.drill.run.truth()
        return {(kind, name): PlantState(str(value)) for (kind, name), value in truth.items() if kind in KINDS}
    held: dict[Fact, Held] = {}
    for person in session.drill.case.dossier.plan.actors[role].held_by:
        view = session.drill.run.view(person)
        for each in view.beliefs if view.on_duty else ():
            best = held.get((each.kind, each.id))
            if each.kind in KINDS and (best is None or _as_of(each) > _as_of(best)):
                held[each.kind, each.id] = each
    now_ms = session.drill.now
    return {
        fact: PlantState(
            str(each.value), None if each.as_of_ms is None else now_ms - each.as_of_ms, each.since_ms is None
        )
        for fact, each in held.items()
    }  # fmt: skip


def ladder(session: Session, role: str) -> tuple[Rung, ...]:
    """Return the functions with what the role knows of each, in file order."""
    known, site = states(session, role), session.drill.case.dossier.site
    was_lost = {e.data["function"] for e in session.drill.run.journal().of("function_changed")}
    found = []
    for name, function in site.functions.items():
        state = known.get(("function", name))
        loads = [known.get(("load", load)) for load in dict.fromkeys(_loads(function.needs)) if load in site.loads]
        values = [None if each is None else each.value == "live" for each in loads]
        powered = None if not values or (None in values and False not in values) else all(values)
        is_back = state is not None and state.value == "normal" and not state.before and name in was_lost
        seen = any(each is not None and not each.before for each in loads)
        found.append(Rung(name, state, powered, seen, is_back))
    return tuple(found)


def compared(session: Session, role: str) -> tuple[Compared, ...]:
    """Return what the role knew otherwise than it is, or not at all, by kind and in file order."""
    known, true = states(session, role), states(session, "")
    return tuple(
        Compared(kind, name, known.get((kind, name)), is_so.value)
        for kind in KINDS
        for (of, name), is_so in true.items()
        if of == kind and ((state := known.get((kind, name))) is None or state.value != is_so.value)
    )


def _first(session: Session) -> Mapping[Fact, PlantState]:
    """The initial state, before the events of T0."""
    initial, network = session.drill.run.journal().initial, session.drill.case.dossier.network
    closed, live = set(initial.get("closed", ())), set(initial.get("live", ()))
    found = {("switch", row.name): "closed" if row.name in closed else "open" for row in network.switch}
    found |= {("bus", row.name): "live" if row.name in live else "dead" for row in network.bus}
    found |= {("load", name): "live" if each["live"] else "dead" for name, each in initial.get("loads", {}).items()}
    found |= {("source", name): str(each) for name, each in initial.get("sources", {}).items()}
    found |= {("function", name): str(each) for name, each in initial.get("functions", {}).items()}
    return {fact: PlantState(value, None, True) for fact, value in found.items()}


def _as_of(held: Held) -> int:
    return held.as_of_ms if held.as_of_ms is not None else -(10**15)


def _loads(need: Need | str) -> Iterator[str]:
    """Yield the loads a need names, however deep; an id may also be another thing's."""
    if isinstance(need, str):
        yield need
        return
    yield from (each for each in (need.load, need.ref) if each)
    for part in (*need.all_, *need.any_):
        yield from _loads(part)


__all__ = ["Compared", "PlantState", "Rung", "compared", "ladder", "states"]
