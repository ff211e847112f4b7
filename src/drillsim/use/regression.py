"""Every closed entry of the register played again on the plan as it is: it holds, it is back, or nobody can tell.

An entry that is back is open again, with the version that brought it back; one that was reported as put right and
holds is verified. The register is written once, when all has been played.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drillsim.checks import RegressionDocument
from drillsim.documents import regression_rows
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import (
    CustomerFolder,
    RegisterDraft,
    ScenarioFile,
    find_scenarios,
    load_scenario,
    register_draft,
    write_register,
)
from drillsim.findings import NO_SCENARIO, Answer, Judged, View
from drillsim.network import PowerFlow, flow_for
from drillsim.revision import pool
from drillsim.schema import Entry, Register
from drillsim.texts import Lang
from drillsim.use.play import Play
from drillsim.use.progress import Progress, unseen


@dataclass(frozen=True, slots=True, eq=False)
class _Bench:
    """Everything a process needs to play any of the runs."""

    folder: CustomerFolder
    scenarios: Mapping[str, ScenarioFile]
    flow: PowerFlow


@dataclass(frozen=True, slots=True)
class _Job:
    """One run, and the entries it answers."""

    scenario: str
    seed: int
    entries: tuple[tuple[str, Entry], ...]


def played_again(
    folder: CustomerFolder,
    lang: Lang,
    *,
    as_of: dt.date | None = None,
    workers: int = 1,
    progress: Progress = unseen,
) -> RegressionDocument:
    """The closed entries played again by `workers` processes, and the register brought up to date.

    `as_of` is the day a return is dated by. A customer without a register has nothing to play.
    Raises: InvalidInput when a scenario cannot be read, an entry was closed after `as_of`, or the register has changed
    meanwhile; nothing is written then.
    """
    register = folder.dossier.register
    if register is None:
        return RegressionDocument(played=(), not_closed=0, written=False)
    if as_of is not None:
        refuse_later(folder, as_of)
    closed = _closed(register)
    answers = _answers(folder, closed, workers, progress)
    draft = _draft(folder, closed, answers, as_of, lang)
    written = write_register(folder, draft)
    return RegressionDocument(
        played=regression_rows(folder.dossier, draft, closed, answers, lang),
        not_closed=sum(entry.is_open for entry in register.entries.values()),
        written=written,
    )


def refuse_later(folder: CustomerFolder, day: dt.date) -> None:
    """Refuse a day on which an entry that is closed was still open. Raises: InvalidInput."""
    file, register = folder.register, folder.dossier.register
    if file is None or register is None:
        return
    later = {number: each.closed for number, each in _closed(register).items() if each.closed and each.closed > day}
    if later:
        raise InvalidInput(
            Problem(
                file=file.label, line=file.line_of((number, "closed")), field=f"{number}.closed",
                code="register-closed-later", facts=facts(closed=since.isoformat(), day=day.isoformat()),
            )
            for number, since in later.items()
        )  # fmt: skip


def _closed(register: Register) -> dict[str, Entry]:
    return {number: entry for number, entry in register.entries.items() if entry.is_closed}


def _answers(
    folder: CustomerFolder, closed: Mapping[str, Entry], workers: int, progress: Progress
) -> dict[str, Answer]:
    """Return the answer about each closed entry; entries of one scenario and seed share their run."""
    shared: dict[tuple[str, int], list[tuple[str, Entry]]] = {}
    for number, entry in closed.items():
        if entry.played is not None:
            shared.setdefault(entry.played, []).append((number, entry))
    jobs = [_Job(scenario, seed, tuple(each)) for (scenario, seed), each in shared.items()]
    bench = _Bench(folder, _scenarios(folder, (each.scenario for each in jobs)), flow_for(folder.dossier.network))
    found = dict.fromkeys(closed, NO_SCENARIO)
    with pool(bench, min(workers, len(jobs))) as processes:
        for done, answers in enumerate(processes.map(_play, jobs)):
            progress("regression", done, len(jobs))
            found.update(answers)
    return found


def _scenarios(folder: CustomerFolder, names: Iterable[str]) -> dict[str, ScenarioFile]:
    """Return the scenarios by name. Raises: InvalidInput with the problems of all of them."""
    paths, read, problems = find_scenarios(folder.path), {}, list[Problem]()
    for name in dict.fromkeys(names):
        try:
            read[name] = load_scenario(paths[name])
        except InvalidInput as error:
            problems += error.problems
    if problems:
        raise InvalidInput(problems)
    return read


def _play(bench: _Bench, job: _Job) -> tuple[tuple[str, Answer], ...]:
    play = Play(bench.folder, bench.scenarios[job.scenario], job.seed, bench.flow)
    judged = Judged(View(play.case, play.simulated()))
    return tuple((number, judged.answer(entry)) for number, entry in job.entries)


def _draft(
    folder: CustomerFolder,
    closed: Mapping[str, Entry],
    answers: Mapping[str, Answer],
    as_of: dt.date | None,
    lang: Lang,
) -> RegisterDraft:
    """Return the register as the answers leave it."""
    draft = register_draft(folder, lang)
    for number, entry in closed.items():
        outcome = answers[number].outcome
        if outcome == "back":
            draft = draft.reopened(number, folder.dossier.plan.version, as_of)
        elif outcome == "holds" and entry.status == "done":
            draft = draft.verified(number)
    return draft
