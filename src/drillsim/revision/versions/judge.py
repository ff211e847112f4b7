"""One case with one luck on both versions, judged by the rule of edits: what is worse for the new one, and, the other
way round by the same rule, what is better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from drillsim.findings import Verdict, VerdictWord
from drillsim.revision.compare import Worse, every_worse, excess_ms, shortfall_ms
from drillsim.revision.kept import Act
from drillsim.revision.measure import Measured
from drillsim.schema import Compiled

Change = Literal["better", "worse", "mixed", "unchanged"]


class SubjectPair(NamedTuple):
    """One load or function in both runs."""

    id: str
    change: Change
    verdicts: tuple[VerdictWord, VerdictWord]
    """Old and new."""
    outage_ms: tuple[int, int]
    """Longest interruption, old and new."""
    over_ms: tuple[int, int]
    """Excess over its limit and shortfall of own supply together, old and new."""
    harmed: tuple[bool, bool]
    worse: tuple[str, ...]
    """In what it is worse: harm, verdict, outage, endurance."""
    better: tuple[str, ...]
    """In what it is better."""

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much worse the new version is: harm first, then the verdict, then time; negative where it is better."""
        verdict = [_GRAVITY[each] for each in self.verdicts]
        late = self.over_ms[1] - self.over_ms[0] or self.outage_ms[1] - self.outage_ms[0]
        return self.harmed[1] - self.harmed[0], verdict[1] - verdict[0], late


_GRAVITY: dict[VerdictWord, int] = {"met": 0, "not_tested": 1, "cannot_say": 2, "missed": 3}


class HazardPair(NamedTuple):
    """A hazard that arose more often in one run."""

    hazard: str
    parts: tuple[str, ...]
    more: int
    """How often more in the new version's run; negative: less often."""


class ActPair(NamedTuple):
    """A safety act, report or warning that one run lacks."""

    act: Act
    how: str
    """`not_done`, `late`, `no_check`, `no_permit`, `no_supervisor`, `not_told`; `passed_over` for a step done in spite
    of a failed test, which stands in the act's `to`."""
    lost: bool
    """True where the new version lacks it, false where the old one did."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The differences of one pair of runs; all empty where there is none."""

    subjects: tuple[SubjectPair, ...] = ()
    """Those that differ in anything, in the order of the subjects."""
    hazards: tuple[HazardPair, ...] = ()
    acts: tuple[ActPair, ...] = ()

    @property
    def change(self) -> Change:
        """The pair as a whole."""
        worse = any(each.change in ("worse", "mixed") for each in self.subjects)
        better = any(each.change in ("better", "mixed") for each in self.subjects)
        worse |= any(each.more > 0 for each in self.hazards) or any(each.lost for each in self.acts)
        better |= any(each.more < 0 for each in self.hazards) or any(not each.lost for each in self.acts)
        return change_of(better, worse)


def change_of(better: bool, worse: bool) -> Change:
    """Return the word for what got better, worse, both or neither."""
    return ("mixed" if better else "worse") if worse else "better" if better else "unchanged"


def judge(before: Measured, after: Measured, was: Compiled, now: Compiled, subjects: tuple[str, ...]) -> Judged:
    """Return the differences of two runs of one case; `subjects`: the loads and functions both versions protect."""
    if before is after:
        return Judged()
    worse, better = tuple(every_worse(before, after, was, now)), tuple(every_worse(after, before, now, was))
    return Judged(
        tuple(_subjects(before, after, worse, better, subjects)),
        tuple(_hazards(before, after)),
        (*_acts(worse, lost=True), *_acts(better, lost=False)),
    )


def _subjects(
    before: Measured, after: Measured, worse: tuple[Worse, ...], better: tuple[Worse, ...], subjects: tuple[str, ...]
) -> Iterator[SubjectPair]:
    about = ("harm", "verdict", "outage", "endurance")
    down, up = (
        {name: tuple(each.kind for each in found if each.kind in about and each.about[0] == name) for name in subjects}
        for found in (worse, better)
    )
    old, new = ({each.id: each for each in run.verdicts} for run in (before, after))
    for name in subjects:
        mine, theirs = old[name], new[name]
        found = SubjectPair(
            name,
            change_of(bool(up[name]), bool(down[name])),
            (mine.verdict, theirs.verdict),
            (mine.outage_ms, theirs.outage_ms),
            (_over(before, mine), _over(after, theirs)),
            (name in before.harmed, name in after.harmed),
            down[name],
            up[name],
        )
        if found.change != "unchanged" or found.outage_ms[0] != found.outage_ms[1]:
            yield found


def _over(run: Measured, verdict: Verdict) -> int:
    return excess_ms(verdict) + shortfall_ms(run, verdict)


def _hazards(before: Measured, after: Measured) -> Iterator[HazardPair]:
    for hazard in dict.fromkeys((*before.hazards, *after.hazards)):
        more = after.hazards[hazard] - before.hazards[hazard]
        if more:
            yield HazardPair(hazard[0], hazard[1:], more)


def _acts(found: tuple[Worse, ...], *, lost: bool) -> Iterator[ActPair]:
    for each in found:
        if each.kind == "act":
            kind, step, to, how = each.about
            yield ActPair(Act(kind, step, to), how, lost)  # type: ignore[arg-type]  # an act's own kind
        elif each.kind == "passed_over":
            step, test = each.about
            yield ActPair(Act("act", step, test), "passed_over", lost)
