"""The bus sections of a customer, those that matter first: dead with a safety-critical load before all others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from drillsim.schema import Dossier
from drillsim.session.known_state import Fact, PlantState

Group = Literal["dead_critical", "dead_limit", "dead", "unknown", "live_before", "live"]
GROUPS: tuple[Group, ...] = get_args(Group)
"""dead_critical: dead, with a safety-critical load on it; dead_limit: dead, with a load that has a limit;
live_before: live before the drill began, and nobody has looked since."""


@dataclass(frozen=True, slots=True)
class Section:
    """One bus section as somebody knows it, or as it is."""

    bus: str
    state: PlantState | None
    """None where nobody knows."""
    critical: tuple[str, ...]
    """Safety-critical loads on it."""
    has_limit: bool
    """True where a load on it has a longest interruption."""

    @property
    def group(self) -> Group:
        """Return the group it is told in."""
        if self.state is None:
            return "unknown"
        if self.state.value != "dead":
            return "live_before" if self.state.before else "live"
        return "dead_critical" if self.critical else "dead_limit" if self.has_limit else "dead"


def sections(dossier: Dossier, known: Mapping[Fact, PlantState]) -> tuple[Section, ...]:
    """Return all bus sections, by group, in each those with a safety-critical load first, then in file order."""
    loads = dossier.site.loads
    critical: dict[str, list[str]] = {}
    limited = set()
    for row in dossier.network.loads:
        load = loads.get(row.name)
        if load is not None and load.security:
            critical.setdefault(row.bus, []).append(row.name)
        if load is not None and load.max_interruption is not None:
            limited.add(row.bus)
    found = [
        Section(row.name, known.get(("bus", row.name)), tuple(critical.get(row.name, ())), row.name in limited)
        for row in dossier.network.bus
    ]
    return tuple(sorted(found, key=lambda each: (GROUPS.index(each.group), not each.critical)))
