"""A generating set: called by a transfer or started by hand, its attempts, its fuel, its end.

One draw a demand, shared by all attempts (0.0094 an attempt would make 8e-7 a demand). A start by hand is a new demand
with odds of its own. It runs into trouble by running hours, is stopped by overload and by an empty tank.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.journal import rounded
from drillsim.schema.duration import Exponential
from drillsim.schema.source import Genset
from drillsim.schema.transfer import Ats, Sts
from drillsim.simulation.kernel import Priority, Timer
from drillsim.simulation.world import World


class GensetUnit:
    """One set. `running` feeds its terminal; its breaker closes by itself only after an automatic start."""

    def __init__(self, world: World, name: str, spec: Genset) -> None:
        self._world, self.name, self.spec = world, name, spec
        self.running = False
        self.failed = False
        self.starting = False
        self.kw = 0.0
        self.callers: list[str] = []
        self.forced: dict[str, int] = {"auto": 0, "manual": 0}
        """Faults that make starts fail, by kind of start."""
        self._by_itself = False
        self._timers: dict[str, Timer] = {}
        self._has_breaker = not any(spec.breaker in ats_switches(world, t) for t in world.site.transfers)
        """Its breaker is its own, not a side of an ATS that moves it."""
        world.control.setdefault(name, spec.control)

    # -- starting --------------------------------------------------------------------------------------------------
    def call(self, by: str) -> None:
        """A transfer asks for it."""
        if by not in self.callers:
            self.callers.append(by)
        self._cancel("cool_down")
        if self.running or self.starting or self.failed or self._world.control[self.name] != "auto":
            return
        self._begin(by, manual=False)
        w, spec = self._world, self.spec
        if self._fails(manual=False):
            self._crank_in_vain()
            return
        w.emit("start_attempt", source=self.name, attempt=1, of=spec.attempts)
        takes = w.luck.ms(spec.ready, f"{self.name}/ready", w.demands[f"{self.name}/start"])
        self._timers["ready"] = w.kernel.after(takes, Priority.SOURCE, lambda: self._run(by_itself=True))

    def start_by_hand(self, by: str) -> bool:
        """The end of a manual start; False when it does not come. The time it takes is the step's."""
        if self.running:
            return True
        self._cancel("ready")
        self._begin(by, manual=True)
        if self._fails(manual=True):
            self._give_up(attempts=1, manual=True)
            return False
        self.failed = False
        self._run(by_itself=False)
        return True

    def _begin(self, by: str, *, manual: bool) -> None:
        self.starting = not manual
        demand = self._world.demand(f"{self.name}/{'manual' if manual else 'start'}")
        self._world.emit("genset_called", source=self.name, by=by, manual=manual, demand=demand)

    def _fails(self, *, manual: bool) -> bool:
        w, spec = self._world, self.spec
        kind = "manual" if manual else "auto"
        if self.forced[kind] or not self._fuelled():
            return True
        chance = spec.manual_start_fails if manual else spec.fails_to_start
        name = f"{self.name}/{'manual' if manual else 'start'}"
        return w.luck.happens(chance, name, w.demands[name])

    def _crank_in_vain(self) -> None:
        spec = self.spec
        for attempt in range(1, spec.attempts + 1):
            delay = (attempt - 1) * (spec.crank + spec.pause)
            said = self._attempt(attempt)
            self._timers[f"attempt-{attempt}"] = self._world.kernel.after(delay, Priority.SOURCE, said)
        total = spec.attempts * spec.crank + (spec.attempts - 1) * spec.pause
        give_up = lambda: self._give_up(attempts=spec.attempts, manual=False)  # noqa: E731
        self._timers["give_up"] = self._world.kernel.after(total, Priority.SOURCE, give_up)

    def _attempt(self, attempt: int) -> Callable[[], int]:
        return lambda: self._world.emit("start_attempt", source=self.name, attempt=attempt, of=self.spec.attempts)

    def _give_up(self, *, attempts: int, manual: bool) -> None:
        self.starting, self.failed = False, True
        self._world.emit("start_failed", source=self.name, attempts=attempts, manual=manual)
        self._world.touch()

    def _run(self, *, by_itself: bool) -> None:
        w = self._world
        self.running, self.starting, self.failed, self._by_itself = True, False, False, by_itself
        w.emit("source_running", source=self.name)
        if self.spec.mean_time_to_failure:
            demand = w.demand(f"{self.name}/run")
            lasts = w.luck.ms(Exponential(self.spec.mean_time_to_failure), f"{self.name}/run", demand)
            self._timers["wear"] = w.kernel.after(lasts, Priority.SOURCE, lambda: self.stop("failed"))
        w.touch()

    # -- running ---------------------------------------------------------------------------------------------------
    def look(self, kw: float) -> None:
        """Notes its load, watches overload, closes its breaker onto a dead board after an automatic start."""
        if abs(kw - self.kw) > 0.05:
            self.kw = kw
            self._world.emit("source_loaded", source=self.name, kw=rounded(kw, 1))
        self._watch_overload()
        if self.running and self._by_itself and self._has_breaker:
            self._join_dead_board()

    def _watch_overload(self) -> None:
        over = self.kw > self.spec.rated_kw * self.spec.overload_percent / 100
        if over and "overload" not in self._timers:
            trip = lambda: self.stop("overload")  # noqa: E731
            self._timers["overload"] = self._world.kernel.after(self.spec.overload_after, Priority.SOURCE, trip)
        elif not over:
            self._cancel("overload")

    def _join_dead_board(self) -> None:
        w, breaker = self._world, self.spec.breaker
        if w.is_closed(breaker) or w.live[self._board()] or "join" in self._timers:
            return
        self._timers["join"] = w.kernel.after(w.device(breaker).operates_in, Priority.SOURCE, self._close_breaker)

    def _close_breaker(self) -> None:
        self._timers.pop("join", None)
        if self.running and not self._world.live[self._board()] and not self._world.interlock(self.spec.breaker):
            stuck = not self._world.move_switch(self.spec.breaker, closed=True, cause="source", cause_id=self.name)
            self._by_itself = not stuck  # a breaker that did not close is not tried again by itself

    def _board(self) -> int:
        net = self._world.net
        one, other = net.switch_nodes(net.switch_index[self.spec.breaker])
        return other if one == net.bus_index[self.spec.bus] else one

    # -- ending ----------------------------------------------------------------------------------------------------
    def withdraw(self, by: str) -> None:
        """A transfer no longer needs it; it cools down and stops once nobody does."""
        if by in self.callers:
            self.callers.remove(by)
        if self.callers:
            return
        if self.running and self._by_itself:
            stop = lambda: self.stop("cool_down")  # noqa: E731
            self._timers["cool_down"] = self._world.kernel.after(self.spec.cool_down, Priority.SOURCE, stop)

    def stop(self, cause: str) -> None:
        """Stops it: cool_down, step, no_fuel, failed, overload, fault or zone. The last five leave it failed."""
        if not (self.running or self.starting):
            self.failed = self.failed or cause in ("zone", "failed")
            return
        w = self._world
        self.running = self.starting = False
        self.failed = cause not in ("cool_down", "step")
        for key in list(self._timers):
            self._cancel(key)
        w.emit("source_stopped", source=self.name, cause=cause)
        self.look(0.0)
        if self._has_breaker:
            w.move_switch(self.spec.breaker, closed=False, cause="source", cause_id=self.name)
        w.touch()

    def _fuelled(self) -> bool:
        return self.spec.fuel is None or self._world.truth.get(("store", self.spec.fuel), 1.0) != 0.0

    def _cancel(self, key: str) -> None:
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.cancel()


def ats_switches(world: World, transfer: str) -> tuple[str, ...]:
    """The two sides of an ATS; none for any other transfer."""
    spec = world.site.transfers[transfer]
    return (spec.normal, spec.standby) if isinstance(spec, Ats | Sts) else ()
