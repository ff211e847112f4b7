"""A switch that stands open though the operating mode has it closed: looked at where the card of the day begins, and
closed again where nothing speaks against it.

Nobody closes what is tagged, earthed or tripped: the step says so, and devices tell by themselves of a fault that is
known. Switches under the dispatcher are left to their own rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import S06
from drillsim.revision.propose.draft import PLAN, append_in, behind, draft, new_step, stated
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import PLAIN_DEVICE, Card


def put_back(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """S06: the first card of the customer that was begun looks at the switch, and closes it onto a dead board."""
    assert isinstance(finding.facts, S06)
    card = context.first_card("customer")
    live = set(context.journal.initial.get("live", ()))
    if card is None or not context.view.missed:
        return
    for name in finding.facts.switches:
        spec = context.site.devices.get(name, PLAIN_DEVICE)
        boards = sorted(_ends(context, name) - live)
        free = spec.by_hand and spec.side == "customer" and spec.dispatch in ("own", "informed")
        if name in context.journal.initial.get("open", ()) and len(boards) == 1 and free and spec.place:
            yield _proposed(context, finding, card, name, boards[0], spec.place)


def _ends(context: ReviewContext, switch: str) -> set[str]:
    """The buses at a switch, and of the low side of a transformer the bus it is on."""
    rows = (row for row in context.dossier.network.switch if row.name == switch)
    return {end for row in rows for end in ((row.bus, row.element) if row.et == "b" else (row.bus,))}


def _proposed(
    context: ReviewContext, finding: Finding, card: Card, switch: str, board: str, place: str
) -> Recommendation:
    by = _by(context, card, switch)
    role = by if isinstance(by, str) else str(by["operator"])  # type: ignore[call-overload]
    last = card.steps[-1]
    clause = behind(last.clause)
    one = context.new_id(last.id)
    two = context.new_id(one)
    told = {"role": role, "switch": switch, "board": board, "place": place}
    new = context.naming.words("new-put-back", **told)
    look: dict[str, Tree] = {
        "place": place, "when": {"bus": board, "is": "dead"}, "takes": "2 min", "takes_source": "assumed",
        "success_check": {"switch": switch, "is": "closed", "by": "local"}, "within": "20 min",
        "on_failure": {"steps": [two], "then": "continue"},
    }  # fmt: skip
    close: dict[str, Tree] = {
        "target": switch, "by": by, "when": {"all": [{"switch": switch, "is": "open"}, {"bus": board, "is": "dead"}]},
        "takes": "1 min", "takes_source": "assumed",
        "success_check": {"switch": switch, "is": "closed", "by": "local"}, "within": "10 min",
    }  # fmt: skip
    words = context.naming.words
    path = (*context.card_path(card.id), "steps")
    edits = [
        append_in(PLAN, path, new_step(context, one, clause, words("new-put-back-look", **told), "check", role, look)),
        append_in(
            PLAN, path, new_step(context, two, clause, words("new-put-back-close", **told), "close", role, close)
        ),
    ]
    return draft(context, finding, f"put-back-{switch}", new, edits, owner=context.owner(role), clause=clause)


def _by(context: ReviewContext, card: Card, switch: str) -> Tree:
    """Whoever operates the switch elsewhere in the plan, with who watches; else whoever begins the card."""
    for _, step in context.plan.steps():
        if step.do in ("close", "open") and switch in step.target:
            return stated(context, PLAN, context.step_path(step.id))["by"]
    return card.activation.by
