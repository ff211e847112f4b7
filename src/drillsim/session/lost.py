"""Afterwards: the decision after which a missed limit was lost, and the one that would have kept it.

The question is put to the record: everything up to a moment as it was, from there on the plan alone, with the luck of
the drill and the injects as they came. Where the plan would have kept the limit from a moment, it was not lost yet.
Both are searched at the decisions people took, then between two of them second by second; every answer says how much
was tried.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from drillsim.journal import Journal
from drillsim.network import PowerFlow, flow_for
from drillsim.schema import Case
from drillsim.session.limits import Kept, Limit, how_kept, missed_limits
from drillsim.session.log import Entry
from drillsim.session.stand_in import StandIn
from drillsim.simulation import (
    FACILITATOR,
    Checkpoint,
    Correct,
    Decision,
    Inform,
    Inject,
    Run,
    Submitted,
    Withdraw,
    decided_by_people,
    drive,
    go_on,
)

How = Literal["decision", "waiting", "plan"]
"""decision: lost by what was decided. waiting: lost as nobody did what was due. plan: from no moment that was looked at
would the plan alone have kept it, its own beginning among them."""
STEP_MS = 1_000
"""The last moment from which it would have been kept is told to this."""
FEW = 6
"""So many decisions of the plan are tried one by one beside those of the record."""
COMES = (Inject, Withdraw, Inform, Correct)
"""Decisions of whoever led the drill that come in every run of it, whoever plays."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and when it was taken."""

    at_ms: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class LostLimit:
    """One missed limit: where it was lost, and what would have kept it."""

    limit: Limit
    limit_ms: int | None
    """Longest interruption allowed; None for harm alone."""
    missed_ms: int
    """Time it was passed."""
    how: How
    last_ms: int | None = None
    """The last moment, as far as was looked, from which the plan alone would still have kept it; None for `plan`."""
    lost_by: Decided | None = None
    """`decision`: the one after which it was lost. `waiting`: the last one before; None where there was none."""
    kept_by: Decided | None = None
    """The plan's decision at `last_ms` or after it, which nobody took, that would have kept it."""
    is_enough: bool = False
    """True where `kept_by` beside everything the record has would have kept it; False where it begins what the plan
    would have done, all of which was tried together."""
    left_out: bool = False
    """True where the record without `lost_by` would have kept it."""
    tried: int = 0
    """Runs played for this answer and those before it."""
    of_cuts: tuple[int, int] = (0, 0)
    """Moments between decisions that were looked at, and all there are."""


def lost_by(
    case: Case,
    journal: Journal,
    entries: Sequence[Entry],
    *,
    flow: PowerFlow | None = None,
    only: Collection[Limit] | None = None,
    most: int = 60,
) -> tuple[LostLimit, ...]:
    """Return where each limit the drill missed was lost, the earliest missed first; empty where none was.

    `journal` and `entries` are a drill's, which has ended or was broken off. `only` asks of these limits alone. With
    more than `most` moments between decisions they are looked at in even steps, and then between the last two that
    differ. It plays some twenty runs for a limit. Raises: KeyError, TypeError for the journal of another version.
    """
    missed = missed_limits(case.dossier, journal)
    asked = {limit: ms for limit, ms in missed.items() if only is None or limit in only}
    if not asked:
        return ()
    search = _Search(case, journal, entries, flow or flow_for(case.dossier.network), most)
    return tuple(search.answer(limit, ms) for limit, ms in asked.items())


