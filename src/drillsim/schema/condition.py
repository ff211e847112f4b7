"""The one condition language: triggers, `when`, `requires`, `success_check` and expectations are all written in it.

A leaf names one kind of subject, by one id or a list (all of them must fit), and a state: `{switch: ["101", "102"],
is: open}`. `{all: […]}`, `{any: […]}` and `{not: {…}}` combine leaves. In a plan every condition tests what the person
knows; device interlocks test the world.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Self

from pydantic import ConfigDict, Field, model_validator

from drillsim.schema.base import Id, Ids, Model, Ms, Percent, refuse

STATES: dict[str, tuple[str, ...]] = {
    "switch": ("open", "closed"),
    "bus": ("live", "dead", "proved_dead", "earthed", "earth_fault"),
    "load": ("live", "dead"),
    "source": ("live", "dead", "failed"),
    "function": ("normal", "riding_through", "lost", "safe_stopped", "restarting", "harmed"),
    "store": (),
    "step": ("done", "failed", "skipped", "timed_out"),
    "message": (),
    "transfer": ("enabled", "disabled", "normal", "standby"),
    "measure": ("applied", "over"),
    "resource": ("here", "taken"),
    "element": ("faulted", "sound"),
}
"""Subject kinds and what may stand behind `is`; a store is compared by percent, a message is received or not."""


class Condition(Model):
    """A leaf (`{bus: I-10kV, is: dead, for: 3 s}`) or a combination (`all`, `any`, `not`)."""

    model_config = ConfigDict(populate_by_name=True)

    switch: Ids = ()
    """Switch ids; `is: open` or `closed`."""
    bus: Ids = ()
    """Bus ids; `is: live`, `dead`, `proved_dead` (tested since it went dead), `earthed` or `earth_fault` (alarm)."""
    load: Ids = ()
    """Load ids; `is: live` or `dead`."""
    source: Ids = ()
    """Source ids; `is: live`, `dead` or `failed` (called and did not come, or stopped by itself)."""
    function: Ids = ()
    """Function ids; `is: normal`, `riding_through`, `lost`, `safe_stopped`, `restarting` or `harmed`."""
    store: Ids = ()
    """Store ids, with `above_percent` or `below_percent` of their capacity."""
    step: Ids = ()
    """Step ids of the plan; `is: done` unless another state is named."""
    message: Ids = ()
    """Step ids whose message this person must have received."""
    from_: Id | None = Field(default=None, alias="from")
    """For `message`: the role it must have come from."""
    transfer: Ids = ()
    """Transfer ids; `is: enabled` (a bus-tie transfer that has acted, or whose incomer was opened by hand, no more
    until it is armed anew), `disabled`, or the side an ATS stands on, `normal` or `standby`."""
    measure: Ids = ()
    """Measure ids; `is: applied` or `over`."""
    resource: Ids = ()
    """Resource ids; `is: here` or `taken`."""
    element: Ids = ()
    """Lines, transformers or buses; `is: faulted` once the fault has been found, or `sound`."""
    is_: Id | None = Field(default=None, alias="is")
    """The state asked for."""
    above_percent: Percent | None = None
    """Store level above this share of its capacity."""
    below_percent: Percent | None = None
    """Store level below this share of its capacity."""
    for_: Ms = Field(default=0, alias="for")
    """The state must have been known for this long."""
    all_: tuple[Condition, ...] = Field(default=(), alias="all")
    """Every one holds."""
    any_: tuple[Condition, ...] = Field(default=(), alias="any")
    """At least one holds."""
    not_: Condition | None = Field(default=None, alias="not")
    """It does not hold."""

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        subjects = [kind for kind in STATES if getattr(self, kind)]
        combined = [name for name in ("all", "any", "not") if getattr(self, name + "_")]
        if len(subjects) + len(combined) != 1:
            raise refuse("condition-one-thing", found=", ".join(subjects + combined))
        if subjects:
            self._leaf_fits(subjects[0])
        return self

    def _leaf_fits(self, kind: str) -> None:
        compared = self.above_percent is not None or self.below_percent is not None
        if kind == "store" and not compared:
            raise refuse("condition-store", allowed="above_percent, below_percent")
        if kind != "store" and compared:
            raise refuse("condition-not-a-store", found=kind)
        if kind not in ("store", "message", "step") and self.is_ is None:
            raise refuse("condition-state-missing", kind=kind, allowed=", ".join(STATES[kind]))
        if self.is_ is not None and self.is_ not in STATES[kind]:
            raise refuse("condition-state", kind=kind, found=self.is_, allowed=", ".join(STATES[kind]))

    @cached_property
    def kind(self) -> str:
        """Subject kind of a leaf, or `all`, `any`, `not`."""
        for kind in STATES:
            if getattr(self, kind):
                return kind
        return "all" if self.all_ else "any" if self.any_ else "not"

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """Ids a leaf names; empty for a combination."""
        return getattr(self, self.kind) if self.kind in STATES else ()

    @cached_property
    def state(self) -> str:
        """The state a leaf asks for (`done` for a step, `received` for a message)."""
        return self.is_ or {"step": "done", "message": "received"}.get(self.kind, "")

    @cached_property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """(kind, id) of each thing a leaf asks about: that a bus is proved dead or earthed is another fact than
        that it is dead, that a transfer is in automatic another than on which side it stands."""
        own = self.kind == "bus" and self.state in ("proved_dead", "earthed", "earth_fault")
        kind = self.state if own else self.kind
        if self.kind == "transfer" and self.state in ("enabled", "disabled"):
            kind = "in_automatic"
        return tuple((kind, subject) for subject in self.subjects)

    def parts(self) -> tuple[Condition, ...]:
        """Direct parts of a combination."""
        return self.all_ or self.any_ or ((self.not_,) if self.not_ else ())

    def leaves(self) -> Iterator[Condition]:
        """Every leaf below, in file order."""
        if self.kind in STATES:
            yield self
        for part in self.parts():
            yield from part.leaves()
