"""From rows to answers: one pass over the exact rows, one over the drawn ones, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from drillsim.campaign.answer.changes import changes
from drillsim.campaign.answer.enumerated import Enumerated, Span, disagreements, only
from drillsim.campaign.answer.frame import Book, book_of
from drillsim.campaign.answer.plan_sums import PlanSums
from drillsim.campaign.answer.subjects import SubjectSums, worst_first
from drillsim.campaign.result import CampaignResult, Indices, SubjectAnswer
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import case_count

if TYPE_CHECKING:
    import pyarrow as pa


class Rows(Protocol):
    """The rows of a campaign, as a store holds them."""

    def tables(self, *, exact: bool = False) -> Iterator[pa.Table]:
        """The rows of the draws, or of the exact answers, a batch at a time."""
        ...


def answer(runners: Sequence[Runner], rows: Rows, exact: bool = False) -> CampaignResult:
    """Return the answers of the campaign. `runners[0]` is the plan as it is, the others variants of it.

    If there are drawn rows, they answer; exact ones stand beside them (`SubjectAnswer.exact_p_met`). If there are only
    exact ones, they do.
    """
    books = {runner.variant: book_of(runner) for runner in runners}
    enumerated, found = Enumerated(), PlanSums(books, enumerated=True)
    for frame in found.read(rows.tables(exact=True) if exact else ()):
        enumerated.add(frame)
    drawn, same = _drawn(books, rows, enumerated)
    sums = drawn if drawn.counts.runs else found
    result = _result(runners[0], books, sums)
    return _with_exact(result, runners[0], found, enumerated, same, drawn) if exact else result


def _drawn(books: Mapping[str, Book], rows: Rows, enumerated: Enumerated) -> tuple[PlanSums, SubjectSums]:
    """The sums over the draws, and those over the cases alone that were enumerated too."""
    drawn = PlanSums(books, enumerated=False)
    same = SubjectSums(next(iter(books.values())), drawn.most_parts)
    for frame in drawn.read(rows.tables()):
        if enumerated.cases:
            same.add(only(enumerated.cases, frame), ())
    return drawn, same


def _result(runner: Runner, books: Mapping[str, Book], sums: PlanSums) -> CampaignResult:
    scale = sums.scale
    answers = sums.subjects.answers(scale, sums.trials, sums.unrated.hidden())
    own, *variants = books
    return CampaignResult(
        customer=runner.dossier.folder,
        cases=case_count(runner.failures, runner.spec),
        played_cases=sums.counts.played,
        runs=sums.counts.runs,
        draws=sums.trials,
        left_out=sums.counts.left_out(),
        failed_runs=sums.counts.failed,
        loads=worst_first(each for each in answers if each.kind == "load"),
        functions=worst_first(each for each in answers if each.kind == "function"),
        failure_sets=sums.sets.sets(sums.parts),
        best_changes=changes(sums.tolls[own], {each: sums.tolls[each] for each in variants}, scale),
        importance=sums.misses.importances(scale),
        coverage=sums.exercised.coverage(),
        ledger=sums.costs.rows(scale),
        indices=_indices(sums, answers) if scale.weighed else None,
        not_in_indices=sums.points.without_rate(),
        weight_left=1.0,
        worst=sums.worst.cases() if sums.trials else (),
        no_flow=sums.no_flows.kept(),
        no_flow_cases=sums.no_flows.cases,
        no_flow_buses=sums.no_flows.buses,
        without_frequency=sums.unrated.sets,
        missed_without_frequency=sums.unrated.missed_sets,
        missed_by_assumed_chance=sums.unrated.missed_by_assumed_chance,
        scenario_cases=sums.unrated.scenarios,
        missed_scenario_cases=sums.unrated.missed_scenarios,
        weighed=scale.weighed,
    )


def _indices(sums: PlanSums, answers: Sequence[SubjectAnswer]) -> Indices | None:
    """The supply indices; no ASAI of 1 where anything misses its limit."""
    found = sums.points.indices(sums.parts)
    hides = found is not None and found.asai == 1 and any(each.missed_cases for each in answers)
    return replace(found, asai=None) if found is not None and hides else found


def _with_exact(
    result: CampaignResult, runner: Runner, found: PlanSums, enumerated: Enumerated, same: SubjectSums, drawn: PlanSums
) -> CampaignResult:
    exact = [Span(*each) for each in found.subjects.chances(0)]
    places = {(each.kind, each.id): each_exact.chance for each, each_exact in zip(runner.subjects, exact, strict=True)}
    sampled = [Span(*each) for each in same.chances(drawn.trials)]
    differing = tuple(disagreements(runner.subjects, exact, sampled)) if drawn.trials else ()
    return replace(
        result,
        loads=_beside(result.loads, places),
        functions=_beside(result.functions, places),
        exact=bool(enumerated.cases) and not enumerated.not_exact,
        weight_left=enumerated.weight_left,
        not_exact=enumerated.not_exact,
        disagreements=differing,
    )


def _beside(
    answers: Sequence[SubjectAnswer], exact: Mapping[tuple[str, str], float | None]
) -> tuple[SubjectAnswer, ...]:
    """No exact chance stands where none may be stated at all."""
    return tuple(
        each if each.p_met is None else replace(each, exact_p_met=exact[each.kind, each.id]) for each in answers
    )
