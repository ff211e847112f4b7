"""Everything the review meeting asks of one run: weak points, what waits cost, changes, and their proof.

    review(folder, scenario, journal, others=…) -> Review

Deterministic: the same files and seed give the same recommendations whatever executor plays the runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import dropwhile

from drillsim.files import CustomerFolder, ScenarioFile, find_scenarios, load_scenario
from drillsim.findings import Finding, NotTested, Verdict, not_tested
from drillsim.journal import Journal
from drillsim.network import PowerFlow
from drillsim.revision.candidates import answering, because, candidates_of, context_of, usual_answers_of
from drillsim.revision.compare import NOTICED_MS
from drillsim.revision.cost import rank
from drillsim.revision.edition import scenario_in
from drillsim.revision.measure import Measured, measured
from drillsim.revision.player import player_of
from drillsim.revision.pool import Pool, pool
from drillsim.revision.prove import Baseline, Proof, TriedChange, carried_out
from drillsim.revision.recommendation import Recommendation, Told
from drillsim.revision.review_context import ReviewContext
from drillsim.revision.review_setup import ReviewSetup, as_it_is
from drillsim.revision.trying import fits, tried_elsewhere, tried_here, without_proofs
from drillsim.revision.wait_cost import CostliestWait, WaitKey
from drillsim.schema import Case, unmatched

MOST_TRIED_HERE = 60
"""Changes tried on the scenario of the run."""
MOST_TRIED = 14
"""Changes tried on the other scenarios too, those that gain most; the rest stays untested and says so."""

Progress = Callable[[str, int, int], None]
"""Callback with the work being done (`waits`, `others`, `edits`, `elsewhere`), the number done, and that in all."""


@dataclass(frozen=True, slots=True, eq=False)
class Review:
    """One run reviewed."""

    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    costs: Mapping[WaitKey, int]
    """Cost of each wait, ms, by step instance and reason."""
    costliest: CostliestWait | None
    recommendations: tuple[Recommendation, ...]
    """Proposed by gain, then untested, then rejected."""
    proofs: tuple[Proof, ...]
    """Proving runs, in the order of the recommendations."""
    not_tested: tuple[NotTested, ...]
    scenarios: tuple[str, ...] = ()
    """The other scenarios every proposed change was tried on."""
    answer: Recommendation | None = None
    """The proposed change that shortens the costliest wait most; None when none does."""
    tried: tuple[int, int | None] = (0, None)
    """Number of changes tried by running again, and the number in all; None where none was looked for."""

    @property
    def stopped(self) -> bool:
        """Return whether the trying was stopped before its end."""
        done, of = self.tried
        return of is not None and done < of


@dataclass(frozen=True, slots=True, eq=False)
class _Trials:
    """The outcome of the candidates."""

    done: list[TriedChange]
    """Tried on every scenario, or rejected by one."""
    here_alone: list[TriedChange]
    """Those that gain on the scenario and were not tried on the others, by gain."""
    left: list[Recommendation]
    counted: tuple[int, int]
    """Number tried as far as they were to be, and the number in all."""


def review(  # noqa: PLR0913 (a face: all but three have defaults)
    folder: CustomerFolder,
    scenario: ScenarioFile,
    journal: Journal,
    *,
    seed: int = 1,
    flow: PowerFlow | None = None,
    others: Sequence[ScenarioFile] | None = None,
    workers: int = 1,
    most_tried: int = MOST_TRIED,
    progress: Progress | None = None,
) -> Review:
    """The review of the run in `journal`, which `scenario` with `seed` gave on `folder`.

    `others`: scenarios nothing may get worse on; by default every shipped one that applies to the customer. `workers`
    processes play the runs. Ctrl-C ends the trying: the review holds what is proved by then, and says so.
    """
    say = progress or (lambda what, done, of: None)
    case = Case(folder.dossier, scenario.id, scenario.scenario)
    before = measured(case, journal)
    if not journal.complete or journal.events[-1].data["status"] != "completed":
        return replace(judged_alone(case, journal, before), tried=(0, 0))
    if others is None:
        others = applicable(folder, scenario.id)
    setup = ReviewSetup(folder, scenario, tuple(others), player_of(folder.dossier, seed, flow))
    with pool(setup, workers) as players:
        context = context_of(folder, case, journal, before, players, partial(say, "waits"))
        candidates = list(dropwhile(lambda each: carried_out(folder, each) is None, candidates_of(context)))
        known = _others_as_they_are(players, setup, say) if candidates else ()
    baseline = Baseline(setup, before, known)
    with pool(baseline, workers if candidates else 1) as judges:
        trials = _tried(judges, candidates, most_tried, say)
    return _written_up(context, baseline, trials)


def judged_alone(case: Case, journal: Journal, run: Measured | None = None) -> Review:
    """Return the review of what files and journal tell without any further run: no costs of waits, no recommendations,
    and the severity of waits as a bound."""
    run = run or measured(case, journal)
    return Review(run.verdicts, run.findings, {}, None, (), (), not_tested(case, journal, run.verdicts))


def _others_as_they_are(players: Pool[ReviewSetup], setup: ReviewSetup, say: Progress) -> tuple[Measured, ...]:
    found: list[Measured] = []
    for each in players.map(as_it_is, range(len(setup.others))):
        found.append(each)
        say("others", len(found), len(setup.others))
    return tuple(found)


def _tried(judges: Pool[Baseline], candidates: list[Recommendation], most: int, say: Progress) -> _Trials:
    """The candidates tried on the scenario, and of those that gain there the `most` best on the others too. Ctrl-C ends
    it."""
    asked = candidates[:MOST_TRIED_HERE] if most else []
    here: dict[str, TriedChange] = {}
    everywhere: list[TriedChange] = []
    gains: list[TriedChange] = []
    of, stopped = len(asked), False
    left = list(candidates)
    try:
        for candidate, trial in zip(asked, judges.map(tried_here, asked), strict=True):
            if trial is None:
                of -= 1
            else:
                here[candidate.id] = trial
                say("edits", len(here), of)
        gains = sorted((each for each in here.values() if each.gain is not None), key=_rank)
        for first, trial in zip(
            gains[:most], judges.map(tried_elsewhere, map(without_proofs, gains[:most])), strict=True
        ):
            everywhere.append(replace(trial, proofs=(*first.proofs, *trial.proofs)))
            say("elsewhere", len(everywhere), min(most, len(gains)))
        rest = candidates[len(asked) :]
        left = [each for each, fit in zip(rest, judges.map(fits, rest), strict=True) if fit]
    except KeyboardInterrupt:
        judges.stop()
        stopped, left = True, [each for each in candidates if each.id not in here]
    gains = gains or sorted((each for each in here.values() if each.gain is not None), key=_rank)
    rejected = [each for each in here.values() if each.gain is None]
    done = len(rejected) + (len(everywhere) if stopped else len(gains))
    return _Trials([*everywhere, *rejected], gains[len(everywhere) :], left, (done, of))


def applicable(folder: CustomerFolder, besides: str = "") -> tuple[ScenarioFile, ...]:
    """The shipped scenarios that apply to the customer, library first, but for the one named."""
    found = []
    for name, path in find_scenarios(folder.path).items():
        if name != besides:
            file = scenario_in(folder.edition, load_scenario(path))
            if not unmatched(Case(folder.dossier, file.id, file.scenario)):
                found.append(file)
    return tuple(found)


def _written_up(context: ReviewContext, baseline: Baseline, trials: _Trials) -> Review:
    proposed = _numbered(trial for trial in trials.done if trial.recommendation.verdict == "proposed")
    rejected = [trial for trial in trials.done if trial.recommendation.verdict == "rejected"]
    here = [because(trial.recommendation, Told("revision-tried-here")) for trial in trials.here_alone]
    untried = [*here, *(because(each, Told("revision-not-tried")) for each in trials.left)]
    open_ = [trial.recommendation for trial in proposed] + untried
    untested = [*untried, *usual_answers_of(context, open_)]
    ordered = (*(t.recommendation for t in proposed), *untested, *(t.recommendation for t in rejected))
    return Review(
        verdicts=baseline.before.verdicts,
        findings=context.findings,
        costs=context.costs,
        costliest=context.costliest,
        recommendations=ordered,
        proofs=tuple(proof for trial in (*proposed, *rejected) for proof in trial.proofs),
        not_tested=not_tested(context.case, context.journal, baseline.before.verdicts),
        scenarios=tuple(each.id for each in baseline.setup.others),
        answer=_answer(context, proposed),
        tried=trials.counted,
    )


def _answer(context: ReviewContext, proposed: list[TriedChange]) -> Recommendation | None:
    """The proposed change that shortens the costliest wait most; None when none of them shortens it."""
    worst = context.costliest
    if worst is None:
        return None
    key = (worst.step, worst.reason)
    shortened = [(worst.ms - trial.waits.get(key, 0), trial.recommendation) for trial in proposed]
    best = max(shortened, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] > NOTICED_MS else None


def _numbered(proposed: Iterable[TriedChange]) -> list[TriedChange]:
    """Return the proposed changes in their order, each with its place; of those that word one clause anew for the same
    loads and functions the best, which answers for all."""
    best: list[TriedChange] = []
    for each in sorted(proposed, key=_rank):
        place = next((at for at, other in enumerate(best) if _says_the_same(other, each)), None)
        if place is None:
            best.append(each)
        else:
            both = answering(best[place].recommendation, each.recommendation)
            best[place] = replace(best[place], recommendation=both)
    return [replace(e, recommendation=replace(e.recommendation, rank=n)) for n, e in enumerate(best, 1)]


def _says_the_same(better: TriedChange, other: TriedChange) -> bool:
    """Return whether both word one clause anew and what the other helps is helped by the better one too."""
    place = other.recommendation.place
    if place.kind != "clause" or not place.clause or place != better.recommendation.place:
        return False
    helped = {each.subject for each in better.recommendation.gain}
    return all(each.subject in helped for each in other.recommendation.gain)


def _rank(trial: TriedChange) -> tuple[float, ...]:
    assert trial.gain is not None, "nothing to rank it by"
    return rank(trial.recommendation, trial.gain)
