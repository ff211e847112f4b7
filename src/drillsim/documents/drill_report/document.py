"""The document of one drill: what `report --json` prints of a session's folder and `hotwash.json` keeps.

Each text stands in both languages, as in `run.json`. Times are scenario times in integer milliseconds.
"""

from __future__ import annotations

from typing import Any, Literal

from drillsim.documents.drill_report.room_rows import AttendedRow, CourseRow, InjectRow, SettledRow
from drillsim.documents.run_document import Part, RunDocument, Said, in_one
from drillsim.texts import Lang

GradeWord = Literal["P", "S", "M", "U"]
EndingWord = Literal["completed", "aborted", "abandoned", "real_emergency", "open"]


class LineRow(Part):
    """One statement."""

    code: str
    """Code of the statement."""
    at_ms: int | None
    """Time it is about, ms; null for none."""
    text: Said
    """The statement in words."""
    evidence: list[int]
    """`seq` of the events of the journal it rests on."""


class LateRow(Part):
    """One late step."""

    step: str
    """Step instance."""
    title: Said
    """Step in words."""
    role: Said
    """Role that was to do it."""
    late_ms: int
    """Time it was late, ms."""
    own_ms: int
    """Part of it that the steps before it had not brought already, ms."""
    against: Literal["limit", "plan"]
    """Measured against its limit, or against the plan alone."""
    reason: Said
    """Reason it waited."""
    done_ms: int | None
    """Time it was done, ms; null where it was not."""
    evidence: list[int]
    """`seq` of the events of the journal it rests on."""


class BrokenRow(Part):
    """One load or function whose limit was missed, in the drill or with the plan alone."""

    kind: Literal["load", "function"]
    """Load or function."""
    id: str
    """Its id."""
    name: Said
    """Its name."""
    limit_ms: int | None
    """Longest interruption allowed, ms."""
    worst_ms: int
    """Longest interruption in the drill, ms."""
    open: bool
    """True where it was still interrupted at the end."""
    verdict: str
    """Verdict on the drill."""
    alone_ms: int | None
    """Longest interruption with the plan alone, ms; null where that was not played."""
    alone_verdict: str
    """Verdict on the plan alone; empty where that was not played."""
    cause: Said
    """Cause of it, as the weak points tell; empty where none does."""
    evidence: list[int]
    """`seq` of the events of the journal it rests on."""


class BelievedRow(Part):
    """One belief at the end, and the roles that held it."""

    roles: Said
    """Roles that believed it."""
    state: Said
    """State they believed."""
    as_of_ms: int | None
    """Time it was so as far as the last of them knew, ms; null for what stood before the drill."""
    wrong: bool
    """True where something else was so."""
    untold: bool
    """True where nobody had told them: they went by what stood before the drill."""


class StatementRow(Part):
    """One thing at the end: what was so, and who believed what."""

    kind: str
    """Kind of thing."""
    id: str
    """Its id."""
    name: Said
    """Its name."""
    true: Said
    """State that was so."""
    believed: list[BelievedRow]
    """Beliefs of roles that knew of it."""
    disputed: bool
    """True where anybody believed something else."""


class UntriedRow(Part):
    """Something the drill did not exercise."""

    code: str
    """Code of the statement."""
    ids: list[str]
    """Ids it is about."""
    text: Said
    """The statement in words."""


class GradeRow(Part):
    """One item of the evaluation."""

    kind: Literal["step", "objective", "whole"]
    """Kind of item."""
    id: str
    """Step instance, inject, or `whole`."""
    title: Said
    """Item in words."""
    limit_ms: int | None
    """Limit of the step, ms; null for none."""
    took_ms: int | None
    """Time from when it could begin to its end, ms; null where it was not done."""
    proposed: GradeWord | None
    """Grade the rules propose; null where the evidence does not tell."""
    why: Said
    """Evidence the proposal rests on."""
    given: GradeWord | None
    """Grade somebody gave; null where the proposal stands."""
    reason: str
    """Their reason."""
    by: str
    """Who gave it."""
    note: str = ""
    """Words of an evaluator about the step."""
    evidence: list[int]
    """`seq` of the events of the journal it rests on."""


class SignatureRow(Part):
    """A signature under the evaluation."""

    name: str
    """Name as it was signed."""
    wall: str
    """The room's time."""
    changed_since: bool
    """True where a grade or the record was changed after it."""


class ImprovementRow(Part):
    """One row of the improvement list."""

    row: str
    """Id of the row."""
    number: str
    """Number in the customer's register; empty where it has none."""
    code: str
    """Weak-point code; empty where none fits."""
    subject: str
    """Subject of the weak point."""
    problem: Said
    """Problem in words."""
    clause: str
    """Clause of the plan."""
    at_ms: int | None
    """Time of its evidence, ms."""
    severity: str
    """Severity: A, B, C or empty."""
    measure: str
    """Measure agreed on."""
    side: str
    """Side that answers for it: customer, utility, both or empty."""
    person: str
    """Person or department."""
    due: str
    """Day it is due; empty for none."""
    status: str
    """proposed, open, in_progress, done, rejected or struck."""
    reason: str
    """Reason for the status."""
    entry: int
    """Entry of the record that holds it as it stands; 0 for one nobody has touched."""


