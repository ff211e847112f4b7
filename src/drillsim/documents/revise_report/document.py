"""The document of one search for the smallest set of changes: what `revise --json` prints and `revise.json` keeps.

In `revise.json` each text stands in both languages (`{zh: …, en: …}`); printed it is one string in the chosen one.
Times are integer milliseconds.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from drillsim.documents.run_document import FindingRow, Part, RecommendationRow, Said, in_one
from drillsim.texts import Lang

ONLY_PRINTED = ("out", "wall_s")
"""Fields that are about the machine, and stand in no file."""


class FromRow(Part):
    """The cases the changes are for."""

    kind: Literal["plan", "run", "campaign"]
    """`plan`: every case that is asked of the plan; else the case of a run, or those of a campaign."""
    path: str
    """Path of the run's or campaign's folder as it was given; empty for `plan`."""
    edition: str | None = None
    """Edition of the plan on whose days the cases are; null for the plan as it always holds."""


class CasesRow(Part):
    """The cases, each played once with the plan as it is."""

    required: int
    """Cases in all."""
    called: int
    """Cases in which a card is triggered."""
    held_back: int
    """Cases kept from the search, one in five by their names."""
    missed: int
    """Cases in which a protected limit is missed."""
    limits_missed: int
    """Limits missed, load by load and function by function, case by case."""
    critical_missed: int
    """Number of these that are safety-critical."""


class CaseFindingRow(FindingRow):
    """A weak point, with the case it was found in."""

    case: str
    """Case whose run showed it."""


class BehindRow(Part):
    """A weak point that stands behind a missed limit."""

    code: str
    """Code of the weak point."""
    subject: str
    """Subject of the weak point."""
    clause: str
    """Clause it points to; empty where the clause is missing."""


class UnmetRow(Part):
    """A limit that is missed, by what keeps it back."""

    subject: str
    """Load or function."""
    case: str
    """Case in which it is latest, of those looked at in which the same keeps it back."""
    why: Said
    """The bottleneck: where most of its late minutes come from."""
    cause: str
    """The same as an id (`wait:S303:travel`); `endurance` where own supply does not last."""
    late_ms: int
    """By how much the limit is exceeded there, or own supply falls short."""
    cases: int
    """Cases it is missed in for this cause and weak point."""
    critical: bool
    """It is safety-critical."""
    behind: list[BehindRow]
    """The weak point of that case behind it, with which others of the run began; empty where none endangers the
    limit."""
    takes: list[str]
    """Ids of recommendations that answer the weak point and are not in the set: what it might take. Those that gained
    alone come first, then what is bought or set, then wording."""
    network: bool
    """Nothing but what failed keeps it back: only a change of the network would mend it, which no re-run supports."""


class HeldBackRow(Part):
    """A set of changes on the cases held back from the search."""

    cases: int
    """Cases held back."""
    met: int
    """Cases in which every protected limit is met."""
    met_before: int
    """The same with the plan as it is."""
    worse: int
    """Cases in which something is worse than with the plan as it is."""


class HelpedRow(Part):
    """One change of a set, in the order in which they help most."""

    id: str
    """Id of the recommendation."""
    unmet: int
    """Limits missed, on the cases sets were valued on, once it and those before it are made."""


class MinimalRow(Part):
    """The smallest set of changes of the kinds allowed; nothing is worse with it in any case it was verified on."""

    ids: list[str]
    """Recommendations it consists of; empty where none of them helps."""
    meets_all: bool
    """Every protected load and function meets its limit in every case, held back or not, and that can be said of all of
    them."""
    exact: bool
    """Every set was looked at: none is better. Otherwise it is the best one found."""
    looked_at: int
    """Sets looked at."""
    verified: int
    """Cases on which nothing is worse; those held back are not among them."""
    met: int
    """Number of them in which every protected limit is met."""
    missed: int
    """Limits missed in them."""
    critical: int
    """Number of these that are safety-critical."""
    unsure: int
    """Limits of which nobody can say whether they are met, held-back cases included."""
    unmet: list[UnmetRow]
    """Limits missed all the same, held-back cases included; safety-critical limits first."""
    held_back: HeldBackRow
    """The set on the cases held back."""
    helped: list[HelpedRow]
    """Changes of the set in the order in which they help most."""


class MinimalRows(Part):
    """Three answers."""

    paper: MinimalRow
    """With changes of the plan's text alone."""
    setting: MinimalRow
    """With these and settings of devices."""
    all: MinimalRow
    """With training, staffing and purchases too."""


class AtOddsRow(Part):
    """A change that mends limits alone and makes something else worse: for the meeting to weigh."""

    id: str
    """Id of the recommendation."""
    mends: int
    """Limits missed that are met with it alone, in the cases it was tried in."""
    critical: int
    """Number of these that are safety-critical."""
    cases: int
    """Cases it was tried in."""
    worse: int
    """Number of them in which something is worse with it."""
    case: str
    """One of those."""
    why: Said
    """The harm in that case."""


