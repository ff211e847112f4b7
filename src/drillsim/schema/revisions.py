"""history/revisions.yaml: every change drillsim wrote into a customer's files, with its reason and its support.

One entry a change, the oldest first. A version whose changes were made by hand has none.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from drillsim.schema.base import NO_WORDS, Date, FormatOne, Id, Model, Ms, Name, Number, Text, Truth, Whole

PlaceKind = Literal["clause", "new_clause", "roster", "resources", "settings", "equipment", "training", "agreement"]
ChangeOwner = Literal["customer", "utility", "both"]
ChangeKind = Literal["paper", "setting", "training", "staffing", "purchase"]
"""In the order in which a meeting prefers them."""


class ChangedPlace(Model):
    """The place of a changed wording."""

    kind: PlaceKind
    """A clause, a new clause, the roster, resources, settings, equipment, the training plan, the dispatch agreement."""
    clause: Text = ""
    """Clause, for wording of the plan."""
    after: Text = ""
    """For a new clause: the one behind which it stands."""


class WeakPointAnswered(Model):
    """A weak point that a change answers."""

    code: Text
    """Its code."""
    subject: Text
    """Its subject: a step, a device, a load."""
    entry: Text = ""
    """Number of its entry in the register; empty where it has none."""


class RunEvidence(Model):
    """The run that showed the weak point and supports the change."""

    run: Text = ""
    """Name of the folder of the run or the campaign."""
    scenario: Text = ""
    """Scenario."""
    seed: Whole = 0
    """Seed."""
    events: tuple[Whole, ...] = ()
    """Events of its journal (`seq`) that show the weak point."""


class SubjectBeforeAfter(Model):
    """A protected load or function that a change helps, in the run before and after it."""

    subject: Id
    """Load or function."""
    what: Literal["interruption", "endurance"]
    """The longest interruption, or how long its own supply lasts."""
    limit: Ms | None = None
    """Limit that is permitted, or asked for; without it only harm is stated."""
    before: Ms
    """Before the change."""
    after: Ms
    """After it, with the same luck."""


class EffectAssumed(Model):
    """An effect of training or a purchase that the re-run took for granted."""

    file: Text
    """File of the figure."""
    field: Text
    """Dotted path of the figure."""
    unit: Text
    """Unit; `yes_no`: 0 is not so, 1 is so."""
    now: Number
    """Figure before."""
    assumed: Number
    """Figure assumed."""
    vanishes_at: Number | None = None
    """Figure at which nothing is gained any more."""
    basis: Text = ""
    """Text id of the reason for the assumption."""


class AppliedChange(Model):
    """One change that was written into the files."""

    model_config = ConfigDict(populate_by_name=True)

    from_: Text = Field(alias="from")
    """Version of the plan before."""
    to: Text
    """Version the change stands in."""
    date: Date
    """Day it was written."""
    minor: Truth = False
    """True where only people, certificates or rosters changed and no post is new, which needs no new approval."""
    edition: Text = ""
    """Name of the edition it was written into; empty where it stands in the plan."""
    recommendation: Text
    """Recommendation it was."""
    kind: ChangeKind
    """Kind of change: paper, setting, training, staffing, purchase."""
    owner: ChangeOwner
    """Side that has to see to it."""
    place: ChangedPlace
    """Place of its wording."""
    old: Name = NO_WORDS
    """Wording before; empty where there was none."""
    new: Name
    """Wording now."""
    reason: tuple[WeakPointAnswered, ...]
    """Weak points it answers, the one it was made for first."""
    evidence: RunEvidence
    """Run it rests on."""
    supported: Truth
    """True where re-runs supported it; false where it was not run again on all scenarios."""
    gain: tuple[SubjectBeforeAfter, ...] = ()
    """Protected loads and functions that gain, safety-critical ones first."""
    assumed: EffectAssumed | None = None
    """Effect its support takes for granted."""


class Revisions(Model):
    """The record of the changes of one customer's plan."""

    format: FormatOne
    """File format; 1."""
    changes: tuple[AppliedChange, ...] = ()
    """Changes, the oldest first."""
