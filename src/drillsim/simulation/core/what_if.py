"""Counterfactuals of one run, for costing: the same luck with some waits at zero."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`no_wait` holds (step, reason) pairs that take no time in this run. With `anew` every part and every decision
    looks anew whether or not anything it goes by has changed: slower, and not one event other than without."""

    no_wait: frozenset[tuple[str, str]] = frozenset()
    anew: bool = False

    def skips(self, step: str, reason: str) -> bool:
        """Return whether this wait of this step is at zero."""
        return (step, reason) in self.no_wait

    def stands(self, is_same: bool) -> bool:
        """Return whether an answer still stands, all it goes by being the same; the one place every such question
        passes."""
        return is_same and not self.anew


AS_IT_IS = WhatIf()
