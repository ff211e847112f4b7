"""The answer to a decision: accepted, with the ways it departs from the plan, or refused, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Code = Literal["unknown_id", "malformed", "in_the_past", "not_yours", "absent", "busy", "no_way_there", "already"]
CODES: tuple[Code, ...] = get_args(Code)
"""Reasons a decision is refused; nothing has happened then, and nothing stands in the journal.

- `unknown_id`: nothing has this id.
- `malformed`: no decision, a field that holds what it cannot, a verb that does nothing, a target it cannot be done to.
- `in_the_past`: before now, or after the run has ended.
- `not_yours`: it belongs to a role they do not hold; an `Act` belongs to anybody.
- `absent`: the person, or whoever is to go, is not there and does not come when called; nobody is at the step.
- `busy`: they are at something else.
- `no_way_there`: no way leads there from where they are.
- `already`: it is so, it has begun, or it is over.
"""


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing happens. `facts` are ids and words, without prose: which id, which field, what the person is at."""

    code: Code
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Accepted:
    """It joins the decide round that comes next. `deviation` says, as things stand now, where it departs from the plan
    (`drillsim.journal.DEVIATIONS`); the journal has what was so when its turn came."""

    deviation: tuple[str, ...] = ()
