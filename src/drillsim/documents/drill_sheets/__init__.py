"""The papers of a drill, printed the day before: scheme and script, a briefing for all, a sheet a role, inject cards.

Papers that players hold tell nothing of what is to come: no scenario, no inject, no fault. Scheme, script and cards are
for those who lead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drillsim.documents.blocks import Document
from drillsim.documents.drill_sheets.cards import InjectCard, inject_card
from drillsim.documents.drill_sheets.papers import briefing, injects, roles
from drillsim.documents.drill_sheets.scheme import scheme, script
from drillsim.documents.drill_sheets.sheet import Expected, RoleAtStart, Sheets

_BUILDERS: Mapping[str, Callable[[Sheets], Document]] = {
    "scheme": scheme, "script": script, "briefing": briefing, "roles": roles, "injects": injects,
}  # fmt: skip
SHEETS = tuple(_BUILDERS)


def drill_sheets(of: Sheets) -> tuple[Document, ...]:
    """Return each paper, in the order of `SHEETS`."""
    return tuple(build(of) for build in _BUILDERS.values())


__all__ = ["SHEETS", "Expected", "InjectCard", "RoleAtStart", "Sheets", "drill_sheets", "inject_card"]
