"""Rules over the files and the network, without a simulation.

`check` asks every rule; `file_problems` finds what makes a folder impossible to simulate; `two_sided_waits` is P07 in
the plan's own text. Results are values; `wording` puts them into words at the edge, `document` is `check --json`.
"""

from drillsim.checks.applicable import misfit_text, scenario_row
from drillsim.checks.contradiction import file_problems
from drillsim.checks.document import (
    CheckDocument,
    CollectRow,
    ExpectedRow,
    MisfitRow,
    RegressionDocument,
    RegressionRow,
    ResultRow,
    ScenarioRow,
    Summary,
    check_document,
    summary,
)
from drillsim.checks.inputs import Inputs
from drillsim.checks.locate import Locate, locator
from drillsim.checks.reachable import Danger, TooMany, dangers
from drillsim.checks.registry import RULES, all_rules
from drillsim.checks.rule import (
    About,
    Confidence,
    Outcome,
    Result,
    Rule,
    Severity,
    failed,
    not_applicable,
    passed,
    unknown,
)
from drillsim.checks.rules.card_span import contradicted
from drillsim.checks.rules.plan_names import names_fit_network
from drillsim.checks.run import check
from drillsim.checks.todo import TODOS, todo_of
from drillsim.checks.two_sided import TwoSidedWait, two_sided_waits, utility_sight
from drillsim.checks.wording import (
    closing_text,
    explanation,
    outcome_text,
    result_text,
    rules_table,
    source_text,
    title_text,
)

__all__ = [
    "RULES",
    "TODOS",
    "About",
    "CheckDocument",
    "CollectRow",
    "Confidence",
    "Danger",
    "ExpectedRow",
    "Inputs",
    "Locate",
    "MisfitRow",
    "Outcome",
    "RegressionDocument",
    "RegressionRow",
    "Result",
    "ResultRow",
    "Rule",
    "ScenarioRow",
    "Severity",
    "Summary",
    "TooMany",
    "TwoSidedWait",
    "all_rules",
    "check",
    "check_document",
    "closing_text",
    "contradicted",
    "dangers",
    "explanation",
    "failed",
    "file_problems",
    "locator",
    "misfit_text",
    "names_fit_network",
    "not_applicable",
    "outcome_text",
    "passed",
    "result_text",
    "rules_table",
    "scenario_row",
    "source_text",
    "summary",
    "title_text",
    "todo_of",
    "two_sided_waits",
    "unknown",
    "utility_sight",
]
