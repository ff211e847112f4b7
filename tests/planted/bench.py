"""The bench's own defects: drawn, planted, played beside their sound twins, graded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from random import Random
from typing import TypeVar

from helpers.shipped import CUSTOMERS
from planted import grade
from planted.defect import Defect
from planted.ground import Refused, ground, kept, played, sound_run
from planted.operators import ALL
from planted.pairs import Pair, pairs_of
from planted.repair import Repair, repair

Work = TypeVar("Work")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Outcome:
    """What became of one defect."""

    defect: Defect
    word: str
    """`found`, `missed`; `said anyway` where the sound twin says the same, `refused` where the files refuse it."""
    said: tuple[str, ...] = ()
    """What is said and was not said of the sound twin."""
    damaged: tuple[str, ...] = ()
    """Protected loads and functions that are worse than in the sound twin: a dynamic defect."""

    @property
    def planted(self) -> bool:
        """Whether it counts: the files take it, and the sound twin is silent."""
        return self.word in ("found", "missed")


@dataclass(frozen=True)
class Sound:
    """One sound plan in one situation."""

    customer: str
    situation: str
    grave: tuple[str, ...]
    """Weak points of severity A: code and subject."""
    others: tuple[str, ...]


@dataclass(frozen=True)
class Job:
    """Where one operator is asked."""

    customer: str
    operator: str


def drawn(job: Job) -> list[Defect]:
    """Every place of the customer where the operator can plant."""
    return list(ALL[job.operator](ground(job.customer)))


def judge(defect: Defect) -> Outcome:
    """The defect planted, played and graded."""
    sound = sound_run(defect.customer, kept(defect.base), defect.sound_situation)
    if grade.is_found(defect.code, defect.at, sound.findings):
        return Outcome(defect, "said anyway")
    try:
        spoiled = played(defect.customer, (*defect.base, *defect.edits), defect.situation)
    except Refused as error:
        return Outcome(defect, "refused", (str(error),))
    except Exception as error:  # a run that dies is told as a miss, and the bench goes on
        return Outcome(defect, "missed", (f"the run died: {type(error).__name__}: {error}",))
    word = "found" if grade.is_found(defect.code, defect.at, spoiled.findings) else "missed"
    said = grade.said(spoiled.findings, sound.findings)
    return Outcome(defect, word, said, grade.worse(sound.verdicts, spoiled.verdicts))


def judge_sound(defect: Defect) -> Sound:
    """The sound twin of the defect: its weak points."""
    found = sound_run(defect.customer, kept(defect.base), defect.sound_situation).findings
    told = [(each.severity, f"{each.code} {each.subject.id}") for each in found]
    return Sound(
        defect.customer,
        defect.sound_situation.name,
        tuple(words for severity, words in told if severity == "A"),
        tuple(words for severity, words in told if severity != "A"),
    )


def judge_pair(pair: Pair) -> tuple[bool, bool] | None:
    """Whether each of two defects in one plan is found; None where the files refuse the two together."""
    try:
        findings = played(pair.one.customer, pair.edits, pair.one.situation).findings
    except Refused:
        return None
    one, other = pair.one, pair.other
    return grade.is_found(one.code, one.at, findings), grade.is_found(other.code, other.at, findings)


def judge_repair(defect: Defect, alone: bool) -> Repair:
    """Whether the review repairs what the defect has damaged."""
    sound = sound_run(defect.customer, kept(defect.base), defect.sound_situation)
    spoiled = played(defect.customer, (*defect.base, *defect.edits), defect.situation)
    return repair(spoiled, sound.verdicts, grade.worse(sound.verdicts, spoiled.verdicts), alone=alone)


@dataclass(frozen=True)
class Asked:
    """How much of the bench is played."""

    customers: tuple[str, ...] = CUSTOMERS
    codes: tuple[str, ...] = ()
    """Weak-point codes; empty for all."""
    seed: int = 1
    sample: int = 0
    """Places of each code and customer; 0 for all."""
    repairs: int = 24
    """Dynamic defects whose review is asked for repairs."""
    alone: bool = False
    """Whether the review tries changes on the defect's situation alone."""
    pairs: int = 60
    workers: int = 2


