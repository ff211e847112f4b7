"""The knowledge of people. A fact is `(kind, id)` with a value; a belief is a value with the moment it was true.

At the start all believe the state of the scenario's mode, and a belief stays until a newer one replaces it. So a person
may be wrong, and acts on it: that is what drills find. Facts of steps, messages, cards and stores are not part of a
mode and are unknown until learned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from drillsim.plant import all_of, holds
from drillsim.schema import Compiled, Condition, follows_from
from drillsim.simulation.core.turned_to import TurnedTo

Fact = tuple[str, str]
Value = str | float
Dated = tuple[Fact, Value, int]
"""A fact with the moment it was true, ms."""
BELIEVED_KINDS = ("element", "switch", "bus", "load", "source", "function", "transfer", "in_automatic", "resource")
"""Return what an operating mode says of the plant; the rest is unknown until learned."""
BEFORE = -(10**15)
"""`as_of` of what was believed before the run."""


class Belief(NamedTuple):
    """`value` was true at `as_of`, and has been believed since `since`, when it was learned."""

    value: Value
    as_of: int
    since: int


class Learned(Protocol):
    """The callback that hears that `person` believes something of `facts` from now on, anew if it is no news."""

    def __call__(self, person: str, facts: Sequence[Fact], *, is_news: bool) -> None: ...


def _nobody_listens(person: str, facts: Sequence[Fact], *, is_news: bool) -> None:
    """For knowledge that nothing turns on."""


class Before:
    """The beliefs of everybody when a run begins. Runs that begin alike share them, and what follows from them."""

    def __init__(self, facts: Mapping[Fact, Value]) -> None:
        kept = {value: Belief(value, BEFORE, BEFORE) for value in facts.values()}
        self.beliefs: Mapping[Fact, Belief] = {fact: kept[value] for fact, value in facts.items()}
        self._answers: dict[Fact, bool | None] = {}
        self.told: dict[str, dict[str, list[str]]] = {}
        """Ids by kind and by what is believed of them, as a journal tells it; that an element is sound goes unsaid."""
        for (kind, name), value in facts.items():
            if kind != "element":
                self.told.setdefault(kind, {}).setdefault(str(value), []).append(name)

    def holds(self, name: Fact, condition: Condition) -> bool | None:
        """Return whether the condition known as `name` holds for one who has learned nothing yet of what it asks about;
        None where it is not known."""
        if name not in self._answers:
            self._answers[name] = Judge(self.beliefs.get, 0, None).holds(condition)
        return self._answers[name]


@follows_from("network", "site")
def before(dossier: Compiled, facts: frozenset[tuple[Fact, Value]]) -> Before:
    """Return the beliefs of everybody at the start, for each set of facts of a mode."""
    return Before(dict(sorted(each for each in facts if each[0][0] in BELIEVED_KINDS)))


class Knowledge:
    """The beliefs of everybody in one run."""

    def __init__(
        self,
        people: Iterable[str],
        before: Before,
        learned: Learned = _nobody_listens,
        turned_to: TurnedTo | None = None,
    ) -> None:
        self.before = before
        self._start = before.beliefs
        self._own: dict[str, dict[Fact, Belief]] = {person: {} for person in people}
        self._turned_to = turned_to or TurnedTo()
        self._learned = learned

    def of(self, person: str, fact: Fact) -> Belief | None:
        """Return the belief of `person` on `fact`; None when they know nothing of it."""
        return self._own[person].get(fact) or self._start.get(fact)

    def lookup(self, person: str) -> Callable[[Fact], Belief | None]:
        """`of` for one person."""
        own, start = self._own[person].get, self._start.get
        return lambda fact: own(fact) or start(fact)

    def knows_of(self, person: str, facts: frozenset[Fact]) -> bool:
        """Return whether `person` has learned anything in this run of one of `facts`."""
        return not self._own[person].keys().isdisjoint(facts)

    def at_start(self, fact: Fact) -> Belief | None:
        """Return the belief of everybody on `fact` before the run; None where nobody could know."""
        return self._start.get(fact)

    def since_start(self, person: str) -> Iterator[tuple[Fact, Value]]:
        """Yield the facts `person` has learned since the start; of all else they believe what stood then."""
        return ((fact, belief.value) for fact, belief in self._own[person].items())

    def learn(self, person: str, facts: Iterable[Dated], now: int) -> list[tuple[Fact, Value]]:
        """`person` comes to believe `facts` `now`; older news is dropped. Gives what of it is news."""
        own, start = self._own[person], self._start
        news: list[tuple[Fact, Value]] = []
        confirmed: list[Fact] = []
        for fact, value, as_of in facts:
            old = own.get(fact) or start.get(fact)
            if old is None:
                own[fact] = Belief(value, as_of, now)
                news.append((fact, value))
            elif old.as_of > as_of:
                if old.value != value:
                    self._turned_to.dates_of(person)
            elif old.value == value:
                own[fact] = Belief(value, as_of, old.since)
                confirmed.append(fact)
            else:
                own[fact] = Belief(value, as_of, now)
                news.append((fact, value))
        self._tell(person, news, confirmed)
        return news

    def _tell(self, person: str, news: Sequence[tuple[Fact, Value]], confirmed: Sequence[Fact]) -> None:
        if news:
            self._learned(person, [fact for fact, _ in news], is_news=True)
        if confirmed:
            self._learned(person, confirmed, is_news=False)

    def correct(self, person: str, fact: Fact, value: Value | None, now: int) -> Value | None:
        """Make `person` believe `value` from now on, whatever they believed; without one, what stood before the run.
        Return what they believe then, None for nothing."""
        start = self._start.get(fact)
        if value is None and start is not None:
            value = start.value
        if value is None:
            self._own[person].pop(fact, None)
        else:
            self._own[person][fact] = Belief(value, now, now)
        self._learned(person, (fact,), is_news=True)
        return value

    def facts_of(self, person: str) -> dict[Fact, Belief]:
        """All that `person` believes now, by fact."""
        return {**self._start, **self._own[person]}

    def share(self, people: Iterable[str], now: int, come: str) -> dict[str, list[tuple[Fact, Value]]]:
        """People in one place tell each other all they know, as `come` has come to them; gives each one's news."""
        group = list(people)
        newest: dict[Fact, Belief] = {}
        whose: dict[Fact, str] = {}
        for person in group:
            for fact, belief in self._own[person].items():
                known = newest.get(fact)
                if known is not None and known.value != belief.value:
                    self._contradict(person, whose[fact])
                if known is None or belief.as_of > known.as_of:
                    newest[fact], whose[fact] = belief, person
        return {person: self._take(person, newest, now, whose, come) for person in group}

    def _contradict(self, *people: str) -> None:
        """Note them all and the age of their beliefs: both decide which of them is believed."""
        self._turned_to.people(people)
        for person in people:
            self._turned_to.dates_of(person)

    def brief(self, person: str, by: str, now: int) -> list[tuple[Fact, Value]]:
        """`by` tells `person` all they know; gives the news."""
        told = self._own[by]
        return self._take(person, told, now, dict.fromkeys(told, by), by)

    def _take(
        self, person: str, beliefs: Mapping[Fact, Belief], now: int, whose: Mapping[Fact, str], come: str
    ) -> list[tuple[Fact, Value]]:
        own, start = self._own[person], self._start
        news: list[tuple[Fact, Value]] = []
        confirmed: list[Fact] = []
        for fact, belief in beliefs.items():
            old = own.get(fact) or start.get(fact)
            if old is not None and old.as_of >= belief.as_of:
                if old.value != belief.value:
                    self._turned_to.dates_of(person)
                continue
            is_news = old is None or old.value != belief.value
            self._note(person, {whose[fact], come} - {person}, is_news=is_news)
            since = now if old is None or is_news else old.since
            own[fact] = Belief(belief.value, belief.as_of, since)
            if is_news:
                news.append((fact, belief.value))
            else:
                confirmed.append(fact)
        self._tell(person, news, confirmed)
        return news

    def _note(self, person: str, givers: Iterable[str], *, is_news: bool) -> None:
        """Note that the person has their beliefs, or the age of them, from these."""
        for giver in givers:
            if is_news:
                self._turned_to.person(giver)
                self._turned_to.dates_of(giver)
            else:
                self._turned_to.refreshed_by_person(person, giver)


