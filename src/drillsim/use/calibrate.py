"""Observed times of steps against the plan's, pooled over drills, and what the customer's scenarios say with them.

A changed duration is *observed*: it mends no wording, and it is never offered as a change on paper. The customer's
files are not touched; the plan as it would be is written beside the report, to be compared and decided on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import CustomerFolder, Path, Set, Tree, write_bytes
from drillsim.findings import Verdict, verdicts
from drillsim.network import PowerFlow, flow_for, net_of
from drillsim.revision import PLAN, FileEdit, edit_folder
from drillsim.revision.review import applicable
from drillsim.schema import VERBS, Case, Compiled, Drawn, Exponential, Fixed, Lognormal, Step, Triangular
from drillsim.session.after import Shrunk, Times, corrected, corrections, observed, pooled
from drillsim.simulation import simulate
from drillsim.texts import text
from drillsim.units import format_duration
from drillsim.use.drill_folder import read_drill
from drillsim.use.load import load
from drillsim.use.progress import Progress, unseen


@dataclass(frozen=True, slots=True)
class StepTimes:
    """One step: the plan's time, the observations, and what is proposed."""

    step: str
    clause: str
    card: str
    old: str
    new: str
    """The plan's own form of writing, with the shrunk figure."""
    shrunk: Shrunk


@dataclass(frozen=True, slots=True)
class Effect:
    """One scenario with the plan's times and with the observed ones, same luck."""

    scenario: str
    missed: tuple[int, int]
    """Limits missed before and after."""
    changed: tuple[tuple[str, int, int], ...]
    """Protected loads and functions whose longest interruption changed: id, before and after, ms."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The result."""

    folder: CustomerFolder
    steps: tuple[StepTimes, ...]
    skipped: Mapping[str, int]
    """Reports that do not count, by reason."""
    effects: tuple[Effect, ...]
    """Scenarios that apply; empty where nothing is offered."""
    written: FilePath | None
    """Folder with the customer's files as they would be; None where nothing is offered."""


def calibrate(
    plan_dir: FilePath, sessions: Sequence[FilePath], out: FilePath, *, seed: int = 1, progress: Progress = unseen
) -> Calibration:
    """Pool what was observed in the sessions, and play the scenarios with it. A session named twice counts once.

    Raises: InvalidInput where a session is of another customer, or cannot be read.
    """
    folder, _ = load(plan_dir)
    seen: dict[str, dict[str, list[int]]] = {}
    skipped: Counter[str] = Counter()
    for path in dict.fromkeys(each.resolve() for each in sessions):
        drill = read_drill(path)
        if drill.case.dossier.folder != folder.dossier.folder:
            told = facts(customer=drill.case.dossier.folder, folder=folder.dossier.folder)
            raise InvalidInput([Problem(file=path.as_posix(), code="session-other-customer", facts=told)])
        journal = corrected(drill.aftermath.journal, corrections(drill.entries))
        for each in observed(drill.case.dossier, journal, drill.entries):
            if each.why_not:
                skipped[each.why_not] += 1
            else:
                seen.setdefault(each.step, {}).setdefault(path.as_posix(), []).append(each.ms)
    steps = tuple(_steps(folder.dossier, seen))
    offered = [each for each in steps if each.shrunk.verdict == "offered"]
    if not offered:
        return Calibration(folder, steps, skipped, (), None)
    edits = tuple(each for step in offered for each in _edits(folder, step))
    edited = edit_folder(folder, edits)
    effects = tuple(_effects(folder, edited.folder, seed, progress))
    written = out / folder.results / "calibration"
    for file in folder.files:
        new = edited.texts.get(file.name)
        write_bytes(written / file.name, new.encode("utf-8") if new is not None else file.data)
    return Calibration(folder, steps, skipped, effects, written)


def _steps(dossier: Compiled, seen: Mapping[str, Mapping[str, Sequence[int]]]) -> Iterator[StepTimes]:
    plan = {step.id: (card, step) for card, step in dossier.plan.steps()}
    times = {
        name: Times(_takes(plan[name][1]), tuple(ms for found in by.values() for ms in found), len(by))
        for name, by in seen.items()
        if name in plan
    }
    for name, shrunk in pooled(times).items():
        card, step = plan[name]
        takes = times[name].takes
        old, new = _written(takes), _written(_scaled(takes, shrunk.factor))
        yield StepTimes(name, step.clause, card.id, _said(old), _said(new), shrunk)


def _takes(step: Step) -> Drawn:
    return step.takes or VERBS[step.do].takes


def _scaled(takes: Drawn, factor: float) -> Drawn:
    """Return the time so many times as long, with the same spread."""

    def ms(value: int) -> int:
        return max(1_000, round(value * factor / 1_000) * 1_000)

    if isinstance(takes, Fixed):
        return Fixed(ms(takes.ms))
    if isinstance(takes, Lognormal):
        return Lognormal(ms(takes.median_ms), ms(takes.p90_ms))
    if isinstance(takes, Exponential):
        return Exponential(ms(takes.mean_ms))
    return Triangular(ms(takes.low_ms), ms(takes.mode_ms), ms(takes.high_ms))


def _written(takes: Drawn) -> Tree:
    """Return the time as the plan writes it."""
    if isinstance(takes, Fixed):
        return format_duration(takes.ms)
    if isinstance(takes, Lognormal):
        return {"median": format_duration(takes.median_ms), "p90": format_duration(takes.p90_ms)}
    if isinstance(takes, Exponential):
        return {"mean": format_duration(takes.mean_ms)}
    return {name: format_duration(getattr(takes, f"{name}_ms")) for name in ("low", "mode", "high")}


def _said(written: Tree) -> str:
    return ", ".join(f"{key} {value}" for key, value in written.items()) if isinstance(written, dict) else str(written)


def _edits(folder: CustomerFolder, step: StepTimes) -> Iterator[FileEdit]:
    plan = folder.dossier.plan
    card = next(each for each in plan.all_cards() if each.id == step.card)
    place = next(number for number, each in enumerate(card.steps) if each.id == step.step)
    path: Path = ("restoration", "steps", place)
    if card in plan.cards:
        path = ("cards", plan.cards.index(card), "steps", place)
    takes = _scaled(_takes(card.steps[place]), step.shrunk.factor)
    lang = plan.languages[0]
    source = text(lang, "hotwash-calibrate-source", n=step.shrunk.n, sessions=step.shrunk.sessions)
    yield FileEdit(PLAN, Set((*path, "takes"), _written(takes)))
    yield FileEdit(PLAN, Set((*path, "takes_source"), source))


def _effects(before: CustomerFolder, after: CustomerFolder, seed: int, progress: Progress) -> Iterator[Effect]:
    flow = flow_for(before.dossier.network, net_of(before.dossier))
    files = applicable(before)
    for number, file in enumerate(files):
        progress("calibrate", number, len(files))
        old = Case(before.dossier, file.id, file.scenario)
        was, now = _judged(old, seed, flow), _judged(replace(old, dossier=after.dossier), seed, flow)
        missed = (sum(v.verdict == "missed" for v in was.values()), sum(v.verdict == "missed" for v in now.values()))
        changed = tuple(
            (key[1], each.outage_ms, now[key].outage_ms)
            for key, each in was.items()
            if each.protected and key in now and now[key].outage_ms != each.outage_ms
        )
        yield Effect(file.id, missed, changed)


def _judged(case: Case, seed: int, flow: PowerFlow) -> Mapping[tuple[str, str], Verdict]:
    return {(each.kind, each.id): each for each in verdicts(case, simulate(case, seed=seed, flow=flow))}
