"""The boards on the two sides of a transfer switch, and who sees them."""

from __future__ import annotations

from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, Compiled


def board_and_mains(dossier: Compiled, ats: Ats) -> tuple[str, str] | None:
    """Return the board a transfer switch feeds, and the one its normal side comes from; None where either is no single
    bus."""
    ends = {row.name: {row.bus, row.element} for row in dossier.network.switch if row.et == "b"}
    normal, standby = ends.get(ats.normal, set()), ends.get(ats.standby, set())
    if len(normal & standby) != 1 or len(normal - standby) != 1:
        return None
    return min(normal & standby), min(normal - standby)


def shown_to(context: ReviewContext, role: str) -> frozenset[str]:
    """Return the buses a display shows at the posts of those of the role who are on duty when the run begins."""
    posts = {context.post_of(person) for person in context.on_duty(role, context.journal.start_ms)}
    displays = [each for each in context.site.observations.values() if each.shown_at in posts]
    return frozenset(bus for each in displays for sight in each.sees for bus in sight.bus)
