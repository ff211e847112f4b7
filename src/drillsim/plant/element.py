"""Elements of a customer's network: which there are, in the words of `schema.element`, and which are dead at a mode.

The list of kinds stands in `schema.element`, because targets, file rules and the compiled network need it too; layers
above this one take it from here.
"""

from __future__ import annotations

from drillsim.schema.element import (
    BRANCH,
    BRANCH_KINDS,
    BRANCHES,
    CONDUCTORS,
    ELEMENTS,
    SWITCHED,
    TRANSFORMERS,
    Branch,
    Joined,
    is_kind,
    joined,
    kinds_of,
)

__all__ = [
    "BRANCH",
    "BRANCHES",
    "BRANCH_KINDS",
    "CONDUCTORS",
    "ELEMENTS",
    "SWITCHED",
    "TRANSFORMERS",
    "Branch",
    "Joined",
    "is_kind",
    "joined",
    "kinds_of",
]
