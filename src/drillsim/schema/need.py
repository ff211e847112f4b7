"""What a function needs to go on: loads, other functions, stores, combined by `all` and `any`, each with the time it
can do without (`rides`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from drillsim.schema.base import Id, Model, Ms, refuse

_KINDS = ("load", "function", "source", "store", "ref")


class Need(Model):
    """A leaf (`{load: icu, rides: 500 ms}`, or just an id) or `{all|any: […]}`; `rides` bridges the whole of it."""

    model_config = ConfigDict(populate_by_name=True)

    load: Id | None = None
    """A load that must be live."""
    function: Id | None = None
    """A function that must not be lost."""
    source: Id | None = None
    """A source that must be live."""
    store: Id | None = None
    """A store that must not be empty."""
    ref: Id | None = None
    """An id written without its kind: a load, function, source or store."""
    all_: tuple[NeedOrId, ...] = Field(default=(), alias="all")
    """Every one."""
    any_: tuple[NeedOrId, ...] = Field(default=(), alias="any")
    """At least one."""
    rides: Ms = 0
    """How long the function goes on without it."""

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        named = [k for k in _KINDS if getattr(self, k)] + [k for k in ("all", "any") if getattr(self, k + "_")]
        if len(named) != 1:
            raise refuse("need-one-thing", found=", ".join(named))
        return self

    @property
    def subject(self) -> str | None:
        """The id of a leaf; None for a combination."""
        return self.load or self.function or self.source or self.store or self.ref

    def leaves(self) -> Iterator[Need]:
        """Every leaf below, in file order."""
        if self.subject:
            yield self
        for part in self.all_ or self.any_:
            yield from part.leaves()


NeedOrId = Annotated[
    Need,
    BeforeValidator(
        lambda value: {"ref": value} if isinstance(value, str) else value, json_schema_input_type=Need | str
    ),
]

Need.model_rebuild()
