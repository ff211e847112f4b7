"""A stranger's plans: folders with a planted.json that says what has to be found where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillsim.checks import all_rules, check
from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder, ScenarioFile
from drillsim.findings import CODES
from drillsim.network import Memo, PandapowerFlow
from drillsim.schema import Case, unmatched
from drillsim.texts import problem_line
from drillsim.use.load import load
from planted import grade
from planted.bad_input import BadInput, fields, read_json, read_text, texts
from planted.played import Played, play
from planted.repair import Repair, repair

NAME = "planted.json"


@dataclass(frozen=True)
class Expected:
    """One weak point, or one failure of a rule of `check`, and the ids and clauses of which it must name one."""

    code: str
    at: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class StrangersPlan:
    """One folder as it was read."""

    name: str
    folder: CustomerFolder
    scenario: ScenarioFile
    expect: tuple[Expected, ...]
    twin: CustomerFolder | None
    """The sound twin; None where there is none, or the folder is the sound one itself."""
    is_sound: bool


@dataclass(frozen=True)
class PlanTold:
    """What became of one stranger's plan."""

    name: str
    missed: tuple[tuple[Expected, tuple[str, ...]], ...]
    """What was not found, and what was said instead."""
    found: int
    alarms: tuple[int, int]
    """Weak points of the sound plan, severity A and others."""
    sound_says: tuple[str, ...]
    damaged: tuple[str, ...]
    repair: Repair


def plans_of(root: Path) -> list[StrangersPlan]:
    """Every plan below `root`. Raises: BadInput."""
    if not root.is_dir():
        raise BadInput(f"--plans {root.as_posix()}: there is no such folder.")
    places = sorted(each for each in root.iterdir() if each.is_dir() and (each / NAME).exists())
    if not places:
        raise BadInput(f"--plans {root.as_posix()}: no folder in it holds a {NAME}. See run.py --help.")
    return [_plan(place) for place in places]


def _plan(place: Path) -> StrangersPlan:
    label = (place / NAME).as_posix()
    text = read_text(place / NAME)
    known: dict[str, type | tuple[type, ...]] = {"sound": (str, bool), "scenario": str, "expect": list}
    given = fields(read_json(text, label), f"{label}:1", known, ("sound", "scenario", "expect"))
    expect = tuple(_expected(each, label, text, number) for number, each in enumerate(given["expect"], start=1))
    sound = given["sound"]
    if sound is True and expect:
        raise BadInput(f'{label}:{_line(text, "expect")}: of a sound plan nothing is expected; "expect" has to be [].')
    if sound is not True and not expect:
        raise BadInput(f'{label}:{_line(text, "expect")}: "expect" names nothing to be found.')
    scenario = _scenario(given["scenario"], place)
    folder, files = _loaded(place, scenario, f"{label}:{_line(text, 'scenario')}")
    twin = None
    if isinstance(sound, str):
        where = f"{label}:{_line(text, 'sound')}"
        if not (place / sound).is_dir():
            raise BadInput(f"{where}: the sound twin {sound!r} is no folder, seen from {place.as_posix()}.")
        twin, _ = _loaded(place / sound, scenario, where)
    return StrangersPlan(place.name, folder, files[0], expect, twin, sound is True)


def _line(text: str, key: str) -> int:
    return next((number for number, line in enumerate(text.splitlines(), start=1) if f'"{key}"' in line), 1)


def _expected(given: Any, label: str, text: str, number: int) -> Expected:
    where = f"{label}:{_line(text, 'expect')}: expect[{number}]"
    kinds: dict[str, type | tuple[type, ...]] = {"code": str, "at": (str, list)}
    row = fields(given, where, kinds, ("code", "at"))
    rules = {rule.id for rule in all_rules()}
    if row["code"] not in CODES and row["code"] not in rules:
        raise BadInput(f"{where}: there is no weak-point code or rule {row['code']!r}; `drillsim explain` lists them.")
    return Expected(row["code"], texts(row["at"], where, "at"))


def _scenario(name: str, place: Path) -> str:
    """A path from the folder where one stands there, else the name."""
    beside = place / name
    return beside.as_posix() if beside.is_file() else name


def _loaded(place: Path, scenario: str, where: str) -> tuple[CustomerFolder, tuple[ScenarioFile, ...]]:
    try:
        folder, files = load(place, [scenario])
    except InvalidInput as error:
        lines = "\n".join(f"  {problem_line('en', each)}" for each in error.problems[:10])
        raise BadInput(f"{where}: {place.as_posix()} or its scenario cannot be read:\n{lines}") from None
    missing = unmatched(Case(folder.dossier, files[0].id, files[0].scenario))
    if missing:
        raise BadInput(
            f"{where}: the scenario {scenario!r} matches nothing of {place.as_posix()}: {', '.join(missing)}."
        )
    return folder, files


def judged(plan: StrangersPlan) -> PlanTold:
    """The plan played beside its sound twin, and the review asked where something is worse than in the twin."""
    run = _play(plan.folder, plan.scenario)
    twin = run if plan.is_sound else _play(plan.twin, plan.scenario) if plan.twin is not None else None
    missed = tuple((each, _said(run, twin)) for each in plan.expect if not _is_found(each, run, twin))
    damaged = grade.worse(twin.verdicts, run.verdicts) if twin is not None else ()
    mended = repair(run, twin.verdicts, damaged) if twin is not None and damaged else Repair((), None)
    found = twin.findings if twin is not None else ()
    says = tuple(f"{each.code} {each.subject.id}" for each in found)
    return PlanTold(plan.name, missed, len(plan.expect) - len(missed), grade.false_alarms(found), says, damaged, mended)


def _play(folder: CustomerFolder, scenario: ScenarioFile) -> Played:
    flow = Memo(PandapowerFlow(folder.dossier.network))
    return play(folder, scenario.id, scenario.scenario, flow)


def _is_found(each: Expected, run: Played, twin: Played | None) -> bool:
    if each.code in CODES:
        before = twin is not None and grade.is_found(each.code, each.at, twin.findings)
        return grade.is_found(each.code, each.at, run.findings) and not before
    return _fails(each, run) and not (twin is not None and _fails(each, twin))


def _fails(each: Expected, run: Played) -> bool:
    return any(rule == each.code and subject in each.at for rule, subject in _failures(run))


def _failures(run: Played) -> Iterator[tuple[str, str]]:
    day: dt.date = run.case.scenario.start.date
    for result in check(run.folder.dossier, as_of=day, flow=run.flow):
        if result.outcome == "fail":
            yield result.rule, result.about.id


def _said(run: Played, twin: Played | None) -> tuple[str, ...]:
    before: Iterable[Any] = twin.findings if twin is not None else ()
    return grade.said(run.findings, before)
