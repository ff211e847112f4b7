"""The agreement by which fuel is delivered to own supply: as it holds, or with what has to be settled first."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.files import Tree
from drillsim.revision.propose.draft import PLAN, dotted, figure, new_entry, set_in
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Kind, PlaceKind
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Resource, Thing, Words
from drillsim.units import MS_PER

_USUAL: dict[str, Tree] = {"median": "4 h", "p90": "8 h"}
"""Time of a delivery by an agreement that names none; assumed."""
_USUAL_MS, _USUAL_P90_MS = 4 * MS_PER["h"], 8 * MS_PER["h"]


@dataclass(frozen=True, slots=True)
class FuelSupply:
    """A tank own supply burns from, the last of those it is filled from, and who sees that the mains are away."""

    tank: str
    tanks: tuple[str, ...]
    """All that hold fuel for the sets, this one too."""
    sets: tuple[str, ...]
    boards: tuple[tuple[str, str], ...]
    """Boards on the mains side of the switches that call the sets, each with the one that is fed."""
    burnt_l_per_h: float
    """Burn of the sets at full load."""
    lasts_ms: int
    """Time for which that lasts with what is kept."""


@dataclass(frozen=True, slots=True)
class FuelAgreement:
    """The resource that brings fuel, as it will hold."""

    resource: str
    named: Words
    comes_ms: int
    """One delivery in ten takes longer."""
    quantity_l: float | None
    edits: tuple[FileEdit, ...] = ()
    assumed: AssumedEffect | None = None
    buys: Thing | None = None
    done: Words | None = None
    """The wording of a new or renewed agreement; None where it holds as it is."""

    @property
    def kind(self) -> Kind:
        return "paper" if self.assumed is None else "purchase"

    @property
    def place(self) -> PlaceKind | None:
        return None if self.assumed is None else "agreement"


def agreement_of(context: ReviewContext, supply: FuelSupply) -> FuelAgreement:
    """Return the agreement that brings fuel to the tank: as it holds, with what it lacks, or one made anew."""
    for name, spec in context.plan.resources.items():
        if spec.kind == "fuel" and (spec.brings is None or spec.brings in supply.tanks):
            return _as_it_is(context, supply, name, spec)
    name = context.new_name("fuel-delivery")
    path = ("resources", name, "mobilise")
    named = context.naming.words("added-delivery", store=supply.tank)
    entry: dict[str, Tree] = {
        "name": context.worded(named), "kind": "fuel", "brings": supply.tank, "mobilise": dict(_USUAL),
        "source": "assumed",
    }  # fmt: skip
    assumed = AssumedEffect(
        PLAN, dotted(path), "s", supply.lasts_ms / 1_000, _USUAL_MS / 1_000, basis="revision-basis-delivery"
    )
    done = context.naming.words("new-delivery-agreed", resource=named, wanted_ms=_USUAL_MS, store=supply.tank)
    edit = new_entry(context, PLAN, "resources", name, entry)
    return FuelAgreement(name, named, _USUAL_P90_MS, None, (edit,), assumed, "delivery", done)


def _as_it_is(context: ReviewContext, supply: FuelSupply, name: str, spec: Resource) -> FuelAgreement:
    """The agreement there is, with what it lacks: its term, the tank it is for, the time within which it comes."""
    path, day = ("resources", name), context.case.scenario.start.date
    edits: list[FileEdit] = []
    if spec.brings is None:
        edits.append(set_in(PLAN, (*path, "brings"), supply.tank))
    until = f"{day.year + 1}-{day.month:02}-01"
    if is_over := spec.agreement_until is not None and spec.agreement_until < day:
        edits.append(set_in(PLAN, (*path, "agreement_until"), until))
    if spec.mobilise is None:
        edits.append(set_in(PLAN, (*path, "mobilise"), dict(_USUAL)))
        field = dotted((*path, "mobilise"))
        assumed = AssumedEffect(
            PLAN, field, "s", supply.lasts_ms / 1_000, _USUAL_MS / 1_000, basis="revision-basis-delivery"
        )
        done = context.naming.words("new-delivery-agreed", resource=spec.name, wanted_ms=_USUAL_MS, store=supply.tank)
        return FuelAgreement(name, spec.name, _USUAL_P90_MS, spec.quantity, tuple(edits), assumed, "delivery", done)
    comes_ms = max(each.at(0.9) for each in (spec.mobilise, spec.storm_mobilise) if each is not None)
    if not is_over:
        return FuelAgreement(name, spec.name, comes_ms, spec.quantity, tuple(edits))
    field = dotted((*path, "agreement_until"))
    assumed = AssumedEffect(PLAN, field, "yes_no", 0, 1, basis="revision-basis-renewed")
    done = context.naming.words("new-delivery-renewed", resource=spec.name, until=figure(until))
    return FuelAgreement(name, spec.name, comes_ms, spec.quantity, tuple(edits), assumed, "renewal", done)


def _comes_within(supply: FuelSupply, field: str) -> AssumedEffect:
    """The usual time of a delivery; one that comes when the tanks are empty is none."""
    return AssumedEffect(PLAN, field, "s", supply.lasts_ms / 1_000, _USUAL_MS / 1_000, basis="revision-basis-delivery")
