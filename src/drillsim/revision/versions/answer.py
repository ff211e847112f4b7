"""The result over all cases: each load and function, hazard and act, and one word for the whole.

Cases count alike, however often a year they come about: a fact of one case is a fact. Differences of times stand as the
mean over all cases, with the interval that so many draws of luck leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import sqrt

from drillsim.campaign import units
from drillsim.campaign.answer import t975
from drillsim.findings import Severity, is_critical
from drillsim.revision.kept import Act
from drillsim.revision.versions.judge import Change, SubjectPair, change_of
from drillsim.revision.versions.pairing import LimitChange, Pairing, limits_changed
from drillsim.revision.versions.play import CasePlace, Compared, UnitCompared


@dataclass(frozen=True, slots=True)
class DrawnCase:
    """One case with one draw of luck."""

    place: CasePlace
    name: str
    """`<members>@<hour>`, or `<scenario>@<hour>`."""
    draw: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Cases by what they show; a case with draws that go both ways is mixed."""

    better: int = 0
    worse: int = 0
    mixed: int = 0
    unchanged: int = 0

    @property
    def change(self) -> Change:
        """Better, worse, both, or neither."""
        return change_of(self.better + self.mixed > 0, self.worse + self.mixed > 0)


@dataclass(frozen=True, slots=True)
class Extreme:
    """The case in which a subject differs most, one way."""

    at: DrawnCase
    pair: SubjectPair


@dataclass(frozen=True, slots=True)
class SubjectAnswer:
    """One load or function over all cases."""

    kind: str
    id: str
    critical: bool
    counts: Counts
    missed: tuple[int, int]
    """Cases in which its limit is missed with any draw, old and new."""
    harmed: tuple[int, int]
    """Pairs of runs in which it is harmed in the old version alone, and in the new one alone."""
    mean_ms: float
    """By how much longer its longest interruption is with the new version, mean over cases and draws."""
    low_ms: float | None
    """Lower end of the 95 % interval of that mean; None where it rests on luck and there was a single draw."""
    high_ms: float | None
    worst: Extreme | None
    """The case in which it is most worse."""
    best: Extreme | None
    """The case in which it is most better."""


@dataclass(frozen=True, slots=True)
class HazardAnswer:
    """A hazard that does not arise alike in both versions."""

    hazard: str
    parts: tuple[str, ...]
    more_cases: int
    """Cases in which it arises more often in the new version."""
    less_cases: int
    first: DrawnCase


@dataclass(frozen=True, slots=True)
class ActAnswer:
    """A safety act, report or warning that one of the versions lacks."""

    act: Act
    how: str
    lost: bool
    """True where the new version lacks it."""
    cases: int
    first: DrawnCase


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """A weak point that one of the versions alone shows, in the cases of a single event and the scenarios."""

    code: str
    subject: str
    severity: Severity
    """The worst of its cases."""
    new: bool
    """True where only the new version shows it, false where it is gone."""
    cases: int
    first: str


@dataclass(frozen=True, slots=True)
class OnlyPlayed:
    """A scenario that applies to one version alone."""

    scenario: str
    by: str
    """`old`, `new`, or `none`."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The whole: cases by what they show, and how grave the worst thing that got worse is."""

    change: Change
    counts: Counts
    severity: Severity | None
    """A: a harm, a hazard, a failed test passed over, a safety-critical limit; B: anything else; None: nothing is
    worse."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that came out."""

    conclusion: Conclusion
    subjects: tuple[SubjectAnswer, ...]
    """Those that both versions protect, safety-critical ones first."""
    hazards: tuple[HazardAnswer, ...]
    acts: tuple[ActAnswer, ...]
    kept: tuple[int, int, int]
    """Safety acts, reports and warnings done in both versions."""
    weak_points: tuple[WeakPoint, ...]
    only_played: tuple[OnlyPlayed, ...]
    limits: tuple[LimitChange, ...]
    cases: int
    runs: int
    left_out: int
    failed: tuple[tuple[str, str], ...]
    """Cases that could not be played, and why."""


@dataclass(slots=True)
class _Sums:
    """One subject's."""

    found: dict[Change, int] = field(default_factory=dict)
    missed: list[int] = field(default_factory=lambda: [0, 0])
    harmed: list[int] = field(default_factory=lambda: [0, 0])
    by_draw: list[int] = field(default_factory=list)
    lucky: bool = False
    worst: Extreme | None = None
    best: Extreme | None = None


