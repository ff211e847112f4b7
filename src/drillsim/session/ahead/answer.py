"""All draws of a way on together: how often and when each limit is missed, and what stores and batteries hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low

from drillsim.network import PowerFlow
from drillsim.schema import Case
from drillsim.session.ahead.draw import OneDraw, Store, play_draw
from drillsim.session.ahead.question import Question
from drillsim.session.limits import Limit
from drillsim.simulation import Decision


@dataclass(frozen=True, slots=True)
class Shares:
    """In how many draws something happens, and when."""

    draws: int
    earliest_ms: int
    median_ms: int
    """The lower one of two in the middle, of the draws in which it happens."""


@dataclass(frozen=True, slots=True)
class LimitAhead:
    """A limit that is missed in some draw."""

    limit: Limit
    missed: Shares
    cause: str
    """The cause that decides in most of these draws, as the ledger names it: `wait:S303:travel`."""
    cause_draws: int


@dataclass(frozen=True, slots=True)
class LevelAhead:
    """A battery or a store with its level, percent, at each time of the answer: least and median of all draws."""

    store: Store
    least: tuple[float, ...]
    median: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Spent:
    """A battery or a store that runs empty in some draw."""

    store: Store
    empty: Shares


@dataclass(frozen=True, slots=True)
class Ahead:
    """One way on from a moment of the drill, over all draws."""

    at_ms: int
    """Scenario time it speaks from."""
    decision: Decision | None
    """None: the plan goes on. Else what somebody decides first."""
    draws: int
    refused: str
    """Code of the refusal, where the decision cannot be taken."""
    limits: tuple[LimitAhead, ...]
    """Most often missed first, then the earliest."""
    times_ms: tuple[int, ...]
    """Scenario times the levels are told for, this moment first."""
    levels: tuple[LevelAhead, ...]
    """Batteries and stores that move at all, in file order."""
    spent: tuple[Spent, ...]
    """The earliest first."""

    def limit(self, limit: Limit) -> LimitAhead | None:
        """Return how a limit is missed; None where it is in no draw."""
        return next((each for each in self.limits if each.limit == limit), None)


def look_ahead(case: Case, flow: PowerFlow, question: Question) -> tuple[Ahead, ...]:
    """Return what comes, for each way of the question, all played here."""
    return tuple(
        together(question, way, [play_draw(case, flow, question, way, n) for n in range(1, question.draws + 1)])
        for way in question.ways
    )


def together(question: Question, way: Decision | None, draws: Sequence[OneDraw]) -> Ahead:
    """Return the draws of one way as one answer."""
    refused = draws[0].refused
    times = () if refused else tuple(t_ms for t_ms, _ in draws[0].levels)
    return Ahead(
        question.at_ms, way, len(draws), refused, tuple(_limits(draws)), times, tuple(_levels(draws)),
        tuple(_spent(draws)),
    )  # fmt: skip


def _limits(draws: Sequence[OneDraw]) -> Iterable[LimitAhead]:
    times: dict[Limit, list[int]] = {}
    causes: dict[Limit, Counter[str]] = {}
    for each in draws:
        for missed in each.missed:
            times.setdefault(missed.limit, []).append(missed.at_ms)
            causes.setdefault(missed.limit, Counter())[missed.cause] += 1
    found = []
    for limit, at_ms in times.items():
        cause, number = min(causes[limit].items(), key=lambda row: (-row[1], row[0]))
        found.append(LimitAhead(limit, _shares(at_ms), cause, number))
    return sorted(found, key=lambda each: (-each.missed.draws, each.missed.earliest_ms, each.limit))


def _levels(draws: Sequence[OneDraw]) -> Iterator[LevelAhead]:
    rows = [levels for each in draws for _, levels in each.levels[:1]]
    for store in rows[0] if rows else ():
        columns = list(zip(*([held[store] for _, held in each.levels] for each in draws), strict=True))
        least, middle = tuple(map(min, columns)), tuple(map(median_low, columns))
        if any(round(each) != round(least[0]) for each in (*least, *middle)) or round(least[0]) < 100:
            yield LevelAhead(store, least, middle)


def _spent(draws: Sequence[OneDraw]) -> Iterable[Spent]:
    times: dict[Store, list[int]] = {}
    for each in draws:
        for store, at_ms in each.spent:
            times.setdefault(store, []).append(at_ms)
    found = [Spent(store, _shares(at_ms)) for store, at_ms in times.items()]
    return sorted(found, key=lambda each: (each.empty.earliest_ms, each.store))


def _shares(times_ms: Sequence[int]) -> Shares:
    return Shares(len(times_ms), min(times_ms), median_low(times_ms))