class Judge:
    """Evaluates conditions: True, False, or None where it is not known. `wake` is told when a `for` will be over."""

    def __init__(self, lookup: Callable[[Fact], Belief | None], now: int, wake: Callable[[int], None] | None) -> None:
        self._lookup, self._now, self._wake = lookup, now, wake
        self._wake_ms: int | None = None

    def holds(self, condition: Condition) -> bool | None:
        """Return whether `condition` holds as far as is known; None where it is not."""
        return holds(condition, self._leaf)

    def _leaf(self, leaf: Condition) -> bool | None:
        facts = leaf.facts
        answer = self.fits(leaf, facts[0]) if len(facts) == 1 else all_of([self.fits(leaf, fact) for fact in facts])
        if self._wake_ms is not None and self._wake is not None:
            self._wake(self._wake_ms)
        return answer

    def fits(self, condition: Condition, fact: Fact) -> bool | None:
        """Return whether what is known of one thing a leaf asks about is what it asks for."""
        belief = self._lookup(fact)
        if belief is None:
            return False if condition.kind in ("step", "message") else None
        if not _fits(condition, belief.value):
            return False
        due = belief.since + condition.for_
        if due > self._now:  # only where there is a `for`
            self._wake_ms = due if self._wake_ms is None else min(due, self._wake_ms)
            return False
        return True


def missing(condition: Condition, judge: Judge) -> tuple[Fact, ...]:
    """The leaves of `condition` that do not hold yet, as facts, in file order."""
    return tuple(
        (leaf.kind, subject)
        for leaf in condition.leaves()
        for subject, fact in zip(leaf.subjects, leaf.facts, strict=True)
        if judge.fits(leaf, fact) is not True
    )


def _fits(condition: Condition, value: Value) -> bool:
    if value == condition.state:
        return True
    if isinstance(value, float):
        low = condition.above_percent is None or value > condition.above_percent
        return low and (condition.below_percent is None or value < condition.below_percent)
    return condition.kind == "source" and condition.state == "dead" and value == "failed"
