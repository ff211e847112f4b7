"""Steps as they begin, are left out, wait too long, or come up by themselves because a function asks for them."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.schema import NO_WORDS, VERBS, Compiled, Function, Restart, SafeStop, Step, Who, follows_from
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.decide.parts import Parts
from drillsim.simulation.functions.function_news import FunctionNews
from drillsim.simulation.plan.card_run import StepRun


class Steps:
    """Carries out what is decided about steps."""

    def __init__(self, parts: Parts) -> None:
        self._world, self._people, self._progress = parts.world, parts.people, parts.progress
        self._known, self._perform = parts.known, parts.perform

    def begin(self, run: StepRun, performer: str) -> None:
        """Ready for whoever goes; done at once where `performer` knows that it is. An implicit step is taken up."""
        if self._progress.offered.pop(run.name, None) is not None:
            self._perform.crew.enqueue(run)
            return
        if run.status == "resting":
            self._progress.come_up(run)
        self._progress.go_on(run)
        run.ready_ms = self._world.now
        self._progress.move_step(run, "ready")
        self._world.emit("step_ready", step=run.name, card=run.card_id)
        person = self._people.states[performer] if performer else None
        self._world.turned_to.people([performer] if performer else [])
        check = run.step.success_check
        looks_anew = run.repeats and not VERBS[run.step.do].operates
        if person and check and not looks_anew and self._known.check_holds(person, check) is True:
            self._progress.end(run, "done", "already")
            self._people.learn(self._people.together(person), [(("step", run.name), "done")], "doing", run.name)
            self._perform.tell_of_done(run, person)
            return
        if run.step.within is not None:
            overdue = _later(self._overdue, run)
            run.timers.append(self._world.kernel.after(run.step.within, Priority.PEOPLE, overdue))
        self._perform.crew.enqueue(run)

    def skip(self, run: StepRun, person: str, *, is_known: bool) -> None:
        """Leave the step out, as the person knows it is not needed, or as they decide."""
        if is_known:
            self._perform.crew.skip(run, person)
            return
        self._progress.end(run, "skipped", "decided")
        here = self._people.together(self._people.states[person])
        self._people.learn(here, [(("step", run.name), "skipped")], "doing", run.name)

    def _overdue(self, run: StepRun) -> None:
        if run.pending or run.status == "busy":
            self._world.emit("step_overdue", step=run.name, within_ms=run.step.within)


class Restarts:
    """Functions that restart, or stop in good order: by themselves after their time, or by the people it takes."""

    def __init__(self, parts: Parts, news: FunctionNews) -> None:
        self._world, self._people, self._progress = parts.world, parts.people, parts.progress
        self._plant, self._news = parts.plant, news

    def work(self, function: str, what: str, is_due: Callable[[], bool], then: Callable[[], None]) -> None:
        """`restart` or `safe_stop` of a function; `then` is called when it is done."""
        spec = _job(self._world.site.functions[function], what)
        if spec is None:
            return
        number = self._world.demand(f"{what}/{function}")
        name = f"{what}[{function}]" if not number else f"{what}[{function}]{number + 1}"
        if spec.by is None:
            takes = self._world.luck.ms(spec.takes, f"takes/{name}")
            self._world.kernel.after(takes, Priority.SOURCE, then)
            return
        step = _implicit_step(self._world.case.dossier, function, what)
        run = StepRun(name, step, None, len(self._progress.steps), status="ready", ready_ms=self._world.now)
        run.is_due = is_due
        run.unknown = lambda person: self._unknown(function, what, person)
        run.then = lambda: self._worked(run, function, then) if run.status == "done" else again()

        def again() -> None:  # somebody has reported that it failed
            if is_due():
                self.work(function, what, is_due, then)

        self._progress.offered[name] = run
        self._progress.add(run)
        self._world.emit("step_ready", step=name, card="")
        self._world.kernel.ask(Priority.DECIDE)

    def _unknown(self, function: str, what: str, person: str) -> tuple[str, ...]:
        """Return the ids the person would have to know of before it, which may depend on how new their beliefs are."""
        self._world.turned_to.dates_of(person)
        return self._news.unknown(function, what, self._people.knowledge.lookup(person))

    def _worked(self, run: StepRun, function: str, then: Callable[[], None]) -> None:
        """The restart or stop is done, and who did it knows."""
        then()
        state = self._plant.functions.units[function].state
        for person in run.by:
            here = self._people.together(self._people.states[person])
            self._people.learn(here, [(("function", function), state)], "doing", run.name)


def _later(act: Callable[[StepRun], None], run: StepRun) -> Callable[[], None]:
    return lambda: act(run)


def _job(function: Function, what: str) -> Restart | SafeStop | None:
    return function.restart if what == "restart" else function.safe_stop


@follows_from("site")
def _implicit_step(dossier: Compiled, function: str, what: str) -> Step:
    """The restart or safe stop of a function as a step of the people it takes."""
    spec = _job(dossier.site.functions[function], what)
    assert spec is not None and spec.by is not None
    return Step(id=what, text=NO_WORDS, do="check", by=Who(operator=spec.by), place=spec.place, takes=spec.takes)
