"""The papers a meeting signs, each built once from what was recorded of a run, as blocks.

form(run, kind, lang) -> Document
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from drillsim.documents.blocks import Document
from drillsim.documents.build_report import build_report
from drillsim.documents.changes import place_text
from drillsim.documents.forms.after_action import after_action
from drillsim.documents.forms.before_after import before_after
from drillsim.documents.forms.coverage import coverage
from drillsim.documents.forms.improvement_list import KIND as IMPROVEMENT_LIST
from drillsim.documents.forms.improvement_list import WRITABLE, improvement_list, listed_state
from drillsim.documents.forms.notice import notice
from drillsim.documents.forms.paper import SIDES, Paper
from drillsim.documents.forms.revision_table import basis_of, reason_of, revision_table
from drillsim.documents.forms.signing import approval, sign_in
from drillsim.documents.forms.to_confirm import to_confirm
from drillsim.documents.forms.weak_points import weak_points
from drillsim.documents.names import names_of
from drillsim.documents.pictures.canvas import Drawn
from drillsim.documents.plan_text import wall_cards
from drillsim.documents.report import Report
from drillsim.documents.run_document import RunDocument
from drillsim.documents.run_report import run_report
from drillsim.files import AssumedFigure
from drillsim.journal import Journal
from drillsim.schema import Case, Side
from drillsim.texts import Lang

Kind = Literal[
    "report", "after-action", "revision-table", "improvement-list", "approval", "sign-in", "notice", "wall-cards",
    "to-confirm", "before-after", "coverage", "weak-points",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
_BUILDERS: Mapping[Kind, Callable[[Paper, Report], Document]] = {
    "report": lambda paper, report: run_report(report),
    "after-action": after_action,
    "revision-table": revision_table,
    "improvement-list": improvement_list,
    "approval": approval,
    "sign-in": sign_in,
    "notice": notice,
    "wall-cards": lambda paper, _: wall_cards(paper.case.dossier, paper.lang, paper.sides),
    "to-confirm": to_confirm,
    "before-after": before_after,
    "coverage": coverage,
    "weak-points": weak_points,
}


def forms(
    document: RunDocument,
    case: Case,
    journal: Journal,
    assumed: tuple[AssumedFigure, ...],
    lang: Lang,
    kinds: tuple[Kind, ...],
    sides: tuple[Side, ...] = SIDES,
) -> list[Document]:
    """The papers of one run in `lang`, in the order of `kinds`. `sides`: whose rows they hold, beside those of both."""
    paper = Paper(names_of(case.dossier, lang), document, case, journal, assumed, sides=sides)
    drawn: dict[str, Drawn] | None = None if "report" in kinds else {}  # nothing else shows pictures
    report = build_report(document, case, journal, lang, drawn)
    return [_BUILDERS[kind](paper, report) for kind in kinds]


__all__ = [
    "IMPROVEMENT_LIST",
    "KINDS",
    "WRITABLE",
    "Kind",
    "Paper",
    "basis_of",
    "forms",
    "listed_state",
    "place_text",
    "reason_of",
]
