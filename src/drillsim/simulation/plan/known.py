"""The knowledge people of a run have of the plan: which card is triggered, which step is ready, what a step waits for.

This is all an operator gets to see. Conditions are tested on each candidate's own knowledge; only the counterfactual
that costs a `not_known` wait looks at the world.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from drillsim.schema import After, Card, Condition, Option
from drillsim.simulation.core.knowledge import BEFORE, Belief, Fact, Judge, missing
from drillsim.simulation.core.turned_to import TurnedTo
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.agenda import Agenda
from drillsim.simulation.plan.card_run import CardRun, StepRun
from drillsim.simulation.plan.gate import Gate
from drillsim.simulation.plan.permits import Permits
from drillsim.simulation.plan.progress import SATISFIED, Progress
from drillsim.simulation.plan.question import NOT_YET, Question, Readiness
from drillsim.simulation.plan.turns_on import turns_on

Lookup = Callable[[Fact], Belief | None]
FAILED = ("failed", "timed_out")
SETTLED = (*SATISFIED, "received")


class Known:
    """The view of one run that operators decide on."""

    def __init__(
        self, world: World, people: People, progress: Progress, agenda: Agenda, gate: Gate, permits: Permits
    ) -> None:
        self._world, self._people, self._progress, self._agenda = world, people, progress, agenda
        self._gate, self._permits = gate, permits
        self._lookups: dict[str, Lookup] = {}
        """Function by which each person's knowledge is looked up."""
        self._asking: Question | None = None
        """The question that is being answered."""
        self._is_asleep = False
        """True where what is asked now has nobody look again."""
        self._may_begin_again = any(run.card.again for run in progress.cards.values())
        self._asked = turns_on(world.case.dossier).asked

    # -- cards -----------------------------------------------------------------------------------------------------
    def cards_in_doubt(self) -> list[Card]:
        """Idle cards whose trigger may hold for somebody now."""
        return [self._progress.cards[question.name].card for question in self._agenda.in_doubt("due")]

    def ends_in_doubt(self) -> list[Card]:
        """Active cards that may be over."""
        return [self._progress.cards[question.name].card for question in self._agenda.in_doubt("over")]

    def who_knows_trigger(self, card: Card) -> str | None:
        """The first holder of the activating role on duty who knows that the trigger holds."""
        question = self._asking = self._agenda.of("due", card.id)
        if self._agenda.standing(question) is not None:
            return None
        run, holders = self._progress.cards[card.id], self._people.holders(card.activation.by)
        if run.number > 1:
            first = self._first_anew(run, holders, question)
        else:
            on_duty = (person for person in holders if person.on_duty)
            first = next((person.id for person in on_duty if self._holds_for(person, question, card.trigger)), None)
            if first is not None:
                self._world.turned_to.person(first)
        if first is None:
            self._agenda.keep(question, NOT_YET)
        return first

    def _first_anew(self, run: CardRun, holders: list[PersonState], question: Question) -> str | None:
        """The first on duty for whom the trigger of a card that was over before is met anew."""
        met = [person.id for person in holders if self._holds_for(person, question, run.card.trigger)]
        names = [person.id for person in holders]
        self._world.turned_to.people(names)
        return next((name for name in run.newly(names, met) if self._people.states[name].on_duty), None)

    def is_over(self, card: Card) -> bool:
        """Return whether the leader knows that the card's end has come, or every step is over."""
        question = self._asking = self._agenda.of("over", card.id)
        if not self._progress.cards[card.id].open:
            return True
        if self._agenda.standing(question) is None:
            leader = self._people.states[self._progress.cards[card.id].leader]
            if card.ends is not None and self._holds_for(leader, question, card.ends):
                return True
            self._agenda.keep(question, NOT_YET)
        return False

    def leader_of(self, card: Card) -> str:
        """Return the person who has activated it."""
        return self._progress.cards[card.id].leader

    # -- asked about, whatever is due: nothing is kept, and nobody looks again because of it ------------------------
    @contextmanager
    def asleep(self) -> Iterator[None]:
        """Leave the run as it is, whatever is asked meanwhile."""
        notes, self._world.turned_to = self._world.turned_to, TurnedTo()
        self._is_asleep = True
        try:
            yield
        finally:
            self._is_asleep, self._world.turned_to = False, notes

    def knows_trigger(self, person: str, card: Card) -> bool:
        """Return whether the person knows that the card's trigger holds."""
        asked = Question("due", card.id, card.id, "", minds_dates=False)
        return self._holds_for(self._people.states[person], asked, card.trigger) is True

    def knows_end(self, person: str, card: Card) -> bool:
        """Return whether the person knows that the card's end has come."""
        asked = Question("over", card.id, card.id, "", minds_dates=False)
        return card.ends is not None and self._holds_for(self._people.states[person], asked, card.ends) is True

    def as_known_to(self, person: str, run: StepRun) -> Readiness:
        """Return whether the step is ready, not needed, or waits for what, as this person knows."""
        state = self._people.states[person]
        if run.status == "resting":
            return Readiness(skip_by=person) if self.is_enough(state, run) else Readiness(reason="resting")
        return self._for(state, run)

    # -- steps -----------------------------------------------------------------------------------------------------
    def steps_in_doubt(self) -> list[tuple[str, str]]:
        """Steps that may be ready, or not needed, now, with the role that does them."""
        runs = (self._progress.steps[question.name] for question in self._agenda.in_doubt("step"))
        return [(run.name, run.step.by.operator) for run in runs]

    def waits(self) -> list[tuple[StepRun, Readiness]]:
        """Waiting steps that were looked at in this instant, and their readiness."""
        runs = (self._progress.steps[question.name] for question in self._agenda.to_say())
        return [(run, self.readiness(run.name)) for run in runs if run.status == "waiting"]

    def readiness(self, name: str) -> Readiness:
        """Return whether the step is ready for somebody, as far as each candidate knows, and nothing else holds it
        up."""
        run = self._progress.steps[name]
        assert run.question is not None
        answer = self._agenda.standing(run.question)
        if answer is None:
            answer = self._put(run, run.question)
        return (self._gate.holds_up(run) or answer) if answer.people else answer

    def _put(self, run: StepRun, question: Question) -> Readiness:
        self._asking = question
        held_up = run.status != "resting" and _is_held_up(self._progress, run)
        answer = self._work_out(run, held_up)
        if held_up or not self._world.what_if.skips(run.name, "not_known"):  # else it goes by the world
            self._agenda.keep(question, answer, held_up=held_up)
        return answer

    def _work_out(self, run: StepRun, held_up: bool) -> Readiness:
        candidates = self._people.any_of(run.roles)
        if run.status == "resting":
            enough = next((person.id for person in candidates if self.is_enough(person, run)), "")
            self._world.turned_to.people([enough] if enough else [])
            return Readiness(skip_by=enough, reason="" if enough else "resting")
        if not candidates:
            return Readiness(reason="person_busy", on=run.roles)
        if held_up:  # nobody can know of what has not happened: the first who knows of the card speaks for all
            first = self._for(candidates[0], run)
            return self._who_knows_more(candidates, run, first) if _no_card(first, run) else first
        return self._ask(run, candidates)

    def _who_knows_more(self, candidates: list[PersonState], run: StepRun, first: Readiness) -> Readiness:
        """The answer of the next who knows of the card; `first` where nobody does."""
        answers = ((person, self._for(person, run)) for person in candidates[1:])
        person, answer = next((each for each in answers if each[1].on != first.on), (candidates[0], first))
        self._world.turned_to.person(person.id)
        return answer

    def _ask(self, run: StepRun, candidates: list[PersonState]) -> Readiness:
        """Return what the candidates know of it, together."""
        answers: list[Readiness] = []
        for person in candidates:
            answers.append(self._for(person, run))
            if run.pool and answers[-1].people:  # who of them goes is settled when one is free
                self._world.turned_to.person(person.id)
                return answers[-1]
        ready = tuple(p.id for p, answer in zip(candidates, answers, strict=True) if answer.people)
        if ready:
            self._world.turned_to.person(ready[0])
            return Readiness(people=ready)
        skip = next((answer for answer in answers if answer.skip_by), None)
        if skip is None:
            return self._nearest(run, candidates, answers)
        self._world.turned_to.person(skip.skip_by)
        return skip

    def _nearest(self, run: StepRun, candidates: list[PersonState], answers: list[Readiness]) -> Readiness:
        """Return the answer of the candidate who has come furthest through what is asked of them; of several the
        first."""
        if all(answer == answers[0] for answer in answers):
            return answers[0]
        asks = self._card_known, self._after, self._until, self._when

        def distance(number: int) -> tuple[int, int]:
            person = candidates[number]
            passed = next((n for n, ask in enumerate(asks) if ask(person, run) is not None), len(asks))
            return -passed, len(self.unmet(person, run))

        nearest = min(range(len(answers)), key=distance)
        self._world.turned_to.person(candidates[nearest].id)
        return answers[nearest]

    def may_begin(self, person: PersonState, run: StepRun) -> bool:
        """Return whether the step is ready as far as this person knows."""
        return bool(self._for(person, run).people)

    def check_holds(self, person: PersonState, condition: Condition, since_ms: int = BEFORE) -> bool | None:
        """Return whether `person` has learned in this run, after `since_ms`, that `condition` holds; None where they do
        not know. A belief from before checks nothing."""
        knowledge = self._people.knowledge
        self._world.turned_to.dates_of(person.id)

        def learned(fact: Fact) -> Belief | None:
            belief = knowledge.of(person.id, fact)
            return belief if belief is not None and belief.as_of > since_ms else None

        return Judge(self._with_groups(learned, person.id), self._world.now, self._wake_at).holds(condition)

    def is_settled(self) -> bool:
        """Return whether there is nothing to decide that has not been looked at."""
        rest = self._progress.choosing or self._progress.offered or self._permits.decided()
        return self._agenda.is_settled and not rest

    def answers(self) -> list[tuple[str, str, str, bool]]:
        """Return the permits whose answer the plan has: permit, the role that gives it, who was asked, whether they
        give it."""
        return self._permits.decided()

    def offered(self) -> list[tuple[str, str]]:
        """Restarts and safe stops nobody has taken up yet, with the role that does them."""
        return [(run.name, run.step.by.operator) for run in self._progress.offered.values()]

    def choices(self) -> list[tuple[str, str, str, Option]]:
        """Return the decisions somebody has come to, with the role, the person and the first way they know to hold."""
        found = []
        for run in self._progress.choosing.values():
            option = None if run.chosen else self.choice(self._people.states[run.by[0]], run)
            if option is not None:
                found.append((run.name, run.step.by.operator, run.by[0], option))
        return found

    def choice(self, person: PersonState, run: StepRun) -> Option | None:
        """The first way of a decision whose condition the person knows to hold; None while there is none."""
        judge = self._judge(person, run)
        return next((o for o in run.step.options if o.when is None or judge.holds(o.when) is True), None)

    def unmet(self, person: PersonState, run: StepRun) -> tuple[str, ...]:
        """Ids the person would have to know about before the step, beyond its predecessors."""
        judge = self._judge(person, run)
        return tuple(
            dict.fromkeys(
                name for c in run.step.requires if judge.holds(c) is not True for _, name in missing(c, judge)
            )
        )

    def _for(self, person: PersonState, run: StepRun) -> Readiness:
        return (
            self._card_known(person, run)
            or self._after(person, run)
            or self._batch(run)
            or self._until(person, run)
            or self._when(person, run)
            or self._requires(person, run)
        )

    def _card_known(self, person: PersonState, run: StepRun) -> Readiness | None:
        if run.card is None:
            return None
        belief = self._lookup(person, run)(("card", run.card.name))
        return None if belief is not None else Readiness(reason="not_known", on=(run.card_id,))

    def _after(self, person: PersonState, run: StepRun) -> Readiness | None:
        lookup = self._lookup(person, run)
        if run.parents and not any(_is_known(lookup, parent, FAILED) for parent in run.parents):
            happened = tuple(p for p in run.parents if self._progress.steps[p].status in FAILED)
            reason = "not_known" if happened else "predecessor"
            return Readiness(reason=reason, on=happened or run.parents)
        names = run.step.predecessors
        missing_steps = tuple(name for name in names if not self._passed(name, lookup))
        if isinstance(run.step.after, After) and len(missing_steps) < len(names):
            missing_steps = ()
        missing_steps += tuple(name for name in run.also if not self._passed(name, lookup))
        return self._not_yet(missing_steps) if missing_steps else None

    def _not_yet(self, names: tuple[str, ...]) -> Readiness:
        """Return the reason for a step not known to be done: predecessor where it is not; not known where it is, but
        nobody told the person."""
        names = tuple(self._progress.latest.get(name, name) for name in names)
        open_ = tuple(name for name in names if not self._progress.satisfied(name))
        return Readiness(reason="predecessor", on=open_) if open_ else Readiness(reason="not_known", on=names)

    def _passed(self, step: str, lookup: Lookup) -> bool:
        return all(self._passed_one(name, lookup) for name in self._progress.names(step))

    def _passed_one(self, name: str, lookup: Lookup) -> bool:
        belief = lookup(("step", name))
        run = self._progress.steps[name]
        if run.status == "skipped" and any(_is_known(lookup, choice, SATISFIED) for choice in run.decided_by):
            return True
        if belief is None:  # a branch is off the table for whoever knows that nothing failed
            return bool(run.parents) and all(_is_known(lookup, parent, SATISFIED) for parent in run.parents)
        return self._progress.passes(run, belief.value, lambda branch: lookup(("step", branch)) is not None)

    def _batch(self, run: StepRun) -> Readiness | None:
        """The batch before is over, and the gap after it."""
        before = run.batch.before if run.batch else None
        if run.batch is None or before is None:
            return None
        goes_ms = before.over_ms + run.batch.gap_ms
        if before.open == 0 and self._world.now >= goes_ms:
            return None
        if before.open == 0:
            self._wake_at(goes_ms)
        return Readiness(reason="predecessor", on=tuple(before.names))

    def _until(self, person: PersonState, run: StepRun) -> Readiness | None:
        """Return the facts a `wait` waits for; nobody stands idle meanwhile. A step that is repeated is needed no
        longer."""
        until = run.step.until
        if run.step.every is not None:
            return Readiness(skip_by=person.id) if self.is_enough(person, run) else None
        judge = self._judge(person, run)
        if until is None or judge.holds(until) is True:
            return None
        return Readiness(reason="not_known", on=tuple(name for _, name in missing(until, judge)))

    def is_enough(self, person: PersonState, run: StepRun) -> bool:
        """Return whether the person has learned that a repeated step is to be repeated no longer: in this pass of its
        card, for one who never heard that the mains were lost believes them live all the time."""
        if run.step.every is None or run.step.until is None:
            return False
        return self.check_holds(person, run.step.until, run.card.since_ms if run.card else BEFORE) is True

    def _when(self, person: PersonState, run: StepRun) -> Readiness | None:
        when = run.step.when
        if when is None:
            return None
        judge = self._judge(person, run)
        answer = judge.holds(when)
        if answer is False:
            return Readiness(skip_by=person.id)
        if answer is None and run.step.if_unknown == "wait":
            return Readiness(reason="not_known", on=tuple(name for _, name in missing(when, judge)))
        return None

    def _requires(self, person: PersonState, run: StepRun) -> Readiness:
        unmet = self.unmet(person, run)
        if unmet and run.step.if_unknown == "wait":
            return Readiness(reason="not_known", on=unmet)
        return Readiness(people=(person.id,))

    # -- looking up ------------------------------------------------------------------------------------------------
    def _holds_for(self, person: PersonState, question: Question, condition: Condition) -> bool | None:
        """Return whether a card's trigger or end holds, as the person knows; None where they do not. They have mostly
        learned nothing of it yet."""
        knowledge, card = self._people.knowledge, self._progress.cards[question.name]
        thing = question.kind, question.name
        nothing = not self._progress.latest and not knowledge.knows_of(person.id, self._asked[thing])
        if self._world.what_if.stands(nothing):
            return knowledge.before.holds(thing, condition)
        return self._judge(person, None, card).holds(condition)

    def _judge(self, person: PersonState, run: StepRun | None, card: CardRun | None = None) -> Judge:
        """`card` is the step's own unless it is named: what is asked is asked in that pass of it."""
        asking = card or (run.card if run is not None else None)
        lookup = self._lookup(person, run)
        if asking is not None and asking.number > 1:
            self._world.turned_to.dates_of(person.id)
            lookup = _since(lookup, asking.since_ms)
        return Judge(lookup, self._world.now, self._wake_at)

    def _lookup(self, person: PersonState, run: StepRun | None) -> Lookup:
        if run is not None and self._world.what_if.skips(run.name, "not_known"):
            return self._with_groups(self._true_belief, person.id)
        source = person.id
        if run is not None and run.card is not None and not person.on_duty and run.card.leader:
            source = run.card.leader  # called in and briefed by the card's leader
        if source not in self._lookups:
            self._lookups[source] = self._with_groups(self._people.knowledge.lookup(source), source)
        return self._lookups[source]

    def _with_groups(self, lookup: Lookup, person: str) -> Lookup:
        """A step carried out for many is known to be done when every instance is."""
        groups = self._progress.groups
        if self._may_begin_again:
            lookup = self._of_latest(lookup)
        if not groups:
            return lookup
        return lambda fact: self._of_group(fact, lookup, person) if fact[1] in groups else lookup(fact)

    def _of_latest(self, lookup: Lookup) -> Lookup:
        """A step is known by what it is called in the latest pass of its card."""
        latest = self._progress.latest
        return lambda fact: lookup((fact[0], latest[fact[1]]) if fact[0] == "step" and fact[1] in latest else fact)

    def _of_group(self, fact: Fact, lookup: Lookup, person: str) -> Belief | None:
        if not self._progress.ended(fact[1]):
            return None
        beliefs = [lookup((fact[0], name)) for name in self._progress.groups[fact[1]]]
        known = [belief for belief in beliefs if belief is not None]
        if len(known) < len(beliefs):
            return None
        self._world.turned_to.dates_of(person)
        last = max(known, key=lambda belief: belief.as_of)
        worst = next((b.value for b in known if b.value not in SETTLED), last.value)
        return Belief(worst, last.as_of, max(belief.since for belief in known))

    def _true_belief(self, fact: Fact) -> Belief | None:
        if fact[0] in ("card", "message"):
            return Belief("active" if fact[0] == "card" else "received", BEFORE, BEFORE)
        value = self._world.truth.get(fact)
        return None if value is None else Belief(value, BEFORE, BEFORE)

    def _wake_at(self, t_ms: int) -> None:
        if not self._is_asleep:
            self._agenda.put_again_at(self._asking, t_ms)