class _Search:
    """The runs of one record, each played once."""

    def __init__(self, case: Case, journal: Journal, entries: Sequence[Entry], flow: PowerFlow, most: int) -> None:
        self._case, self._journal, self._flow, self._most = case, journal, flow, most
        self._roles = list(role_changes(case, entries))
        self._taken = decided_by_people(journal)
        """All decisions of the record, those of the plan in the place of somebody too."""
        self._cuts = [n for n, each in enumerate(self._taken) if _is_persons(each)]
        """Places among them of what people decided."""
        self._found: dict[tuple[int, int | None], Mapping[Limit, Kept]] = {}
        self._tried = 0

    def answer(self, limit: Limit, missed_ms: int) -> LostLimit:
        """Return where it was lost."""
        site = self._case.dossier.site
        stated = site.loads.get(limit.id) if limit.kind == "load" else site.functions.get(limit.id)
        found = LostLimit(limit, stated.max_interruption if stated is not None else None, missed_ms, "plan")
        cuts = [n for n, place in enumerate(self._cuts) if self._taken[place].t_ms <= missed_ms]
        last, looked = self._last_kept(limit, cuts)
        if last is not None:
            found = self._between(found, last)
        return replace(found, tried=self._tried, of_cuts=(looked, len(cuts) + 1))

    # -- between which decisions -----------------------------------------------------------------------------------
    def _last_kept(self, limit: Limit, cuts: list[int]) -> tuple[int | None, int]:
        """Return the last cut from which the plan would have kept it, -1 for the beginning, None for no cut; and how
        many were looked at."""
        looked = [-1, *cuts[:: max(1, -(-len(cuts) // self._most))]]
        kept = [cut for cut in looked if self._keeps(limit, cut)]
        if not kept:
            return None, len(looked)
        low = kept[-1]
        high = next((cut for cut in looked if cut > low), len(cuts))
        number = len(looked)
        while high - low > 1:
            middle, number = (low + high) // 2, number + 1
            low, high = (middle, high) if self._keeps(limit, middle) else (low, middle)
        return low, number

    def _keeps(self, limit: Limit, cut: int) -> bool:
        return self._kept(limit, 0 if cut < 0 else self._cuts[cut], None)

    # -- what lost it ----------------------------------------------------------------------------------------------
    def _between(self, found: LostLimit, cut: int) -> LostLimit:
        """It was lost by the decision at the cut, or by waiting behind it."""
        limit, by, low = found.limit, None, self._journal.start_ms
        if cut >= 0:
            place = self._cuts[cut]
            low, by = self._taken[place].t_ms, Decided(self._taken[place].t_ms, self._taken[place].decision)
            if not self._kept(limit, place + 1, low):
                return self._by_decision(found, place, by)
        high = found.missed_ms
        if cut + 1 < len(self._cuts):
            high = min(high, self._taken[self._cuts[cut + 1]].t_ms)
        while high - low > STEP_MS:
            middle = (low + high) // 2
            low, high = (middle, high) if self._kept(limit, self._place(middle), middle) else (low, middle)
        kept_by, is_enough = self._keeping(limit, self._place(low), low)
        return replace(found, how="waiting", last_ms=low, lost_by=by, kept_by=kept_by, is_enough=is_enough)

    def _by_decision(self, found: LostLimit, place: int, by: Decided) -> LostLimit:
        limit = found.limit
        people = [each for each in self._taken if _is_brought(each) or _is_persons(each)]
        left_out = self._replayed([each for each in people if each is not self._taken[place]]).get(limit) == "kept"
        kept_by, is_enough = self._keeping(limit, place, None)
        return replace(
            found, how="decision", last_ms=by.at_ms, lost_by=by, kept_by=kept_by, is_enough=is_enough,
            left_out=left_out,
        )  # fmt: skip

    def _keeping(self, limit: Limit, place: int, at_ms: int | None) -> tuple[Decided | None, bool]:
        """Return the plan's decision nobody took that would have kept it, and whether it is enough by itself."""
        run = self._forked(place, at_ms)
        self._play(run, place)
        record = {each.decision for each in self._taken}
        new = [each for each in run.taken[place:] if each.decision not in record and each.decision.by != FACILITATOR]
        people = [each for each in self._taken if _is_brought(each) or _is_persons(each)]
        for each in new[:FEW]:
            with_it = sorted((*people, Submitted(each.t_ms, 1, each.decision)), key=lambda one: one.t_ms)
            if self._replayed(with_it).get(limit) == "kept":
                return Decided(each.t_ms, each.decision), True
        return (Decided(new[0].t_ms, new[0].decision), False) if new else (None, False)

    # -- runs ------------------------------------------------------------------------------------------------------
    def _place(self, at_ms: int) -> int:
        """Return how many decisions the record has up to and with a moment."""
        return sum(each.t_ms <= at_ms for each in self._taken)

    def _kept(self, limit: Limit, place: int, at_ms: int | None) -> bool:
        """Return whether the plan alone would have kept it from behind so many decisions, at a moment; without one
        from before the next of them."""
        key = (place, at_ms)
        if key not in self._found:
            run = self._forked(place, at_ms)
            self._found[key] = self._play(run, place)
        return self._found[key].get(limit) == "kept"

    def _forked(self, place: int, at_ms: int | None) -> Run:
        """Return the run as it was then, the plan deciding from there on."""
        header, now_ms, number = self._journal.header, self._journal.start_ms, 0
        if at_ms is not None:
            now_ms, number = at_ms, 1
        elif place:
            now_ms, number = self._taken[place].t_ms, self._taken[place].round
        run = go_on(self._case, Checkpoint(header, self._taken[:place], now_ms, number), flow=self._flow)
        while at_ms is not None and not run.is_over and run.next_ms() == run.now:
            run.advance(run.now)
        hand_over(run, self._case.dossier.plan.actors)
        return run

    def _play(self, run: Run, place: int) -> Mapping[Limit, Kept]:
        """Play to the end of the record, with the injects that came; return what became of the limits."""
        drive(run, [each for each in self._taken[place:] if _is_brought(each)])
        return self._judged(run)

    def _replayed(self, decided: Iterable[Submitted]) -> Mapping[Limit, Kept]:
        """Return what becomes of the limits where the room decides so, with the plan in the places it had."""
        begin = Checkpoint(self._journal.header, (), self._journal.start_ms, 0)
        stand_in = StandIn(self._roles[0][1])
        run = go_on(self._case, begin, operators=stand_in.operators(), flow=self._flow)
        left = list(decided)
        for at_ms, roles in self._roles[1:]:
            due = [each for each in left if each.t_ms < at_ms]
            left = left[len(due) :]
            drive(run, due)
            run.advance(at_ms)
            for role in sorted(stand_in.roles - roles):
                stand_in.give(role)
            for role in sorted(roles - stand_in.roles):
                stand_in.take(role, run)
        drive(run, left)
        return self._judged(run)

    def _judged(self, run: Run) -> Mapping[Limit, Kept]:
        self._tried += 1
        run.advance(self._journal.end_ms)
        return how_kept(self._case.dossier, run.finish())


def hand_over(run: Run, roles: Iterable[str], already: frozenset[str] = frozenset()) -> StandIn:
    """Have the plan play all these roles from now on, beginning with what is due; of those `already` its own it has
    done that. Return the plan."""
    stand_in = StandIn(already)
    run.ask(stand_in.operators())
    for role in roles:
        if role not in already:
            stand_in.take(role, run)
    return stand_in


def role_changes(case: Case, entries: Sequence[Entry]) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield since when, ms, which roles were the plan's: as the session was opened, and at every change."""
    roles = frozenset(case.dossier.plan.actors)
    at_ms, opened = 0, roles
    for entry in entries:
        if entry.what == "opened":
            at_ms, opened = entry.at_ms, roles - set(entry.data["played"])
            break
    yield at_ms, opened
    now = opened
    for entry in entries:
        if entry.what == "played_by":
            role = frozenset({entry.data["role"]})
            now = now - role if entry.data["participant"] else now | role
            yield entry.at_ms, now


def _is_brought(each: Submitted) -> bool:
    """Return whether whoever led the drill brought it in."""
    return isinstance(each.decision, COMES)


def _is_persons(each: Submitted) -> bool:
    """Return whether somebody of the room decided it; the plan in somebody's place has no wall time."""
    return bool(each.wall_time) and not _is_brought(each)
