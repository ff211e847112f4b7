"""One way on from where a drill stands, with one draw of luck, to the end of the scenario."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drillsim.findings import outages
from drillsim.journal import Journal
from drillsim.network import PowerFlow
from drillsim.schema import Case
from drillsim.session.ahead.question import Question
from drillsim.session.drill import Drill
from drillsim.session.limits import Limit, missed_limits
from drillsim.session.stand_in import StandIn
from drillsim.simulation import BranchedLuck, Decision, Luck, Refused, go_on, luck_of
from drillsim.units import MS_PER

AFTER_MS = tuple(MS_PER["min"] * minutes for minutes in (0, 15, 30, 60, 120, 240))
"""Times from now at which what stores and batteries hold is told."""
MENDABLE = ("wait", "doing", "deciding", "noticing", "start", "automatic", "restart", "failed")
"""Kinds of causes somebody or something could have been quicker with; all others took the supply away."""

Store = tuple[str, str]
"""Kind and id: `("source", "ups-it")`, `("store", "tank-1")`."""


@dataclass(frozen=True, slots=True)
class MissedThen:
    """A limit that is missed from now on."""

    limit: Limit
    at_ms: int
    cause: str
    """The cause most of the time from now to its end goes to, as the ledger names it; empty where nothing tells."""


@dataclass(frozen=True, slots=True)
class OneDraw:
    """The course of things with one draw."""

    refused: str = ""
    """Code of the refusal, where the decision cannot be taken; then nothing else is told."""
    missed: tuple[MissedThen, ...] = ()
    levels: tuple[tuple[int, Mapping[Store, float]], ...] = ()
    """Scenario time and what everything holds then, percent."""
    spent: tuple[tuple[Store, int], ...] = ()
    """Batteries and stores that run empty from now on, and when first."""
    journal: Journal | None = None


def play_draw(
    case: Case, flow: PowerFlow, question: Question, decision: Decision | None, number: int, *, keep: bool = False
) -> OneDraw:
    """Return what comes with draw `number`, from 1. With `keep` its journal comes too."""
    before, at_ms = luck_of(question.checkpoint.header), question.at_ms
    luck = BranchedLuck(before, Luck(before.seed, before.draw + number))
    stand_in = StandIn(question.by_plan)
    run = go_on(case, question.checkpoint, operators=stand_in.operators(), luck=luck, flow=flow)
    drill = Drill(run, question.deck.copied(), stand_in)
    drill.go_to(at_ms)
    luck.branch()
    if decision is not None:
        answer = drill.submit(decision)
        if isinstance(answer, Refused):
            return OneDraw(refused=answer.code)
        drill.go_to(at_ms)
    for role in case.dossier.plan.actors:
        if role not in stand_in.roles:
            stand_in.take(role, run)
    levels = []
    for t_ms in (at_ms + each for each in AFTER_MS):
        if t_ms <= case.scenario.horizon and not run.is_over:
            drill.go_to(t_ms)
            levels.append((t_ms, run.levels()))
    drill.go_to(case.scenario.horizon)
    journal = run.finish()
    missed = tuple(_missed(case, journal, at_ms))
    return OneDraw("", missed, tuple(levels), tuple(_spent(journal, at_ms)), journal if keep else None)


def _missed(case: Case, journal: Journal, at_ms: int) -> Iterable[MissedThen]:
    found = {limit: ms for limit, ms in missed_limits(case.dossier, journal).items() if ms > at_ms}
    if not found:
        return
    times: dict[Limit, dict[str, int]] = {limit: {} for limit in found}
    kinds = {limit.id: limit for limit in found}
    for outage in outages(case, journal):
        limit = kinds.get(outage.subject)
        if limit is None or not outage.start_ms <= found[limit] <= outage.end_ms:
            continue
        for start, end, cause in outage.pieces:
            if end > at_ms:
                times[limit][cause] = times[limit].get(cause, 0) + end - max(start, at_ms)
    for limit, ms in found.items():
        yield MissedThen(limit, ms, _deciding(times[limit]))


def _deciding(times: Mapping[str, int]) -> str:
    """Return the cause that takes longest, of those somebody could be quicker with where there are any."""
    mendable = {cause: ms for cause, ms in times.items() if cause.partition(":")[0] in MENDABLE and ms > 0}
    return max(mendable or times, key=lambda cause: (mendable or times)[cause], default="")


def _spent(journal: Journal, at_ms: int) -> Iterable[tuple[Store, int]]:
    found: dict[Store, int] = {}
    for event in journal.of("battery_empty", "store_empty"):
        if event.t_ms > at_ms:
            kind = "source" if event.type == "battery_empty" else "store"
            found.setdefault((kind, event.data[kind]), event.t_ms)
    return found.items()
