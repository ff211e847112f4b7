"""Cost of a change, by the customer's own table of costs; and which of the proposed ones comes first."""

from __future__ import annotations

from math import inf

from drillsim.files import Set
from drillsim.revision.compare import Gain
from drillsim.revision.recommendation import KINDS, Cost, Recommendation
from drillsim.schema import Costs
from drillsim.units import MS_PER


def cost_of(recommendation: Recommendation, costs: Costs | None) -> Cost | None:
    """Return its cost; None where the table does not tell, and of paper, which costs nobody a purchase order."""
    if costs is None:
        return None
    amount = _amount(recommendation, costs)
    return None if amount is None else Cost(amount, costs.currency)


def _amount(recommendation: Recommendation, costs: Costs) -> float | None:
    match recommendation.kind:
        case "setting":
            return costs.setting
        case "training":
            return costs.training
        case "staffing":
            posts = _posts(recommendation)
            return costs.staff_per_year * posts if costs.staff_per_year is not None and posts else None
        case "purchase":
            return costs.purchase.get(recommendation.buys) if recommendation.buys else None
        case _:
            return None


def _posts(recommendation: Recommendation) -> int:
    """People it adds to the roster."""
    paths = [each.edit.path for each in recommendation.edits if isinstance(each.edit, Set)]
    return sum(path[:1] == ("people",) and len(path) == 2 for path in paths)


def rank(recommendation: Recommendation, gain: Gain) -> tuple[float, ...]:
    """Return the key of a change's rank: what is gained, the most first (limits met, harms and hazards, minutes of
    excess); among changes that gain alike the one done with the least, then the cheaper, an unknown cost last."""
    *counts, critical_ms, all_ms = gain.order
    minutes = (round(ms / MS_PER["min"]) for ms in (critical_ms, all_ms))
    kind = KINDS.index(recommendation.kind)
    amount = recommendation.cost.amount if recommendation.cost else inf
    return *(-each for each in (*counts, *minutes)), kind, amount
