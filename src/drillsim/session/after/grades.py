"""Grades of a drill: proposed by rules from the evidence, changed by people with a reason; both are kept.

The scale is HSEEP's (P performed without challenges, S with some, M with major ones, U unable to be performed), which
reads as 优良中差 and for one item as 符合, 基本符合, 不符合. A step:

U  it was due and never began, failed, or timed out, and with the plan alone it did not; or a hazard came of it
M  it was done beyond its limit, or without the permit, order or supervisor it needs
S  it was done otherwise than the plan says, or took longer than with the plan alone from when it could begin
P  it was done in time, as the plan says

A check that found its question answered with no has been done: that the plant is at fault is nobody's failing. A step
that failed with the plan alone too has no grade by rule, nor has one that fails before the plan alone has been played.

The drill as a whole, by the drill practice of the trade: a hazard, or a limit of something safety-critical missed that
the plan alone keeps, is U; one the plan alone misses too, or another limit missed, is M; all kept with deviations or
late steps is S; else P. Steps the plan played in somebody's place are nobody's and have no grade. A drill that was not
completed has none as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from drillsim.findings import View
from drillsim.journal import Event, StepRow
from drillsim.schema import Msel, step_of
from drillsim.session.after.compared import begun_by_people, beyond_ms, compared, own_ms
from drillsim.session.after.corrected import valid
from drillsim.session.after.said import Told, told
from drillsim.session.log import Entry

Grade = Literal["P", "S", "M", "U"]
GRADES: tuple[Grade, ...] = get_args(Grade)
WHOLE = "whole"
GRAVE = ("without_permit", "without_order", "without_supervisor")
LOOKS = ("check", "prove_dead")
"""Verbs that find something out."""
LATE_MS = 60_000
"""Less than this longer than with the plan alone is not late; assumed."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One item with its grades."""

    kind: Literal["step", "objective", "whole"]
    id: str
    """Step instance, the inject an objective stands at, or `whole`."""
    proposed: Grade | None
    """Grade the rules propose; None where the evidence does not tell."""
    why: Told
    given: Grade | None = None
    """Grade somebody gave; None where the proposal stands."""
    reason: str = ""
    by: str = ""
    """Participant who gave it."""
    note: str = ""
    """Words of an evaluator about the step."""

    @property
    def grade(self) -> Grade | None:
        """Return the grade that stands."""
        return self.given or self.proposed


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature under the evaluation."""

    name: str
    by: str
    wall: str
    changed_since: bool
    """True where somebody changed a grade after it."""


def grades(view: View, alone: View | None, msel: Msel | None, entries: Sequence[Entry]) -> tuple[Graded, ...]:
    """Return the steps people were to do, then the objectives of the injects."""
    return with_said([*_steps(view, alone), *_objectives(view, msel, entries)], entries)


def with_said(found: Sequence[Graded], entries: Sequence[Entry]) -> tuple[Graded, ...]:
    """Return the items with the grades and the words evaluators have given."""
    given, notes = _given(entries), _notes(entries)
    return tuple(
        replace(
            _with(each, given.get((each.kind, each.id))), note=notes.get(each.id, "") if each.kind == "step" else ""
        )
        for each in found
    )


def whole(view: View, alone: View | None, ending: str, entries: Sequence[Entry]) -> Graded:
    """Return the grade of the drill."""
    found = _whole(view, alone, ending)
    if ending != "completed":
        return found
    return _with(found, _given(entries).get(("whole", WHOLE)))


def signed(entries: Sequence[Entry]) -> tuple[Signed, ...]:
    """Return the signatures, in order."""
    found = []
    for place, entry in enumerate(entries):
        if entry.what == "signed":
            later = any(each.what in ("rated", "graded", "taken_back", "corrected") for each in entries[place + 1 :])
            found.append(Signed(entry.data["name"], entry.by, entry.wall, later))
    return tuple(found)


def _given(entries: Sequence[Entry]) -> Mapping[tuple[str, str], Entry]:
    """Return the last entry that grades each item."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in valid(entries):
        if entry.what == "rated":
            found["step", entry.data["step"]] = entry
        elif entry.what == "graded":
            item = entry.data["item"]
            found["whole" if item == WHOLE else "objective", item] = entry
    return found


def _notes(entries: Sequence[Entry]) -> Mapping[str, str]:
    """Return the last words of an evaluator about each step."""
    return {entry.data["step"]: entry.data["text"] for entry in valid(entries) if entry.what == "remarked"}


def _with(graded: Graded, entry: Entry | None) -> Graded:
    if entry is None:
        return graded
    grade = entry.data["rating"] if entry.what == "rated" else entry.data["grade"]
    return replace(graded, given=grade, reason=entry.data["reason"], by=entry.by)


def _steps(view: View, alone: View | None) -> Iterator[Graded]:
    mine = begun_by_people(view.journal)
    theirs = {row.step: row for row in alone.rows} if alone is not None else {}
    seen = set()
    for row in view.rows:
        if row.step in mine:
            seen.add(row.step)
            yield Graded("step", row.step, *_of_step(view, row, alone, theirs.get(row.step)))
    for name, other in theirs.items():
        found = step_of(view.plan, name)
        if name in seen or found is None or other.state != "done" or _begun(view, name):
            continue
        if _belongs_to_people(view, found[1].by.operator):
            yield Graded("step", name, "U", told("grade-never-begun", alone_ms=other.finished_ms, step=name))


