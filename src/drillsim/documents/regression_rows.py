"""Closed entries of the register that were played again, in words."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.checks import ExpectedRow, RegressionRow
from drillsim.documents.names import Names, in_roles, names_of
from drillsim.documents.wording import code_text
from drillsim.files import RegisterDraft
from drillsim.findings import Answer, Outcome
from drillsim.schema import Dossier, Entry
from drillsim.texts import Lang


def regression_rows(
    dossier: Dossier, draft: RegisterDraft, closed: Mapping[str, Entry], answers: Mapping[str, Answer], lang: Lang
) -> tuple[RegressionRow, ...]:
    """Return one row for each of the `closed` entries, with its line in the register as it will be."""
    names = in_roles(names_of(dossier, lang), dossier)
    return tuple(_row(draft, names, number, entry, answers[number]) for number, entry in closed.items())


def _row(draft: RegisterDraft, names: Names, number: str, entry: Entry, answer: Answer) -> RegressionRow:
    scenario, seed = entry.played or ("", None)
    after = {"back": "open", "holds": "verified", "unknown": entry.status}[answer.outcome]
    missed = tuple(each.id for each in answer.expectations if each.holds is False)
    told = {
        "what": f"issue[{number}]", "code": entry.code, "subject": entry.subject, "scenario": scenario,
        "seed": str(seed), "why": answer.why, "expected": "yes" if entry.expected else "no", "missed": missed,
        "before": entry.status, "severity": answer.severity or "",
    }  # fmt: skip
    return RegressionRow(
        number=number,
        code=entry.code,
        subject=entry.subject,
        scenario=scenario,
        seed=seed,
        outcome=answer.outcome,
        why=answer.why,
        severity=answer.severity,
        before=entry.status,
        after=after,
        expectations=tuple(map(_expected, answer.expectations)),
        file=draft.label,
        line=draft.document.line_of((number,)),
        text=code_text(names, f"regression-{answer.outcome}", told),
    )


def _expected(each: Outcome) -> ExpectedRow:
    return ExpectedRow(kind=each.kind, id=each.id, expected=each.expected, found=each.found, held=each.holds)