@dataclass(slots=True)
class _Acts:
    lost: dict[tuple[Act, str, bool], dict[str, DrawnCase]] = field(default_factory=dict)
    hazards: dict[tuple[str, tuple[str, ...]], tuple[dict[str, DrawnCase], dict[str, DrawnCase]]] = field(
        default_factory=dict
    )


def answer(pairing: Pairing, units: Iterable[UnitCompared]) -> Comparison:
    """Return what the units say together; they come in the order of play."""
    sums = {name: _Sums(by_draw=[0] * pairing.new.spec.draws) for name in pairing.subjects}
    others, weak, acts = _Acts(), _Weak(), dict[Act, None]()
    whole: dict[Change, int] = {}
    cases = runs = left_out = 0
    only: list[OnlyPlayed] = []
    failed: list[tuple[str, str]] = []
    scenarios = iter(_scenarios(pairing))
    for unit in units:
        scenario = next(scenarios)
        only += _only_played(unit, scenario)
        failed += unit.failed
        runs, left_out = runs + unit.runs, left_out + unit.left_out
        acts.update(dict.fromkeys(sorted(unit.acts)))
        weak.add(unit)
        for case in unit.cases:
            cases += 1
            change = _case_change(each.change for each in case.draws)
            whole[change] = whole.get(change, 0) + 1
            _add(sums, case)
            _add_others(others, case)
    subjects = tuple(_answers(pairing, sums, cases))
    found = _acts(others)
    hazards = tuple(_hazards(others))
    lost = {each.act for each in found if each.lost}
    kept = [sum(act.kind == kind and act not in lost for act in acts) for kind in ("act", "report", "warning")]
    counts = _counts(whole)
    return Comparison(
        conclusion=Conclusion(counts.change, counts, _severity(subjects, hazards, found)),
        subjects=subjects,
        hazards=hazards,
        acts=found,
        kept=(kept[0], kept[1], kept[2]),
        weak_points=weak.points(),
        only_played=tuple(dict.fromkeys(only)),
        limits=limits_changed(pairing.old.dossier, pairing.new.dossier),
        cases=cases,
        runs=runs,
        left_out=left_out,
        failed=tuple(failed),
    )


def _scenarios(pairing: Pairing) -> Iterator[str]:
    return (unit.scenario for unit in units(pairing.new.failures, pairing.new.spec))


def _only_played(unit: UnitCompared, scenario: str) -> Iterator[OnlyPlayed]:
    if not all(unit.applies) and scenario:
        yield OnlyPlayed(scenario, "old" if unit.applies[0] else "new" if unit.applies[1] else "none")


def _case_change(found: Iterable[Change]) -> Change:
    """Return the word for a case by those of its draws."""
    seen = set(found)
    return change_of(bool(seen & {"better", "mixed"}), bool(seen & {"worse", "mixed"}))


def _add(sums: dict[str, _Sums], case: Compared) -> None:
    changes: dict[str, list[Change]] = {}
    for draw, judged in enumerate(case.draws):
        for pair in judged.subjects:
            mine, at = sums[pair.id], DrawnCase(case.place, case.name, draw)
            changes.setdefault(pair.id, []).append(pair.change)
            mine.by_draw[draw] += pair.outage_ms[1] - pair.outage_ms[0]
            mine.lucky |= case.uses_luck
            if pair.harmed[0] != pair.harmed[1]:
                mine.harmed[pair.harmed[1]] += 1
            _note_extreme(mine, Extreme(at, pair))
    for name, mine in sums.items():
        change = _case_change(changes.get(name, ()))
        mine.found[change] = mine.found.get(change, 0) + 1
        for side in (0, 1):
            mine.missed[side] += name in case.missed[side]


def _note_extreme(mine: _Sums, found: Extreme) -> None:
    if found.pair.change in ("worse", "mixed") and (mine.worst is None or found.pair.weight > mine.worst.pair.weight):
        mine.worst = found
    if found.pair.change in ("better", "mixed") and (mine.best is None or found.pair.weight < mine.best.pair.weight):
        mine.best = found