class CorrectionRow(Part):
    """One correction of the record that judging uses."""

    entry: int
    """Its entry in the record."""
    step: str
    """Step instance."""
    text: Said
    """The correction in words."""
    used: bool
    """True where a step of the journal fits it."""


class KeyedRow(Part):
    """Words that were keyed during the drill."""

    entry: int
    """Their entry in the record."""
    text: str
    """The words."""
    at_ms: int
    """Time of the act, ms, as far as it was completed."""
    role: Said
    """Role that did it; empty where nobody has said."""
    step: str
    """Step instance it is about; empty for none."""
    completed: bool
    """False as long as nobody has said who."""


class NoteRow(Part):
    """A note, or a photo by the name of its file."""

    entry: int
    """Its entry in the record."""
    at_ms: int
    """Scenario time, ms."""
    file: str
    """Name of the photo's file; empty for a note."""
    text: str
    """The words."""


class ParticipantRow(Part):
    """Somebody who took part."""

    name: str
    """Name as it was entered."""
    part: str
    """Part in the drill."""
    plays: list[Said]
    """Roles they played."""


class DrillDocument(Part):
    """One drill: the hot wash, the evaluation, the improvement list, and the run as it was judged."""

    format: Literal[1] = 1
    """Format of the document."""
    customer: str
    """Folder of the customer."""
    scenario: str
    """Name of the scenario."""
    title: Said
    """Title of the scenario."""
    customer_name: Said
    """Name of the customer."""
    seed: int
    """Seed of its luck."""
    plan_version: str
    """Version of the plan."""
    opened: str
    """The room's time at which it was opened."""
    ended: str
    """The room's time at which it ended; empty where it has not."""
    ending: EndingWord
    """How it ended."""
    ending_why: str
    """Reason that was given."""
    warning: Said
    """Reason it is not graded as completed; empty where it is."""
    at_ms: int
    """Scenario time at its end, ms."""
    participants: list[ParticipantRow]
    """Who took part."""
    attended: list[AttendedRow]
    """Who signed in."""
    settled: list[SettledRow]
    """Things the room settles before a drill begins, settled or not."""
    injects: list[InjectRow]
    """The list of injects as it was played."""
    course: list[CourseRow]
    """Everything that was decided, brought in and worth telling, in order."""
    goods: list[LineRow]
    """At most three good things."""
    story: list[LineRow]
    """At most twelve lines of what happened."""
    late: list[LateRow]
    """At most five late steps, the latest first."""
    departed: list[LineRow]
    """Decisions that departed from the plan, in order."""
    only_plan: list[Said]
    """Steps the plan alone has done and the drill has not."""
    only_people: list[Said]
    """Steps and acts the drill has done and the plan alone has not."""
    broken: list[BrokenRow]
    """Limits that were missed, in the drill or with the plan alone."""
    statements: list[StatementRow]
    """Beliefs at the end against what was so; wrong ones first."""
    what_if: Said
    """The decision that would have kept a limit that was missed; empty where it was not looked for."""
    corrections: list[CorrectionRow]
    """Corrections of the record."""
    keyed: list[KeyedRow]
    """Words that were keyed."""
    notes: list[NoteRow]
    """Notes and photos."""
    whole: GradeRow
    """Grade of the drill."""
    grades: list[GradeRow]
    """Grades of steps and objectives."""
    signatures: list[SignatureRow]
    """Signatures under the evaluation."""
    improvements: list[ImprovementRow]
    """The improvement list."""
    untried: list[UntriedRow]
    """Parts of plan and plant the drill did not exercise."""
    left_out: list[Said]
    """Things that could not be computed, and why."""
    run: RunDocument
    """The journal as it is judged, like any run."""
    run_dir: str | None = None
    """Path of the folder; not in `hotwash.json` itself."""


def stored_drill(document: DrillDocument) -> dict[str, Any]:
    """The document as `hotwash.json` holds it: both languages."""
    return document.model_dump(mode="json", exclude={"run_dir": True, "run": {"run_dir", "entered"}})


def spoken_drill(document: DrillDocument, lang: Lang) -> dict[str, Any]:
    """The document with every text one string in `lang`."""
    found = in_one(document.model_dump(mode="json", exclude={"run": {"entered"}}), lang)
    assert isinstance(found, dict)
    return found


def drill_schema() -> dict[str, Any]:
    """JSON Schema of the document, both forms."""
    return DrillDocument.model_json_schema()
