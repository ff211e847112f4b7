"""The open decisions: one question about each card that may be due or over, and each step that may be ready.

A question is open as long as it can be put: that of a card from its being idle to its trigger, that of a step while it
waits. Once it has been answered "not yet", it is put again only when something it turns on has changed: one of the
people whose knowledge counts for it has learned a fact it asks about, came on duty or left, a step it comes after has
ended, or a time has come. An instant in which none of that happens costs nothing, however long the plan and however
many people know and do nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from drillsim.schema import first_name
from drillsim.simulation.core.kernel import Kernel, Priority
from drillsim.simulation.core.knowledge import Fact
from drillsim.simulation.core.what_if import WhatIf
from drillsim.simulation.plan.question import ORDER, Kind, Question, Readiness
from drillsim.simulation.plan.turns_on import Thing, TurnsOn

DONE_OR_SAID = ("step", "message")
_ORDER = attrgetter("order")


class Agenda:
    """The questions of one run, and which of them have to be put now."""

    def __init__(self, turns_on: TurnsOn, kernel: Kernel, what_if: WhatIf) -> None:
        self._turns_on, self._kernel, self._what_if = turns_on, kernel, what_if
        self._by_name: dict[tuple[Kind, str], Question] = {}
        self._by_written: dict[tuple[Kind, str], list[Question]] = {}
        self._doubtful: dict[Kind, dict[Question, None]] = {kind: {} for kind in ORDER}
        """Open questions without an answer that stands."""
        self._dates_count = False
        """True where there is a question that may turn on how new a belief is."""
        self._answered: dict[Question, None] = {}
        """Questions answered since somebody asked for these."""
        self._later: dict[int, dict[Question, None]] = {}
        """Questions to be put again at a moment."""

    # -- which questions there are ---------------------------------------------------------------------------------
    def open(self, question: Question, order: tuple[int, ...]) -> None:
        """From now on the question can be put; `order` is its place among those of its kind."""
        key = question.kind, question.name
        before = self._by_name.get(key)
        if before is not question:
            if before is not None:
                self.forget(before)
            self._by_name[key] = question
            self._by_written.setdefault((question.kind, question.written), []).append(question)
        question.is_open, question.order = True, (ORDER.index(question.kind), *order)
        self._dates_count |= question.minds_dates
        if question.answer is None:
            self._doubtful[question.kind][question] = None

    def close(self, question: Question) -> None:
        """Nothing is to be decided about it now; what has been answered stands as long as nothing changes."""
        question.is_open = False
        self._doubtful[question.kind].pop(question, None)

    def forget(self, question: Question) -> None:
        """It will not be put again."""
        self.close(question)
        if self._by_name.pop((question.kind, question.name), None) is not None:
            self._by_written[question.kind, question.written].remove(question)

    def of(self, kind: Kind, name: str) -> Question:
        """The question of this kind about the card or step instance."""
        return self._by_name[kind, name]

    # -- putting them ----------------------------------------------------------------------------------------------
    @property
    def is_settled(self) -> bool:
        """Return whether nothing has to be put."""
        return self._what_if.stands(not any(self._doubtful.values()))

    def in_doubt(self, kind: Kind) -> list[Question]:
        """Open questions that have to be put, in the order of the plan."""
        if self._what_if.stands(True):
            return sorted(self._doubtful[kind], key=_ORDER)
        return sorted((each for each in self._by_name.values() if each.is_open and each.kind == kind), key=_ORDER)

    def to_say(self) -> list[Question]:
        """Questions about steps that were put since the last time, and those that still have to be."""
        answered, self._answered = self._answered, {}
        steps = self._doubtful["step"] | {each: None for each in answered if each.is_open and each.kind == "step"}
        return sorted(steps, key=_ORDER)

    def standing(self, question: Question) -> Readiness | None:
        """The answer that stands; None when it has to be worked out."""
        return question.answer if self._what_if.stands(True) else None

    def keep(self, question: Question, answer: Readiness, *, held_up: bool = False) -> None:
        """Notes an answer that stands. One by which something can be done leaves the question in doubt: whether it is
        done turns on more than what people know."""
        question.answer, question.is_held_up = answer, held_up
        self._answered[question] = None
        if answer.people or answer.skip_by:
            if question.is_open:
                self._doubtful[question.kind][question] = None
        else:
            self._doubtful[question.kind].pop(question, None)

    def put_again_at(self, question: Question | None, t_ms: int) -> None:
        """Has the question put again at `t_ms`, and whoever waits look again then."""
        later = self._later.get(t_ms)
        if later is None:
            later = self._later[t_ms] = {}
            self._kernel.after(t_ms - self._kernel.now, Priority.OBSERVE, lambda: self._time_has_come(t_ms))
        if question is not None:
            later[question] = None

    def _time_has_come(self, t_ms: int) -> None:
        self._doubt(self._later.pop(t_ms))
        self._kernel.ask(Priority.DECIDE)

    # -- what they turn on -----------------------------------------------------------------------------------------
    def learned(self, person: str, facts: Sequence[Fact], *, is_news: bool) -> None:
        """`person` has come to believe something of `facts`; or, where it is no news, to believe it anew."""
        by_fact = self._turns_on.by_fact
        if not (is_news or self._dates_count):  # to have it confirmed counts for what is done and said alone
            facts = [fact for fact in facts if fact[0] in DONE_OR_SAID]
        for fact in facts:
            things = by_fact.get(fact)
            if things is None and "#" in fact[1]:
                things = by_fact.get((fact[0], first_name(fact[1])))
            if things is not None:
                self._doubt_those_who_mind(things, person, fact[0], is_news=is_news)

    def _doubt_those_who_mind(self, things: Iterable[Thing], person: str, kind: str, *, is_news: bool) -> None:
        counts = is_news or kind in DONE_OR_SAID
        for thing in things:
            for question in self._by_written.get(thing, ()):
                if (
                    (counts or question.minds_dates)
                    and (kind == "card" or not question.is_held_up)
                    and (person in self._turns_on.readers[thing] or person == question.leader)
                ):
                    self._doubt((question,))

    def came_or_went(self, person: str) -> None:
        """`person` is on duty, there or within reach, or is so no longer."""
        for thing, questions in self._by_written.items():
            if person in self._turns_on.readers[thing]:
                self._doubt(questions)

    def ended(self, step: str) -> None:
        """The step, as the plan calls it, is over, or the first has been told that it is done."""
        for thing in self._turns_on.by_end.get(step, ()):
            self._doubt(each for each in self._by_written.get(thing, ()) if not each.is_held_up)
        for thing in self._turns_on.held_until.get(step, ()):
            self._doubt(self._by_written.get(thing, ()))

    def doubt(self, kind: Kind, name: str) -> None:
        """The question about this card or step has to be put again."""
        question = self._by_name.get((kind, name))
        if question is not None:
            self._doubt((question,))

    def doubt_all(self) -> None:
        """Every question has to be put again: words of the plan mean other steps than before."""
        self._doubt(self._by_name.values())

    def _doubt(self, questions: Iterable[Question]) -> None:
        for question in questions:
            question.answer, question.is_held_up = None, False
            if question.is_open:
                self._doubtful[question.kind][question] = None
