"""One answer for each load and function: how likely its limit is met, how long it is without, what is not served."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drillsim.campaign.answer.distribution import Distribution, curve, not_exceeded
from drillsim.campaign.answer.frame import FIRST_UNKNOWN, MISSED, Book, Frame
from drillsim.campaign.answer.interval import Shares, interval
from drillsim.campaign.answer.patterns import Pattern
from drillsim.campaign.answer.scale import W_MS_A_KWH, Scale
from drillsim.campaign.outcome import VERDICTS
from drillsim.campaign.result import SubjectAnswer

if TYPE_CHECKING:
    from drillsim.campaign.answer.frame import Ints

MET = VERDICTS.index("met")


@dataclass(slots=True, eq=False)
class _Subject:
    """The sums of one subject."""

    fixed: list[int] = field(default_factory=lambda: [0, 0, 0])
    """Weights of met, missed and unknown in cases without luck."""
    drawn: list[int] = field(default_factory=lambda: [0, 0, 0])
    unserved: int = 0
    lasting: Distribution = field(default_factory=Distribution)
    worst_ms: int = 0
    worst_open: bool = False
    worst_case: str = ""
    not_tested: int = 0
    library: dict[str, list[int]] = field(default_factory=dict)
    """By scenario and hour: rows that met and rows that were judged."""


class SubjectSums:
    """Fed frame by frame; `answers` gives what came out."""

    def __init__(self, book: Book, most_parts: int) -> None:
        """`most_parts`: how much the rows of one failure can count at most, all hours and draws together."""
        self._book = book
        self._each = [_Subject() for _ in book.runner.subjects]
        self._missed: dict[str, int] = {}
        """By case: the limits it misses in any draw."""
        self._shift = max((book.weights.total * most_parts).bit_length() - 62, 0)
        """Bits given up in the weights of durations, so that their sums fit into 64."""

    def add(self, frame: Frame, found: Iterable[Pattern]) -> None:
        """One batch, with the limits it misses."""
        for each in found:
            name = frame.cases[each.case].name
            self._missed[name] = self._missed.get(name, 0) | each.mask
        self._judge(frame)
        self._measure(frame)
        self._look_for_the_worst(frame)

    # -- limits ----------------------------------------------------------------------------------------------------
    def _judge(self, frame: Frame) -> None:
        verdicts = frame.verdicts
        kinds = [verdicts == MET, verdicts == MISSED, verdicts >= FIRST_UNKNOWN]
        counts = [frame.by_case(kind * frame.parts[:, None]) for kind in kinds]
        for at, each in enumerate(self._each):
            each.not_tested += int(kinds[2][:, at].sum())
        self._weigh(frame, counts)
        self._of_library(frame, counts)

    def _weigh(self, frame: Frame, counts: list[Ints]) -> None:
        for is_fixed in (True, False):
            places = frame.weighed()
            places = places[frame.fixed[places] == is_fixed]
            weights = frame.weights_at(places)
            for kind, count in enumerate(counts):
                sums = (weights[:, None] * count[places].astype(object)).sum(axis=0)
                for each, more in zip(self._each, sums, strict=True):
                    (each.fixed if is_fixed else each.drawn)[kind] += int(more)

    def _of_library(self, frame: Frame, counts: list[Ints]) -> None:
        for place, case in enumerate(frame.cases):
            if case.scenario:
                for at, each in enumerate(self._each):
                    told = each.library.setdefault(case.name, [0, 0])
                    told[0] += int(counts[0][place, at])
                    told[1] += int(counts[0][place, at] + counts[1][place, at])

    # -- interruptions -----------------------------------------------------------------------------------------------
    def _measure(self, frame: Frame) -> None:
        import numpy as np

        places = frame.weighed()
        if not len(places):
            return
        of_row = np.array([case.weight for case in frame.cases], dtype=object)[frame.case_of]
        rows = np.flatnonzero((of_row != 0) & frame.known)
        weights = of_row[rows] * frame.parts[rows].astype(object)
        unserved, outages = frame.matrix("unserved_w_ms"), frame.matrix("outage_ms")
        small = (weights >> self._shift).astype(np.int64)
        for at, each in enumerate(self._each):
            dark = np.flatnonzero(unserved[rows, at])
            each.unserved += int((weights[dark] * unserved[rows[dark], at].astype(object)).sum())
            each.lasting.add(outages[rows, at], small)

    def _look_for_the_worst(self, frame: Frame) -> None:
        outages, open_ = frame.matrix("outage_ms") * frame.known[:, None], frame.matrix("open")
        if not frame.rows:
            return
        for at, (each, row) in enumerate(zip(self._each, outages.argmax(axis=0), strict=True)):
            if outages[row, at] > each.worst_ms:
                each.worst_ms, each.worst_open = int(outages[row, at]), bool(open_[row, at])
                each.worst_case = f"{frame.cases[frame.case_of[row]].name}#{frame.draw[row]}"

    # -- what came out -------------------------------------------------------------------------------------------------
    def answers(self, scale: Scale, trials: int, hidden: Sequence[int]) -> tuple[SubjectAnswer, ...]:
        """In the runner's order; `trials` is how many draws of luck there were, 0 where branches were enumerated;
        `hidden` the limits each case without a frequency misses (`Unrated.hidden`)."""
        return tuple(self._answer(at, scale, trials, hidden) for at in range(len(self._each)))

    def chances(self, trials: int) -> tuple[tuple[float | None, float, float], ...]:
        """By subject: the chance that its limit is met, with its interval."""
        return tuple(_chance(Shares(*each.fixed), Shares(*each.drawn), trials) for each in self._each)

    def unserved(self) -> tuple[int, ...]:
        """By subject: weight × watt-milliseconds."""
        return tuple(each.unserved for each in self._each)

    def _answer(self, at: int, scale: Scale, trials: int, hidden: Sequence[int]) -> SubjectAnswer:
        subject, each = self._book.runner.subjects[at], self._each[at]
        p_met, low, high = _chance(Shares(*each.fixed), Shares(*each.drawn), trials)
        missed, unrated = (sum(mask >> at & 1 for mask in found) for found in (self._missed.values(), hidden))
        hides = not scale.weighed or unrated > 0 or (p_met == 1 and missed > 0)
        p_met = None if hides else p_met
        return SubjectAnswer(
            kind=subject.kind,
            id=subject.id,
            protected=subject.protected,
            max_interruption_ms=subject.max_interruption_ms,
            p_met=p_met,
            p_met_low=None if p_met is None else low,
            p_met_high=None if p_met is None else high,
            p95_ms=None if hides else not_exceeded(each.lasting, 95),
            worst_ms=each.worst_ms,
            worst_open=each.worst_open,
            worst_case=each.worst_case,
            missed_cases=missed,
            missed_without_frequency=unrated,
            not_tested=each.not_tested,
            unserved_kwh_a_year=_kwh(scale, each.unserved) if subject.kind == "load" else None,
            library_p_met=_mean([met / judged for met, judged in each.library.values() if judged]),
            curve=self._curve(each, scale),
        )

    def _curve(self, each: _Subject, scale: Scale) -> tuple[tuple[int, float], ...]:
        """Return how often a year an interruption lasts longer than each time, as (ms, times a year)."""
        points = curve(each.lasting) if scale.weighed else ()
        return tuple((ms, float(scale.mean(weight * 2**self._shift))) for ms, weight in points)


def _chance(fixed: Shares, drawn: Shares, trials: int) -> tuple[float | None, float, float]:
    met, judged = fixed.met + drawn.met, fixed.met + drawn.met + fixed.missed + drawn.missed
    if not judged:
        return None, 0.0, 1.0
    if not trials:  # every branch is there: nothing is sampled
        together = Shares(met, fixed.missed + drawn.missed, fixed.unknown + drawn.unknown)
        return met / judged, *interval(together, Shares(), 0)
    return met / judged, *interval(fixed, drawn, trials)


def _kwh(scale: Scale, total: int) -> float | None:
    return float(scale.mean(total) / W_MS_A_KWH) if scale.weighed else None


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def worst_first(answers: Iterable[SubjectAnswer]) -> tuple[SubjectAnswer, ...]:
    """Protected ones first, then by how unlikely the limit is met, how many cases miss it, how long the worst lasts."""
    return tuple(sorted(answers, key=_badness))


def _badness(each: SubjectAnswer) -> tuple[bool, float, int, int, float, str]:
    chance = float(not each.missed_cases) if each.p_met is None else each.p_met
    unserved = each.unserved_kwh_a_year or 0.0
    return (not each.protected, chance, -each.missed_cases, -each.worst_ms, -unserved, each.id)
