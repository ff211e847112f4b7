"""The needs of a function to go on: loads, other functions, stores, combined by `all` and `any`, each with the time it
can do without (`rides`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from drillsim.schema.base import Id, Model, Ms, Positive, Whole, refuse

GONE = 2
"""Rank of what is not there; that of what is ridden through lies between it and 0."""
_TINY_KW = 1e-6
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
    """At least one, or as many as `at_least` or `kw` ask for."""
    at_least: Annotated[Whole, Field(ge=1)] = 1
    """Number of `any` it takes."""
    kw: Positive | None = None
    """Power of `any` it takes, kW, in place of a number: rated kW of the loads (their p_mw) and sources that are
    there."""
    rides: Ms = 0
    """Time the function goes on without it."""

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        named = [k for k in _KINDS if getattr(self, k)] + [k for k in ("all", "any") if getattr(self, k + "_")]
        if len(named) != 1:
            raise refuse("need-one-thing", found=", ".join(named))
        if ("at_least" in self.model_fields_set or self.kw is not None) and not self.any_:
            raise refuse("need-count-without-any")
        if "at_least" in self.model_fields_set and self.kw is not None:
            raise refuse("need-count-two-ways")
        if self.any_ and self.at_least > len(self.any_):
            raise refuse("need-count-too-many", count=self.at_least, parts=len(self.any_))
        return self

    @property
    def subject(self) -> str | None:
        """The id of a leaf; None for a combination."""
        return self.load or self.function or self.source or self.store or self.ref

    def together(self, ranks: Sequence[int], kw_of: Callable[[str], float]) -> int:
        """Return the rank of the combination by the ranks of its parts: 0 is there, more is worse, `GONE` is not there.

        That is the worst of `all`; of `any` the rank with which enough of them are there. `kw_of` gives the rated kW of
        an id.
        """
        if self.all_:
            return max(ranks)
        best_first = sorted(zip(ranks, self.any_, strict=True), key=lambda pair: pair[0])
        if self.kw is None:
            return best_first[self.at_least - 1][0]
        there = 0.0
        for rank, part in best_first:
            there += kw_of(part.subject or "")
            if there >= self.kw - _TINY_KW:
                return rank
        return GONE

    def parts(self) -> Iterator[Need]:
        """The need itself and every one below, in file order."""
        yield self
        for part in self.all_ or self.any_:
            yield from part.parts()

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