def _add_others(others: _Acts, case: Compared) -> None:
    for draw, judged in enumerate(case.draws):
        at = DrawnCase(case.place, case.name, draw)
        for act in judged.acts:
            others.lost.setdefault((act.act, act.how, act.lost), {}).setdefault(case.name, at)
        for hazard in judged.hazards:
            more, less = others.hazards.setdefault((hazard.hazard, hazard.parts), ({}, {}))
            (more if hazard.more > 0 else less).setdefault(case.name, at)


def _answers(pairing: Pairing, sums: dict[str, _Sums], cases: int) -> Iterator[SubjectAnswer]:
    kinds = {each.id: each.kind for each in pairing.new.subjects}
    critical = {
        name: any(is_critical(runner.dossier, kinds[name], name) for runner in (pairing.old, pairing.new))
        for name in sums
    }
    for name in sorted(sums, key=lambda name: not critical[name]):
        each = sums[name]
        mean, low, high = _mean([total / cases for total in each.by_draw] if cases else [], each.lucky)
        yield SubjectAnswer(
            kinds[name], name, critical[name], _counts(each.found), (each.missed[0], each.missed[1]),
            (each.harmed[0], each.harmed[1]), mean, low, high, each.worst, each.best,
        )  # fmt: skip


def _mean(draws: list[float], lucky: bool) -> tuple[float, float | None, float | None]:
    """Mean over the draws with its 95 % interval (Student): all cases of one draw share its luck, so the draws are the
    trials. Without luck the mean is what it is."""
    if not draws:
        return 0.0, None, None
    mean = sum(draws) / len(draws)
    if not lucky:
        return mean, mean, mean
    if len(draws) == 1:
        return mean, None, None
    spread = sqrt(sum((each - mean) ** 2 for each in draws) / (len(draws) - 1))
    half = t975(len(draws) - 1) * spread / sqrt(len(draws))
    return mean, mean - half, mean + half


def _counts(found: dict[Change, int]) -> Counts:
    return Counts(*(found.get(word, 0) for word in ("better", "worse", "mixed", "unchanged")))


def _hazards(others: _Acts) -> Iterator[HazardAnswer]:
    for (hazard, parts), (more, less) in sorted(others.hazards.items()):
        yield HazardAnswer(hazard, parts, len(more), len(less), next(iter((more or less).values())))


def _acts(others: _Acts) -> tuple[ActAnswer, ...]:
    """Lost ones first, the one lost in most cases first."""
    found = [
        ActAnswer(act, how, lost, len(at), next(iter(at.values()))) for (act, how, lost), at in others.lost.items()
    ]
    return tuple(sorted(found, key=lambda each: (not each.lost, -each.cases, each.act, each.how)))


def _severity(
    subjects: tuple[SubjectAnswer, ...], hazards: tuple[HazardAnswer, ...], acts: tuple[ActAnswer, ...]
) -> Severity | None:
    down = [each for each in subjects if each.counts.change in ("worse", "mixed")]
    grave = any(each.critical or each.harmed[1] for each in down) or any(each.more_cases for each in hazards)
    if grave or any(each.lost and each.how == "passed_over" for each in acts):
        return "A"
    return "B" if down or any(each.lost for each in acts) else None


@dataclass(slots=True)
class _Weak:
    """Weak points by code and subject: the worst severity, and the cases of either version."""

    severity: dict[tuple[str, str], Severity] = field(default_factory=dict)
    cases: tuple[dict[tuple[str, str], list[str]], dict[tuple[str, str], list[str]]] = field(
        default_factory=lambda: ({}, {})
    )

    def add(self, unit: UnitCompared) -> None:
        for side in (0, 1):
            for each in unit.weak[side]:
                key = each.code, each.subject.id
                self.severity[key] = min(self.severity.get(key, each.severity), each.severity)
                names = self.cases[side].setdefault(key, [])
                if not names or names[-1] != unit.cases[0].name:
                    names.append(unit.cases[0].name)

    def points(self) -> tuple[WeakPoint, ...]:
        """Those of one version alone: new ones first, the graver first."""
        found = [
            WeakPoint(*key, self.severity[key], side == 1, len(names), names[0])
            for side in (1, 0)
            for key, names in self.cases[side].items()
            if key not in self.cases[1 - side]
        ]
        return tuple(sorted(found, key=lambda each: (not each.new, each.severity, each.code, each.subject)))
