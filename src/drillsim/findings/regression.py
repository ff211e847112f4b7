"""One closed entry of the register, held against a run of the plan as it is: is the weak point back?

Without expectations the run must not say the code of the subject; with them the verdicts must come, whatever is said.
Where the run cannot tell, the answer is `unknown` and why, which is a result of its own and never a pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from drillsim.findings.assess import weak_points
from drillsim.findings.dependencies import is_critical
from drillsim.findings.expectations import Outcome, outcomes
from drillsim.findings.finding import Finding, Severity
from drillsim.findings.view import View
from drillsim.schema import Case, Entry, base_name, item_of, kinds

Why = Literal["", "no-scenario", "not-applicable", "no-such-subject", "cannot-say", "expects-nothing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer of one run about one entry."""

    outcome: Literal["holds", "back", "unknown"]
    why: Why = ""
    """Reason nobody can tell; empty where somebody can."""
    severity: Severity | None = None
    """Severity of what is back."""
    expectations: tuple[Outcome, ...] = ()
    """Each expectation for each load or function it names."""


NO_SCENARIO = Answer(outcome="unknown", why="no-scenario")
"""The answer about an entry nobody has named a scenario for."""


class Judged:
    """One run, to be asked about entries. Its weak points are those of the journal, without any further run."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._said: dict[tuple[str, str], Finding] = {}
        for found in weak_points(view):
            self._said.setdefault((found.code, found.subject.id), found)

    def answer(self, entry: Entry) -> Answer:
        """Return whether the weak point of `entry` is back."""
        journal = self._view.journal
        if not journal.complete or journal.events[-1].data["status"] != "completed":
            return Answer(outcome="unknown", why="not-applicable")
        return self._expected(entry) if entry.expected else self._not_said(entry)

    def _not_said(self, entry: Entry) -> Answer:
        found = self._said.get(entry.key)
        if found is not None:
            return Answer(outcome="back", severity=found.severity)
        if not _is_there(self._view.case, entry.subject):
            return Answer(outcome="unknown", why="no-such-subject")
        if any(each.id == entry.subject and each.verdict == "cannot_say" for each in self._view.verdicts):
            return Answer(outcome="unknown", why="cannot-say")
        return Answer(outcome="holds")

    def _expected(self, entry: Entry) -> Answer:
        case = self._view.case
        each_alone = [
            outcomes(replace(case, scenario=case.scenario.model_copy(update={"expect": (one,)})), self._view.verdicts)
            for one in entry.expected
        ]
        found = tuple(outcome for outcome_of_one in each_alone for outcome in outcome_of_one)
        missed = [outcome for outcome in found if outcome.holds is False]
        if missed:
            return Answer(outcome="back", severity=_severity(case, missed), expectations=found)
        if not all(each_alone):
            return Answer(outcome="unknown", why="expects-nothing", expectations=found)
        if any(outcome.holds is None for outcome in found):
            return Answer(outcome="unknown", why="cannot-say", expectations=found)
        return Answer(outcome="holds", expectations=found)


def _severity(case: Case, missed: Iterable[Outcome]) -> Severity:
    return "A" if any(is_critical(case.dossier, each.kind, each.id) for each in missed) else "B"


def _is_there(case: Case, subject: str) -> bool:
    """Return whether the customer still has the thing; of a restart the function, of an instance the step."""
    known, plain = kinds(case.dossier), base_name(subject)
    names = (subject, plain, item_of(subject) if plain in ("restart", "safe_stop") else plain)
    return any(name in known for name in names) or subject == case.dossier.plan.id
