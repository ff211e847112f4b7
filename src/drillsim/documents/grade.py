"""The grade a run proposes for the plan, on both scales, and how sure it is; whoever heads the evaluation decides.

By the drill practice of the trade: a hazard, harm done or a limit of something safety-critical missed is U; another
limit missed is M; all kept with weak points is S; all kept without any is P. A run that did not end, or was
not judged throughout, has no grade: nobody may read it as passed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from drillsim.documents.run_document import JudgedRow
from drillsim.documents.source import Recorded

Grade = Literal["P", "S", "M", "U"]


def grade(run: Recorded) -> Grade | None:
    """Return the grade; None where the evidence does not tell."""
    document = run.document
    rows = [row for row in (*document.loads, *document.functions) if row.protected]
    missed = [row for row in rows if row.verdict == "missed"]
    if document.hazards or any(is_critical(run, row) for row in missed):
        return "U"
    if missed:
        return "M"
    whole = document.status == "completed" and rows and all(row.verdict == "met" for row in rows)
    if not whole or any(run.journal.of("cannot_say")):
        return None
    return "S" if document.findings else "P"


def is_critical(run: Recorded, row: JudgedRow) -> bool:
    """Return whether a load or function is safety-critical: by its grade, or because harm was done to it."""
    load = run.case.dossier.site.loads.get(row.id)
    return is_harmed(run, row) or (load is not None and (load.security or load.grade == "1S"))


def is_harmed(run: Recorded, row: JudgedRow) -> bool:
    """Return whether the limit of harm of a function was passed."""
    return any(
        event.data["function"] == row.id and event.data["state"] == "harmed"
        for event in run.journal.of("function_changed")
    )


def grade_text(run: Recorded) -> str:
    """Return the grade in words, or that none is proposed."""
    found = grade(run)
    return run.words("grade", grade=run.words(f"grade-{found}")) if found else run.words("grade-none")


def sure(run: Recorded) -> tuple[str, ...]:
    """Return how sure the report is, in sentences."""
    return tuple(_sure(run))


def _sure(run: Recorded) -> Iterator[str]:
    document = run.document
    yield run.words("sure-one-run", seed=document.seed)
    if document.proofs is None or document.proofs.of is None or document.proofs.done != document.proofs.of:
        yield run.words("sure-not-rerun")
    assumed = sum(row.assumed is not None and row.verdict == "proposed" for row in document.recommendations)
    if assumed:
        yield run.words("sure-assumed", n=assumed)
    if any(event.data["assumed"] for event in run.journal.of("protection_trips")):
        yield run.words("assumption-selectivity")
    if any(run.journal.of("cannot_say")):
        yield run.words("assumption-cannot-say")
    yield run.words("sure-figures")
