"""The simulation: files in, journal out. SimPy lives here and nowhere else.

`simulate(case)` plays the written plan and gives the journal. A live drill drives one `Run` itself:

    run = Run(case, operators=[PlanOperator(frozenset({"dispatcher"}))])    # the plan stands in for those absent
    run.advance(t_ms)                       # everything before t_ms, and of that instant what comes to people
    run.view("wang")                        # View: beliefs with since when and from whom, messages, place, what they do
    run.options("wang")                     # Offers: decisions open to them; without deviation, those of the plan
    run.submit(Begin("S10", by="wang", people=("wang",)))                   # Accepted | Refused
    run.advance(t_ms)                       # the decide round, and what follows in the same instant
    run.next_ms()                           # time of the next event: to jump there
    run.fork(operators=[PlanOperator()])    # the plan goes on from here; this run stays as it is
    go_on(case, run.checkpoint, luck=...)   # the same in another process, and with other luck from here on
    resume(case, journal)                   # the run of a drill that was broken off, to go on
    run.finish()                            # the journal; `replay(case, journal)` plays it again to the same bytes

**Deciding.** Decisions are frozen values with `by`, a person or `FACILITATOR`: `Activate`, `Close` (cards); `Begin`,
`Skip`, `Choose`, `Finish` (steps); `Permit`, `Refuse`; `Tell`, `Ask`, `Go`, `Act` (beyond the plan, by anybody:
`Run.acts` lists verbs and targets); `Inject`, `Withdraw`, `Inform`, `Correct` (whoever leads the drill). The plan's
decisions are the same values and go the same way. A decision starts something; travel, work and calls stay simulated.

**Refused** (`CODES`): nothing has happened, and nothing stands in the journal. A decision that is out of order, or goes
without knowledge, permit or second person, is accepted, carried out and journalled with `deviation`
(`drillsim.journal.DEVIATIONS`); interlocks and hazards judge it.

**Time.** Everybody decides in the decide round of an instant: the plan first, then people as they came. `advance(t)`
stops before it, and called again for the same `t` plays it; `next_ms() == t` says that the instant has another one, as
when a card that was activated lets its steps begin. Nothing is back-dated: a forgotten entry is made now, with `Finish`
for its end and `Correct` for what people believe.

**Roles.** `PlanOperator(roles)` plays these roles; of all others the plan decides nothing: their cards, steps,
restarts, permits and ways wait for a person. Everybody may still submit for anybody: who sits before which screen is
the caller's affair.

**The record.** Such a run journals every decision, the plan's own too, and what the scenario tells people;
`Run(record=True)` does so with the plan alone. A run of the plan alone journals neither.
"""

from drillsim.simulation.core.chosen import Asked, ChosenLuck, Span, Use, WatchedLuck
from drillsim.simulation.core.luck import BranchedLuck, Luck
from drillsim.simulation.core.what_if import AS_IT_IS, WhatIf
from drillsim.simulation.decide.answer import CODES, Accepted, Code, Refused
from drillsim.simulation.decide.decisions import (
    FACILITATOR,
    NAMES,
    Act,
    Activate,
    Ask,
    Begin,
    Choose,
    Close,
    Correct,
    Decision,
    FactRow,
    Finish,
    Go,
    Inform,
    Inject,
    Permit,
    Refuse,
    Skip,
    Tell,
    Withdraw,
    as_told,
    decision_of,
)
from drillsim.simulation.decide.operator import Operator, PlanOperator
from drillsim.simulation.decide.replay import Checkpoint, decided_by_people, drive, luck_of
from drillsim.simulation.decide.rounds import Submitted
from drillsim.simulation.decide.sources import Message, Source
from drillsim.simulation.decide.view import Held, Offer, View
from drillsim.simulation.plan.known import Known
from drillsim.simulation.run import Run, go_on, replay, resume, simulate

__all__ = [
    "AS_IT_IS",
    "CODES",
    "FACILITATOR",
    "NAMES",
    "Accepted",
    "Act",
    "Activate",
    "Ask",
    "Asked",
    "Begin",
    "BranchedLuck",
    "Checkpoint",
    "Choose",
    "ChosenLuck",
    "Close",
    "Code",
    "Correct",
    "Decision",
    "FactRow",
    "Finish",
    "Go",
    "Held",
    "Inform",
    "Inject",
    "Known",
    "Luck",
    "Message",
    "Offer",
    "Operator",
    "Permit",
    "PlanOperator",
    "Refuse",
    "Refused",
    "Run",
    "Skip",
    "Source",
    "Span",
    "Submitted",
    "Tell",
    "Use",
    "View",
    "WatchedLuck",
    "WhatIf",
    "Withdraw",
    "as_told",
    "decided_by_people",
    "decision_of",
    "drive",
    "go_on",
    "luck_of",
    "replay",
    "resume",
    "simulate",
]
