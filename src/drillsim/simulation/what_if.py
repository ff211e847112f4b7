"""Counterfactuals of one run, for costing: the same luck with some waits at zero."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`no_wait` holds (step, reason) pairs that take no time in this run."""

    no_wait: frozenset[tuple[str, str]] = frozenset()

    def skips(self, step: str, reason: str) -> bool:
        """Whether this wait of this step is at zero."""
        return (step, reason) in self.no_wait


AS_IT_IS = WhatIf()
