"""The decide round: who is asked in which order, what has been submitted, and what of it the journal keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from drillsim.simulation.core.kernel import MOST_ROUNDS, Priority
from drillsim.simulation.decide import decisions as d
from drillsim.simulation.decide.answer import Accepted, Refused
from drillsim.simulation.decide.carry import Carrying
from drillsim.simulation.decide.checks import Checks
from drillsim.simulation.decide.deviations import Deviations
from drillsim.simulation.decide.operator import Operator, Operators
from drillsim.simulation.decide.parts import Parts

PLAN, PEOPLE = "plan", "people"
"""Names of the deciders, as the journal marks them."""
OCCUPIES = (d.Tell, d.Ask, d.Go, d.Act)
"""Decisions after which somebody is at something."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A decision that was accepted, and where in the run it was submitted: before the decide round `round` of its
    instant, from 1. `turn` is the turn of that round in which another operator than the plan took it. `who` is the
    participant of a drill who decided, or `plan` where the plan stood in; empty where nobody says."""

    t_ms: int
    round: int
    decision: d.Decision
    wall_time: str = ""
    turn: int = 1
    who: str = ""


class Rounds:
    """All decide rounds of a run. In each the plan looks, decides and looks again, turn by turn, until nothing is due.

    A decision another operator says again, or that does not fit, is no turn; so many turns at most are others asked in
    one instant, and then the plan ends the round alone.
    """

    def __init__(
        self,
        parts: Parts,
        operators: Operators,
        checks: Checks,
        deviations: Deviations,
        carrying: Carrying,
        *,
        records_plan: bool,
    ) -> None:
        self._parts, self._world, self._known = parts, parts.world, parts.known
        self._operators = operators
        self._checks, self._deviations, self._carrying = checks, deviations, carrying
        self._records_plan = records_plan
        self._queue: list[Submitted] = []
        self._later: list[tuple[int, d.Decision, str, str]] = []
        self.taken: list[Submitted] = []
        """Decisions of people so far, in order."""
        self._at, self._round, self._turns = self._world.now - 1, 0, 0

    # -- submitting ------------------------------------------------------------------------------------------------
    @property
    def is_awaited(self) -> bool:
        """Return whether something waits for the next round."""
        return bool(self._queue)

    @property
    def number(self) -> int:
        """The number of the next decide round of this instant, from 1."""
        return self._round + 1 if self._at == self._world.now else 1

    def submit(self, decision: d.Decision, at_ms: int, wall_time: str, who: str = "") -> Accepted | Refused:
        """Puts the decision in the queue, unless it is refused as things stand."""
        refused = self._refusal(decision)
        if refused is not None:
            return refused
        fits = self._checks.misfit(decision) is None
        deviation = self._deviations.of(decision) if fits else ()
        if at_ms > self._world.now:
            self._put_off(decision, at_ms, wall_time, who)
        else:
            self._queue.append(Submitted(at_ms, self.number, decision, wall_time, who=who))
        return Accepted(deviation)

    def _refusal(self, decision: d.Decision) -> Refused | None:
        refused, waiting = self._checks.refusal(decision), [each.decision for each in self._queue]
        card = self._card(decision) if refused is None or refused.code == "already" else ""
        if refused is not None and not (card and any(self._card(each) == card for each in waiting)):
            return refused  # else what waits before it may make it fit
        if decision in waiting:
            return Refused("already", {})
        if isinstance(decision, OCCUPIES) and any(isinstance(e, OCCUPIES) and e.by == decision.by for e in waiting):
            return Refused("busy", {"person": decision.by})
        return None

    def _card(self, decision: d.Decision) -> str:
        """The card it is about."""
        run = self._parts.progress.steps.get(getattr(decision, "step", ""))
        return run.card_id if run is not None else getattr(decision, "card", "")

    def _put_off(self, decision: d.Decision, at_ms: int, wall_time: str, who: str) -> None:
        waits = (at_ms, decision, wall_time, who)
        self._later.append(waits)

        def due() -> None:
            self._later.remove(waits)
            self._queue.append(Submitted(at_ms, self.number, decision, wall_time, who=who))
            self._world.wake()

        self._world.kernel.after(at_ms - self._world.now, Priority.OBSERVE, due)

    def resubmit(self, each: Submitted) -> None:
        """Put a decision that was accepted once into the next round."""
        self._queue.append(each)

    @property
    def queue(self) -> tuple[Submitted, ...]:
        """Return the decisions that wait for the next round."""
        return tuple(self._queue)

    @property
    def later(self) -> tuple[Submitted, ...]:
        """Return the decisions that wait for a moment to come; the number of their round says nothing."""
        return tuple(Submitted(at_ms, 1, each, wall_time, who=who) for at_ms, each, wall_time, who in self._later)

    def take_up(self, queue: Sequence[Submitted], later: Sequence[Submitted]) -> None:
        """Let what had been submitted to a run that stood here wait for its turn in this one."""
        self._queue += queue
        for each in later:
            self._put_off(each.decision, each.t_ms, each.wall_time, each.who)

    # -- deciding --------------------------------------------------------------------------------------------------
    def begins(self) -> None:
        """Another decide round of this instant, or the first."""
        if self._at != self._world.now:
            self._at, self._round, self._turns = self._world.now, 0, 0
        self._round += 1

    def play(self) -> None:
        """Everything that is due, and what becomes due by it."""
        turn, was_taken = 0, True
        while was_taken or self._queue:
            turn += 1
            due = [(each, PLAN, "") for operator in self._operators.plan for each in operator.due(self._known)]
            for operator in self._asked():
                who = getattr(operator, "who", "")
                due += [(each, PEOPLE, who) for each in operator.due(self._known)]
            queue, self._queue = self._queue, [each for each in self._queue if each.turn > turn]
            was_taken = False
            for decision, mark, who in due:
                was_taken |= self._take(decision, mark, turn, who)
            for each in queue:
                if each.turn <= turn:
                    was_taken |= self._take_submitted(each)
            if due and not was_taken and not self._records_plan:  # the plan alone: this instant would never end
                raise RuntimeError(f"decided at {self._world.now} ms and nothing moved: {due[:3]}")
        self._drop_needless()

    def _asked(self) -> Sequence[Operator]:
        """Other operators, as long as there are turns for them in this instant."""
        others = self._operators.others
        self._turns += bool(others)
        return others if self._turns <= MOST_ROUNDS else ()

    def _take(self, decision: d.Decision, mark: str, turn: int, who: str) -> bool:
        """Carry out the decision. Return whether it was; one that is refused is left alone."""
        if (mark == PEOPLE and d.misshapen(decision)) or self._checks.misfit(decision) is not None:
            return False
        is_told = mark == PEOPLE or self._records_plan
        deviation = self._deviations.of(decision) if is_told else ()
        if is_told:
            self._tell(decision, mark, deviation, turn=turn, who=who)
        if mark == PEOPLE:
            self.taken.append(Submitted(self._world.now, self._round, decision, turn=turn, who=who))
        self._carrying.carry_out(decision, deviation)
        self._world.wake()
        return True

    def _take_submitted(self, each: Submitted) -> bool:
        self.taken.append(replace(each, round=self._round))
        if self._checks.misfit(each.decision) is not None:
            self._tell(each.decision, PEOPLE, ("overtaken",), wall_time=each.wall_time, turn=each.turn, who=each.who)
            return False
        deviation = self._deviations.of(each.decision)
        self._tell(each.decision, PEOPLE, deviation, wall_time=each.wall_time, turn=each.turn, who=each.who)
        self._carrying.carry_out(each.decision, deviation)
        self._world.wake()
        return True

    def _tell(
        self,
        decision: d.Decision,
        mark: str,
        deviation: tuple[str, ...],
        *,
        turn: int,
        wall_time: str = "",
        who: str = "",
    ) -> None:
        more: dict[str, Any] = {"deviation": list(deviation)} if deviation else {}
        if self._round > 1:
            more["round"] = self._round
        if turn > 1 and mark == PEOPLE:
            more["turn"] = turn
        if wall_time:
            more["wall_time"] = wall_time
        if who:
            more["who"] = who
        kind, what = d.NAMES[type(decision)], d.as_told(decision)
        self._world.emit("decision", decision=kind, by=decision.by, operator=mark, what=what, **more)

    def _drop_needless(self) -> None:
        """Restarts nobody has taken up that are due no longer."""
        progress = self._parts.progress
        for run in [run for run in progress.offered.values() if not run.is_due()]:
            del progress.offered[run.name]
            progress.end(run, "skipped", "not_needed")
