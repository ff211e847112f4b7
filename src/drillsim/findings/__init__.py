"""Verdicts, weak points and what was not tested: computed from files and journal alone, never from a simulation."""

from drillsim.findings.assess import assess, order, weak_points
from drillsim.findings.cause import Group, began_ms, groups
from drillsim.findings.codes import CODES, ITS_OWN, Code
from drillsim.findings.dependencies import critical_loads, is_critical, needed_loads
from drillsim.findings.endurance import DIP_MS, REFILL_NOT_SEEN
from drillsim.findings.expectations import Outcome, outcomes
from drillsim.findings.feeding import Feeding
from drillsim.findings.finding import Finding, Severity, Subject, Verdict, VerdictWord
from drillsim.findings.ledger import KINDS, Entry, ledger, outages
from drillsim.findings.never_begun import NeverBegun, never_begun
from drillsim.findings.not_tested import NotTested, not_tested
from drillsim.findings.reach import behind, beyond
from drillsim.findings.regression import NO_SCENARIO, Answer, Judged
from drillsim.findings.roster import Roster
from drillsim.findings.rules.management import unexplained
from drillsim.findings.rules.operation import HAZARD_CODES
from drillsim.findings.severity import severity
from drillsim.findings.verdict import Interruption, doubt_of, interruptions, unserved_w_ms, verdicts
from drillsim.findings.view import View

__all__ = [
    "CODES",
    "DIP_MS",
    "HAZARD_CODES",
    "ITS_OWN",
    "KINDS",
    "NO_SCENARIO",
    "REFILL_NOT_SEEN",
    "Answer",
    "Code",
    "Entry",
    "Feeding",
    "Finding",
    "Group",
    "Interruption",
    "Judged",
    "NeverBegun",
    "NotTested",
    "Outcome",
    "Roster",
    "Severity",
    "Subject",
    "Verdict",
    "VerdictWord",
    "View",
    "assess",
    "began_ms",
    "behind",
    "beyond",
    "critical_loads",
    "doubt_of",
    "groups",
    "interruptions",
    "is_critical",
    "ledger",
    "needed_loads",
    "never_begun",
    "not_tested",
    "order",
    "outages",
    "outcomes",
    "severity",
    "unexplained",
    "unserved_w_ms",
    "verdicts",
    "weak_points",
]
