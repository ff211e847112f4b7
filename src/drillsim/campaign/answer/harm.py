"""The harm of a failure set, and whether there was anything a plan could have done about it.

A bus that shorts darkens the loads that hang on it, and a zone that burns takes what stands in it: nobody mends that
while it lasts, so a set that breaks nothing else is *trivial*.
"""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.campaign.failure import Failure
from drillsim.findings import is_critical
from drillsim.schema import Dossier, Load, Need


def weighs_most(dossier: Dossier, kind: str, name: str) -> bool:
    """Return whether a missed limit weighs as severity A: a safety-critical thing, one that needs such a load, or one
    that may harm."""
    function = dossier.site.functions.get(name) if kind == "function" else None
    return (function is not None and function.harm is not None) or is_critical(dossier, kind, name)


def is_trivial(dossier: Dossier, failure: Failure, broken: Mapping[str, str]) -> bool:
    """Return whether `failure` alone breaks only loads of its own, and functions that cannot do without those.
    `broken`: kind by id."""
    own = _own_loads(dossier, failure)
    return bool(own) and all(
        name in own if kind == "load" else not _stands(dossier, name, own) for name, kind in broken.items()
    )


def _own_loads(dossier: Dossier, failure: Failure) -> frozenset[str]:
    """Loads that hang on nothing but what failed."""
    if failure.fault == "zone_lost":
        lost = frozenset(dossier.site.zones[failure.target].contains)
    elif failure.fault == "short_circuit" and any(row.name == failure.target for row in dossier.network.bus):
        lost = frozenset((failure.target,))
    else:
        return frozenset()
    stated = dossier.site.loads
    buses = {row.name: _buses(stated.get(row.name), row.bus) for row in dossier.network.loads}
    return frozenset(name for name, fed in buses.items() if name in lost or lost.issuperset(fed))


def _buses(stated: Load | None, bus: str) -> tuple[str, ...]:
    return tuple(cord.bus for cord in stated.cords) if stated and stated.cords else (bus,)


def _stands(dossier: Dossier, function: str, dark: frozenset[str]) -> bool:
    """Return whether what `function` needs is there when the loads in `dark` are not and everything else is."""
    return _met(dossier, dossier.site.functions[function].needs, dark, frozenset((function,)))


def _met(dossier: Dossier, need: Need, dark: frozenset[str], above: frozenset[str]) -> bool:
    if need.all_:
        return all(_met(dossier, part, dark, above) for part in need.all_)
    if need.any_:
        return any(_met(dossier, part, dark, above) for part in need.any_)
    name = need.subject or ""
    if name in dossier.site.functions and name not in above:
        return _met(dossier, dossier.site.functions[name].needs, dark, above | {name})
    return name not in dark
