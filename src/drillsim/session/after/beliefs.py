"""Beliefs of the roles at the end of a drill, and what was so: one statement a switch, load and source."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from drillsim.simulation import Run

KINDS = ("switch", "load", "source")
Value = str | float


@dataclass(frozen=True, slots=True)
class Belief:
    """One role's belief: that of the holder who knew the latest."""

    role: str
    value: Value
    as_of_ms: int | None
    """Time it was so, as far as they knew; None for what stood before the drill."""
    is_wrong: bool

    @property
    def is_untold(self) -> bool:
        """Return whether nobody had told them anything: they went by what stood before the drill."""
        return self.is_wrong and self.as_of_ms is None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing: what was so at the end, and who believed what."""

    kind: str
    id: str
    true: Value
    beliefs: tuple[Belief, ...]

    @property
    def is_disputed(self) -> bool:
        """Return whether anybody believed something else."""
        return any(each.is_wrong for each in self.beliefs)


def statements(run: Run, roles: Collection[str]) -> tuple[Statement, ...]:
    """Return one statement of each switch, load and source that moved or of which somebody believed something wrong:
    first what somebody had learned wrongly, then what somebody had not been told.

    `roles`: those whose knowledge matters, as people played them; of the others only those count who had learned
    something. A role nobody of which was on duty believes nothing.
    """
    found = list(_statements(run, frozenset(roles)))
    return tuple(sorted(found, key=lambda each: (not _is_false(each), not each.is_disputed)))


def _is_false(each: Statement) -> bool:
    return any(belief.is_wrong and not belief.is_untold for belief in each.beliefs)


def _statements(run: Run, roles: frozenset[str]) -> Iterator[Statement]:
    plan, truth = run.case.dossier.plan, run.truth()
    views = {
        role: [view for name in actor.held_by if (view := run.view(name)).on_duty]
        for role, actor in plan.actors.items()
    }
    moved = _moved(run)
    for (kind, name), true in truth.items():
        if kind not in KINDS:
            continue
        beliefs = []
        for role, held in views.items():
            known = [each for view in held if (each := view.belief(kind, name)) is not None]
            best = max(known, key=lambda each: each.as_of_ms if each.as_of_ms is not None else -(10**15), default=None)
            if best is None or (best.as_of_ms is None and role not in roles):
                continue
            beliefs.append(Belief(role, best.value, best.as_of_ms, best.value != true))
        statement = Statement(kind, name, true, tuple(beliefs))
        if statement.is_disputed or ((kind, name) in moved and beliefs):
            yield statement


def _moved(run: Run) -> frozenset[tuple[str, str]]:
    kinds = {each: kind for kind, types in _MOVES.items() for each in types}
    events = run.journal().of(*kinds)
    return frozenset((kinds[event.type], str(event.data[kinds[event.type]])) for event in events)


_MOVES = {
    "switch": ("switch_moved",),
    "load": ("load_lost", "load_restored"),
    "source": ("source_lost", "source_back", "source_running", "source_stopped", "start_failed", "battery_empty"),
}
