"""The document of one comparison of two versions: what `compare --json` prints and `compare.json` keeps.

In `compare.json` each text stands in both languages (`{zh: …, en: …}`); `printed` makes it one string in the chosen
one. Times are integer milliseconds; of two figures the old version's comes first by name.
"""

from __future__ import annotations

from typing import Any, Literal

from drillsim.documents.campaign_rows import HourRow
from drillsim.documents.run_document import Part, Said, in_one
from drillsim.findings import Severity, VerdictWord
from drillsim.revision.versions import Change
from drillsim.texts import Lang

ONLY_PRINTED = ("wall_s", "workers", "out")
"""Fields that depend on the machine; they stand in no stored document."""


class VersionRow(Part):
    """One of the two versions."""

    folder: str
    """Name of its folder."""
    plan: str
    """Number of the plan."""
    version: str
    """Version the plan gives itself."""
    digests: dict[str, str]
    """sha256 of its files by name."""


class ConclusionRow(Part):
    """The whole in one word."""

    change: Change
    """better, worse, mixed or unchanged: the new version against the old one."""
    severity: Severity | None
    """Gravity of the worst thing that got worse: A (a harm, a hazard, a safety-critical limit, a failed test passed
    over) or B; null where nothing did."""
    better: int
    """Cases in which something is better and nothing worse."""
    worse: int
    """Cases in which something is worse and nothing better."""
    mixed: int
    """Cases with both."""
    unchanged: int
    """Cases in which nothing differs that counts."""
    text: Said
    """It in one sentence."""


class EventRow(Part):
    """One event of a journal."""

    type: str
    """Type of the event."""
    data: dict[str, Any]
    """Its fields."""
    text: Said
    """It in words."""


class FirstRow(Part):
    """The first moment at which not the same happens in both versions."""

    t_ms: int
    """Time of the moment, ms from T0."""
    old: EventRow | None
    """The first event of that moment that the old version alone has; null where it has none."""
    new: EventRow | None
    """The same of the new version."""


class CaseRow(Part):
    """The case in which something differs, with one draw of luck."""

    case: str
    """`<members>@<hour>`, or `<scenario>@<hour>`."""
    draw: int
    """Number of the draw of luck, from 0."""
    text: Said
    """It in words."""


class ExtremeRow(Part):
    """The case in which a load or function differs most, one way."""

    at: CaseRow
    """The case."""
    verdict_old: VerdictWord
    """Verdict with the old version."""
    verdict_new: VerdictWord
    """Verdict with the new version."""
    outage_old_ms: int
    """Longest interruption with the old version, ms."""
    outage_new_ms: int
    """The same with the new version, ms."""
    worse: list[str]
    """In what it is worse: harm, verdict, outage (its excess over the limit), endurance (own supply lasts less)."""
    better: list[str]
    """In what it is better."""
    first: FirstRow | None
    """null where the journals tell the same, and only the limits differ."""
    starts: list[str]
    """Fields of the initial state that differ."""
    folder: str | None
    """Folder of both journals, below the comparison's; null where it is not kept."""


class SubjectRow(Part):
    """One load or function that both versions protect."""

    kind: Literal["load", "function"]
    """load or function."""
    id: str
    """Its id."""
    critical: bool
    """It is safety-critical in either version."""
    change: Change
    """better, worse, mixed or unchanged, over all cases."""
    better: int
    """Cases in which it is better."""
    worse: int
    """Cases in which it is worse."""
    mixed: int
    """Cases in which it is better with some draws and worse with others, or in one thing and not in another."""
    unchanged: int
    """Cases in which it is neither."""
    missed_old: int
    """Cases in which its limit is missed with any draw, with the old version."""
    missed_new: int
    """The same with the new version."""
    harmed_old: int
    """Runs in which only the old version harms it."""
    harmed_new: int
    """Runs in which only the new version harms it."""
    mean_ms: float
    """By how much its longest interruption is longer with the new version, mean over cases and draws, ms."""
    low_ms: float | None
    """Lower end of the 95 % interval of that mean; null where it rests on luck and there was one draw."""
    high_ms: float | None
    """Upper end."""
    worst: ExtremeRow | None
    """The case in which it is most worse."""
    best: ExtremeRow | None
    """The case in which it is most better."""


class HazardRow(Part):
    """A hazard that does not arise alike."""

    hazard: str
    """Kind of hazard."""
    parts: list[str]
    """Sources, switches, buses or steps concerned."""
    more_cases: int
    """Cases in which it arises more often in the new version."""
    less_cases: int
    """Cases in which it arises less often in the new version."""
    first: CaseRow
    """The first case in which it differs."""
    text: Said
    """It in words."""


