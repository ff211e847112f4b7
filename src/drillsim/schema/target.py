"""Targets of a scenario, by id or by what they are. One that matches nothing makes the scenario not applicable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drillsim.schema.compiled import Compiled, follows_from
from drillsim.schema.dossier import Case
from drillsim.schema.element import is_kind
from drillsim.schema.fault_targets import strikes
from drillsim.schema.kinds import kinds
from drillsim.schema.scenario import FaultEvent, Selector

_SITE_KINDS = {
    "feeder": "sources",
    "genset": "sources",
    "ups": "sources",
    "ats": "transfers",
    "bus_tie_transfer": "transfers",
    "sts": "transfers",
    "mobile_genset": "sources",
}


@follows_from("customer", "network", "site", "plan")
def resolve(dossier: Compiled, selector: Selector) -> tuple[str, ...]:
    """Ids that fit `selector`, in file order; empty when nothing does."""
    known = kinds(dossier)
    asked = tuple(name for name in selector.id if name in known) if selector.id else tuple(known)
    found = tuple(name for name in asked if _fits(dossier, selector, name, known[name]))
    return found[:1] if selector.first else found


def struck(dossier: Compiled, event: FaultEvent) -> tuple[str, ...]:
    """Targets of the event that can have its fault, in file order."""
    return strikes(dossier, event.fault, resolve(dossier, event.on))


@dataclass(frozen=True, slots=True)
class Misfit:
    """One field of a scenario that finds nothing at the customer."""

    field: str
    """Dotted path in the scenario (`events.0.on`)."""
    reason: Literal["unknown-id", "nothing", "cannot", "mode", "load"]
    """The ids are nobody's; nothing is as described; what is there cannot have the fault; no such mode or load
    situation."""
    asked: Selector
    """Selector asked for; empty for a mode or load situation."""
    found: tuple[str, ...] = ()
    """For `cannot`: what is as described. For `mode` and `load`: what was named."""
    fault: str = ""
    """For `cannot`: the fault."""


def unmatched(case: Case) -> tuple[str, ...]:
    """Fields of the scenario whose target matches nothing (`events.0.on`), in file order."""
    return tuple(each.field for each in misfits(case))


def misfits(case: Case) -> tuple[Misfit, ...]:
    """Return the parts of the scenario that find nothing at the customer: events first, then the state it begins in."""
    start, dossier = case.scenario.start, case.dossier
    found = [each for i, event in enumerate(case.scenario.events) for each in _of_event(dossier, i, event)]
    asked = [(f"start.set.{i}.target", item.target) for i, item in enumerate(start.set)]
    asked += [(f"start.out_of_service.{i}", target) for i, target in enumerate(start.out_of_service)]
    found += [_absent(dossier, field, target) for field, target in asked if not resolve(dossier, target)]
    if start.mode not in {"normal", *dossier.site.modes}:
        found.append(Misfit("start.mode", "mode", Selector(), (start.mode,)))
    if start.load and not _situation_known(dossier, start.load):
        found.append(Misfit("start.load", "load", Selector(), (start.load,)))
    return tuple(found)


def _of_event(dossier: Compiled, number: int, event: FaultEvent) -> Iterator[Misfit]:
    field, there = f"events.{number}.on", resolve(dossier, event.on)
    if not there:
        yield _absent(dossier, field, event.on)
    elif not struck(dossier, event):
        yield Misfit(field, "cannot", event.on, there, event.fault)


def _absent(dossier: Compiled, field: str, asked: Selector) -> Misfit:
    is_strange = bool(asked.id) and not any(name in kinds(dossier) for name in asked.id)
    return Misfit(field, "unknown-id" if is_strange else "nothing", asked)


def _situation_known(dossier: Compiled, situation: str) -> bool:
    """Return whether a profile names the load situation; a customer without profiles has one demand for all of them."""
    profiles = dossier.site.profiles.values()
    return not profiles or any(situation in profile.percent for profile in profiles)


def _fits(dossier: Compiled, selector: Selector, name: str, known: str) -> bool:
    return (
        (selector.kind is None or _is_kind(dossier, name, selector.kind, known))
        and (selector.role is None or _has_role(dossier, name, selector.role))
        and (selector.zone is None or _in_zone(dossier, name, selector))
        and (
            selector.security is None
            or (_is_load(dossier, name) and dossier.site.loads[name].security == selector.security)
        )
        and (selector.grade is None or (_is_load(dossier, name) and dossier.site.loads[name].grade == selector.grade))
    )


def _is_kind(dossier: Compiled, name: str, kind: str, known: str) -> bool:
    if kind in _SITE_KINDS:
        specs = getattr(dossier.site, _SITE_KINDS[kind])
        if name in specs:
            return bool(specs[name].kind == kind)
        return kind == "feeder" and any(row.name == name for row in dossier.network.ext_grid)
    return is_kind(known, kind)


def _has_role(dossier: Compiled, name: str, role: str) -> bool:
    spec = dossier.site.sources.get(name)
    if spec is not None:
        return spec.role == role
    actor = dossier.plan.actors.get(role)
    return actor is not None and name in actor.held_by


def _in_zone(dossier: Compiled, name: str, selector: Selector) -> bool:
    """The zone itself; with a kind named too, what the zone contains."""
    zone = selector.zone or ""
    return zone in dossier.site.zones and (name in dossier.site.zones[zone].contains if selector.kind else name == zone)


def _is_load(dossier: Compiled, name: str) -> bool:
    return name in dossier.site.loads
