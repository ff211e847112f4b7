"""Before a drill: which scenario to drill, and the papers of one.

A scenario is worth a drill where weak points closed once have come back, where nobody has drilled it yet, and where
the plan misses most. Every scenario that applies is played once by the plan alone; nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from drillsim.documents.drill_sheets import Expected, RoleAtStart, Sheets, drill_sheets
from drillsim.documents.render import Document
from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder, MselFile, ScenarioFile
from drillsim.journal import step_rows
from drillsim.network import PowerFlow, flow_for
from drillsim.revision.review import applicable
from drillsim.schema import Case, Msel, Words, step_of
from drillsim.session import open_drill, read_log
from drillsim.texts import Lang
from drillsim.use.play import Play

LOG = "session.jsonl"


@dataclass(frozen=True, slots=True)
class Suggested:
    """One scenario, and what speaks for drilling it."""

    scenario: str
    title: Words
    missed: int
    """Limits missed when the plan plays it by itself, seed 1 unless told."""
    severe: int
    """Weak points of severity A."""
    drilled: tuple[str, ...]
    """Days on which drills of it were led to their end, `2026-05-12`."""
    broken_off: int
    """Drills of it that were not."""
    back: tuple[str, ...]
    """Numbers of the register that it showed, that came back after having been closed, and are not closed now."""
    still: tuple[str, ...]
    """Numbers of the register that it showed and that are open, but for these."""

    @property
    def order(self) -> tuple[bool, bool, int, int, str]:
        """Return the key that puts first what is most worth a drill."""
        return (not self.back, bool(self.drilled), -self.missed, -self.severe, self.scenario)


def suggested(folder: CustomerFolder, out: Path, seed: int) -> tuple[Suggested, ...]:
    """Return every scenario that applies to the customer, the one most worth a drill first."""
    flow, held = flow_for(folder.dossier.network), _drills(out / folder.results)
    register = _entries(folder)
    found = []
    for file in applicable(folder):
        play = Play(folder, file, seed, flow)
        journal = play.simulated()
        if journal.events[-1].data.get("status") == "not_applicable":
            continue
        review = play.judged(journal)
        back, still = register.get(file.id, ((), ()))
        days = tuple(day for day, is_whole in held.get(file.id, ()) if is_whole)
        found.append(
            Suggested(
                file.id, file.scenario.title, sum(v.protected and v.verdict == "missed" for v in review.verdicts),
                sum(each.severity == "A" for each in review.findings), days,
                len(held.get(file.id, ())) - len(days), back, still,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda each: each.order))


def papers(
    folder: CustomerFolder,
    scenario: ScenarioFile,
    msel: MselFile | None,
    played: Sequence[str],
    lang: Lang,
    seed: int = 1,
) -> tuple[Document, ...]:
    """Return the papers of a drill. `played`: roles people will play; the plan stands in for all others. The script
    has the times of the plan alone with the injects that come by themselves."""
    case = Case(folder.dossier, scenario.id, scenario.scenario)
    flow, own = flow_for(folder.dossier.network), msel.msel if msel is not None else None
    drill = open_drill(case, flow, played=played)
    roles = []
    for role, actor in folder.dossier.plan.actors.items():
        views = [view for view in (drill.run.view(each) for each in actor.held_by) if view.on_duty]
        place = next((view.place for view in views if view.place), None)
        roles.append(RoleAtStart(role, tuple(view.person for view in views), place or "", role in played))
    return drill_sheets(Sheets(case, own, roles, _expected(case, flow, own, seed), lang))


def _expected(case: Case, flow: PowerFlow, msel: Msel | None, seed: int) -> tuple[Expected, ...]:
    """Return the steps the plan alone begins, in order of time."""
    alone = open_drill(case, flow, played=(), seed=seed, msel=msel)
    alone.go_to(case.scenario.horizon)
    found = []
    for each in step_rows(alone.run.journal()):
        step = step_of(case.dossier.plan, each.step)
        if step is not None and each.started_ms is not None:
            found.append(Expected(each.step, step[1].by.operator, each.started_ms, each.finished_ms))
    return tuple(sorted(found, key=lambda each: each.begins_ms))


def _drills(results: Path) -> Mapping[str, list[tuple[str, bool]]]:
    """Return the drills below a folder by scenario: the day each was opened, and whether it was led to its end."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for log in sorted(results.glob(f"session-*/{LOG}")):
        try:
            entries = read_log(log)
        except (InvalidInput, OSError):  # a folder nobody can read says nothing of a drill
            continue
        opened = next((each for each in entries if each.what == "opened"), None)
        how = next((each.data["how"] for each in entries if each.what == "stopped"), "")
        if opened is not None:
            found.setdefault(opened.data["scenario"], []).append((opened.wall[:10], how == "completed"))
    return found


def _entries(folder: CustomerFolder) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the numbers of the register's open entries by scenario: those that came back, and the others."""
    register = folder.dossier.register
    if register is None:
        return {}
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for number, entry in register.entries.items():
        if not entry.is_closed and entry.status != "rejected":
            back, still = found.get(entry.scenario, ((), ()))
            found[entry.scenario] = ((*back, number), still) if entry.recurs else (back, (*still, number))
    return found
