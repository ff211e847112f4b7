"""The states of the customer's functions: normal, riding through, lost, safely stopped, restarting, harmed. Power back
is not service back, and for a plant the question may be a safe stop before harm.

A lost function may switch loads off or on. Those it needs itself come back with its restart; the others stay until
somebody starts them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drillsim.dependency import function_order
from drillsim.network import is_fed
from drillsim.schema import Compiled, Function, Need, OnLost, follows_from, rated_kw
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.knowledge import Fact
from drillsim.simulation.core.load_state import SWITCHED
from drillsim.simulation.core.looks import Key, Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.functions.measures import Measures

_BEST_FIRST = ("met", "riding", "failed")
WORKING = ("normal", "riding_through")
STOPPED = ("lost", "safe_stopped")
COMES_BACK = ("restarting", *STOPPED)
WORKS = "works"
"""Kind of movement when a function begins or ends to work: who needs it does not mind in which state it works."""
OWN = "own course"
"""Kind of movement when something else than its look changes the state of a function."""
Leaves = tuple[tuple[str, Need], ...]
"""Needs without parts, by id."""
Work = Callable[[str, str, Callable[[], bool], Callable[[], None]], None]
"""Has a function restarted or safely stopped, by the people it takes or by itself: its id; `restart` or `safe_stop`;
whether that is still due; what happens when it is done."""


class FunctionUnit:
    """One function. A need that is gone is ridden through for its time; then the function is lost."""

    def __init__(self, world: World, name: str, spec: Function, leaves: Leaves, work: Work, measures: Measures) -> None:
        self._world, self.name, self.spec, self._work, self._measures = world, name, spec, work, measures
        self._leaves = leaves
        """Its needs, one by one."""
        self.state = "normal"
        self._own: Fact = (OWN, name)
        self.missed: dict[str, int] = {}
        """Needs that have been away in this loss, each with since when, ms."""
        self._gone: dict[int, int] = {}
        """Since when each part of the need is gone, by its place in the tree."""
        self._restarts = self._losses = 0
        self._kept_stopped = False
        """Stopped by a step of the plan; it stays so until a step starts it."""
        self._ride: Timer | None = None
        self._ride_ends_ms: int | None = None
        self._harm: Timer | None = None
        self._harm_ms = 0
        """Time it comes to harm, ms."""
        self._held_ms: int | None = None
        """Time left to harm when a measure took the function's place, ms."""

    def wakes(self) -> tuple[Key, ...]:
        """All it goes by: its needs and its turn, what becomes of it otherwise than by looking, loads it has switched
        off itself, measures."""
        spec = self.spec
        needs = [each for _, each in self._needs()]
        own = {load for act in spec.on_lost for load in act.load} & set(needs)
        return (
            *((WORKS if kind == "function" else kind, each) for kind, each in self._needs()),
            *(("function", each) for each in spec.after),
            self._own,
            *((SWITCHED, each) for each in own),
            *((Moved.LIFE, Moved.LOW) if own else ()),
            *((Moved.SPOILT,) if any(kind == "store" for kind, _ in self._needs()) else ()),
            *((Moved.MEASURES,) if self._measures.may_bridge((self.name, *needs)) else ()),
        )

    def _needs(self) -> list[Fact]:
        return [(self._world.kind_of.get(subject, ""), subject) for subject, _ in self._leaves]

    def look(self) -> None:
        """Judges the needs and goes to the next state."""
        if self.state == "harmed":
            return
        left: list[int] = []
        found, _ = self._judge(self.spec.needs, 0, left)
        self._wake(min(left, default=None))
        for need in self._because():
            self.missed.setdefault(need, self._world.now)
        protected = self._measures.bridges(self.name)
        self._protect(protected)
        if found == "failed" and protected and self.state in WORKING:
            self._go("riding_through")
        elif found == "failed":
            self._lose()
        elif self.state in WORKING:
            self._go("normal" if found == "met" else "riding_through")
        elif self.state in STOPPED and found == "met" and not self._kept_stopped and self._turn_has_come():
            self._come_back()  # what one can ride without, one does not begin without

    def stands_stopped(self, *, stopped: bool) -> None:
        """Before the run: stopped in good order until a step starts it, or in good order again."""
        self._kept_stopped = stopped
        self.state = "safe_stopped" if stopped else "normal"
        self._world.hold(("function", self.name), self.state)
        self._world.moved(self._own)

    def say_what_stands(self) -> None:
        """Begin the consequences of a loss that stands when the run begins: they count from then."""
        if self.state == "lost":
            self._bring_about()

    # -- needs -----------------------------------------------------------------------------------------------------
    def _judge(self, need: Need, place: int, left: list[int]) -> tuple[str, int]:
        """met, riding or failed; and the next free place in the tree. `left` collects what remains of rides, ms."""
        parts = need.all_ or need.any_
        here, place = place, place + 1
        if not parts:
            return self._ridden("met" if self._met(need) else "failed", need, here, left), place
        ranks = []
        for part in parts:
            state, place = self._judge(part, place, left)
            ranks.append(_BEST_FIRST.index(state))
        together = _BEST_FIRST[need.together(ranks, self._rated_kw)]
        return self._ridden(together, need, here, left), place

    def _rated_kw(self, name: str) -> float:
        return rated_kw(self._world.case.dossier).get(name, 0.0)

    def _ridden(self, state: str, need: Need, place: int, left: list[int]) -> str:
        if state != "failed":
            self._gone.pop(place, None)
            return state
        since = self._gone.setdefault(place, self._world.now)
        rest = since + need.rides - self._world.now
        if rest <= 0:
            return "failed"
        left.append(rest)
        return "riding"

    def _met(self, need: Need) -> bool:
        w, subject = self._world, need.subject or ""
        kind = w.kind_of.get(subject, "")
        value = w.truth.get((kind, subject))
        if self._measures.bridges(subject):
            return True
        if kind == "function":
            return value in WORKING
        if kind == "store":
            w.turned_to.store(subject)
            return isinstance(value, float) and value > 0 and subject not in w.bad_stores
        return value == "live" or (w.loads.off.get(subject) == self.name and self._is_fed(subject))

    def _is_fed(self, load: str) -> bool:
        """Return whether a load it switched off itself is there again: its bus is live, at a voltage it can run at."""
        w = self._world
        return load not in w.loads.low and is_fed(w.cords[w.net.load_index[load]], w.live)

    def _turn_has_come(self) -> bool:
        truth = self._world.truth
        return all(truth.get(("function", each)) == "normal" for each in self.spec.after)

    # -- states ----------------------------------------------------------------------------------------------------
    def _lose(self) -> None:
        if self.state in STOPPED:
            return
        self._losses += 1
        self._restarts += 1  # one that is under way comes to nothing
        self._go("lost")
        if not self._world.quiet:
            self._bring_about()

    def _bring_about(self) -> None:
        """Begin the consequences of its loss: harm, a safe stop, what it switches."""
        harm, number = self.spec.harm, self._losses
        if harm is not None and self._harm is None:
            self._harm_in(harm.after)
        if self.spec.safe_stop is not None:
            is_due = lambda: self.state == "lost" and number == self._losses  # noqa: E731
            self._work(self.name, "safe_stop", is_due, lambda: self._safely_stopped(number))
        for act in self.spec.on_lost:
            self._world.kernel.after(act.after, Priority.SOURCE, self._switcher(act, number))

    def _safely_stopped(self, number: int) -> None:
        """In time: no harm. A stop overtaken by a return or by harm does not count."""
        if self.state == "lost" and number == self._losses:
            self._no_harm()
            self._world.moved(self._own)
            self._go("safe_stopped")

    def stop_by_hand(self) -> bool:
        """The end of a step that stops it in good order, before or after the loss; False when it is harmed already."""
        if self.state == "harmed":
            return False
        self._kept_stopped = True
        self._world.moved(self._own)
        self._no_harm()
        self._go("safe_stopped")
        return True

    def start_by_hand(self) -> bool:
        """The end of a step that starts it again, which takes the place of its own restart; False while what it needs
        is not there, or when it is harmed."""
        if self.state == "harmed" or self._judge(self.spec.needs, 0, [])[0] != "met":
            return False
        self._kept_stopped = False
        self._no_harm()
        self._restarts += 1
        self._restarted(self._restarts)
        return True

    def _switcher(self, act: OnLost, number: int) -> Callable[[], None]:
        def switch() -> None:
            if self.state not in WORKING and number == self._losses:
                for load in act.load:
                    self._world.switch_load(load, on=act.to == "on", cause=self.name)

        return switch

    def _harm_in(self, ms: int) -> None:
        self._harm, self._harm_ms = self._world.kernel.after(ms, Priority.SOURCE, self._hurt), self._world.now + ms

    def _protect(self, protected: bool) -> None:
        """A measure that replaces the function holds up its harm while it lasts; then the rest of the time runs on."""
        if protected and self._harm is not None:
            self._held_ms = self._harm_ms - self._world.now
            self._no_harm()
        elif not protected and self._held_ms is not None:
            left, self._held_ms = self._held_ms, None
            if self.state == "lost":
                self._harm_in(left)

    def _hurt(self) -> None:
        self._harm = None
        if self.state == "lost":
            self._go("harmed")

    def _come_back(self) -> None:
        self._no_harm()
        self._restarts += 1
        number = self._restarts
        if self.spec.restart is None or self._world.quiet:
            self._restarted(number)
        else:
            self._go("restarting")
            is_due = lambda: self.state == "restarting" and number == self._restarts  # noqa: E731
            self._work(self.name, "restart", is_due, lambda: self._restarted(number))

    def _restarted(self, number: int) -> None:
        """A restart is finished; one that was overtaken by a new loss does not count."""
        if self.state in COMES_BACK and number == self._restarts:
            needed = {subject for subject, _ in self._leaves}
            for load, cause in list(self._world.loads.off.items()):
                if cause == self.name and load in needed:
                    self._world.switch_load(load, on=True, cause=self.name)
            self._go("normal")

    def _no_harm(self) -> None:
        if self._harm is not None:
            self._harm.cancel()
            self._harm = None

    def _go(self, state: str) -> None:
        if state == self.state:
            return
        worked, self.state = self.state in WORKING, state
        w, because = self._world, self._because()
        if state == "normal":
            self.missed.clear()
            if because:  # what it goes on without counts from now
                w.moved(self._own)
        w.emit("function_changed", function=self.name, state=state, because=because)
        w.note(("function", self.name), state)
        if worked != (state in WORKING):
            w.moved((WORKS, self.name))
        w.touch()

    def _because(self) -> list[str]:
        return [subject for subject, leaf in self._leaves if not self._met(leaf)]

    def _wake(self, rest_ms: int | None) -> None:
        ends_ms = None if rest_ms is None else self._world.now + rest_ms
        if ends_ms == self._ride_ends_ms:
            return
        self._ride_ends_ms = ends_ms
        if self._ride is not None:
            self._ride.cancel()
            self._ride = None
        if rest_ms is not None:
            self._ride = self._world.kernel.after(rest_ms, Priority.SOURCE, self._ridden_out)

    def _ridden_out(self) -> None:
        self._ride, self._ride_ends_ms = None, None
        self._world.moved(self._own)
        self._world.touch()


@follows_from("site")
def _leaves(dossier: Compiled) -> Mapping[str, Leaves]:
    """Return what each function needs, one by one, in file order, by id."""
    specs = dossier.site.functions.items()
    return {name: tuple((leaf.subject, leaf) for leaf in spec.needs.leaves() if leaf.subject) for name, spec in specs}


@follows_from("site")
def _in_order(dossier: Compiled) -> tuple[str, ...]:
    return function_order(dossier)


class Functions:
    """All functions of one run, those first that others need."""

    def __init__(self, world: World, work: Work) -> None:
        specs, leaves = world.site.functions, _leaves(world.case.dossier)
        self.measures = Measures(world)
        self.units = {
            name: FunctionUnit(world, name, specs[name], leaves[name], work, self.measures)
            for name in _in_order(world.case.dossier)
        }
        for name in specs:
            world.hold(("function", name), "normal")

    def say_what_stands(self) -> None:
        """Those that are lost when the run begins."""
        for unit in self.units.values():
            unit.say_what_stands()
