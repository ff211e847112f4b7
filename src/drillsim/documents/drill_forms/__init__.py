"""The papers of a drill that was held, each built once from its document, its journal and its log, as blocks.

drill_forms(drill, case, journal, assumed, lang, kinds) -> documents
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from drillsim.documents.blocks import Document
from drillsim.documents.drill_forms.after_action import after_action, after_action_aqt, after_action_hseep
from drillsim.documents.drill_forms.attendance import sign_in
from drillsim.documents.drill_forms.evaluation import evaluation
from drillsim.documents.drill_forms.improvements import improvement_list
from drillsim.documents.drill_forms.msel import msel
from drillsim.documents.drill_forms.paper import DrillPaper
from drillsim.documents.drill_forms.record import exercise_record, session_record
from drillsim.documents.drill_report import DrillDocument
from drillsim.documents.forms.paper import SIDES
from drillsim.documents.names import names_of
from drillsim.files import AssumedFigure
from drillsim.journal import Journal
from drillsim.schema import Case, Side
from drillsim.texts import Lang

DrillKind = Literal[
    "after-action", "after-action-aqt", "after-action-hseep", "session-record", "exercise-record", "evaluation", "msel",
    "sign-in", "improvement-list",
]  # fmt: skip
DRILL_KINDS: tuple[DrillKind, ...] = get_args(DrillKind)
USUAL: tuple[DrillKind, ...] = tuple(each for each in DRILL_KINDS if not each.startswith("after-action-"))
"""Kinds that are written where nobody asks for some: the report in the order of its language alone."""
_BUILDERS: Mapping[DrillKind, Callable[[DrillPaper], Document]] = {
    "after-action": after_action,
    "after-action-aqt": after_action_aqt,
    "after-action-hseep": after_action_hseep,
    "session-record": session_record,
    "exercise-record": exercise_record,
    "evaluation": evaluation,
    "msel": msel,
    "sign-in": sign_in,
    "improvement-list": improvement_list,
}


def drill_forms(
    drill: DrillDocument,
    case: Case,
    journal: Journal,
    assumed: tuple[AssumedFigure, ...],
    lang: Lang,
    kinds: tuple[DrillKind, ...],
    sides: tuple[Side, ...] = SIDES,
) -> list[Document]:
    """The papers of one drill in `lang`, in the order of `kinds`. `journal`: the one it is judged by; `sides`: those
    whose rows they hold, beside the rows of both."""
    paper = DrillPaper(names_of(case.dossier, lang), drill.run, case, journal, assumed, drill, sides=sides)
    return [_BUILDERS[kind](paper) for kind in kinds]


__all__ = ["DRILL_KINDS", "USUAL", "DrillKind", "drill_forms"]