class ActRow(Part):
    """A safety act, report or warning that one version lacks."""

    kind: Literal["act", "report", "warning"]
    """act, report or warning."""
    step: str
    """The step."""
    to: str
    """Receiver of a report or warning; the failed test a step passes over; else empty."""
    how: str
    """not_done, late, no_check, no_permit, no_supervisor, not_told or passed_over."""
    lost: bool
    """true where the new version lacks it, false where the old one did."""
    cases: int
    """Cases in which it is lacking with any draw."""
    first: CaseRow
    """The first of them."""
    text: Said
    """It in words."""


class KeptRow(Part):
    """Safety acts, reports and warnings done in both versions and lost in no case."""

    acts: int
    """Safety acts."""
    reports: int
    """Reports to the other side or to whoever gives orders."""
    warnings: int
    """Warnings of people of the own side."""


class WeakRow(Part):
    """A weak point that one version alone shows. It does not count in the conclusion."""

    code: str
    """Its code."""
    subject: str
    """Load, device, step or other id it is about."""
    severity: Severity
    """The worst of its cases."""
    new: bool
    """true where only the new version shows it, false where it is gone."""
    cases: int
    """Cases that show it."""
    first: str
    """The first case that shows it."""
    text: Said
    """It in words."""


class LimitRow(Part):
    """A limit the versions state differently: each run is judged by its own version's."""

    subject: str
    """The load or function."""
    what: str
    """max_interruption, min_supply_time, security or harm."""
    old: str
    """Limit of the old version: ms, or True and False; empty where there is none."""
    new: str
    """Limit of the new version."""
    text: Said
    """It in words."""


class OnlyPlayedRow(Part):
    """A scenario that does not apply to both versions, and was not compared."""

    scenario: str
    """Name of the scenario."""
    by: Literal["old", "new", "none"]
    """The version it applies to."""


class FailedRow(Part):
    """A case that could not be played."""

    case: str
    """The case."""
    why: str
    """The reason."""


class CompareDocument(Part):
    """Two versions of one customer: what is better, worse and unchanged, and where they part."""

    format: Literal[1] = 1
    """Format of this document."""
    customer: str
    """The customer's id."""
    old: VersionRow
    """The old version."""
    new: VersionRow
    """The new version."""
    conclusion: ConclusionRow
    """The whole."""
    subjects: list[SubjectRow]
    """Loads and functions that both protect, safety-critical ones first."""
    hazards: list[HazardRow]
    """Hazards that do not arise alike."""
    acts: list[ActRow]
    """Lost ones first."""
    kept: KeptRow
    """Acts kept."""
    weak_points: list[WeakRow]
    """New ones first."""
    only_old: list[str]
    """Loads and functions the old version alone has."""
    only_new: list[str]
    """Loads and functions the new version alone has."""
    limits: list[LimitRow]
    """Limits the versions state differently."""
    only_played: list[OnlyPlayedRow]
    """Scenarios that do not apply to both."""
    failed: list[FailedRow]
    """Cases that could not be played."""
    failures_left_out: int
    """Failures that one version alone has: their cases cannot be the same in both."""
    cases: int
    """Cases compared."""
    runs: int
    """Runs played; one known to be equal to another counts once."""
    left_out: int
    """Cases left out, as in neither version anything depends on what fails besides."""
    draws: int
    """Draws of luck a case."""
    seed: int
    """Seed of the luck."""
    order: int
    """Failures at once, at most; 0: scenarios alone."""
    one_event: bool
    """Each event was played alone and with one thing beside that does not go as planned."""
    hours: list[HourRow]
    """Times at which cases begin."""
    scenarios: list[str]
    """Scenarios played."""
    edition: str | None = None
    """Edition of both versions on whose days the cases are; null for the plan as it always holds."""
    version: str
    """Version of the product."""
    wall_s: float | None = None
    """Seconds it took; not in `compare.json`."""
    workers: int | None = None
    """Processes; not in `compare.json`."""
    out: str | None = None
    """Path of the comparison's folder; not in `compare.json`."""

    def printed(
        self, lang: Lang, *, out: str, wall_s: float | None = None, workers: int | None = None
    ) -> dict[str, Any]:
        """It as `compare --json` prints it: with what depends on the machine, every text one string in `lang`."""
        machine = {"out": out, "wall_s": wall_s, "workers": workers}
        found = in_one(self.model_copy(update=machine).model_dump(mode="json"), lang)
        assert isinstance(found, dict)
        return found

    def stored(self) -> dict[str, Any]:
        """It as `compare.json` holds it: both languages, nothing of the machine."""
        return self.model_dump(mode="json", exclude=set(ONLY_PRINTED))


def compare_schema() -> dict[str, Any]:
    """JSON Schema of the document, both forms."""
    return CompareDocument.model_json_schema()