@dataclass
class Told:
    """What the bench found."""

    outcomes: list[Outcome]
    sounds: list[Sound]
    pairs: list[tuple[Pair, tuple[bool, bool]]]
    repairs: list[tuple[Defect, Repair]]


def bench(asked: Asked, say: Callable[[str], None] = lambda words: None) -> Told:
    """The bench played as asked; the same whatever the number of workers."""
    with Pool(asked.workers) as pool:
        jobs = [Job(customer, name) for customer in asked.customers for name in ALL]
        places = [each for found in pool(drawn, jobs) for each in found]
        say(f"{len(places)} places")
        defects = _sampled(asked, places)
        say(f"{len(defects)} defects")
        outcomes = _counted(pool(judge, defects), say)
        answered = {_sound_key(each): each for each in defects if each.sound_situation.answered}
        sounds = list(pool(judge_sound, [*answered.values()]))
        say("pairs")
        found = [each.defect for each in outcomes if each.word == "found"]
        pairs = pairs_of(found, asked.pairs, asked.seed)
        told = zip(pairs, pool(judge_pair, pairs), strict=True)
        say("repairs")
        dynamic = [each.defect for each in outcomes if each.planted and each.damaged]
        some = Random(f"repairs-{asked.seed}").sample(dynamic, min(asked.repairs, len(dynamic)))
        some.sort(key=lambda each: asked.customers.index(each.customer))
        repairs = []
        for defect, told_of in zip(some, pool(partial(judge_repair, alone=asked.alone), some), strict=True):
            repairs.append((defect, told_of))
            say(f"repair {len(repairs)} of {len(some)}: {defect.name}: {told_of.by}")
        return Told(outcomes, sounds, [(pair, both) for pair, both in told if both is not None], repairs)


def _counted(outcomes: Iterable[Outcome], say: Callable[[str], None]) -> list[Outcome]:
    found: list[Outcome] = []
    for each in outcomes:
        found.append(each)
        if len(found) % 50 == 0:
            say(f"{len(found)} played, {sum(one.word == 'missed' for one in found)} missed")
    return found


def _sampled(asked: Asked, places: Sequence[Defect]) -> list[Defect]:
    """The places of the codes asked for; of each code and customer so many, every kind of defect among them first."""
    groups: dict[tuple[str, str], dict[str, list[Defect]]] = {}
    for each in places:
        if not asked.codes or each.code in asked.codes:
            groups.setdefault((each.customer, each.code), {}).setdefault(each.kind, []).append(each)
    found: list[Defect] = []
    for (customer, code), kinds in groups.items():
        luck = Random(f"{asked.seed}-{customer}-{code}")
        rows = [luck.sample(row, len(row)) if asked.sample else row for row in kinds.values()]
        turns = [row[turn] for turn in range(max(map(len, rows))) for row in rows if turn < len(row)]
        found += turns[: asked.sample] if asked.sample else [each for row in rows for each in row]
    return found


def _sound_key(defect: Defect) -> tuple[str, str, str]:
    return defect.customer, kept(defect.base), defect.sound_situation.text


class Pool:
    """A map over work that keeps its order, on so many processes; customers stay together, so that a worker keeps what
    it worked out of one."""

    def __init__(self, workers: int) -> None:
        self._pool = ProcessPoolExecutor(workers, get_context("spawn")) if workers > 1 else None

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def __call__(self, of: Callable[[Work], Result], work: Sequence[Work]) -> Iterable[Result]:
        if self._pool is None:
            return map(of, work)
        return self._pool.map(of, work, chunksize=max(1, min(12, len(work) // 40)))