def _since(lookup: Lookup, since_ms: int) -> Lookup:
    """As `lookup`, but of messages only those received after `since_ms`: an earlier one was about something else."""

    def found(fact: Fact) -> Belief | None:
        belief = lookup(fact)
        if belief is None or fact[0] != "message":
            return belief
        return Belief(belief.value, belief.as_of, max(belief.since, belief.as_of)) if belief.as_of > since_ms else None

    return found


def _no_card(answer: Readiness, run: StepRun) -> bool:
    """Return whether the person does not even know of the card."""
    return answer.reason == "not_known" and answer.on == (run.card_id,)


def _is_known(lookup: Lookup, step: str, states: tuple[str, ...]) -> bool:
    belief = lookup(("step", step))
    return belief is not None and belief.value in states


def _is_held_up(progress: Progress, run: StepRun) -> bool:
    """Return whether something that must come before the step is not over, whatever anybody knows."""
    if run.parents:  # whether a branch is due depends on what is known of its parent
        return False
    names, over = run.step.predecessors, progress.may_be_known
    any_is_enough = isinstance(run.step.after, After)
    held = not any(map(over, names)) if names and any_is_enough else not all(map(over, names))
    before = run.batch.before if run.batch else None
    return held or not all(map(over, run.also)) or (before is not None and before.open > 0)
