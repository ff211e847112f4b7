"""The changes that might help a run: edits against its waits and weak points, and wording where no edit answers.

Running again tells whether an edit helps; nothing here does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count

from drillsim.files import CustomerFolder
from drillsim.findings import Finding, View, groups
from drillsim.journal import Journal
from drillsim.revision.cost import cost_of
from drillsim.revision.judged import by_counterfactual
from drillsim.revision.measure import Measured
from drillsim.revision.pool import Pool
from drillsim.revision.propose import needs, network_changes, no_edit, propose
from drillsim.revision.propose.generic import usual_answers
from drillsim.revision.recommendation import Recommendation, Told
from drillsim.revision.review_context import ReviewContext
from drillsim.revision.wait_cost import P, costliest, wait_costs, without_waits
from drillsim.schema import Case

PREVENTED = ("G01", "G02", "G04", "A01", "A08")
"""Breakdowns of own supply: what prevents them stands beside what copes with them."""
_WORDING_ONLY = Told("revision-wording-only")


def context_of(
    folder: CustomerFolder,
    case: Case,
    journal: Journal,
    before: Measured,
    players: Pool[P],
    told: Callable[[int, int], None] = lambda done, of: None,
) -> ReviewContext:
    """The run in `journal` with what its waits cost, found by `players` that play it again; `before` is it judged."""
    without = without_waits(case, journal, players, told)
    costs = wait_costs(journal, without)
    findings = by_counterfactual(View(case, journal), before.findings, without)
    return ReviewContext(folder, case, journal, findings, costs, costliest(case, journal, costs))


def candidates_of(context: ReviewContext) -> list[Recommendation]:
    """Edits that might help, each once: those against the costliest waits first, then by severity."""
    found = [each for need in needs(context) for each in propose(context, need)]
    severity = {(each.code, each.subject.id): each.severity for each in context.findings}
    ordered = sorted(
        found,
        key=lambda each: (
            severity.get((each.codes[0], each.subject), "A"),
            -context.costs.get(each.wait or ("", ""), 0),
        ),
    )
    return [_with_cost(each, context.folder) for each in merged(ordered)]


def usual_answers_of(context: ReviewContext, open_: Iterable[Recommendation]) -> list[Recommendation]:
    """Wording for every weak point that no change still in play answers; and where own supply broke down, always: an
    edit makes the plan cope with it, the usual answer keeps it from happening. An answer
    that prevents it comes first, that to a cause before that to what followed from it."""
    answered = {pair for each in open_ for pair in each.answers if pair[0] not in PREVENTED}
    lacking = [each for each in _causes_first(context) if (each.code, each.subject.id) not in answered]
    usual = (because(each, no_edit(each.codes[0]), _WORDING_ONLY) for each in usual_answers(context, lacking))
    bought = (change for each in lacking for change in network_changes(context, each))
    found = (*usual, *(because(each, Told("revision-network-change")) for each in bought))
    return [_with_cost(each, context.folder) for each in merged(found)]


def _causes_first(context: ReviewContext) -> list[Finding]:
    """The weak points, breakdowns of own supply before all others, a cause before what followed from it."""
    found = context.findings
    grouped = groups(context.case, context.journal, found)
    ordered = [found[place] for each in grouped for place in (each.head, *each.consequences)]
    return sorted(ordered, key=lambda each: each.code not in PREVENTED)


def merged(candidates: Iterable[Recommendation]) -> list[Recommendation]:
    """Candidates that make the same edits, or say the same, are one; it answers all their codes. No two have one id."""
    found: dict[tuple[str, ...], Recommendation] = {}
    said: dict[tuple[str, str, str], tuple[str, ...]] = {}
    ids: set[str] = set()
    for each in candidates:
        key: tuple[str, ...] = (str(each.edits),) if each.edits else (each.new.zh, each.clause)
        words = each.new.zh, each.new.en, each.clause
        same = key if key in found else said.get(words)
        if same is not None:
            found[same] = answering(found[same], each)
            continue
        names = (each.id if number == 1 else f"{each.id}-{number}" for number in count(1))
        found[key] = replace(each, id=next(name for name in names if name not in ids))
        ids.add(found[key].id)
        said.setdefault(words, key)
    return list(found.values())


def answering(one: Recommendation, other: Recommendation) -> Recommendation:
    """Return `one`, which answers the weak points of the other too."""
    return replace(
        one,
        codes=tuple(dict.fromkeys((*one.codes, *other.codes))),
        answers=tuple(dict.fromkeys((*one.answers, *other.answers))),
    )


def because(recommendation: Recommendation, *more: Told | None) -> Recommendation:
    """Return the recommendation with more reasons, of those that there are."""
    return replace(recommendation, reasons=(*recommendation.reasons, *(each for each in more if each is not None)))


def _with_cost(recommendation: Recommendation, folder: CustomerFolder) -> Recommendation:
    return replace(recommendation, cost=cost_of(recommendation, folder.dossier.customer.costs))
