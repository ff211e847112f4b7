"""After a drill: what is told, judged and put on the list, from files, journal and log alone. Values without words.

said        a statement by its code and facts
corrected   corrections of the record, and the journal as it is judged
alone       the plan alone, with the same luck and the same injects
compared    steps and limits of the drill beside those of the plan alone
evidence    steps of a drill that goes on, with the grade the rules would propose by now
goods       what went well, with its evidence
story       what happened, in a dozen lines
late        the latest steps and what they waited for
grades      grades that follow from the evidence, and those people gave
rows        the improvement list
beliefs     what the roles believed at the end, and what was so
untried     what the drill did not exercise
observed    times of steps whose end a person reported
pooled      those of several drills, shrunk towards the plan's
"""

from drillsim.session.after.alone import injected, played_alone
from drillsim.session.after.beliefs import Belief, Statement, statements
from drillsim.session.after.compared import BesidePlan, Compared, compared, could_ms, limits
from drillsim.session.after.corrected import Correction, Keyed, corrected, corrections, keyed, valid
from drillsim.session.after.evidence import Evidence, evidence
from drillsim.session.after.goods import goods
from drillsim.session.after.grades import GRADES, Grade, Graded, Signed, grades, signed, whole
from drillsim.session.after.late import Late, late
from drillsim.session.after.observed import Observed, observed
from drillsim.session.after.pooled import Shrunk, Times, pooled
from drillsim.session.after.rows import OPEN_ROWS, ROW_STATES, Row, RowState, proposed, rows
from drillsim.session.after.said import Told, told
from drillsim.session.after.story import story
from drillsim.session.after.untried import played, untried

__all__ = [
    "GRADES",
    "OPEN_ROWS",
    "ROW_STATES",
    "Belief",
    "BesidePlan",
    "Compared",
    "Correction",
    "Evidence",
    "Grade",
    "Graded",
    "Keyed",
    "Late",
    "Observed",
    "Row",
    "RowState",
    "Shrunk",
    "Signed",
    "Statement",
    "Times",
    "Told",
    "compared",
    "corrected",
    "corrections",
    "could_ms",
    "evidence",
    "goods",
    "grades",
    "injected",
    "keyed",
    "late",
    "limits",
    "observed",
    "played",
    "played_alone",
    "pooled",
    "proposed",
    "rows",
    "signed",
    "statements",
    "story",
    "told",
    "untried",
    "valid",
    "whole",
]
