"""Names of step instances: what a journal calls one carrying out of a written step.

`S31` is the step as written and its first carrying out, `S31[sub-17]` its instance for one item of a `for_each`,
`S31#2` the second time it comes up in a run (a card triggered again, a step repeated), `S31#2[sub-17]` both. A step no
clause wrote is named after its function: `restart[surgery]`, the second time `restart[surgery]2`. Ids hold neither `[`
nor `#`. The second pass of a card is named alike, `card-1#2`.
"""

from __future__ import annotations


def base_name(name: str) -> str:
    """The id behind an instance name: `S31` of `S31#2[sub-17]`, `restart` of `restart[surgery]2`."""
    return name.partition("[")[0].partition("#")[0]


def item_of(name: str) -> str:
    """The item of an instance name: `sub-17` of `S31#2[sub-17]`; empty for a plain step."""
    return name.partition("[")[2].rpartition("]")[0]


def without_item(name: str) -> str:
    """The step and its number: `S31#2` of `S31#2[sub-17]`."""
    return name.partition("[")[0]


def instance_name(step: str, item: str) -> str:
    """`S31[sub-17]`."""
    return f"{step}[{item}]"


def numbered(name: str, number: int) -> str:
    """The name of its `number`-th time: `S31#2[sub-17]` of `S31[sub-17]` and 2, the name itself for the first."""
    step, bracket, item = name.partition("[")
    return name if number == 1 else f"{step}#{number}{bracket}{item}"


def first_name(name: str) -> str:
    """The name of its first time: `S31[sub-17]` of `S31#2[sub-17]`."""
    step, bracket, item = name.partition("[")
    return step.partition("#")[0] + bracket + item


def number_of(name: str) -> int:
    """Return the number of the repetition: 2 of `S31#2[sub-17]`, 1 of `S31`."""
    return int(name.partition("[")[0].partition("#")[2] or 1)
