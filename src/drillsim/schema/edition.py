"""edition.yaml: a plan for some days (a planned outage, a day of guaranteed supply) as changes of the plan."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, WithJsonSchema, model_validator

from drillsim.schema.base import Date, FormatOne, Id, Model, Name, Text, Truth, refuse

Written = Annotated[Any, WithJsonSchema({"type": ["string", "object", "array"]})]
"""Something as the changed file writes it."""
VERBS = ("set", "append", "insert", "remove")


class EditionChange(Model):
    """One change of a file: of `set`, `append`, `insert` and `remove` exactly one."""

    at: Text
    """The place: keys with dots between, entries of a list by their id or number (`people.li.shifts`); in plan.yaml a
    card or step by its id alone (`S103.takes`, `RC-02.steps`)."""
    set: Written = None
    """Value that stands there on these days."""
    append: Written = None
    """One more entry at the end of the list."""
    insert: Written = None
    """One more entry of the list, before or after another."""
    before: Id | None = None
    """For `insert`: the entry it stands before, by its id."""
    after: Id | None = None
    """For `insert`: the entry it stands behind."""
    remove: Truth = False
    """Left out on these days."""

    @model_validator(mode="after")
    def _does_one_thing(self) -> Self:
        said = [verb for verb in VERBS if verb in self.model_fields_set and (verb != "remove" or self.remove)]
        if len(said) != 1:
            raise refuse("edition-verbs", said=", ".join(said) or "none")
        places = [each for each in ("before", "after") if each in self.model_fields_set]
        if (len(places) == 1) != (said[0] == "insert"):
            raise refuse("edition-insert-where")
        return self

    @property
    def verb(self) -> str:
        """The key that says what is done."""
        return next(verb for verb in VERBS if verb in self.model_fields_set and (verb != "remove" or self.remove))


class Edition(Model):
    """One edition of a plan: its days, the operating mode and what is otherwise on them."""

    format: FormatOne
    """File format; 1."""
    title: Name
    """Occasion, such as a planned outage or a day of guaranteed supply."""
    of: Text
    """Version of plan.yaml it belongs to."""
    from_: Date = Field(alias="from")
    """First day."""
    until: Date
    """Last day."""
    mode: Id | None = None
    """Operating mode of these days: a scenario that begins in `normal` begins in it."""
    customer: tuple[EditionChange, ...] = ()
    """Changes of customer.yaml: rosters, people."""
    site: tuple[EditionChange, ...] = ()
    """Changes of site.yaml: settings, levels, positions."""
    plan: tuple[EditionChange, ...] = ()
    """Changes of plan.yaml: who holds which role, steps, cards."""
    source: Text = ""
    """Order, notice or agreement behind it."""

    model_config = ConfigDict(populate_by_name=True)

    def holds_on(self, day: dt.date) -> bool:
        """Return whether the day is one of its days."""
        return self.from_ <= day <= self.until

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until < self.from_:
            raise refuse("edition-until", first=self.from_.isoformat(), last=self.until.isoformat())
        return self
