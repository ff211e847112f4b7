"""A drill as it goes on: the run with people in the plan's place, and the injects that are brought in beside it.

It moves when it is told to and knows nothing of wall clocks, screens or sleep. Time only goes forward; what was decided
or brought in for now is played before anything else happens.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, TextIO

from drillsim.network import PowerFlow
from drillsim.schema import Case, InjectLine, Msel
from drillsim.session.brought import decisions_of
from drillsim.session.deck import Deck, Line, deck_of
from drillsim.session.stand_in import StandIn
from drillsim.simulation import (
    Accepted,
    Decision,
    Operator,
    Refused,
    Run,
    Withdraw,
)


class Drill:
    """The run and the deck of one drill, moved together."""

    def __init__(self, run: Run, deck: Deck, stand_in: StandIn) -> None:
        self.run, self.deck, self.stand_in, self.case = run, deck, stand_in, run.case

    @property
    def now(self) -> int:
        """Scenario time, ms since T0."""
        return self.run.now

    @property
    def is_over(self) -> bool:
        """Return whether nothing can happen any more."""
        return self.run.is_over or self.run.now >= self.case.scenario.horizon

    def submit(self, decision: Decision, wall_time: str = "", who: str = "") -> Accepted | Refused:
        """Have somebody decide now; it is carried out at the next `go_to`, at the latest now. `who`: the participant
        the journal names."""
        return self.run.submit(decision, wall_time=wall_time, who=who)

    def go_to(self, to_ms: int, stops: Callable[[], bool] | None = None) -> None:
        """Everything up to and with a moment, at most the horizon. It ends earlier at the first instant at which
        `stops` says so."""
        to_ms = min(to_ms, self.case.scenario.horizon)
        self._play_now()
        while self.run.now < to_ms and not self.run.is_over and not (stops is not None and stops()):
            looks = stops is not None or self.deck.watches
            ahead = [self.deck.next_ms(), self.run.next_ms() if looks else None]
            self.run.advance(min([to_ms, *(max(each, self.run.now) for each in ahead if each is not None)]))
            self._play_now()

    def catch_up(self) -> None:
        """Have the plan do what is due of the roles it plays, in a run that was broken off."""
        for role in sorted(self.stand_in.roles):
            self.stand_in.take(role, self.run)

    # -- the deck --------------------------------------------------------------------------------------------------
    def give(self, name: str, wall_time: str = "", who: str = "") -> Accepted | Refused:
        """Bring in a line now, whatever it was planned for. Raises: KeyError."""
        line = self.deck.line(name)
        if line.state == "given":
            return Refused("already", {"id": name})
        for refused in filter(lambda each: isinstance(each, Refused), self._withdrawn(line, wall_time, who)):
            return refused
        answers = [self.run.submit(each, wall_time=wall_time, who=who) for each in decisions_of(self.case, line)]
        line.state, line.given_ms = "given", self.run.now
        return next((each for each in answers if isinstance(each, Refused)), answers[0])

    def hold(self, name: str, wall_time: str = "", who: str = "") -> None:
        """The line waits until it is released, whatever it was planned for. Raises: KeyError."""
        self._put_aside(name, "held", wall_time, who)

    def skip(self, name: str, wall_time: str = "", who: str = "") -> None:
        """The line does not come. Raises: KeyError."""
        self._put_aside(name, "skipped", wall_time, who)

    def release(self, name: str) -> None:
        """A line that was held comes as it was planned; at once where its time has gone by. Raises: KeyError."""
        line = self.deck.line(name)
        if line.state in ("held", "skipped"):
            line.state = "planned"

    def shift(self, by_ms: int, wall_time: str = "", who: str = "") -> tuple[str, ...]:
        """Move all that still comes at a time by so much, none before now; return the ids that moved."""
        moved = self.deck.shift(by_ms, self.run.now)
        for line in moved:
            self._withdrawn(line, wall_time, who)
        return tuple(line.id for line in moved)

    def _put_aside(self, name: str, state: Any, wall_time: str, who: str) -> None:
        line = self.deck.line(name)
        if line.state in ("planned", "held", "skipped"):
            self._withdrawn(line, wall_time, who)
            line.state = state

    def _withdrawn(self, line: Line, wall_time: str, who: str) -> list[Accepted | Refused]:
        """The scenario's own event is withdrawn from the run, once: from now on the deck brings it."""
        if line.event is None or line.withdrawn:
            return []
        line.withdrawn = True
        return [self.run.submit(Withdraw(*line.event), wall_time=wall_time, who=who)]

    # -- an instant ------------------------------------------------------------------------------------------------
    def _play_now(self) -> None:
        """Play what stands for this moment, and bring in what is due, until neither brings anything new."""
        while not self.run.is_over:
            due = list(self._due())
            for line in due:
                self._bring(line)
            if not due and self.run.is_begun and self.run.next_ms() != self.run.now:
                return
            self.run.advance(self.run.now)

    def _due(self) -> Iterator[Line]:
        for line in list(self.deck.lines.values()):
            self._look_for(line)
            if line.state == "planned" and self._is_due(line):
                yield line

    def _is_due(self, line: Line) -> bool:
        if line.due_ms is not None:
            return line.due_ms <= self.run.now
        inject = line.inject
        if inject is None:
            return False
        if inject.when is not None:
            return self.run.is_begun and self.run.is_so(inject.when) is True
        return inject.after is not None and self._is_behind(line, inject)

    def _is_behind(self, line: Line, inject: InjectLine) -> bool:
        """Return whether it is due behind another line or a step; the first time either has come its moment is set."""
        assert inject.after is not None, "asked of those alone"
        came = None
        if inject.after.inject is not None:
            came = self.deck.line(inject.after.inject).given_ms
        else:
            ends = (e.t_ms for e in self.run.journal().of("step_ends") if e.data["step"] == inject.after.step)
            came = next(ends, None)
        if came is None:
            return False
        line.due_ms = came + inject.after.by
        return line.due_ms <= self.run.now

    def _bring(self, line: Line) -> None:
        """The line comes; one of the scenario that was not withdrawn comes by itself, and is noted."""
        if line.event is not None and not line.withdrawn:
            line.state, line.given_ms = "given", self.run.now
            return
        self.give(line.id)

    def _look_for(self, line: Line) -> None:
        """See whether what a given line was to bring about has come; where it has not in time, its other line comes."""
        late_ms = line.looked_for_ms
        if late_ms is None or line.inject is None or (expects := line.inject.expects) is None:
            return
        if self.run.is_so(expects.so) is True:
            line.fulfilled = True
        elif self.run.now >= late_ms:
            line.fulfilled = False
            if expects.else_ is not None and self.deck.line(expects.else_).state == "planned":
                self.deck.line(expects.else_).due_ms = self.run.now


def open_drill(
    case: Case,
    flow: PowerFlow,
    *,
    played: Collection[str],
    operators: Sequence[Operator] = (),
    seed: int = 1,
    msel: Msel | None = None,
    stream: TextIO | None = None,
    header: Mapping[str, Any] | None = None,
) -> Drill:
    """A drill at T0, with what is so at T0. `played`: roles people play as it begins; the plan plays all others.
    `operators` decide beside them without being asked, as somebody who plays a role by a script."""
    stand_in = StandIn(frozenset(case.dossier.plan.actors) - frozenset(played))
    deciding = [*stand_in.operators(), *operators]
    run = Run(case, seed=seed, flow=flow, operators=deciding, record=True, stream=stream, header=header)
    drill = Drill(run, deck_of(case.scenario, msel), stand_in)
    drill.go_to(0)
    return drill
