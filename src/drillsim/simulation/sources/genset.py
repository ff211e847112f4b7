"""A generating set: called by a transfer or started by hand, its attempts, its fuel, its end.

One draw a demand, shared by all attempts (0.0094 an attempt would make 8e-7 a demand). A start by hand is a new demand
with odds of its own. It runs into trouble by running hours, is stopped by overload and by an empty tank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drillsim.journal import rounded
from drillsim.schema import Ats, Exponential, Genset, Sts
from drillsim.simulation.core.grid import Feeding
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.sources.step_load import StepWatch
from drillsim.units import MS_PER


class GensetUnit:
    """One set. `running` feeds its terminal; its breaker closes by itself only after an automatic start."""

    def __init__(
        self,
        world: World,
        name: str,
        spec: Genset,
        forced: Mapping[str, int],
        *,
        moves_breaker: bool = True,
        joins_by_itself: bool = True,
    ) -> None:
        self._world, self.name, self.spec = world, name, spec
        self.feeding = Feeding(name, spec.bus)
        """Its part of the network while it runs."""
        self.running = False
        self.failed = False
        self.out = False
        """Under maintenance from the start of the scenario to its end: nothing and nobody starts it."""
        self.starting = False
        self.kw = 0.0
        self.callers: list[str] = []
        self._forced = forced
        """Faults that make starts fail, by kind of start."""
        self._joins_by_itself = joins_by_itself
        """Closes its breaker onto a dead board itself; in a group the group decides."""
        self._by_itself = False
        self._hour_ends = self._left_of_hour = 0
        """Time the running hour it is in ends, and the part of it left when it last stopped, ms."""
        self._steps = StepWatch(world, name, spec, lambda: self.stop("step_load"))
        self._timers: dict[str, Timer] = {}
        on_ats = any(spec.breaker in ats_switches(world, t) for t in world.site.transfers)
        self._has_breaker = moves_breaker and not on_ats
        """Its breaker is its own: neither a side of an ATS that moves it nor the switch of a connection box."""
        world.control.setdefault(name, spec.control)

    # -- starting --------------------------------------------------------------------------------------------------
    def call(self, by: str) -> None:
        """A transfer asks for it."""
        if by not in self.callers:
            self.callers.append(by)
        self._world.moved(Moved.GENSETS)
        self._cancel("cool_down")
        if self.running or self.starting or self.failed or self.out or self._world.control[self.name] != "auto":
            return
        self._begin(by, manual=False)
        w, spec = self._world, self.spec
        if self._fails(manual=False):
            self._crank_in_vain()
            return
        w.emit("start_attempt", source=self.name, attempt=1, of=spec.attempts)
        takes = w.luck.ms(spec.ready, f"{self.name}/ready", w.demands[f"{self.name}/start"])
        self._timers["ready"] = w.kernel.after_settled(takes, Priority.SOURCE, lambda: self._run(by_itself=True))

    def start_by_hand(self, by: str) -> bool:
        """The end of a manual start; False when it does not come. The time it takes is the step's."""
        if self.running:
            return True
        self._end_start()
        self._begin(by, manual=True)
        if self._fails(manual=True):
            self._give_up(attempts=1, manual=True)
            return False
        self.failed = False
        self._run(by_itself=False)
        return True

    def _begin(self, by: str, *, manual: bool) -> None:
        self.starting = not manual
        self._world.moved(Moved.GENSETS)
        demand = self._world.demand(f"{self.name}/{'manual' if manual else 'start'}")
        self._world.emit("genset_called", source=self.name, by=by, manual=manual, demand=demand)

    def _fails(self, *, manual: bool) -> bool:
        w, spec = self._world, self.spec
        kind = "manual" if manual else "auto"
        if self.out or w.has_fault("fails_to_start", self.name, bool(self._forced[kind])) or not self._fuelled():
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
        self._timers["give_up"] = self._world.kernel.after_settled(total, Priority.SOURCE, give_up)

    def _attempt(self, attempt: int) -> Callable[[], int]:
        return lambda: self._world.emit("start_attempt", source=self.name, attempt=attempt, of=self.spec.attempts)

    def _end_start(self) -> None:
        """No attempt comes any more of the automatic start that is under way."""
        for key in [key for key in self._timers if key in ("ready", "give_up") or key.startswith("attempt-")]:
            self._cancel(key)

    def _give_up(self, *, attempts: int, manual: bool) -> None:
        self.starting, self.failed = False, True
        self._stands_otherwise()
        self._world.emit("start_failed", source=self.name, attempts=attempts, manual=manual)
        self._world.touch()

    def _run(self, *, by_itself: bool) -> None:
        w = self._world
        self.running, self.starting, self.failed, self._by_itself = True, False, False, by_itself
        self._feeds_otherwise()
        w.emit("source_running", source=self.name)
        self._wears()
        w.touch()

    def _stands_otherwise(self) -> None:
        self._world.moved(Moved.GENSETS)
        self._world.moved(Moved.FAILED)

    def _feeds_otherwise(self) -> None:
        self._stands_otherwise()
        self._world.moved(Moved.SOURCES)

    def runs_from_the_start(self) -> None:
        """It runs already when the scenario begins: a test, or an outage that has lasted."""
        self._world.set_control(self.name, "manual")
        if not self.running:
            self.running = True
            self._wears()

    def _wears(self) -> None:
        """From now on running may fail: after a drawn time, or at the beginning of a running hour."""
        w = self._world
        if self.spec.mean_time_to_failure:
            demand = w.demand(f"{self.name}/run")
            lasts = w.luck.ms(Exponential(self.spec.mean_time_to_failure), f"{self.name}/run", demand)
            self._timers["wear"] = w.kernel.after(lasts, Priority.SOURCE, lambda: self.stop("failed"))
        elif self.spec.fails_per_running_hour:
            self._hour_ends = w.now + self._left_of_hour
            self._timers["hour"] = w.kernel.after(self._left_of_hour, Priority.SOURCE, self._hour_begins)

    def _hour_begins(self) -> None:
        w, hour = self._world, f"{self.name}/hour"
        if w.luck.happens(self.spec.fails_per_running_hour, hour, w.demand(hour)):
            self.stop("failed")
            return
        self._hour_ends = w.now + MS_PER["h"]
        self._timers["hour"] = w.kernel.after(MS_PER["h"], Priority.SOURCE, self._hour_begins)

    # -- running ---------------------------------------------------------------------------------------------------
    def look(self, kw: float, starting_kva: float = 0.0, *, served: bool = True) -> None:
        """Notes its load, watches overload, steps and what it needs (`served`), may close its breaker."""
        if abs(kw - self.kw) > 0.05:
            self.kw = kw
            self._world.moved(Moved.GIVEN)
            self._world.emit("source_loaded", source=self.name, kw=rounded(kw, 1))
        if self.running:
            self._steps.look(kw, starting_kva)
        over = self.kw > self.spec.rated_kw * self.spec.overload_percent / 100
        self._time("overload", over, self.spec.overload_after)
        self._time("overheated", self.running and not served, self.spec.needs_after)
        if self._joins_by_itself and self.is_ready_to_join and not self._world.live[self.board]:
            self.join(self._world.device(self.spec.breaker).operates_in, onto_live=False)

    @property
    def is_busy(self) -> bool:
        """Return whether it runs, starts, or was giving something when it was looked at last."""
        return self.running or self.starting or self.kw != 0.0

    def say_what_stands(self) -> None:
        """Say the power it gives when the run begins."""
        if self.kw > 0:
            self._world.emit("source_loaded", source=self.name, kw=rounded(self.kw, 1))

    def _time(self, cause: str, is_so: bool, after: int) -> None:
        """Stops it for `cause` once that has been so for its time."""
        if is_so and cause not in self._timers:
            self._timers[cause] = self._world.kernel.after_settled(after, Priority.SOURCE, lambda: self.stop(cause))
        elif not is_so:
            self._cancel(cause)

    # -- onto the board --------------------------------------------------------------------------------------------
    @property
    def is_ready_to_join(self) -> bool:
        """Runs after an automatic start that is still asked for, with a breaker of its own that is open and has not
        failed to close. One that protection has tripped is locked out until somebody resets it."""
        w, breaker = self._world, self.spec.breaker
        is_free = not w.is_closed(breaker) and w.truth.get(("tripped", breaker)) != "yes"
        is_due = self.running and self._by_itself and bool(self.callers)
        return is_due and self._has_breaker and is_free and not self.joining

    @property
    def joining(self) -> bool:
        """Its breaker is about to close."""
        return "join" in self._timers

    @property
    def on_board(self) -> bool:
        """Runs with its breaker closed."""
        return self.running and self._world.is_closed(self.spec.breaker)

    @property
    def board(self) -> int:
        """The node beyond its breaker."""
        net = self._world.net
        one, other = net.switch_nodes(net.switch_index[self.spec.breaker])
        return other if one == net.bus_index[self.spec.bus] else one

    def join(self, delay_ms: int, *, onto_live: bool) -> None:
        """Closes its breaker in `delay_ms`: onto a dead board, or synchronised onto a live one."""
        close = lambda: self._close_breaker(onto_live)  # noqa: E731
        self._timers["join"] = self._world.kernel.after_settled(delay_ms, Priority.SOURCE, close)

    def _close_breaker(self, onto_live: bool) -> None:
        self._timers.pop("join", None)
        w = self._world
        w.moved(Moved.GENSETS)
        is_due = self.running and bool(self.callers)
        if is_due and bool(w.live[self.board]) == onto_live and not w.interlock(self.spec.breaker):
            stuck = not w.move_switch(self.spec.breaker, closed=True, cause="source", cause_id=self.name)
            self._by_itself = not stuck  # a breaker that did not close is not tried again by itself
        w.touch()

    # -- ending ----------------------------------------------------------------------------------------------------
    def withdraw(self, by: str) -> None:
        """A transfer no longer needs it. Once nobody does, a start under way is broken off, and the next call is a
        demand of its own; a set that runs cools down and stops."""
        if by in self.callers:
            self.callers.remove(by)
            self._world.moved(Moved.GENSETS)
        if self.callers:
            return
        if self.starting:
            self._end_start()
            self.starting = False
            self._world.moved(Moved.GENSETS)
            self._world.emit("start_withdrawn", source=self.name)
            self._world.touch()
        elif self.running and self._by_itself:
            stop = lambda: self.stop("cool_down")  # noqa: E731
            self._timers["cool_down"] = self._world.kernel.after(self.spec.cool_down, Priority.SOURCE, stop)

    def stop(self, cause: str) -> None:
        """Stops it: cool_down, step; or no_fuel, bad_fuel, failed, overload, step_load, overheated, fault, zone, which
        leave it failed."""
        if not (self.running or self.starting):
            self.failed = self.failed or cause in ("zone", "failed")
            self._stands_otherwise()
            return
        w = self._world
        self.running = self.starting = False
        self.failed = cause not in ("cool_down", "step")
        self._left_of_hour = max(self._hour_ends - w.now, 0)
        for key in list(self._timers):
            self._cancel(key)
        self._feeds_otherwise()
        w.emit("source_stopped", source=self.name, cause=cause)
        self._steps.forget()
        self.look(0.0)
        if self._has_breaker:
            w.move_switch(self.spec.breaker, closed=False, cause="source", cause_id=self.name)
        w.touch()

    def mend(self) -> None:
        """End what broke it: it can be started, and starts by itself where something still calls it."""
        if any(self._forced.values()):
            return
        self.reset()
        if self.callers:
            self.call(self.callers[0])

    def reset(self) -> None:
        """It may be started again."""
        self.failed = False
        self._stands_otherwise()

    def _fuelled(self) -> bool:
        w, fuel = self._world, self.spec.fuel
        if fuel is not None:
            w.turned_to.store(fuel)
        return fuel is None or (fuel not in w.bad_stores and w.truth.get(("store", fuel), 1.0) != 0.0)

    def _cancel(self, key: str) -> None:
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.cancel()


def ats_switches(world: World, transfer: str) -> tuple[str, ...]:
    """The two sides of an ATS; none for any other transfer."""
    spec = world.site.transfers[transfer]
    return (spec.normal, spec.standby) if isinstance(spec, Ats | Sts) else ()