class UnsureRow(Part):
    """A load or function of which nobody can say whether its limit is met: no answer of the power flow, or out when the
    run ended, within its limit by then."""

    subject: str
    """Load or function."""
    cases: int
    """Cases in which that is so."""


class AvoidedRow(Part):
    """Runs that were left out, and how many were played."""

    played: int
    """Runs played with changes made."""
    verifying: int
    """Number of these that were played to verify sets the search had found."""
    untouched: int
    """Runs not played: changes of the set touch only cards that nobody triggers in them, so they change nothing."""
    idle: int
    """Runs not played while sets were looked for: changes of the set do nothing in them when they are made alone. The
    answers are verified without that."""
    not_screened: int
    """Cases with a missed limit that sets were not valued on, for others show the same causes; the answers are verified
    on them."""


class PlanRow(Part):
    """One version of the plan."""

    version: str
    """Version as plan.yaml says it."""
    digests: dict[str, str]
    """SHA-256 of its files."""


class WallRow(Part):
    """Wall time, seconds."""

    search: float
    """The required cases played, changes made from a few, sets looked for, what is left told."""
    verification: float
    """The sets found played on every case."""


class OtherwiseRow(Part):
    """An edition that has the place of a change otherwise on its days."""

    edition: str
    """Name of the edition."""
    ids: list[str]
    """Changes that do not hold on its days."""


class EditionsRow(Part):
    """The plan's editions after the change."""

    carried: list[str]
    """Editions that belong to the new version now: all their changes fit."""
    over: list[str]
    """Editions whose last day is over; they stay with the old version, which is kept with them."""
    others: list[str]
    """Editions of yet another version; they stay as they are."""
    otherwise: list[OtherwiseRow]
    """Changes that some edition has otherwise."""


class WrittenRow(Part):
    """The changes that were written."""

    ids: list[str]
    """Recommendations that were written."""
    edition: str | None
    """Edition they were written into; null where they stand in the plan."""
    files: list[str]
    """Files that changed, by their paths in the customer's folder."""
    kept: str
    """Folder of the customer as it was."""
    minor: bool
    """People, certificates and rosters alone changed and no post is new: the approval of the plan stands."""
    new_posts: list[str]
    """Ids of people and roles that are a new post, which has to be approved."""
    editions: EditionsRow
    """Editions of the plan."""
    done: list[str]
    """Entries of the register that are done now, by their numbers."""
    in_progress: list[str]
    """Entries that are in progress: what answers them has still to be set, trained, manned or bought."""


class ReviseDocument(Part):
    """The limits missed with the plan as it is, the changes, and the smallest sets of them."""

    model_config = ConfigDict(populate_by_name=True)

    format: Literal[1] = 1
    """Format of this document."""
    customer: str
    """Name of the customer's folder."""
    from_: FromRow = Field(alias="from")
    """Everything asked of the plan, or what was recorded."""
    seed: int
    """Seed of the luck."""
    cases: CasesRow
    """The cases with the plan as it is."""
    reviewed: list[str]
    """Cases whose runs the changes were made from."""
    findings: list[CaseFindingRow]
    """Weak points of these, worst first."""
    recommendations: list[RecommendationRow]
    """Those an answer makes use of, then untested, then rejected."""
    missed: list[UnmetRow]
    """Limits missed with the plan as it is."""
    minimal: MinimalRows
    """The smallest sets of changes, by means."""
    at_odds: list[AtOddsRow]
    """Changes that mend most and are in no answer, for each makes something worse in some case."""
    unsure: list[UnsureRow]
    """Loads and functions of which nobody can say in some case, with the plan as it is."""
    avoided: AvoidedRow
    """Runs that were played, and that were not."""
    plan_old: PlanRow
    """The version searched."""
    plan_new: PlanRow | None = None
    """The version the changes make; null where none was made."""
    written: WrittenRow | None = None
    """The changes that were written; null where none was."""
    out: str | None = None
    """Path of the result's folder; not in `revise.json` itself."""
    wall_s: WallRow | None = None
    """Time it took on this machine; null where nothing was searched, and not in `revise.json`."""

    def stored(self) -> dict[str, Any]:
        """It as `revise.json` holds it: both languages, nothing of the machine."""
        return self.model_dump(mode="json", by_alias=True, exclude=set(ONLY_PRINTED))

    def printed(self, lang: Lang, out: str, wall_s: WallRow | None = None) -> dict[str, Any]:
        """It as `revise --json` prints it: every text one string in `lang`."""
        machine = {"out": out, "wall_s": wall_s and wall_s.model_dump(mode="json")}
        found = in_one({**self.model_dump(mode="json", by_alias=True), **machine}, lang)
        assert isinstance(found, dict)
        return found


def revise_schema() -> dict[str, Any]:
    """JSON Schema of the document, both forms."""
    return ReviseDocument.model_json_schema(by_alias=True)
