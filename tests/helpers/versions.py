"""Two versions of a small customer compared in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drillsim.campaign import Failure, HourName, Spec, hours_of
from drillsim.revision.versions import Comparison, Pairing, UnitCompared, compare_all, compare_unit, pairing
from drillsim.schema.compiled import Compiled


def paired(
    old: Compiled,
    new: Compiled,
    keep: Callable[[Failure], bool] = lambda failure: failure.group == "source",
    *,
    draws: int = 2,
    hours: tuple[HourName, ...] = ("night",),
) -> Pairing:
    """Both versions with those failures that are to be kept, each event alone and with one thing beside."""
    spec = Spec(order=2, one_event=True, hours=hours_of(new, hours), draws=draws)
    found = pairing(old, new, {}, spec)
    kept = tuple(each for each in found.new.failures if keep(each))
    return replace(found, old=replace(found.old, failures=kept), new=replace(found.new, failures=kept))


def compared(old: Compiled, new: Compiled, **more: object) -> Comparison:
    """The comparison of both, in one process."""
    return compare_all(paired(old, new, **more))  # type: ignore[arg-type]


def units_compared(found: Pairing) -> list[UnitCompared]:
    """Every unit."""
    from drillsim.campaign import units

    return [compare_unit(found, each) for each in units(found.new.failures, found.new.spec)]
