"""The records the account manager keeps beside the plan: drills held, corrections, planned outages, tests, changes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from drillsim.schema.base import NO_WORDS, Date, Id, Ids, Model, Ms, Name, NotNegative, Percent, Text, Truth, Whole
from drillsim.schema.spoken import RESULT

Family = Literal[
    "warning", "mobilisation", "judgement", "command", "disposal", "resources", "communication", "information",
    "protection", "cordon", "medical", "recovery",
]  # fmt: skip
"""A subject of the evaluation: families of AQ/T 9009-2015 annex A, from own knowledge, unverified."""


class DrillGoal(Model):
    """A goal of a drill, as one can tell afterwards whether it was reached."""

    text: Name
    """The goal."""
    limit: Ms | None = None
    """Time it must be reached in."""
    reached: Ms | None = None
    """Time it took."""
    rating: Literal["P", "S", "M", "U"] | None = None
    """P performed without challenges, S with some, M with major ones, U unable to be performed (HSEEP)."""


class Drill(Model):
    """A drill that was held."""

    date: Date
    """Date of the drill."""
    title: Name = NO_WORDS
    """Subject drilled."""
    form: Literal["tabletop", "live", "functional", "simulated"] | None = None
    """Tabletop, live, functional, or simulated."""
    scope: Literal["single", "combined"] | None = None
    """One task, or several together."""
    purpose: Literal["verify", "demonstrate", "research"] | None = None
    """To verify the plan, to demonstrate it, or to study something."""
    notice: Literal["scripted", "unscripted", "no_notice"] | None = None
    """Scripted, unscripted, or time and content unknown to the players."""
    sides: tuple[Literal["customer", "utility"], ...] = ()
    """Sides that took part."""
    covers: Ids = ()
    """Scenario classes of the plan's scope that were drilled."""
    cards: Ids = ()
    """Response cards that were drilled."""
    controllers: Whole | None = None
    """Number of people who controlled it."""
    evaluators: Whole | None = None
    """Number of people who evaluated it."""
    safety_officer: Truth | None = None
    """True where somebody could stop it for a real event."""
    goals: tuple[DrillGoal, ...] = ()
    """Goals it was to show."""
    families: tuple[Family, ...] = ()
    """Subjects of the evaluation."""
    abort_if: tuple[Name, ...] = ()
    """Red lines at which it is broken off."""
    comment_held: Truth | None = None
    """True where it was talked over on the spot (现场点评)."""
    evaluated: Date | None = None
    """Date of the evaluation report."""
    report: Text = ""
    """Number of the evaluation report."""
    result: Annotated[Literal["excellent", "good", "fair", "poor"], RESULT] | None = None
    """Conclusion: excellent, good, fair, poor (优良中差)."""
    exposed: Ids = ()
    """Corrections it led to, by their ids in `issues` or in the register."""


class Issue(Model):
    """A correction that was agreed (整改事项)."""

    text: Name
    """Matter to be put right."""
    code: Text = ""
    """Weak-point code."""
    subject: Id | None = None
    """Device, load, step or other id it is about."""
    side: Literal["customer", "utility"] | None = None
    """Side that has to do it."""
    person: Id | None = None
    """Person who answers for it."""
    opened: Date
    """Date it was found."""
    due: Date | None = None
    """By when it was to be done."""
    closed: Date | None = None
    """Date it was verified as done; without it, it is open."""


class PlannedOutage(Model):
    """Equipment that will be out of service, on either side."""

    model_config = ConfigDict(populate_by_name=True)

    of: Ids
    """Sources, lines, transformers, transfers."""
    from_: Date = Field(alias="from")
    """First day."""
    to: Date
    """Last day."""
    side: Literal["customer", "utility"]
    """Side that takes it out."""
    kind: Literal["planned", "temporary"] = "planned"
    """Planned, or at short notice."""
    notified: Date | None = None
    """Date the other side was told."""
    substitute: Ids = ()
    """Resources or sources that stand in for it meanwhile."""


class SupplyChange(Model):
    """A change of what hangs on the own emergency supply."""

    date: Date
    """Date of the change."""
    load: Id
    """Load that was put on it or taken off."""
    to: Literal["on", "off"] = "on"
    """Put on, or taken off."""
    agreed: Date | None = None
    """Date the supply company agreed."""
    filed: Date | None = None
    """Date the change was filed."""


class TestRecord(Model):
    """A test of equipment."""

    __test__ = False

    of: Ids
    """Things tested."""
    kind: Literal["transfer", "preventive", "load_run", "battery", "insulation", "hook_up"]
    """Transfer test, preventive test, run under load, battery test, insulation monitor, hook-up of a mobile genset."""
    date: Date
    """Date of the test."""
    passed: Truth = True
    """True where it passed."""
    minutes: NotNegative | None = None
    """Time it ran, minutes."""
    load_percent: Percent | None = None
    """Load, percent of the rating."""