def _begun(view: View, name: str) -> bool:
    return any(row.step == name and row.state not in ("waiting", "ready") for row in view.rows)


def _belongs_to_people(view: View, role: str) -> bool:
    """Return whether people decided anything for the role in this drill."""
    holders = view.plan.actors[role].held_by
    return any(e.data.get("wall_time") and e.data["by"] in holders for e in view.journal.of("decision"))


def _of_step(view: View, row: StepRow, alone: View | None, other: StepRow | None) -> tuple[Grade | None, Told]:
    own, step = own_ms(view, row, alone, other), step_of(view.plan, row.step)
    found_otherwise = (row.state, row.why) == ("failed", "check") and step is not None and step[1].do in LOOKS
    hazards = list(view.events("hazard", step=row.step))
    if hazards:
        return "U", told("grade-hazard", hazards[0].t_ms, [e.seq for e in hazards], step=row.step)
    if row.state in ("failed", "timed_out") and not found_otherwise:
        if alone is None or (other is not None and other.state == row.state):
            code = "grade-failed-so-far" if alone is None else "grade-failed-too"
            return None, told(code, row.finished_ms, row.seqs, state=row.state)
        return "U", told("grade-failed", row.finished_ms, row.seqs, state=row.state)
    if row.state in ("skipped", "dropped", "waiting"):
        return None, told("grade-not-done", row.finished_ms, row.seqs, state=row.state)
    departed = [code for e in _decisions(view, row.step) for code in e.data.get("deviation", ())]
    over = beyond_ms(view, row)
    if over and step is not None and step[1].within is not None:
        within = step[1].within
        return "M", told("grade-over", row.finished_ms, row.seqs, limit_ms=within, took_ms=within + over)
    if row.state in ("ready", "in_progress"):
        return None, told("grade-open", None, row.seqs)
    grave = [code for code in departed if code in GRAVE]
    if grave:
        return "M", told("grade-departed", row.started_ms, row.seqs, deviations=sorted(set(grave)))
    if departed:
        return "S", told("grade-departed", row.started_ms, row.seqs, deviations=sorted(set(departed)))
    if own is not None and own >= LATE_MS:
        return "S", told("grade-late", row.finished_ms, row.seqs, late_ms=own)
    return "P", told("grade-found-otherwise" if found_otherwise else "grade-in-time", row.finished_ms, row.seqs)


def _decisions(view: View, step: str) -> Iterator[Event]:
    return (e for e in view.journal.of("decision") if e.data["what"].get("step") == step)


def _objectives(view: View, msel: Msel | None, entries: Sequence[Entry]) -> Iterator[Graded]:
    """Yield the objectives injects were for: met where the expected act came in time; where nothing is expected the
    evaluator alone can tell."""
    lines = {entry.data["line"]: entry.data for entry in entries if entry.what == "line"}
    for name, inject in (msel.injects if msel is not None else {}).items():
        if not inject.objective and inject.expects is None:
            continue
        line = lines.get(name)
        if line is None or line["state"] != "given":
            yield Graded("objective", name, None, told("grade-not-given", inject=name))
        elif line["fulfilled"] is None:
            code = "grade-by-hand" if inject.expects is None else "grade-not-yet"
            yield Graded("objective", name, None, told(code, line["given_ms"], inject=name))
        elif line["fulfilled"]:
            yield Graded("objective", name, "P", told("grade-expected", line["given_ms"], inject=name))
        else:
            yield Graded("objective", name, "U", told("grade-not-expected", line["given_ms"], inject=name))


def _whole(view: View, alone: View | None, ending: str) -> Graded:
    def graded(grade: Grade | None, why: Told) -> Graded:
        return Graded("whole", WHOLE, grade, why)

    if ending != "completed":
        return graded(None, told(f"grade-whole-{ending.replace('_', '-') or 'open'}"))
    if not any(e.data.get("wall_time") and e.data["by"] for e in view.journal.of("decision")):
        return graded(None, told("grade-whole-nobody"))
    hazards = [e.seq for e in view.journal.of("hazard")]
    if hazards:
        return graded("U", told("grade-whole-hazard", evidence=hazards, n=len(hazards)))
    missed = view.missed
    critical = [each.id for each in missed if each.critical]
    theirs = {(each.kind, each.id) for each in alone.missed} if alone is not None else set()
    own = [each.id for each in missed if each.critical and (each.kind, each.id) not in theirs]
    if own:
        return graded("U", told("grade-whole-critical", ids=own, n=len(own)))
    if critical:
        return graded("M", told("grade-whole-critical-too", ids=critical, n=len(critical)))
    if missed:
        return graded("M", told("grade-whole-missed", ids=[each.id for each in missed], n=len(missed)))
    departed = compared(view, alone).departed
    late = [row for row in _steps(view, alone) if row.proposed in ("S", "M", "U")]
    if departed or late:
        seqs = [e.seq for e in departed]
        return graded("S", told("grade-whole-departed", evidence=seqs, n=len(departed), late=len(late)))
    doubtful = [v.id for v in view.verdicts if v.protected and v.verdict != "met"]
    if doubtful:
        return graded(None, told("grade-whole-doubtful", ids=doubtful, n=len(doubtful)))
    return graded("P", told("grade-whole-kept"))
